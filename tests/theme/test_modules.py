"""The theme's JavaScript in a real browser, and what is left without it."""

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = [pytest.mark.site, pytest.mark.browser]
Walk = Callable[..., Any]
ACTOR = "acteurs/mediateurs-de-rue/"
LINK = ".prose a[href*='/agence-du-travail/']"


@pytest.mark.parametrize(
    ("day", "seen"), [("2026-12-17", True), ("2026-12-18", False)], ids=["le jour même elle reste", "le lendemain elle se tait"]
)
def test_the_banner_goes_when_its_day_is_over(walk: Walk, day: str, seen: bool) -> None:
    page = walk("", day=day)
    page.wait_for_load_state("load")
    assert page.locator(".banner").is_visible() is seen


def test_without_javascript_the_banner_only_says_the_date(walk: Walk) -> None:
    page = walk("", day="2027-01-01", java_script_enabled=False)
    assert page.locator(".banner").inner_text().startswith("Réunion prévue le")


def test_a_card_opens_by_keyboard_and_escape_closes_it(walk: Walk) -> None:
    page = walk(ACTOR)
    link = page.locator(LINK).first
    page.keyboard.press("Tab")  # the next focus is by keyboard
    link.focus()
    card = page.locator("#bulle")
    card.wait_for(state="visible")
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
    page.locator("#bulle").wait_for(state="visible")
    box = page.locator("#bulle").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320


def test_without_javascript_the_link_is_a_link(walk: Walk) -> None:
    page = walk(ACTOR, java_script_enabled=False)
    page.locator(LINK).first.click()
    assert page.locator("h1").inner_text().startswith("Agence du travail")
    assert page.locator("#bulle").count() == 0


def test_without_its_file_a_card_stays_away_and_the_link_works(walk: Walk) -> None:
    page = walk("", java_script_enabled=True)
    page.route("**/cartes-*.js", lambda route: route.abort())
    page.goto(page.url + ACTOR)
    page.keyboard.press("Tab")
    with page.expect_event("requestfailed", lambda request: "cartes-" in request.url):
        page.locator(LINK).first.focus()
    assert not page.locator("#bulle").is_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/acteurs/agence-du-travail/")


def test_the_cards_are_asked_for_once_and_only_when_one_is_wanted(walk: Walk) -> None:
    page = walk("404.html")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/cartes-" in request.url else None)
    page.goto(page.url.replace("404.html", ACTOR))
    page.wait_for_load_state("networkidle")
    assert asked == []
    for link in page.locator(LINK).all():
        page.keyboard.press("Tab")
        link.focus()
        page.locator("#bulle").wait_for(state="visible")
    assert len(asked) == 1


PHONE, DESK = {"width": 320, "height": 700}, {"width": 1280, "height": 900}
MEETING = "reunions/2026-09-17-comite/"


@pytest.mark.parametrize(
    ("viewport", "address", "seen"),
    [
        pytest.param(PHONE, MEETING, False, id="plié sur un téléphone"),
        pytest.param(PHONE, MEETING + "#c4", True, id="une adresse qui mène à une entrée déplie sa liste"),
        pytest.param(PHONE, MEETING + "#constats", True, id="celle de son titre aussi"),
        pytest.param(PHONE, MEETING + "#q1", False, id="celle d'une autre liste non"),
        pytest.param(DESK, MEETING, False, id="plié sur un écran large aussi"),
        pytest.param(DESK, MEETING + "#c4", True, id="où une adresse le déplie de même"),
    ],
)
def test_a_long_list_of_a_meeting_folds_at_every_width(walk: Walk, viewport: dict[str, int], address: str, seen: bool) -> None:
    page = walk(address, viewport=viewport)
    page.wait_for_load_state("load")
    assert page.locator("#c4").is_visible() is seen


def test_a_folded_list_opens_by_keyboard_by_its_link_and_on_paper(walk: Walk) -> None:
    page = walk(MEETING, viewport=PHONE)
    summary = page.get_by_text("Lire les 4 constats")
    summary.press("Enter")
    assert page.locator("#c4").is_visible()
    summary.press("Enter")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#c4").is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert not page.locator("#c4").is_visible()
    page.locator(".title-facts a[href='#constats']").click()
    assert page.locator("#c4").is_visible()


