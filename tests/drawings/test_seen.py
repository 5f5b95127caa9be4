"""The drawings of a built site, in a browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = [pytest.mark.site, pytest.mark.browser]
PAGES = ["alliance/", "reseau/", "besoins/", "feuille-de-route/", "reunions/"]

TEXTS = """() => [...document.querySelectorAll('svg.drawing text')].filter(one => one.checkVisibility()).map(one => {
  const box = one.getBoundingClientRect(), svg = one.closest('svg').getBoundingClientRect();
  const scale = Math.hypot(one.getScreenCTM().a, one.getScreenCTM().b);
  return {words: one.textContent, size: parseFloat(getComputedStyle(one).fontSize) * scale,
    inside: box.left >= svg.left - 2 && box.right <= svg.right + 2 && box.top >= svg.top - 2 && box.bottom <= svg.bottom + 2};
})"""
TARGETS = """() => [...document.querySelectorAll('svg.drawing a')].filter(one => one.checkVisibility())
  .map(one => one.querySelector('.drawing-target').getBoundingClientRect()).map(box => [box.width, box.height])"""


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [320, 900, 1280])
def test_text_is_large_enough_and_inside_its_drawing(visit: Callable[..., Any], path: str, width: int) -> None:
    page = visit(viewport={"width": width, "height": 900}).open(path)
    found = page.evaluate(TEXTS)
    assert found
    assert [one for one in found if one["size"] < 12 or not one["inside"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", ["alliance/", "reseau/", "besoins/", "feuille-de-route/"])
def test_a_finger_meets_each_link_and_a_keyboard_shows_where_it_is(visit: Callable[..., Any], path: str) -> None:
    page = visit(viewport={"width": 320, "height": 900}).open(path)
    sizes = page.evaluate(TARGETS)
    assert sizes
    assert min(min(size) for size in sizes) >= 24
    links = page.locator("svg.drawing a:visible")
    links.first.focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('svg.drawing') !== null")
    width = page.evaluate("getComputedStyle(document.activeElement.querySelector('.drawing-target')).strokeWidth")
    assert width == "3px"


def test_each_page_shows_one_composition_at_a_time(visit: Callable[..., Any]) -> None:
    for width in (320, 900, 1280):
        for path in PAGES:
            page = visit(viewport={"width": width, "height": 900}).open(path)
            for figure in page.locator("figure.image").all():
                assert figure.locator("svg.drawing:visible").count() == 1
