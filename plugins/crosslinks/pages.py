"""A document and its HTML → its links, with addresses relative to the page."""

from __future__ import annotations

from plugins.crosslinks.linking import link
from plugins.crosslinks.mention import Linked, Meeting, Policy
from plugins.model import meeting as records
from plugins.model.content import Document
from plugins.model.records import Page
from plugins.registry.registry import Registry
from plugins.text.site_addresses import to_root


def link_page(html: str, *, document: Document[Page], registry: Registry, policy: Policy) -> Linked:
    """Link the body of a document."""
    up = to_root(document.url)
    return link(html, registry, document.key, lambda key: f"{up}{key}/", meeting_of(document), policy)


def meeting_of(document: Document[Page]) -> Meeting | None:
    """What linking needs to know of a meeting; None for any other page."""
    record = document.record
    if not isinstance(record, records.Meeting):
        return None
    return Meeting(document.slug, record.date, frozenset(str(one.acteur) for one in record.participants))
