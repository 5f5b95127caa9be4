"""Names under headings and threads between them → the same in columns, for a desk: threads run from left to right."""

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
_ROW = 64
_GAP = 66  # between two columns: threads turn there
_INDENT = 14
_EDGE = 7  # room for the first knots


@dataclass(frozen=True)
class _Placed:
    row: Row
    left: float
    right: float
    y: float
    drawn: tuple[str, ...]


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
    tallest = max((len(keys) for keys in order), default=0)
    placed: dict[str, _Placed] = {}
    for rank, keys in enumerate(order):
        left = _EDGE + rank * (room + _GAP)
        first = top + (tallest - len(keys)) * _ROW / 2 + _ROW / 2
        for line, key in enumerate(keys):
            drawn = lines(by_key[key].name, room - 2 * _INDENT, SIZE, most=3)
            placed[key] = _Placed(by_key[key], left, left + room, first + line * _ROW, drawn)
    thickness = levels(threads)
    shapes = [shape("path", kind=f"dessin-fil dessin-trait--{thickness[one.weight]}", d=_curve(one, placed)) for one in threads]
    for rank, (group, head) in enumerate(zip(groups, heads, strict=True)):
        shapes += _heading(group[0], head, _EDGE + rank * (room + _GAP))
    gives, takes = {one.upper for one in threads}, {one.lower for one in threads}
    for key, one in placed.items():
        own = "".join(_curve(thread, placed) for thread in threads if key in {thread.upper, thread.lower})
        shapes.append(_name(one, own, key in takes or key not in gives, key in gives))
    return Drawing(WIDTH, round(top + tallest * _ROW + 4), tuple(shapes), "large")


def _curve(thread: Thread, placed: Mapping[str, _Placed]) -> str:
    start, end = placed[thread.upper], placed[thread.lower]
    return path("M", start.right, start.y, "C", start.right + _GAP / 2, start.y, end.left - _GAP / 2, end.y, end.left, end.y)


def _heading(row: Row, drawn: tuple[str, ...], left: float) -> Iterator[Shape]:
    yield shape("use", kind="signe", href=f"#signe-{row.sign}", x=left - 4, y=0, width=24, height=24)
    yield text(drawn, left, 44, "dessin-titre", _LINE)


def _name(one: _Placed, lit: str, before: bool, after: bool) -> Shape:
    kind = "dessin-noeud" + (" dessin-noeud--vide" if one.row.hollow else "")
    first = one.y + 5.5 - (len(one.drawn) - 1) * _LINE / 2
    wide = max(width(line, SIZE) for line in one.drawn)
    height = max(30, len(one.drawn) * _LINE + 8)
    knots = [shape("circle", kind=kind, cx=x, cy=one.y, r=4.5) for x, shown in ((one.left, before), (one.right, after)) if shown]
    return link(
        one.row.url,
        shape("rect", kind="dessin-cible", x=one.left - 6, y=one.y - height / 2, width=one.right - one.left + 12, height=height),
        *((shape("path", kind="dessin-eclaire", d=lit),) if lit else ()),
        shape("rect", kind="dessin-fond", x=one.left + 8, y=first - 15, width=wide + 10, height=len(one.drawn) * _LINE + 2),
        text(one.drawn, one.left + _INDENT, first, "dessin-nom", _LINE),
        *(
            (shape("path", kind="dessin-regle", d=path("M", one.left + _INDENT + wide + 8, one.y, "H", one.right)),)
            if after
            else ()
        ),
        *knots,
        full=one.row.name if is_cut(one.drawn) else "",
    )
