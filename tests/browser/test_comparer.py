"""Comparing actors, in a real browser: by choice with JavaScript, by family without."""

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = [pytest.mark.site, pytest.mark.browser]
Visit = Callable[..., Any]
HEADS = ".comparison thead th a"


def names(page: Any) -> list[str]:
    return [text.strip() for text in page.locator(HEADS).all_inner_texts()]


def test_two_to_five_actors_stand_side_by_side_and_the_address_says_which(visit: Visit) -> None:
    page = visit().open("comparer/")
    page.get_by_label("Maison de quartier", exact=True).check()
    assert page.locator(".comparison").count() == 0
    assert "encore un" in page.locator("[data-compare=status]").inner_text()
    page.get_by_label("Médiateurs de rue", exact=True).check()
    assert page.url.endswith("/comparer/?acteur=maison-de-quartier&acteur=mediateurs-de-rue")
    assert len(names(page)) == 2
    assert page.locator(".comparison tbody tr").count() == 8
    page.go_back()
    assert page.locator(".comparison").count() == 0
    page.go_forward()
    assert names(page)[1] == "Médiateurs de rue"


def test_an_address_that_was_sent_shows_the_same_table(visit: Visit) -> None:
    visiting = visit()
    page = visiting.open("comparer/?acteur=caisse-de-soutien&acteur=absent&acteur=union-des-metiers")
    page.locator(HEADS).first.wait_for()
    assert len(names(page)) == 2
    assert visiting.complaints == []


def test_a_sixth_actor_cannot_be_added(visit: Visit) -> None:
    page = visit().open(
        "comparer/?"
        + "&".join(
            f"acteur={one}"
            for one in (
                "caisse-de-soutien",
                "union-des-metiers",
                "voisins-relais",
                "direction-du-travail",
                "lycee-des-metiers",
                "clubs-de-sport",
            )
        )
    )
    page.locator(HEADS).first.wait_for()
    assert len(names(page)) == 5
    assert page.locator(".compare-family input:not(:checked)").first.is_disabled()


def test_a_hole_is_seen_and_leads_to_where_it_is_filled(visit: Visit) -> None:
    page = visit().open("comparer/?acteur=union-des-metiers&acteur=caisse-de-soutien")
    hole = page.locator(".comparison-empty").first
    hole.wait_for()
    assert hole.inner_text().startswith("Manquant.")
    ways = page.locator(".comparison a", has_text="compléter cette fiche")
    assert ways.count() <= 2, "one a sheet, not one a hole"
    ways.first.click()
    assert page.url.endswith("/contribuer/")


@pytest.mark.parametrize("scripts", [True, False], ids=["avec JavaScript", "sans JavaScript"])
def test_on_a_telephone_answers_stand_under_each_other_and_none_is_cut(visit: Visit, scripts: bool) -> None:
    address = "comparer/?acteur=union-des-metiers&acteur=caisse-de-soutien" if scripts else "comparer/partenaires/"
    page = visit(viewport={"width": 360, "height": 740}, java_script_enabled=scripts).open(address)
    page.locator(HEADS).first.wait_for()
    boxes = [cell.bounding_box() for cell in page.locator(".comparison tbody td").all()]
    assert len(boxes) > 8
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= 360 for box in boxes)
    told = page.locator(".comparison tbody tr:has(td:not(.comparison-empty)) td").all()
    assert told
    assert len({cell.bounding_box()["x"] for cell in told}) == 1, "one column"


def test_on_a_telephone_a_point_on_which_nobody_spoke_takes_one_run_of_words(visit: Visit) -> None:
    page = visit(viewport={"width": 360, "height": 740}).open("comparer/soutien/")
    silent = page.locator(".comparison tbody tr:not(:has(td:not(.comparison-empty)))").first
    seen = [word for word in silent.locator(".missing-word").all() if word.bounding_box()["width"] > 2]
    assert len(seen) == 1, "said once to the eye"
    assert silent.locator("td", has_text="Manquant.").count() == silent.locator("td").count() > 1, (
        "and in each cell to who listens"
    )


def test_two_actors_share_the_whole_width(visit: Visit) -> None:
    page = visit(viewport={"width": 1280, "height": 900}).open("comparer/?acteur=union-des-metiers&acteur=caisse-de-soutien")
    page.locator(HEADS).first.wait_for()
    frame, table = (page.locator(one).bounding_box()["width"] for one in (".comparison", ".comparison-table"))
    assert abs(frame - table) <= 1


def test_names_have_the_apostrophe_of_books_with_and_without_javascript(visit: Visit) -> None:
    drawn = visit().open("comparer/?acteur=ateliers-d-insertion&acteur=agence-du-travail")
    drawn.locator(HEADS).first.wait_for()
    assert "Ateliers d\u2019insertion" in drawn.locator(".comparison").inner_text()
    assert "'" not in drawn.locator(".comparison").inner_text()


CELLS = """(rows) => Object.fromEntries(rows.flatMap((row) => [...row.querySelectorAll("td")].map((cell) => [
  row.querySelector("th").innerText + " / " + cell.dataset.of,
  [cell.innerText, ...[...cell.querySelectorAll("a")].map((one) => [one.innerText, one.href, one.title, one.dataset.hue, one.className])],
])))"""


def test_a_cell_says_the_same_and_leads_to_the_same_pages_with_and_without_javascript(visit: Visit) -> None:
    asked = "&acteur=".join(["union-des-metiers", "delegues-du-quartier", "direction-du-travail", "region-des-falaises"])
    drawn = visit().open(f"comparer/?acteur={asked}")
    drawn.locator(HEADS).first.wait_for()
    written = visit(java_script_enabled=False).open("comparer/partenaires/")
    told = drawn.locator(".comparison tbody tr").evaluate_all(CELLS)
    assert told == written.locator(".comparison tbody tr").evaluate_all(CELLS)
    assert any(links for _, *links in told.values()), "a cell has a link"


def test_once_two_are_chosen_the_choice_folds_and_says_itself(visit: Visit) -> None:
    page = visit(viewport={"width": 360, "height": 740}).open("comparer/?acteur=union-des-metiers&acteur=caisse-de-soutien")
    page.locator(HEADS).first.wait_for()
    assert page.locator(".compare-family[open]").count() == 0
    assert "Union des métiers" in page.locator(".compare-family summary", has_text="Partenaires").inner_text()
    one = visit().open("comparer/?acteur=union-des-metiers")
    one.get_by_label("Union des métiers", exact=True).wait_for()
    assert one.locator(".compare-family[open]").count() == 1


def test_without_javascript_a_family_stands_side_by_side(visit: Visit) -> None:
    page = visit(java_script_enabled=False).open("comparer/")
    assert not page.get_by_text("Choisir deux à cinq acteurs").is_visible()
    page.locator(".columns a", has_text="Protection et soutien").click()
    assert page.locator(".comparison thead th").count() == 4
    assert page.locator(".comparison-empty").count() > 0


def test_a_wide_table_scrolls_by_keyboard_on_a_tablet(visit: Visit) -> None:
    page = visit(viewport={"width": 700, "height": 700}).open("comparer/soutien/")
    table = page.locator(".comparison")
    table.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(300)
    assert table.evaluate("(one) => one.scrollLeft") > 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 700


def test_a_sheet_leads_to_the_comparison_with_its_actor_chosen(visit: Visit) -> None:
    page = visit().open("acteurs/agence-du-travail/")
    page.get_by_role("link", name="Comparer avec d’autres acteurs").click()
    page.get_by_label("Agence du travail", exact=True).wait_for()
    assert page.get_by_label("Agence du travail", exact=True).is_checked()
