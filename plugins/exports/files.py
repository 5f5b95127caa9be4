"""The content, its bodies and what was found in them → the files for machines: open data, feed, rules for robots and hosts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from plugins.cache.memory import memory
from plugins.cache.plain import again, plain
from plugins.cache.store import Store, key_of
from plugins.crosslinks.backlink_records import CitedActor
from plugins.crosslinks.mention import Mention
from plugins.exports.addresses import Identity
from plugins.exports.akoma_ntoso import Passage, akoma_ntoso
from plugins.exports.calendars import ALL_MEETINGS, calendars
from plugins.exports.catalogue import Catalogue, File, Offered, Standard, offered
from plugins.exports.changes import CHANGES, feeds
from plugins.exports.dataset import Dataset, csv_of, json_of, schema_of
from plugins.exports.feed import FEED_URL, FeedEntry, feed
from plugins.exports.graph import GRAPH, graph
from plugins.exports.headers import headers
from plugins.exports.inclusion_quality import Quality
from plugins.exports.indexing import robots
from plugins.exports.open_data import ENTRIES, datasets, mentions_of
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
        passages: what pages say under each heading, by page key.
        name_at: how an actor is called on a day.
    """

    content: Content
    nameless: Content
    bodies: Mapping[str, str]
    mentions: Mapping[str, tuple[Mention, ...]]
    companions: Mapping[str, tuple[CitedActor, ...]]
    upcoming: tuple[NextMeeting, ...] = ()
    passages: Mapping[str, Sequence[Passage]] = field(default_factory=dict)
    name_at: Callable[[str, date], str] = lambda slug, _: slug

    @property
    def given_away(self) -> tuple[object, ...]:
        """All that counts but the bodies."""
        return self.content, self.nameless, self.mentions, self.companions, self.upcoming


@dataclass(frozen=True)
class Told:
    """What is made of the front matter alone.

    Attributes:
        names: of its files, under the site's root.
        texts: of each, in the same order.
        datasets: as the page about the data tells them.
        standards: the same of formats of others.
        quality: what an editor is told of the services.
    """

    names: tuple[str, ...]
    texts: tuple[str, ...]
    datasets: tuple[Offered, ...]
    standards: tuple[Standard, ...]
    quality: Quality | None


def exported(
    known: Known,
    site: Identity,
    today: date,
    theme_folder: str,
    *,
    front: bytes = b"",
    store: Store | None = None,
    asked: str = "",
) -> tuple[dict[str, str], Catalogue]:
    """Text of each file, by path under the site's root, and what the page about the data tells of them.

    Args:
        known: what is told.
        site: without a public address, it has no feed.
        today: the day of the build.
        theme_folder: the folder of the theme's files; empty when nothing was prepared.
        front: the key of all front matter, names masked.
        store: what was made of the front matter before, if it is kept; left open.
        asked: whom pages ask beside their own site, a search engine; empty for nobody.
    """
    store = store or Store(None)
    of_front = _kept(known.nameless, site, today, front, store)
    mentions, more_files = memory().of(
        ("mentions", site, today), lambda: _of_mentions(known, site, today, store), *known.given_away, stores=(store,)
    )
    files = {"robots.txt": robots(site), **more_files}
    files |= zip(of_front.names, of_front.texts, strict=True)
    told = known.passages if known.content is known.nameless else {}
    reports, assemblies = akoma_ntoso(known.nameless, known.mentions, told, known.name_at, site, front=front, store=store)
    files |= reports
    if theme_folder:
        files["_headers"] = headers(theme_folder, asked)
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
    place = 1 + next(rank for rank, one in enumerate(of_front.datasets) if one.name == ENTRIES)
    listed = (*of_front.datasets[:place], offered(mentions), *of_front.datasets[place:])
    standards = (*of_front.standards, assemblies)
    about = memory().of(
        (tuple(more), standards), lambda: Catalogue(listed, tuple(more), standards, of_front.quality), of_front, mentions
    )
    return files, about


def _of_mentions(known: Known, site: Identity, today: date, store: Store) -> tuple[Dataset, dict[str, str]]:
    """The mentions as data, and the files that are made of them, and of the meetings."""
    mentions = mentions_of(known.nameless, _nameless(known), site)
    files = {GRAPH: graph(known.nameless, known.companions), **_files(mentions, site, today, store)}
    return mentions, files | calendars(known.nameless, known.upcoming, site, today)


def _kept(content: Content, site: Identity, today: date, front: bytes, store: Store) -> Told:
    """What is made of the front matter, unless an earlier build made it of the same one."""
    key = key_of("front matter given away", front, site.name, site.description, site.address, today.isoformat())

    def made() -> Told:
        told: Told | None = store.get(key, partial(again, Told)) if front else None
        if told is None:
            told = _told(content, site, today)
            if front:
                store.put(key, plain(told))
        return told

    return memory().of(key, made, stores=(store,)) if front else made()


def _told(content: Content, site: Identity, today: date) -> Told:
    from plugins.exports.standards import converted  # five formats, read when the front matter changed

    given, others = datasets(content, site), converted(content, site, today)
    files = dict(others.files)
    for one in given:
        files |= _files(one, site, today, Store(None))
    files.update(_beside_pages(given, content, site, today))
    return Told(tuple(files), tuple(files.values()), tuple(map(offered, given)), others.standards, others.quality)


def _nameless(known: Known) -> Mapping[str, tuple[Mention, ...]]:
    """The mentions; where pages name people, the address of a heading may do so too, and is left out."""
    if known.content is known.nameless:
        return known.mentions
    return {
        page: tuple(one if _PARAGRAPH.fullmatch(one.anchor) else replace(one, anchor="") for one in own)
        for page, own in known.mentions.items()
    }


def _files(one: Dataset, site: Identity, today: date, store: Store) -> dict[str, str]:
    """The files of a dataset; its table says what its JSON says, and is made when that changed."""
    text = json_of(one, one.rows, one.json_name, site, today)
    key = key_of("table", text, *(f"{header} {path}" for header, path in one.columns.items()))
    rows = store.get(key, str)
    if rows is None:
        rows = csv_of(one, today)
        store.put(key, rows)
    return {one.json_name: text, one.csv_name: rows, one.schema_name: schema_of(one, site)}


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
