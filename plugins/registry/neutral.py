"""Markdown → a text of the same length in which marks and entities no longer hide a name: offsets hold."""

from __future__ import annotations

import re
from html import unescape

# Neither a letter nor a space: words go on through it, as « Mme **Vas**seur » does for who reads the page.
BLANK = "\u200b"
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_QUOTED_LINE = re.compile(r"\n[ \t]{0,12}(?:>[ \t]?)+")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
# Underscores inside a word are no emphasis: a file name « cr_martin.pdf » has two words.
_INNER_UNDERSCORE = re.compile(r"(?<=[^\W_])_(?=[^\W_])")
EMPHASIS = re.compile(r"\*+|(?<![^\W_])_+|_+(?![^\W_])|~~")


def neutral(text: str) -> str:
    """The text with emphasis, escapes, entities and quote marks blanked, character for character."""
    if "&" in text:
        text = _ENTITY.sub(_entity, text)
    if ">" in text:
        text = _QUOTED_LINE.sub(lambda m: "\n" + " " * (len(m[0]) - 1), text)
    if "\\" in text:
        text = _ESCAPE.sub(BLANK, text)
    if "_" in text:
        text = _INNER_UNDERSCORE.sub("/", text)
    return EMPHASIS.sub(lambda m: BLANK * len(m[0]), text)


def _entity(match: re.Match[str]) -> str:
    decoded = unescape(match[0])
    return decoded + BLANK * (len(match[0]) - len(decoded)) if decoded != match[0] else match[0]
