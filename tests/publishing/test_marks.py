"""A mark says what a folder is and which of its files are ours."""

import os
from pathlib import Path

import pytest

from plugins.publishing.marks import MARK, Product, clashes, foreign, outermost, read
from tests.publishing.folders import publish, write


@pytest.mark.parametrize(
    ("text", "product"),
    [
        pytest.param("Dossier produit par « inv build » : il est remplacé à chaque construction.\n", Product.SITE, id="a site"),
        pytest.param("Dossier produit par « inv usb » : il est remplacé à chaque fois.\n", Product.KEY, id="a key"),
        pytest.param("rien de connu", None, id="of another program"),
        pytest.param("« inv serve »", None, id="of a verb that publishes nothing"),
        pytest.param("", None, id="empty"),
    ],
)
def test_a_mark_without_a_list_says_what_the_folder_is(tmp_path: Path, text: str, product: Product | None) -> None:
    write(tmp_path, {MARK: text, "index.html": "x"})
    mark = read(tmp_path)
    assert (mark.product if mark else None) is product
    assert foreign(tmp_path) == ([] if product else ["index.html"])


def test_what_a_host_asks_for_is_nobody_elses_even_when_the_mark_has_no_list(tmp_path: Path) -> None:
    write(tmp_path, {MARK: "Dossier produit par « inv build »\n", "index.html": "x", "CNAME": "exemple.fr", ".git/HEAD": "x"})
    assert foreign(tmp_path) == [".git/HEAD", "CNAME"]


def test_names_of_files_are_kept_whatever_their_signs(tmp_path: Path) -> None:
    pages = dict.fromkeys(("été.html", "deux\nlignes.txt", "50 %.txt", os.fsdecode(b"latin-\xe9.txt"), "a\\b"), "x")
    publish(tmp_path / "site", pages)
    assert publish(tmp_path / "site", pages) == []
    mark = read(tmp_path / "site")
    assert mark is not None
    assert mark.files == frozenset(pages)


def test_a_folder_that_holds_nothing_of_ours_says_so(tmp_path: Path) -> None:
    publish(tmp_path / "site", {}, Product.SHEETS)
    write(tmp_path / "site", {"notes.txt": "à moi"})
    assert foreign(tmp_path / "site") == ["notes.txt"]


def test_a_folder_that_was_replaced_alone_says_what_it_holds_and_the_mark_above_asks_it(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, {"index.html": "tous", "un comité/vieux.html": "un"}, parts=["un comité"])
    publish(site / "un comité", {"neuf.html": "un"})
    write(site, {"un comité/notes.txt": "à moi", "comité/notes.txt": "à moi"})
    mark = read(site)
    assert mark is not None
    assert mark.files == {"index.html", f"un comité/{MARK}", "un comité/neuf.html"}
    assert foreign(site) == ["comité/notes.txt", "un comité/notes.txt"]


def test_names_clash_when_one_is_the_other_or_its_folder() -> None:
    written = ["a/b.html", "index.html"]
    assert clashes(["a/b.html", "a", "index.html/x", "a/c.html", "b", "index.htm"], written) == ["a/b.html", "a", "index.html/x"]


def test_a_folder_that_holds_nothing_of_ours_is_named_once() -> None:
    kept = [".git/HEAD", ".git/objects/aa", "acteurs/photo.jpg", "acteurs/caf/vues/1.jpg", "acteurs/caf/vues/2.jpg", "vide/"]
    expected = [".git/", "acteurs/photo.jpg", "acteurs/caf/vues/", "vide/"]
    assert outermost(kept, ["acteurs/caf/index.html"]) == expected
