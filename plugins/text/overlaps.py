"""Spans of a text, which may overlap → the forms that are meant, the longest that was written; what stands inside another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from typing import TypeVar

from plugins.text.folding import fold_word
from plugins.text.inflection import GRAMMAR
from plugins.text.phrases import FoundForm
from plugins.text.tokens import Tokens

T = TypeVar("T")


def longest_first(found: Iterable[FoundForm[T]], tokens: Tokens, never: T) -> Iterator[FoundForm[T]]:
    """Forms without overlap, in order: of those that share a word, the longest.

    An article lengthens no name: in « la Région académique », « Région académique » is longer than « la Région ».

    Args:
        found: in order, as `Phrases.longest` gives them.
        tokens: the text.
        never: what an exclusion stands for; of two that are as long, it gives way.
    """
    group: list[FoundForm[T]] = []
    end = -1
    for one in found:
        if group and one.first > end:
            yield from _longest(group, tokens, never)
            group = []
        group.append(one)
        end = max(end, one.last)
    yield from _longest(group, tokens, never)


def _longest(group: list[FoundForm[T]], tokens: Tokens, never: T) -> list[FoundForm[T]]:
    if len(group) < 2:
        return group
    taken: set[int] = set()
    kept = []
    for one in sorted(group, key=lambda one: (-_length(one, tokens), one.values == (never,), one.first)):
        ranks = range(one.first, one.last + 1)
        if taken.isdisjoint(ranks):
            taken.update(ranks)
            kept.append(one)
    return sorted(kept, key=lambda one: one.first)


def _length(one: FoundForm[T], tokens: Tokens) -> int:
    """Letters from its first word that is more than grammar."""
    words = tokens.words[one.first : one.last + 1]
    while len(words) > 1 and fold_word(words[0]) in GRAMMAR:
        words = words[1:]
    return sum(map(len, words))


def inside_one_of(spans: Iterable[tuple[int, int]]) -> Callable[[int, int], bool]:
    """Whether a span stands inside one of these: sorted once, for thousands are asked about."""
    ordered = sorted(spans)
    starts, furthest = [start for start, _ in ordered], list(accumulate((end for _, end in ordered), max))

    def inside(start: int, end: int) -> bool:
        rank = bisect_right(starts, start) - 1
        return rank >= 0 and furthest[rank] >= end

    return inside
