"""Names in a column and threads between them → an arc diagram that a telephone can show: text never shrinks below 12 px."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from plugins.drawings.measuring import is_cut, lines
from plugins.drawings.svg import Drawing, Shape, link, path, shape, text

NAME, HEAD = 16.0, 16.0
_ROOM = 206
_HEAD_ROOM = 186
_KNOT = 220
_LINE = 19
_ROW = 32
# A thread has one of five thicknesses; the text tells the number.
THICKEST = 5


@dataclass(frozen=True)
class Row:
    """A name, or the heading of those that follow.

    Attributes:
        key: what threads are tied to; empty for a heading.
        name: as it is read.
        url: address under the site's root; empty when it leads nowhere.
        sign: of a heading, the role whose sign stands before it.
        hollow: whether its knot is empty.
    """

    key: str
    name: str
    url: str = ""
    sign: str = ""
    hollow: bool = False


@dataclass(frozen=True)
class Thread:
    """Two keys, the upper first, and how much holds them together."""

    upper: str
    lower: str
    weight: int


@dataclass(frozen=True)
class _Placed:
    row: Row
    top: float
    height: float
    drawn: tuple[str, ...]

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


def draw(rows: Sequence[Row], threads: Sequence[Thread], kind: str, width: int = 340, variant: str = "single") -> Drawing:
    """The whole drawing: threads behind, names over them; a name that is pointed at lights its threads.

    Args:
        rows: from top to bottom.
        threads: between their keys.
        kind: class of the threads: `drawing-thread` where one leads to the other, else `drawing-link`.
        width: what the names leave is for the threads.
        variant: of the drawing.
    """
    placed = list(_place(rows))
    heights = {one.row.key: one.middle for one in placed if one.row.key}
    longest = max((abs(heights[one.lower] - heights[one.upper]) for one in threads), default=1)
    arcs = {one: _arc(heights[one.upper], heights[one.lower], longest, width - _KNOT - 5) for one in threads}
    own: dict[str, list[str]] = {}
    for one, arc in arcs.items():
        own.setdefault(one.upper, []).append(arc)
        own.setdefault(one.lower, []).append(arc)
    # The strongest last: it lies over the others.
    ordered, thickness = sorted(threads, key=lambda one: one.weight), levels(threads)
    shapes = [shape("path", kind=f"{kind} drawing-stroke--{thickness[one.weight]}", d=arcs[one]) for one in ordered]
    shapes += [drawn for one in placed for drawn in (_name(one, own) if one.row.key else _heading(one))]
    bottom = placed[-1].top + placed[-1].height if placed else 0
    return Drawing(width, round(bottom + 2), tuple(shapes), variant)


def levels(threads: Sequence[Thread]) -> dict[int, int]:
    """The thickness of each weight, 1 to 5: one step a unit when five are enough, else as far as it is between the least and the most."""
    weights = sorted({thread.weight for thread in threads})
    if not weights:
        return {}
    span = max(weights[-1] - weights[0], THICKEST - 1)
    return {weight: 1 + (weight - weights[0]) * (THICKEST - 1) // span for weight in weights}


def _place(rows: Sequence[Row]) -> Iterator[_Placed]:
    top = 0.0
    for rank, row in enumerate(rows):
        if row.key:
            drawn = lines(row.name, _ROOM, NAME, most=6)
            height = _ROW + (len(drawn) - 1) * _LINE
        else:
            drawn = lines(row.name, _HEAD_ROOM, HEAD, most=3)
            top += 14 if rank else 0
            height = 30 + (len(drawn) - 1) * _LINE
        yield _Placed(row, top, height, drawn)
        top += height


def _arc(upper: float, lower: float, longest: float, widest: float) -> str:
    span = lower - upper
    reach = 12 + (widest - 12) * (span / longest) ** 0.8
    return path("M", _KNOT, upper, "A", reach, span / 2, 0, 0, 1, _KNOT, lower)


def _name(one: _Placed, own: Mapping[str, Sequence[str]]) -> Iterator[Shape]:
    row = one.row
    first = one.middle + 5.5 - (len(one.drawn) - 1) * _LINE / 2
    lit = "".join(own.get(row.key, ()))
    pieces = (
        shape("rect", kind="drawing-target", x=0, y=one.top + 1, width=_KNOT + 8, height=one.height - 2),
        *((shape("path", kind="drawing-lit", d=lit),) if lit else ()),
        text(one.drawn, 0, first, "drawing-name", _LINE),
        shape("circle", kind="drawing-knot" + (" drawing-knot--empty" if row.hollow else ""), cx=_KNOT, cy=one.middle, r=4.5),
    )
    yield link(row.url, *pieces, full=row.name if is_cut(one.drawn) else "")


def _heading(one: _Placed) -> Iterator[Shape]:
    first = one.top + 20
    if one.row.sign:
        yield shape("use", kind="sign", href=f"#signe-{one.row.sign}", x=0, y=first - 17, width=22, height=22)
    yield text(one.drawn, 30 if one.row.sign else 0, first, "drawing-title", _LINE)
