"""How long, how fast, and chance → what happens: which meetings, which organisations come, close, merge and change names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from benchmarks.ageing.words import BODIES, KINDS, REASONS, TOWNS
from plugins.model.content import Content
from plugins.text.slugs import slugify

# The last meeting took place so many days before the day of the site; what it announces comes so many days after it.
_LAST, _AHEAD = timedelta(days=35), timedelta(days=30)
_YEAR = 365.25  # days
# What happens to a meeting, by its rank in two years of six.
_CANCELLED, _JOINT, _PUT_OFF, _NO_QUORUM, _SAME_DAY, _CYCLE = 3, 4, 7, 9, 11, 12


@dataclass(frozen=True)
class Pace:
    """What a year brings.

    Attributes:
        meetings, actors, needs, steps, terms, places: how many of each.
        words: of the text of a meeting, at least and at most.
        share: of the number of entries that real minutes have: 1 for as many.
    """

    meetings: int = 6
    actors: int = 12
    needs: int = 3
    steps: int = 4
    terms: int = 8
    places: int = 3
    words: tuple[int, int] = (1500, 4000)
    share: float = 1.0


@dataclass(frozen=True)
class Session:
    """A meeting to be written.

    Attributes:
        slug, day: its file name, its day.
        bodies: those that meet, the one that calls first.
        state: a value of the key `etat`.
        put_off_to: the new day of one that was put off.
        announced: the day that its minutes give for the next one of its body.
    """

    slug: str
    day: date
    bodies: tuple[str, ...]
    state: str
    announced: date
    put_off_to: date | None = None

    @property
    def held(self) -> bool:
        """Whether people met."""
        return self.state in {"tenue", "sans-quorum"}


@dataclass(frozen=True)
class Closed:
    """An organisation that is no more: its slug, its last day, why, and the slug of who took over, if anybody did."""

    slug: str
    day: date
    reason: str
    heir: str | None = None


@dataclass(frozen=True)
class Invented:
    """An organisation that time brings.

    Attributes:
        slug, name: of today.
        kind: its rank in `KINDS`.
        since: from when it may be met.
        former: the name that it had until a day, and that day.
    """

    slug: str
    name: str
    kind: int
    since: date
    former: tuple[str, date] | None = None


@dataclass(frozen=True)
class Life:
    """What happened in these years.

    Attributes:
        day: that of the site.
        years, pace: how long, how fast.
        bodies: those that meet, in turn: slug → name.
        new_bodies: of which a page is to be written.
        sessions: oldest first.
        actors, closed: organisations that came, and those of them that ended, by slug.
        places: towns that are spoken of, those that the folder did not know.
    """

    day: date
    years: int
    pace: Pace
    bodies: Mapping[str, str]
    new_bodies: frozenset[str]
    sessions: tuple[Session, ...]
    actors: Mapping[str, Invented] = field(default_factory=dict)
    closed: Mapping[str, Closed] = field(default_factory=dict)
    places: Sequence[str] = ()

    def there(self, slug: str, day: date) -> bool:
        """Whether an organisation may be met on a day; those of the folder always may."""
        since = self.actors[slug].since if slug in self.actors else date.min
        return since <= day and (slug not in self.closed or day <= self.closed[slug].day)


def planned(content: Content, years: int, pace: Pace, day: date, chance: Random) -> Life:
    """Draw the years that end on `day`."""
    bodies, new = _bodies(content)
    first = day - timedelta(days=round(_YEAR * years))
    actors = _actors(content, years * pace.actors, first, years, chance)
    places = [name for name in TOWNS if slugify(name) not in content.known("territoires.yml")][: years * pace.places]
    sessions = tuple(
        one for one in _sessions(list(bodies), years * pace.meetings, first, day) if one.slug not in content.meetings
    )
    return Life(day, years, pace, bodies, new, sessions, actors, _ends(actors, first, years, chance), places)


def _bodies(content: Content) -> tuple[dict[str, str], frozenset[str]]:
    """Two of them: those of the folder that met most, then invented ones."""
    met = [slug for meeting in content.meetings.values() for slug in meeting.record.bodies]
    own = sorted(
        (slug for slug, one in content.living.items() if one.record.nature == "instance"), key=lambda slug: -met.count(slug)
    )
    found = {slug: content.actors[slug].record.titre for slug in own[:2]}
    made = {slugify(name): name for name in BODIES[: 2 - len(found)]}
    return found | made, frozenset(made)


def _sessions(bodies: Sequence[str], count: int, first: date, day: date) -> list[Session]:
    last = day - _LAST
    days = [last - (last - first) * (count - 1 - rank) / count for rank in range(count)]
    days = [_worked(one) for one in days]
    for rank in range(_SAME_DAY, count, _CYCLE):
        days[rank] = days[rank - 1]
    found: list[Session] = []
    for rank, one in enumerate(days):
        body, turn = bodies[rank % 2], rank % _CYCLE
        announced = days[rank + 2] if rank + 2 < count else _worked(day + _AHEAD * (1 + rank % 2))
        state = {_CANCELLED: "annulee", _PUT_OFF: "reportee", _NO_QUORUM: "sans-quorum"}.get(turn, "tenue")
        later = _worked(one + timedelta(days=21)) if state == "reportee" else None
        met = (body, bodies[1 - rank % 2]) if turn == _JOINT else (body,)
        found.append(Session(f"{one}-{body}", one, met, state, later or announced, later))
        if later:
            found.append(Session(f"{later}-{body}", later, (body,), "tenue", announced))
    return sorted(found, key=lambda session: (session.day, session.slug))


def _worked(day: date) -> date:
    """That day, or the Friday before it: nobody meets on a Saturday nor on a Sunday."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def _actors(content: Content, count: int, first: date, years: int, chance: Random) -> dict[str, Invented]:
    taken = {slugify(document.record.titre) for document in content.documents()} | set(content.actors)
    names = [
        (f"{kind[0]} de {town}" if town[0] not in "AOÉ" else f"{kind[0]} d'{town}", rank)
        for rank, kind in enumerate(KINDS)
        for town in TOWNS
    ]
    names = [(name, rank) for name, rank in names if slugify(name) not in taken]
    chance.shuffle(names)
    found: dict[str, Invented] = {}
    for rank, (name, kind) in enumerate(names[:count]):
        year = rank * years // count
        since = first + timedelta(days=round(_YEAR * year))
        # One a year changes its name in its second half.
        renamed = rank == (year * count) // years
        former = (f"Ancien {name.lower()}", since + timedelta(days=200)) if renamed else None
        found[slugify(name)] = Invented(slugify(name), name, kind, since, former)
    return found


def _ends(actors: Mapping[str, Invented], first: date, years: int, chance: Random) -> dict[str, Closed]:
    """Each year one closes and leaves nobody, another joins one that stays."""
    found: dict[str, Closed] = {}
    for year in range(years):
        day = first + timedelta(days=round(_YEAR * year) + 250)
        able = [slug for slug, one in actors.items() if one.since <= day and not one.former and slug not in found]
        if len(able) < 4:  # one that closes, one that joins another, that one, and one that stays
            continue
        closing, joining = chance.sample(able, 2)
        found[closing] = Closed(closing, day, chance.choice(REASONS))
        found[joining] = Closed(joining, day + timedelta(days=30), "Les deux n'en font plus qu'un.", "")
    staying = [slug for slug, one in actors.items() if slug not in found and one.since <= first]
    return {
        slug: Closed(slug, one.day, one.reason, chance.choice(staying) if one.heir is not None and staying else None)
        for slug, one in found.items()
    }
