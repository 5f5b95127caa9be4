"""What needs say of themselves comes in; for each term, the needs that it asks for and how much goes out.

A complement naive Bayes in closed form (Rennie, Shih, Teevan and Karger, « Tackling the poor assumptions of naive Bayes text
classifiers », ICML 2003): a term weighs for a need by how little the other needs hold of it. A term that all needs hold weighs
nothing; one that a single need says weighs all the more as it says it often. Nothing is drawn by lot: equal content, equal table.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from plugins.search.analysis import Analyser
from plugins.search.asking import asked, units

# How much a sentence of each part of a need weighs: what people say first, what the page tells last.
TITLE, SPOKEN, SUMMARY, ANSWER, BODY = 2.0, 1.0, 0.7, 0.4, 0.2
# What the other needs are taken to hold of a term that they do not hold, so that once is not always.
SMOOTHING = 1.0
SENTENCE = re.compile(r"[.!?\n]+")


@dataclass(frozen=True)
class Told:
    """What one need says of itself.

    Attributes:
        url: address of its page under the site's root; empty for what no page answers.
        titles, spoken, summaries, answers, texts: its texts, by part.
        urgent: whether it is a danger.
    """

    url: str
    titles: Sequence[str] = ()
    spoken: Sequence[str] = ()
    summaries: Sequence[str] = ()
    answers: Sequence[str] = ()
    texts: Sequence[str] = ()
    urgent: bool = False

    def sentences(self) -> Iterator[tuple[float, bool, str]]:
        """Each sentence, how much it weighs, and whether its pairs of words count: those of a long text are accidents."""
        for text in self.titles:
            yield TITLE, True, text
        for text in self.spoken:
            yield SPOKEN, True, text
        for weight, texts in ((SUMMARY, self.summaries), (ANSWER, self.answers), (BODY, self.texts)):
            for text in texts:
                yield from ((weight, False, sentence) for sentence in SENTENCE.split(text) if sentence.strip())


@dataclass(frozen=True)
class Weights:
    """The table.

    Attributes:
        needs: addresses of the needs, in order.
        rarity: for each term, how much it says by being rare (the logarithm of an inverse frequency).
        terms: for each term, the rank of each need that it asks for, and how much.
        unknown: the rarity of a term that is not in the table.
    """

    needs: tuple[str, ...] = ()
    rarity: Mapping[str, float] = field(default_factory=dict)
    terms: Mapping[str, Mapping[int, float]] = field(default_factory=dict)
    unknown: float = 1.0


def weigh(told: Sequence[Told], analyser: Analyser) -> Weights:
    """The table of these needs."""
    sentences = [
        (rank, weight, _asked(text, analyser, pairs=pairs))
        for rank, one in enumerate(told)
        for weight, pairs, text in one.sentences()
    ]
    holding = Counter(term for _, _, terms in sentences for term in terms)
    rarity = {term: math.log((1 + len(sentences)) / (1 + count)) + 1 for term, count in holding.items()}
    mass: dict[str, dict[int, float]] = defaultdict(dict)
    for rank, weight, terms in sentences:
        length = math.sqrt(sum((worth * rarity[term]) ** 2 for term, worth in terms.items()))
        for term, worth in terms.items():
            mass[term][rank] = mass[term].get(rank, 0.0) + weight * worth * rarity[term] / length
    weights = {term: dict(_complement(needs)) for term, needs in mass.items()}
    return Weights(tuple(one.url for one in told), rarity, weights, math.log(1 + len(sentences)) + 1)


def _asked(text: str, analyser: Analyser, *, pairs: bool) -> Mapping[str, float]:
    found = asked(units(text, analyser))
    return found if pairs else {term: worth for term, worth in found.items() if " " not in term}


def _complement(needs: Mapping[int, float]) -> Iterable[tuple[int, float]]:
    total = sum(needs.values()) + SMOOTHING
    return ((rank, math.log(total / (total - held))) for rank, held in needs.items())
