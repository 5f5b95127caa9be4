"""Pages come in, the index and what their texts define go out; a page that did not change is neither analysed nor merged again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from plugins.cache.store import Store, key_of
from plugins.search.acronyms import Acronyms
from plugins.search.analysis import Analyser
from plugins.search.changing import Change, changed
from plugins.search.documents import Document, Page, documents_of
from plugins.search.merged import Merged

# An acronym, and the stems of what it is short for.
Defined = tuple[str, tuple[str, ...]]
# When more than one page in so many says something else, it takes less to merge them all.
_FEW = 8


@dataclass(frozen=True)
class Analysed:
    """What the index needs of one page: its documents, and the acronyms that its texts define."""

    documents: tuple[Document, ...]
    acronyms: tuple[Defined, ...]


@dataclass(frozen=True)
class Indexed:
    """Pages, merged.

    Attributes:
        keys: of each page, that of its analysis: all that it says.
        acronyms: of each page, what its texts define.
        index: all of them.
    """

    keys: Sequence[str]
    acronyms: Sequence[Sequence[Defined]]
    index: Merged


class Pages:
    """What was known of pages, and what is found anew.

    Args:
        store: what was analysed and merged before; left open.
        analyser: cuts the texts that are not known yet.
    """

    def __init__(self, store: Store, analyser: Analyser) -> None:
        self._store, self._analyser, self._acronyms = store, analyser, Acronyms(analyser)
        self._new: dict[str, Analysed] = {}

    def indexed(self, pages: Sequence[Page]) -> Indexed:
        """The index of pages, in their order."""
        keys, whole = [key_of("analysis", texts_of(page)).decode() for page in pages], key_of("merged")
        last = self._store.get(whole, _indexed, last=True)
        if last is not None and last.keys == keys:
            for key in (whole, *map(str.encode, keys)):
                self._store.keep(key)
            return last
        found = (last and self._changed(last, keys, pages)) or self._merged(keys, pages)
        self._store.put(whole, [found.keys, found.acronyms, found.index.kept])
        return found

    def _merged(self, keys: Sequence[str], pages: Sequence[Page]) -> Indexed:
        from plugins.search.index import merge  # lunr with it, which a build that changes some pages does not pay

        every = [self._analysed(key, page) for key, page in zip(keys, pages, strict=True)]
        return Indexed(keys, [one.acronyms for one in every], merge([one.documents for one in every]))

    def _changed(self, last: Indexed, keys: Sequence[str], pages: Sequence[Page]) -> Indexed | None:
        """The last index with some pages changed; None when pages came, went, moved, or have not as many sections as before."""
        if len(last.keys) != len(keys):
            return None
        new = [rank for rank, (before, now) in enumerate(zip(last.keys, keys, strict=True)) if before != now]
        if len(new) * _FEW > len(keys):
            return None
        acronyms, changes = list(last.acronyms), list[Change]()
        for rank in new:
            before = self._store.get(last.keys[rank].encode(), _analysed, last=last.keys[rank] not in keys)
            now = self._analysed(keys[rank], pages[rank])
            if before is None or len(before.documents) != len(now.documents):
                return None
            acronyms[rank] = now.acronyms
            changes.append(Change(rank, before.documents, now.documents))
        for key in keys:
            self._store.keep(key.encode())
        return Indexed(keys, acronyms, changed(last.index, changes))

    def _analysed(self, key: str, page: Page) -> Analysed:
        found = self._new.get(key) or self._store.get(key.encode(), _analysed)
        if found is None:
            defined = tuple(one for section in page.sections for one in self._acronyms.read(section.text))
            found = Analysed(tuple(documents_of(page, self._analyser)), defined)
            documents = [[one.section, one.fields, sorted(one.surfaces), sorted(one.named)] for one in found.documents]
            self._store.put(key.encode(), [documents, found.acronyms])
            self._new[key] = found
        return found


def texts_of(page: Page) -> str:
    """Every text of a page that is analysed."""
    return json.dumps(
        [
            page.title,
            page.names,
            page.spoken,
            page.summary,
            [[part.heading, part.text, part.names, part.spoken] for part in page.sections],
        ]
    )


def _indexed(kept: Any) -> Indexed:
    keys, acronyms, index = kept
    return Indexed(keys, [_defined(some) for some in acronyms], Merged.of(index))


def _analysed(kept: Any) -> Analysed:
    documents, acronyms = kept
    return Analysed(tuple(map(_document, documents)), tuple(_defined(acronyms)))


def _defined(kept: Any) -> list[Defined]:
    return [(short, tuple(stems)) for short, stems in kept]


def _document(given: list[Any]) -> Document:
    """One document of a line."""
    section, fields, surfaces, named = given
    return Document(0, section, fields, set(surfaces), set(named))
