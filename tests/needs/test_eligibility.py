"""« Suis-je concerné ? »: the door that answers stands beside what depends on it, and nowhere else."""

import pytest

from plugins.model.content import Content
from plugins.model.lists import Door, Term, Territory
from plugins.needs.eligibility import eligibility
from tests.needs.sample import content

DOOR = Door.model_validate(
    {
        "slug": "mon-adresse",
        "nom": "Mon adresse est-elle en zone bleue ?",
        "genre": "demarche",
        "url": "https://exemple.fr/adresse",
        "reconnait": ["habitants-zone-bleue"],
        "mots": ["zone bleue", "ZB"],
        "verifie_le": "2026-11-02",
        "source": "Une page",
    }
)
OTHER = DOOR.model_copy(update={"slug": "autre", "nom": "Autre", "reconnait": [], "mots": []})


def site(*places: Territory) -> Content:
    return Content(doors=(OTHER, DOOR), territories=places)


def test_a_public_shows_the_door_that_recognises_it() -> None:
    found = eligibility(site())
    assert [way.href for way in found.of(["jeunes", "habitants-zone-bleue"])] == ["https://exemple.fr/adresse"]
    assert found.of(["jeunes"]) == ()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("Habiter une zone bleue.", True, id="les mots"),
        pytest.param("Dans les Zones  bleues de la ville.", True, id="pluriel, capitale, deux espaces"),
        pytest.param("Vivre en ZB, et avoir 26 ans.", True, id="le sigle"),
        pytest.param("Habiter une zone bleutée.", False, id="un mot plus long"),
        pytest.param("Habiter AZBY.", False, id="le sigle dans un mot"),
        pytest.param(None, False, id="aucune condition"),
    ],
)
def test_a_condition_that_names_it_shows_the_door(text: str | None, shown: bool) -> None:
    assert bool(eligibility(site()).named_in(text)) is shown


def test_the_entry_of_the_glossary_shows_the_door() -> None:
    found = eligibility(site())
    assert found.of_term(Term(terme="Zone où l'on aide", sigle="ZB", definition="Une zone."))
    assert not found.of_term(Term(terme="Zone verte", sigle="ZV", definition="Une autre."))


def test_the_door_stands_beside_the_choice_of_a_place_where_districts_are_known() -> None:
    assert eligibility(site()).for_places == ()
    assert eligibility(site(Territory(slug="q", nom="Q", niveau="quartier"))).for_places
    assert eligibility(content()).for_places == ()
