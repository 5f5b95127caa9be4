"""All documents and their HTML → the same with its links, relative to each page, and what an editor sees of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from plugins.cache.store import Store, key_of
from plugins.crosslinks.linking import link
from plugins.crosslinks.mention import Linked, Meeting, Mention, Policy
from plugins.crosslinks.overview import known_names, overview, view
from plugins.crosslinks.sightings import kept_sightings
from plugins.crosslinks.views import Overview, PageView
from plugins.model import meeting as records
from plugins.model.content import Content, Document
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


@dataclass(frozen=True)
class LinkedPages:
    """Every page, by its key.

    Attributes:
        html: the bodies, with their links.
        mentions: what was found in each.
        overview: what an editor sees of them.
    """

    html: Mapping[str, str]
    mentions: Mapping[str, tuple[Mention, ...]]
    overview: Overview


def link_pages(
    content: Content, registry: Registry, rendered: Mapping[str, Rendered], policy: Policy, store: Store
) -> LinkedPages:
    """Link the body of every document.

    Args:
        content: the pages.
        registry: what mentions lead to.
        rendered: their bodies, by page key.
        policy: which mentions are linked.
        store: keeps what each text may name, from one build to the next.
    """
    known, views = known_names(content), list[PageView]()
    find = partial(kept_sightings, known=known, around=key_of(*map(" ".join, sorted(known))), store=store)
    html, mentions = dict[str, str](), dict[str, tuple[Mention, ...]]()
    for key, document in content.by_key().items():
        linked = link_page(rendered[key].html, document=document, registry=registry, policy=policy)
        html[key], mentions[key] = linked.html, linked.mentions
        views.append(view(linked, document, registry, rendered[key].lines, find))
    return LinkedPages(html, mentions, overview(views, content, registry))


def link_page(html: str, *, document: Document[Page], registry: Registry, policy: Policy) -> Linked:
    """Link the body of one document."""
    up = to_root(document.url)
    return link(html, registry, document.key, lambda key: f"{up}{key}/", meeting_of(document), policy)


def meeting_of(document: Document[Page]) -> Meeting | None:
    """What linking needs to know of a meeting; None for any other page."""
    record = document.record
    if not isinstance(record, records.Meeting):
        return None
    return Meeting(document.slug, record.date, frozenset(str(one.acteur) for one in record.participants))
