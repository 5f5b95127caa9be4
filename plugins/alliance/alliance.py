"""The content → the alliance: who takes part, what all agree on, each one's own part, who is still to be asked."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from plugins.crosslinks.backlink_records import Backlinks
from plugins.followup.trace import actors_of, born
from plugins.model.content import Content, Document
from plugins.model.ends import sits
from plugins.model.items import Item, Proposal
from plugins.model.meeting import Meeting
from plugins.model.orders import by_title, newest_first, ordered
from plugins.model.records import Actor, Approach, Family, Page
from plugins.model.sessions import last_held, recent
from plugins.model.step import Step
from plugins.model.values import add_months
from plugins.text.slugs import slugify

# Months before the last meeting: whoever came in them sits at the table.
SEATED = 24


@dataclass(frozen=True)
class Seat:
    """An actor that sits at a table.

    Attributes:
        actor: the actor.
        meetings: those at which it was, newest first.
        guest: whether it was only ever invited.
        proposals: (meeting, proposal) that it made lately.
    """

    actor: Document[Actor]
    meetings: tuple[Document[Meeting], ...]
    guest: bool
    proposals: tuple[tuple[Document[Meeting], Proposal], ...]


@dataclass(frozen=True)
class Absent:
    """An actor that never sat at a table, and why it should be asked.

    Attributes:
        actor: the actor.
        steps: steps of the road map that need it.
        awaited: how many needs await its answer.
        mentioned: how often meetings speak of it.
    """

    actor: Document[Actor]
    steps: tuple[Document[Step], ...]
    awaited: int
    mentioned: int


@dataclass(frozen=True)
class Version:
    """What one meeting says of the common ground: (key of the list, entry), in the order of the approach page."""

    meeting: Document[Meeting]
    entries: tuple[tuple[str, Item], ...]


@dataclass(frozen=True)
class Ground:
    """The common ground.

    Attributes:
        page: its approach page.
        versions: one for each meeting that speaks of it, newest first.
        steps: steps of the road map that rest on the same entries.
    """

    page: Document[Approach]
    versions: tuple[Version, ...]
    steps: tuple[Document[Page], ...]


@dataclass(frozen=True)
class Alliance:
    """Everything that the page shows.

    Attributes:
        seats: of who sits today.
        former: who came before.
        families: each, in the order of the site, and how many of its actors sit.
    """

    seats: tuple[Seat, ...]
    former: tuple[Document[Actor], ...]
    absent: tuple[Absent, ...]
    families: tuple[tuple[Document[Family], int], ...]
    ground: Ground | None


def alliance(content: Content, backlinks: Mapping[str, Backlinks]) -> Alliance:
    """Read the alliance from the records.

    Args:
        content: names of persons masked.
        backlinks: by page key; meetings that speak of an actor.
    """
    seats, former = _seats(content)
    seated = {*(seat.actor.slug for seat in seats), *(actor.slug for actor in former)}
    present: Counter[str] = Counter(seat.actor.record.famille for seat in seats)
    return Alliance(
        seats,
        former,
        tuple(_absent(content, backlinks, seated)),
        tuple((family, present[family.slug]) for family in ordered(content.families.values())),
        _ground(content),
    )


def _seats(content: Content) -> tuple[tuple[Seat, ...], tuple[Document[Actor], ...]]:
    """Those of today, the most often there first; then those that came before and no longer do, by title."""
    meetings: dict[str, dict[str, Document[Meeting]]] = defaultdict(dict)
    qualities: dict[str, set[str]] = defaultdict(set)
    proposals: dict[str, list[tuple[Document[Meeting], Proposal]]] = defaultdict(list)
    new = recent(content)
    for meeting in newest_first(content.meetings.values()):
        for one in meeting.record.participants:
            if one.present:
                meetings[one.acteur][meeting.slug] = meeting
                qualities[one.acteur].add(one.qualite)
        for proposal in meeting.record.propositions if meeting.slug in new else ():
            for slug in actors_of(proposal):
                proposals[slug].append((meeting, proposal))
    today = _sits(content)
    known = (slug for slug in (*meetings, *today) if slug in today)
    seated = sorted(dict.fromkeys(known), key=lambda slug: (-len(meetings[slug]), slugify(content.actors[slug].record.titre)))
    seats = tuple(
        Seat(content.actors[slug], tuple(meetings[slug].values()), qualities[slug] == {"invite"}, tuple(proposals[slug]))
        for slug in seated
    )
    former = (content.actors[slug] for slug in meetings if slug in content.actors and slug not in today)
    return seats, tuple(by_title(former))


def _sits(content: Content) -> frozenset[str]:
    """Who sits today: a member by the sheet of its body, or else who came in the two years before the last meeting, or was invited lately."""
    last, new = last_held(content, content.day), recent(content)
    since = add_months(last.record.date, -SEATED) if last else date.min
    came = {
        str(one.acteur)
        for meeting in content.meetings.values()
        for one in meeting.record.participants
        if meeting.slug in new or (one.qualite == "participant" and meeting.record.date > since)
        if one.present
    }
    members = [one for body in content.actors.values() for one in body.record.membres]
    now = {str(one.acteur) for one in members if sits(one, content.day)}
    left = {str(one.acteur) for one in members} - now
    return frozenset(((came - left) | now) & content.living.keys())


def _absent(content: Content, backlinks: Mapping[str, Backlinks], seated: Iterable[str]) -> Iterator[Absent]:
    """Neither at a table nor at work on a step: those whom steps need first, then those whose answers are awaited, then those of whom meetings speak most."""
    meetings, steps = content.meetings.values(), content.steps.values()
    at_work = {slug for step in steps for slug in step.record.porteurs} | {meeting.record.instance for meeting in meetings}
    at_table = {*seated, *at_work}
    needed: dict[str, list[Document[Step]]] = defaultdict(list)
    for step in steps:
        for slug in step.record.avec:
            needed[slug].append(step)
    awaited = Counter(str(slug) for need in content.needs.values() for slug in need.record.attendus)
    found = []
    for actor in content.living.values():
        links = backlinks.get(actor.key)
        mentioned = sum(group.count for group in links.groups if group.date) if links else 0
        one = Absent(actor, tuple(needed[actor.slug]), awaited[actor.slug], mentioned)
        if actor.slug not in at_table and (one.steps or one.awaited or one.mentioned):
            found.append(one)
    yield from sorted(found, key=lambda one: (-len(one.steps), -one.awaited, -one.mentioned, slugify(one.actor.record.titre)))


def _ground(content: Content) -> Ground | None:
    page = content.approaches.get(content.site.record.socle or "")
    if page is None:
        return None
    wanted = [(source.reunion, source.id) for source in page.record.sources if source.reunion and source.id]
    known = {
        (meeting.slug, item.id): (key, item)
        for meeting in content.meetings.values()
        for key, items in meeting.record.items().items()
        for item in items
    }
    told = [(slug, known[slug, name]) for slug, name in wanted if (slug, name) in known]
    told.sort(key=lambda one: (content.meetings[one[0]].record.date, one[0]), reverse=True)
    versions = tuple(
        Version(content.meetings[slug], tuple(entry for _, entry in group))
        for slug, group in groupby(told, key=lambda one: one[0])
    )
    consequences = born(content)
    steps = {one.key: one for key in wanted for one in consequences.get(key, ()) if isinstance(one.record, Step)}
    return Ground(page, versions, tuple(steps.values()))
