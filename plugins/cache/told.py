"""What was to be told of something → the same, from the store when it did not change."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

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
    known = store.get(key, kept_diagnostics)
    if known is None:
        known = list(find())
        store.put(key, told_diagnostics(known))
    return known


def told_diagnostics(found: Iterable[Diagnostic]) -> list[tuple[str, int, str, str]]:
    """Diagnostics as a store keeps them."""
    return [(one.path, one.line, one.severity.name, one.message) for one in found]


def kept_diagnostics(kept: Any) -> list[Diagnostic]:
    """Those that a store kept."""
    return [Diagnostic(path, line, Severity[name], text) for path, line, name, text in kept]
