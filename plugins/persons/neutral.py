"""Markdown → a text of the same length in which marks and entities no longer hide a name: offsets hold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

# Neither a letter nor a space: words go on through it, as « Mme **Vas**seur » does for who reads the page.
BLANK = "\u200b"
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_QUOTED_LINE = re.compile(r"\n[ \t]{0,12}(?:>[ \t]?)+")
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,200}>")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~\n])")
# « M^me^ »: what other tools read as a superscript.
_RAISED = re.compile(r"(?<=[^\W\d_])\^(?=\w)|(?<=\^\w\w)\^|(?<=\^\w\w\w)\^")
# Underscores inside a word are no emphasis: a file name « cr_martin.pdf » has two words.
_INNER_UNDERSCORE = re.compile(r"(?<=[^\W_])_(?=[^\W_])")
EMPHASIS = re.compile(r"\*+|(?<![^\W_])_+|_+(?![^\W_])|~~")


def neutral(text: str) -> str:
    """The text with emphasis, tags, escapes, entities and quote marks blanked, character for character."""
    if "&" in text:
        text = _ENTITY.sub(_entity, text)
    if "<" in text:
        text = _TAG.sub(lambda m: BLANK * len(m[0]), text)
    if ">" in text:
        text = _QUOTED_LINE.sub(lambda m: "\n" + " " * (len(m[0]) - 1), text)
    if "\\" in text:
        text = _ESCAPE.sub(BLANK, text)
    if "^" in text:
        text = _RAISED.sub(BLANK, text)
    if "_" in text:
        text = _INNER_UNDERSCORE.sub("/", text)
    return EMPHASIS.sub(lambda m: BLANK * len(m[0]), text)


def _entity(match: re.Match[str]) -> str:
    decoded = unescape(match[0])
    return decoded + BLANK * (len(match[0]) - len(decoded)) if decoded != match[0] else match[0]


@dataclass(frozen=True)
class Cut:
    """A span of Markdown to take out, and the emphasis marks in it whose fellows stay: `closing` before, `opening` after."""

    start: int
    end: int
    closing: str
    opening: str


def balanced(text: str, start: int, end: int) -> Cut:
    """The span, widened to the emphasis marks around it that belong to marks inside it."""
    opened: list[str] = []
    closed: list[str] = []
    for mark in EMPHASIS.finditer(text, start, end):
        if opened and opened[-1] == mark[0]:
            opened.pop()
        elif text[mark.start() - 1 : mark.start()].isspace() or (
            text.startswith(mark[0], end) and not text.endswith(mark[0], 0, start)
        ):
            opened.append(mark[0])
        else:
            closed.append(mark[0])
    while opened and text.startswith(opened[-1], end):
        end += len(opened.pop())
    while closed and text.endswith(closed[-1], 0, start):
        start -= len(closed.pop())
    return Cut(start, end, "".join(closed), "".join(opened))
