"""Another alliance's own site, begun by one command: its name and colours everywhere, no word of any other, published by what it says."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.test_words import OURS
from tests.conftest import Inv

SAID = """nom: Alliance des Deux Rives
nom_court: Rives
sous_titre: Ce que fait chacun
logo: images/logo.svg
couleurs:
  clair: {fil: "#005ea5"}
adresse: https://rives.example/site
editeur: Association des Deux Rives
direction: La présidence
hebergeur: Hébergeur Essai
contact: mailto:base@rives.example
retirees: [/acteurs/ancien/]
"""
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 32"><path d="M0 0h64v32H0z"/></svg>'


def begin(inv: Inv, folder: Path) -> None:
    ended = inv("init", folder, "--name", "Alliance des Deux Rives", "--software", "https://forge.example/logiciel.git")
    assert ended.returncode == 0, ended.stderr
    for words in (
        ("famille", "Entraide"),
        ("acteur", "La Halle", "--famille", "entraide", "--nature", "reseau", "--role", "aller-vers", "--resume", "On y aide."),
        ("besoin", "Je cherche un vélo"),
        ("reunion", "Comité du 14 mars 2026"),
        ("terme", "QPV", "--definition", "Un quartier."),
    ):
        ended = inv("new", *words, "--content", folder)
        assert ended.returncode == 0, ended.stderr


@pytest.fixture(scope="module")
def built(inv: Inv, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("alliance")
    begin(inv, root / "rives")
    ended = inv("build", "--content", root / "rives", "--output", root / "site", "--date", "2026-11-25")
    assert ended.returncode == 0, ended.stderr
    return root / "site"


@pytest.fixture(scope="module")
def public(inv: Inv, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("publication")
    begin(inv, root / "rives")
    (root / "rives/site.yml").write_text(SAID, encoding="utf-8")
    (root / "rives/images").mkdir()
    (root / "rives/images/logo.svg").write_text(LOGO, encoding="utf-8")
    ended = inv("build", "--settings", "publishconf.py", "--content", root / "rives", "--output", root / "site")
    assert ended.returncode == 0, ended.stderr
    return root / "site"


def texts(site: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(site.rglob("*")):
        if path.suffix in {".html", ".json", ".xml", ".txt", ".svg", ".webmanifest", ".css", ".ics"} or path.name.startswith(
            "cartes"
        ):
            yield path.relative_to(site).as_posix(), path.read_text(encoding="utf-8")


def test_every_page_bears_its_name_and_no_file_speaks_of_another_alliance(built: Path) -> None:
    for name, text in texts(built):
        if name.endswith(".html") and "<title>" in text and 'http-equiv="refresh"' not in text:
            assert re.search(r"<title>[^<]+ — Alliance des Deux Rives</title>", text), name
        assert [found[0] for found in OURS.finditer(text)] == [], name


def test_it_can_be_searched(inv: Inv, built: Path) -> None:
    ended = inv("search", "la halle", "--site", built)
    assert ended.returncode == 0, ended.stderr
    assert "acteurs/la-halle/" in ended.stdout


def test_what_it_says_of_its_publisher_is_enough_to_be_published(public: Path) -> None:
    page = (public / "mentions-legales/index.html").read_text(encoding="utf-8")
    for said in ("Association des Deux Rives", "La présidence", "Hébergeur Essai", 'href="mailto:base@rives.example"'):
        assert said in page
    assert '<link rel="canonical" href="https://rives.example/site/">' in (public / "index.html").read_text(encoding="utf-8")
    assert "https://rives.example/site/acteurs/la-halle/" in (public / "sitemap.xml").read_text(encoding="utf-8")


def test_its_colours_and_its_mark_take_the_place_of_those_of_the_theme(public: Path) -> None:
    page = (public / "acteurs/la-halle/index.html").read_text(encoding="utf-8")
    sheet = re.search(r'<link rel="stylesheet" href="\.\./\.\./(couleurs-[0-9a-f]+\.css)">', page)
    assert sheet, "after the style sheet of the theme"
    assert page.index("css/site.css") < sheet.start()
    assert "--thread: #005ea5;" in (public / sheet[1]).read_text(encoding="utf-8")
    assert '<img class="header-logo" src="../../images/logo.svg" alt=""' in page
    assert '<link rel="icon" href="../../images/logo.svg" type="image/svg+xml">' in page


def test_the_address_of_a_page_that_was_withdrawn_says_so_and_is_found_by_no_machine(public: Path) -> None:
    page = (public / "acteurs/ancien/index.html").read_text(encoding="utf-8")
    assert "<h1>Cette page a été retirée</h1>" in page
    assert '<meta name="robots" content="noindex">' in page
    assert "acteurs/ancien" not in (public / "sitemap.xml").read_text(encoding="utf-8")


def test_what_is_missing_to_be_published_is_said_and_nothing_is_written(inv: Inv, tmp_path: Path) -> None:
    begin(inv, tmp_path / "rives")
    ended = inv("build", "--settings", "publishconf.py", "--content", tmp_path / "rives", "--output", tmp_path / "site")
    assert ended.returncode == 1
    assert "le site ne peut pas être publié" in ended.stderr
    assert "dans le fichier site.yml du contenu : adresse, editeur, direction, hebergeur, contact" in ended.stderr
    assert not (tmp_path / "site").exists()
