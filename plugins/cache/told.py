"""What was to be told of something → the same, from the store when it did not change."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from plugins.cache.store import Store
from plugins.diagnostics import Diagnostic
from plugins.diagnostics.diagnostic import Severity


def told_once(store: Store, key: bytes, find: Callable[[], Iterable[Diagnostic]]) -> list[Diagnostic]:
    """The diagnostics of a key.

    Args:
        store: what was told before; left open.
        key: of all that decides of them, places included.
        find: finds them, when they are not known.
    """
    known = store.get(key, lambda kept: [Diagnostic(path, line, Severity[name], text) for path, line, name, text in kept])
    if known is None:
        known = list(find())
        store.put(key, [(one.path, one.line, one.severity.name, one.message) for one in known])
    return known
