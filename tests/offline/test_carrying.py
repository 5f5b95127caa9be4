"""The folder to carry away: what is in it, and what it never replaces."""

from pathlib import Path

import pytest

from plugins.offline.carrying import MARK, READ_ME, carry, check_folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "acteurs/cgt").mkdir(parents=True)
    (folder / "index.html").write_text('<a href="acteurs/cgt/">CGT</a>', encoding="utf-8")
    (folder / "acteurs/cgt/index.html").write_text('<a href="../../">Accueil</a>', encoding="utf-8")
    for name in ("404.html", "_headers", "service-worker.js", "manifest.webmanifest"):
        (folder / name).write_text("x", encoding="utf-8")
    (folder / "donnees.json").write_bytes(b"\x00\xff")
    return folder


def test_the_folder_holds_the_pages_and_says_how_to_open_them(site: Path, tmp_path: Path) -> None:
    assert carry(site, tmp_path / "cle", "Un site") == 2
    names = {path.relative_to(tmp_path / "cle").as_posix() for path in (tmp_path / "cle").rglob("*") if path.is_file()}
    assert names == {"index.html", "acteurs/cgt/index.html", "donnees.json", READ_ME, MARK}
    assert 'href="acteurs/cgt/index.html"' in (tmp_path / "cle/index.html").read_text("utf-8")
    assert "index.html" in (tmp_path / "cle" / READ_ME).read_text("utf-8")
    assert (tmp_path / "cle/donnees.json").read_bytes() == b"\x00\xff"


def test_writing_again_replaces_what_was_written_and_leaves_nothing_aside(site: Path, tmp_path: Path) -> None:
    carry(site, tmp_path / "cle", "Un site")
    (site / "acteurs/cgt/index.html").unlink()
    assert list(check_folder(tmp_path / "cle", site)) == []
    assert carry(site, tmp_path / "cle", "Un site") == 1
    assert not (tmp_path / "cle/acteurs").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cle", "site"]


@pytest.mark.parametrize("place", ["photos", "site", "site/dedans", "."], ids=["of others", "the site", "in it", "around it"])
def test_a_folder_that_is_not_ours_is_refused_with_one_sentence(site: Path, tmp_path: Path, place: str) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos/vacances.jpg").write_bytes(b"x")
    (found,) = check_folder(tmp_path / place, site)
    assert "choisir un autre" in found.message or "en choisir un autre" in found.message


def test_a_file_is_no_folder(site: Path, tmp_path: Path) -> None:
    (tmp_path / "fichier").write_text("x", encoding="utf-8")
    (found,) = check_folder(tmp_path / "fichier", site)
    assert "c'est un fichier" in found.message
