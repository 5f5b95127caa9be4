"""Sharing a page: by the system where it can, else by copying its address; nothing without JavaScript."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = [pytest.mark.site, pytest.mark.browser]
Visit = Callable[..., Any]
PAGES = ["besoins/formation/", "acteurs/agence-du-travail/", "acteurs/agence-du-travail/fiche/"]

SYSTEM = """navigator.canShare = () => true;
navigator.share = async (what) => { window.given = what; if (window.refusal) throw new DOMException("", window.refusal); };"""
NOTHING = """Object.defineProperty(Navigator.prototype, "share", { value: undefined, configurable: true });
Object.defineProperty(Navigator.prototype, "clipboard", { value: undefined, configurable: true });"""


def begin(visit: Visit, script: str, **options: object) -> Any:
    visiting = visit(**options)
    visiting.page.add_init_script(script)
    return visiting


@pytest.mark.parametrize("path", PAGES)
def test_the_system_is_given_the_page_by_the_keyboard_too(visit: Visit, path: str) -> None:
    visiting = begin(visit, SYSTEM)
    page = visiting.open(f"{path}#fiche=20260301-abcde")
    button = page.get_by_role("button", name="Partager")
    button.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("window.given")
    assert page.evaluate("window.given") == {"title": page.title(), "url": f"{visiting.address}/{path}"}
    assert visiting.complaints == []


def test_who_closes_the_list_of_the_system_is_told_nothing(visit: Visit) -> None:
    visiting = begin(visit, SYSTEM + "window.refusal = 'AbortError';")
    page = visiting.open(PAGES[0])
    page.get_by_role("button", name="Partager").click()
    page.wait_for_function("window.given")
    assert page.locator(".share [role=status]").inner_text() == ""
    assert visiting.complaints == []


def test_without_a_system_that_shares_the_address_is_copied_and_it_is_said(visit: Visit) -> None:
    script = NOTHING + """Object.defineProperty(Navigator.prototype, "clipboard",
      { value: { writeText: async (text) => { window.copied = text; } }, configurable: true });"""  # fmt: skip
    visiting = begin(visit, script)
    page = visiting.open(PAGES[0])
    page.get_by_role("button", name="Copier l’adresse").click()
    page.locator(".share [role=status]", has_text="Adresse copiée.").wait_for()
    assert page.evaluate("window.copied") == f"{visiting.address}/{PAGES[0]}"


def test_an_address_that_cannot_be_copied_is_shown(visit: Visit) -> None:
    script = NOTHING + """Object.defineProperty(Navigator.prototype, "clipboard",
      { value: { writeText: async () => { throw new DOMException("", "NotAllowedError"); } }, configurable: true });"""  # fmt: skip
    visiting = begin(visit, script)
    page = visiting.open(PAGES[0])
    page.get_by_role("button", name="Copier l’adresse").click()
    page.locator(".share [role=status]", has_text=f"{visiting.address}/{PAGES[0]}").wait_for()
    assert visiting.complaints == []


def test_where_nothing_can_be_shared_there_is_no_button(visit: Visit) -> None:
    assert not begin(visit, NOTHING).open(PAGES[0]).locator(".share").is_visible()
    assert not visit(java_script_enabled=False).open(PAGES[0]).locator(".share").is_visible()
