"""Names under headings and threads between them → the same in columns, for a desk: threads run from left to right.

A thread that passes a column runs in the lane between two of its names, or beside all of them: never behind a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from plugins.drawings.measuring import is_cut, lines, width
from plugins.drawings.ordering import levelled
from plugins.drawings.svg import Drawing, Shape, link, path, shape, text
from plugins.drawings.threads import Row, Thread, levels

WIDTH = 1120
SIZE = 16.0
_LINE = 19
_ROW = 64  # least height of a name with the lanes around it
_LANE = 24  # room for threads between two names
_SPREAD = 2.5  # between two threads of one lane
_GAP = 66  # between two columns: threads turn there
_INDENT = 14
_EDGE = 7  # room for the first knots


@dataclass(frozen=True)
class _Placed:
    row: Row
    column: int
    left: float
    right: float
    top: float
    bottom: float
    drawn: tuple[str, ...]

    @property
    def y(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True)
class _Column:
    """Where a column stands, and the heights at which a thread may pass it: above, between and below its names."""

    left: float
    right: float
    lanes: tuple[float, ...]

    def lane(self, y: float) -> float:
        """The height, nearest to `y`, at which nothing is written."""
        if not self.lanes or not self.lanes[0] < y < self.lanes[-1]:
            return y
        return min(self.lanes, key=lambda lane: abs(lane - y))


def columns(rows: Sequence[Row], threads: Sequence[Thread]) -> Drawing:
    """One column a heading.

    Args:
        rows: a heading, then its names.
        threads: each from a column to one on its right.
    """
    groups: list[list[Row]] = []
    for row in rows:
        groups.append([row]) if not row.key else groups[-1].append(row)
    ties = {(one.upper, one.lower): one.weight for one in threads}
    order = levelled([[row.key for row in group[1:]] for group in groups], ties)
    by_key = {row.key: row for row in rows if row.key}
    room = (WIDTH - _EDGE + _GAP) / max(len(groups), 1) - _GAP
    heads = [lines(group[0].name, room - 10, SIZE, most=3) for group in groups]
    top = 36 + max((len(head) for head in heads), default=0) * _LINE
    stacks = [[_Sized(by_key[key], lines(by_key[key].name, room - 2 * _INDENT, SIZE, most=8)) for key in keys] for keys in order]
    tallest = max((sum(one.height for one in stack) for stack in stacks), default=0.0)
    placed: dict[str, _Placed] = {}
    stood = []
    for rank, stack in enumerate(stacks):
        left = _EDGE + rank * (room + _GAP)
        y = top + (tallest - sum(one.height for one in stack)) / 2
        lanes = [y]
        for sized in stack:
            placed[sized.row.key] = _Placed(sized.row, rank, left, left + room, y, y + sized.height, sized.drawn)
            y += sized.height
            lanes.append(y)
        stood.append(_Column(left, left + room, tuple(lanes)))
    drawn = {thread: _curve(thread, placed, stood, place) for place, thread in enumerate(threads)}
    thickness = levels(threads)
    shapes = [
        shape("path", kind=f"drawing-thread drawing-stroke--{thickness[one.weight]}", d=curve) for one, curve in drawn.items()
    ]
    for rank, (group, head) in enumerate(zip(groups, heads, strict=True)):
        shapes += _heading(group[0], head, _EDGE + rank * (room + _GAP))
    gives, takes = {one.upper for one in threads}, {one.lower for one in threads}
    for key, one in placed.items():
        own = "".join(curve for thread, curve in drawn.items() if key in {thread.upper, thread.lower})
        shapes.append(_name(one, own, key in takes or key not in gives, key in gives))
    return Drawing(WIDTH, round(top + tallest + 4), tuple(shapes), "wide")


@dataclass(frozen=True)
class _Sized:
    row: Row
    drawn: tuple[str, ...]

    @property
    def height(self) -> float:
        return max(_ROW, len(self.drawn) * _LINE + _LANE)


def _curve(thread: Thread, placed: Mapping[str, _Placed], stood: Sequence[_Column], rank: int) -> str:
    """From knot to knot; each column between them is passed straight, in its lane, a little beside the other threads there."""
    start, end = placed[thread.upper], placed[thread.lower]
    between = stood[start.column + 1 : end.column]
    x, y = start.right, start.y
    pieces: list[str | float] = ["M", x, y]
    for number, column in enumerate(between, 1):
        straight = start.y + (end.y - start.y) * number / (len(between) + 1)
        lane = column.lane(straight) + (rank % 5 - 2) * _SPREAD
        pieces += ["C", x + _GAP / 2, y, column.left - _GAP / 2, lane, column.left, lane, "H", column.right]
        x, y = column.right, lane
    return path(*pieces, "C", x + _GAP / 2, y, end.left - _GAP / 2, end.y, end.left, end.y)


def _heading(row: Row, drawn: tuple[str, ...], left: float) -> Iterator[Shape]:
    yield shape("use", kind="sign", href=f"#signe-{row.sign}", x=left - 4, y=0, width=24, height=24)
    yield text(drawn, left, 44, "drawing-title", _LINE)


def _name(one: _Placed, lit: str, before: bool, after: bool) -> Shape:
    kind = "drawing-knot" + (" drawing-knot--empty" if one.row.hollow else "")
    first = one.y + 5.5 - (len(one.drawn) - 1) * _LINE / 2
    wide = max(width(line, SIZE) for line in one.drawn)
    height = max(30, len(one.drawn) * _LINE + 8)
    knots = [shape("circle", kind=kind, cx=x, cy=one.y, r=4.5) for x, shown in ((one.left, before), (one.right, after)) if shown]
    return link(
        one.row.url,
        shape(
            "rect", kind="drawing-target", x=one.left - 6, y=one.y - height / 2, width=one.right - one.left + 12, height=height
        ),
        *((shape("path", kind="drawing-lit", d=lit),) if lit else ()),
        text(one.drawn, one.left + _INDENT, first, "drawing-name", _LINE),
        *(
            (shape("path", kind="drawing-rule", d=path("M", one.left + _INDENT + wide + 8, one.y, "H", one.right)),)
            if after
            else ()
        ),
        *knots,
        full=one.row.name if is_cut(one.drawn) else "",
    )
