"""A field of the schema → what it holds: one value or several, of which class, within which limits."""

from __future__ import annotations

from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo


@dataclass(frozen=True)
class Held:
    """What a key may be given.

    Attributes:
        of: a class, or a `Literal`.
        many: whether it is a list of it.
        marks: what its annotations say of one value: validators, bounds.
    """

    of: Any
    many: bool
    marks: tuple[Any, ...]

    def bound(self, name: str) -> Any:
        """A limit, such as `max_length`; None without one."""
        found = (getattr(mark, name, None) for one in self.marks for mark in _opened(one))
        return next((value for value in found if value is not None), None)


def held(info: FieldInfo) -> Held:
    """What the key of this field holds; `None` beside a value only says that it may be absent."""
    return _held(info.annotation, tuple(info.metadata))


def _held(annotation: Any, marks: tuple[Any, ...]) -> Held:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _held(arguments[0], (*marks, *arguments[1:]))
    if origin in {Union, UnionType}:
        return _held(next(one for one in arguments if one is not type(None)), marks)
    if origin in {list, tuple}:
        inner = _held(arguments[0], ())
        return Held(inner.of, many=True, marks=inner.marks)
    return Held(annotation, many=False, marks=marks)


def _opened(mark: Any) -> tuple[Any, ...]:
    """A mark, and those that pydantic's `Field` keeps within it."""
    return (mark, *mark.metadata) if isinstance(mark, FieldInfo) else (mark,)
