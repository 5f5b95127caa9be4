"""Tables that the end of a page or of a column cuts in two → one table: what stands before and after is one of them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from plugins.importing.pieces import Piece


def parts(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Pieces by table, those of a table that goes on together; lines outside any table between two of them together too."""
    found: list[list[Piece]] = []
    for _, group in groupby(pieces, key=lambda piece: piece.style.cell[0] if piece.style.cell else None):
        own = list(group)
        if found and _goes_on(found[-1], own):
            found[-1] += _under(found[-1], own)
        else:
            found.append(own)
    return found


def _goes_on(above: list[Piece], below: list[Piece]) -> bool:
    """Whether the second table has as many columns as the first, and opens a page or a column."""
    last, first = above[-1].spot, below[0].spot
    if not above[0].style.cell or not below[0].style.cell or last.box is None or first.box is None:
        return False
    return _columns(above) == _columns(below) and (first.page == last.page + 1 or first.box.top < last.box.top)


def _columns(pieces: list[Piece]) -> int:
    return 1 + max(piece.style.cell[2] for piece in pieces if piece.style.cell)


def _under(above: list[Piece], below: list[Piece]) -> list[Piece]:
    """The rows of the second table, numbered after those of the first; its titles, when they are written again, left out."""
    rows = _rows(below)
    first = above[0].style.cell
    assert first is not None
    repeated = _said(rows[0]) == _said(_rows(above)[0])
    start = 1 + max(piece.style.cell[1] for piece in above if piece.style.cell)
    return [
        piece.placed((first[0], start + rank, piece.style.cell[2]))
        for rank, row in enumerate(rows[1:] if repeated else rows)
        for piece in row
        if piece.style.cell
    ]


def _rows(pieces: list[Piece]) -> list[list[Piece]]:
    ordered = sorted(pieces, key=_row)
    return [list(group) for _, group in groupby(ordered, key=_row)]


def _row(piece: Piece) -> int:
    return piece.style.cell[1] if piece.style.cell else 0


def _said(row: list[Piece]) -> list[str]:
    return [piece.text for piece in row]
