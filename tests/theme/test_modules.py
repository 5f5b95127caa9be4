"""The theme's JavaScript in a real browser, and what is left without it."""

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = [pytest.mark.site, pytest.mark.browser]
Walk = Callable[..., Any]
ACTOR = "acteurs/mediateurs-de-rue/"
LINK = ".corps a[href*='/agence-du-travail/']"


@pytest.mark.parametrize(
    ("day", "seen"), [("2026-12-17", True), ("2026-12-18", False)], ids=["le jour même elle reste", "le lendemain elle se tait"]
)
def test_the_banner_goes_when_its_day_is_over(walk: Walk, day: str, seen: bool) -> None:
    page = walk("", day=day)
    page.wait_for_load_state("load")
    assert page.locator(".annonce").is_visible() is seen


def test_without_javascript_the_banner_only_says_the_date(walk: Walk) -> None:
    page = walk("", day="2027-01-01", java_script_enabled=False)
    assert page.locator(".annonce").inner_text().startswith("Réunion prévue le")


def test_a_card_opens_by_keyboard_and_escape_closes_it(walk: Walk) -> None:
    page = walk(ACTOR)
    link = page.locator(LINK).first
    page.keyboard.press("Tab")  # the next focus is by keyboard
    link.focus()
    card = page.locator("#bulle")
    assert card.is_visible()
    assert "Elle accueille, conseille et accompagne" in card.inner_text()
    assert link.get_attribute("aria-describedby") == "bulle"
    page.keyboard.press("Escape")
    assert not card.is_visible()
    assert link.get_attribute("aria-describedby") is None


def test_a_card_opens_under_the_pointer_and_stays_while_it_is_read(walk: Walk) -> None:
    page = walk(ACTOR, viewport={"width": 1280, "height": 900})
    page.locator(LINK).first.hover()
    card = page.locator("#bulle")
    card.wait_for(state="visible")
    card.hover()
    page.wait_for_timeout(500)
    assert card.is_visible()
    page.mouse.move(2, 2)
    card.wait_for(state="hidden")


def test_a_card_stays_in_the_window_of_a_small_telephone(walk: Walk) -> None:
    page = walk(ACTOR, viewport={"width": 320, "height": 700})
    page.keyboard.press("Tab")
    page.locator(LINK).first.focus()
    box = page.locator("#bulle").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320


def test_without_javascript_the_link_is_a_link(walk: Walk) -> None:
    page = walk(ACTOR, java_script_enabled=False)
    page.locator(LINK).first.click()
    assert page.locator("h1").inner_text().startswith("Agence du travail")
    assert page.locator("#bulle").count() == 0