def test_nothing_folds_without_javascript(walk: Walk) -> None:
    assert walk(MEETING, viewport=PHONE, java_script_enabled=False).locator("#c4").is_visible()


def test_a_long_part_of_minutes_folds_on_a_telephone_under_its_heading(walk: Walk) -> None:
    page = walk(MEETING, viewport=PHONE)
    assert page.locator("#qui-forme").is_visible()
    part = page.locator(".part", has=page.get_by_text("Caisse de soutien les connaît"))
    assert part.count() == 1
    assert part.get_attribute("open") is None
    part.scroll_into_view_if_needed()  # what is far is laid out when it comes near
    part.locator("summary").get_by_text("Lire cette partie").wait_for(state="visible", timeout=5_000)
    assert page.get_by_text("Ils demandent des outils.").is_visible()  # short: nothing to spare
    page.goto(page.url.partition("#")[0] + "#qui-forme")
    part.locator("p").first.wait_for(state="visible")


def test_on_a_wide_screen_only_what_the_page_says_already_is_folded(walk: Walk) -> None:
    page = walk(MEETING, viewport=DESK)
    assert page.locator(".part").count() == 0
    assert not page.get_by_text("Les offres de chacun", exact=True).is_visible()
    page.get_by_text("Lire l’ordre du jour").click()
    assert page.get_by_text("Les offres de chacun", exact=True).is_visible()


def test_what_concerns_one_actor_is_chosen_by_keyboard_and_announced(walk: Walk) -> None:
    page = walk("suivi/", viewport=DESK)
    lines = page.locator("main [data-actors]:visible")
    all_of_them = lines.count()
    page.get_by_label("Ce qui concerne").focus()
    page.keyboard.type("Maison de quartier")
    page.get_by_text("Qui paie la formation").wait_for(state="visible")
    assert 0 < lines.count() < all_of_them
    assert page.locator(".followup-status").inner_text().startswith(f"{lines.count()}\u00a0lignes pour Maison de quartier, sur ")
    page.get_by_label("Ce qui concerne").select_option("")
    assert lines.count() == all_of_them
    assert page.locator(".followup-status").text_content() == ""


def test_the_address_of_an_actor_chooses_it_and_without_javascript_its_link_leads_to_what_it_has_to_do(walk: Walk) -> None:
    chosen = walk("suivi/?acteur=maison-de-quartier", viewport=DESK)
    assert chosen.get_by_label("Ce qui concerne").input_value() == "maison-de-quartier"
    page = walk("suivi/?acteur=maison-de-quartier", viewport=DESK, java_script_enabled=False)
    assert page.get_by_text("Qui paie la formation").is_visible()
    contents = page.get_by_role("navigation", name="Sur cette page")
    contents.get_by_text("Acteur par acteur").click()
    contents.get_by_role("link", name="Agence du travail").click()
    assert page.url.endswith("/acteurs/agence-du-travail/#attendu")
    assert page.locator("#attendu").is_visible()


def test_with_text_twice_as_large_a_sheet_keeps_its_right_gutter(walk: Walk) -> None:
    page = walk("acteurs/agence-du-travail/", viewport={"width": 640, "height": 800})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    right = page.evaluate(
        "Math.max(...[...document.querySelectorAll('.columns > *, .contact')].map(e => e.getBoundingClientRect().right))"
    )
    assert right <= 640 - 2 * 20 + 0.5  # --gutter is 1.25rem, 40 px at 200 %


@pytest.mark.parametrize("javascript", [True, False], ids=["avec JavaScript", "sans"])
def test_on_a_telephone_the_ways_in_stand_behind_a_menu(walk: Walk, javascript: bool) -> None:
    page = walk(ACTOR, viewport=PHONE, java_script_enabled=javascript)
    first = page.get_by_role("navigation", name="Navigation principale").get_by_role("link").first
    assert not first.is_visible()
    page.get_by_text("Menu", exact=True).click()
    assert first.is_visible()
    assert first.bounding_box()["height"] >= 40
    first.click()
    page.wait_for_url("**/besoins/")


def test_elsewhere_the_ways_in_are_always_open(walk: Walk) -> None:
    page = walk(ACTOR, viewport=DESK, java_script_enabled=False)
    links = page.get_by_role("navigation", name="Navigation principale").get_by_role("link").all()
    assert len(links) > 5
    assert all(link.is_visible() for link in links)
    assert not page.get_by_text("Menu", exact=True).is_visible()
