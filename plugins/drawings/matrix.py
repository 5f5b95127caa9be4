"""Needs and families of actors → who answers what, with the empty cells that remain to be filled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plugins.drawings.measuring import is_cut, lines, width
from plugins.drawings.svg import Drawing, Shape, link, path, shape, text
from plugins.model.content import Content, Document
from plugins.model.orders import ordered
from plugins.model.records import Actor, Family, Need
from plugins.text.typesetting import typeset

MOST_FAMILIES = 12
# A page holds no more cells: each is drawn twice and told once.
MOST_CELLS = 160
_SIZE = 15.0
_NARROW, _LARGE = 340, 860
_LABEL = 320
_ROW = 44
_LINE = 18


@dataclass(frozen=True)
class Cell:
    """Actors of one family that answer one need, and those whose answer is expected."""

    family: Document[Family]
    answers: tuple[Document[Actor], ...]
    awaited: tuple[Document[Actor], ...]


@dataclass(frozen=True)
class Line:
    """One need, a cell a family."""

    need: Document[Need]
    cells: tuple[Cell, ...]

    @property
    def empty(self) -> tuple[Cell, ...]:
        """Cells in which nobody answers and nobody is expected to."""
        return tuple(cell for cell in self.cells if not cell.answers and not cell.awaited)


@dataclass(frozen=True)
class Matrix:
    """The facts of the drawing; `hidden_needs` and `hidden_families` are not drawn."""

    families: tuple[Document[Family], ...]
    lines: tuple[Line, ...]
    hidden_needs: int
    hidden_families: int

    @property
    def empty(self) -> int:
        """How many cells are empty."""
        return sum(len(line.empty) for line in self.lines)


def matrix(content: Content) -> Matrix:
    """Needs and families in the editors' order; of more needs than a page holds, those of which a meeting spoke last."""
    needs = ordered(content.needs.values())
    families = ordered(content.families.values())
    shown = tuple(families[:MOST_FAMILIES])
    most = MOST_CELLS // max(len(shown), 8)
    spoken_of = sorted(needs, key=lambda need: _spoken_of(content, need), reverse=True)[:most]
    kept = {need.slug for need in spoken_of}
    rows = tuple(Line(need, tuple(_cell(content, need, family) for family in shown)) for need in needs if need.slug in kept)
    return Matrix(shown, rows, len(needs) - len(rows), len(families) - len(shown))


def _spoken_of(content: Content, need: Document[Need]) -> date:
    """The day of the last meeting from which it comes, or at which somebody answered it."""
    sources = [one.source.reunion for one in need.record.reponses if one.source and one.source.reunion]
    told = [
        content.meetings[slug].record.date
        for slug in (*(one.reunion for one in need.record.origine), *sources)
        if slug in content.meetings
    ]
    return max(told, default=date.min)


def _cell(content: Content, need: Document[Need], family: Document[Family]) -> Cell:
    def of(slugs: list[str]) -> tuple[Document[Actor], ...]:
        found = (content.living[slug] for slug in dict.fromkeys(slugs) if slug in content.living)
        return tuple(actor for actor in found if actor.record.famille == family.slug)

    answering = [answer.acteur for answer in need.record.reponses]
    return Cell(family, of(list(answering)), of([slug for slug in need.record.attendus if slug not in answering]))


def drawings(found: Matrix) -> tuple[Drawing, ...]:
    """For a telephone each need stands over its cells, for a desk beside them."""
    return _drawing(found, large=False), _drawing(found, large=True)


def _drawing(found: Matrix, large: bool) -> Drawing:
    left = _LABEL + 10 if large else 0
    total = _LARGE if large else _NARROW
    step = (total - left) / max(len(found.families), 1)
    heads = [lines(typeset(one.record.titre), 190, _SIZE, most=2 if step >= 2 * _LINE else 1) for one in found.families]
    top = round(max((width(line, _SIZE) for head in heads for line in head), default=0)) + 10
    shapes = []
    for rank, (family, head) in enumerate(zip(found.families, heads, strict=True)):
        middle = left + (rank + 0.5) * step
        first = middle + 5 - (len(head) - 1) * _LINE / 2
        name = text(head, 0, 0, "drawing-name", _LINE, transform=f"translate({first:.1f} {top - 6}) rotate(-90)")
        target = shape("rect", kind="drawing-target", x=middle - step / 2 + 1, y=0, width=step - 2, height=top - 2)
        shapes.append(link(family.url, target, name, full=typeset(family.record.titre) if is_cut(head) else ""))
    y = float(top)
    for line in found.lines:
        drawn, height = _row(line, y, left, step, large)
        shapes += drawn
        y += height
    return Drawing(total, round(y + 4), tuple(shapes), "wide" if large else "narrow")


def _row(line: Line, y: float, left: float, step: float, large: bool) -> tuple[list[Shape], float]:
    title = typeset(line.need.record.titre)
    label = lines(title, (_LABEL if large else _NARROW) - 4, 16, most=2)
    above = 0.0 if large else len(label) * _LINE + 10
    height = above + _ROW
    middle = y + above + _ROW / 2
    first = middle + 5 - (len(label) - 1) * _LINE / 2 if large else y + 20
    box = (y + 2, height - 4) if large else (y + 3, max(above, 30))
    target = shape("rect", kind="drawing-target", x=0, y=box[0], width=_LABEL if large else _NARROW, height=box[1])
    shapes = [shape("path", kind="drawing-rule", d=path("M", 0, y, "H", left + step * len(line.cells)))]
    shapes.append(link(line.need.url, target, text(label, 0, first, "drawing-name", _LINE), full=title if is_cut(label) else ""))
    empty = ""
    for rank, cell in enumerate(line.cells):
        x = left + (rank + 0.5) * step
        if not cell.answers and not cell.awaited:
            empty += path("M", x - 9, middle - 9, "h", 18, "v", 18, "h", -18, "z")
        shapes += _mark(cell, x, middle)
    if empty:
        shapes.append(shape("path", kind="drawing-empty", d=empty))
    return shapes, height


def _mark(cell: Cell, x: float, y: float) -> Iterator[Shape]:
    """A full knot with the number of answers, a hollow one with that of expected answers."""
    both = bool(cell.answers and cell.awaited)
    shift = 8.5 if both else 0
    if cell.awaited:
        yield shape("circle", kind="drawing-awaited", cx=x + shift, cy=y + (8 if both else 0), r=11)
        yield text([str(len(cell.awaited))], x + shift, y + (8 if both else 0) + 5.3, "drawing-figure")
    if cell.answers:
        yield shape("circle", kind="drawing-answered", cx=x - shift, cy=y - (8 if both else 0), r=11)
        yield text([str(len(cell.answers))], x - shift, y - (8 if both else 0) + 5.3, "drawing-figure drawing-figure--on-full")
