"""A text → the sentence around an offset, as French ends its sentences."""

from __future__ import annotations

import re

_END = re.compile(r"(?<![.!?…])[.!?…]+(?:[\u00a0\u202f ]?[»”\"')\]]){0,3}\s+")
_LAST_WORD = re.compile(r"[\w.]+$")
_ABBREVIATIONS = frozenset(
    "m mm mr mme mmes mlle mlles dr pr me st ste cf ex par p pp art al av bd etc info réf ref resp env tél tel vol chap "
    "fig n no éd ed coll dir sec min max approx adm dép dep rég reg soc intro doc".split()
)


def sentences(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence (code points), spaces between them left out."""
    spans: list[tuple[int, int]] = []
    start = 0
    for mark in _END.finditer(text):
        if _goes_on(text, start, mark):
            continue
        end = mark.start() + len(mark.group().rstrip())
        if end > start:
            spans.append((start, end))
        start = mark.end()
    end = len(text.rstrip())
    if end > start:
        spans.append((start, end))
    return spans


def sentence_at(text: str, offset: int) -> tuple[int, int]:
    """Start and end of the sentence that holds `offset`; the nearest one before when it falls between two."""
    found = (0, len(text))
    for span in sentences(text):
        if span[0] > offset:
            break
        found = span
    return found


def _goes_on(text: str, start: int, mark: re.Match[str]) -> bool:
    """Whether the mark belongs to an abbreviation, an initial or an aside, so that the sentence goes on."""
    following = text[mark.end() : mark.end() + 2].lstrip("«“\"'([–—- ")[:1]
    if following and following.islower():
        return True
    if not mark.group().startswith(".") or mark.group().startswith(".."):
        return False
    word = _LAST_WORD.search(text, max(start, mark.start() - 24), mark.start())
    last = word.group().lower() if word else ""
    if last in {"etc", "info"}:
        return False  # a capital follows: here the abbreviation ends the sentence too
    return last in _ABBREVIATIONS or (word is not None and len(last) == 1 and word.group().isupper())
