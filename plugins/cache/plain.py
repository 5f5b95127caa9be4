"""Frozen dataclasses of texts, numbers, days and tuples ↔ plain lists, that a store keeps."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from itertools import repeat
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints


def plain(value: Any) -> Any:
    """Each dataclass as the list of its fields, each tuple as a list, each day as AAAA-MM-JJ."""
    if is_dataclass(value):
        return [plain(getattr(value, one.name)) for one in fields(value)]
    if isinstance(value, date):
        return value.isoformat()
    return [plain(one) for one in value] if isinstance(value, (tuple, list)) else value


def again(kind: Any, kept: Any) -> Any:
    """What `plain` made lists of.

    Args:
        kind: a dataclass or a day, a tuple of them, one of them or None; anything else stays as it is.
        kept: from `plain`, perhaps through JSON.
    """
    if isinstance(kind, type) and is_dataclass(kind):
        return kind(*(again(inner, one) for inner, one in zip(_kinds(kind), kept, strict=True)))
    if kind is date:
        return date.fromisoformat(kept)
    inner = get_args(kind)
    if get_origin(kind) is tuple:
        kinds = repeat(inner[0]) if inner[-1] is ... else inner
        return tuple(again(one, part) for one, part in zip(kinds, kept, strict=False))
    if isinstance(kind, UnionType) and kept is not None:
        return again(next(one for one in inner if one is not NoneType), kept)
    return kept


@cache
def _kinds(kind: type[Any]) -> tuple[Any, ...]:
    hints = get_type_hints(kind)
    return tuple(hints[one.name] for one in fields(kind))
