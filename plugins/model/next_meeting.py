"""Meetings + the day of the build → the next meeting, or nothing when every known date is past."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.model.content import Content, Document
from plugins.model.meeting import Meeting

ICS_URL = "reunions/prochaine.ics"


@dataclass(frozen=True)
class NextMeeting:
    """What the banner shows and the calendar file says.

    Attributes:
        date: its day.
        hour: `HH:MM` in Europe/Paris, or None when only the day is known.
        place: where, or None.
        title: « Réunion : » and the body that meets.
        instance: slug of the actor that meets.
        page_key: the page of that very meeting when there is one, else the one that announces it.
        url: address of that page under the site's root.
        ics_url: address of the calendar file under the site's root.
        identity: what stays the same when date or hour change; the calendar's UID is made of it.
    """

    date: dt.date
    hour: str | None
    place: str | None
    title: str
    instance: str
    page_key: str
    url: str
    identity: str
    ics_url: str = ICS_URL


def next_meeting(content: Content, today: dt.date) -> NextMeeting | None:
    """The earliest meeting known for `today` or later.

    For each body, its last meeting already held says when the next one is: a later meeting makes an older
    announcement void. A page written ahead for a meeting to come announces it too.

    Args:
        content: the whole content.
        today: the day of the build; a meeting of that day is still the next one.
    """
    found = [candidate for meetings in _by_instance(content).values() for candidate in _candidates(content, meetings, today)]
    return min(found, key=lambda one: (one.date, one.hour or "", one.page_key), default=None)


def _by_instance(content: Content) -> dict[str, list[Document[Meeting]]]:
    grouped: dict[str, list[Document[Meeting]]] = {}
    for document in sorted(content.meetings.values(), key=lambda meeting: (meeting.record.date, meeting.slug)):
        grouped.setdefault(document.record.instance, []).append(document)
    return grouped


def _candidates(content: Content, meetings: list[Document[Meeting]], today: dt.date) -> Iterator[NextMeeting]:
    ahead = {meeting.record.date: meeting for meeting in meetings if meeting.record.date >= today}
    held = [meeting for meeting in meetings if meeting.record.date <= today]
    announced = held[-1].record.prochaine_reunion if held else None
    if announced and announced.date >= today:
        page = ahead.pop(announced.date, held[-1])
        yield _record(content, page, announced.date, f"{held[-1].key}#prochaine", announced.heure, announced.lieu)
    for day, page in ahead.items():
        yield _record(content, page, day, page.key)


def _record(
    content: Content,
    page: Document[Meeting],
    day: dt.date,
    identity: str,
    hour: str | None = None,
    place: str | None = None,
) -> NextMeeting:
    instance = page.record.instance
    actor = content.actors.get(instance)
    name = actor.record.titre if actor else instance
    return NextMeeting(day, hour, place, f"Réunion : {name}", instance, page.key, page.url, identity)
