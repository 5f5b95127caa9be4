"""A frozen dataclass made here is, to whoever uses it, one of the standard library."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from functools import cached_property
from typing import Any

import pytest

from plugins.text.dataclass import dataclass


@dataclass(frozen=True)
class Ours:
    """Fields of each kind."""

    name: str
    rank: int = 3
    told: list[str] = dataclasses.field(default_factory=list)
    place: str = dataclasses.field(default="ici", compare=False, repr=False)
    found: dict[str, int] = dataclasses.field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def long(self) -> str:
        """Worked out once."""
        return self.name * self.rank


@dataclass(frozen=True)
class More(Ours):
    """One more, after those of the class that it extends."""

    last: tuple[str, ...] = ()


@dataclass(frozen=True)
class One:
    """A single field."""

    value: object


@dataclass(frozen=True)
class Nothing:
    """None."""


@dataclass(frozen=True)
class Own:
    """What a class says itself stays."""

    value: int

    def __repr__(self) -> str:
        return "own"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Own)

    def __hash__(self) -> int:
        return 7


def theirs(cls: type, *bases: type) -> Any:
    """The same class, made by the standard library."""
    own = {one.name: one for one in dataclasses.fields(cls)}
    given: dict[str, Any] = {"__annotations__": {name: one.type for name, one in own.items()}, "__doc__": cls.__doc__}
    for name, one in own.items():
        if one.default_factory is not dataclasses.MISSING:
            kind = {"init": one.init, "repr": one.repr, "compare": one.compare}
            given[name] = dataclasses.field(default_factory=one.default_factory, **kind)
        elif one.default is not dataclasses.MISSING:
            given[name] = dataclasses.field(default=one.default, repr=one.repr, compare=one.compare)
    return dataclasses.dataclass(frozen=True)(type(cls.__qualname__, bases, given))


def _arguments(cls: type) -> list[tuple[str, object, bool]]:
    """What is given to a class, of which type, and whether it may be left out."""
    given = inspect.signature(cls).parameters.values()
    return [(one.name, one.annotation, one.default is inspect.Parameter.empty) for one in given]


@pytest.mark.parametrize(
    ("cls", "arguments"),
    [
        pytest.param(Ours, ("a",), id="defaults"),
        pytest.param(Ours, ("a", 1, ["b"], "là"), id="all that may be given"),
        pytest.param(More, ("a", 1, [], "là", ("z",)), id="a class that extends another"),
        pytest.param(One, (None,), id="one field"),
        pytest.param(Nothing, (), id="no field"),
    ],
)
def test_it_says_what_the_same_class_of_the_standard_library_says(cls: type, arguments: tuple[object, ...]) -> None:
    ours, other = cls(*arguments), theirs(cls)(*arguments)
    assert repr(ours) == repr(other)
    assert dataclasses.asdict(ours) == dataclasses.asdict(other)
    assert _arguments(cls) == _arguments(type(other))
    assert cls.__match_args__ == type(other).__match_args__  # type: ignore[attr-defined]


def test_instances_are_equal_when_the_fields_that_are_compared_are() -> None:
    assert Ours("a", 1, [], "ici") == Ours("a", 1, [], "là")
    assert Ours("a", 1) != Ours("a", 2)
    assert One(1) == One(1)
    assert One(1) != One(2)
    assert More("a") != Ours("a"), "another class is another thing"
    assert Nothing() == Nothing()
    assert len({One(1), One(1), One(2)}) == 2
    with pytest.raises(TypeError, match="unhashable"):
        hash(Ours("a"))


def test_nothing_of_an_instance_changes() -> None:
    one = Ours("a")
    for change in (lambda: setattr(one, "name", "b"), lambda: setattr(one, "other", "b"), lambda: delattr(one, "name")):
        with pytest.raises(dataclasses.FrozenInstanceError):
            change()
    assert one.long == "aaa"
    assert dataclasses.replace(one, name="b") == Ours("b")


def test_each_instance_has_its_own_lists() -> None:
    assert Ours("a").told is not Ours("a").told
    assert Ours("a").found is not Ours("a").found


def test_it_can_be_copied_and_written_down() -> None:
    one = Ours("a", 1, ["b"])
    for same in (copy.copy(one), copy.deepcopy(one), pickle.loads(pickle.dumps(one))):
        assert same == one


def test_what_a_class_says_itself_stays() -> None:
    assert (repr(Own(1)), Own(1) == Own(2), hash(Own(1))) == ("own", True, 7)


def test_a_field_that_lacks_is_told() -> None:
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'name'"):
        Ours()  # type: ignore[call-arg]
