"""What was published before comes back at once, and nothing of somebody else is lost on the way."""

from pathlib import Path

import pytest

from plugins.publishing.command import roll_back
from plugins.publishing.marks import MARK, Product
from plugins.publishing.swap import aside
from plugins.text.output import Output
from tests.publishing.folders import files, names, write


def publish(site: Path, pages: dict[str, str], *, kept: bool = True) -> None:
    with aside(site, Product.SITE, kept=kept) as work:
        write(work.folder, pages)
        work.publish()


def test_the_publication_before_comes_back_and_goes_again(tmp_path: Path, way: str) -> None:
    site = tmp_path / "site"
    if way == "inside":
        site.mkdir()
    for version in ("1", "2", "3"):
        publish(site, {"index.html": version, f"page-{version}.html": version})
    if way == "inside":
        assert roll_back(str(site)) == 1  # a mount point has no place beside it
        assert files(site)["index.html"] == "3"
        return
    for version in ("2", "3", "2"):
        assert roll_back(str(site)) == 0
        assert files(site) == {"index.html": version, f"page-{version}.html": version}
        assert names(tmp_path) == [".site.precedent", "site"]
        assert (site / MARK).is_file()


def test_a_build_goes_on_from_what_came_back(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for version in ("1", "2"):
        publish(site, {"index.html": version})
    assert roll_back(str(site)) == 0
    publish(site, {"index.html": "3"})
    assert files(site) == {"index.html": "3"}
    assert roll_back(str(site)) == 0
    assert files(site) == {"index.html": "1"}


def test_what_publications_share_is_that_of_each_of_them(tmp_path: Path, way: str) -> None:
    site = tmp_path / "site"
    if way == "inside":
        site.mkdir()
    for version in (b"1", b"2", b"3"):
        with aside(site, Product.SITE, kept=True) as work:
            output = Output(work.folder, work.target)
            output.write("index.html", version)
            output.write("stable/index.html", b"stable")
            work.publish()
        assert files(site) == {"index.html": version.decode(), "stable/index.html": "stable"}
    if way != "inside":
        assert roll_back(str(site)) == 0
        assert files(site) == {"index.html": "2", "stable/index.html": "stable"}


@pytest.mark.parametrize("way", ["exchange", "two renames"], indirect=True)
def test_what_somebody_put_into_the_site_is_that_of_now(tmp_path: Path, way: str) -> None:
    site = tmp_path / "site"
    publish(site, {"index.html": "1"})
    write(site, {"CNAME": "exemple.fr", "notes/ancien.txt": "à moi"})
    publish(site, {"index.html": "2"})
    (site / "notes/ancien.txt").unlink()
    write(site, {"notes/neuf.txt": "à moi"})
    (site / "CNAME").unlink()
    write(site, {"CNAME": "autre.fr"})
    assert roll_back(str(site)) == 0
    assert files(site) == {"index.html": "1", "CNAME": "autre.fr", "notes/neuf.txt": "à moi"}


def test_what_is_in_the_way_is_named_and_nothing_changes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = tmp_path / "site"
    publish(site, {"index.html": "1", "acteurs.html": "x"})
    publish(site, {"index.html": "2"})
    write(site, {"acteurs.html": "à moi"})
    assert roll_back(str(site)) == 1
    assert f"{site}/acteurs.html: ce fichier" in capsys.readouterr().err
    assert files(site) == {"index.html": "2", "acteurs.html": "à moi"}


@pytest.mark.parametrize("kept", [True, False], ids=["the first publication", "copies for work"])
def test_without_a_publication_before_one_sentence_says_so(
    tmp_path: Path, kept: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "site"
    for version in ("1",) if kept else ("1", "2"):
        publish(site, {"index.html": version}, kept=kept)
    assert roll_back(str(site)) == 1
    assert "aucune publication précédente" in capsys.readouterr().err
    assert names(tmp_path) == ["site"]
    assert files(site)
