"""Where a term stands comes in, the numbers that are served go out."""

from __future__ import annotations

import json
import math
from array import array
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from plugins.search.documents import BOOSTS, Document

# Lengths are kept by steps of a fifth: one character instead of a number.
STEP = 1.2
STEPS = 64
LENGTHS = [round(STEP**step) for step in range(STEPS)]
FIRST_STEP = 48  # "0": a step is written as one printable character
WHOLE_NAME = "nom"  # the field of whole names, each one term


# Made once: `json.dumps` with options makes one at each call.
_ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))


def dump(value: Any) -> str:
    """Compact JSON, letters as they are."""
    return _ENCODER.encode(value)


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

    def __bool__(self) -> bool:
        """Whether a document holds the term."""
        return bool(self.lengths)

    def __iter__(self) -> Iterator[tuple[int, int, int]]:
        """(document, number of occurrences, length of the field)."""
        for number, times, step in occurrences(self.lengths, self.codes):
            yield number, times, LENGTHS[step]


def occurrences(lengths: bytes | bytearray, codes: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """What was given to `Posting.add`."""
    coded, number = iter(codes), 0
    for step in lengths:
        code = next(coded)
        number += code >> 1
        yield number, next(coded) if code & 1 else 1, step - FIRST_STEP


def written(fields: Sequence[Posting | None]) -> list[Any]:
    """For each field, [lengths, code, code, …]; 0 for one that does not hold the term, nothing after the last one."""
    coded: list[Any] = [[one.lengths.decode("ascii"), *one.codes] if one else 0 for one in fields]
    while coded and coded[-1] == 0:
        coded.pop()
    return coded


def fields_of(document: Document) -> Iterator[tuple[int, str, int, dict[str, list[int]]]]:
    """Of each field that is not empty: its rank, its name, the step of its length, the places of its terms."""
    for rank, name in enumerate(BOOSTS):
        terms = document.fields.get(name)
        if terms:
            yield rank, name, bucket(sum(map(len, terms.values()))), terms


def places_of(document: Document) -> Mapping[str, list[int]]:
    """The places of each term of a document, all fields together; a whole name has none in the text."""
    found: dict[str, list[int]] = {}
    for name in BOOSTS:
        terms = document.fields.get(name)
        if terms and name != WHOLE_NAME:
            found = (
                {**found, **{term: found[term] + own if term in found else own for term, own in terms.items()}}
                if found
                else terms
            )
    return found


def averages(totals: Mapping[str, Sequence[int]]) -> dict[str, float]:
    """Average length of each field, as lunr reckons it, of its total and of how many documents have it."""
    return {name: total / count if count else 1.0 for name, (total, count) in totals.items()}


def code_places(places: Sequence[int]) -> list[int]:
    """The steps from place to place in one document, doubled; odd when another one follows."""
    places = sorted(places)
    coded = [2 * (place - before) + 1 for place, before in zip(places, (0, *places), strict=False)]
    coded[-1] -= 1
    return coded


def decoded_places(codes: Sequence[int]) -> Iterator[list[int]]:
    """The places that `code_places` wrote, document by document."""
    places: list[int] = []
    for code in codes:
        places.append((places[-1] if places else 0) + (code >> 1))
        if not code & 1:
            yield places
            places = []
