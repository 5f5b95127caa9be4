"""Content → who can help, under which values of each facet, and for which reason.

An actor matches a choice when one of its own values is among those that the choice accepts: « Rouen » accepts « Normandie ».
The same rule, over the same values, runs in the browser (theme/static/js/aide/).
A place also accepts what lies inside it, so that a region never keeps fewer actors than one of its towns.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from plugins.model.content import Content, Document
from plugins.model.orders import RELAY, ordered
from plugins.model.records import Actor, Answer, Need
from plugins.needs.placing import Placed, places
from plugins.needs.relay import rank
from plugins.needs.ways import Nearby, Way, nearby, ways
from plugins.text.slugs import slugify

FOLDER = "qui-peut-aider"
EVERYONE = "tous-publics"
MOST_NEAR = 2  # places of one actor on its card; its sheet has all


@dataclass(frozen=True)
class Helper:
    """An actor, and what it answers.

    Attributes:
        actor: the actor.
        answers: the needs that it answers, in the order of the needs.
        values: its own values, by facet.
        ways: the ways in, the quickest first.
        places: those that it has, each near some towns.
    """

    actor: Document[Actor]
    answers: tuple[tuple[Document[Need], Answer], ...]
    values: Mapping[str, tuple[str, ...]]
    ways: tuple[Way, ...] = ()
    places: tuple[Nearby, ...] = ()

    def shown(self, choice: Choice | None = None) -> tuple[Way, ...]:
        """The ways in that its card shows: of its places near a chosen one, then the quickest that are the same for all."""
        around = [way for place in self.near(choice)[:MOST_NEAR] for way in place.ways] if choice else []
        return (*around, *self.ways[:2])

    def near(self, choice: Choice) -> tuple[Nearby, ...]:
        """Its places that are the nearest to a chosen place, or to the town of a chosen district."""
        held = choice.placed.holders if choice.placed else ()
        return next((found for slug in held if (found := tuple(one for one in self.places if slug in one.places))), ())


@dataclass(frozen=True)
class Choice:
    """One value that a visitor can choose.

    Attributes:
        value: as it stands in the address.
        label: its words; empty when the theme has them (roles, publics).
        accepts: the actors' values that satisfy it, the nearest first: a place before what holds it, a public before everybody.
        url: under the root, the plain page of links that says the same, or the nearest there is.
        count: how many actors match it.
        placed: of a place, where it stands; None for any other choice.
        idle: whether it keeps every actor and is too wide to put any of them first: it has its page, and is not offered.
    """

    value: str
    label: str
    accepts: tuple[str, ...]
    url: str
    count: int = 0
    placed: Placed | None = None
    idle: bool = False

    def nearest(self, values: Iterable[str]) -> int:
        """Rank of the first accepted value among these; as many as there are when none is: no actor of this choice."""
        held = set(values)
        return next((rank for rank, value in enumerate(self.accepts) if value in held), len(self.accepts))

    @property
    def has_page(self) -> bool:
        """Whether its address is its own: a place where nobody acts in particular is read on that of the place around it."""
        return self.placed is None or self.placed.page == self.value


@dataclass(frozen=True)
class Facet:
    """A question of the finder and its choices; `code` names it in the address."""

    code: str
    choices: tuple[Choice, ...]

    def inside(self, value: str) -> tuple[Choice, ...]:
        """The places that stand directly inside one of them."""
        return tuple(choice for choice in self.choices if choice.placed and choice.placed.holders[1:2] == (value,))

    @property
    def groups(self) -> tuple[tuple[str, tuple[Choice, ...]], ...]:
        """(name of the group, its choices that are offered): places by département, the widest ones first, without a name."""
        offered = (choice for choice in self.choices if not choice.idle)
        found = groupby(offered, key=lambda choice: choice.placed.group if choice.placed else "")
        return tuple((name, tuple(members)) for name, members in found)


@dataclass(frozen=True)
class Finder:
    """All that the finder shows, in order."""

    helpers: tuple[Helper, ...]
    facets: tuple[Facet, ...]
    needs: tuple[Document[Need], ...]

    def matching(self, facet: str, choice: Choice) -> tuple[Helper, ...]:
        """The actors that one choice keeps: those of a place by nearness, those of a public before those of everybody."""
        kept = [helper for helper in self.helpers if choice.nearest(helper.values[facet]) < len(choice.accepts)]
        return tuple(sorted(kept, key=lambda helper: choice.nearest(helper.values[facet])))


def finder(content: Content) -> Finder:
    """Every actor of today and every choice; the order of actors is that of the relays, those who answer a need first."""
    known, around = ways(content), nearby(content)
    needs = ordered(content.needs.values())
    helpers = [_helper(actor, needs, known.get(actor.slug, ()), around.get(actor.slug, ())) for actor in content.living.values()]
    helpers.sort(key=lambda helper: (not helper.ways, rank(helper.actor), not helper.answers, slugify(helper.actor.record.titre)))
    makers: Mapping[str, Callable[[Content], Iterator[Choice]]] = {
        "besoin": _needs,
        "public": _publics,
        "territoire": _territories,
        "role": _roles,
        "famille": _families,
    }
    facets = (_counted(code, tuple(make(content)), helpers) for code, make in makers.items())
    return Finder(tuple(helpers), tuple(facet for facet in facets if facet.choices), tuple(needs))


def _helper(actor: Document[Actor], needs: list[Document[Need]], ways_in: tuple[Way, ...], places: tuple[Nearby, ...]) -> Helper:
    answers = tuple((need, answer) for need in needs for answer in need.record.reponses if answer.acteur == actor.slug)
    values = {
        "besoin": tuple(dict.fromkeys(need.slug for need, _ in answers)),
        "public": tuple(actor.record.publics),
        # Where it has a place of its own, it acts.
        "territoire": tuple(dict.fromkeys([*actor.record.territoires, *(slug for place in places for slug in place.places)])),
        "role": (actor.record.role,),
        "famille": (actor.record.famille,),
    }
    return Helper(actor, answers, values, ways_in, places)


def _counted(code: str, choices: tuple[Choice, ...], helpers: list[Helper]) -> Facet:
    """Choices with their counts; a need that nobody answers is shown with its zero, any other empty choice is no choice."""
    holders = Counter(value for helper in helpers for value in helper.values[code])
    counted = []
    for choice in choices:
        if len(choice.accepts) == 1:
            count = holders[choice.accepts[0]]
        else:  # one actor may hold several of the values
            count = sum(1 for helper in helpers if choice.nearest(helper.values[code]) < len(choice.accepts))
        if count or code == "besoin":
            idle = choice.placed is not None and choice.placed.wide and count == len(helpers)
            counted.append(replace(choice, count=count, idle=idle))
    return Facet(code, tuple(counted))


def _needs(content: Content) -> Iterator[Choice]:
    for need in ordered(content.needs.values()):
        yield Choice(need.slug, need.record.titre, (need.slug,), need.url)


def _publics(content: Content) -> Iterator[Choice]:
    used = {public for actor in content.living.values() for public in actor.record.publics}
    first = content.site.record.public_d_abord
    for public in sorted(used - {EVERYONE}, key=lambda public: (public != first, public)):
        yield Choice(public, "", (public, EVERYONE), f"{FOLDER}/public/{public}/")


def _territories(content: Content) -> Iterator[Choice]:
    known, names = {str(one.slug): one for one in content.places_today}, Counter(one.nom for one in content.places_today)
    for one in places(content):
        # Several districts bear one name: that of what holds each tells which.
        holder = next((known[slug] for slug in one.holders[1:] if slug in known), None)
        name = f"{one.place.nom} ({holder.nom})" if holder and names[one.place.nom] > 1 else one.place.nom
        yield Choice(one.place.slug, name, one.accepts, f"{FOLDER}/territoire/{one.page}/", placed=one)


def _roles(content: Content) -> Iterator[Choice]:
    for role in RELAY:
        yield Choice(role, "", (role,), f"acteurs/#{role}")


def _families(content: Content) -> Iterator[Choice]:
    for family in ordered(content.families.values()):
        yield Choice(family.slug, family.record.titre, (family.slug,), family.url)
