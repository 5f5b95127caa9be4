"""Pelican glue of the cross-links: every body is linked once all pages are read."""

from __future__ import annotations

from functools import partial
from typing import Any

from pelican import Pelican, signals

from plugins.cache.store import Store, file_of, key_of
from plugins.crosslinks.mention import POLICIES, Mention
from plugins.crosslinks.overview import known_names, overview, view
from plugins.crosslinks.pages import link_page
from plugins.crosslinks.sightings import kept_sightings
from plugins.crosslinks.texts import Texts, linked_text
from plugins.crosslinks.views import PageView
from plugins.diagnostics.choices import check_choice
from plugins.model.content import Content


def add_filter(pelican: Pelican) -> None:
    """Before any generator makes its Jinja environment."""
    pelican.settings["JINJA_FILTERS"] = {**pelican.settings["JINJA_FILTERS"], "relie": linked_text}


def link_all(generators: list[Any]) -> None:
    """Write the links into every body; `context["mentions"]` keeps what was found, `context["redaction"]` what editors see."""
    context, settings = generators[0].context, generators[0].settings
    settings["DIAGNOSTICS"] += check_choice("CROSSLINKS", settings["CROSSLINKS"], POLICIES)
    site: Content = settings["ALLIANCE"]
    known, views = known_names(site), list[PageView]()
    store = Store(file_of(settings["BUILD_CACHE"], settings["PATH"], "crosslinks"))
    find = partial(kept_sightings, known=known, around=key_of(*map(" ".join, sorted(known))), store=store)
    found: dict[str, tuple[Mention, ...]] = {}
    link_one = partial(link_page, registry=context["registry"], policy=settings["CROSSLINKS"])
    for generator in generators:
        for page in [*getattr(generator, "articles", ()), *getattr(generator, "pages", ())]:
            # `_content`, not `content`: reading the latter would freeze the body without its links.
            linked = link_one(page._content, document=page.document)
            page._content, found[page.document.key] = linked.html, linked.mentions
            views.append(view(linked, page.document, context["registry"], page.lines, find))
    settings["DIAGNOSTICS"] += store.close()
    context["texts"] = Texts(context["registry"])
    context["mentions"], context["redaction"] = found, overview(views, site, context["registry"])


def register() -> None:
    """After reading: at `content_object_init` the other pages are not read yet."""
    signals.initialized.connect(add_filter)
    signals.all_generators_finalized.connect(link_all)
