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
from plugins.search.parting import ELIDED, parts
from plugins.search.stemming import stem
from plugins.text.inclusive import contracted, feminine

LONGEST = 40

# Short on purpose: vers, dans, pas, sous, sans, entre carry the meaning of « aller vers », « non recours »…
STOPS = ELIDED | frozenset(
    "a ai au aux avec ce cela ces cet cette ca de des du elle elles en est et etre eux il ils je la le les leur "
    "leurs lui ma me mes mon ne nos notre nous on ont ou par pour que quel quelle quelles quels qui sa se ses si "
    "son sont sur ta te tes ton tu un une vos votre vous y".split()
)
SHORTEST_NUMBER, LONGEST_NUMBER = 4, 15


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
        self._indexed = _Indexed()

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
            yield self._chunk(chunk)

    def _chunk(self, chunk: str) -> tuple[list[Token], int]:
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
            tokens, size = self._chunk(chunk)
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

    def __missing__(self, chunk: str) -> Indexed:
        self[chunk] = found = _of_index(*analyse_chunk(chunk))
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
