"""The site opened from a folder, without a server: links, fonts, search, cards."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.sample import CONTENT

pytestmark = [pytest.mark.site, pytest.mark.browser]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory, inv: Callable[..., Any]) -> Path:
    target = tmp_path_factory.mktemp("usb") / "clé USB"  # a name as people give
    ended = inv("usb", "--content", CONTENT, "--output", target)
    assert ended.returncode == 0, ended.stderr
    return target


@pytest.fixture
def page(chromium: Any, folder: Path) -> Iterator[Any]:
    context = chromium.new_context(locale="fr-FR", reduced_motion="reduce")
    page = context.new_page()
    page.faults = []
    page.on("console", lambda message: page.faults.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    page.on("request", lambda request: page.faults.append(request.url) if request.url.startswith("http") else None)
    page.goto((folder / "index.html").as_uri())
    yield page
    assert page.faults == []
    context.close()


def test_one_walks_from_the_home_page_to_an_actor(page: Any) -> None:
    page.get_by_role("link", name="Je cherche une formation").first.click()
    page.get_by_role("link", name="Agence du travail").first.click()
    assert page.locator("h1").inner_text().startswith("Agence du travail")
    assert page.url.endswith("/acteurs/agence-du-travail/index.html")
    page.locator(".header-name").click()
    assert page.locator("h1").inner_text() == "Qui fait quoi, pour qui, comment les joindre"


def test_the_fonts_and_the_style_come_from_the_folder(page: Any) -> None:
    assert "loaded" in page.evaluate("document.fonts.ready.then(() => [...document.fonts].map((font) => font.status))")
    assert page.locator(".skip-link").evaluate("(link) => getComputedStyle(link).position") == "absolute"


def test_the_search_finds_and_leads_to_a_file(page: Any) -> None:
    assert "/acteurs/caisse-de-soutien/" in page.evaluate("window.search('soutien familles')")
    page.locator("#recherche-champ").fill("voisin relais")
    first = page.locator("[data-search=list] [role=option]").first
    first.wait_for()
    first.click()
    page.wait_for_url("**/index.html*")
    assert page.locator("h1").inner_text() == "Voisins-relais"


def test_the_search_page_keeps_its_question_in_the_address(page: Any, folder: Path) -> None:
    page.goto((folder / "recherche/index.html").as_uri() + "?q=formation")
    page.locator("[data-page=results] li").first.wait_for()
    with page.expect_navigation(url="**/index.html*"):
        page.locator("[data-page=results] a").first.click()


def test_a_card_says_what_a_term_means(page: Any, folder: Path) -> None:
    page.goto((folder / "reunions/2026-09-17-comite/index.html").as_uri())
    page.keyboard.press("Tab")
    page.locator("a.glossary").first.focus()
    assert page.locator("#bulle").is_visible()


def test_every_link_of_every_page_leads_to_a_file(folder: Path) -> None:
    from plugins.checks.links import references, resolve
    from plugins.checks.tags import read

    wrong = []
    for path in folder.rglob("*.html"):
        name = path.relative_to(folder).as_posix()
        for _, reference in references(read(name, path.read_text(encoding="utf-8"))):
            if reference and not reference.startswith(("http", "mailto:", "tel:", "data:", "#")):
                target = reference.partition("#")[0].partition("?")[0]
                if target and (target.endswith("/") or not (folder / resolve(name, target)).is_file()):
                    wrong.append(f"{name}: {reference}")
    assert wrong == []


def test_a_folder_of_others_is_refused_before_anything_is_built(tmp_path: Path, inv: Callable[..., Any]) -> None:
    (tmp_path / "vacances.jpg").write_bytes(b"x")
    ended = inv("usb", "--output", tmp_path)
    assert ended.returncode == 1
    assert "autre chose" in ended.stderr
    assert ended.stdout == ""
    assert [path.name for path in tmp_path.iterdir()] == ["vacances.jpg"]
