"""The content and its bodies → the files for machines: open data, feed, rules for robots and hosts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from plugins.exports.addresses import Identity
from plugins.exports.feed import FEED_URL, FeedEntry, feed
from plugins.exports.headers import headers
from plugins.exports.indexing import robots
from plugins.exports.open_data import datasets
from plugins.model.content import Content, Document
from plugins.model.meeting import Meeting


def exported(content: Content, bodies: Mapping[str, str], site: Identity, today: date, theme_folder: str) -> dict[str, str]:
    """Text of each file, by path under the site's root.

    Args:
        content: with the names of persons masked.
        bodies: as they are read, by page key.
        site: without a public address, it has no feed.
        today: the day of the build.
        theme_folder: the folder of the theme's files; empty when nothing was prepared.
    """
    files = {**datasets(content, site, today), "robots.txt": robots(site)}
    if theme_folder:
        files["_headers"] = headers(theme_folder)
    if site.root:
        entries = (_entry(meeting, bodies[meeting.key]) for meeting in content.meetings.values())
        files[FEED_URL] = feed(site, entries, today)
    return files


def _entry(meeting: Document[Meeting], html: str) -> FeedEntry:
    record = meeting.record
    return FeedEntry(meeting.url, record.titre, record.date, record.resume or "", html)
