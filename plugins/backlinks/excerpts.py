"""A mention → its sentence, in three pieces that a template can mark."""

from __future__ import annotations

import re

from plugins.backlinks.records import Excerpt
from plugins.crosslinks.mention import Mention
from plugins.text.sentences import sentence_at

_LONGEST_SIDE = 220  # code points kept on each side of a mention, give or take a word
_SPACES = re.compile("[ \t\r\n]+")  # no-break spaces stay
_LIST_END = re.compile("[ \u00a0\u202f]*[;,:]?\\s*$")  # what only the rest of a list explains
_NOT_TEXT = re.compile("[\ufffc\u00ad]")


def sentence_of(mention: Mention) -> tuple[int, int]:
    """Start and end, in its block, of the sentence that holds a mention."""
    start, end = sentence_at(mention.block, mention.start)
    return start, max(end, mention.end)


def excerpt(mention: Mention, speakers: tuple[str, ...] = ()) -> Excerpt:
    """The sentence of a mention.

    Args:
        mention: of any kind.
        speakers: names of who speaks.
    """
    start, end = sentence_of(mention)
    before = _plain(mention.block[start : mention.start]).lstrip()
    after = _LIST_END.sub("", _plain(mention.block[mention.end : end]))
    return Excerpt(_tail(before), _plain(mention.surface).strip(), _head(after), mention.anchor, speakers)


def _plain(text: str) -> str:
    return _SPACES.sub(" ", _NOT_TEXT.sub("", text))


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
