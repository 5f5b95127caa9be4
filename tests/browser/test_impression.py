"""What is printed, in a real browser: everything is on the paper, and nothing is cut at its edge."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = [pytest.mark.site, pytest.mark.browser]
Visit = Callable[..., Any]

# A4 between its margins, in CSS pixels.
PAPER = {"width": 680, "height": 1000}
CUT = """() => [...document.querySelectorAll("main table, main svg, main li, main p")]
  .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map((element) => element.outerHTML.slice(0, 80))"""


def printed(visit: Visit, path: str) -> Any:
    page = visit(viewport=PAPER).open(path)
    page.emulate_media(media="print")
    return page


@pytest.mark.parametrize(
    "path",
    [
        "besoins/formation/",
        "demarche/grille-de-lecture/",
        "reunions/2026-09-17-comite/",
        "comparer/guichet/",
        "alliance/",
    ],
)
def test_nothing_is_cut_at_the_edge_of_the_paper(visit: Visit, path: str) -> None:
    assert printed(visit, path).evaluate(CUT) == []


def test_a_number_is_printed_in_ink_on_no_ground(visit: Visit) -> None:
    look = """(link) => [getComputedStyle(link).color === getComputedStyle(document.body).color,
      getComputedStyle(link).backgroundColor]"""
    number = printed(visit, "besoins/danger/").locator(".way--urgent a").first
    assert number.evaluate(look) == [True, "rgba(0, 0, 0, 0)"]


def test_who_compares_nobody_yet_prints_the_families(visit: Visit) -> None:
    assert printed(visit, "comparer/").locator(".compare + .columns").is_visible()


def test_the_answers_stand_once_on_paper_one_after_the_other(visit: Visit) -> None:
    page = printed(visit, "besoins/formation/")
    assert page.locator(".door").first.is_visible()
    assert page.locator(".side-by-side").is_hidden()


def test_a_family_of_ten_side_by_side_takes_the_sheet_by_its_long_side(visit: Visit) -> None:
    page = printed(visit, "comparer/guichet/")
    columns = """(most) => {
      for (const row of document.querySelectorAll(".comparison-table tr")) {
        while (row.children.length < most + 1) row.append(row.lastElementChild.cloneNode(true));
        while (row.children.length > most + 1) row.lastElementChild.remove();
      }
      return getComputedStyle(document.body).page;
    }"""
    assert (page.evaluate(columns, 5), page.evaluate(columns, 10)) == ("auto", "wide")
    page.set_viewport_size({"width": PAPER["height"], "height": PAPER["width"]})
    assert page.evaluate(CUT) == []


def test_what_was_found_is_printed_without_the_means_of_asking(visit: Visit) -> None:
    page = visit(viewport=PAPER).open("recherche/?q=formation")
    page.locator(".found").first.wait_for()
    page.emulate_media(media="print")
    assert "résultats pour «\u00a0formation\u00a0»" in page.locator("[data-page=status]").inner_text()
    assert [page.locator(f".chercher-{part}").first.is_visible() for part in ("formulaire", "preciser", "memoire")] == [False] * 3


def test_the_families_that_are_missing_are_named_on_paper(visit: Visit) -> None:
    page = printed(visit, "alliance/")
    names = page.locator(".alliance-families .family-link")
    assert names.count() == 6
    assert all(name.is_visible() for name in names.all())
