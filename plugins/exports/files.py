"""The content, its bodies and what was found in them → the files for machines: open data, feed, rules for robots and hosts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from plugins.crosslinks.backlink_records import CitedActor
from plugins.crosslinks.mention import Mention
from plugins.exports.addresses import Identity
from plugins.exports.calendars import ALL_MEETINGS, calendars
from plugins.exports.catalogue import Catalogue, File, offered
from plugins.exports.changes import CHANGES, feeds
from plugins.exports.dataset import Dataset, csv_of, json_of, schema_of
from plugins.exports.feed import FEED_URL, FeedEntry, feed
from plugins.exports.graph import GRAPH, graph
from plugins.exports.headers import headers
from plugins.exports.indexing import robots
from plugins.exports.open_data import datasets
from plugins.exports.standards import converted
from plugins.model.content import Content, Document
from plugins.model.kinds import FOLDERS
from plugins.model.meeting import Meeting
from plugins.model.next_meeting import NextMeeting

# What reading gives to a paragraph: a hash of its text, its names masked.
_PARAGRAPH = re.compile(r"p-[0-9a-f]{8}(?:-\d+)?")


@dataclass(frozen=True)
class Known:
    """What the files tell.

    Attributes:
        content: as pages show it.
        nameless: the same, every person's name masked however pages show people.
        bodies: as they are read, by page key.
        mentions: of each page, by its key.
        companions: by key of an actor, those that passages mention with it.
        upcoming: the next meeting of each body.
    """

    content: Content
    nameless: Content
    bodies: Mapping[str, str]
    mentions: Mapping[str, tuple[Mention, ...]]
    companions: Mapping[str, tuple[CitedActor, ...]]
    upcoming: tuple[NextMeeting, ...] = ()


def exported(known: Known, site: Identity, today: date, theme_folder: str) -> tuple[dict[str, str], Catalogue]:
    """Text of each file, by path under the site's root, and what the page about the data tells of them.

    Args:
        known: what is told.
        site: without a public address, it has no feed.
        today: the day of the build.
        theme_folder: the folder of the theme's files; empty when nothing was prepared.
    """
    given = datasets(known.nameless, _nameless(known), site)
    files = {"robots.txt": robots(site), GRAPH: graph(known.nameless, known.companions)}
    files |= calendars(known.nameless, known.upcoming, site, today)
    others = converted(known.nameless, site, today)
    files |= others.files
    for one in given:
        files |= _files(one, site, today)
    files.update(_beside_pages(given, known.nameless, site, today))
    if theme_folder:
        files["_headers"] = headers(theme_folder)
    if site.root:
        entries = (_entry(meeting, known.bodies[meeting.key]) for meeting in known.content.meetings.values())
        files[FEED_URL] = feed(site, entries, today)
        files |= feeds(known.nameless, known.mentions, site, today)
    more = [File("Qui est cité avec qui", GRAPH, "Un graphe (GraphML) : un trait, le nombre de passages qui parlent des deux.")]
    if ALL_MEETINGS in files:
        more.append(
            File(
                "Le calendrier des réunions", ALL_MEETINGS, "Celles qui se sont tenues et celles qui sont annoncées (iCalendar)."
            )
        )
    if site.root:
        more.append(File("Ce qui change", CHANGES.file, "Un fil Atom ; chaque acteur a le sien, atom.xml à côté de sa fiche."))
    return files, Catalogue(tuple(map(offered, given)), tuple(more), others.standards, others.quality)


def _nameless(known: Known) -> Mapping[str, tuple[Mention, ...]]:
    """The mentions; where pages name people, the address of a heading may do so too, and is left out."""
    if known.content is known.nameless:
        return known.mentions
    return {
        page: tuple(one if _PARAGRAPH.fullmatch(one.anchor) else replace(one, anchor="") for one in own)
        for page, own in known.mentions.items()
    }


def _files(one: Dataset, site: Identity, today: date) -> dict[str, str]:
    return {
        one.json_name: json_of(one, one.rows, one.json_name, site, today),
        one.csv_name: csv_of(one, today),
        one.schema_name: schema_of(one, site),
    }


def _beside_pages(given: tuple[Dataset, ...], content: Content, site: Identity, today: date) -> Iterator[tuple[str, str]]:
    """Beside each page, its own row: whoever reads the whole file reads this one."""
    for one in given:
        if kind := FOLDERS.get(one.name):
            documents = content.of(kind)
            for row in one.rows:
                document = documents[row["slug"]]
                file = f"{document.url}index.json"
                yield file, json_of(one, [{**row, "page": site.link(document.url, file)}], file, site, today)


def _entry(meeting: Document[Meeting], html: str) -> FeedEntry:
    record = meeting.record
    published = record.published_on
    changed = max((one.date for one in record.compte_rendu.corrections), default=published)
    return FeedEntry(meeting.url, record.titre, published, record.resume or "", html, changed=max(published, changed))
