"""Equal values have equal digests, whatever made them; different ones have not."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from pydantic import BaseModel

from plugins.cache.digests import Digests

ROOT = Path(__file__).parents[2]


class Colour(Enum):
    RED = 1
    BLUE = 2


class Record(BaseModel):
    name: str
    day: date | None = None
    tags: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Point:
    x: object
    y: object = 0
    seen: list[int] = field(default_factory=list, compare=False)


@dataclass(frozen=True)
class Other:
    x: object
    y: object = 0


def of(value: object) -> str:
    return Digests({}).of(value)


VALUES: Mapping[str, Any] = {
    "a text": "é",
    "another text": "e",
    "a number": 1,
    "a truth": True,
    "nothing": None,
    "a day": date(2026, 3, 12),
    "its text": "2026-03-12",
    "a point": Point(1, 2),
    "another point": Point(2, 1),
    "a point within another": Point(Point(1, 2)),
    "the same fields, of another class": Other(1, 2),
    "a member": Colour.RED,
    "another member": Colour.BLUE,
    "a record": Record(name="a"),
    "another record": Record(name="a", day=date(2026, 3, 12)),
    "a set": frozenset("ab"),
    "another set": frozenset("ac"),
    "a table": {"a": 1, "b": 2},
    "the same table in another order, which pages show": {"b": 2, "a": 1},
}


def test_different_values_have_different_digests() -> None:
    assert len({of(value) for value in VALUES.values()}) == len(VALUES)


def test_what_does_not_count_when_values_are_compared_does_not_count_here() -> None:
    assert of(Point(1, seen=[1])) == of(Point(1, seen=[2]))


def test_a_table_that_cannot_be_changed_counts_as_any_other() -> None:
    assert of(MappingProxyType({"a": 1})) == of({"a": 1})


def test_equal_values_have_one_digest_in_every_process() -> None:
    program = "from plugins.cache.digests import Digests; from tests.cache.test_digests import VALUES; print(Digests({}).of([*VALUES.values()]))"
    found = {
        subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert found == {of([*VALUES.values()]) + "\n"}


@pytest.mark.parametrize(
    "value",
    [object(), {(1, 2): 3}, Path(), len, Point(object())],
    ids=["an object", "a key of several", "a path", "a function", "inside"],
)
def test_what_is_no_plain_data_has_no_digest(value: object) -> None:
    with pytest.raises(TypeError):
        of(value)


def test_of_a_class_with_a_form_the_form_counts_and_is_made_once_an_instance() -> None:
    made: list[object] = []

    def form(point: Point) -> object:
        made.append(point)
        return [point.x]

    digests, one = Digests({Point: form}), Point(1, 2)
    assert digests.of([one, one]) == digests.of([one, Point(1, 3)])
    assert digests.of(one) != digests.of(Point(2, 2))
    assert [point.y for point in made if isinstance(point, Point)] == [2, 3, 2]
