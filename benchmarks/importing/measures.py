"""Blocks that were found, beside those that were judged → words in order, ends of blocks, headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

# (kind, text): `heading` or another.
Kinds = Sequence[tuple[str, str]]
_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> list[str]:
    """Letters and digits between anything else, without case."""
    return _WORD.findall(text.replace("\u00ad", "").lower())


def words_in_order(found: Kinds, judged: Kinds) -> float:
    """Of the words of both, how many match in one order: twice the matches, by the words of the two (1 when all do)."""
    a, b = _all(judged), _all(found)
    matched = sum(block.size for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks())
    return 2 * matched / max(len(a) + len(b), 1)


def ends(found: Kinds, judged: Kinds) -> float:
    """F1 of the ends of blocks: after which word of the judged text one ends."""
    a, b = _all(judged), _all(found)
    place = {}
    for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks():
        place |= {block.b + rank: block.a + rank for rank in range(block.size)}
    wanted = set(_ends(judged))
    ours = [place.get(end) for end in _ends(found)]
    good = sum(end in wanted for end in ours)
    return 2 * good / max(len(wanted) + len(ours), 1)


def headings(found: Kinds, judged: Kinds) -> float:
    """F1 of headings, by their words."""
    wanted = [tuple(words_of(text)) for kind, text in judged if kind == "heading"]
    ours = [tuple(words_of(text)) for kind, text in found if kind == "heading"]
    left = list(wanted)
    good = 0
    for one in ours:
        if one in left:
            left.remove(one)
            good += 1
    return 2 * good / max(len(wanted) + len(ours), 1)


def corrections(found: Kinds, judged: Kinds) -> int:
    """How many blocks a person mends: to part, to join, to reword, to make a heading or a table of, to take out, to write."""
    a, b = (
        [(kind if kind in {"heading", "table"} else "text", *words_of(text)) for kind, text in one] for one in (judged, found)
    )
    changes = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    return sum(max(i2 - i1, j2 - j1) for what, i1, i2, j1, j2 in changes if what != "equal")


def pages(judged: Kinds) -> float:
    """How long minutes are, whatever their format: sheets of 450 words."""
    return max(len(_all(judged)) / 450, 1.0)


def _all(blocks: Kinds) -> list[str]:
    return [word for _, text in blocks for word in words_of(text)]


def _ends(blocks: Kinds) -> list[int]:
    found, at = [], 0
    for _, text in blocks:
        count = len(words_of(text))
        if count:
            at += count
            found.append(at - 1)
    return found
