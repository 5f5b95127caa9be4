"""The search page: everything in the address, facets with counts, states that help."""

import re
from collections.abc import Callable
from typing import Any

import pytest

pytestmark = [pytest.mark.site, pytest.mark.browser]
Visit = Callable[..., Any]
RESULT = ".found"
STATUS = "[data-page=status]"


@pytest.fixture
def results(visit: Visit) -> Any:
    """The search page for « formation »."""
    page = visit(viewport={"width": 1280, "height": 900}).open("recherche/?q=formation")
    page.locator(RESULT).first.wait_for()
    return page


def total(page: Any) -> int:
    return int(re.match(r"(\d+) résultats? pour", page.locator(STATUS).inner_text())[1])


def said(page: Any, beginning: str) -> None:
    """Waits until the status begins so, whatever its spaces."""
    page.locator(STATUS, has_text=re.compile("^" + re.escape(beginning).replace(r"\ ", r"\s"))).wait_for()


def box(page: Any, value: str) -> Any:
    return page.get_by_role("checkbox", name=re.compile(rf"^{value} \(\d+\)$"))


def test_the_address_asks_and_the_results_say_kind_section_and_words(results: Any) -> None:
    assert re.match(r"«\sformation\s» — ", results.title())
    assert total(results) >= results.locator(RESULT).count() == 10
    first = results.locator(RESULT).first
    assert first.get_by_role("link").first.inner_text() == "Formation et métiers"
    assert first.locator(".found-facts").inner_text() == "Famille d’acteurs"
    assert first.locator("mark").first.inner_text().lower() == "formation"
    assert results.locator(STATUS).get_attribute("role") == "status"


def test_the_needs_that_may_be_meant_come_first_with_the_words_that_say_so(results: Any) -> None:
    meant = results.get_by_role("region", name="Vous cherchez peut-être").get_by_role("listitem")
    assert meant.first.get_by_role("link").inner_text() == "Je cherche une formation"
    assert re.match(r"«\sformation\s» →", meant.first.inner_text())
    assert meant.first.bounding_box()["y"] < results.locator(RESULT).first.bounding_box()["y"]
    assert "Je cherche une formation" not in results.locator(".found-title").all_inner_texts()
    first = results.evaluate("search('formation', 2)")
    assert first[0] == "/besoins/formation/"
    assert first[1] != first[0]


def test_a_question_about_danger_shows_the_urgent_numbers_before_anything_else(visit: Visit) -> None:
    page = visit().open("recherche/?q=en+danger")
    numbers = page.locator("[data-page=danger]")
    numbers.get_by_role("link", name="Quelqu’un est en danger").wait_for()
    assert numbers.locator("a[href^='tel:']").count() > 0
    assert numbers.bounding_box()["y"] < page.locator(STATUS).bounding_box()["y"]
    page.locator("#chercher-champ").fill("formation")
    page.locator(RESULT).first.wait_for()
    assert not numbers.is_visible()


def test_stray_words_are_not_taken_for_an_answer(visit: Visit) -> None:
    page = visit().open("recherche/?q=flurbonique+trazoule+ouistigrabule+quartier")
    said(page, "Rien de sûr pour « flurbonique trazoule ouistigrabule quartier »")
    assert page.locator("[data-page=caveat]").inner_text().startswith("Ces pages n’ont qu’une petite partie")
    assert page.locator(RESULT).count() > 0
    assert page.get_by_role("link", name="Toutes les pages et tous les noms, de A à Z").is_visible()
    assert page.evaluate("search('flurbonique trazoule ouistigrabule quartier')") == []


def test_a_facet_narrows_goes_into_the_address_and_back_undoes_it(results: Any) -> None:
    before = total(results)
    label = box(results, "Démarche").evaluate("box => box.labels[0].innerText")
    box(results, "Démarche").check()
    said(results, f"{re.search(r'[0-9]+', label)[0]} résultats")
    assert results.evaluate("location.search") == "?q=formation&genre=D%C3%A9marche"
    assert {facts.split(" · ")[0] for facts in results.locator(".found-facts").all_inner_texts()} == {"Démarche"}
    assert results.evaluate("document.activeElement.value") == "Démarche"
    results.go_back()
    said(results, f"{before} résultats")
    assert not box(results, "Démarche").is_checked()
    results.go_forward()
    said(results, f"{re.search(r'[0-9]+', label)[0]} résultats")
    assert box(results, "Démarche").is_checked()


def test_two_values_of_a_facet_add_up_and_two_facets_cross(visit: Visit) -> None:
    page = visit(viewport={"width": 1280, "height": 900}).open(
        "recherche/?q=formation&genre=Acteur&role=Aller+dans&role=Ressource"
    )
    page.locator(RESULT).first.wait_for()
    counts = {
        name: int(re.search(r"\((\d+)\)", box(page, name).evaluate("box => box.labels[0].innerText"))[1])
        for name in ("Aller dans", "Ressource")
    }
    assert total(page) == sum(counts.values())
    assert {facts.split(" · ")[0] for facts in page.locator(".found-facts").all_inner_texts()} == {"Acteur"}


