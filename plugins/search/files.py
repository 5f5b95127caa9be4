"""Pages come in, the files of their search index go out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from plugins.cache.store import Store
from plugins.search.acronyms import acronyms, declared
from plugins.search.analysed import Pages
from plugins.search.analysis import Analyser
from plugins.search.documents import Page
from plugins.search.needs import kept_pieces
from plugins.search.pieces import pieces
from plugins.search.postings import dump
from plugins.search.transport import FOLDER, WHOLE_BUDGET, Files, pack
from plugins.search.weighing import Told


def index_files(
    pages: Sequence[Page],
    pairs: Iterable[tuple[str, str]] = (),
    told: Sequence[Told] = (),
    *,
    moments: Mapping[str, Any] | None = None,
    french: str = "",
    budget: int = WHOLE_BUDGET,
    store: Store | None = None,
) -> Files:
    """The index of `pages`.

    Args:
        pages: what is searched.
        pairs: (acronym, expansion) known from elsewhere, such as a glossary.
        told: what the needs among these pages say of themselves, for the questions of people who know no page's words.
        moments: the piece of what can be asked in time, if anything can.
        french: folder of the list of French words, under the site's root; without one, no word is known to be French.
        budget: bytes, compressed, above which the index is cut into pieces.
        store: the analysis of pages and needs that were known before, if some is kept; left open.
    """
    analyser, store = Analyser(), store or Store(None)
    found = Pages(store, analyser).indexed(pages)
    defined = [one for page in found.acronyms for one in page]
    known = [pair for page in pages for pair in declared(page.acronym, page.title, page.names)]
    manifest, texts = pieces(found.index, pages, acronyms([*known, *pairs], defined, analyser))
    manifest["besoins"], more = kept_pieces(told, [page.url for page in pages], analyser, store)
    manifest["francais"] = french
    if moments is not None:
        more["temps"] = dump(moments)
    return pack(manifest, {**texts, **more}, budget=budget)


def write(files: Files, output: Path) -> None:
    """Writes the files under the site's output folder."""
    for name, text in files.contents.items():
        path = output / FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
