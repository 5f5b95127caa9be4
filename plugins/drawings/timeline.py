"""Meetings and the history of the road map → what happened when, from the first known day to the day of the build."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from plugins.model.content import Content, Document
from plugins.model.meeting import Meeting
from plugins.model.orders import oldest_first, ordered, rank_key
from plugins.model.step import Step
from plugins.text.labels import codes

MOST = 12
PROGRESS = codes("avancement")


@dataclass(frozen=True)
class Move:
    """Steps under one axis that reached a state on one day; `axis` is None for actions without axis."""

    axis: Document[Step] | None
    progress: str
    steps: tuple[Document[Step], ...]


@dataclass(frozen=True)
class Event:
    """One day.

    Attributes:
        day: the day.
        meetings: those of that day.
        announcing: meetings that announced one for that day, of which no page tells.
        moves: what moved on the road map.
        elapsed: how long after the event before, in words; empty for the first.
    """

    day: date
    meetings: tuple[Document[Meeting], ...]
    announcing: tuple[Document[Meeting], ...]
    moves: tuple[Move, ...]
    elapsed: str = ""


@dataclass(frozen=True)
class Timeline:
    """The facts of the drawing.

    Attributes:
        events: oldest first; the last `MOST`.
        built: the day of the build.
        since: how long ago the last event before it was, in words; empty when there is none.
        standing: (state, how many steps are in it), for each of the five states; empty without road map.
        hidden: how many older events are not drawn.
    """

    events: tuple[Event, ...]
    built: date
    since: str
    standing: tuple[tuple[str, int], ...]
    hidden: int

    @property
    def past(self) -> tuple[Event, ...]:
        """Until the day of the build."""
        return tuple(event for event in self.events if event.day <= self.built)

    @property
    def ahead(self) -> tuple[Event, ...]:
        """After it."""
        return tuple(event for event in self.events if event.day > self.built)


def timeline(content: Content, today: date) -> Timeline:
    """Everything that has a date.

    Args:
        content: names of persons masked.
        today: the day of the build.
    """
    meetings: dict[date, list[Document[Meeting]]] = defaultdict(list)
    for meeting in oldest_first(content.meetings.values()):
        meetings[meeting.record.date].append(meeting)
    announcing = _announced(meetings)
    moves = _moves(content)
    days = sorted({*meetings, *announcing, *moves})
    shown = days[-MOST:]
    before = {after: one for one, after in pairwise(days)}
    events = tuple(
        Event(
            day,
            tuple(meetings.get(day, ())),
            tuple(announcing.get(day, ())),
            tuple(moves.get(day, ())),
            elapsed(before[day], day) if day in before else "",
        )
        for day in shown
    )
    last = max((day for day in days if day < today), default=None)
    counted = Counter(str(step.record.avancement) for step in content.steps.values())
    # States in which a step stops are told when one did.
    way = codes("chemin")
    standing = tuple((state, counted[state]) for state in PROGRESS if state in way or counted[state]) if counted else ()
    return Timeline(events, today, elapsed(last, today) if last else "", standing, len(days) - len(shown))


def elapsed(since: date, until: date) -> str:
    """How long, as people say it: « 3 jours », « 2 mois », « 5 ans et 1 mois »; months are whole ones.

    Args:
        since: a day.
        until: a later one.
    """
    months = (until.year - since.year) * 12 + until.month - since.month - (until.day < since.day)
    years, months = divmod(months, 12)
    said = [f"{years}\u00a0an{'s' if years > 1 else ''}"] if years else []
    said += [f"{months}\u00a0mois"] if months else []
    days = (until - since).days
    return " et ".join(said) or f"{days}\u00a0jour{'s' if days > 1 else ''}"


def _announced(meetings: Mapping[date, list[Document[Meeting]]]) -> dict[date, list[Document[Meeting]]]:
    """Days that were announced and on which no page says that the body met."""
    found: dict[date, list[Document[Meeting]]] = defaultdict(list)
    for day in sorted(meetings):
        for meeting in meetings[day]:
            ahead = meeting.record.prochaine_reunion
            if ahead and not _same_body(meeting, meetings.get(ahead.date, ())):
                found[ahead.date].append(meeting)
    return found


def _same_body(meeting: Document[Meeting], others: Iterable[Document[Meeting]]) -> bool:
    return any(set(other.record.bodies) & set(meeting.record.bodies) for other in others)


def _moves(content: Content) -> dict[date, list[Move]]:
    groups: dict[tuple[date, str, str], list[Document[Step]]] = defaultdict(list)
    for step in ordered(content.steps.values()):
        axis = step.slug if step.record.nature == "axe" else step.record.axe or ""
        for change in step.record.historique:
            groups[change.date, axis, change.avancement].append(step)
    found: dict[date, list[Move]] = defaultdict(list)
    for (day, axis, progress), steps in sorted(groups.items(), key=lambda group: _order(content, group[0])):
        found[day].append(Move(content.steps.get(axis), progress, tuple(steps)))
    return found


def _order(content: Content, key: tuple[date, str, str]) -> tuple[date, tuple[bool, int, str, str], int]:
    day, axis, progress = key
    return day, rank_key(content.steps[axis]) if axis in content.steps else (True, 0, "~", ""), PROGRESS.index(progress)
