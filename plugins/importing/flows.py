"""Lines in reading order → what their columns are like: where they end, how far apart lines stand, how lists stand in."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from plugins.importing.pieces import Box, Piece
from plugins.importing.sizes import body_size

MARK = re.compile(
    r"(?P<dash>[-–—•·▪◦○‣●■□➢➔→✓✔*\uf000-\uf0ff])[ \t\u00a0]+(?=\S)|(?P<o>o)[ \t\u00a0]{1,4}(?=[A-ZÀ-Ý])"
    r"|(?P<glued>[•▪◦‣●■➢➔✓✔\uf000-\uf0ff])(?=\S)|(?P<number>\d{1,2}[.)]|[a-h]\))[ \t\u00a0]+(?=\S)"
)
ENDED = re.compile(r"[.!?…:;»)\]][\s\u00a0]*$")
INDENT = 4.0  # points
_MOST_LEADING = 2.1  # heights of a line, from one to the next: wider, each line is a paragraph
SAME_END = 2.5  # points: lines that end together


@dataclass(frozen=True)
class Flow:
    """A column.

    Attributes:
        left, right: its sides.
        leading: from one line to the next, in heights of a line.
        hangs: whether the lines of an item stand in from its mark.
        justified: whether its lines end together.
        bottom: of the lowest line of any page.
        spaced: whether a wider gap parts paragraphs.
        size: of the letters of the text itself; 0 where the format has no sizes.
    """

    left: float
    right: float
    leading: float
    hangs: bool = False
    justified: bool = False
    bottom: float = 0.0
    spaced: bool = True
    size: float = 0.0


def flows_of(pieces: Sequence[Piece]) -> dict[int, Flow]:
    """What each column is like, by its number."""
    by_flow: dict[int, list[Box]] = defaultdict(list)
    reaches: dict[int, float] = {}
    for piece in pieces:
        if not piece.whole and piece.spot.box:
            by_flow[piece.flow].append(piece.spot.box)
            reaches[piece.flow] = max(piece.reach, piece.spot.box.right)
    hangs, (leading, spaced), size = _hangs(pieces), _leading(pieces), body_size(pieces)
    bottom = max((box.bottom for boxes in by_flow.values() for box in boxes), default=0.0)
    widest = max(reaches.values(), default=0.0)
    found = {}
    for flow, boxes in by_flow.items():
        rights = sorted((box.right for box in boxes), reverse=True)
        # The widest lines may stick out; where most end together is the side.
        right, left, reach = rights[min(len(rights) // 10, len(rights) - 1)], min(box.left for box in boxes), reaches[flow]
        together = sum(abs(one - right) < SAME_END for one in rights)
        full = sum(one > reach - 0.12 * (reach - left) for one in rights)
        if full < 3:  # a column of short lines goes as far as its neighbours
            right = widest if len(boxes) == 1 else reach
        justified = len(boxes) > 3 and together >= 0.4 * len(boxes)
        found[flow] = Flow(left, right, leading, hangs, justified, bottom, spaced, size)
    return found


def _leading(pieces: Sequence[Piece]) -> tuple[float, bool]:
    """The usual distance from the top of a line to that of the next, in heights of a line; whether paragraphs are further apart."""
    ratios: list[float] = []
    broken = 0
    for first, after in pairwise(pieces):
        if first.flow != after.flow or not first.spot.box or not after.spot.box or "\t" in first.text + after.text:
            continue
        ratio = (after.spot.box.top - first.spot.box.top) / max(first.spot.box.height, 0.1)
        if 0 < ratio < 4:
            ratios.append(ratio)
            broken += ratio > 1.5 and after.text[:1].islower() and not ENDED.search(first.text)
    if not ratios:
        return 1.2, True
    if pieces[0].spot.unit:  # a blank line parts paragraphs, unless one stands between all lines
        return 2.0 if broken * 3 > len(ratios) else 1.0, True
    leading = min(sorted(ratios)[len(ratios) // 4], _MOST_LEADING)
    return leading, sum(ratio > 1.2 * leading for ratio in ratios) * 8 > len(ratios)


def _hangs(pieces: Sequence[Piece]) -> bool:
    """Whether what follows the first line of an item, in the middle of a sentence, stands further in than its mark."""
    shifts = [
        after.spot.box.left - first.spot.box.left
        for first, after in pairwise(pieces)
        if MARK.match(first.text) and after.text[:1].islower() and first.flow == after.flow and first.spot.box and after.spot.box
    ]
    least = INDENT / 2 if pieces and not pieces[0].spot.unit else 0.3
    return bool(shifts) and sum(shift > least for shift in shifts) * 2 > len(shifts)
