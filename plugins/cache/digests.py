"""A value of plain data → its digest: equal values have equal ones, in any process; what is anything else has none."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from operator import attrgetter
from typing import Any


class Digests:
    """Those of one build, or of one after the other.

    Args:
        forms: of a class, what counts of its instances; many values hold the same instance, whose digest is then worked out
            once. It must not change meanwhile.
    """

    def __init__(self, forms: Mapping[type, Callable[[Any], Any]]) -> None:
        self._forms = forms
        # The instance is held too: what lives at an address may otherwise be replaced by another one.
        self._known: dict[int, tuple[object, str]] = {}
        self._before: dict[int, tuple[object, str]] = {}
        self._fields: dict[type, Callable[[Any], tuple[object, ...]] | None] = {}

    def turn(self) -> Digests:
        """Another build begins: what only the one before the last asked for is forgotten; the same digests."""
        self._before, self._known = self._known, {}
        return self

    def of(self, value: object) -> str:
        """The SHA-256 of a value, in hexadecimal.

        Dataclasses count by the fields that count when they are compared. Which types stand where is decided by the code:
        a list and a tuple of the same things, a text and one that is marked as safe, are not told apart.

        Raises:
            TypeError, ValueError: when it holds something that is not plain data.
        """
        text = json.dumps(value, default=self._plain, check_circular=False, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()

    def _plain(self, value: Any) -> object:
        kind = type(value)
        if kind in self._forms:
            known = self._known.get(id(value))
            if known is None:
                known = self._before.get(id(value)) or (value, self.of(self._forms[kind](value)))
                self._known[id(value)] = known
            return [kind.__qualname__, known[1]]
        if kind not in self._fields:
            self._fields[kind] = _compared(kind) if is_dataclass(kind) else None
        if parts := self._fields[kind]:
            return [kind.__qualname__, *parts(value)]
        if isinstance(value, date):
            return ["date", value.isoformat()]
        if isinstance(value, Enum):
            return [kind.__qualname__, value.name]
        if isinstance(value, (set, frozenset)):
            return ["set", *sorted(value)]
        if isinstance(value, Mapping):
            return dict(value)
        if hasattr(kind, "model_fields"):  # a pydantic model, which this room does not know
            return [kind.__qualname__, value.model_dump_json()]
        message = f"{kind.__qualname__} is no plain data"
        raise TypeError(message)


def all_but(*names: str) -> Callable[[Any], list[object]]:
    """The form of a dataclass of which all fields count that are compared, but these."""
    return lambda one: [getattr(one, part.name) for part in fields(one) if part.compare and part.name not in names]


def _compared(kind: type[Any]) -> Callable[[Any], tuple[object, ...]] | None:
    """What reads the fields of a dataclass that count when it is compared; None of one without any."""
    names = [one.name for one in fields(kind) if one.compare]
    if len(names) > 1:
        return attrgetter(*names)
    return (lambda value: (getattr(value, names[0]),)) if names else None
