"""The lines of a file → the same without running heads and page numbers: what stands at the edge of several pages."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from plugins.importing.pieces import Piece
from plugins.importing.sizes import body_size

_EDGE = 3  # lines at the top and at the bottom of a page that may be no part of the text
_APART = 1.2  # heights of a line
_SMALL = 0.93  # times the size of the text
_LONGEST_EDGE = 140  # signs
_SAME_HEIGHT = 6.0  # points
_NUMBER = re.compile(
    r"[-–—\s|]*(?:page|p\.|pg\.?|feuillet)?\s*(?:\d{1,4}|[ivxl]{1,6})\s*(?:(?:/|sur|de|of)\s*\d{1,4})?[-–—\s|]*", re.IGNORECASE
)
_SAYS_PAGE = re.compile(r"(?:page|p\.)\s*\d{1,4}\s*(?:(?:/|sur|de)\s*\d{1,4})?|\d{1,4}\s*/\s*\d{1,4}", re.IGNORECASE)


def without_running(pieces: Sequence[Piece]) -> tuple[list[Piece], list[str]]:
    """The lines of the text itself, and those that were dropped."""
    # A table of one row may be a head; one of more is text, whose titles each page repeats.
    tables = {piece.style.cell[0] for piece in pieces if piece.style.cell and piece.style.cell[1]}
    rows = {piece.style.cell for piece in pieces if piece.style.cell and piece.style.cell[0] in tables}
    pages: dict[int, list[Piece]] = defaultdict(list)
    for piece in pieces:
        if not piece.whole and piece.style.cell not in rows:
            pages[piece.spot.page].append(piece)
    if not pages:
        return list(pieces), []
    edges = [_edges(own) for own in pages.values()]
    seen = Counter(key for own in edges for key in {_key(piece) for piece in own})
    often = max(2, (len(pages) + 1) // 2)
    dropped: set[int] = set()
    size = body_size(pieces)
    for own in edges:
        dropped |= _apart(own, size)
        dropped |= {id(piece) for piece in own if _is_number(piece, own) or (seen[_key(piece)] >= often and len(pages) > 1)}
    if len(pages) == 1:
        dropped |= _loose(pieces)
    left_out = [piece.text for piece in pieces if id(piece) in dropped]
    return [piece for piece in pieces if id(piece) not in dropped], left_out


def _edges(page: list[Piece]) -> list[Piece]:
    """The first and last lines down the page, in whatever order they are read."""
    ordered = sorted(page, key=lambda piece: piece.spot.box.top if piece.spot.box else 0.0)
    return ordered if len(ordered) <= 2 * _EDGE else [*ordered[:_EDGE], *ordered[-_EDGE:]]


def _apart(edges: list[Piece], size: float) -> set[int]:
    """The outermost lines of a page that a wide gap parts from the text: in smaller letters, or saying a page."""
    dropped: set[int] = set()
    for lines, way in ((edges, 1), (edges[::-1], -1)):
        for count in range(1, min(_EDGE, len(lines) - 1) + 1):
            outer, inner = lines[count - 1].spot.box, lines[count].spot.box
            if outer is None or inner is None or lines[0].spot.unit:
                break
            gap = inner.top - outer.bottom if way > 0 else outer.top - inner.bottom
            if gap < _APART * outer.height:
                continue
            if all(_is_edge(line, size) for line in lines[:count]):
                dropped |= {id(line) for line in lines[:count]}
            break
    return dropped


def _is_edge(piece: Piece, size: float) -> bool:
    """In small letters, or with a page in it; a note of the text opens with its number and ends like a sentence."""
    text = piece.text.strip()
    if _SAYS_PAGE.search(text) and len(text) < _LONGEST_EDGE:
        return True
    is_note = text[:1] in "*¹²³⁴⁵⁶⁷⁸⁹[(" or text[:1].isdigit() or text.endswith((".", ":", ";"))
    return piece.style.size < _SMALL * size and not is_note


def _key(piece: Piece) -> tuple[str, int]:
    """Its words, whatever their numbers; on a page, with the height at which it stands."""
    box = piece.spot.box
    height = round(box.top / _SAME_HEIGHT) if box and not piece.spot.unit else 0
    return re.sub(r"\d+", "#", " ".join(piece.text.split()).lower()), height


def _is_number(piece: Piece, edges: list[Piece]) -> bool:
    """« 3 », « - 3 - », « Page 3 sur 5 » alone on the outermost lines."""
    return piece in (edges[0], edges[-1]) and bool(_NUMBER.fullmatch(piece.text))


def _loose(pieces: Iterable[Piece]) -> set[int]:
    """In a text without pages: lines that say a page, and those that always stand next to one."""
    rows = [piece for piece in pieces if not piece.whole]
    numbers = {rank for rank, piece in enumerate(rows) if _SAYS_PAGE.fullmatch(piece.text.strip(" -–—|"))}
    if len(numbers) < 2:
        return {id(rows[rank]) for rank in numbers if rank == len(rows) - 1}
    beside = Counter(_key(rows[at])[0] for rank in numbers for at in (rank - 1, rank + 1) if 0 <= at < len(rows))
    heads = {key for key, count in beside.items() if count >= max(2, len(numbers) - 1)}
    near = {at for rank in numbers for at in (rank - 1, rank + 1) if 0 <= at < len(rows) and _key(rows[at])[0] in heads}
    return {id(rows[rank]) for rank in numbers | near}
