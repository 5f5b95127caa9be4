"""The search of the header, driven by keyboard as on any page."""

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = [pytest.mark.site, pytest.mark.browser]
Visit = Callable[..., Any]
PAGE = "acteurs/union-des-metiers/"
FIELD = "#recherche-champ"
PANEL = "[data-search=panel]"
OPTION = "#recherche-liste [role=option]"
# The way to all results, or the sentence that there is none, is about these words.
ANSWERED = """words => {
  const panel = document.querySelector("[data-search=panel]:not([hidden])");
  const all = panel && [...panel.querySelectorAll("[data-address]")].at(-1);
  const asked = all && new URLSearchParams(new URL(all.dataset.address, location).search).get("q");
  return panel && (asked === words || panel.textContent.includes(words));
}"""


@pytest.fixture
def page(visit: Visit) -> Any:
    """An ordinary page, on which the visitor clicked nothing yet."""
    return visit(viewport={"width": 1280, "height": 900}).open(PAGE)


def search(page: Any, words: str) -> Any:
    """Type words in the header's field and wait for the answer to all of them: each letter before had its own."""
    page.locator(FIELD).click()
    page.keyboard.type(words)
    page.wait_for_function(ANSWERED, arg=words)
    return page


def focused(page: Any) -> str:
    return str(page.evaluate("document.activeElement.id"))


@pytest.mark.parametrize("keys", ["/", "Control+k", "Meta+k"])
def test_a_shortcut_comes_to_the_field(page: Any, keys: str) -> None:
    page.keyboard.press(keys)
    assert focused(page) == "recherche-champ"
    assert page.locator(FIELD).input_value() == ""


def test_a_slash_that_is_typed_in_a_field_stays_a_slash(page: Any) -> None:
    search(page, "24/7")
    assert page.locator(FIELD).input_value() == "24/7"


def test_results_come_while_typing_by_kind_with_their_words_marked(page: Any) -> None:
    search(page, "delegue quart")
    groups = page.locator("#recherche-liste [role=group]")
    assert groups.count() >= 2
    labels = [page.locator(f"#{group.get_attribute('aria-labelledby')}").inner_text() for group in groups.all()]
    assert labels[0] == "Acteur"
    assert len(set(labels)) == len(labels)
    first = page.locator(OPTION).first
    assert first.locator(".search-title").inner_text() == "Délégués du quartier"
    assert first.locator("mark").all_inner_texts()[:2] == ["Délégués", "quartier"]
    assert page.locator(OPTION).last.inner_text() == "Voir tous les résultats"


def test_arrows_choose_an_option_and_say_so_to_assistive_technology(page: Any) -> None:
    search(page, "formation")
    field, options = page.locator(FIELD), page.locator(OPTION)
    assert (field.get_attribute("role"), field.get_attribute("aria-expanded")) == ("combobox", "true")
    assert field.get_attribute("aria-controls") == "recherche-liste"
    assert field.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowDown")
    assert field.get_attribute("aria-activedescendant") == options.nth(0).get_attribute("id")
    page.keyboard.press("ArrowDown")
    assert field.get_attribute("aria-activedescendant") == options.nth(1).get_attribute("id")
    assert [option.get_attribute("aria-selected") for option in options.all()].count("true") == 1
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert field.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowUp")
    assert field.get_attribute("aria-activedescendant") == options.last.get_attribute("id")
    assert focused(page) == "recherche-champ"


def test_the_accessibility_tree_names_the_field_the_groups_and_the_options(page: Any) -> None:
    search(page, "bureau de placement")
    tree = page.locator("form.search").aria_snapshot()
    assert 'combobox "Rechercher un acteur, un sigle, un besoin"' in tree
    assert 'listbox "Résultats"' in tree
    assert 'group "Acteur"' in tree
    assert 'option "Agence du travail' in tree


def test_enter_opens_the_chosen_page(page: Any) -> None:
    search(page, "bureau de placement")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/acteurs/agence-du-travail/**")
    assert page.locator("h1").inner_text().startswith("Agence du travail")


def test_enter_without_a_choice_opens_the_page_of_all_results(page: Any) -> None:
    search(page, "l'emploi & <b>")
    page.keyboard.press("Enter")
    page.wait_for_url("**/recherche/?q=l%27emploi+%26+%3Cb%3E")
    assert page.locator("#chercher-champ").input_value() == "l'emploi & <b>"


