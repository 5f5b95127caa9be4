"""The search when something is missing: the index, JavaScript, a server, a sensible question."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = [pytest.mark.site, pytest.mark.browser]
Visit = Callable[..., Any]
FIELD = "#recherche-champ"
OPTION = "#recherche-liste [role=option]"
INDEX = "**/recherche/index/**"
FAILED = "La recherche n’a pas pu se charger"

HOSTILE = {
    "dix mille caractères": "emploi formation " * 600,
    "un mot de dix mille lettres": "a" * 10_000,
    "ponctuation": "*** ((( ~2 ^ +-: !?",
    "syntaxe de lunr": "titre:emploi^10 +formation -quartier foo~1 *",
    "emoji": "🙂 emploi 👩‍👩‍👧",
    "droite à gauche": "\u202eemploi\u202c سلام",
    "html": '<img src=x onerror="document.title=1"> <script>document.title=1</script> emploi',
    "noms d'objets": "__proto__ constructor toString",
    "demi-caractère": "\ud83d emploi",
}


def retry(page: Any) -> Any:
    return page.get_by_role("button", name="Réessayer")


def test_an_index_that_does_not_arrive_is_said_and_tried_again_in_the_header(visit: Visit) -> None:
    page = visit(viewport={"width": 1280, "height": 900}).open("acteurs/union-des-metiers/")
    page.route(INDEX, lambda route: route.abort())
    page.locator(FIELD).click()
    page.keyboard.type("csf")
    page.get_by_text(FAILED).first.wait_for()
    page.unroute(INDEX)
    retry(page).click()
    page.locator(OPTION).first.wait_for()
    assert page.evaluate("document.activeElement.id") == "recherche-champ"


def test_an_index_that_does_not_arrive_is_said_and_tried_again_on_the_search_page(visit: Visit) -> None:
    visiting = visit()
    visiting.page.route(INDEX, lambda route: route.abort())
    page = visiting.open("recherche/?q=csf")
    page.get_by_text(FAILED).wait_for()
    assert page.get_by_role("link", name="Toutes les pages et tous les noms, de A à Z").is_visible()
    page.unroute(INDEX)
    retry(page).click()
    page.locator(".found").first.wait_for()
    assert page.get_by_text(FAILED).count() == 0


@pytest.mark.parametrize(
    "body",
    [
        "",
        "window.recherche.recevoir(",
        'window.recherche.recevoir("000000000000",{"manifeste":{}})',
        "<!doctype html><title>404</title>",
    ],
    ids=["vide", "tronqué", "d'une autre construction", "une page d'erreur"],
)
def test_an_index_that_is_not_the_one_of_the_page_is_an_index_that_did_not_arrive(visit: Visit, body: str) -> None:
    visiting = visit()
    visiting.page.route(INDEX, lambda route: route.fulfill(body=body, content_type="text/javascript"))
    page = visiting.open("recherche/?q=csf")
    page.get_by_text(FAILED).wait_for()
    assert retry(page).is_visible()


def test_without_javascript_the_field_leads_to_the_list_of_all_names(visit: Visit) -> None:
    page = visit(java_script_enabled=False).open("acteurs/union-des-metiers/")
    page.locator(FIELD).fill("csf")
    page.keyboard.press("Enter")
    page.wait_for_url("**/a-z/?q=csf")
    assert "elle a été laissée de côté" in page.locator("noscript p").inner_text()
    assert page.get_by_role("link", name="Caisse de soutien aux familles").first.is_visible()


def test_without_javascript_the_search_page_offers_the_other_ways_in(visit: Visit) -> None:
    page = visit(java_script_enabled=False).open("recherche/")
    assert page.get_by_text("La recherche a besoin de JavaScript.").is_visible()
    assert page.get_by_text("votre question n’a pas pu être lue").is_visible()
    assert page.locator("#chercher-champ").is_hidden()
    assert page.locator("[data-page=unanswered]").is_hidden()
    assert page.get_by_role("link", name="Je cherche une formation").is_visible()


def test_a_device_that_refuses_to_store_anything_searches_as_well(visit: Visit) -> None:
    visiting = visit()
    refuse = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('refus', 'SecurityError'); } });"
    visiting.page.add_init_script(refuse)
    page = visiting.open("recherche/?q=csf")
    page.locator(".found").first.wait_for()
    assert page.locator("[data-page=memory]").is_hidden()
    assert page.locator("[data-page=unanswered]").is_hidden()
    assert visiting.complaints == []


@pytest.mark.parametrize("query", HOSTILE.values(), ids=HOSTILE.keys())
def test_nothing_that_is_typed_breaks_the_page(visit: Visit, query: str) -> None:
    visiting = visit(viewport={"width": 320, "height": 700})
    page = visiting.open("recherche/")
    title = page.title()
    page.locator("#chercher-champ").fill(query)
    page.keyboard.press("Enter")
    page.locator("[data-page=status]", has_text=re.compile("résultat|Rien|Aucune")).wait_for()
    assert visiting.complaints == []
    assert page.title().endswith(title)
    assert page.locator(".found img, .found script").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize(
    "query", ["?q=%F0%9F", "?q=" + "a" * 3000, "?q=%3Cscript%3E&genre=%3Cimg%3E&n=-1", "?q=&genre=Acteur", "?n=x"]
)
def test_an_address_written_by_hand_breaks_nothing(visit: Visit, query: str) -> None:
    visiting = visit()
    page = visiting.open(f"recherche/{query}")
    page.wait_for_load_state("networkidle")
    assert visiting.complaints == []
    assert page.locator("h1").inner_text() == "Rechercher"


def test_the_search_works_in_a_folder_opened_without_a_server(chromium: Any, built_site: Path) -> None:
    context = chromium.new_context(locale="fr-FR")
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((built_site / "recherche/index.html").as_uri() + "?q=bureau+de+placement")
    page.get_by_role("link", name="Agence du travail").first.wait_for()
    page.locator("#chercher-champ").fill("delegue quartier")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Délégués du quartier").first.click()
    page.wait_for_url("**/acteurs/delegues-du-quartier/index.html?marque=**")
    assert page.locator("h1").inner_text() == "Délégués du quartier"
    assert errors == []
    context.close()
