"""The picture of a page → what its ink says: how far it is turned, how thick letters are, which lines are drawn.

A picture is one byte a dot; all is counted by what `bytes` does at once, so that no library of pictures is needed.
"""

from __future__ import annotations

import math
import operator
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from plugins.importing.pieces import Box

_GREYS = 256
_SHORTEST_ACROSS, _SHORTEST_DOWN = 30.0, 13.0  # points: no letter of a text draws so long a line
_THICKEST = 3.0  # points, of a line that draws a table
_STRIPS = 24
_EVERY = 3  # rows
_STEPS, _TRIES = (0.006, 0.001), 8  # slopes: as far as 0.056, three degrees
_LEAST_TURN = 0.002


@dataclass(frozen=True)
class Picture:
    """Dots, row by row: 0 is paper, 1 is ink.

    Attributes:
        width, height: in dots.
        dots: of a point.
        ink: one byte a dot.
    """

    width: int
    height: int
    dots: float
    ink: bytes

    @classmethod
    def of(cls, grey: bytes, width: int, height: int, dots: float) -> Picture:
        """From greys, of which the threshold parts two kinds best (Otsu, IEEE Trans. SMC 9, 1979)."""
        limit = _threshold(grey)
        return cls(width, height, dots, grey.translate(bytes(1 if value <= limit else 0 for value in range(_GREYS))))

    @cached_property
    def slope(self) -> float:
        """How far lines sink from left to right, in dots a dot; 0 when nearly upright."""
        wide = self.width // _STRIPS
        strips = [
            [self.ink.count(1, row + left, row + left + wide) for row in range(0, len(self.ink), self.width * _EVERY)]
            for left in range(0, wide * _STRIPS, wide)
        ]
        best = 0.0
        for step in _STEPS:  # where about, then near it
            near = [best + step * rank for rank in range(-_TRIES, _TRIES + 1)]
            best = max(near, key=lambda slope: (_contrast(strips, slope * wide / _EVERY), -abs(slope)))
        return best if abs(best) >= _LEAST_TURN else 0.0

    def thickness(self, box: Box) -> float:
        """How wide the strokes of what stands in a box are, in points; 0 without ink."""
        left, right = round(box.left * self.dots), round(box.right * self.dots)
        ink = strokes = 0
        for row in range(max(0, round(box.top * self.dots)), min(self.height, round(box.bottom * self.dots))):
            line = self.ink[row * self.width + left : row * self.width + right]
            ink += line.count(1)
            strokes += line.count(b"\0\1")
        return ink / strokes / self.dots if strokes else 0.0

    def lines(self) -> list[Box]:
        """The straight lines of the page, across and down, in points."""
        across = _joined(self._runs(_SHORTEST_ACROSS, down=False))
        down = _joined(self._runs(_SHORTEST_DOWN, down=True))
        boxes = [Box(start, first, end, last) for first, last, start, end in across]
        boxes += [Box(first, start, last, end) for first, last, start, end in down]
        return [
            Box(*(side / self.dots for side in (box.left, box.top, box.right, box.bottom)))
            for box in boxes
            if min(box.height, box.right - box.left) <= _THICKEST * self.dots
        ]

    def _runs(self, shortest: float, *, down: bool) -> Iterator[tuple[int, int, int]]:
        """Rank of a row (or column), and where ink runs along it."""
        least = round(shortest * self.dots)
        pattern, needle = re.compile(rb"\x01{%d,}" % least), b"\1" * least
        for rank in range(self.width if down else self.height):
            line = self.ink[rank :: self.width] if down else self.ink[rank * self.width : (rank + 1) * self.width]
            if needle in line:
                yield from ((rank, *match.span()) for match in pattern.finditer(line))


def _contrast(strips: list[list[int]], shift: float) -> int:
    """Rows of ink and rows of paper differ most when the lines of all strips stand on one height."""
    high = len(strips[0])
    rows = [0] * high
    for rank, strip in enumerate(strips):
        down = round(rank * shift)
        start, end = max(0, -down), min(high, high - down)
        rows[start:end] = map(operator.add, rows[start:end], strip[start + down : end + down])
    return sum(map(operator.mul, rows, rows))


def _joined(runs: Iterator[tuple[int, int, int]]) -> list[tuple[int, int, int, int]]:
    """Runs that touch, on rows that follow each other → (first row, row after the last, start, end)."""
    found: list[tuple[int, int, int, int]] = []
    open_: list[tuple[int, int, int, int]] = []
    for rank, start, end in runs:
        found += [one for one in open_ if one[1] < rank]
        open_ = [one for one in open_ if one[1] >= rank]
        beside = [one for one in open_ if one[2] <= end and start <= one[3]]
        open_ = [one for one in open_ if one not in beside]
        sides = [(rank, rank + 1, start, end), *beside]
        open_.append((min(a for a, _, _, _ in sides), rank + 1, min(c for _, _, c, _ in sides), max(d for _, _, _, d in sides)))
    return [*found, *open_]


def _threshold(grey: bytes) -> int:
    seen = grey[::7]
    counts = [seen.count(value) for value in range(_GREYS)]
    total, whole = len(seen), sum(value * count for value, count in enumerate(counts))
    best, best_spread, below, weight = 127, 0.0, 0, 0
    for value, count in enumerate(counts):
        weight += count
        below += value * count
        if not weight or weight == total:
            continue
        spread = weight * (total - weight) * math.pow(below / weight - (whole - below) / (total - weight), 2)
        if spread > best_spread:
            best, best_spread = value, spread
    return best
