"""The paper comes back: a page opened from a sheet's code says what changed since it was printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from plugins.model.content import Content
from plugins.registry.building import build
from plugins.sheets.composing import sheets
from plugins.sheets.fingerprint import Fingerprint, fingerprint
from plugins.sheets.names import names_of

pytestmark = [pytest.mark.site, pytest.mark.browser]
Visit = Callable[..., Any]
AGENCY, NEED = "acteurs/agence-du-travail", "besoins/formation"


@pytest.fixture(scope="module")
def printed(content: Content) -> dict[str, Fingerprint]:
    """The sheets of March, when the agency had another number and nobody gave the address of the region's site."""
    doors = tuple(replace_number(door) for door in content.doors)
    region = content.actors["region-des-falaises"]
    contact = region.record.contact.model_copy(update={"site": None})
    actors = {
        **content.actors,
        region.slug: replace(region, record=region.record.model_copy(update={"contact": contact})),
    }
    old = replace(content, doors=doors, actors=actors)
    made = sheets(old, names_of(old, build(old)[0]))
    return {sheet.key: fingerprint(sheet, date(2026, 3, 1)) for sheet in made}


def replace_number(door: Any) -> Any:
    return door.model_copy(update={"telephone": "39 09"}) if door.telephone == "39 00" else door


def said(page: Any) -> list[str]:
    return [text.replace("\u00a0", " ") for text in page.locator(".returned > p, .returned li").all_inner_texts()]


def test_the_page_says_which_number_changed(visit: Visit, printed: dict[str, Fingerprint]) -> None:
    page = visit().open(f"{AGENCY}/#fiche={printed[AGENCY].full}")
    assert said(page) == [
        "Votre fiche date du 1er mars 2026 : 1 changement.",
        "Téléphone : c’est maintenant 39 00.",
        "Sources relues depuis, le 2 novembre 2026.",
        "La fiche d’aujourd’hui",
    ]
    page.get_by_role("link", name="La fiche d’aujourd’hui").click()
    assert page.url.endswith(f"{AGENCY}/fiche/")


def test_each_door_of_a_need_is_compared(visit: Visit, printed: dict[str, Fingerprint]) -> None:
    page = visit().open(f"{NEED}/#fiche={printed[NEED].full}")
    assert said(page)[:3] == [
        "Votre fiche date du 1er mars 2026 : 2 changements.",
        "Agence du travail : c’est maintenant 39 00.",
        "Région des Falaises : c’est maintenant exemple.fr.",
    ]


def test_a_sheet_of_today_is_told_to_hold_and_a_screen_reader_hears_it(visit: Visit) -> None:
    page = visit().open(f"{NEED}/")
    today = page.locator(".returned").get_attribute("data-fingerprint")
    assert said(page) == []
    page.evaluate("(today) => { location.hash = `fiche=${today}`; }", today)
    page.get_by_role("status").filter(has_text="rien n’a changé").wait_for()
    assert said(page) == ["Votre fiche date du 25 novembre 2026 : rien n’a changé."]


def test_the_address_typed_from_the_paper_says_that_something_changed(visit: Visit, printed: dict[str, Fingerprint]) -> None:
    page = visit().open(f"{NEED}/#fiche={printed[NEED].short}")
    assert said(page)[0] == "Votre fiche date du 1er mars 2026 : elle a changé depuis."


@pytest.mark.parametrize(
    "damaged",
    ["", "%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E", "20260230-abcde.zz.zz", "9" * 5000],
    ids=["vide", "du code à la place", "un jour qui n'existe pas", "trop long"],
)
def test_a_damaged_address_leaves_the_page_calm(visit: Visit, damaged: str) -> None:
    visiting = visit()
    page = visiting.open(f"{NEED}/#fiche={damaged}")
    assert said(page) == ["L’adresse lue sur votre fiche est abîmée. Voici ce que le site dit aujourd’hui."]
    assert page.locator(".returned img").count() == 0
    assert visiting.complaints == []
    page.get_by_role("heading", level=1).wait_for()


def test_without_javascript_the_address_of_a_sheet_opens_its_page(visit: Visit, printed: dict[str, Fingerprint]) -> None:
    page = visit(java_script_enabled=False).open(f"{NEED}/#fiche={printed[NEED].full}")
    assert page.get_by_role("heading", level=1).is_visible()
    assert said(page) == []
    assert page.locator(".returned").evaluate("(box) => box.getBoundingClientRect().height") == 0
