"""Another's format, field by field → the rows that we can write in it, and what has no place on either side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from plugins.exports.row_schemas import PRIVATE
from plugins.model.records import Record

T = TypeVar("T")
T_contra = TypeVar("T_contra", contravariant=True)


@dataclass(frozen=True)
class Field(Generic[T_contra]):
    """A field of theirs.

    Attributes:
        name: as they write it.
        value: what we know of it; None: we never fill it.
        of: the keys of ours that it takes, such as `contact.adresse`.
        why: what is not filled, or only in part.
    """

    name: str
    value: Callable[[T_contra], Any] | None = None
    of: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True)
class Lost:
    """A field that stays empty or loses something, or a key that has no place: its name and why."""

    name: str
    why: str


@dataclass(frozen=True)
class Limits:
    """Of one table of another's format: fields that stay empty or lose something, keys of ours that have no place in it."""

    name: str
    count: int
    empty: tuple[Lost, ...]
    lost: tuple[Lost, ...]


def row(fields: Sequence[Field[T]], thing: T) -> dict[str, Any]:
    """What is known of a thing, in their words; a fact that is empty is not written."""
    found = ((one.name, one.value(thing)) for one in fields if one.value)
    return {name: value for name, value in found if value not in (None, "", [])}


def not_filled(fields: Sequence[Field[Any]]) -> tuple[Lost, ...]:
    """Their fields that we leave empty, or fill in part."""
    return tuple(Lost(one.name, one.why) for one in fields if one.why)


def without_place(record: type[Record], fields: Sequence[Field[Any]], prefix: str = "") -> tuple[Lost, ...]:
    """Our keys that no field of theirs takes.

    Args:
        record: of ours.
        fields: that may take its keys.
        prefix: before its keys in `of`, when fields take those of several records.
    """
    taken = {name for one in fields for name in one.of}
    return tuple(Lost(name.removeprefix(prefix), sense) for name, sense in _keys(record, prefix) if not _is_taken(name, taken))


def limits_of(name: str, count: int, fields: Sequence[Field[Any]], record: type[Record] | None) -> Limits:
    """What a table of `count` rows cannot hold; without a record of ours that it stands for, what it leaves empty."""
    return Limits(name, count, not_filled(fields), without_place(record, fields) if record else ())


def _is_taken(name: str, taken: set[str]) -> bool:
    return name in taken or name.rpartition(".")[0] in taken


def _keys(record: type[Record], prefix: str) -> Iterator[tuple[str, str]]:
    for name, known in record.model_fields.items():
        if name in PRIVATE[""]:
            continue
        inner = known.annotation
        if isinstance(inner, type) and issubclass(inner, Record):
            yield from _keys(inner, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", known.description or ""