def test_a_click_on_an_option_opens_its_section(page: Any) -> None:
    search(page, "bilan de santé")
    page.locator(OPTION).first.click()
    page.wait_for_url("**/*#*")
    anchor = page.url.partition("#")[2]
    assert page.locator(f"[id='{anchor}']").count() == 1


def test_escape_closes_the_list_then_empties_the_field(page: Any) -> None:
    search(page, "formation")
    page.keyboard.press("Escape")
    assert page.locator(PANEL).is_hidden()
    assert page.locator(FIELD).get_attribute("aria-expanded") == "false"
    assert page.locator(FIELD).input_value() == "formation"
    page.keyboard.press("Escape")
    assert page.locator(FIELD).input_value() == ""


def test_the_list_closes_when_the_focus_leaves(page: Any) -> None:
    search(page, "formation")
    page.locator("h1").click()
    assert page.locator(PANEL).is_hidden()


def test_the_number_of_results_is_announced_once_the_typing_stops(page: Any) -> None:
    region = page.locator("[data-search=announcer]")
    assert region.get_attribute("role") == "status"
    page.evaluate("""() => {
      window.said = [];
      const region = document.querySelector("[data-search=announcer]");
      new MutationObserver(() => window.said.push(region.textContent)).observe(region, { childList: true });
    }""")
    search(page, "formation")
    page.wait_for_function("() => window.said.some((text) => text)")
    assert [text for text in page.evaluate("window.said") if text] == [page.locator("[data-search=status]").inner_text()]


def test_what_was_corrected_is_said(page: Any) -> None:
    search(page, "profesionalisation")
    page.get_by_text("pour « professionnalisation »").wait_for()


def test_nothing_found_leads_elsewhere(page: Any) -> None:
    search(page, "ouistigrabule")
    page.locator("[data-search=status]", has_text="Rien ne répond à « ouistigrabule ». Entrée : d’autres chemins.").wait_for()
    assert page.locator(FIELD).get_attribute("aria-expanded") == "false"
    page.keyboard.press("Enter")
    page.wait_for_url("**/recherche/?q=ouistigrabule")
    page.get_by_role("link", name="Toutes les pages et tous les noms, de A à Z").wait_for()


def test_no_page_asks_for_the_index_before_the_field_is_used(visit: Visit) -> None:
    visiting = visit(viewport={"width": 1280, "height": 900})
    page = visiting.open(PAGE)
    page.wait_for_load_state("networkidle")
    assert [url for url in visiting.requests if "/recherche/index/" in url] == []
    with page.expect_response("**/recherche/index/**"):
        page.locator(FIELD).click()
    page.wait_for_load_state("networkidle")
    assert len([url for url in visiting.requests if "/recherche/index/" in url]) == 1


SCRIPT = "**/js/search.js"


def test_the_search_comes_when_somebody_wants_to_search_and_not_before(visit: Visit) -> None:
    visiting = visit(viewport={"width": 1280, "height": 900})
    asked: list[str] = []
    visiting.page.on("request", lambda request: asked.append(request.url))
    page = visiting.open(PAGE)
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "recherche" in url]
    with page.expect_request(SCRIPT):
        page.locator(FIELD).focus()


def test_what_was_typed_before_the_search_came_is_answered_when_it_comes(visit: Visit) -> None:
    visiting = visit(viewport={"width": 1280, "height": 900})
    held: list[Any] = []

    def hold(route: Any) -> None:
        held.append(route)

    visiting.page.route(SCRIPT, hold)
    page = visiting.open(PAGE)
    page.locator(FIELD).click()
    page.keyboard.type("formation")
    assert page.locator(OPTION).count() == 0
    held[0].continue_()
    page.locator(OPTION).first.wait_for()


def test_a_search_that_does_not_come_leads_to_its_page_and_is_tried_again(visit: Visit) -> None:
    visiting = visit(viewport={"width": 1280, "height": 900})
    visiting.page.route(SCRIPT, lambda route: route.abort())
    page = visiting.open(PAGE)
    with page.expect_event("requestfailed"):
        page.locator(FIELD).click()
    page.unroute(SCRIPT)
    page.locator("h1").click()
    page.locator(FIELD).click()
    page.keyboard.type("formation")
    page.locator(OPTION).first.wait_for()
    page.route(SCRIPT, lambda route: route.abort())
    page.reload()
    page.locator(FIELD).fill("csf")
    page.locator(FIELD).press("Enter")
    page.wait_for_url("**/recherche/?q=csf")
