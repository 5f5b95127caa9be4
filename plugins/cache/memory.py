"""What one process works out → the same at its next build, without the disk: only a process that waits for builds keeps anything.

A value is found by the key of all that it comes from, or by the very objects that it was made of, which never change. What
a build that succeeded did not ask for is forgotten.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, TypeVar

from plugins.cache.store import Store

T = TypeVar("T")


# Found by what they say; all else is the same only when it is the same object.
_PLAIN = (str, bytes, int, date, type(None))


@dataclass(frozen=True)
class _Kept:
    """A value, the objects that it was made of, what was asked meanwhile of this memory, and of each store."""

    value: Any
    parts: tuple[object, ...]
    within: tuple[Hashable, ...]
    asked: tuple[tuple[bytes, ...], ...]


class Memory:
    """What one process keeps; nothing until it is told to.

    Attributes:
        keeps: whether another build will come.
    """

    def __init__(self) -> None:
        self.keeps = False
        self._known: dict[Hashable, _Kept] = {}
        self._asked: list[Hashable] = []
        self._last: dict[str, Any] = {}

    def of(self, key: Hashable, make: Callable[[], T], *parts: object, stores: tuple[Store, ...] = ()) -> T:
        """The value of a key, made when it is not known.

        Args:
            key: of all that it comes from but `parts`.
            make: makes it; what it returns is given again, and nobody changes it.
            parts: the objects that it comes from, none of which changes.
            stores: what `make` asks of them, they keep.
        """
        if not self.keeps:
            return make()
        place = (key, *map(id, parts))
        kept = self._known.get(place)
        if kept is None:
            first, before = len(self._asked), [len(store.asked) for store in stores]
            value = make()
            asked = tuple(tuple(store.asked[start:]) for store, start in zip(stores, before, strict=True))
            kept = self._known[place] = _Kept(value, parts, tuple(self._asked[first:]), asked)
        else:
            self._asked += kept.within
            for store, keys in zip(stores, kept.asked, strict=True):
                for one in keys:
                    store.keep(one)
        self._asked.append(place)
        found: T = kept.value
        return found

    def call(self, function: Callable[..., T], *given: object) -> T:
        """What a pure function returns.

        Args:
            function: of these arguments alone.
            given: texts, numbers and days count by what they say; the others are objects that never change.
        """
        plain = tuple(one if isinstance(one, _PLAIN) else None for one in given)
        return self.of((function, plain), lambda: function(*given), *(one for one in given if not isinstance(one, _PLAIN)))

    def instead(self, name: str, value: T) -> T | None:
        """What the build before said under a name, where this one says `value`; None when nothing is kept of it."""
        if not self.keeps:
            return None
        before: T | None = self._last.get(name)
        self._last[name] = value
        return before

    def turn(self) -> None:
        """A build succeeded: what it did not ask for goes."""
        self._known = {place: self._known[place] for place in dict.fromkeys(self._asked)}
        self._asked = []


@cache
def memory() -> Memory:
    """That of this process."""
    return Memory()
