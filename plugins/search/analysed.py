"""Pages come in, their analysis goes out; a page that did not change since the last build is not analysed again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from plugins.cache.store import Store, key_of
from plugins.search.acronyms import Acronyms
from plugins.search.analysis import Analyser
from plugins.search.documents import Document, Page, documents_of


@dataclass(frozen=True)
class Analysed:
    """What the index needs of one page: its documents, and the acronyms that its texts define (with stems)."""

    documents: tuple[Document, ...]
    acronyms: tuple[tuple[str, tuple[str, ...]], ...]


def analysed(pages: Iterable[Page], store: Store, analyser: Analyser) -> Iterator[Analysed]:
    """The analysis of each page, in order.

    Args:
        pages: what is searched.
        store: what was analysed before; left open.
        analyser: cuts the texts that are not known yet.
    """
    acronyms = Acronyms(analyser)
    for rank, page in enumerate(pages):
        key = key_of("analysis", texts_of(page))
        found = store.get(key, _analysed)
        if found is None:
            defined = tuple(one for section in page.sections for one in acronyms.read(section.text))
            found = Analysed(tuple(documents_of(page, analyser)), defined)
            documents = [[one.section, one.fields, sorted(one.surfaces), sorted(one.named)] for one in found.documents]
            store.put(key, [documents, found.acronyms])
        for document in found.documents:
            document.page = rank
        yield found


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


def _analysed(kept: Any) -> Analysed:
    documents, acronyms = kept
    return Analysed(tuple(map(_document, documents)), tuple((short, tuple(stems)) for short, stems in acronyms))


def _document(given: list[Any]) -> Document:
    """One document of a line."""
    section, fields, surfaces, named = given
    return Document(0, section, fields, set(surfaces), set(named))
