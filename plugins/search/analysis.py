"""French text comes in, the tokens that are indexed or searched go out.

This module and `theme/static/js/search/analysis.js` are one analyser written twice: both read
`tests/contracts/analysis.json`, and a parity test compares them over a large vocabulary.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plugins.search import characters
from plugins.search.characters import fold
from plugins.search.stemming import stem
from plugins.text.inclusive import contracted, feminine

LONGEST = 40

ELIDED = frozenset("c d j l m n s t qu jusqu lorsqu puisqu quoiqu presqu quelqu".split())
# Short on purpose: vers, dans, pas, sous, sans, entre carry the meaning of « aller vers », « non recours »…
STOPS = ELIDED | frozenset(
    "a ai au aux avec ce cela ces cet cette ca de des du elle elles en est et etre eux il ils je la le les leur "
    "leurs lui ma me mes mon ne nos notre nous on ont ou par pour que quel quelle quelles quels qui sa se ses si "
    "son sont sur ta te tes ton tu un une vos votre vous y".split()
)
SURE_ENDINGS = frozenset(characters.SURE_ENDINGS.replace("[eè]", "e").split("|"))
ENDINGS = frozenset(characters.ENDINGS.replace("[eè]", "e").split("|"))
# After a hyphen, these are pronouns unless the word ends with the letters that call for them.
CALLED_FOR = {
    "le": "l", "les": "l", "se": "rx", "ses": "rx", "ve": "f", "ves": "f", "fe": "f", "fes": "f", "te": "ts", "tes": "ts",
    "que": "c", "ques": "c", "che": "c", "ches": "c",
}  # fmt: skip
# « travailleu·r·se·s », « acti·f·ve·s », « heureu·x·se·s »: the letter belongs to the masculine.
MASCULINE = {"r": ("se", "ses"), "x": ("se", "ses"), "f": ("ve", "ves")}
SHORTEST_NUMBER, LONGEST_NUMBER = 4, 15
CAMEL = re.compile("[a-z][A-Z]|[A-Z]{2}[a-z]{2}")
CAMEL_PART = re.compile("[A-Z]+(?![a-z])|[A-Z]?[^A-Z]+")


class Token(NamedTuple):
    """One unit of the index.

    Attributes:
        stem: what the index is keyed by.
        surface: the folded word before stemming, that prefixes and typing errors are compared with.
        position: rank of the word in its text; stop words count, elided articles do not.
        kind: `word`, `stop` (counted, never indexed) or `joined` (another word that it makes: its parts as one, its feminine).
    """

    stem: str
    surface: str
    position: int
    kind: str


# Of a chunk: the stems that are indexed, with their positions from its beginning; their words; how many positions it takes.
Indexed = tuple[list[tuple[str, int]], list[str], int]


class Analyser:
    """Remembers the chunks that it has cut: a text repeats itself."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[list[Token], int]] = {}
        self._indexed = _Indexed(self)

    def indexed(self, text: str) -> Iterator[Indexed]:
        """What the index takes of each chunk."""
        if characters.NUMBERS.search(text):
            return (_of_index(tokens, size) for tokens, size in self._with_numbers(text))
        return map(self._indexed.__getitem__, characters.CHUNK.findall(text))

    def chunks(self, text: str) -> Iterator[tuple[list[Token], int]]:
        """For each chunk, its tokens, their positions from the beginning of the chunk, and how many positions it takes."""
        if characters.NUMBERS.search(text):
            yield from self._with_numbers(text)
            return
        for chunk in characters.CHUNK.findall(text):
            yield self.chunk(chunk)

    def chunk(self, chunk: str) -> tuple[list[Token], int]:
        """The tokens of one chunk, and how many positions it takes."""
        found = self._known.get(chunk)
        if found is None:
            found = self._known[chunk] = analyse_chunk(chunk)
        return found

    def _with_numbers(self, text: str) -> Iterator[tuple[list[Token], int]]:
        """The same; a number written with spaces is also one word, placed where it begins."""
        run: list[tuple[str, int]] = []
        matches = list(characters.CHUNK.finditer(text))
        for match, following in zip(matches, [*matches[1:], None], strict=True):
            chunk = match.group()
            tokens, size = self.chunk(chunk)
            if not characters.FIGURES.fullmatch(chunk):
                yield tokens, size
                continue
            run.append((chunk, size))
            if following and goes_on(text, match.end(), following):
                yield tokens, size
                continue
            yield tokens + list(number(run)), size
            run = []

    def __call__(self, text: str) -> Iterator[Token]:
        """The tokens of `text`, in order; the joined form of a compound comes after its parts."""
        position = 0
        for tokens, size in self.chunks(text):
            for token in tokens:
                yield token._replace(position=position + token.position)
            position += size


class _Indexed(dict[str, Indexed]):
    """What is indexed of each chunk, worked out when it is first met."""

    def __init__(self, analyser: Analyser) -> None:
        super().__init__()
        self._chunk = analyser.chunk

    def __missing__(self, chunk: str) -> Indexed:
        self[chunk] = found = _of_index(*self._chunk(chunk))
        return found


def _of_index(tokens: Iterable[Token], size: int) -> Indexed:
    kept = [token for token in tokens if token.kind != "stop"]
    return [(token.stem, token.position) for token in kept], [token.surface for token in kept], size


def analyse(text: str) -> list[Token]:
    """The tokens of one text."""
    return list(Analyser()(text))


