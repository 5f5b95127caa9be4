"""A mention → its sentence, in three pieces that a template can mark."""

from __future__ import annotations

import re
from bisect import bisect_right

from plugins.crosslinks.backlink_records import Excerpt
from plugins.crosslinks.mention import Mention
from plugins.text.sentences import sentences

_LONGEST_SIDE = 220  # code points kept on each side of a mention, give or take a word
_READ = 600  # of a sentence without end, no more is read
_SPACES = re.compile("[ \t\r\n]{2,}|[\t\r\n]")  # no-break spaces stay; one space is what it becomes
_LIST_ENDS = frozenset(";,:")  # what only the rest of a list explains
_ARTICLE = 8  # code points: no more stands around a name alone, an article and a full stop
_WORD = re.compile(r"\w{4}")
_NOT_TEXT = re.compile("[\ufffc\u00ad]")


class Sentences:
    """The sentences of the blocks of one page, each block read once."""

    def __init__(self) -> None:
        self._spans: dict[str, list[tuple[int, int]]] = {}

    def of(self, mention: Mention) -> tuple[int, int]:
        """Start and end, in its block, of the sentence that holds a mention, and of the next one where it only names."""
        spans = self._spans.get(mention.block)
        if spans is None:
            spans = self._spans[mention.block] = sentences(mention.block) or [(0, len(mention.block))]
        rank = bisect_right(spans, mention.start, key=lambda span: span[0])
        start, end = spans[max(rank - 1, 0)]
        if rank < len(spans) and _only_names(mention, start, end):
            end = spans[max(rank, 1)][1]  # as over a paragraph: the next sentence says something of it
        return min(start, mention.start), max(end, mention.end)


def _only_names(mention: Mention, start: int, end: int) -> bool:
    """Whether a sentence holds its mention and no other word longer than an article."""
    around = (mention.start - start, end - mention.end)
    if max(around) > _ARTICLE:
        return False
    return not _WORD.search(mention.block[start : mention.start] + " " + mention.block[mention.end : end])


def excerpt(mention: Mention, speakers: tuple[str, ...] = ()) -> Excerpt:
    """The sentence of a mention.

    Args:
        mention: of any kind.
        speakers: names of who speaks.
    """
    start, end = mention.sentence
    before = _plain(mention.block[max(start, mention.start - _READ) : mention.start]).lstrip()
    after = _without_list_end(_plain(mention.block[mention.end : min(end, mention.end + _READ)]))
    return Excerpt(_tail(before), _plain(mention.surface).strip(), _head(after), mention.anchor, speakers)


def _plain(text: str) -> str:
    return _SPACES.sub(" ", _NOT_TEXT.sub("", text))


def _without_list_end(text: str) -> str:
    bare = text.rstrip()
    return bare[:-1].rstrip(" \u00a0\u202f") if bare[-1:] in _LIST_ENDS else bare


def _tail(text: str) -> str:
    if len(text) <= _LONGEST_SIDE:
        return text
    cut = text[-_LONGEST_SIDE:]
    return "… " + cut[cut.find(" ") + 1 :]


def _head(text: str) -> str:
    if len(text) <= _LONGEST_SIDE:
        return text
    cut = text[:_LONGEST_SIDE]
    return (cut[: cut.rfind(" ")] if " " in cut else cut) + " …"
