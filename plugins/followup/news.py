"""The content and the day → what was published lately: minutes, their corrections, what became of what they noted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from plugins.model.content import Content, Document
from plugins.model.meeting import Meeting

# What somebody who comes back after some months still reads.
MOST = 12


@dataclass(frozen=True)
class News:
    """One thing that the site says since a day.

    Attributes:
        day: of its publication; of the meeting, when nobody says when its minutes were published.
        kind: minutes, a correction of them, or changes told beside them.
        meeting: of which it tells.
        text: what was corrected; empty otherwise.
        count: how many entries changed that day.
    """

    day: date
    kind: Literal["minutes", "correction", "changes"]
    meeting: Document[Meeting]
    text: str = ""
    count: int = 1


def news(content: Content) -> tuple[News, ...]:
    """The last ones, newest first; of one day, in the order of the meetings.

    Args:
        content: names of persons masked; nothing is told before its day, when the day on which it is read is known.
    """
    known = (one for one in _all(content) if content.day is None or one.day <= content.day)
    return tuple(sorted(known, key=lambda one: (one.day, one.meeting.record.date, one.meeting.slug), reverse=True)[:MOST])


def _all(content: Content) -> Iterator[News]:
    for meeting in content.meetings.values():
        yield News(meeting.record.published_on, "minutes", meeting)
        for one in meeting.record.compte_rendu.corrections:
            yield News(one.date, "correction", meeting, one.texte)
    changes = Counter((one.date, str(one.reunion)) for one in content.outcomes if one.reunion in content.meetings)
    for (day, slug), count in changes.items():
        yield News(day, "changes", content.meetings[slug], count=count)
