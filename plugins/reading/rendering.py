"""Content (names already masked) → the HTML of every page."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime, time
from functools import partial
from typing import Any

from plugins.cache.store import Store
from plugins.diagnostics import Diagnostic, Place
from plugins.model.content import Content, Document
from plugins.model.kinds import FOLDERS, Kind
from plugins.model.meeting import Meeting
from plugins.model.records import Page
from plugins.reading.addresses import Sitemap
from plugins.reading.markdown import Rendered
from plugins.reading.reserved import Reserved
from plugins.reading.stored import Reader


def render_all(
    content: Content, files: Collection[str] = (), reserved: Reserved | None = None, store: Store | None = None
) -> tuple[Mapping[str, Rendered], list[Diagnostic]]:
    """Render every body.

    Args:
        content: all that the folder holds.
        files: paths of its images and attachments, such as `images/plan.png`.
        reserved: ids that pages give to their own parts.
        store: bodies that were read before, if some are kept; left open.

    Returns:
        The HTML by page key, and what is wrong in the bodies.
    """
    documents = content.by_key()
    reader = Reader(frozenset(content.known(Kind.ACTOR.folder)), reserved or Reserved(), store or Store(None))
    bodies = {key: reader.once(one.body, Place(one.path, one.body_line)) for key, one in documents.items()}
    headings = {documents[key].url: body.headings for key, body in bodies.items()}
    pages = {f"{key}.md": one.url for key, one in documents.items()}
    for folder, _, slug in (key.partition("/") for key in content.faulty):
        if folder in FOLDERS:
            pages[f"{folder}/{slug}.md"] = FOLDERS[folder].url(slug)
    sitemap = Sitemap(pages, frozenset(files), headings)
    rendered = {key: reader.write(body, partial(sitemap.address, documents[key])) for key, body in bodies.items()}
    return rendered, [diagnostic for page in rendered.values() for diagnostic in page.diagnostics]


def metadata(document: Document[Page], page: Rendered) -> dict[str, Any]:
    """What Pelican and the templates need to know of a page."""
    record = document.record
    found: dict[str, Any] = {
        "title": record.titre,
        "slug": document.slug,
        "summary": record.resume or "",
        "template": document.kind.template,
        "url": document.url,
        "save_as": document.url + "index.html",
        "key": document.key,
        "kind": document.kind,
        "record": record,
        "document": document,
        "headings": page.headings,
        "lines": page.lines,
    }
    if isinstance(record, Meeting):
        found["date"] = datetime.combine(record.date, time())
    return found
