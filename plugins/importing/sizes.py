"""Lines → the size of the letters of the text itself, by which headings and edges of pages are told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from plugins.importing.pieces import Piece


def body_size(pieces: Sequence[Piece]) -> float:
    """The size of most letters, in points; 0 where the format has no sizes."""
    counted: Counter[float] = Counter()
    for piece in pieces:
        if piece.style.size:
            counted[round(piece.style.size, 1)] += len(piece.text)
    return counted.most_common(1)[0][0] if counted else 0.0
