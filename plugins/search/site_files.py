"""The site's content and its bodies → the files of the search: its index, and the description for browsers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from plugins.cache.store import Store
from plugins.model.built_page import Findable
from plugins.model.content import Content
from plugins.search import opensearch
from plugins.search.files import FOLDER, index_files
from plugins.search.needs import needs_told
from plugins.search.sections import Section
from plugins.search.site_pages import acronym_pairs, as_shown, site_pages


@dataclass(frozen=True)
class SearchFiles:
    """What is written.

    Attributes:
        addresses: under the site's root, for templates: `entree`, the index, and `description`, for browsers.
        contents: path under the site's root → text.
    """

    addresses: Mapping[str, str]
    contents: Mapping[str, str]


def search_files(
    content: Content,
    bodies: Mapping[str, Sequence[Section]],
    others: Iterable[Findable],
    *,
    french: str = "",
    budget: int,
    store: Store,
) -> SearchFiles:
    """Index every page.

    Args:
        content: names of persons masked.
        bodies: their sections, by page key.
        others: what other rooms build, as they tell of it.
        french: folder of the theme's list of French words, under the site's root.
        budget: bytes, compressed, above which the index is cut into pieces.
        store: keeps the analysis of each page from one build to the next.
    """
    pages = [as_shown(page) for page in site_pages(content, bodies, others)]
    told = tuple(needs_told(content, bodies))
    files = index_files(pages, acronym_pairs(content), told, french=french, budget=budget, store=store)
    addresses = {"entree": f"{FOLDER}/{files.entry}", "description": opensearch.FILE}
    return SearchFiles(addresses, {f"{FOLDER}/{name}": text for name, text in files.contents.items()})
