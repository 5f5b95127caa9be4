"""The body of a meeting and the texts of its entries → the paragraph that tells each entry, found by its words.

Editors do not declare that link. It is found: the paragraph that shares most of the entry's words, rare words counting
more, among those of the actor who speaks if there are such; too few words in common, and there is none.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plugins.markup.body import Block, Body
from plugins.text.folding import fold
from plugins.text.words import OBJECT

# Part of an entry's weight that a paragraph must share; measured on the project's own minutes.
LEAST = 0.34
_STEM = 6  # letters that make two words one: « professionnaliser », « professionnalisation »
_SHORTEST = 4
_EXCERPT = 170


# Text of an entry, slugs of who says it.
Asked = tuple[str, Sequence[str]]


@dataclass(frozen=True)
class ToldPassage:
    """A paragraph of the minutes.

    Attributes:
        anchor: its id on the meeting's page.
        section: the heading over it; empty before the first.
        excerpt: how it begins.
        rank: its place in the minutes.
        speakers: slugs of who speaks.
    """

    anchor: str
    section: str
    excerpt: str
    rank: int
    speakers: tuple[str, ...]


def passages(body: Body, entries: Iterable[Asked]) -> list[ToldPassage | None]:
    """For each entry (text, slugs of who says it), the paragraph that tells it, or None."""
    known = _paragraphs(body)
    words = [_words(text) for _, text in known]
    seen = Counter(word for own in words for word in own)
    weight = {word: math.log(1 + len(known) / count) for word, count in seen.items()}
    rarest = math.log(1 + len(known))  # of a word that no paragraph holds
    found: list[ToldPassage | None] = []
    for text, actors in entries:
        asked = _words(text)
        whole = sum(weight.get(word, rarest) for word in asked)
        best, passage = 0.0, None
        for (candidate, _), own in zip(known, words, strict=True):
            share = sum(weight[word] for word in asked & own) / whole if whole else 0.0
            # Who speaks says nearly as much as a third of the words.
            score = share * (1.3 if set(actors) & set(candidate.speakers) else 1.0)
            if share >= LEAST and score > best:
                best, passage = score, candidate
        found.append(passage)
    return found


def _paragraphs(body: Body) -> list[tuple[ToldPassage, str]]:
    found: list[tuple[ToldPassage, str]] = []
    section = ""
    for rank, block in enumerate(body.blocks):
        text = " ".join(body.text[block.start : block.end].replace(OBJECT, " ").split())
        if block.heading:
            section = text
        elif _has_own_anchor(block) and text:
            found.append((ToldPassage(block.anchor, section, excerpt(text), rank, block.speech), text))
    return found


def _has_own_anchor(block: Block) -> bool:
    return block.anchor.startswith("p-")


def excerpt(text: str) -> str:
    """How a paragraph begins: whole when short, else cut between two words; without what only the rest of a list explains."""
    text = text.rstrip(" \u00a0\u202f;,:")
    return text if len(text) <= _EXCERPT else text[:_EXCERPT].rpartition(" ")[0] + " …"


def _words(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in fold(text).replace("'", " ").split() if len(word) >= _SHORTEST)
