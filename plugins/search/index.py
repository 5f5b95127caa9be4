"""Documents come in, lunr's inverted index and the vocabulary go out."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from lunr.builder import Builder

from plugins.search.documents import BOOSTS, Document

# Lengths are kept by steps of a fifth: one character a document instead of a number.
STEP = 1.2
STEPS = 64
LENGTHS = [round(STEP**step) for step in range(STEPS)]


def bucket(length: int) -> int:
    """The step that stands for a length of at least one word."""
    return min(STEPS - 1, round(math.log(length) / math.log(STEP)))


def utf16(word: str) -> bytes:
    """The key that sorts words as JavaScript does: by UTF-16 code unit."""
    return word.encode("utf-16-be")


class FrenchBuilder(Builder):  # type: ignore[misc]  # lunr.py ships no types
    """lunr's builder, fed with terms that are already analysed: both of its pipelines stay empty.

    `add` of lunr.py copies each token four times; `add_document` fills the same tables. A test
    compares the two. An empty field is no field: it does not weigh on the average length.
    """

    def __init__(self) -> None:
        super().__init__()
        for name, boost in BOOSTS.items():
            self.field(name, boost)
        self.surfaces: Counter[str] = Counter()
        self.named: set[str] = set()
        self.positions: dict[str, dict[int, list[int]]] = {}
        self.places: list[tuple[int, int]] = []

    def add_document(self, document: Document) -> None:
        """Adds one document under the next number."""
        number = self.document_count
        reference = str(number)
        self._documents[reference] = {}
        self.document_count += 1
        self.places.append((document.page, document.section))
        for name, terms in document.fields.items():
            if not terms:
                continue
            frequencies = Counter(terms)
            self.field_term_frequencies[f"{name}/{reference}"] = frequencies
            self.field_lengths[f"{name}/{reference}"] = LENGTHS[bucket(len(terms))]
            for term in frequencies:
                posting = self.inverted_index.get(term)
                if posting is None:
                    posting = self.inverted_index[term] = {field: {} for field in BOOSTS}
                    posting["_index"] = self.term_index
                    self.term_index += 1
                posting[name][reference] = {}
        for term, places in document.positions.items():
            self.positions.setdefault(term, {})[number] = places
        self.surfaces.update(document.surfaces)
        self.named |= document.named

    def averages(self) -> dict[str, float]:
        """Average length of each field, as lunr reckons it."""
        total: dict[str, int] = defaultdict(int)
        count: dict[str, int] = defaultdict(int)
        for reference, length in self.field_lengths.items():
            name = reference.split("/", 1)[0]
            total[name] += length
            count[name] += 1
        return {name: total[name] / count[name] if count[name] else 1.0 for name in BOOSTS}

    def _calculate_average_field_lengths(self) -> None:
        self.average_field_length = self.averages()

    def terms(self) -> list[str]:
        """All terms in the order of lunr.js: by UTF-16 code unit."""
        return sorted(self.inverted_index, key=utf16)

    def posting(self, term: str) -> dict[str, dict[int, int]]:
        """Field → document → number of occurrences, for the fields that hold the term."""
        entry: dict[str, Any] = self.inverted_index[term]
        return {
            name: {int(ref): self.field_term_frequencies[f"{name}/{ref}"][term] for ref in entry[name]}
            for name in BOOSTS
            if entry[name]
        }


def build(entries: Iterable[Document]) -> FrenchBuilder:
    """The index of all documents; `.build()` gives lunr's own whole index, for comparison."""
    builder = FrenchBuilder()
    for entry in entries:
        builder.add_document(entry)
    return builder
