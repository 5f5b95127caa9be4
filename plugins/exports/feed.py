"""Meetings with their HTML → an Atom feed (RFC 4287) in which every link is absolute."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from urllib.parse import urljoin
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

from plugins.exports.addresses import Identity

FEED_URL = "reunions/atom.xml"
LATEST = 20
_ATOM = "http://www.w3.org/2005/Atom"
_TAG = re.compile(r"<[a-z](?:[^>\"]|\"[^\"]*\")*>")
_LINK = re.compile(r"\b(href|src)=\"([^\"]*)\"")
# What XML 1.0 §2.2 does not allow.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Entry:
    """One meeting of the feed.

    Attributes:
        url: under the site's root.
        title: of the page.
        day: of the meeting.
        summary: one sentence, or nothing.
        html: the body, with its relative links.
    """

    url: str
    title: str
    day: date
    summary: str
    html: str


def feed(site: Identity, entries: Iterable[Entry], today: date) -> str:
    """The feed of the latest meetings, newest first.

    Args:
        site: a site with a public address: identities and links are made of it.
        entries: in any order.
        today: when the feed has no entry, the day it was made.
    """
    kept = sorted(entries, key=lambda entry: (entry.day, entry.url), reverse=True)[:LATEST]
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": "fr"})
    _add(root, "title", site.name)
    if site.description:
        _add(root, "subtitle", site.description)
    _add(root, "id", site.root + FEED_URL)
    _add(root, "updated", _instant(kept[0].day if kept else today))
    ET.SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": site.root + FEED_URL})
    ET.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": site.root + "reunions/"})
    _add(ET.SubElement(root, "author"), "name", site.name)
    _add(root, "rights", "Licence Ouverte 2.0")
    for entry in kept:
        _entry(ET.SubElement(root, "entry"), entry, site.root + entry.url)
    ET.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def absolute_links(html: str, address: str) -> str:
    """The same HTML read elsewhere: links and pictures lead from `address`, the page's own."""
    return _TAG.sub(lambda tag: _LINK.sub(lambda m: f'{m[1]}="{urljoin(address, m[2])}"', tag[0]), html)


def _entry(parent: ET.Element, entry: Entry, address: str) -> None:
    _add(parent, "title", entry.title)
    _add(parent, "id", address)
    ET.SubElement(parent, "link", {"rel": "alternate", "type": "text/html", "href": address})
    _add(parent, "published", _instant(entry.day))
    _add(parent, "updated", _instant(entry.day))
    if entry.summary:
        _add(parent, "summary", entry.summary)
    _add(parent, "content", absolute_links(entry.html, address)).set("type", "html")


def _add(parent: ET.Element, name: str, text: str) -> ET.Element:
    element = ET.SubElement(parent, name)
    element.text = _NOT_XML.sub("", text)
    return element


def _instant(day: date) -> str:
    """The start of that day in France (RFC 3339)."""
    return datetime.combine(day, time(), ZoneInfo("Europe/Paris")).isoformat()
