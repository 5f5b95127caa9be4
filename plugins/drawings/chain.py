"""The relays of all needs → one chain from the street to the institution: who stands where, who passes on to whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from plugins.drawings.columns import columns
from plugins.drawings.ordering import shortened
from plugins.drawings.svg import Drawing
from plugins.drawings.threads import Row, Thread, draw
from plugins.model.content import Content, Document
from plugins.model.orders import RELAY, ordered
from plugins.model.records import Actor, Need
from plugins.needs.relay import Relay, RelayStep
from plugins.text.labels import label
from plugins.text.slugs import slugify
from plugins.text.typesetting import sentence_case, typeset

# Who answers most needs: more names and threads than these are no picture any more; the text counts the others.
MOST = 20
MOST_THREADS = 40


@dataclass(frozen=True)
class Runner:
    """An actor of the chain, the needs that it answers, and those that await its answer."""

    actor: Document[Actor]
    answers: tuple[Document[Need], ...]
    awaited: tuple[Document[Need], ...]


@dataclass(frozen=True)
class Stage:
    """One role.

    Attributes:
        role: its code.
        runners: who is drawn, in the order of the drawing.
        total: how many actors have this role, drawn or not.
    """

    role: str
    runners: tuple[Runner, ...]
    total: int


@dataclass(frozen=True)
class Handover:
    """Two actors that answer the same needs, one just before the other."""

    giver: str
    taker: str
    needs: tuple[Document[Need], ...]


@dataclass(frozen=True)
class Chain:
    """The facts of the drawing.

    Attributes:
        stages: roles that someone holds.
        handovers: in the order of the givers; no more than `MOST_THREADS`, the strongest.
        hidden: how many actors that answer or are awaited are not drawn.
        hidden_handovers: how many threads are not.
    """

    stages: tuple[Stage, ...]
    handovers: tuple[Handover, ...]
    hidden: int
    hidden_handovers: int

    def of(self, slug: str) -> tuple[Handover, ...]:
        """What one actor passes on."""
        return tuple(one for one in self.handovers if one.giver == slug)


def chain(content: Content, relays: Mapping[str, Relay]) -> Chain:
    """Read the chain from the relays.

    Args:
        content: names of persons masked.
        relays: by slug of the need.
    """
    needs = ordered(content.needs.values())
    answers: dict[str, list[Document[Need]]] = defaultdict(list)
    awaited: dict[str, list[Document[Need]]] = defaultdict(list)
    shared: dict[tuple[str, str], list[Document[Need]]] = defaultdict(list)
    for need in needs:
        for step in relays[need.slug].steps:
            own = (answers if step.answer else awaited)[step.actor.slug]
            if not own or own[-1] is not need:  # an actor may answer twice
                own.append(need)
        for pair in _pairs(relays[need.slug].from_the_street):
            shared[pair].append(need)
    involved = sorted({*answers, *awaited}, key=lambda slug: (-len(answers[slug]), -len(awaited[slug]), slug))
    runners = {slug: Runner(content.actors[slug], tuple(answers[slug]), tuple(awaited[slug])) for slug in involved[:MOST]}
    known = [Handover(*pair, tuple(own)) for pair, own in shared.items() if pair[0] in runners and pair[1] in runners]
    strongest = sorted(known, key=lambda one: -len(one.needs))[:MOST_THREADS]
    stages = tuple(_stages(content, runners, strongest))
    place = {runner.actor.slug: rank for rank, runner in enumerate(runner for stage in stages for runner in stage.runners)}
    strongest.sort(key=lambda one: (place[one.giver], place[one.taker]))
    return Chain(stages, tuple(strongest), len(involved) - len(runners), len(shared) - len(strongest))


def drawings(found: Chain) -> tuple[Drawing, ...]:
    """Threads run from the street to the institution: downwards on a telephone, to the right on a desk."""
    rows = []
    for stage in found.stages:
        if stage.runners:
            rows.append(Row("", typeset(sentence_case(label(stage.role, "role"))), sign=stage.role))
            rows += [
                Row(one.actor.slug, typeset(one.actor.record.titre), one.actor.url, hollow=not one.answers)
                for one in stage.runners
            ]
    threads = [Thread(one.giver, one.taker, len(one.needs)) for one in found.handovers]
    return draw(rows, threads, "drawing-thread", variant="narrow"), columns(rows, threads)


def _pairs(steps: Iterable[RelayStep]) -> Iterator[tuple[str, str]]:
    """Everyone of one role passes on to everyone of the next role that answers."""
    answering = [step.actor for step in steps if step.answer]
    groups = [
        list(dict.fromkeys(actor.slug for actor in group)) for _, group in groupby(answering, key=lambda one: one.record.role)
    ]
    for givers, takers in pairwise(groups):
        yield from ((giver, taker) for giver in givers for taker in takers)


def _stages(content: Content, runners: Mapping[str, Runner], handovers: Sequence[Handover]) -> Iterator[Stage]:
    by_title = sorted(runners.values(), key=lambda one: (not one.answers, slugify(one.actor.record.titre), one.actor.slug))
    groups = [[one.actor.slug for one in by_title if one.actor.record.role == role] for role in RELAY]
    ties = {(one.giver, one.taker): len(one.needs) for one in handovers}
    for role, slugs in zip(RELAY, shortened(groups, ties), strict=True):
        total = sum(1 for actor in content.living.values() if actor.record.role == role)
        if total:
            yield Stage(role, tuple(runners[slug] for slug in slugs), total)
