"""The analysis kept from one build to the next: it saves time, and changes nothing."""

from dataclasses import replace

import pytest

from plugins.cache.store import Store
from plugins.search import analysed as room
from plugins.search.files import index_files
from plugins.search.sections import Section
from tests.search.corpus import PAGES, PAIRS

COLD = index_files(PAGES, PAIRS)


def kept(path, pages):
    """The index of pages, made with what a file kept, which then keeps theirs."""
    store = Store(path)
    found = index_files(pages, PAIRS, store=store)
    assert store.close() == []
    return found


@pytest.fixture
def analysed_pages(monkeypatch):
    """The titles of the pages that were analysed, as they come."""
    seen = []
    own = room.documents_of

    def watched(page, analyser):
        seen.append(page.title)
        return own(page, analyser)

    monkeypatch.setattr(room, "documents_of", watched)
    return seen


def test_a_page_that_did_not_change_is_not_analysed_again(tmp_path, analysed_pages):
    cache = tmp_path / "new" / "cache"
    assert kept(cache, PAGES) == COLD
    assert analysed_pages == [page.title for page in PAGES]
    analysed_pages.clear()
    assert kept(cache, PAGES) == COLD
    assert analysed_pages == []


CHANGES = {
    "titre": {"title": "Bureau"},
    "nom": {"names": ("Guichet",)},
    "résumé": {"summary": "Autre."},
    "texte": {"sections": (Section("", "", "Ailleurs (AIL)."),)},
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_only_the_page_that_changed_is_analysed_again(tmp_path, analysed_pages, change):
    kept(tmp_path / "cache", PAGES)
    pages = [replace(PAGES[0], **change), *PAGES[1:]]
    analysed_pages.clear()
    found = kept(tmp_path / "cache", pages)
    assert analysed_pages == [pages[0].title]
    assert found == index_files(pages, PAIRS)


def test_pages_that_move_are_numbered_anew(tmp_path, analysed_pages):
    kept(tmp_path / "cache", PAGES)
    analysed_pages.clear()
    moved = PAGES[::-1][1:]
    assert kept(tmp_path / "cache", moved) == index_files(moved, PAIRS)
    assert analysed_pages == [page.title for page in moved]  # those of the index without a cache
