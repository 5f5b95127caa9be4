"""Documents and their bodies → the same with their links, relative to each page, and what an editor sees of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial
from typing import Protocol

from plugins.cache.digests import Digests
from plugins.cache.memory import memory
from plugins.cache.store import Store, key_of
from plugins.crosslinks.likely_actors import kept_sightings
from plugins.crosslinks.linking import link
from plugins.crosslinks.mention import Linked, Mention, Policy, Sitting
from plugins.crosslinks.overview import known_names, likely, overview, view
from plugins.crosslinks.overview_records import Overview, PageOverview
from plugins.crosslinks.stored import Found
from plugins.markup.body import Body
from plugins.markup.reading import read
from plugins.markup.rewriting import Marked
from plugins.model.content import Content, Document
from plugins.model.meeting import Meeting
from plugins.model.records import Page
from plugins.registry.registry import Registry
from plugins.text.site_addresses import to_root


class Rendered(Protocol):
    """A body as reading gives it."""

    @property
    def html(self) -> str:
        """With an id on each paragraph."""

    @property
    def lines(self) -> Mapping[str, int]:
        """Element id → line of the file."""


class Links:
    """Links the bodies of a content, one after the other: what was read of one is given up before the next is read.

    Args:
        content: the pages.
        registry: what mentions lead to.
        policy: which mentions are linked.
        store: keeps what each text may name, from one build to the next.
    """

    def __init__(self, content: Content, registry: Registry, policy: Policy, store: Store) -> None:
        self.content, self.registry, self.policy = content, registry, policy
        self.mentions = dict[str, tuple[Mention, ...]]()
        self._views = list[PageOverview]()
        known = memory().call(known_names, content)
        about, self._around = memory().of(policy, lambda: _around(known, registry, policy), known, registry)
        self._find = partial(kept_sightings, known=known, around=about, store=store)

    def key(self, document: Document[Page], page: Rendered) -> bytes:
        """Of all that decides of the links of a body, and of what is told of it."""
        meeting = meeting_of(document)
        held = meeting and [meeting.slug, meeting.day.isoformat(), sorted(meeting.participants)]
        return key_of(self._around, json.dumps([document.key, document.body_line, held, dict(page.lines)]), page.html)

    def find(self, document: Document[Page], page: Rendered) -> tuple[Marked, Found]:
        """The body of a document, read here and once, and its links; what was found in it."""
        linked = link_page(read(page.html), document=document, registry=self.registry, policy=self.policy)
        return linked.marked, Found(linked.mentions, tuple(likely(linked, document, page.lines, self._find)))

    def take(self, document: Document[Page], page: Rendered, found: Found) -> None:
        """What was found in a body, now or by an earlier build, is told with that of the others."""
        self.mentions[document.key] = found.mentions
        self._views.append(view(found, document, self.registry, page.lines))

    def overview(self) -> Overview:
        """What an editor sees of all that was linked."""
        return overview(self._views, self.content, self.registry)


def _around(known: frozenset[tuple[str, ...]], registry: Registry, policy: Policy) -> tuple[bytes, bytes]:
    """The key of the names that are no actor to create; that of all that decides of links, beside a body."""
    about = key_of(*map(" ".join, sorted(known)))
    return about, key_of(Digests({Registry: Registry.counted}).of(registry), policy, about)


def link_page(body: Body, *, document: Document[Page], registry: Registry, policy: Policy) -> Linked:
    """Link the body of one document."""
    up = to_root(document.url)
    return link(body, registry, document.key, lambda key: f"{up}{key}/", meeting_of(document), policy)


def meeting_of(document: Document[Page]) -> Sitting | None:
    """What linking needs to know of a meeting; None for any other page."""
    record = document.record
    if not isinstance(record, Meeting):
        return None
    return Sitting(document.slug, record.date, frozenset(str(one.acteur) for one in record.participants))
