"""Meetings → those of each body, in time: the one before, the one after, what an announcement became."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby

from plugins.model.content import Content, Document, once
from plugins.model.meeting import Meeting
from plugins.model.orders import newest_first, oldest_first
from plugins.model.values import add_months

Session = Document[Meeting]


@once
def by_body(content: Content) -> Mapping[str, tuple[Session, ...]]:
    """By slug of a body, its meetings, oldest first; a joint one is of each of its bodies."""
    found: dict[str, list[Session]] = {}
    for meeting in oldest_first(content.meetings.values()):
        for body in dict.fromkeys(meeting.record.bodies):
            found.setdefault(body, []).append(meeting)
    return {body: tuple(meetings) for body, meetings in found.items()}


def before(content: Content, meeting: Session) -> Session | None:
    """The one before it, of the same body."""
    return _beside(content, meeting, -1)


def after(content: Content, meeting: Session) -> Session | None:
    """The one after it, of the same body."""
    return _beside(content, meeting, 1)


def _beside(content: Content, meeting: Session, step: int) -> Session | None:
    own = by_body(content)[meeting.record.instance]
    rank = next(rank for rank, one in enumerate(own) if one.slug == meeting.slug) + step
    return own[rank] if 0 <= rank < len(own) else None


def held_after(content: Content, meeting: Session) -> Session | None:
    """The next one of its body at which people met."""
    own = by_body(content)[meeting.record.instance]
    return next((one for one in own if one.record.held and _later(one, meeting)), None)


def _later(one: Session, other: Session) -> bool:
    return (one.record.date, one.slug) > (other.record.date, other.slug)


def last_held(content: Content, day: date | None) -> Session | None:
    """The last meeting at which people met, that day or before."""
    held = (one for one in newest_first(content.meetings.values()) if one.record.held)
    return next((one for one in held if day is None or one.record.date <= day), None)


@once
def recent(content: Content) -> frozenset[str]:
    """Slugs of the meetings that pages still tell whole: of the twelve months that end with the last one held, and what follows.

    A body that has not met for years has a last meeting too: its words are not folded away.
    """
    last = last_held(content, content.day)
    since = add_months(last.record.date, -12) if last else date.min
    return frozenset(slug for slug, meeting in content.meetings.items() if meeting.record.date > since)


def by_year(meetings: Sequence[Session]) -> list[tuple[int, list[Session]]]:
    """(year, its meetings), newest first."""
    return [(year, list(own)) for year, own in groupby(newest_first(meetings), key=lambda one: one.record.date.year)]
