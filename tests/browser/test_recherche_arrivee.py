"""After a result: words marked on the page arrived at; searches kept only when the visitor agreed."""

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = [pytest.mark.site, pytest.mark.browser]
Visit = Callable[..., Any]
MARKED = "[...(CSS.highlights.get('recherche') ?? [])].map((range) => range.toString())"


def keep(page: Any) -> Any:
    return page.get_by_role("checkbox", name="Garder mes cinq dernières recherches sur cet appareil")


def search(page: Any, words: str) -> None:
    page.locator("#chercher-champ").fill(words)
    page.keyboard.press("Enter")
    page.locator("[data-page=status]", has_text=words).wait_for()


def test_the_words_are_marked_on_the_page_arrived_at_and_its_text_is_untouched(visit: Visit) -> None:
    visiting = visit()
    plain = visiting.open("acteurs/delegues-du-quartier/").locator("article").first.inner_html()
    page = visiting.open("recherche/?q=delegue+quart")
    page.get_by_role("link", name="Délégués du quartier").first.click()
    page.wait_for_url("**/acteurs/delegues-du-quartier/?marque=*")
    marked = {word.lower() for word in page.evaluate(MARKED)}
    assert {"délégués", "quartier"} <= marked <= {"délégué", "délégués", "quartier", "quartiers"}
    assert page.locator("article").first.inner_html() == plain
    assert visiting.complaints == []


def test_marks_are_taken_off_with_their_word_in_the_address(visit: Visit) -> None:
    page = visit().open("acteurs/union-des-metiers/?marque=commission#son-role")
    bar = page.get_by_role("region", name="Mots cherchés")
    assert "pour «" in bar.inner_text()
    bar.get_by_role("button", name="Enlever les marques").click()
    assert page.evaluate(MARKED) == []
    assert bar.count() == 0
    assert page.evaluate("location.search + location.hash") == "#son-role"
    assert page.evaluate("document.activeElement.tagName") == "MAIN"


@pytest.mark.parametrize(
    "words", ["", "***", "ouistigrabule", "%3Cscript%3E"], ids=["rien", "ponctuation", "un mot absent", "html"]
)
def test_an_address_with_nothing_to_mark_changes_nothing(visit: Visit, words: str) -> None:
    visiting = visit()
    page = visiting.open(f"acteurs/union-des-metiers/?marque={words}")
    assert page.get_by_role("region", name="Mots cherchés").count() == 0
    assert visiting.complaints == []


def test_nothing_is_kept_without_the_visitor_s_agreement(visit: Visit) -> None:
    page = visit().open("recherche/")
    assert not keep(page).is_checked()
    search(page, "formation")
    assert page.evaluate("Object.keys(localStorage).length") == 0
    assert page.evaluate("document.cookie") == ""


def test_with_it_the_last_searches_are_offered_and_all_is_forgotten_when_it_is_taken_back(visit: Visit) -> None:
    page = visit(viewport={"width": 1280, "height": 900}).open("recherche/")
    keep(page).check()
    for words in ("un", "deux", "trois", "formation", "quatre", "cinq", "formation"):
        search(page, words)
    page.reload()
    links = page.get_by_role("navigation", name="Vos dernières recherches").get_by_role("link")
    links.first.wait_for()
    kept = [words.strip("«\u00a0»") for words in links.all_inner_texts()]
    assert kept == ["formation", "cinq", "quatre", "trois", "deux"]
    page.locator("#recherche-champ").click()
    options = page.locator("#recherche-liste [role=option]")
    assert [words.strip("«\u00a0»") for words in options.all_inner_texts()] == kept
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/recherche/?q=formation")
    keep(page).uncheck()
    assert page.evaluate("localStorage.length") == 0
    assert page.get_by_role("navigation", name="Vos dernières recherches").count() == 0
