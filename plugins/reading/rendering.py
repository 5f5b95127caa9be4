"""Content (names already masked) → the HTML of every page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time
from typing import Any

from plugins.diagnostics import Diagnostic, Place
from plugins.model.content import Content, Document
from plugins.model.kinds import Kind
from plugins.model.records import Page
from plugins.reading.markdown import Rendered, parser, render


def render_all(content: Content) -> tuple[Mapping[str, Rendered], list[Diagnostic]]:
    """Render every body.

    Returns:
        The HTML by page key, and what is wrong in the bodies.
    """
    markdown = parser()
    actors = content.known(Kind.ACTOR.folder)
    rendered: dict[str, Rendered] = {}
    diagnostics: list[Diagnostic] = []
    for document in content.documents():
        page = render(document.body, Place(document.path), document.body_line, actors, markdown)
        rendered[document.key] = page
        diagnostics.extend(page.diagnostics)
    return rendered, diagnostics


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
    if hasattr(record, "date"):
        found["date"] = datetime.combine(record.date, time())
    return found
