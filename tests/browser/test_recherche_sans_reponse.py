"""Questions that found nothing: kept for the visitor alone when the visitor says so, erased at will."""

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = [pytest.mark.site, pytest.mark.browser]
Visit = Callable[..., Any]
PART = "[data-page=unanswered]"
BOX = "#chercher-sans-reponse"
NOTHING = "flurbonique trazoule"


def asked(page: Any, query: str) -> None:
    page.locator("#chercher-champ").fill(query)
    page.keyboard.press("Enter")
    page.locator("[data-page=status]", has_text=query).wait_for()


def kept(page: Any) -> list[str]:
    return [text.strip("«»\u00a0 ") for text in page.locator(f"{PART} li a").all_inner_texts()]


def test_nothing_is_kept_before_the_visitor_agrees(visit: Visit) -> None:
    page = visit().open("recherche/")
    asked(page, NOTHING)
    assert kept(page) == []
    assert page.locator(f"{PART} section").is_hidden()
    assert page.evaluate("localStorage.length") == 0


def test_what_found_nothing_is_shown_again_and_what_found_something_is_not(visit: Visit) -> None:
    page = visit().open("recherche/")
    page.locator(BOX).check()
    asked(page, NOTHING)
    asked(page, "formation")
    assert kept(page) == [NOTHING]
    page.reload()
    page.locator(f"{PART} li").wait_for()
    assert kept(page) == [NOTHING]
    assert page.evaluate("Object.keys(localStorage)") == ["questions-sans-reponse"]


def test_they_are_erased_by_a_button_or_with_the_agreement(visit: Visit) -> None:
    visiting = visit()
    page = visiting.open("recherche/")
    page.locator(BOX).check()
    asked(page, NOTHING)
    page.get_by_role("button", name="Effacer ces questions").click()
    assert page.locator(f"{PART} section").is_hidden()
    assert page.evaluate("document.activeElement.id") == BOX[1:]
    asked(page, "ouistigrabule")
    assert len(kept(page)) == 1
    page.locator(BOX).uncheck()
    assert page.locator(f"{PART} section").is_hidden()
    assert page.evaluate("localStorage.length") == 0
    assert visiting.complaints == []
