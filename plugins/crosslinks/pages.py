"""Documents and their bodies → the same with their links, relative to each page, and what an editor sees of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Protocol

from plugins.cache.store import Store, key_of
from plugins.crosslinks.likely_actors import kept_sightings
from plugins.crosslinks.linking import link
from plugins.crosslinks.mention import Linked, Mention, Policy, Sitting
from plugins.crosslinks.overview import known_names, overview, view
from plugins.crosslinks.overview_records import Overview, PageOverview
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
        known = known_names(content)
        self._find = partial(kept_sightings, known=known, around=key_of(*map(" ".join, sorted(known))), store=store)

    def link(self, document: Document[Page], page: Rendered) -> Marked:
        """The body of a document, read here and once, and its links; its mentions are kept."""
        linked = link_page(read(page.html), document=document, registry=self.registry, policy=self.policy)
        self.mentions[document.key] = linked.mentions
        self._views.append(view(linked, document, self.registry, page.lines, self._find))
        return linked.marked

    def overview(self) -> Overview:
        """What an editor sees of all that was linked."""
        return overview(self._views, self.content, self.registry)


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
