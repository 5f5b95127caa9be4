"""The linked bodies of all pages → the same, explained, and what is to be said of the glossary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.cache.digests import Digests
from plugins.cache.memory import memory
from plugins.cache.store import key_of
from plugins.diagnostics import Diagnostic
from plugins.glossary.annotating import Annotated, annotate
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
        self.glossary = memory().call(build, content.glossary, content.glossary_places, registry)
        self._used = set[str]()
        # Of all that decides of what a body explains, beside the body and its links.
        self.key = memory().call(_key, content, registry)

    def explain(self, document: Document[Page], marked: Marked) -> Annotated:
        """A body and its links, with its explanations."""
        if not self.glossary.entries:
            return Annotated(marked)
        return annotate(marked, self.glossary, relative(GLOSSARY_URL, document.url))

    def take(self, used: Iterable[str]) -> None:
        """What a body writes of the glossary, now or in an earlier build: ids of entries."""
        self._used.update(used)

    def diagnostics(self) -> Iterator[Diagnostic]:
        """Entries without an address, then those that no page writes."""
        yield from without_address(self.content.glossary, self.content.glossary_places)
        used = frozenset(self._used)
        yield from memory().of(used, lambda: list(unused(self.glossary, self.content, used)), self.glossary, self.content)


def _key(content: Content, registry: Registry) -> bytes:
    return key_of(Digests({Registry: Registry.counted}).of([content.glossary, registry]))
