"""A door that opens near some towns alone is shown there, on its actor's sheet, and nowhere else."""

import json
from dataclasses import replace
from datetime import date

import pytest
from pydantic import ValidationError

from plugins.diagnostics import Place
from plugins.model.content import Content
from plugins.model.lists import Door, Territory
from plugins.needs.checking import check_needs
from plugins.needs.data import data_file
from plugins.needs.finder import Choice, Finder, finder
from plugins.needs.relay import relays
from plugins.needs.ways import nearby, ways
from tests.needs.sample import PLACES, actor, content, need

DISTRICT = Territory(slug="remparts", nom="Les Remparts", niveau="quartier", code="QN07699M", dans="rouen")


def place(slug: str, *towns: str, **more: object) -> Door:
    given = {
        "slug": slug, "nom": f"Agence {slug}", "genre": "lieu", "adresse": f"1 rue {slug}", "acteur": "agence", "territoires": list(towns),
        "telephone": "02 61 91 00 01", "verifie_le": "2026-11-20", "source": "Une page",
    }  # fmt: skip
    return Door.model_validate({**given, **more})


def site(*doors: Door) -> Content:
    found = content(actor("agence", territoires=["normandie"]), need("travail", "agence"), places=(*PLACES, DISTRICT))
    return replace(found, doors=doors, door_places=tuple(Place("portes.yml", rank) for rank in range(len(doors))))


def choice(found: Finder, value: str) -> Choice:
    return next(one for facet in found.facets if facet.code == "territoire" for one in facet.choices if one.value == value)


def test_a_place_is_no_way_for_everybody() -> None:
    found = site(place("nord", "rouen"), place("sud", "evreux"))
    assert ways(found) == {}
    (step,) = relays(found)["travail"].steps
    assert (step.ways, step.places, step.reachable) == ((), 2, True)


def test_it_is_listed_with_its_towns_its_address_first_its_day_and_its_source() -> None:
    (one,) = nearby(site(place("nord", "rouen", "evreux", url="https://exemple.fr/nord")))["agence"]
    assert (one.name, one.places, one.verified, one.source.titre) == (
        "Agence nord",
        ("rouen", "evreux"),
        date(2026, 11, 20),
        "Une page",
    )
    assert [(way.kind, way.value, way.name) for way in one.ways] == [
        ("adresse", "1 rue nord", "Agence nord"),
        ("telephone", "02 61 91 00 01", ""),
        ("demarche", "https://exemple.fr/nord", ""),
    ]


@pytest.mark.parametrize(
    ("chosen", "shown"),
    [
        pytest.param("rouen", ["1 rue nord", "02 61 91 00 01"], id="dans sa commune"),
        pytest.param("remparts", ["1 rue nord", "02 61 91 00 01"], id="dans un quartier de sa commune"),
        pytest.param("evreux", ["1 rue sud", "02 61 91 00 01"], id="dans une autre, le sien"),
        pytest.param("seine-maritime", [], id="dans un département, aucun n'est le plus proche"),
        pytest.param("normandie", [], id="ni dans une région"),
    ],
)
def test_the_finder_shows_it_to_who_chose_one_of_its_towns(chosen: str, shown: list[str]) -> None:
    found = finder(site(place("nord", "rouen"), place("sud", "evreux")))
    (helper,) = found.helpers
    assert [way.value for way in helper.shown(choice(found, chosen))] == shown


def test_the_browser_is_given_each_place_once_and_where_it_is_near() -> None:
    made = site(place("nord", "rouen"), place("sud", "evreux"))
    text = data_file(finder(made), made).text
    (told,) = json.loads(text[text.index("{") : text.rindex("}") + 1])["acteurs"]
    assert [lines[0][0] for lines in told["lieux"]] == ["1 rue nord", "1 rue sud"]
    assert told["pres"] == {"rouen": [0], "remparts": [0], "evreux": [1]}
    assert "voies" not in told


def test_a_town_that_has_a_place_of_somebody_has_its_page() -> None:
    assert choice(finder(site(place("nord", "rouen"))), "rouen").has_page
    assert not choice(finder(site(place("nord", "rouen"))), "evreux").has_page


def test_an_actor_with_a_place_can_be_reached_and_two_places_may_share_a_number() -> None:
    told = [one.message for one in check_needs(site(place("nord", "rouen"), place("sud", "evreux")), date(2026, 11, 25))]
    assert [one for one in told if "joindre" in one or "même chose" in one] == []


def test_a_place_without_an_address_is_refused() -> None:
    with pytest.raises(ValidationError, match="une porte de genre lieu a besoin de « adresse »"):
        place("nord", "rouen", adresse=None)
