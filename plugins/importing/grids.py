"""The thin lines of a page → its ruled tables, and in which cell of them a word stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from plugins.importing.pieces import Box

_TOUCH = 4.0  # points: lines that meet
_FEWEST_CELLS = 2


@dataclass(frozen=True)
class Ruling:
    """A line of the drawing: across the page, or down it."""

    way: Literal["across", "down"]
    box: Box


@dataclass(frozen=True)
class Grid:
    """A table: where its rows and columns are parted, from the first side to the last."""

    rows: tuple[float, ...]
    columns: tuple[float, ...]

    def cell_of(self, box: Box) -> tuple[int, int] | None:
        """Row and column of what stands in a box; None outside."""
        x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
        row, column = _between(self.rows, y), _between(self.columns, x)
        return None if row is None or column is None else (row, column)


def grids(rulings: Sequence[Ruling]) -> list[Grid]:
    """Every table of at least two rows and two columns, from the top of the page down."""
    groups: list[list[Ruling]] = []
    for ruling in rulings:
        near = [group for group in groups if any(_meet(ruling.box, other.box) for other in group)]
        merged = [ruling, *(one for group in near for one in group)]
        groups = [group for group in groups if group not in near] + [merged]
    found = []
    for group in groups:
        rows = _levels((one.box.top + one.box.bottom) / 2 for one in group if one.way == "across")
        columns = _levels((one.box.left + one.box.right) / 2 for one in group if one.way == "down")
        across, down = ([one.box for one in group if one.way == way] for way in ("across", "down"))
        columns = _reached(columns, sorted(box.left for box in across), sorted(box.right for box in across))
        rows = _reached(rows, sorted(box.top for box in down), sorted(box.bottom for box in down))
        # A row alone, of several cells, is what a page's end left of a table.
        if len(columns) > _FEWEST_CELLS and (len(rows) > _FEWEST_CELLS or (len(rows) == 2 and len(columns) > _FEWEST_CELLS + 1)):
            found.append(Grid(rows, columns))
    return sorted(found, key=lambda grid: grid.rows[0])


def _reached(levels: tuple[float, ...], starts: Sequence[float], ends: Sequence[float]) -> tuple[float, ...]:
    """Sides that are not drawn (open tables, those that a page cuts): as far as two of the lines that cross go."""
    if len(levels) < 2 or len(starts) < 2:
        return levels
    before = (starts[1],) if starts[1] < levels[0] - 2 * _TOUCH else ()
    after = (ends[-2],) if ends[-2] > levels[-1] + 2 * _TOUCH else ()
    return (*before, *levels, *after)


def _meet(one: Box, other: Box) -> bool:
    return (
        one.left - _TOUCH <= other.right
        and other.left - _TOUCH <= one.right
        and one.top - _TOUCH <= other.bottom
        and other.top - _TOUCH <= one.bottom
    )


def _levels(values: Iterable[float]) -> tuple[float, ...]:
    """Places, those that are one for the eye taken once."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _TOUCH:
            found.append(value)
    return tuple(found)


def _between(levels: Sequence[float], at: float) -> int | None:
    return next((rank for rank in range(len(levels) - 1) if levels[rank] <= at < levels[rank + 1]), None)
