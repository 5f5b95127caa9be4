"""One need → its places in the relay: who goes towards people first, who receives them next; a missing answer keeps its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plugins.model.content import Content, Document
from plugins.model.records import Actor, Answer, Need

# From the street to the institution, then those who help the helpers.
ROLES = ("aller-vers", "les-deux", "aller-dans", "coordination", "ressource")
_RANK = {role: rank for rank, role in enumerate(ROLES)}


@dataclass(frozen=True)
class Step:
    """One actor's place in the relay of a need.

    Attributes:
        actor: the actor.
        answer: what it answers; None when its answer is expected and missing.
    """

    actor: Document[Actor]
    answer: Answer | None


@dataclass(frozen=True)
class Relay:
    """The relay of one need, in order.

    Attributes:
        steps: answers, and the places of those that are missing.
    """

    steps: tuple[Step, ...]

    @property
    def answers(self) -> tuple[Step, ...]:
        """Those who answered."""
        return tuple(step for step in self.steps if step.answer)

    @property
    def missing(self) -> tuple[Step, ...]:
        """Those whose answer is expected."""
        return tuple(step for step in self.steps if not step.answer)


def rank(actor: Document[Actor]) -> int:
    """Place of an actor in the relay, from 0."""
    return _RANK[actor.record.role]


def relay(need: Document[Need], content: Content) -> Relay:
    """The relay of a need; inside one role, the editor's order is kept, and answers come before what is missing."""
    steps = [Step(content.actors[answer.acteur], answer) for answer in need.record.reponses]
    answered = {answer.acteur for answer in need.record.reponses}
    steps += [Step(content.actors[slug], None) for slug in dict.fromkeys(need.record.attendus) if slug not in answered]
    return Relay(tuple(sorted(steps, key=lambda step: rank(step.actor))))


def relays(content: Content) -> Mapping[str, Relay]:
    """The relay of every need, by the need's slug."""
    return {slug: relay(need, content) for slug, need in content.needs.items()}
