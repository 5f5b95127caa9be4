"""The folder to carry away: what is in it, and what it never replaces."""

import errno
import shutil
from pathlib import Path

import pytest

from plugins.offline.carrying import READ_ME, carry
from plugins.offline.command import refused, run
from plugins.offline.installing import MANIFEST, manifest
from plugins.publishing.marks import MARK


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "acteurs/cgt").mkdir(parents=True)
    (folder / "index.html").write_text('<a href="acteurs/cgt/">CGT</a>', encoding="utf-8")
    (folder / "acteurs/cgt/index.html").write_text('<a href="../../">Accueil</a>', encoding="utf-8")
    (folder / MANIFEST).write_text(manifest("Alliance des Marais", "Marais", "", (), "#ffffff"), encoding="utf-8")
    for name in ("404.html", "_headers", "service-worker.js"):
        (folder / name).write_text("x", encoding="utf-8")
    (folder / "donnees.json").write_bytes(b"\x00\xff")
    return folder


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_the_folder_holds_the_pages_and_says_how_to_open_them(site: Path, tmp_path: Path) -> None:
    (tmp_path / "cle").mkdir()
    assert carry(site, tmp_path / "cle") == 2
    assert files(tmp_path / "cle") == {"index.html", "acteurs/cgt/index.html", "donnees.json", READ_ME}
    assert 'href="acteurs/cgt/index.html"' in (tmp_path / "cle/index.html").read_text("utf-8")
    told = (tmp_path / "cle" / READ_ME).read_text("utf-8")
    assert told.startswith("Alliance des Marais\n"), "the name of the site, as it was built"
    assert "index.html" in told
    assert (tmp_path / "cle/donnees.json").read_bytes() == b"\x00\xff"


def test_writing_again_replaces_what_was_written_and_leaves_nothing_aside(site: Path, tmp_path: Path) -> None:
    assert run(str(site), str(tmp_path / "cle")) == 0
    (site / "acteurs/cgt/index.html").unlink()
    assert refused(str(tmp_path / "cle"), str(tmp_path / "contenu"), tmp_path / "projet") == 0
    assert run(str(site), str(tmp_path / "cle")) == 0
    assert files(tmp_path / "cle") == {"index.html", "donnees.json", READ_ME, MARK}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cle", "site"]


@pytest.mark.parametrize("there", [True, False], ids=["with an old copy", "without"])
def test_a_key_without_room_keeps_its_old_copy_and_nothing_else(
    site: Path, tmp_path: Path, there: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    key = tmp_path / "cle/dossier"
    if there:
        run(str(site), str(key))
    before = files(tmp_path)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full)
    capsys.readouterr()
    assert run(str(site), str(key)) == 1
    assert "plus de place" in capsys.readouterr().err
    assert files(tmp_path) == before
    assert (tmp_path / "cle").exists() is there


@pytest.mark.parametrize(
    "place", ["photos", "contenu/cle", "projet", "."], ids=["of others", "in the content", "the code", "around it"]
)
def test_a_folder_that_is_not_ours_is_refused_with_one_sentence(
    tmp_path: Path, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos/vacances.jpg").write_bytes(b"x")
    assert refused(str(tmp_path / place), str(tmp_path / "contenu"), tmp_path / "projet") == 1
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "en choisir un autre" in told or "choisir un autre dossier" in told
