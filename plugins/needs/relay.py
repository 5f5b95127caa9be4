"""One need → its places in the relay: who can be reached first, from the street to the institution; then the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from plugins.model.content import Content, Document, once
from plugins.model.orders import RELAY
from plugins.model.records import Actor, Answer, Need
from plugins.needs.ways import Way, doors, nearby, ways

# What a telephone does in one tap.
_AT_ONCE = frozenset(("telephone", "demarche", "annuaire"))


@dataclass(frozen=True)
class RelayStep:
    """One actor's place in the relay of a need.

    Attributes:
        actor: the actor.
        answer: what it answers; None when its answer is expected and missing.
        ways: the ways in, the quickest first; nothing when nobody can say how to reach it.
        places: how many places it has, each near some towns; its sheet lists them.
    """

    actor: Document[Actor]
    answer: Answer | None
    ways: tuple[Way, ...] = ()
    places: int = 0

    @property
    def reachable(self) -> bool:
        """Whether a person can be told how to get there: a way in, or the answer's own words for it."""
        return bool(self.ways or self.places or (self.answer and self.answer.contact))


@dataclass(frozen=True)
class Relay:
    """The relay of one need, in order.

    Attributes:
        steps: answers, and the places of those that are missing.
        ways: the ways in that the editor put before any answer.
    """

    steps: tuple[RelayStep, ...]
    ways: tuple[Way, ...] = ()

    @property
    def opening(self) -> tuple[Way, ...]:
        """What opens the need's page, under its title: the editor's ways, or else the first one that an answer opens at once."""
        if self.ways:
            return self.ways
        at_once = ((step, way) for step in self.answers for way in step.ways if way.kind in _AT_ONCE)
        return tuple(replace(way, name=way.name or step.actor.record.titre) for step, way in at_once)[:1]

    @property
    def from_the_street(self) -> tuple[RelayStep, ...]:
        """All steps by role alone, whether one can reach them or not."""
        return tuple(sorted(self.steps, key=lambda step: rank(step.actor)))

    @property
    def answers(self) -> tuple[RelayStep, ...]:
        """Those who answered."""
        return tuple(step for step in self.steps if step.answer)

    @property
    def missing(self) -> tuple[RelayStep, ...]:
        """Those whose answer is expected."""
        return tuple(step for step in self.steps if not step.answer)


def rank(actor: Document[Actor]) -> int:
    """Place of an actor in the relay, from 0."""
    return RELAY.index(actor.record.role)


def relay(need: Document[Need], content: Content, known: Mapping[str, tuple[Way, ...]]) -> Relay:
    """The relay of a need.

    Those who can be reached come first: nobody is sent to a door without a handle. Among them, and among the others, roles
    go from the street to the institution; inside one role the editor's order is kept, and answers come before what is missing.

    Args:
        need: the need.
        content: where its actors and doors stand.
        known: from `ways`.
    """
    opened, around = doors(content), nearby(content)
    steps = []
    # An actor whose sheet is faulty, or missing, or that closed, is told elsewhere: here it answers nothing.
    for answer in (one for one in need.record.reponses if one.acteur in content.living):
        own = opened.get(answer.porte or "", ())
        ways_in = tuple(dict.fromkeys([*own, *known.get(answer.acteur, ())]))
        steps.append(RelayStep(content.actors[answer.acteur], answer, ways_in, len(around.get(answer.acteur, ()))))
    answered = {answer.acteur for answer in need.record.reponses}
    steps += [
        RelayStep(content.actors[slug], None)
        for slug in dict.fromkeys(need.record.attendus)
        if slug in content.living and slug not in answered
    ]
    opening = tuple(way for slug in need.record.portes for way in opened.get(slug, ()))
    return Relay(tuple(sorted(steps, key=lambda step: (not step.reachable, rank(step.actor)))), opening)


@once
def relays(content: Content) -> Mapping[str, Relay]:
    """The relay of every need, by the need's slug."""
    known = ways(content)
    return {slug: relay(need, content, known) for slug, need in content.needs.items()}
