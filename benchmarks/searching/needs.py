"""Questions and what was answered → how many found their need, by hand and by intent, and what is left of it on new questions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.searching.confidence import Told, is_confident

ELSEWHERE = "rien"
Question = Mapping[str, Any]
Answers = Sequence[Sequence[str]]


@dataclass(frozen=True)
class Found:
    """How many questions, how many of them found their need first, in the first three, found nothing; the same of those elsewhere."""

    count: int = 0
    first: int = 0
    three: int = 0
    empty: int = 0
    elsewhere: int = 0
    silent: int = 0

    def __add__(self, other: Found) -> Found:
        """Of both."""
        return Found(*(one + more for one, more in zip(vars(self).values(), vars(other).values(), strict=True)))

    @property
    def worth(self) -> float:
        """What limits are chosen by: the shares of questions that found their need, and of those elsewhere that found nothing."""
        return (self.first + self.three) / max(self.count, 1) + self.silent / max(self.elsewhere, 1)


def hand_of(question: Question) -> str:
    """Whose question it is: the first part of its id."""
    return str(question["id"]).partition("-")[0]


def intent_of(question: Question) -> str:
    """What it asks for."""
    return str(question["intent"])


def counted(question: Question, addresses: Sequence[str], targets: Mapping[str, Sequence[str]]) -> Found:
    """What one question found."""
    pages = [address.split("#")[0].strip("/") for address in addresses]
    if question["intent"] == ELSEWHERE:
        return Found(elsewhere=1, silent=not pages)
    wanted = {page for intent in (question["intent"], *question.get("aussi", ())) for page in targets.get(intent, ())}
    return Found(1, bool(pages) and pages[0] in wanted, any(page in wanted for page in pages[:3]), not pages)


def summed(found: Iterable[Found]) -> Found:
    """Of all."""
    return sum(found, Found())


def on_new(
    questions: Sequence[Question],
    told: Sequence[Told],
    targets: Mapping[str, Sequence[str]],
    weights: Mapping[str, float],
    group: Callable[[Question], str],
) -> Found:
    """What is found when the limits of `needs.js` are chosen without the questions that they are judged by: each group in turn.

    Args:
        questions: with their id and intent.
        told: what the engine knows of each.
        targets: the pages of each intent.
        weights: of `confidence.js`, which were learnt from no gold.
        group: whose question it is, or what it asks for.
    """
    limits = range(len(told[0].within))
    table = [
        [counted(one, known.within[rank] if is_confident(known.signs, weights) else known.without, targets) for rank in limits]
        for one, known in zip(questions, told, strict=True)
    ]
    groups = [group(one) for one in questions]
    found = Found()
    for left_out in sorted(set(groups)):
        known = [row for row, own in zip(table, groups, strict=True) if own != left_out]
        best = max(limits, key=lambda rank: summed(row[rank] for row in known).worth)
        found += summed(row[best] for row, own in zip(table, groups, strict=True) if own == left_out)
    return found
