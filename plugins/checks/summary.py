"""One built page → what the checks of the whole site need to know of it, in a form that can be kept."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from plugins.checks import links, structure
from plugins.checks.tags import HtmlPage
from plugins.diagnostics import Place


@dataclass(frozen=True)
class Summary:
    """A page, seen from the others.

    Attributes:
        place: where an editor finds it.
        of_content: whether a file of the content is shown; else the page is the theme's.
        titles: what its `<title>` elements say; None for a page that only redirects.
        ids: of its elements.
        addresses: all that it leads to or loads, each once, in order.
    """

    place: Place
    of_content: bool
    titles: Sequence[str] | None
    ids: frozenset[str] = field(repr=False)
    addresses: Sequence[str] = field(repr=False)

    @property
    def kept(self) -> list[Any]:
        """What depends on the bytes of the page alone, as JSON."""
        return [self.titles, sorted(self.ids), self.addresses]


def summary(page: HtmlPage) -> Summary:
    """What the site needs to know of a page."""
    titles = None if page.redirects_to is not None else structure.titles(page)
    return _made(page.place(), page.origin is not None, titles, page.ids, links.addresses(page))


def from_store(place: Place, kept: Any, *, of_content: bool) -> Summary:
    """The same, of a page that did not change."""
    return _made(place, of_content, *kept)


def _made(place: Place, of_content: bool, titles: Sequence[str] | None, ids: Sequence[str], addresses: Sequence[str]) -> Summary:
    # Every page leads to the same menus: their addresses are held once.
    return Summary(place, of_content, titles, frozenset(map(sys.intern, ids)), tuple(map(sys.intern, addresses)))
