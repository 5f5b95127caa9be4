"""The linked bodies of all pages → the same, explained, and what is to be said of the glossary."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.diagnostics import Diagnostic
from plugins.glossary.annotating import annotate
from plugins.glossary.entries import build, without_address
from plugins.glossary.usage import unused
from plugins.markup.rewriting import Marked
from plugins.model.content import Content, Document
from plugins.model.kinds import GLOSSARY_URL
from plugins.model.records import Page
from plugins.registry.registry import Registry
from plugins.text.site_addresses import relative


class Explanations:
    """Explains what pages write, one after the other; a glossary never enters a link, except to explain the acronym that it is.

    Args:
        content: whose glossary explains.
        registry: whose names are for the cross-links.
    """

    def __init__(self, content: Content, registry: Registry) -> None:
        self.content = content
        self.glossary = build(content.glossary, content.glossary_places, registry)
        self._used = set[str]()

    def explain(self, document: Document[Page], marked: Marked) -> Marked:
        """A body and its links, with its explanations; what it writes of the glossary is kept."""
        if not self.glossary.entries:
            return marked
        annotated = annotate(marked, self.glossary, relative(GLOSSARY_URL, document.url))
        self._used.update(annotated.used)
        return annotated.marked

    def diagnostics(self) -> Iterator[Diagnostic]:
        """Entries without an address, then those that no page writes."""
        yield from without_address(self.content.glossary, self.content.glossary_places)
        yield from unused(self.glossary, self.content, self._used)
