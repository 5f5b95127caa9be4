"""Who asks for help arrives: a way in above the fold, in at most three taps, on a telephone, with and without JavaScript."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from plugins.model.content import Content
from plugins.needs.relay import relays

pytestmark = [pytest.mark.site, pytest.mark.browser]
Visit = Callable[..., Any]
TELEPHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
WAY = "main a[href^='tel:'], main a.way-link[href^='https:']"
MOST_TAPS = 3


def test_each_need_that_has_a_door_shows_a_way_in_above_the_fold(visit: Visit, content: Content) -> None:
    visiting, seen = visit(**TELEPHONE), []
    for need in content.needs.values():
        if not relays(content)[need.slug].opening:
            continue
        way = visiting.open(need.url).locator(WAY).first
        box = way.bounding_box()
        assert box, need.slug
        assert box["y"] + box["height"] <= TELEPHONE["viewport"]["height"], need.slug
        seen.append(need.slug)
    assert len(seen) > 4


def test_in_a_danger_every_number_is_on_the_first_screen_beside_what_it_is_for(visit: Visit) -> None:
    page = visit(**TELEPHONE).open("besoins/danger/")
    numbers = page.locator(".ways--top .way")
    assert numbers.count() > 1
    for line in numbers.all():
        link, name = (line.locator(one).bounding_box() for one in ("a", ".way-name"))
        assert link["y"] + link["height"] <= TELEPHONE["viewport"]["height"]
        assert name["x"] >= link["x"] + link["width"], "on the same line, whatever the length of the name"
        assert link["height"] >= 44


@dataclass(frozen=True)
class Journey:
    """Someone, the links that they tap from the home page, and the way in that they find there and tap last."""

    who: str
    taps: tuple[str, ...]
    way: str


# The nine people of a visit to the project's own site, among the actors and the needs invented for the tests.
JOURNEYS = (
    Journey("trois ans sans travail, une formation", ("Je cherche une formation",), "tel:3900"),
    Journey("moins de 26 ans, sans diplôme", ("jeunes",), "https://www.exemple.fr/missions"),
    Journey("une santé qui inquiète", ("Ma santé m’inquiète",), "tel:0200000001"),
    Journey("une mère qui cherche une aide", ("Je ne connais pas mes droits",), "tel:0200000001"),
    Journey("loin de la ville", ("Croiser le besoin, la personne et le lieu",), "tel:0200000003"),
    Journey("une déléguée, pour quelqu'un sur un palier", ("Je cherche un travail",), "tel:3900"),
    Journey("un agent, au nom de son institution", ("Service public de l’emploi", "Agence du travail"), "tel:3900"),
    Journey("une membre, depuis la dernière réunion", ("Comité local", "Agence du travail"), "tel:3900"),
    Journey("une rédactrice, qui relit un numéro", ("Tout le site de A à Z", "Maison des solidarités"), "tel:0200000001"),
)  # fmt: skip


@pytest.mark.parametrize("script", [True, False], ids=["avec JavaScript", "sans JavaScript"])
@pytest.mark.parametrize("journey", JOURNEYS, ids=[journey.who for journey in JOURNEYS])
def test_a_journey_ends_at_a_way_in_in_three_taps_at_most(visit: Visit, journey: Journey, script: bool) -> None:
    page = visit(**TELEPHONE, java_script_enabled=script).open("")
    for name in journey.taps:
        before = page.url
        page.locator("main, footer").get_by_role("link", name=name).locator("visible=true").first.tap()
        page.wait_for_url(lambda url, before=before: url != before)
    way = page.locator(f"main a[href='{journey.way}']").locator("visible=true").first
    way.tap(trial=True)
    assert len(journey.taps) + 1 <= MOST_TAPS
