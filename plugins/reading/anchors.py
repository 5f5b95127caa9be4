"""Blocks of a body → headings without jumps and the anchors of paragraphs, tight list items, table rows and definitions."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from markdown_it.token import Token

from plugins.reading.reserved import Reserved
from plugins.text.anchors import paragraph_anchor
from plugins.text.slugs import slugify
from plugins.text.typography import french_spaces

_ANCHORED = {"paragraph_open", "dt_open", "dd_open"}
_ITEMS = {"list_item_open", "dd_open"}
_ITEM_ENDS = {"list_item_close", "dd_close"}
KEPT = r"p-[a-z0-9]{8}(?:-\d+)?"
_KEPT_ANCHOR = re.compile(rf"\s*\{{#({KEPT})\}}\s*$")


@dataclass(frozen=True)
class Heading:
    """A heading of the body: its level (2–6), id and plain text."""

    level: int
    id: str
    text: str


@dataclass
class Anchors:
    """Gives ids to the blocks of one body, in one pass.

    Attributes:
        first_line: line of the file on which the body starts.
        reserved: ids that the page gives to its own parts.
        lines: line of the file for each id given.
        headings: in order.
    """

    first_line: int
    reserved: Reserved
    lines: dict[str, int] = field(default_factory=dict)
    headings: list[Heading] = field(default_factory=list)
    # The number of the last twin of each anchor: a thousand equal paragraphs are counted once.
    twins: dict[str, int] = field(default_factory=dict)

    def give(self, tokens: list[Token]) -> None:
        """Headings start at h2 without jumps and carry ids; each block of text gets its anchor."""
        levels: list[int] = []
        items: list[Token] = []
        row: Token | None = None
        cells: list[str] = []
        for index, token in enumerate(tokens):
            if token.type == "heading_open":
                self._heading(token, tokens[index + 1], tokens[index + 2], levels)
            elif token.type in _ITEMS:
                items.append(token)
            elif token.type in _ITEM_ENDS and items:  # a note in a note, which is told, loses the beginning of its list
                items.pop()
            elif token.type == "tr_open":
                row, cells = token, []
            elif token.type == "inline" and row is not None:
                cells.append(plain(token))
            elif token.type == "tr_close" and row is not None:
                self._anchor(row, _joined(row, cells))
                row = None
            if token.type in _ANCHORED and index + 1 < len(tokens) and tokens[index + 1].type == "inline":
                # A tight list item's paragraph is not written, so its item carries the anchor.
                self._anchor(items[-1] if token.hidden and items else token, tokens[index + 1])

    def _anchor(self, holder: Token, inline: Token) -> None:
        if holder.attrGet("id"):
            return
        kept = _KEPT_ANCHOR.search(inline.content)
        if kept and inline.children:
            anchor = kept[1]
            inline.content = inline.content[: kept.start()]
            for child in reversed(inline.children):
                if child.type == "text" and _KEPT_ANCHOR.search(child.content):
                    child.content = _KEPT_ANCHOR.sub("", child.content)
                    break
        else:
            anchor = paragraph_anchor(plain(inline))
        self._take(holder, anchor, inline)

    def _take(self, holder: Token, anchor: str, inline: Token) -> str:
        name = anchor
        while name in self.lines:
            self.twins[anchor] = self.twins.get(anchor, 1) + 1
            name = f"{anchor}-{self.twins[anchor]}"
        holder.attrSet("id", name)
        self.lines[name] = (inline.map[0] if inline.map else 0) + self.first_line
        return name

    def _heading(self, opening: Token, inline: Token, closing: Token, stack: list[int]) -> None:
        written = int(opening.tag[1])
        while stack and stack[-1] >= written:
            stack.pop()
        stack.append(written)
        level = min(1 + len(stack), 6)
        opening.tag = closing.tag = f"h{level}"
        text = french_spaces(plain(inline))
        slug = slugify(text) or "section"
        name = self._take(opening, f"titre-{slug}" if slug in self.reserved else slug, inline)
        self.headings.append(Heading(level, name, text))


def _joined(row: Token, cells: list[str]) -> Token:
    inline = Token("inline", "", 0)
    inline.content, inline.children = " ".join(cells), []
    inline.map = row.map
    return inline


def plain(inline: Token) -> str:
    """The text of a block without its marks."""
    if not inline.children:
        return inline.content
    parts = []
    for child in inline.children:
        if child.type in {"text", "code_inline", "image"}:
            parts.append(child.content)
        elif child.type in {"softbreak", "hardbreak"}:
            parts.append(" ")
    return "".join(parts)
