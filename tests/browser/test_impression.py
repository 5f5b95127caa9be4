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


def test_the_answers_side_by_side_share_the_width_without_addresses(visit: Visit) -> None:
    page = printed(visit, "besoins/formation/")
    table = page.locator(".cote-a-cote-table")
    assert table.evaluate("(table) => table.scrollWidth - table.parentElement.clientWidth") <= 1
    source = table.locator("a[rel~=external]").first
    assert source.evaluate("(link) => getComputedStyle(link, '::after').content") == "none"


def test_the_families_that_are_missing_are_named_on_paper(visit: Visit) -> None:
    page = printed(visit, "alliance/")
    names = page.locator(".alliance-familles .famille-lien")
    assert names.count() == 6
    assert all(name.is_visible() for name in names.all())
