"""Pelican glue of the glossary: every body is annotated once its mentions are linked."""

from __future__ import annotations

from typing import Any

from pelican import signals

from plugins.glossary.annotating import annotate
from plugins.glossary.entries import build, without_address
from plugins.glossary.usage import unused
from plugins.text.site_addresses import to_root

PAGE = "glossaire/"


def annotate_all(generators: list[Any]) -> None:
    """For templates: `glossary_entries` in the order of the file, `glossary_of_actor` by the actor's slug."""
    context, settings = generators[0].context, generators[0].settings
    content = settings["ALLIANCE"]
    glossary = build(content.glossary, content.glossary_places, context["registry"])
    settings["DIAGNOSTICS"] += without_address(content.glossary, content.glossary_places)
    context["glossary_entries"], context["glossary_of_actor"] = glossary.entries, glossary.of_actors()
    if not glossary.entries:
        return
    used: set[str] = set()
    for generator in generators:
        for page in [*getattr(generator, "articles", ()), *getattr(generator, "pages", ())]:
            # `_content`, not `content`: reading the latter would freeze the body without its marks.
            annotated = annotate(page._content, glossary, to_root(page.document.url) + PAGE)
            page._content = annotated.html
            used.update(annotated.used)
    settings["DIAGNOSTICS"] += unused(glossary, content, used)


def register() -> None:
    """After crosslinks: the glossary never enters a link, except to explain the acronym that it is."""
    signals.all_generators_finalized.connect(annotate_all)
