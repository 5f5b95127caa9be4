"""The analysis kept from one build to the next: it saves time, and changes nothing."""

from dataclasses import replace

import pytest

from plugins.search import analysed as room
from plugins.search.files import index_files
from plugins.search.sections import Section
from tests.search.corpus import PAGES, PAIRS

COLD = index_files(PAGES, PAIRS)


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
    assert index_files(PAGES, PAIRS, cache=cache) == COLD
    assert analysed_pages == [page.title for page in PAGES]
    analysed_pages.clear()
    assert index_files(PAGES, PAIRS, cache=cache) == COLD
    assert analysed_pages == []


CHANGES = {
    "titre": {"title": "Bureau"},
    "nom": {"names": ("Guichet",)},
    "résumé": {"summary": "Autre."},
    "texte": {"sections": (Section("", "", "Ailleurs (AIL)."),)},
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_only_the_page_that_changed_is_analysed_again(tmp_path, analysed_pages, change):
    index_files(PAGES, PAIRS, cache=tmp_path / "cache")
    pages = [replace(PAGES[0], **change), *PAGES[1:]]
    analysed_pages.clear()
    found = index_files(pages, PAIRS, cache=tmp_path / "cache")
    assert analysed_pages == [pages[0].title]
    assert found == index_files(pages, PAIRS)


def test_pages_that_move_are_numbered_anew(tmp_path, analysed_pages):
    index_files(PAGES, PAIRS, cache=tmp_path / "cache")
    analysed_pages.clear()
    moved = PAGES[::-1][1:]
    assert index_files(moved, PAIRS, cache=tmp_path / "cache") == index_files(moved, PAIRS)
    assert analysed_pages == [page.title for page in moved]  # those of the index without a cache


DAMAGES = {
    "vide": lambda data: b"",
    "tronqué": lambda data: data[: len(data) * 2 // 3],
    "du bruit": lambda data: bytes(range(256)) * 40,
    "un caractère changé à chaque ligne": lambda data: data.replace(b'"emploi"', b'"emplois"').replace(b"[0,", b"[7,"),
    "sans somme de contrôle": lambda data: b"\n".join(b" ".join(line.split(b" ")[::2]) for line in data.split(b"\n")),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_cache_changes_nothing_and_is_mended(tmp_path, analysed_pages, damage):
    cache = tmp_path / "cache"
    index_files(PAGES, PAIRS, cache=cache)
    sound = cache.read_bytes()
    cache.write_bytes(damage(sound))
    analysed_pages.clear()
    assert index_files(PAGES, PAIRS, cache=cache) == COLD
    assert analysed_pages
    assert cache.read_bytes() == sound
    assert [path.name for path in tmp_path.iterdir()] == ["cache"]


def test_another_analyser_or_another_unicode_starts_anew(tmp_path, analysed_pages, monkeypatch):
    cache = tmp_path / "cache"
    index_files(PAGES, PAIRS, cache=cache)
    analysed_pages.clear()
    monkeypatch.setattr(room, "fingerprint_of_sources", lambda: b"another")
    assert index_files(PAGES, PAIRS, cache=cache) == COLD
    assert len(analysed_pages) == len(PAGES)


def test_a_place_where_nothing_can_be_written_stops_nothing(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert index_files(PAGES, PAIRS, cache=tmp_path / "file" / "cache") == COLD
    (tmp_path / "folder").mkdir()
    assert index_files(PAGES, PAIRS, cache=tmp_path / "folder") == COLD
    assert list(tmp_path.glob(".folder-*")) == []
