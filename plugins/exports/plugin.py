"""Pelican glue of the exports: what pages say to machines, and the files that stand beside them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from pelican import Pelican, signals

from plugins.exports.addresses import Site, check_site_address
from plugins.exports.feed import FEED_URL, Entry, feed
from plugins.exports.headers import headers
from plugins.exports.indexing import indexable, robots, sitemap
from plugins.exports.open_data import datasets
from plugins.exports.redirections import redirections
from plugins.exports.structured_data import structured_data
from plugins.exports.writing import write, write_redirections


def prepare(generators: list[Any]) -> None:
    """For templates: `structured_data` by page key, `feed_url` when there is a feed."""
    context, settings = generators[0].context, generators[0].settings
    site, today = _site(settings), date.fromisoformat(settings["BUILD_DATE"])
    settings["DIAGNOSTICS"] += check_site_address(settings["SITE_ADDRESS"])
    context["structured_data"] = structured_data(settings["ALLIANCE"], site)
    files = {**datasets(settings["ALLIANCE"], site, today), "robots.txt": robots(site)}
    if settings["THEME_STATIC_DIR"]:
        files["_headers"] = headers(settings["THEME_STATIC_DIR"])
    if site.root:
        context["feed_url"] = FEED_URL
        files[FEED_URL] = feed(site, map(_entry, context["articles"]), today)
    settings["EXPORTED"] = files


def publish(pelican: Pelican) -> None:
    """Last of all: the sitemap lists what was built, a redirection never hides a page."""
    settings = pelican.settings
    folder, site = Path(settings["OUTPUT_PATH"]), _site(settings)
    write(folder, settings["EXPORTED"])
    later = ("sitemap.xml", FEED_URL, *settings.get("WRITTEN_LAST", ()))
    settings["DIAGNOSTICS"] += write_redirections(folder, redirections(settings["ALLIANCE"], site), later)
    if site.root:
        write(folder, {"sitemap.xml": sitemap(site, indexable(folder))})


def _site(settings: dict[str, Any]) -> Site:
    return Site(settings["SITENAME"], settings["SITE_SUBTITLE"], settings["SITE_ADDRESS"])


def _entry(article: Any) -> Entry:
    return Entry(article.url, article.title, article.record.date, article.record.resume or "", article.content)


def register() -> None:
    """After every room that edits bodies: the feed takes them as they are read."""
    signals.all_generators_finalized.connect(prepare)
    signals.finalized.connect(publish)
