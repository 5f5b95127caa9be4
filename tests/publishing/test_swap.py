"""A published folder is replaced at once or not at all, and never with what somebody else put into it."""

import errno
import os
from pathlib import Path

import pytest

from plugins.publishing import exchange
from plugins.publishing.command import erase
from plugins.publishing.marks import MARK, Product
from plugins.publishing.swap import aside, check_target, put_back
from tests.publishing.folders import PAGES, files, names, publish, write


def test_a_published_folder_is_replaced_whole(tmp_path: Path, way: str) -> None:
    (tmp_path / "site").mkdir()
    for pages in ({"un.html": "1", "a/b.html": "2"}, {"deux.html": "3"}, PAGES):
        publish(tmp_path / "site", pages)
        assert files(tmp_path / "site") == pages
    assert names(tmp_path) == ["site"]
    assert names(tmp_path / "site") == [MARK, "acteurs", "index.html"]


def test_a_page_may_become_a_folder_and_a_folder_a_page(tmp_path: Path, way: str) -> None:
    (tmp_path / "site").mkdir()
    for pages in ({"a": "1", "b/c": "2"}, {"a/b": "3", "b": "4"}):
        publish(tmp_path / "site", pages)
        assert files(tmp_path / "site") == pages


def test_what_somebody_put_into_the_folder_stays_and_is_told(tmp_path: Path, way: str) -> None:
    site = tmp_path / "site"
    site.mkdir()
    publish(site, {"index.html": "1", "vieux/index.html": "2"})
    mine = dict.fromkeys(("MES-NOTES.txt", "vieux/photo.jpg", ".git/objects/aa", ".git/HEAD"), "précieux")
    write(site, mine)
    (site / "lien").symlink_to(tmp_path)
    (site / "vide").mkdir()
    for _ in range(2):
        told = publish(site, {"index.html": "3"})
        assert files(site) == {"index.html": "3"} | mine
        assert (site / "lien").is_symlink()
        assert (site / "vide").is_dir()
        kept = [line.removeprefix(f"{site}/").partition(":")[0] for line in told if "gardé" in line]
        assert kept == [".git/", "MES-NOTES.txt", "lien", "vide/", "vieux/"]


def test_a_file_of_somebody_else_where_a_page_goes_is_refused_by_its_name(tmp_path: Path, way: str) -> None:
    site = tmp_path / "site"
    site.mkdir()
    publish(site, {"index.html": "1"})
    write(site, {"acteurs": "à moi", "404.html": "la mienne"})
    (site / "besoins.html/dedans").mkdir(parents=True)
    before = files(site)
    told = publish(site, {"acteurs/caf.html": "2", "besoins.html": "3", "404.html": "4"})
    assert [line.partition(":")[0] for line in told] == [
        f"{site}/{name}" for name in ("404.html", "acteurs", "besoins.html/dedans/")
    ]
    assert all("le déplacer" in line for line in told)
    assert files(site) == before
    assert names(tmp_path) == ["site"]


def test_a_disk_without_links_keeps_copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    publish(tmp_path / "site", PAGES)
    write(tmp_path / "site", {"notes.txt": "à moi"})
    monkeypatch.setattr(os, "link", refuse)
    publish(tmp_path / "site", PAGES)
    assert files(tmp_path / "site") == PAGES | {"notes.txt": "à moi"}


def test_a_build_that_is_not_published_leaves_no_trace(tmp_path: Path, way: str) -> None:
    write(tmp_path, {"site/old.html": "old"})
    with aside(tmp_path / "site", Product.SITE) as work:
        write(work.folder, {"new.html": "new"})
    with pytest.raises(OSError, match="full"), aside(tmp_path / "loin/de/tout", Product.SITE):
        raise OSError(errno.ENOSPC, "full")
    assert names(tmp_path) == ["site"]
    assert names(tmp_path / "site") == ["old.html"]


def test_a_rename_that_fails_brings_the_published_folder_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(tmp_path / "site", PAGES)
    monkeypatch.setattr(exchange, "exchange", lambda one, other: False)
    rename = Path.rename

    def full(path: Path, target: Path) -> Path:
        if path.name == ".site.neuf":
            raise OSError(errno.ENOSPC, "full", str(path))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", full)
    with pytest.raises(OSError, match="full"):
        publish(tmp_path / "site", {"index.html": "nouveau"})
    assert files(tmp_path / "site") == PAGES
    assert names(tmp_path) == ["site"]


def test_the_only_copy_of_a_site_is_never_tidied_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(tmp_path / "site", PAGES)
    rename = Path.rename

    def stuck(path: Path, target: Path) -> Path:
        if path.name == "site":
            return rename(path, target)
        raise OSError(errno.EIO, "stuck", str(path))

    with monkeypatch.context() as patched:
        patched.setattr(exchange, "exchange", lambda one, other: False)
        patched.setattr(Path, "rename", stuck)
        with pytest.raises(OSError, match="stuck"):
            publish(tmp_path / "site", {"index.html": "nouveau"})
    put_back(tmp_path / "site")
    assert files(tmp_path / "site") == PAGES


