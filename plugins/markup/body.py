"""What a body is once it was read: its text block by block, each character knowing where it stands in the source.

The source is never rebuilt: what is rewritten is spliced into it (see `rewriting`), so that all else stays to the byte.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from plugins.text.tokens import Tokens
from plugins.text.words import OBJECT


@dataclass(eq=False, slots=True)
class Element:
    """An element of the source, with the places of its two tags; nobody changes it once the body was read.

    Attributes:
        name: in lower case.
        attributes: in the order of the source, entities decoded.
        open_start, open_end: its start tag.
        close_start, close_end: its end tag.
    """

    name: str
    attributes: Mapping[str, str]
    open_start: int
    open_end: int
    close_start: int = -1
    close_end: int = -1

    @property
    def id(self) -> str:
        """Its id, or an empty text."""
        return self.attributes.get("id", "")


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text: `source` to `source_end` in the HTML; a character reference or a line break is a piece of its own."""

    start: int
    source: int
    source_end: int
    verbatim: bool
    inline: tuple[Element, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list item, cell, heading…: text that a mention may not leave.

    Attributes:
        start, end: its place in the text of the body.
        element: the innermost block element around it; None for bare text.
        anchor: the id of the nearest element around it that has one.
        section: number of headings before it, itself included.
        section_id: the id of the heading that it stands under.
        heading: whether it is a heading, or the title of what unfolds.
        speech: slugs of who speaks, when it stands in a `div` that says so (`data-actors`).
    """

    start: int
    end: int
    element: Element | None
    anchor: str
    section: int
    section_id: str
    heading: bool
    speech: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Closed:
    """A run of text in which no mention may be linked: what stands inside a link or code.

    Attributes:
        start, end: its place in the text of the body.
        why: `LINK`, `CODE`, or `OURS`.
        element: the link or the code.
    """

    start: int
    end: int
    why: str
    element: Element


@dataclass(frozen=True)
class Body:
    """A body.

    Attributes:
        html: the source.
        text: the text of all blocks, each closed by `OBJECT`.
        searched: the same length, with `OBJECT` for every character inside code or a link that is not ours.
        blocks, closed, pieces: in order.
    """

    html: str
    text: str
    searched: str
    blocks: tuple[Block, ...]
    closed: tuple[Closed, ...]
    pieces: tuple[Run, ...] = field(repr=False)
    starts: tuple[int, ...] = field(repr=False)

    @cached_property
    def tokens(self) -> Tokens:
        """The words of `searched`: cut once, for all who look for names."""
        return Tokens(self.searched)

    def piece_at(self, offset: int) -> Run:
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

    def lines(self, block: Block) -> str:
        """The text of a block as a person reads it: the source's line ends are spaces, a break or a picture ends a line."""
        first, last = (bisect_right(self.starts, place) - 1 for place in (block.start, block.end - 1))
        parts = []
        for piece, end in zip(self.pieces[first : last + 1], (*self.starts[first + 1 : last + 1], block.end), strict=True):
            text = self.text[piece.start : end]
            parts.append(text.replace("\n", " ") if piece.verbatim else text.replace(OBJECT, "\n"))
        return "".join(parts)
