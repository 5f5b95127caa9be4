"""Content (names already masked) → the HTML of every page."""

from __future__ import annotations

from collections.abc import Mapping

from plugins.diagnostics import Diagnostic, Place
from plugins.model.content import Content
from plugins.reading.markdown import Rendered, parser, render


def render_all(content: Content) -> tuple[Mapping[str, Rendered], list[Diagnostic]]:
    """Render every body.

    Returns:
        The HTML by page key, and what is wrong in the bodies.
    """
    markdown = parser()
    actors = {slug: document.record.titre for slug, document in content.actors.items()}
    rendered: dict[str, Rendered] = {}
    diagnostics: list[Diagnostic] = []
    for document in content.documents():
        page = render(document.body, Place(document.path), document.body_line, actors, markdown)
        rendered[document.key] = page
        diagnostics.extend(page.diagnostics)
    return rendered, diagnostics
