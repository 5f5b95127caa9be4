"""The words of a page with their boxes → its lines in reading order: columns one after the other, tables cell by cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from plugins.importing.grids import Grid, Ruling, grids
from plugins.importing.gutters import WIDE_GAP, Line, Word, ordered, runs_of
from plugins.importing.pieces import Box, Piece, Spot, Style
from plugins.text.words import OBJECT

_OTHER_SIZE = 0.09


def lines(words: Sequence[Word], rulings: Sequence[Ruling], page: int, flow: int) -> list[Piece]:
    """The lines of one page.

    Args:
        words: in the order of the file.
        rulings: what may draw a table.
        page: its number, from 1.
        flow: what the first column's number is to be above.
    """
    tables = grids(rulings)
    inside: dict[int, list[Word]] = {}
    free: list[Word] = []
    for word in words:
        rank = next((rank for rank, grid in enumerate(tables) if grid.cell_of(word.box)), None)
        (free if rank is None else inside.setdefault(rank, [])).append(word)
    # A table takes its place among the columns as one large word.
    runs = [*runs_of(free), *(Line((_stand_in(rank, tables[rank], own),)) for rank, own in inside.items())]
    found: list[Piece] = []
    own = flow + 1 + len(tables)
    for column, reach in ordered(runs, max((run.box.right for run in runs), default=0.0)):
        for row in _rows(column):
            if row[0].table is not None:
                found += _table(inside[row[0].table], tables[row[0].table], page, flow + 1 + row[0].table)
                own += 1  # what follows a table is another part of the column: no paragraph goes on through it
            else:
                found.append(replace(_piece(row, page, own), reach=reach))
        own += 1
    return found


def _stand_in(rank: int, grid: Grid, words: Sequence[Word]) -> Word:
    box = Box(grid.columns[0], grid.rows[0], grid.columns[-1], grid.rows[-1])
    return Word(f"{OBJECT}{rank}", box, words[0].size, bold=False)


def _rows(runs: list[Line]) -> list[list[Line]]:
    """Runs of one column → rows from top to bottom, each from left to right."""
    rows: list[list[Line]] = []
    for run in sorted(runs, key=lambda run: run.box.top if run.table is not None else (run.box.top + run.box.bottom) / 2):
        middle = (run.box.top + run.box.bottom) / 2
        # Text beside letters of another size is no cell beside a cell: a heading ends one column where another begins.
        last = rows[-1][0] if rows else run
        alone = run.table is not None or last.table is not None or abs(run.size - last.size) > _OTHER_SIZE * last.size
        beside = bool(rows) and last.box.top <= middle <= last.box.bottom
        if beside and not alone:
            rows[-1].append(run)
        elif beside and run.box.right < last.box.left:
            rows.insert(-1, [run])
        else:
            rows.append([run])
    return [sorted(row, key=lambda run: run.box.left) for row in rows]


def _piece(row: Sequence[Line], page: int, flow: int, cell: tuple[int, int, int] | None = None) -> Piece:
    """One line; its gaps are tabs where they are wider than those of justified words."""
    words = [word for run in row for word in run.words]
    letters = [word for word in words if any(sign.isalpha() for sign in word.text)] or words
    size = median(word.size for word in letters)
    gaps = [after.box.left - before.box.right for before, after in pairwise(words)]
    text = words[0].text
    for rank, (gap, word) in enumerate(zip(gaps, words[1:], strict=True)):
        others = [other for at, other in enumerate(gaps) if at != rank]
        wide = gap > 1.2 * WIDE_GAP * size and (not others or gap > 2.5 * median(others))
        text += ("\t" if wide else " ") + word.text
    # Another typeface, in one word, makes no line higher.
    box = Box(
        min(word.box.left for word in words), median(word.box.top for word in words),
        max(word.box.right for word in words), median(word.box.bottom for word in words),
    )  # fmt: skip
    style = Style(size=size, bold=all(word.bold for word in letters), cell=cell)
    return Piece(text, Spot(page, box), style, flow, faint=any(word.faint for word in words))


def _table(words: list[Word], grid: Grid, page: int, flow: int) -> list[Piece]:
    cells: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        at = grid.cell_of(word.box)
        if at:
            cells.setdefault(at, []).append(word)
    return [_piece(row, page, flow, (flow, *at)) for at in sorted(cells) for row in _rows(runs_of(cells[at]))]