def test_choices_that_leave_nothing_say_so_and_can_be_undone(visit: Visit) -> None:
    page = visit(viewport={"width": 1280, "height": 900}).open("recherche/?q=formation&annee=1999")
    said(page, "Rien ne répond à « formation » avec ces choix : retirez-en un.")
    box(page, "1999").click()
    page.locator(RESULT).first.wait_for()
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_typing_replaces_the_entry_of_the_history_and_submitting_adds_one(visit: Visit) -> None:
    visiting = visit(viewport={"width": 1280, "height": 900})
    visiting.open("acteurs/union-des-metiers/")
    page = visiting.open("recherche/?q=udm")
    page.locator(RESULT).first.wait_for()
    page.locator("#chercher-champ").fill("csf")
    page.wait_for_url("**/recherche/?q=csf")
    page.locator("#chercher-champ").fill("ddt")
    page.keyboard.press("Enter")
    page.wait_for_url("**/recherche/?q=ddt")
    page.go_back()
    page.wait_for_url("**/recherche/?q=csf")
    assert page.locator("#chercher-champ").input_value() == "csf"
    page.go_back()
    page.wait_for_url("**/acteurs/union-des-metiers/")


def test_a_mistyped_word_is_answered_and_its_correction_offered(visit: Visit) -> None:
    page = visit().open("recherche/?q=profesionalisation")
    link = page.locator("[data-page=proposed] a").first
    link.wait_for()
    assert re.fullmatch(r"«\sprofessionnalisation\s»", link.inner_text())
    assert page.locator("[data-page=proposed]").inner_text().startswith("Compris")
    assert page.locator(RESULT).count() > 3
    link.click()
    page.wait_for_url("**/recherche/?q=professionnalisation")
    page.locator(RESULT).first.wait_for()
    assert total(page) > 3
    assert page.locator("[data-page=proposed]").is_hidden()


def test_nothing_found_offers_the_other_ways_in(visit: Visit) -> None:
    page = visit().open("recherche/?q=flurbonique+trazoule")
    said(page, "Rien ne répond à « flurbonique trazoule »")
    assert page.locator(RESULT).count() == 0
    for name in ("Toutes les pages et tous les noms, de A à Z", "Je cherche une formation", "Partenaires et collectivités"):
        assert page.get_by_role("link", name=name).is_visible()


def test_the_slash_comes_to_the_page_s_own_field(results: Any) -> None:
    results.keyboard.press("/")
    assert results.evaluate("document.activeElement.id") == "chercher-champ"


def test_on_a_telephone_the_facets_wait_folded_and_results_come_first(visit: Visit) -> None:
    page = visit(viewport={"width": 320, "height": 700}).open("recherche/?q=formation")
    page.locator(RESULT).first.wait_for()
    assert page.locator(RESULT).first.bounding_box()["y"] < 700
    assert not box(page, "Démarche").is_visible()
    page.get_by_text("Préciser la recherche").click()
    assert box(page, "Démarche").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_window_search_gives_ranked_addresses(results: Any) -> None:
    assert results.evaluate("search('delegue quartier', 3)")[0] == "/acteurs/delegues-du-quartier/"
    assert results.evaluate("search('ouistigrabule')") == []


def test_more_results_follow_and_the_focus_goes_to_the_first_of_them(results: Any) -> None:
    results.get_by_role("button", name="Afficher les résultats suivants").click()
    results.locator(RESULT).nth(10).wait_for()
    assert results.evaluate("location.search") == "?q=formation&n=20"
    results.wait_for_function("() => document.activeElement.matches('.found:nth-child(11) .found-link')")
    results.reload()
    results.locator(RESULT).nth(10).wait_for()


def test_the_accessibility_tree_tells_the_form_the_count_the_facets_and_the_results_in_order(results: Any) -> None:
    results.get_by_role("group", name="Genre de page").wait_for()
    tree = results.locator("main").aria_snapshot()
    wanted = [
        'heading "Rechercher" [level=1]',
        'search "Sur cette page":',
        'searchbox "Un acteur, un sigle, un besoin, un mot d’une réunion": formation',
        'button "Rechercher"',
        "- status:",
        'region "Vous cherchez peut-être"',
        'heading "Je cherche une formation" [level=3]',
        'group "Genre de page":',
        'checkbox "Besoin (',
        'heading "Formation et métiers" [level=2]',
        'button "Afficher les résultats suivants"',
        'checkbox "Garder mes cinq dernières recherches sur cet appareil, et nulle part ailleurs"',
    ]
    places = [tree.find(line) for line in wanted]
    assert dict(zip(wanted, places, strict=True)) == dict(zip(wanted, sorted(places), strict=True))
    assert places[0] >= 0


def test_on_a_telephone_the_button_stands_beside_the_field_or_leaves_it_a_line_that_holds_a_question(visit: Visit) -> None:
    page = visit(viewport={"width": 320, "height": 700}).open("recherche/")
    field, button = (page.locator(f".search-page-row > {name}").bounding_box() for name in ("input", "button"))
    assert field["y"] + field["height"] <= button["y"]
    assert field["width"] > 250
    page.set_viewport_size({"width": 480, "height": 700})
    field, button = (page.locator(f".search-page-row > {name}").bounding_box() for name in ("input", "button"))
    assert field["y"] == button["y"]
    assert field["x"] + field["width"] <= button["x"]
