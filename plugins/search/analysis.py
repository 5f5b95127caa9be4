"""French text comes in, the tokens that are indexed or searched go out.

This module and `theme/static/js/recherche/analyse.js` are one analyser written twice: both read
`tests/contracts/analysis.json`, and a parity test compares them over a large vocabulary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from plugins.search import characters
from plugins.search.characters import fold
from plugins.search.stemming import stem

LONGEST = 40

ELIDED = frozenset("c d j l m n s t qu jusqu lorsqu puisqu quoiqu presqu quelqu".split())
# Short on purpose: vers, dans, pas, sous, sans, entre carry the meaning of « aller vers », « non recours »…
STOPS = ELIDED | frozenset(
    "a ai au aux avec ce cela ces cet cette ca de des du elle elles en est et etre eux il ils je la le les leur "
    "leurs lui ma me mes mon ne nos notre nous on ont ou par pour que quel quelle quelles quels qui sa se ses si "
    "son sont sur ta te tes ton tu un une vos votre vous y".split()
)
# Endings of inclusive spelling: « habitant·e·s », « acteur.rice.s », « agent(e)s », « élu-e-s ».
INCLUSIVE = frozenset(
    "e es s x ne nes le les te tes se ses ve ves fe fes rice rices trice trices euse euses ere eres iere ieres".split()
)
CAMEL = re.compile("[a-z][A-Z]|[A-Z]{2}[a-z]{2}")
CAMEL_PART = re.compile("[A-Z]+(?![a-z])|[A-Z]?[^A-Z]+")


class Token(NamedTuple):
    """One unit of the index.

    Attributes:
        stem: what the index is keyed by.
        surface: the folded word before stemming, that prefixes and typing errors are compared with.
        position: rank of the word in its text; stop words count, elided articles do not.
        kind: `word`, `stop` (counted, never indexed) or `joined` (several parts as one word).
    """

    stem: str
    surface: str
    position: int
    kind: str


class Analyser:
    """Remembers the chunks that it has cut: a text repeats itself."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[list[Token], int]] = {}

    def chunks(self, text: str) -> Iterator[tuple[list[Token], int]]:
        """For each chunk, its tokens, their positions from the beginning of the chunk, and how many positions it takes."""
        known = self._known
        for chunk in characters.CHUNK.findall(text):
            found = known.get(chunk)
            if found is None:
                found = known[chunk] = analyse_chunk(chunk)
            yield found

    def __call__(self, text: str) -> Iterator[Token]:
        """The tokens of `text`, in order; the joined form of a compound comes after its parts."""
        position = 0
        for tokens, size in self.chunks(text):
            for token in tokens:
                yield token._replace(position=position + token.position)
            position += size


def analyse(text: str) -> list[Token]:
    """The tokens of one text."""
    return list(Analyser()(text))


def analyse_chunk(chunk: str) -> tuple[list[Token], int]:
    """The tokens of one run of letters and links, and the number of positions that they take."""
    words: list[Token] = []
    position = 0
    for part in parts(chunk):
        surface = fold(characters.LINK.sub("", part))
        if not 0 < len(surface) <= LONGEST:
            continue
        words.append(Token(stem(surface), surface, position, "stop" if surface in STOPS else "word"))
        position += surface not in ELIDED
    return words + list(joined(words)), position


def joined(words: list[Token]) -> Iterator[Token]:
    """Each pair of neighbours, then all the parts of a compound, as one word."""
    sizes = () if len(words) < 2 else (2,) if len(words) == 2 else (2, len(words))
    for size in sizes:
        for first in range(len(words) - size + 1):
            surface = "".join(word.surface for word in words[first : first + size])
            if len(surface) <= LONGEST and not characters.DIGITS.fullmatch(surface):
                yield Token(stem(surface), surface, words[first].position, "joined")


def parts(chunk: str) -> Iterator[str]:
    """The parts of a chunk: elided articles and inclusive endings gone, acronyms closed up, camel case cut."""
    found = [(m.group(1), fold(m.group(2)), m.start(2), m.end(2)) for m in characters.PIECE.finditer(chunk)]
    rank = 0
    while rank < len(found):
        _, folded, start, end = found[rank]
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
            while rank < len(found) and is_inclusive(found[rank][0], found[rank][1], found[rank - 1][1]):
                rank += 1
        piece = chunk[start:end]
        yield from CAMEL_PART.findall(piece) if CAMEL.search(piece) else [piece]


def is_inclusive(link: str, folded: str, previous: str) -> bool:
    """Whether a piece is the ending of an inclusive spelling, and no word of its own."""
    if characters.HYPHEN.fullmatch(link):
        return folded in ("e", "es") or (folded == "s" and previous == "e")
    return folded in INCLUSIVE and not characters.APOSTROPHE.fullmatch(link) and link not in ("_", "&")
