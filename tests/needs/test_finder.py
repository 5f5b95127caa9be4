"""From the home page to an actor's way in, and the finder, in a real browser, with and without JavaScript."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plugins.model.loading import load
from plugins.needs.helping import Finder, finder

pytestmark = [pytest.mark.site, pytest.mark.browser]

ROOT = Path(__file__).parents[2]
PHONE = {"viewport": {"width": 320, "height": 640}, "has_touch": True}
Visit = Callable[..., Any]
JAVASCRIPT = pytest.mark.parametrize("scripts", [True, False], ids=["avec JavaScript", "sans JavaScript"])


@pytest.fixture(scope="module")
def known() -> Finder:
    return finder(load(ROOT / "content")[0])


def plain(text: str) -> str:
    """As an editor types it: plain spaces and apostrophes."""
    return text.replace("\u2019", "'").replace("\u00a0", " ").replace("\u202f", " ")


def shown(page: Any) -> list[str]:
    return [plain(name) for name in page.locator(".aide:not([hidden]) .fiche-lien").all_inner_texts()]


def expected(known: Finder, **chosen: str) -> list[str]:
    accepted = {
        facet.code: choice.accepts for facet in known.facets for choice in facet.choices if chosen.get(facet.code) == choice.value
    }
    assert accepted.keys() == chosen.keys()
    return [
        helper.actor.record.titre
        for helper in known.helpers
        if all(not values.isdisjoint(helper.values[facet]) for facet, values in accepted.items())
    ]


@JAVASCRIPT
def test_three_taps_lead_from_the_home_page_to_an_actor_s_way_in(visit: Visit, scripts: bool) -> None:
    page = visit(java_script_enabled=scripts, **PHONE).open("")
    page.get_by_role("link", name="Je cherche une formation").tap()  # 1: the need
    assert page.locator("h1").inner_text() == "Je cherche une formation"
    page.get_by_role("link", name=re.compile(r"Comment joindre\s: Région Normandie")).tap()  # 2: the door
    page.wait_for_url("**/acteurs/region-normandie/#joindre")
    way_in = page.locator("section.joindre a[rel=external]")
    assert way_in.is_visible()
    box = way_in.bounding_box()
    assert 0 <= box["y"] <= 640 - box["height"], "the way in is on the screen, without scrolling"
    assert way_in.get_attribute("href") == "https://www.normandie.fr/"  # 3 would leave the site


@JAVASCRIPT
def test_the_finder_stands_one_tap_from_the_home_page(visit: Visit, scripts: bool) -> None:
    page = visit(java_script_enabled=scripts, **PHONE).open("")
    page.get_by_role("link", name="Croiser le besoin, la personne et le lieu").tap()
    assert plain(page.locator("h1").inner_text()) == "Qui peut aider ?"


def test_choices_narrow_the_list_as_the_python_side_says(visit: Visit, known: Finder) -> None:
    page = visit(viewport={"width": 1280, "height": 900}).open("qui-peut-aider/")
    assert shown(page) == expected(known)
    page.get_by_label("Je cherche un travail").check()
    assert shown(page) == expected(known, besoin="je-cherche-un-travail")
    page.get_by_label("Rouen").check()
    page.get_by_label("habitants des quartiers prioritaires").check()
    chosen = {"besoin": "je-cherche-un-travail", "territoire": "rouen", "public": "residents-qpv"}
    assert shown(page) == expected(known, **chosen)
    assert 0 < len(shown(page)) < len(expected(known))


def test_a_count_says_how_many_the_choice_would_leave(visit: Visit, known: Finder) -> None:
    page = visit(viewport={"width": 1280, "height": 900}).open("qui-peut-aider/?besoin=je-cherche-un-travail")
    line = page.locator(".aider-facette[data-facette=role] .facette-choix", has_text="aller vers et aller dans")
    count = int(line.locator(".compte").inner_text())
    line.locator("input").check()
    assert len(shown(page)) == count == len(expected(known, besoin="je-cherche-un-travail", role="les-deux"))
    assert page.locator("#aider-etat").inner_text().startswith(f"{count} acteur")


def test_what_is_chosen_stands_in_the_address_and_back_takes_it_away(visit: Visit, known: Finder) -> None:
    page = visit(viewport={"width": 1280, "height": 900}).open("qui-peut-aider/")
    page.get_by_label("Je cherche un travail").check()
    page.get_by_label("Le Havre").check()
    assert page.url.endswith("?besoin=je-cherche-un-travail&territoire=le-havre")
    page.reload()
    assert shown(page) == expected(known, besoin="je-cherche-un-travail", territoire="le-havre")
    assert page.get_by_label("Le Havre").is_checked()
    page.go_back()
    assert shown(page) == expected(known, besoin="je-cherche-un-travail")
    assert not page.get_by_label("Le Havre").is_checked()


def test_each_result_says_why_it_is_there_and_nothing_else(visit: Visit) -> None:
    page = visit(viewport={"width": 1280, "height": 900}).open("qui-peut-aider/")
    assert page.locator(".raison:visible").count() == 0
    page.get_by_label("Je cherche un travail").check()
    page.get_by_label("Rouen").check()
    for result in page.locator(".aide:not([hidden])").all():
        reasons = [plain(text) for text in result.locator(".raison:visible").all_inner_texts()]
        assert reasons[0].startswith("Je cherche un travail : ")
        assert [reason for reason in reasons if reason.startswith("Où il agit : ")]
        assert not [reason for reason in reasons if reason.startswith("Pour : ")]


def test_choices_that_nobody_meets_say_so_and_can_be_taken_away(visit: Visit, known: Finder) -> None:
    page = visit(viewport={"width": 320, "height": 640}).open(
        "qui-peut-aider/?besoin=ma-sante-m-inquiete-pour-reprendre-un-travail&role=aller-vers"
    )
    assert shown(page) == []
    assert page.get_by_text("Personne ne répond à tous ces choix.").is_visible()
    page.get_by_role("button", name="Effacer les choix").click()
    assert shown(page) == expected(known)
    assert "?" not in page.url


def test_the_finder_is_worked_by_keyboard(visit: Visit, known: Finder) -> None:
    page = visit(viewport={"width": 1280, "height": 900}).open("qui-peut-aider/")
    page.get_by_label("Je cherche une formation").focus()
    page.keyboard.press("Space")
    assert shown(page) == expected(known, besoin="je-cherche-une-formation")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert len(shown(page)) > len(expected(known, besoin="je-cherche-une-formation"))


def test_an_old_address_with_unknown_values_shows_everything(visit: Visit, known: Finder) -> None:
    visiting = visit(viewport={"width": 1280, "height": 900})
    page = visiting.open("qui-peut-aider/?besoin=disparu&territoire=%3Cscript%3E&x=1")
    assert shown(page) == expected(known)
    assert visiting.complaints == []


@pytest.mark.parametrize("facet", ["besoin", "public", "territoire", "role", "famille"])
def test_without_javascript_every_choice_is_a_link_to_a_page_that_says_the_same(visit: Visit, known: Finder, facet: str) -> None:
    page = visit(java_script_enabled=False, **PHONE).open("qui-peut-aider/")
    choices = next(one.choices for one in known.facets if one.code == facet)
    details = page.locator(f".aider-facette[data-facette={facet}]")
    if details.get_attribute("open") is None:
        details.locator("summary").tap()
    assert details.locator("a").count() == len(choices)
    details.locator("a").first.tap()
    page.wait_for_load_state()
    matching = [helper.actor.record.titre for helper in known.matching(facet, choices[0])]
    text = plain(page.locator("main").inner_text())
    assert [title for title in matching if title not in text] == []


def test_a_plain_page_lists_who_helps_there_and_why(visit: Visit, known: Finder) -> None:
    page = visit(java_script_enabled=False, **PHONE).open("qui-peut-aider/territoire/le-havre/")
    assert shown(page) == expected(known, territoire="le-havre")
    assert page.locator(".aide", has_text="Équipes Emploi Insertion").get_by_text("Où il agit : Le Havre").is_visible()
