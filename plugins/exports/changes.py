"""The content → what changed and when, for those who follow it: minutes, corrections, what became of entries, steps, sheets read again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from html import escape
from typing import Any

from plugins.crosslinks.mention import Mention
from plugins.exports.addresses import Identity
from plugins.exports.feed import Channel, FeedEntry, feed
from plugins.followup.trace import actors_of
from plugins.model.content import Content, Document
from plugins.model.meeting import Meeting
from plugins.model.outcomes import entries
from plugins.text.labels import label

CHANGES = Channel("changements/atom.xml", "suivi/", "Ce qui change")
# Where the words of a state stand, by list.
_STATES = {"questions": "question", "propositions": "proposition", "suites": "suite", "decisions": "vigueur"}
# A change, and slugs of the actors that it concerns.
Change = tuple[FeedEntry, frozenset[str]]


def feeds(content: Content, mentions: Mapping[str, Sequence[Mention]], site: Identity, today: date) -> dict[str, str]:
    """The feed of what changes, and that of each actor, by path under the site's root.

    Args:
        content: with every person's name masked.
        mentions: of each page, by its key.
        site: with a public address.
        today: the day of the build.
    """
    every = changes(content, mentions, today)
    made = {CHANGES.file: feed(site, (entry for entry, _ in every), today, CHANGES)}
    for slug, entries_of in of_actors(every, content).items():
        actor = content.actors[slug]
        channel = Channel(f"{actor.url}atom.xml", actor.url, actor.record.titre)
        made[channel.file] = feed(site, entries_of, today, channel)
    return made


def changes(content: Content, mentions: Mapping[str, Sequence[Mention]], today: date) -> list[Change]:
    """Every change whose day is known, up to today.

    Args:
        content: with every person's name masked.
        mentions: of each page, by its key.
        today: the day of the build; what is planned has not happened.
    """
    every = (*_minutes(content, mentions), *_outcomes(content), *_steps(content), *_sheets(content))
    return [one for one in every if one[0].day <= today]


def of_actors(every: Sequence[Change], content: Content) -> dict[str, list[FeedEntry]]:
    """By slug of an actor of today, the changes that concern it; nobody whom none concerns."""
    found: dict[str, list[FeedEntry]] = {}
    for entry, slugs in every:
        for slug in sorted(slugs.intersection(content.living)):
            found.setdefault(slug, []).append(entry)
    return found


def _entry(page: Document[Any], title: str, day: date, text: str | None, mark: str = "") -> FeedEntry:
    """An entry whose body is one sentence, or nothing."""
    return FeedEntry(page.url, title, day, text or "", f"<p>{escape(text)}</p>" if text else "", mark)


def _minutes(content: Content, mentions: Mapping[str, Sequence[Mention]]) -> Iterator[Change]:
    for _, meeting in sorted(content.meetings.items()):
        own = meeting.record
        slugs = _named(meeting, mentions.get(meeting.key, ()))
        day = own.published_on
        yield _entry(meeting, own.titre, day, own.resume), slugs
        for rank, one in enumerate(own.compte_rendu.corrections, 1):
            mark = f"correction-{one.date}-{rank}"
            yield _entry(meeting, f"Correction — {own.titre}", one.date, one.texte, mark), slugs


def _named(meeting: Document[Meeting], mentions: Sequence[Mention]) -> frozenset[str]:
    """Who met, who sat there, whom the minutes speak of."""
    spoken = (one.target.partition("/") for one in mentions if one.counts)
    actors = {slug for folder, _, slug in spoken if folder == "acteurs"}
    return frozenset({*meeting.record.bodies, *(one.acteur for one in meeting.record.participants if one.present), *actors})


def _outcomes(content: Content) -> Iterator[Change]:
    known = entries(content)
    for one in content.outcomes:
        entry = known.get((one.reunion, one.id))
        if entry and entry.kind in _STATES:
            title = f"{label(one.devient, _STATES[entry.kind]).capitalize()} : {entry.item.texte}"
            summary = one.motif or f"Noté à la réunion « {entry.meeting.record.titre} »."
            mark = f"{one.id}-{one.date}"
            yield _entry(entry.meeting, title, one.date, summary, mark), frozenset(actors_of(entry.item))


def _steps(content: Content) -> Iterator[Change]:
    for _, step in sorted(content.steps.items()):
        own = step.record
        for one in own.historique:
            title = f"{own.titre} : {label(one.avancement, 'avancement')}"
            mark = f"avancement-{one.date}-{one.avancement}"
            yield _entry(step, title, one.date, one.motif, mark), frozenset((*own.porteurs, *own.avec))


def _sheets(content: Content) -> Iterator[Change]:
    for slug, actor in sorted(content.living.items()):
        own = actor.record
        mark = f"relue-{own.verifie_le}"
        yield _entry(actor, f"Fiche relue : {own.titre}", own.verifie_le, own.resume, mark), frozenset((slug,))
