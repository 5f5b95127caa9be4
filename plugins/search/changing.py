"""An index and the pages that say something else → the index as if it had been merged again, written anew where they stand alone."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, TypeVar

from plugins.search.documents import BOOSTS, Document
from plugins.search.merged import Merged
from plugins.search.postings import LENGTHS, WHOLE_NAME, Posting, code_places, dump, fields_of, occurrences, places_of, written
from plugins.search.ranges import in_order

T = TypeVar("T")
# What a term has in one document: as `Posting.add` takes it.
Occurrence = tuple[int, int, int]
_NAMES = list(BOOSTS).index(WHOLE_NAME)


@dataclass(frozen=True)
class Change:
    """A page that says something else, in as many documents as before.

    Attributes:
        page: its rank.
        before, after: its documents.
    """

    page: int
    before: Sequence[Document]
    after: Sequence[Document]


def changed(old: Merged, changes: Iterable[Change]) -> Merged:
    """What `merged` would make of the pages as they are now.

    Args:
        old: made of the pages as they were.
        changes: one for each page that is not the same.
    """
    firsts = list(accumulate(old.sizes, initial=0))
    seen = _Seen()
    for change in changes:
        for number, document in enumerate(change.before, firsts[change.page]):
            seen.leave(number, document)
        for number, document in enumerate(change.after, firsts[change.page]):
            seen.come(number, document)
    totals = {name: [total + more for total, more in zip(old.totals[name], seen.totals[name], strict=True)] for name in BOOSTS}
    terms, places = dict(old.terms), dict(old.places)
    for term, coming in seen.terms.items():
        fields = _fields(terms.get(term))
        runs = _runs(fields, places.get(term))
        now = [sorted([*(one for one in some if one[0] not in seen.gone), *coming[rank]]) for rank, some in enumerate(fields)]
        here = {number: run for number, run in runs.items() if number not in seen.gone} | seen.runs[term]
        _put(terms, term, written([_posting(some) for some in now]))
        _put(places, term, [[code for number in sorted(here) for code in here[number]]] if here else [])
    return Merged(old.sizes, totals, _in_order(terms), _in_order(places), _in_order(seen.counted(old.words)), old.constants)


class _Seen:
    """What pages took away, and what they brought.

    Attributes:
        gone: numbers of the documents that are not what they were.
        totals: of each field, what is added to its length, and to the number of documents that have it.
        terms: of each term that comes or goes, field by field, where it comes.
        runs: the codes of its places, by document.
    """

    def __init__(self) -> None:
        self.gone: set[int] = set()
        self.totals = {name: [0, 0] for name in BOOSTS}
        self.terms: dict[str, list[list[Occurrence]]] = defaultdict(lambda: [[] for _ in BOOSTS])
        self.runs: dict[str, dict[int, list[int]]] = defaultdict(dict)
        self._written, self._named = Counter[str](), Counter[str]()

    def leave(self, number: int, document: Document) -> None:
        """A document is not there any more."""
        self.gone.add(number)
        for _, terms in self._count(document, -1):
            for term in terms:
                self.terms[term]

    def come(self, number: int, document: Document) -> None:
        """A document is there now."""
        for (rank, step), terms in self._count(document, 1):
            for term, own in terms.items():
                self.terms[term][rank].append((number, len(own), step))
        for term, own in places_of(document).items():
            self.runs[term][number] = code_places(own)

    def counted(self, words: Mapping[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
        """The counts of words, as they are now."""
        found = dict(words)
        for word, more in self._written.items():
            count, named = found.pop(word, (0, 0))
            if count + more:
                found[word] = count + more, named + self._named[word]
        return found

    def _count(self, document: Document, sign: int) -> Iterator[tuple[tuple[int, int], Mapping[str, Sequence[int]]]]:
        for rank, name, step, terms in fields_of(document):
            self.totals[name][0] += sign * LENGTHS[step]
            self.totals[name][1] += sign
            yield (rank, step), terms
        for counts, words in ((self._written, document.surfaces), (self._named, document.named)):
            for word in words:
                counts[word] += sign


def _fields(text: str | None) -> list[list[Occurrence]]:
    """Field by field, where a term stands."""
    coded = json.loads(text)[1:] if text else []
    found = [list(occurrences(one[0].encode("ascii"), one[1:])) if one else [] for one in coded]
    return found + [[] for _ in range(len(BOOSTS) - len(found))]


def _runs(fields: Sequence[Sequence[Occurrence]], text: str | None) -> dict[int, list[int]]:
    """The codes of a term's places, document by document: a run of them ends with the first even one."""
    numbers = sorted({number for rank, some in enumerate(fields) if rank != _NAMES for number, _, _ in some})
    runs: list[list[int]] = [[]]
    for code in json.loads(text)[1] if text else ():
        runs[-1].append(code)
        if not code & 1:
            runs.append([])
    return dict(zip(numbers, runs[:-1], strict=True))


def _posting(some: Iterable[Occurrence]) -> Posting:
    posting = Posting()
    for one in some:
        posting.add(*one)
    return posting


def _put(texts: dict[str, str], term: str, value: list[Any]) -> None:
    if value:
        texts[term] = dump([term, *value])
    else:
        texts.pop(term, None)


def _in_order(found: Mapping[str, T]) -> dict[str, T]:
    return {key: found[key] for key in in_order(found)}
