"""What a page draws beside its letters → the lines of tables, bullets, and words that a line underneath makes stand out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from plugins.importing.grids import Ruling
from plugins.importing.gutters import Word
from plugins.importing.pieces import Box

BELOW = 0.25  # heights of a letter, of most fonts: from the line on which it stands to the bottom of its box
_FURTHEST = 3.0  # heights of a letter, from a bullet to its text
_THIN = 3.0  # points: a ruling, not a coloured box


def bullets(drawn: Sequence[Box], words: Sequence[Word]) -> list[Word]:
    """Some programs draw the bullets of a list: small squares and discs, each a little before the line that it opens."""
    found: list[Word] = []
    for box in drawn:
        if not (1.5 <= box.height <= 7 and abs(box.right - box.left - box.height) < 0.3 * box.height):
            continue
        middle = (box.top + box.bottom) / 2
        line = [word for word in words if word.box.top < middle < word.box.bottom]
        opened = min((word for word in line if word.box.left > box.left), key=lambda word: word.box.left, default=None)
        if opened and opened.box.left - box.right < _FURTHEST * opened.size:
            # As high as the letters beside it: of one line with them.
            own = Box(box.left, opened.box.top, box.right, opened.box.bottom)
            found.append(Word("•", own, opened.size, bold=opened.bold))
    return found


def underlined(words: Iterable[Word], drawn: Sequence[Box]) -> list[Word]:
    """Words under most of which a thin line runs, just below the line on which they stand, stand out as bold ones do."""
    thin = [box for box in drawn if box.height <= _THIN and box.right - box.left > 1]
    found = []
    for word in words:
        base, size = word.box.bottom - BELOW * word.size, word.size
        under = [box for box in thin if base - 0.02 * size <= (box.top + box.bottom) / 2 <= base + 0.2 * size]
        covered = sum(max(0.0, min(box.right, word.box.right) - max(box.left, word.box.left)) for box in under)
        found.append(replace(word, bold=True) if covered > 0.5 * (word.box.right - word.box.left) else word)
    return found


def rulings(drawn: Sequence[Box]) -> list[Ruling]:
    """Thin lines and the sides of frames: what draws a table."""
    found: list[Ruling] = []
    for box in drawn:
        across, down = box.right - box.left, box.height
        if down <= _THIN < across:
            found.append(Ruling("across", box))
        elif across <= _THIN < down:
            found.append(Ruling("down", box))
        elif across > 3 * _THIN and down > 3 * _THIN:
            found += [Ruling("across", Box(box.left, y, box.right, y)) for y in (box.top, box.bottom)]
            found += [Ruling("down", Box(x, box.top, x, box.bottom)) for x in (box.left, box.right)]
    return found
