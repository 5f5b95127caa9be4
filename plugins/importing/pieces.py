"""What every format gives: pieces of text in reading order, with their place in the file and how they look."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

# Parts the lines of a cell in its text.
CELL_LINE = "\u2028"


@dataclass(frozen=True)
class Box:
    """A rectangle of a page, in points from its top left corner; of a plain text, in signs and lines."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    def around(self, other: Box) -> Box:
        """The smallest box that holds both."""
        return Box(
            min(self.left, other.left), min(self.top, other.top), max(self.right, other.right), max(self.bottom, other.bottom)
        )


@dataclass(frozen=True)
class Spot:
    """Where a piece stands in its file: a page and a box, a line, or a paragraph.

    Attributes:
        page: from 1; 0 where the format has no pages.
        box: in points; None where the format has none.
        rank: of the line (plain text) or paragraph, from 1; 0 where page and box say it.
        unit: what `rank` counts: `ligne` or `paragraphe`.
    """

    page: int = 0
    box: Box | None = None
    rank: int = 0
    unit: Literal["", "ligne", "paragraphe"] = ""

    def __str__(self) -> str:
        """« page 2, cadre 57,120 à 540,150 », « ligne 12 »."""
        if self.rank:
            return f"{self.unit} {self.rank}"
        if self.box is None:
            return f"page {self.page}"
        return f"page {self.page}, cadre {self.box.left:.0f},{self.box.top:.0f} à {self.box.right:.0f},{self.box.bottom:.0f}"


@dataclass(frozen=True)
class Style:
    """How a piece looks, or what the format says that it is.

    Attributes:
        size: height of its letters, in points; 0 when unknown.
        bold: whether all of it is bold, or underlined: either makes it stand out.
        level: of a heading that the format declares, from 1; 0 for none.
        marker: of an item of a list that the format declares: « - », « 1. »; empty for none.
        depth: of a list in a list, from 0.
        cell: table, row and column, from 0, of a piece in a table.
    """

    size: float = 0.0
    bold: bool = False
    level: int = 0
    marker: str = ""
    depth: int = 0
    cell: tuple[int, int, int] | None = None


@dataclass(frozen=True)
class Piece:
    """A line of a page, or a whole paragraph where the format has paragraphs.

    Attributes:
        text: a tab stands for a wide gap.
        spot: where it stands.
        style: how it looks.
        flow: number of the column that it belongs to, counted through the file.
        whole: whether it is a paragraph of its own: nothing is joined to it.
        ends: whether the file says that a paragraph ends with this line.
        reach: how far to the right its column goes; 0 when its lines alone can say.
        faint: whether a word of it was recognised in a picture, and hardly.
    """

    text: str
    spot: Spot
    style: Style = field(default_factory=Style)
    flow: int = 0
    whole: bool = False
    ends: bool = False
    reach: float = 0.0
    faint: bool = False

    def placed(self, cell: tuple[int, int, int]) -> Piece:
        """The same, in another cell."""
        return replace(self, style=replace(self.style, cell=cell))


@dataclass(frozen=True)
class Block:
    """A heading, a paragraph, an item of a list, or a table.

    Attributes:
        kind: which of them.
        text: on one line; a tab stands for a wide gap. Of a table: its cells, row by row.
        spots: where its lines stand.
        level: of a heading, from 1.
        marker: of an item: « - » or « 1. ».
        depth: of an item, from 0.
        rows: of a table.
        doubts: what a person must look at, in French.
        bold: whether all of it is.
    """

    kind: Literal["heading", "paragraph", "item", "table"]
    text: str
    spots: tuple[Spot, ...]
    level: int = 0
    marker: str = ""
    depth: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    doubts: tuple[str, ...] = ()
    bold: bool = False

    @property
    def where(self) -> str:
        """Its place in the file, in words: the first page's part of it."""
        first = self.spots[0]
        if first.box is None or first.rank:
            return str(first)
        box = first.box
        for spot in self.spots[1:]:
            if spot.page == first.page and spot.box:
                box = box.around(spot.box)
        return str(Spot(first.page, box))


class RefusedError(Exception):
    """A file that is not read, and why: a French sentence with what to do instead."""
