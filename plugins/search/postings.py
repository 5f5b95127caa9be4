"""Where a term stands comes in, the numbers that are served go out."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterator, Sequence

# Lengths are kept by steps of a fifth: one character instead of a number.
STEP = 1.2
STEPS = 64
LENGTHS = [round(STEP**step) for step in range(STEPS)]
FIRST_STEP = 48  # "0": a step is written as one printable character


def bucket(length: int) -> int:
    """The step that stands for a length of at least one word."""
    return min(STEPS - 1, round(math.log(length) / math.log(STEP)))


class Posting:
    """The documents that hold a term in one field, written as they come, in order.

    Attributes:
        codes: steps from document to document, doubled; odd when the number of occurrences, above one, follows.
        lengths: for each document, the step of the field's length, as a character.
    """

    __slots__ = ("_last", "codes", "lengths")

    def __init__(self) -> None:
        self.codes = array("I")
        self.lengths = bytearray()
        self._last = 0

    def add(self, number: int, times: int, step: int) -> None:
        """One more document, numbered above all before it."""
        self.codes.append(2 * (number - self._last) + (times > 1))
        if times > 1:
            self.codes.append(times)
        self.lengths.append(FIRST_STEP + step)
        self._last = number

    def __iter__(self) -> Iterator[tuple[int, int, int]]:
        """(document, number of occurrences, length of the field)."""
        codes, number = iter(self.codes), 0
        for step in self.lengths:
            code = next(codes)
            number += code >> 1
            yield number, next(codes) if code & 1 else 1, LENGTHS[step - FIRST_STEP]


def code_places(places: Sequence[int]) -> list[int]:
    """The steps from place to place in one document, doubled; odd when another one follows."""
    places = sorted(places)
    coded = [2 * (place - before) + 1 for place, before in zip(places, (0, *places), strict=False)]
    coded[-1] -= 1
    return coded
