"""What urgent needs say, and what tells of no danger → for each term, how much it speaks of one.

Needs are ranked by what they are about; a danger is told by how things are said: « il me suit » is one, « être suivi par un
conseiller » is not, and both are about following. So each term has a second weight, above or below zero, by a logistic
regression (Cox, « The regression analysis of binary sequences », 1958) with a step of its own for each term (Duchi, Hazan and
Singer, « Adaptive subgradient methods », JMLR 2011), in a fixed order: equal content, equal weights.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from plugins.search.analysis import Analyser
from plugins.search.asking import asked, units
from plugins.search.harmless import HARMLESS as HARMLESS_USES
from plugins.search.weighing import Told

Terms = Mapping[str, float]
# All phrases of a kind count together, however many they are: urgent needs, the others, harmless uses, what is asked elsewhere.
URGENT, OTHERS, HARMLESS, ELSEWHERE = 1.2, 1.0, 1.0, 0.3
ROUNDS, STEP, SHRINK = 6, 0.5, 3e-5
# What nothing is known of is no danger; learnt, it would follow the last phrases of a small content.
BIAS = -1.0
# Phrases of one kind do not follow each other: a step as long as this prime goes through all of them.
STRIDE = 7919


@dataclass(frozen=True)
class Danger:
    """What tells a danger.

    Attributes:
        bias: of a question of which no word is known; below zero where a need is urgent.
        terms: what each term adds, in a question of which all terms together are worth one; a browser counts for less those that
            speak of nothing (`MUTE` of `search/needs.js`).
    """

    bias: float = 0.0
    terms: Mapping[str, float] = field(default_factory=dict)


def told_danger(told: Sequence[Told], analyser: Analyser) -> Danger:
    """What tells a danger among these needs: titles and words, what people say of it; an address of none is elsewhere."""

    def terms(some: Iterable[str]) -> list[Terms]:
        return [asked(units(text, analyser)) for text in some]

    kinds: dict[str, list[str]] = {"urgent": [], "here": [], "elsewhere": []}
    for one in told:
        kinds["urgent" if one.urgent else "here" if one.url else "elsewhere"] += [*one.titles, *one.spoken]
    return learn(terms(kinds["urgent"]), terms(kinds["here"]), terms(HARMLESS_USES), terms(kinds["elsewhere"]))


def learn(urgent: Sequence[Terms], others: Sequence[Terms], harmless: Sequence[Terms], elsewhere: Sequence[Terms]) -> Danger:
    """The weights; none where no need is urgent.

    Args:
        urgent: what each phrase of the urgent needs asks by (`asking.asked`).
        others: those of the other needs.
        harmless: those of words of danger that tell of none.
        elsewhere: those of what no need is about.
    """
    if not urgent:
        return Danger()
    groups = ((urgent, 1.0, URGENT), (others, 0.0, OTHERS), (harmless, 0.0, HARMLESS), (elsewhere, 0.0, ELSEWHERE))
    rows = [(evened(terms), wanted, cost / len(group)) for group, wanted, cost in groups for terms in group if terms]
    weights: dict[str, float] = defaultdict(float)
    steps: dict[str, float] = defaultdict(float)
    for rank in _order(len(rows)):
        terms, wanted, cost = rows[rank]
        told = BIAS + sum(weights[term] * worth for term, worth in terms.items())
        missed = cost * (1 / (1 + math.exp(-max(-30.0, min(30.0, told)))) - wanted)
        for term, worth in terms.items():
            slope = missed * worth + SHRINK * weights[term]
            steps[term] += slope**2
            weights[term] -= STEP * slope / math.sqrt(steps[term]) if slope else 0.0
    return Danger(BIAS, dict(weights))


def evened(terms: Terms) -> Terms:
    """The same terms, so that a long question says no more than a short one: worth one together (Euclidean length)."""
    length = math.sqrt(sum(worth**2 for worth in terms.values()))
    return {term: worth / length for term, worth in terms.items()}


def _order(count: int) -> Iterator[int]:
    stride = STRIDE if count % STRIDE else 1
    for _ in range(ROUNDS):
        yield from (rank * stride % count for rank in range(count))
