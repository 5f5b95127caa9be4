"""Names and texts come in, what each acronym stands for goes out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from plugins.search.analysis import Analyser, Token
from plugins.search.documents import LONGEST_NAME

# « insertion par l'activité économique (IAE) »: the acronym in brackets, and up to ten words before.
DEFINED = re.compile(r"\(\s*«?\s*([A-ZÀ-Ý][A-ZÀ-Ýa-z.-]{1,9})\s*»?\s*\)")
BEFORE = re.compile(r"(?:[^\s()\[\]«»,;:.!?]+\s+){2,10}\Z")
FARTHEST = 200
CAPITALS = re.compile(r"[A-ZÀ-Ý0-9][A-ZÀ-Ý0-9a-zà-ÿ.&-]{1,9}")
SMALL_WORDS = frozenset("dans vers pas sous sans entre".split())


class Acronyms:
    """acronym (its surface) → the expansions (stems of their words, in order)."""

    def __init__(self, analyser: Analyser) -> None:
        self._analyse = analyser
        self.table: dict[str, set[tuple[str, ...]]] = defaultdict(set)

    def add(self, acronym: str, expansion: str) -> None:
        """Records that `acronym` is short for `expansion`, which has several words."""
        short = self._surface(acronym)
        words = [token for token in self._analyse(expansion) if token.kind == "word"]
        stems = tuple(token.stem for token in words)
        if short and 2 <= len(stems) <= LONGEST_NAME and short not in {token.surface for token in words}:
            self.table[short].add(stems)

    def read(self, text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The acronyms that a text defines itself, with the stems of their expansions.

        After Schwartz and Hearst, « A simple algorithm for identifying abbreviation definitions
        in biomedical text », Pacific Symposium on Biocomputing 2003, with initials of words.
        """
        for found in DEFINED.finditer(text):
            before = BEFORE.search(text, max(0, found.start() - FARTHEST), found.start())
            if before is None or not looks_like_one(found.group(1)):
                continue
            short = self._surface(found.group(1))
            words = [token for token in self._analyse(before.group()) if token.kind != "joined"]
            best = shortest_expansion(short, words) if len(short) > 1 else ()
            if best:
                yield short, best

    def _surface(self, acronym: str) -> str:
        return "".join(token.surface for token in self._analyse(acronym) if token.kind == "word")


def looks_like_one(name: str) -> bool:
    """Whether a name is short and has two capitals at least."""
    return bool(CAPITALS.fullmatch(name)) and sum(letter.isupper() for letter in name) > 1


def shortest_expansion(short: str, words: list[Token]) -> tuple[str, ...]:
    """The shortest run of words at the end of `words` whose initials spell the acronym."""
    for size in range(2, len(words) + 1):
        run = words[-size:]
        full = [token for token in run if token.kind == "word"]
        spelled = ("".join(t.surface[0] for t in full), "".join(t.surface[0] for t in run))
        plain = "".join(t.surface[0] for t in full if t.surface not in SMALL_WORDS)
        if run[0].kind == "word" and len(full) > 1 and short in (*spelled, plain):
            return tuple(token.stem for token in full)
    return ()


def acronyms(
    pairs: Iterable[tuple[str, str]], defined: Iterable[tuple[str, tuple[str, ...]]], analyser: Analyser
) -> dict[str, list[tuple[str, ...]]]:
    """Declared pairs (acronym, expansion) first, then what the texts define, read already."""
    found = Acronyms(analyser)
    for short, full in pairs:
        found.add(short, full)
    for short, stems in defined:
        found.table[short].add(stems)
    return {short: sorted(expansions)[:4] for short, expansions in sorted(found.table.items())}


def declared(acronym: str, title: str, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each short name of a page with each of its other names."""
    every = dict.fromkeys((title, *names, acronym))
    for short in every:
        if short and (short == acronym or looks_like_one(short)):
            yield from ((short, full) for full in every if full != short)
