"""Content → who can help, under which values of each facet, and for which reason.

An actor matches a choice when one of its own values is among those that the choice accepts: « Rouen » accepts « Normandie ».
The same rule, over the same values, runs in the browser (theme/static/js/aide/).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from plugins.model.content import Content, Document
from plugins.model.orders import RELAY, ordered
from plugins.model.records import Actor, Answer, Need
from plugins.needs.relay import rank
from plugins.needs.territories import around
from plugins.needs.ways import Way, ways
from plugins.text.slugs import slugify

FOLDER = "qui-peut-aider"
EVERYONE = "tous-publics"
# Whom the commission chose first: residents of priority districts.
FIRST = "residents-qpv"
_LEVELS = ("pays", "region", "departement", "intercommunalite", "commune", "quartier")


@dataclass(frozen=True)
class Helper:
    """An actor, and what it answers.

    Attributes:
        actor: the actor.
        answers: the needs that it answers, in the order of the needs.
        values: its own values, by facet.
        ways: the ways in, the quickest first.
    """

    actor: Document[Actor]
    answers: tuple[tuple[Document[Need], Answer], ...]
    values: Mapping[str, tuple[str, ...]]
    ways: tuple[Way, ...] = ()


@dataclass(frozen=True)
class Choice:
    """One value that a visitor can choose.

    Attributes:
        value: as it stands in the address.
        label: its words; empty when the theme has them (roles, publics).
        accepts: the actors' values that satisfy it.
        url: under the root, the plain page of links that says the same.
        count: how many actors match it.
    """

    value: str
    label: str
    accepts: frozenset[str]
    url: str
    count: int = 0


@dataclass(frozen=True)
class Facet:
    """A question of the finder and its choices; `code` names it in the address."""

    code: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Finder:
    """All that the finder shows, in order."""

    helpers: tuple[Helper, ...]
    facets: tuple[Facet, ...]
    needs: tuple[Document[Need], ...]

    def matching(self, facet: str, choice: Choice) -> tuple[Helper, ...]:
        """The actors that one choice keeps."""
        return tuple(helper for helper in self.helpers if not choice.accepts.isdisjoint(helper.values[facet]))


def finder(content: Content) -> Finder:
    """Every actor and every choice; the order of actors is that of the relays, those who answer a need first."""
    known = ways(content)
    needs = ordered(content.needs.values())
    helpers = [_helper(actor, needs, known.get(actor.slug, ())) for actor in content.actors.values()]
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


def _helper(actor: Document[Actor], needs: list[Document[Need]], ways_in: tuple[Way, ...]) -> Helper:
    answers = tuple((need, answer) for need in needs for answer in need.record.reponses if answer.acteur == actor.slug)
    values = {
        "besoin": tuple(dict.fromkeys(need.slug for need, _ in answers)),
        "public": tuple(actor.record.publics),
        "territoire": tuple(actor.record.territoires),
        "role": (actor.record.role,),
        "famille": (actor.record.famille,),
    }
    return Helper(actor, answers, values, ways_in)


def _counted(code: str, choices: tuple[Choice, ...], helpers: list[Helper]) -> Facet:
    """Choices with their counts; a need that nobody answers is shown with its zero, any other empty choice is no choice."""
    holders = Counter(value for helper in helpers for value in helper.values[code])
    counted = []
    for choice in choices:
        if len(choice.accepts) == 1:
            count = sum(holders[value] for value in choice.accepts)
        else:  # one actor may hold several of the values
            count = sum(1 for helper in helpers if not choice.accepts.isdisjoint(helper.values[code]))
        if count or code == "besoin":
            counted.append(Choice(choice.value, choice.label, choice.accepts, choice.url, count))
    return Facet(code, tuple(counted))


def _needs(content: Content) -> Iterator[Choice]:
    for need in ordered(content.needs.values()):
        yield Choice(need.slug, need.record.titre, frozenset((need.slug,)), need.url)


def _publics(content: Content) -> Iterator[Choice]:
    used = {public for actor in content.actors.values() for public in actor.record.publics}
    for public in sorted(used - {EVERYONE}, key=lambda public: (public != FIRST, public)):
        yield Choice(public, "", frozenset((public, EVERYONE)), f"{FOLDER}/public/{public}/")


def _territories(content: Content) -> Iterator[Choice]:
    holders = around(content.territories)
    for place in sorted(content.territories, key=lambda place: (_LEVELS.index(place.niveau), slugify(place.nom))):
        yield Choice(place.slug, place.nom, frozenset(holders[place.slug]), f"{FOLDER}/territoire/{place.slug}/")


def _roles(content: Content) -> Iterator[Choice]:
    for role in RELAY:
        yield Choice(role, "", frozenset((role,)), f"acteurs/#{role}")


def _families(content: Content) -> Iterator[Choice]:
    for family in ordered(content.families.values()):
        yield Choice(family.slug, family.record.titre, frozenset((family.slug,)), family.url)
