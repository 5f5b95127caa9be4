"""Meetings with their HTML → an Atom feed (RFC 4287) in which every link is absolute."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from html import escape
from urllib.parse import urljoin
from zoneinfo import ZoneInfo

from feedgenerator import Atom1Feed

from plugins.exports.addresses import Identity

FEED_URL = "reunions/atom.xml"
LATEST = 20
# Those that are given whole; of the others a reader has the summary and the link. Minutes are long: twenty of them weigh a megabyte.
WHOLE = 5
_TAG = re.compile(r"<[a-z](?:[^>\"]|\"[^\"]*\")*>")
_LINK = re.compile(r"\b(href|src)=\"([^\"]*)\"")
# What XML 1.0 §2.2 does not allow.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class FeedEntry:
    """One meeting of the feed.

    Attributes:
        url: under the site's root.
        title: of the page.
        day: of its publication; of the meeting, when nobody says when its minutes were published.
        summary: one sentence, or nothing.
        html: the body, with its relative links; empty when there is none.
        mark: what tells it apart from the other entries of its page.
        changed: the day of its last correction; None when it has none.
    """

    url: str
    title: str
    day: date
    summary: str
    html: str
    mark: str = ""
    changed: date | None = None

    @property
    def updated(self) -> date:
        """The day from which it says what it says: a reader shows it again."""
        return self.changed or self.day


@dataclass(frozen=True)
class Channel:
    """A feed: its file, the page that it follows, both under the site's root; its title beside the site's name."""

    file: str
    page: str
    title: str = ""


MEETINGS = Channel(FEED_URL, "reunions/")


class _Feed(Atom1Feed):  # type: ignore[misc]  # the library is not typed
    """Of a feed without entries the library tells the hour: the day on which it was made is told instead."""

    def latest_post_date(self) -> datetime:
        latest: datetime = super().latest_post_date() if self.items else self.feed["made"]
        return latest


def feed(site: Identity, entries: Iterable[FeedEntry], today: date, channel: Channel = MEETINGS) -> str:
    """A feed, that of meetings unless told otherwise: the latest entries, newest first, the first of them whole.

    Args:
        site: a site with a public address: identities and links are made of it.
        entries: in any order.
        today: when the feed has no entry, the day it was made.
        channel: which one.
    """
    made = _Feed(
        title=clean(f"{channel.title} — {site.name}" if channel.title else site.name),
        link=site.root + channel.page,
        description=None,
        language="fr",
        author_name=clean(site.name),
        subtitle=clean(site.description),
        feed_url=site.root + channel.file,
        feed_guid=site.root + channel.file,
        feed_copyright="Licence Ouverte 2.0",
        made=_instant(today),
    )
    latest = sorted(entries, key=lambda entry: (entry.updated, entry.url, entry.mark), reverse=True)[:LATEST]
    for rank, entry in enumerate(latest):
        address = site.root + entry.url
        made.add_item(
            title=clean(entry.title),
            link=address,
            unique_id=f"{address}#{entry.mark}" if entry.mark else address,
            pubdate=_instant(entry.day),
            updateddate=_instant(entry.updated),
            description=escape(clean(entry.summary)) or None,
            content=clean(absolute_links(entry.html, address)) if rank < WHOLE else None,
        )
    return str(made.writeString("utf-8"))


def absolute_links(html: str, address: str) -> str:
    """The same HTML read elsewhere: links and pictures lead from `address`, the page's own."""
    return _TAG.sub(lambda tag: _LINK.sub(lambda m: f'{m[1]}="{urljoin(address, m[2])}"', tag[0]), html)


def clean(text: str) -> str:
    """Without what XML does not allow."""
    return _NOT_XML.sub("", text)


def _instant(day: date) -> datetime:
    """The start of that day in France (RFC 3339)."""
    return datetime.combine(day, time(), ZoneInfo("Europe/Paris"))
