"""The documents of all pages → what the index says of each term and of each word, as it is served."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from plugins.search.postings import dump, written
from plugins.search.ranges import in_order

if TYPE_CHECKING:  # with lunr, which a build that knows most of the index does not load
    from plugins.search.index import FrenchBuilder


@dataclass(frozen=True)
class Merged:
    """The whole index.

    Attributes:
        sizes: of each page, the number of its documents.
        totals: of each field, its length in all documents together, and how many have it.
        terms: term → [term, field, field…] as JSON, in the order of lunr.js.
        places: term → [term, codes of its places] as JSON; not those of whole names.
        words: word as it is written → how many documents write it, and how many in a name of their page; in that order too.
        constants: b and k₁, of lunr.
    """

    sizes: Sequence[int]
    totals: Mapping[str, Sequence[int]]
    terms: Mapping[str, str]
    places: Mapping[str, str]
    words: Mapping[str, tuple[int, int]]
    constants: Sequence[float]

    @classmethod
    def of(cls, kept: Any) -> Merged:
        """What `kept` made lists of."""
        sizes, totals, terms, postings, placed, places, words, counts, named, constants = kept
        return cls(
            sizes,
            totals,
            dict(zip(_lines(terms), _lines(postings), strict=True)),
            dict(zip(_lines(placed), _lines(places), strict=True)),
            dict(zip(_lines(words), zip(counts, named, strict=True), strict=True)),
            constants,
        )

    @property
    def kept(self) -> list[Any]:
        """Few long texts, which are read faster than many short ones: neither a term nor JSON holds a line end."""
        terms, places, words = self.terms, self.places, self.words
        lines = ["\n".join(some) for some in (terms, terms.values(), places, places.values(), words)]
        counts, named = [count for count, _ in words.values()], [name for _, name in words.values()]
        return [self.sizes, self.totals, *lines, counts, named, self.constants]


def merged(builder: FrenchBuilder, sizes: Sequence[int]) -> Merged:
    """All that a builder was given.

    Args:
        builder: holds every document.
        sizes: of each page, the number of its documents.
    """
    terms = builder.terms()
    return Merged(
        sizes,
        builder.totals,
        {term: dump([term, *written(builder.postings[term])]) for term in terms},
        {term: dump([term, builder.positions[term].tolist()]) for term in terms if term in builder.positions},
        {word: (builder.surfaces[word], builder.named[word]) for word in in_order(builder.surfaces)},
        (builder._b, builder._k1),
    )


def _lines(text: str) -> list[str]:
    return text.split("\n") if text else []
