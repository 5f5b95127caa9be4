"""Documents come in, an inverted index as lunr makes it and the vocabulary go out."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from lunr.builder import Builder
from lunr.index import Index

from plugins.search.documents import BOOSTS, Document
from plugins.search.merged import Merged, merged
from plugins.search.postings import LENGTHS, Posting, averages, code_places, fields_of, places_of
from plugins.search.ranges import in_order


class FrenchBuilder(Builder):  # type: ignore[misc]  # lunr.py ships no types
    """lunr's builder, fed with terms that are already analysed: both of its pipelines stay empty.

    lunr.py keeps a dictionary for each occurrence; `add_document` writes postings as they are served,
    and `build` makes lunr's own index of them. A test compares that index with one that `add` filled.
    An empty field is no field: it does not weigh on the average length.
    """

    def __init__(self) -> None:
        super().__init__()
        for name, boost in BOOSTS.items():
            self.field(name, boost)
        self.postings: dict[str, list[Posting | None]] = {}
        self.positions: dict[str, array[int]] = {}
        self.surfaces: Counter[str] = Counter()
        self.named: Counter[str] = Counter()
        self.totals = {name: [0, 0] for name in BOOSTS}

    def add_document(self, document: Document) -> None:
        """Adds one document under the next number."""
        number, postings = self.document_count, self.postings
        self.document_count += 1
        for rank, name, step, terms in fields_of(document):
            self.totals[name][0] += LENGTHS[step]
            self.totals[name][1] += 1
            for term, own in terms.items():
                fields = postings.get(term)
                if fields is None:
                    fields = postings[term] = [None] * len(BOOSTS)
                posting = fields[rank]
                if posting is None:
                    posting = fields[rank] = Posting()
                posting.add(number, len(own), step)
        positions = self.positions
        for term, own in places_of(document).items():
            coded = positions.get(term)
            if coded is None:
                coded = positions[term] = array("I")
            if len(own) == 1:
                coded.append(2 * own[0])
            else:
                coded.extend(code_places(own))
        self.surfaces.update(document.surfaces)
        self.named.update(document.named)

    def terms(self) -> list[str]:
        """All terms in the order of lunr.js: by UTF-16 code unit."""
        return in_order(self.postings)

    def build(self) -> Index:
        """Lunr's own whole index, for comparison."""
        self._documents: dict[str, dict[str, Any]] = {str(number): {} for number in range(self.document_count)}
        for index, (term, fields) in enumerate(self.postings.items()):
            entry: dict[str, Any] = {name: {} for name in BOOSTS} | {"_index": index}
            self.inverted_index[term] = entry
            for name, posting in zip(BOOSTS, fields, strict=True):
                for number, times, length in posting or ():
                    key = f"{name}/{number}"
                    entry[name][str(number)] = {}
                    self.field_term_frequencies.setdefault(key, {})[term] = times
                    self.field_lengths[key] = length
        self.term_index = len(self.postings)
        return super().build()

    def _calculate_average_field_lengths(self) -> None:
        self.average_field_length = averages(self.totals)


def merge(pages: Iterable[Sequence[Document]]) -> Merged:
    """The index of the documents of all pages, page by page."""
    builder, sizes = FrenchBuilder(), list[int]()
    for documents in pages:
        sizes.append(len(documents))
        for document in documents:
            builder.add_document(document)
    return merged(builder, sizes)


def build(entries: Iterable[Document]) -> FrenchBuilder:
    """The index of all documents."""
    builder = FrenchBuilder()
    for entry in entries:
        builder.add_document(entry)
    return builder
