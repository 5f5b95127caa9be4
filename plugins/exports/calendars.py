"""Meetings → the calendars that one subscribes to: what comes next, body by body, and all that was and will be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from plugins.exports.addresses import Identity
from plugins.exports.ics import calendar
from plugins.model.content import Content
from plugins.model.next_meeting import ICS_URL, NextMeeting
from plugins.model.orders import oldest_first

ALL_MEETINGS = "reunions/toutes.ics"


def calendars(content: Content, upcoming: Sequence[NextMeeting], site: Identity, today: date) -> dict[str, str]:
    """Text of each calendar, by path under the site's root; nothing without a meeting.

    Args:
        content: whose meetings are told.
        upcoming: the next meeting of each body.
        site: its name makes the identities of events.
        today: the day of the build.
    """
    files = {one.ics_url: calendar([one], today, site.name, site.root) for one in upcoming}
    if upcoming:
        files[ICS_URL] = calendar(upcoming, today, site.name, site.root)
    if every := tuple(_every(content, upcoming)):
        files[ALL_MEETINGS] = calendar(every, today, site.name, site.root)
    return files


def _every(content: Content, upcoming: Sequence[NextMeeting]) -> Iterator[NextMeeting]:
    """Those at which people met, then those that are announced and have no page yet."""
    written = set()
    for meeting in oldest_first(content.meetings.values()):
        own = meeting.record
        if own.held:
            written.add((own.instance, own.date))
            yield NextMeeting(own.date, own.heure, own.lieu, own.titre, own.instance, meeting.key, meeting.url, meeting.key)
    yield from (one for one in upcoming if (one.instance, one.date) not in written)
