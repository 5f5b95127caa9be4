"""The linked bodies of all pages → the same, explained, and what is to be said of the glossary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plugins.diagnostics import Diagnostic
from plugins.glossary.annotating import annotate
from plugins.glossary.entries import Glossary, build, without_address
from plugins.glossary.usage import unused
from plugins.model.content import Content
from plugins.model.kinds import GLOSSARY_URL
from plugins.registry.registry import Registry
from plugins.text.site_addresses import relative


@dataclass(frozen=True)
class ExplainedPages:
    """Every page.

    Attributes:
        html: the bodies, by page key.
        glossary: what explains them.
        diagnostics: entries without an address, or that no page writes.
    """

    html: Mapping[str, str]
    glossary: Glossary
    diagnostics: tuple[Diagnostic, ...]


def explain_pages(content: Content, registry: Registry, bodies: Mapping[str, str]) -> ExplainedPages:
    """Explain what every page writes; a glossary never enters a link, except to explain the acronym that it is.

    Args:
        content: whose glossary explains.
        registry: whose names are for the cross-links.
        bodies: with their links, by page key.
    """
    glossary = build(content.glossary, content.glossary_places, registry)
    wrong = tuple(without_address(content.glossary, content.glossary_places))
    if not glossary.entries:
        return ExplainedPages(bodies, glossary, wrong)
    pages = content.by_key()
    annotated = {key: annotate(html, glossary, relative(GLOSSARY_URL, pages[key].url)) for key, html in bodies.items()}
    used = {entry for page in annotated.values() for entry in page.used}
    html = {key: page.html for key, page in annotated.items()}
    return ExplainedPages(html, glossary, (*wrong, *unused(glossary, content, used)))
