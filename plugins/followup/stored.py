"""What paragraph tells an entry, found again only when the minutes or their entries changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import astuple
from typing import Any

from plugins.cache.store import Store, key_of
from plugins.followup.passages import Asked, ToldPassage, passages
from plugins.markup.body import Body


def kept_passages(store: Store, html: str, body: Callable[[], Body]) -> Callable[[Sequence[Asked]], list[ToldPassage | None]]:
    """As `passages` of a body, which is not read when the answer is known.

    Args:
        store: what is kept from one build to the next.
        html: of the body, as it was written.
        body: the same, once read.
    """

    def told(entries: Sequence[Asked]) -> list[ToldPassage | None]:
        key = key_of("passages", html, repr([(text, tuple(actors)) for text, actors in entries]))
        known = store.get(key, _made)
        if known is None:
            known = passages(body(), entries)
            store.put(key, [one and astuple(one) for one in known])
        return known

    return told


def _made(kept: Any) -> list[ToldPassage | None]:
    return [one and ToldPassage(one[0], one[1], one[2], one[3], tuple(one[4])) for one in kept]
