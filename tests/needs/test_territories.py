"""Who acts in a region also acts in its towns, and not the other way round."""

import pytest

from plugins.model.lists import Territory
from plugins.model.place_codes import REGIONS
from plugins.needs.territories import around, inside
from tests.needs.sample import PLACES


@pytest.mark.parametrize(
    ("slug", "expected"),
    [
        pytest.param(
            "rouen", ("rouen", "seine-maritime", "normandie", "france"), id="une commune a son département, sa région, le pays"
        ),
        pytest.param("eure", ("eure", "normandie", "france"), id="un département a sa région"),
        pytest.param("normandie", ("normandie", "france"), id="une région n'a que le pays"),
        pytest.param("france", ("france",), id="le pays n'a personne autour"),
    ],
)
def test_a_territory_knows_those_around_it_the_nearest_first(slug: str, expected: tuple[str, ...]) -> None:
    assert around(PLACES)[slug] == expected


@pytest.mark.parametrize(
    ("level", "code", "department"),
    [
        pytest.param("quartier", "QN07601M", "76", id="code d'un quartier prioritaire de 2024"),
        pytest.param("quartier", "QP076001", "76", id="code d'un quartier prioritaire de 2015"),
        pytest.param("quartier", "QN02A01M", "2A", id="quartier de Corse"),
        pytest.param("quartier", "QN97401M", "974", id="quartier d'outre-mer"),
        pytest.param("commune", "97411", "974", id="commune d'outre-mer"),
        pytest.param("commune", "2A004", "2A", id="commune de Corse"),
    ],
)
def test_codes_say_the_departement(level: str, code: str, department: str) -> None:
    places = (
        Territory(slug="ici", nom="Ici", niveau=level, code=code),
        Territory(slug="d", nom="D", niveau="departement", code=department),
    )
    assert around(places)["ici"] == ("ici", "d")


def test_what_an_entry_says_of_itself_goes_with_what_codes_say() -> None:
    places = (
        *PLACES,
        Territory(slug="metropole", nom="Métropole", niveau="intercommunalite", dans="seine-maritime"),
        Territory(slug="bourg", nom="Bourg", niveau="commune", dans="metropole"),
        Territory(slug="hauts", nom="Les Hauts", niveau="quartier", code="QN07699M", dans="bourg"),
    )
    held = around(places)
    assert held["hauts"] == ("hauts", "bourg", "metropole", "seine-maritime", "normandie", "france")
    assert set(inside(held)["metropole"]) == {"bourg", "hauts"}


def test_a_town_without_a_code_lies_in_the_country_and_nowhere_else() -> None:
    places = (*PLACES, Territory(slug="bourg", nom="Bourg", niveau="commune"))
    assert around(places)["bourg"] == ("bourg", "france")


def test_every_departement_has_one_region() -> None:
    departments = " ".join(REGIONS.values()).split()
    assert (len(REGIONS), len(departments), len(set(departments))) == (18, 101, 101)
