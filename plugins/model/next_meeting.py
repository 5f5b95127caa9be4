"""Meetings + the day of the build → the next meeting of each body, or nothing when every known date is past."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from plugins.model.content import Content
from plugins.model.sessions import Session, by_body

# The calendar file of all bodies.
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
        identity: what stays the same when date or hour change; the calendar's UID is made of it.
        others: slugs of the other bodies that meet then, when it is joint.
    """

    date: dt.date
    hour: str | None
    place: str | None
    title: str
    instance: str
    page_key: str
    url: str
    identity: str
    others: tuple[str, ...] = ()

    @property
    def bodies(self) -> tuple[str, ...]:
        """All that meet then."""
        return (self.instance, *self.others)

    @property
    def ics_url(self) -> str:
        """Address, under the site's root, of the calendar file of its body."""
        return f"acteurs/{self.instance}/prochaine.ics"


def next_meetings(content: Content, today: dt.date) -> tuple[NextMeeting, ...]:
    """The earliest meeting of each body known for `today` or later, by day; one that is joint is told once.

    For each body, its last meeting says when the next one is: a later meeting makes an older announcement void. A page
    written ahead for a meeting to come announces it too; one that is cancelled or put off takes its announcement back.

    Args:
        content: the whole content.
        today: the day of the build; a meeting of that day is still the next one.
    """
    found: dict[tuple[str, dt.date], NextMeeting] = {}
    for body, meetings in by_body(content).items():
        candidates = _candidates(content, body, meetings, today)
        if first := min(candidates, key=_order, default=None):
            joint = found.setdefault((first.page_key, first.date), first)
            if body != joint.instance:
                found[first.page_key, first.date] = replace(joint, others=(*joint.others, body))
    return tuple(sorted(found.values(), key=_order))


def next_meeting(content: Content, today: dt.date) -> NextMeeting | None:
    """The first of them."""
    return next(iter(next_meetings(content, today)), None)


def _order(one: NextMeeting) -> tuple[dt.date, str, str]:
    return one.date, one.hour or "", one.page_key


def _candidates(content: Content, body: str, meetings: Sequence[Session], today: dt.date) -> Iterator[NextMeeting]:
    taken_back = {meeting.record.date for meeting in meetings if not meeting.record.held}
    ahead = {meeting.record.date: meeting for meeting in meetings if meeting.record.date >= today and meeting.record.held}
    past = [meeting for meeting in meetings if meeting.record.date <= today]
    announced = past[-1].record.prochaine_reunion if past else None
    if announced and announced.date >= today and announced.date not in taken_back:
        page = ahead.pop(announced.date, past[-1])
        hour, place = announced.heure, announced.lieu
        if page is not past[-1]:
            hour, place = page.record.heure or hour, page.record.lieu or place
        yield _record(content, body, page, announced.date, f"{past[-1].key}#prochaine", hour, place)
    for day, page in ahead.items():
        yield _record(content, body, page, day, page.key, page.record.heure, page.record.lieu)
    for page in meetings:
        put_off = page.record.reportee_au
        if put_off and put_off >= today and put_off not in ahead:
            yield _record(content, body, page, put_off, page.key, page.record.heure, page.record.lieu)


def _record(
    content: Content, body: str, page: Session, day: dt.date, identity: str, hour: str | None, place: str | None
) -> NextMeeting:
    actor = content.actors.get(body)
    name = actor.record.titre if actor else body
    return NextMeeting(day, hour, place, f"Réunion : {name}", body, page.key, page.url, identity)
