"""A question, or what answers one → what it asks by: its words that weigh, its pairs of words, the age that it says.

The twin of `theme/static/js/search/asking.js`; both read `tests/contracts/asking.json`.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from plugins.search.analysis import Analyser, Token

# Words of a question that say little of what is looked for: « où trouver une formation ».
WEAK = frozenset(
    "comment combien pourquoi quand quoi trouver trouve chercher cherche recherche rechercher veux veut voudrais peux peut peuvent "
    "pouvoir puis faire fait faut dois doit avoir obtenir savoir connaitre besoin besoins existe mettre vais suis aider aidez "
    "aimerais souhaite souhaiterais voulais pourrais pourrait pouvez faudrait "
    "sais sait dire dis dit bien tout tous plus pas bonjour merci svp".split()
)
YEARS = frozenset("an ans".split())
# After these, a number of years is how long something lasts.
LASTING = frozenset("depuis apres pendant y en dans tous".split())
# Ages from each of these on are said by one term: somebody of 17 and of 22 ask for the same doors.
AGES = ((12, "#enfance"), (16, "#jeunesse"), (26, "#age"), (50, "#cinquantaine"))
OLDEST = 99
# What a word that says little is worth, and a pair of words of which one does, or one is never indexed.
WEAK_WORTH, WEAK_PAIR, SMALL_PAIR = 0.3, 0.7, 0.5


class Unit(NamedTuple):
    """One word of a question.

    Attributes:
        term: its stem, or the kind of age that it says, such as `#jeunesse`.
        kind: `word`, `weak` (it says little) or `stop` (alone, it says nothing).
        surface: the folded word.
    """

    term: str
    kind: Literal["word", "weak", "stop"]
    surface: str


def units(text: str, analyser: Analyser) -> list[Unit]:
    """The words of a text in order; a number of years is one of them, an age or how long something lasts."""
    tokens = [token for token in analyser(text) if token.kind != "joined"]
    found: list[Unit] = []
    for rank, token in enumerate(tokens):
        following = tokens[rank + 1].surface if rank + 1 < len(tokens) else ""
        if token.surface in YEARS and found and found[-1].term.startswith("#"):
            continue
        if following in YEARS and token.surface.isascii() and token.surface.isdigit():
            before = [one.surface for one in tokens[max(0, rank - 2) : rank]]
            found.append(Unit(years(token, before), "word", token.surface))
        elif token.kind == "stop":
            found.append(Unit(token.stem, "stop", token.surface))
        else:
            found.append(Unit(token.stem, "weak" if token.surface in WEAK else "word", token.surface))
    return found


def years(number: Token, before: Sequence[str]) -> str:
    """What a number of years says, after these words: « moins de 26 ans », « avant 26 ans » are ages below it."""
    # Long numbers are not read as numbers: no age has three figures.
    age = int(number.surface) if len(number.surface) < 3 else OLDEST + 1
    if {*before[-1:]} & LASTING or not AGES[0][0] <= age <= OLDEST:
        return "#duree"
    age -= before[-1:] == ["avant"] or before[-2:] == ["moins", "de"]
    return [term for first, term in AGES if age >= first or first == AGES[0][0]][-1]


def asked(words: list[Unit]) -> Mapping[str, float]:
    """What a text asks by → how much: each word, each two that follow each other, « x y », small words between them or not."""
    found: dict[str, float] = {}
    for term, worth in _weighed(words):
        found[term] = found.get(term, 0.0) + worth
    return found


def _weighed(words: list[Unit]) -> Iterator[tuple[str, float]]:
    full = [one for one in words if one.kind != "stop"]
    for one in full:
        yield one.term, WEAK_WORTH if one.kind == "weak" else 1.0
    for first, second in itertools.pairwise(full):
        yield f"{first.term} {second.term}", WEAK_PAIR if "weak" in {first.kind, second.kind} else 1.0
    for first, second in itertools.pairwise(words):
        if (first.kind == "stop") != (second.kind == "stop"):
            yield f"{first.term} {second.term}", SMALL_PAIR
