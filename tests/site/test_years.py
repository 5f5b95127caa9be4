"""A site of five years, built: what is past is told as past, and no page grows without end."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import Inv
from tests.sample import DAY
from tests.years import CLOSED, write_years

pytestmark = pytest.mark.site


@pytest.fixture(scope="session")
def aged(tmp_path_factory: pytest.TempPathFactory, inv: Inv) -> Path:
    """The tests' content after five years, built."""
    folder = tmp_path_factory.mktemp("years")
    write_years(folder / "content", 5)
    ended = inv("build", "--content", folder / "content", "--output", folder / "site", "--date", DAY)
    assert ended.returncode == 0, ended.stderr
    return folder / "site"


def read(site: Path, page: str) -> str:
    """What stands in the middle of a page, its spaces plain."""
    main = (site / page / "index.html").read_text(encoding="utf-8").partition("<main")[2]
    return re.sub(r"\s+", " ", main.replace("\u00a0", " ").replace("\u202f", " "))


def plain(site: Path, page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", read(site, page)))


@pytest.mark.parametrize("slug", CLOSED)
def test_nobody_is_sent_to_an_actor_that_closed(aged: Path, slug: str) -> None:
    asked = ("besoins", "qui-peut-aider", "comparer", "reseau", "index.html")
    pages = [page for page in aged.rglob("*.html") if page.relative_to(aged).parts[0] in asked or page.parent.name == "fiche"]
    assert len(pages) > 40
    assert [page.relative_to(aged).as_posix() for page in pages if f"acteurs/{slug}/" in page.read_text(encoding="utf-8")] == []
    assert not (aged / "acteurs" / slug / "fiche").exists()
    assert not [file for file in aged.glob("qui-peut-aider/*.js") if slug in file.read_text(encoding="utf-8")]


def test_an_actor_that_closed_says_so_before_anything_else(aged: Path) -> None:
    text = plain(aged, "acteurs/relais-des-dunes")
    assert re.search(r"Relais des dunes Cet acteur a fermé le 31 décembre 2023\. Fusion\. Sa suite : Maison de quartier", text)
    assert "Il aide les habitants" not in text
    assert "Comment joindre" not in text
    assert "Qui a fermé, ou rejoint un autre" in plain(aged, "acteurs")
