"""The site's content and its bodies → the files of the search: its index, and the description for browsers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from plugins.cache.digests import Digests
from plugins.cache.store import Store, key_of
from plugins.diagnostics import Diagnostic
from plugins.model.built_page import Findable, Moment
from plugins.model.content import Content
from plugins.search import opensearch
from plugins.search.moments import moments_piece
from plugins.search.needs import needs_told
from plugins.search.sections import Section
from plugins.search.site_pages import acronym_pairs, as_shown, site_pages
from plugins.search.transport import ENTRY, FOLDER, Files

# Under the site's root, for templates: the index, and the description for browsers.
ADDRESSES = {"entry": f"{FOLDER}/{ENTRY}", "description": opensearch.FILE}


@dataclass(frozen=True)
class SearchFiles:
    """What is written.

    Attributes:
        contents: path under the site's root → text.
        diagnostics: of what was to be kept for the next build.
    """

    contents: Mapping[str, str]
    diagnostics: tuple[Diagnostic, ...]


def search_files(
    content: Content,
    bodies: Mapping[str, Sequence[Section]],
    others: Iterable[Findable],
    moments: Iterable[Moment],
    *,
    french: str = "",
    budget: int,
    store: Callable[[str], Store],
) -> SearchFiles:
    """Index every page.

    Args:
        content: names of persons masked.
        bodies: their sections, by page key.
        others: what other rooms build, as they tell of it.
        moments: when what these pages tell was, and how far it is.
        french: folder of the theme's list of French words, under the site's root.
        budget: bytes, compressed, above which the index is cut into pieces.
        store: what is kept from one build to the next under a name: the whole index, and the analysis of each page, which
            is not even looked at when nothing changed.
    """
    pages = [as_shown(page) for page in site_pages(content, bodies, others)]
    told = tuple(needs_told(content, bodies))
    pairs, whole, found = tuple(acronym_pairs(content)), store("index"), list[Diagnostic]()
    times = moments_piece(moments, pages)
    key = key_of("index", Digests({}).of([pages, told, pairs, times, french, budget]))
    files = whole.get(key, lambda kept: Files(**kept))
    if files is None:
        from plugins.search.files import index_files  # lunr with it, for which a build of a known index does not pay

        analyses = store("search")
        files = index_files(pages, pairs, told, moments=times, french=french, budget=budget, store=analyses)
        found += analyses.close()
        whole.put(key, {"entry": files.entry, "contents": files.contents, "whole": files.whole, "compressed": files.compressed})
    found += whole.close()
    return SearchFiles({f"{FOLDER}/{name}": text for name, text in files.contents.items()}, tuple(found))