@pytest.mark.parametrize("number", [errno.EBUSY, errno.EXDEV], ids=["a mount point that looks like a folder", "another disk"])
def test_a_folder_that_cannot_be_renamed_is_filled_file_by_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    publish(tmp_path / "site", PAGES)
    write(tmp_path / "site", {"notes.txt": "à moi"})

    def refuse(*_: object) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(exchange, "exchange", lambda one, other: False)
    monkeypatch.setattr(Path, "rename", refuse)
    told = publish(tmp_path / "site", {"index.html": "nouveau"})
    assert "point de montage" in told[-1]
    assert files(tmp_path / "site") == {"index.html": "nouveau", "notes.txt": "à moi"}
    assert names(tmp_path) == ["site"]


def test_a_folder_whose_parent_is_closed_is_filled_from_within(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(tmp_path / "site", PAGES)
    mkdir = Path.mkdir

    def closed(path: Path, *arguments: object, **named: object) -> None:
        if path.parent == tmp_path:
            raise PermissionError(errno.EACCES, "closed", str(path))
        mkdir(path, *arguments, **named)

    monkeypatch.setattr(Path, "mkdir", closed)
    publish(tmp_path / "site", {"index.html": "nouveau"})
    assert files(tmp_path / "site") == {"index.html": "nouveau"}
    with pytest.raises(PermissionError):
        publish(tmp_path / "autre", PAGES)


def test_a_symbolic_link_to_the_published_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "real")
    publish(tmp_path / "site", PAGES)
    assert (tmp_path / "site").is_symlink()
    assert files(tmp_path / "real") == PAGES


def test_rights_do_not_follow_the_umask(tmp_path: Path, way: str) -> None:
    (tmp_path / "a/site").mkdir(parents=True)
    before = os.umask(0o077)
    try:
        for target in (tmp_path / "a/site", tmp_path / "b/c/site"):
            publish(target, PAGES)
            write(target, {"notes.txt": "à moi"})
            publish(target, PAGES | {"neuf/index.html": "x"})
    finally:
        os.umask(before)
    for folder in ("a/site", "b", "b/c", "b/c/site"):
        assert (tmp_path / folder).stat().st_mode & 0o777 == 0o755, folder
    for path in (tmp_path / "a/site").rglob("*"):
        rights = 0o600 if path.name == "notes.txt" else 0o755 if path.is_dir() else 0o644
        assert path.stat().st_mode & 0o777 == rights, path


@pytest.mark.parametrize(
    ("output", "message"),
    [
        pytest.param("project/content", "effacerait les sources", id="the content itself"),
        pytest.param("project/content/site", "effacerait les sources", id="inside the content"),
        pytest.param("project", "effacerait les sources", id="the project"),
        pytest.param(".", "effacerait les sources", id="around the project"),
        pytest.param("other", "contient autre chose", id="somebody else's folder"),
        pytest.param("other/file.txt", "c'est un fichier", id="a file"),
        pytest.param("loop", "mène à lui-même", id="a link to itself"),
        pytest.param("loop/site", "mène à lui-même", id="behind a link to itself"),
    ],
)
@pytest.mark.parametrize("product", Product)
def test_a_folder_that_is_not_ours_is_never_replaced(tmp_path: Path, output: str, message: str, product: Product) -> None:
    project = tmp_path / "project"
    write(tmp_path, {"other/file.txt": "mine", "project/content/x.md": "x"})
    (tmp_path / "loop").symlink_to("loop")
    found = list(check_target(tmp_path / output, product, project / "content", [project]))
    assert [message in d.message for d in found] == [True]


@pytest.mark.parametrize("asked", Product)
@pytest.mark.parametrize("made", Product)
def test_a_verb_replaces_only_a_folder_of_its_own_kind(tmp_path: Path, asked: Product, made: Product) -> None:
    publish(tmp_path / "there", PAGES, made)
    told = [one.message for one in check_target(tmp_path / "there", asked, tmp_path / "content")]
    what = f"c'est {made.what}, écrit par « inv {made.verb} », et non {asked.what} — choisir un autre dossier pour --output"
    assert told == ([] if asked is made else [what])


def test_a_new_and_an_empty_folder_are_good_targets_and_so_is_a_new_disk(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "disk/lost+found").mkdir(parents=True)
    for name in ("new", "empty", "disk"):
        assert list(check_target(tmp_path / name, Product.SITE, tmp_path / "content")) == []


def test_what_was_published_is_erased_and_the_rest_is_kept_and_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    published = [tmp_path / name for name in ("site", "cle", "jamais")]
    for folder in published[:2]:
        publish(folder, PAGES)
    write(tmp_path / "site", {"MES-NOTES.txt": "à moi", "acteurs/caf/photo.jpg": "à moi"})
    write(tmp_path, {"autre/notes.txt": "à moi"})
    erase(*published, tmp_path / "autre")
    assert names(tmp_path) == ["autre", "site"]
    assert files(tmp_path / "site") == {"MES-NOTES.txt": "à moi", "acteurs/caf/photo.jpg": "à moi"}
    assert files(tmp_path / "autre") == {"notes.txt": "à moi"}
    told = capsys.readouterr().err
    assert "MES-NOTES.txt: avertissement : aucun verbe ne l'a écrit : gardé" in told
    assert list(check_target(tmp_path / "site", Product.SITE, tmp_path / "contenu")) == []
