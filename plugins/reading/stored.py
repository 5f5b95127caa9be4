"""Bodies → the same as `markdown.read` and `markdown.write` give; one that did not change is taken from the store.

Two values are kept of a body without a fault: what is known before its links are followed, and its HTML, whose key takes
in where each link leads. Links are followed at every build: pages and headings that they name may have changed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from markdown_it import MarkdownIt

from plugins.cache.memory import memory
from plugins.cache.store import Store, key_of
from plugins.diagnostics import Place
from plugins.reading.anchors import Heading
from plugins.reading.dialect import parser
from plugins.reading.links import Typed
from plugins.reading.markdown import Read, Rendered, Resolve, Resolved, read, resolved, write
from plugins.reading.reserved import Reserved
from plugins.reading.words import Words


@dataclass(frozen=True)
class Unfollowed:
    """A body whose links were not followed yet.

    Attributes:
        text: its Markdown.
        place: of its first line.
        key: of what the store has of it.
        headings, lines, words: as in `markdown.Rendered`.
        links: as they were typed.
        page: its blocks; None when it comes from the store.
    """

    text: str = field(repr=False)
    place: Place
    key: bytes
    headings: Sequence[Heading]
    lines: Mapping[str, int] = field(repr=False)
    words: Sequence[Words] = field(repr=False)
    links: Sequence[Typed] = field(repr=False)
    page: Read | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Reader:
    """Reads the bodies of one content folder.

    Attributes:
        actors: known actor slugs.
        reserved: ids that pages give to their own parts.
        store: what was read before.
    """

    actors: frozenset[str]
    reserved: Reserved
    store: Store

    @cached_property
    def markdown(self) -> MarkdownIt:
        """Made once, and only when a body has to be read."""
        return parser()

    @cached_property
    def _around(self) -> bytes:
        """All that decides of a body, beside its text and its first line."""
        reserved = [sorted(self.reserved.names), sorted(self.reserved.beginnings)]
        return key_of(json.dumps([sorted(self.actors), reserved]))

    def once(self, text: str, place: Place) -> Unfollowed:
        """As `read`; the same object, of the same text."""
        return memory().of((self._around, text, place), lambda: self.read(text, place), stores=(self.store,))

    def read(self, text: str, place: Place) -> Unfollowed:
        """Markdown → what is known of it before its links are followed."""
        key = key_of("body", self._around, str(place.line), text)
        kept = self.store.get(key, lambda value: _from_store(value, text, place, key))
        if kept is not None:
            return kept
        page = self._blocks(text, place)
        links = [link.typed for link in page.links]
        if not page.diagnostics:
            headings = [(one.level, one.id, one.text) for one in page.anchors.headings]
            self.store.put(key, [headings, page.anchors.lines, page.words, links])
        return Unfollowed(text, place, key, page.anchors.headings, page.anchors.lines, page.words, links, page)

    def write(self, body: Unfollowed, resolve: Resolve) -> Rendered:
        """The HTML of a body, each link leading where it was meant to."""
        leading = resolved(body.links, body.place, resolve)
        key = key_of("html", body.key, json.dumps(leading.addresses))
        if leading.diagnostics or (body.page and body.page.diagnostics):
            return self._written(key, body, leading)
        return memory().of(key, lambda: self._written(key, body, leading), body, stores=(self.store,))

    def _written(self, key: bytes, body: Unfollowed, leading: Resolved) -> Rendered:
        html = None if body.page and body.page.diagnostics else self.store.get(key, str)
        if html is None:
            made = write(body.page or self._blocks(body.text, body.place), leading, self.markdown)
            if not made.diagnostics:
                self.store.put(key, made.html)
            return made
        return Rendered(html, body.lines, tuple(body.headings), tuple(leading.diagnostics), leading.lines, body.words)

    def _blocks(self, text: str, place: Place) -> Read:
        return read(text, place, self.actors, self.markdown, self.reserved)


def _from_store(value: Any, text: str, place: Place, key: bytes) -> Unfollowed:
    headings, lines, words, links = value
    return Unfollowed(
        text,
        place,
        key,
        [Heading(*heading) for heading in headings],
        lines,
        tuple((some, line) for some, line in words),
        [Typed(*link) for link in links],
    )
