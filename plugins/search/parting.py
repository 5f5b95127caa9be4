"""A run of letters and links → its parts, each with the letters of its inclusive ending: what `analysis` makes tokens of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.search import characters
from plugins.search.characters import fold
from plugins.text.inclusive import contracted

ELIDED = frozenset("c d j l m n s t qu jusqu lorsqu puisqu quoiqu presqu quelqu".split())
SURE_ENDINGS = frozenset(characters.SURE_ENDINGS.replace("[eè]", "e").split("|"))
ENDINGS = frozenset(characters.ENDINGS.replace("[eè]", "e").split("|"))
# After a hyphen, these are pronouns unless the word ends with the letters that call for them.
CALLED_FOR = {
    "le": "l", "les": "l", "se": "rx", "ses": "rx", "ve": "f", "ves": "f", "fe": "f", "fes": "f", "te": "ts", "tes": "ts",
    "que": "c", "ques": "c", "che": "c", "ches": "c",
}  # fmt: skip
# « travailleu·r·se·s », « acti·f·ve·s », « heureu·x·se·s »: the letter belongs to the masculine.
MASCULINE = {"r": ("se", "ses"), "x": ("se", "ses"), "f": ("ve", "ves")}
CAMEL = re.compile("[a-z][A-Z]|[A-Z]{2}[a-z]{2}")
CAMEL_PART = re.compile("[A-Z]+(?![a-z])|[A-Z]?[^A-Z]+")


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
