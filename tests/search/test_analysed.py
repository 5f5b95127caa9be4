"""The analysis kept from one build to the next: it saves time, and changes nothing."""

import random
from dataclasses import replace

import pytest

from plugins.cache.store import Store
from plugins.search import analysed as room
from plugins.search import index as merging
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


def edited(pages, chance):
    """Pages of which one or two say something else, sometimes in one section more or less, with words of other pages."""
    words = " ".join(part.text for page in PAGES for part in page.sections).split()
    pages = list(pages)
    for rank in chance.sample(range(len(pages)), chance.randint(1, 2)):
        page, some = pages[rank], " ".join(chance.sample(words, chance.randint(0, 12)))
        first, *others = page.sections
        pages[rank] = chance.choice(
            (
                replace(page, sections=(replace(first, text=some), *others)),
                replace(
                    page, sections=(*page.sections[:-1], replace(page.sections[-1], text=f"{page.sections[-1].text} {some}"))
                ),
                replace(page, title=some.capitalize() or "Rien", names=tuple(chance.sample(words, chance.randint(0, 3)))),
                replace(page, spoken=tuple(chance.sample(words, 2)), summary=some),
                replace(page, sections=(*page.sections, Section("plus", "Plus", some))),
                replace(page, sections=page.sections[: max(1, len(page.sections) - 1)]),
            )
        )
    return pages


def test_an_index_that_follows_two_hundred_edits_is_the_one_made_from_nothing(tmp_path):
    chance, pages = random.Random(20), [*PAGES, *(replace(page, url=f"{rank}/{page.url}") for rank in range(2) for page in PAGES)]
    for edit in range(200):
        pages = edited(pages, chance)
        assert kept(tmp_path / "cache", pages) == index_files(pages, PAIRS), f"edit {edit}"


def test_a_page_with_as_many_sections_as_before_takes_its_own_place_alone(tmp_path, monkeypatch):
    kept(tmp_path / "cache", PAGES)
    merges = []
    own = merging.merge
    monkeypatch.setattr(merging, "merge", lambda pages: merges.append(1) or own(pages))
    pages = [replace(PAGES[0], summary="Autre chose, qui compte."), *PAGES[1:]]
    found = kept(tmp_path / "cache", pages)
    assert merges == []
    assert found == index_files(pages, PAIRS)
    assert merges == [1]


def test_a_merged_index_that_is_damaged_is_merged_again(tmp_path):
    cache = tmp_path / "cache"
    kept(cache, PAGES)
    longest = max(cache.read_bytes().splitlines(keepends=True), key=len)
    cache.write_bytes(cache.read_bytes().replace(longest, longest.replace(b"accueil", b"ailleur", 1)))
    pages = [replace(PAGES[0], summary="Autre."), *PAGES[1:]]
    store = Store(cache)
    assert index_files(pages, PAIRS, store=store) == index_files(pages, PAIRS)
    assert [str(one).count("abîmé") for one in store.close()] == [1]
