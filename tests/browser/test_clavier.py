"""The whole journey by keyboard alone: where one stands is always seen, and never lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = [pytest.mark.site, pytest.mark.browser]

WIDTHS = pytest.mark.parametrize("width", [320, 1280])
MOST_STEPS = 120

# What has the focus: its words, its element, and what a sighted person sees of it.
FOCUS = """() => {
  const element = document.activeElement;
  const box = element.getClientRects()[0]; // of the first line, where a link goes over two
  const style = getComputedStyle(element);
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const x = Math.min(Math.max(box.left + Math.min(box.width, 20) / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max(box.top + Math.min(box.height, 20) / 2, 0), innerHeight - 1);
  const above = document.elementFromPoint(x, y);
  return {
    name: (element.labels?.[0] ?? element).textContent.replace(/\\s+/g, " ").trim().replace(/ \\d+$/, ""),
    tag: element.tagName,
    ring,
    inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    covered: !(above && (element.contains(above) || above.contains(element) || element.labels?.[0]?.contains(above))),
  };
}"""


def tab_to(page: Any, words: str) -> None:
    """Press Tab until an element of these words, counts left aside, has the focus; each step on the way must be seen."""
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        page.wait_for_timeout(10)
        now = page.evaluate(FOCUS)
        assert now["tag"] != "BODY", f"the focus is lost before « {words} »"
        assert now["ring"], f"no ring on {now}"
        assert now["inside"], f"out of sight: {now}"
        assert not now["covered"], f"hidden by something: {now}"
        if now["name"] == words:
            return
    raise AssertionError(f"« {words} » is not reached in {MOST_STEPS} steps")


def follow(page: Any, words: str, address: str) -> None:
    tab_to(page, words)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{address}")
    page.wait_for_load_state()


@WIDTHS
@pytest.mark.parametrize("scripts", [True, False], ids=["avec JavaScript", "sans JavaScript"])
def test_from_the_home_page_to_a_sheet(visit: Callable[..., Any], width: int, scripts: bool) -> None:
    page = visit(viewport={"width": width, "height": 740}, java_script_enabled=scripts, reduced_motion="reduce").open("")
    follow(page, "Je cherche une formation", "besoins/formation/")
    follow(page, "Région des Falaises", "acteurs/region-des-falaises/")
    follow(page, "Fiche à imprimer", "acteurs/region-des-falaises/fiche/")
    assert "Région des Falaises" in page.locator("h1").inner_text()


@WIDTHS
def test_through_the_finder(visit: Callable[..., Any], width: int) -> None:
    page = visit(viewport={"width": width, "height": 740}, reduced_motion="reduce").open("qui-peut-aider/")
    if width < 900:  # a telephone folds the questions
        tab_to(page, "Ce que dit la personne")
        page.keyboard.press("Enter")
    tab_to(page, "Je cherche une formation")
    page.keyboard.press("Space")
    page.locator(".finder-status", has_text="correspond").wait_for()
    # On a desk the focus stays on what was ticked; on a telephone the question folds, says it, and keeps the focus.
    assert page.evaluate(FOCUS)["name"].endswith("Je cherche une formation")
    first = page.locator(".helper .card-link").first
    follow(page, first.inner_text(), "acteurs/**")


@WIDTHS
def test_through_the_comparison(visit: Callable[..., Any], width: int) -> None:
    page = visit(viewport={"width": width, "height": 740}, reduced_motion="reduce").open("comparer/")
    page.locator("[data-compare=families] input").first.wait_for()
    names = [label.strip() for label in page.locator("[data-compare=families] details[open] label").all_inner_texts()[:2]]
    for name in names:
        tab_to(page, name)
        page.keyboard.press("Space")
        assert page.evaluate(FOCUS)["name"] == name
    table = page.get_by_role("table")
    assert table.is_visible()
    tab_to(page, table.get_by_role("link").first.text_content())
