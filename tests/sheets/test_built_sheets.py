"""The sheets of a built site: pages, then PDF files."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdf
import pytest

from plugins.model.content import Content
from plugins.registry.building import build
from plugins.sheets.checking import check_sheets
from plugins.sheets.names import SheetNames, names_of
from plugins.sheets.plain_french import remarks
from tests.sample import ADDRESS, CONTENT
from tests.sheets.reader import read_code

MILLIMETRES = 25.4 / 72
Inv = Callable[..., Any]

pytestmark = pytest.mark.site


@pytest.fixture(scope="module")
def names(content: Content) -> SheetNames:
    return names_of(content, build(content)[0])


def sheet_paths(site: Path) -> list[Path]:
    return sorted(site.glob("*/*/fiche/index.html"))


def plain(fragment: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", fragment)).split())


def test_every_need_and_every_actor_has_its_sheet(built_site: Path, content: Content) -> None:
    expected = {document.key for document in (*content.needs.values(), *content.actors.values())}
    assert {path.relative_to(built_site).parent.parent.as_posix() for path in sheet_paths(built_site)} == expected


def test_plain_texts_are_not_told_to_be_other_than_plain(content: Content, names: SheetNames) -> None:
    assert [str(diagnostic) for diagnostic in check_sheets(content, names)] == []


def test_every_line_of_every_sheet_is_plain(built_site: Path, names: SheetNames) -> None:
    """Read from the built pages, so that what templates write is checked too."""
    faults, sentences = [], 0
    for path in sheet_paths(built_site):
        page = path.read_text(encoding="utf-8")
        sheet = page[page.index('<div class="sheet ') : page.index("</main>")]
        words = re.search(r'<ul class="sheet-words">.*?</ul>', sheet)
        body = sheet.replace(words[0], "") if words else sheet
        for fragment in re.findall(r"<(?:p|h1|h2|dd|dt)\b[^>]*>(.*?)</(?:p|h1|h2|dd|dt)>", body, re.DOTALL):
            text = plain(re.sub(r'<span class="sheet-acronym">.*?</span>', "", fragment))
            text = text if text.endswith(":") is False else text[:-1]
            found = list(remarks(text, names))
            sentences += bool(text)
            faults += [f"{path.parent.parent.name}: {remark.message} : {remark.sentence}" for remark in found]
    assert faults == []
    assert sentences > 300


def test_every_acronym_of_a_sheet_is_spelt_out_on_it(built_site: Path, names: SheetNames) -> None:
    missing, spelt = [], 0
    for path in sheet_paths(built_site):
        page = path.read_text(encoding="utf-8")
        sheet = plain(page[page.index('<div class="sheet ') : page.index("</main>")]).replace("’", "'")
        defined = list(names.defined(sheet))
        spelt += len(defined)
        missing += [(path.parent.parent.name, term.sigle) for term in defined if term.terme.casefold() not in sheet.casefold()]
    assert missing == []
    assert spelt > 5


def test_a_sheet_says_that_no_concerned_reader_has_read_it_and_never_calls_itself_easy_to_read(built_site: Path) -> None:
    for path in sheet_paths(built_site):
        text = plain(path.read_text(encoding="utf-8"))
        assert "Aucune personne concernée n’a encore relu cette fiche." in text
        assert not re.search(r"\bFALC\b|facile à lire", text, re.IGNORECASE)
        assert "Tirée du site le 25\u00a0novembre\u00a02026." in path.read_text(encoding="utf-8")


def test_search_engines_are_led_to_the_page_and_not_to_its_sheet(published: Path) -> None:
    assert all('<meta name="robots" content="noindex">' in path.read_text(encoding="utf-8") for path in sheet_paths(published))
    assert "/fiche/" not in (published / "sitemap.xml").read_text(encoding="utf-8")


def test_a_code_is_drawn_only_where_the_site_has_an_address(built_site: Path, published: Path) -> None:
    name = "acteurs/caisse-de-soutien/fiche/index.html"
    at_work, public = ((site / name).read_text(encoding="utf-8") for site in (built_site, published))
    assert "sheet-code" not in at_work
    drawing = re.search(r'<svg[^>]*class="sheet-code".*?</svg>', public, re.DOTALL)
    assert drawing
    short = re.search(
        rf'<p class="sheet-address">({ADDRESS}/acteurs/caisse-de-soutien/#fiche=20261125-[a-z2-7]{{5}})</p>', public
    )
    assert short, "in letters, the address says the day, and whether something changed since"
    page = (published / "acteurs/caisse-de-soutien/index.html").read_text(encoding="utf-8")
    today = re.search(r'data-fingerprint="([^"]+)"', page)
    assert today
    assert read_code(drawing[0]) == f"{ADDRESS}/acteurs/caisse-de-soutien/#fiche={today[1]}", "the code says what the page knows"
    assert read_code(drawing[0]).startswith(short[1])


def test_a_page_on_paper_gives_its_address_where_the_site_has_one(built_site: Path, published: Path) -> None:
    name = "besoins/formation/index.html"
    written = f'<p class="footer-checked">{ADDRESS}/besoins/formation/</p>'
    assert written in (published / name).read_text(encoding="utf-8")
    assert "/besoins/formation/</p>" not in (built_site / name).read_text(encoding="utf-8")


def test_an_address_too_long_for_a_code_is_told_and_the_site_is_built(tmp_path: Path, inv: Inv) -> None:
    address = "https://alliance.example/" + "a" * 3000
    ended = inv("build", "--content", CONTENT, "--output", tmp_path / "site", "--set", f"SITE_ADDRESS={address}")
    assert ended.returncode == 0, ended.stderr
    assert "adresse trop longue pour un code QR" in ended.stderr
    assert "sheet-code" not in (tmp_path / "site/acteurs/caisse-de-soutien/fiche/index.html").read_text(encoding="utf-8")


@pytest.mark.browser
def test_pdf_files_open_and_are_one_a5_page_each(published: Path, tmp_path: Path, inv: Inv, content: Content) -> None:
    ended = inv("sheets", "--site", published, "--output", tmp_path / "fiches")
    assert ended.returncode == 0, ended.stderr
    assert ended.stderr == ""
    files = sorted((tmp_path / "fiches").rglob("*.pdf"))
    assert len(files) == len(content.needs) + len(content.actors)
    for path in files:
        pages = pypdf.PdfReader(path).pages
        assert len(pages) == 1, path.name
        width, height = (float(side) * MILLIMETRES for side in pages[0].mediabox[2:])
        assert (round(width), round(height)) == (148, 210), path.name
    text = " ".join(pypdf.PdfReader(tmp_path / "fiches/besoins/formation.pdf").pages[0].extract_text().split())
    assert "Je cherche une formation" in text
    assert "Rechercher" not in text, "nothing of the site around it"


@pytest.mark.browser
def test_a_text_too_long_for_its_page_is_told(tmp_path: Path, inv: Inv) -> None:
    content = tmp_path / "content"
    for name, text in {
        "familles/rue.md": "---\ntitre: Rue\n---\n",
        "acteurs/long.md": "---\ntitre: Long\nfamille: rue\nnature: reseau\nrole: aller-vers\nstatut: amorce\nverifie_le: 2026-01-01\n"
        f"resume: Elle aide.\npublics: [{', '.join(f'des-personnes-de-la-rue-{rank}' for rank in range(300))}]\n---\n",
    }.items():
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text(text, encoding="utf-8")
    assert inv("build", "--content", content, "--output", tmp_path / "site").returncode == 0
    ended = inv("sheets", "--site", tmp_path / "site", "--output", tmp_path / "fiches")
    assert ended.returncode == 0
    assert re.fullmatch(r"acteurs/long\.pdf : [2-9] pages — raccourcir ses textes\n", ended.stderr)


def test_without_a_built_site_nothing_is_printed(tmp_path: Path, inv: Inv) -> None:
    ended = inv("sheets", "--site", tmp_path, "--output", tmp_path / "fiches")
    assert (ended.returncode, ended.stderr) == (
        1,
        f"{tmp_path} n'est pas un site construit — lancer « .venv/bin/inv build » d'abord\n",
    )


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path: Path, inv: Inv, built_site: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"x")
    ended = inv("sheets", "--site", built_site, "--output", tmp_path)
    assert ended.returncode == 1
    assert "ce dossier contient autre chose" in ended.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["photo.jpg"]


def test_without_playwright_one_sentence_says_what_to_do(
    built_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import sys

    from plugins.building.command import run_sheets

    monkeypatch.delitem(sys.modules, "plugins.building.printing", raising=False)
    for name in ("playwright", "playwright.sync_api"):
        monkeypatch.setitem(sys.modules, name, None)
    assert run_sheets(str(built_site), str(tmp_path / "fiches")) == 1
    assert capsys.readouterr().err == "Playwright n'est pas installé — lancer « make setup-test »\n"
    assert not (tmp_path / "fiches").exists()


@pytest.mark.browser
def test_a_sheet_is_printed_by_its_button_which_needs_javascript(visit: Callable[..., Any]) -> None:
    page = visit(viewport={"width": 320, "height": 640}).open("acteurs/caisse-de-soutien/fiche/")
    page.evaluate("window.print = () => { window.printed = true; }")
    page.get_by_role("button", name="Imprimer cette fiche").click()
    assert page.evaluate("window.printed") is True
    without = visit(java_script_enabled=False).open("acteurs/caisse-de-soutien/fiche/")
    assert not without.get_by_role("button", name="Imprimer cette fiche").is_visible()