def analyse_chunk(chunk: str) -> tuple[list[Token], int]:
    """The tokens of one run of letters and links, and the number of positions that they take."""
    if _is_plain(chunk) and 0 < len(surface := fold(chunk)) <= LONGEST and surface not in ELIDED:
        return [_word(surface, 0)], 1
    words: list[Token] = []
    position = 0
    others: list[Token] = []
    for part, letters in parts(chunk):
        surface = fold(characters.LINK.sub("", part))
        if not 0 < len(surface) <= LONGEST:
            continue
        words.append(_word(surface, position))
        other = feminine(surface, letters) if letters and words[-1].kind == "word" else surface
        if other != surface and stem(other) != words[-1].stem and len(other) <= LONGEST:
            others.append(Token(stem(other), other, position, "joined"))
        position += surface not in ELIDED
    return words + others + list(joined(words)), position


def _word(surface: str, position: int) -> Token:
    return Token(stem(surface), surface, position, "stop" if surface in STOPS else "word")


def _is_plain(chunk: str) -> bool:
    """Whether a chunk is one word in small letters, its first one aside, as most are: no sign, no ending told by capitals."""
    return chunk.isalpha() and chunk[1:].islower() and not characters.APOSTROPHE.search(chunk) and not contracted(chunk)[1]


def goes_on(text: str, end: int, following: re.Match[str]) -> bool:
    """Whether the number that ends there has another group."""
    between = characters.BETWEEN.match(text, end)
    return bool(between and between.end() == following.start() and characters.FIGURES.fullmatch(following.group()))


def number(run: list[tuple[str, int]]) -> Iterator[Token]:
    """« 02 35 01 02 03 », « 15 000 », « +33 (0)2 35.01.02.03 » as one word; of a date and an hour, none.

    Args:
        run: its groups, and the number of positions that each one takes.
    """
    written = "".join(group for group, _ in run)
    surface = characters.LINK.sub("", written)
    abroad = characters.ABROAD.fullmatch(surface)
    if abroad:
        surface = "0" + abroad[1]
    sure = abroad or (len(run) > 1 and (surface == written or characters.TELEPHONE.fullmatch(surface)))
    if sure and SHORTEST_NUMBER <= len(surface) <= LONGEST_NUMBER:
        yield Token(stem(surface), surface, -sum(size for _, size in run[:-1]), "joined")


def joined(words: list[Token]) -> Iterator[Token]:
    """Each pair of neighbours, then all the parts of a compound, as one word."""
    sizes = () if len(words) < 2 else (2,) if len(words) == 2 else (2, len(words))
    for size in sizes:
        for first in range(len(words) - size + 1):
            surface = "".join(word.surface for word in words[first : first + size])
            if len(surface) <= LONGEST and (not characters.DIGITS.fullmatch(surface) or characters.TELEPHONE.fullmatch(surface)):
                yield Token(stem(surface), surface, words[first].position, "joined")


def parts(chunk: str) -> Iterator[tuple[str, str]]:
    """The parts of a chunk, each with the letters of its inclusive ending, folded.

    Elided articles are gone, acronyms closed up, camel case cut.
    """
    found = [(m.group(1), fold(m.group(2)), m.start(2), m.end(2)) for m in characters.PIECE.finditer(chunk)]
    rank = 0
    while rank < len(found):
        _, folded, start, end = found[rank]
        letters = ""
        rank += 1
        if rank < len(found) and characters.APOSTROPHE.fullmatch(found[rank][0]):
            if folded == "aujourd" and found[rank][1] == "hui":
                end, rank = found[rank][3], rank + 1
            elif folded in ELIDED:
                continue
        if len(folded) == 1:
            while rank < len(found) and found[rank][0] == "." and len(found[rank][1]) == 1:
                end, rank = found[rank][3], rank + 1
        elif len(folded) > 1:
            end, rank, letters = ended(found, rank, end)
        yield from cased(chunk[start:end], letters)


# Link before it, folded, start, end.
Piece = tuple[str, str, int, int]


def ended(found: list[Piece], rank: int, end: int) -> tuple[int, int, str]:
    """End of the word before `rank`, rank of what follows its inclusive ending, letters of that ending."""
    folded, letters = found[rank - 1][1], ""
    if rank + 1 < len(found) and found[rank + 1][1] in MASCULINE.get(found[rank][1], ()):
        folded, end, rank = folded + found[rank][1], found[rank][3], rank + 1
    while rank < len(found) and is_ending(found[rank][0], found[rank][1], letters, folded):
        letters, rank = letters + found[rank][1], rank + 1
    return end, rank, letters


def cased(piece: str, letters: str) -> Iterator[tuple[str, str]]:
    """A word whose ending is told by capitals (« déléguéEs ») without it; camel case in parts."""
    if not letters:
        piece, written = contracted(piece)
        letters = fold(written)
    if letters or not CAMEL.search(piece):
        yield piece, letters
    else:
        yield from ((part, "") for part in CAMEL_PART.findall(piece))


def is_ending(link: str, folded: str, before: str, word: str) -> bool:
    """Whether a piece is the ending of an inclusive spelling, and no word of its own.

    Args:
        link: the sign before it.
        folded: the piece.
        before: the letters of the endings before it; empty when it is the first.
        word: what they end.
    """
    if characters.APOSTROPHE.fullmatch(link) or link in {"_", "&"}:
        return False
    if characters.HYPHEN.fullmatch(link) or link == "/":
        called_for = word[-1] in CALLED_FOR.get(folded, "")
        return folded in SURE_ENDINGS or called_for or (folded == "s" and (bool(before) or link == "/"))
    return folded in ENDINGS
