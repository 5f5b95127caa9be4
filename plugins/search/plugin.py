"""Pelican glue of the search: the index is made before the first page is written, for every page names it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pelican import Pelican, signals

from plugins.cache.store import Store, file_of
from plugins.search import opensearch
from plugins.search.files import FOLDER, index_files, write
from plugins.search.site_pages import acronym_pairs, as_shown, site_pages
from plugins.search.transport import WHOLE_BUDGET


def make_index(generators: list[Any]) -> None:
    """For templates, addresses under the site's root: `recherche.entree`, the index, `recherche.description`, for browsers."""
    settings: dict[str, Any] = generators[0].settings
    site = settings["ALLIANCE"]
    bodies = {key: rendered.html for key, rendered in settings["RENDERED"].items()}
    pages = [as_shown(page) for page in site_pages(site, bodies)]
    store = Store(file_of(settings["BUILD_CACHE"], settings["PATH"], "search"))
    budget = settings.get("SEARCH_WHOLE_BUDGET", WHOLE_BUDGET)
    files = index_files(pages, acronym_pairs(site), budget=budget, store=store)
    settings["DIAGNOSTICS"] += store.close()
    settings["SEARCH_FILES"] = files
    generators[0].context["recherche"] = {"entree": f"{FOLDER}/{files.entry}", "description": opensearch.FILE}


def write_index(pelican: Pelican) -> None:
    """Written last: Pelican empties the folder at the start of a run."""
    settings = pelican.settings
    folder = Path(settings["OUTPUT_PATH"])
    write(settings["SEARCH_FILES"], folder)
    if settings["SITE_ADDRESS"]:
        text = opensearch.description(settings["SITENAME"], settings["SITE_SUBTITLE"], settings["SITE_ADDRESS"])
        (folder / opensearch.FILE).write_text(text, encoding="utf-8", newline="")


def register() -> None:
    """After reading (bodies) and registry (names of persons are masked)."""
    signals.all_generators_finalized.connect(make_index)
    signals.finalized.connect(write_index)
