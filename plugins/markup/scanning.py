"""HTML → its text block by block, each character knowing where it stands in the source.

The source is never rebuilt: what is rewritten is spliced into it (see `rewriting`), so that all else stays to the byte.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from html import unescape

from plugins.markup.elements import ATTRIBUTE_ID, BLOCKS, CLOSED, ENTITY, HEADINGS, OUR_LINK, OURS, SPEECH, TAG, VOIDS
from plugins.text.words import OBJECT

_VOID_TEXT = {"br": "\n"}


@dataclass(eq=False)
class Element:
    """An element of the source, with the places of its two tags (`-1` when the closing one is missing)."""

    name: str
    attributes: str
    open_start: int
    open_end: int
    close_start: int = -1
    close_end: int = -1

    @property
    def id(self) -> str:
        """Its id, or an empty text."""
        found = ATTRIBUTE_ID.search(self.attributes)
        return next((unescape(value) for value in found.groups() if value), "") if found else ""


@dataclass(frozen=True)
class Piece:
    """A run of text: `source` to `source_end` in the HTML; a character reference is a piece of its own."""

    start: int
    source: int
    source_end: int
    verbatim: bool
    inline: tuple[Element, ...] = field(repr=False)


@dataclass(frozen=True)
class Block:
    """A paragraph, list item, cell, heading…: text that a mention may not leave.

    Attributes:
        start, end: its place in the text of the page.
        element: the innermost block element around it; None for bare text.
        anchor: the id of the nearest element around it that has one.
        section: number of headings before it, itself included.
        section_id: the id of the heading that it stands under.
        heading: whether it is a heading, or the title of what unfolds.
        speech: slugs of who speaks, when it stands in a `div` that says so (`data-acteurs`).
    """

    start: int
    end: int
    element: Element | None
    anchor: str
    section: int
    section_id: str
    heading: bool
    speech: tuple[str, ...] = ()


@dataclass(frozen=True)
class Scanned:
    """A page.

    Attributes:
        html: the source.
        text: the text of all blocks, each closed by `OBJECT`.
        searched: the same length, with `OBJECT` for every character inside code or a link that is not ours.
        blocks: in order.
        closed: (start, end, why) of what stands inside a link or code.
    """

    html: str
    text: str
    searched: str
    blocks: tuple[Block, ...]
    closed: tuple[tuple[int, int, str], ...]
    pieces: tuple[Piece, ...] = field(repr=False)
    starts: tuple[int, ...] = field(repr=False)

    def piece_at(self, offset: int) -> Piece:
        """The piece that holds the character at `offset` of the text."""
        return self.pieces[bisect_right(self.starts, offset) - 1]

    def source_start(self, offset: int) -> int:
        """Where the character at `offset` begins in the HTML."""
        piece = self.piece_at(offset)
        return piece.source + offset - piece.start if piece.verbatim else piece.source

    def source_end(self, offset: int) -> int:
        """Where the character before `offset` ends in the HTML."""
        piece = self.piece_at(offset - 1)
        return piece.source + offset - piece.start if piece.verbatim else piece.source_end


def scan(html: str) -> Scanned:
    """Read a page in one pass, linear in its length; tags that do not match are taken as they come."""
    reader = _Reader(html)
    position = 0
    for tag in TAG.finditer(html):
        if tag.start() > position:
            reader.text(position, tag.start())
        position = tag.end()
        name = (tag["name"] or "").lower()
        if name and tag["close"]:
            reader.close(name, tag.start(), tag.end())
        elif name:
            reader.open(Element(name, tag["attributes"], tag.start(), tag.end()))
    if position < len(html):
        reader.text(position, len(html))
    return reader.done()


class _Reader:
    def __init__(self, html: str) -> None:
        self.html = html
        self.length = 0
        self.parts: list[str] = []
        self.pieces: list[Piece] = []
        self.blocks: list[Block] = []
        self.closed: list[tuple[int, int, str]] = []
        self.stack: list[Element] = []
        self.inline: tuple[Element, ...] = ()
        self.open_names: dict[str, int] = {}
        self.reasons: list[tuple[Element, str]] = []
        self.block_start: int | None = None
        self.section = 0
        self.section_id = ""

    def text(self, start: int, end: int) -> None:
        if self.block_start is None:
            if self.html[start:end].isspace():
                return
            self.block_start = self.length
        position = start
        if "&" in self.html[start:end]:
            for entity in ENTITY.finditer(self.html, start, end):
                decoded = unescape(entity.group())
                if decoded != entity.group():
                    self._put(self.html[position : entity.start()], position, entity.start(), verbatim=True)
                    self._put(decoded, entity.start(), entity.end(), verbatim=False)
                    position = entity.end()
        self._put(self.html[position:end], position, end, verbatim=True)

    def _put(self, text: str, start: int, end: int, *, verbatim: bool) -> None:
        if not text:
            return
        self.pieces.append(Piece(self.length, start, end, verbatim, self.inline))
        if self.reasons:
            self.closed.append((self.length, self.length + len(text), self.reasons[0][1]))
        self.parts.append(text)
        self.length += len(text)

    def open(self, element: Element) -> None:
        name = element.name
        if name in BLOCKS:
            self._end_block()
        if name in VOIDS:
            if self.block_start is not None and name != "wbr":
                broken = name == "br" and self.html.startswith("\n", element.open_end)
                self._put("" if broken else _VOID_TEXT.get(name, OBJECT), element.open_start, element.open_end, verbatim=False)
            return
        if name in HEADINGS:
            self.section += 1
            self.section_id = element.id
        self.stack.append(element)
        self.open_names[name] = self.open_names.get(name, 0) + 1
        if name in CLOSED:
            ours = name == "a" and OUR_LINK.search(element.attributes)
            self.reasons.append((element, OURS if ours else CLOSED[name]))
        elif name not in BLOCKS:
            self.inline = (*self.inline, element)

    def close(self, name: str, start: int, end: int) -> None:
        if name in BLOCKS:
            self._end_block()
        if not self.open_names.get(name):
            return
        while self.stack:
            element = self.stack.pop()
            self.open_names[element.name] -= 1
            if self.reasons and self.reasons[-1][0] is element:
                self.reasons.pop()
            elif self.inline and self.inline[-1] is element:
                self.inline = self.inline[:-1]
            if element.name == name:
                element.close_start, element.close_end = start, end
                return

    def _end_block(self) -> None:
        if self.block_start is None:
            return
        around = [element for element in reversed(self.stack) if element.name in BLOCKS]
        element = around[0] if around else None
        anchor = next((e.id for e in around if e.id), "")
        heading = any(e.name in HEADINGS or e.name == "summary" for e in around[:1])
        speech = next((tuple(found[1].split()) for e in around if (found := SPEECH.search(e.attributes))), ())
        self.blocks.append(Block(self.block_start, self.length, element, anchor, self.section, self.section_id, heading, speech))
        self.parts.append(OBJECT)
        self.pieces.append(Piece(self.length, self.pieces[-1].source_end, self.pieces[-1].source_end, verbatim=False, inline=()))
        self.length += 1
        self.block_start = None

    def done(self) -> Scanned:
        self._end_block()
        text = "".join(self.parts)
        searched = text
        if self.closed:
            kept, position = [], 0
            for start, end, why in self.closed:
                if why == OURS:
                    continue
                kept += [text[position:start], OBJECT * (end - start)]
                position = end
            searched = "".join([*kept, text[position:]])
        starts = tuple(piece.start for piece in self.pieces)
        return Scanned(self.html, text, searched, tuple(self.blocks), tuple(self.closed), tuple(self.pieces), starts)
