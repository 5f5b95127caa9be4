"""What the search is told of the finder: itself, its pages, and every place that a visitor may type."""

from datetime import date

from plugins.model.lists import PlaceEnd, Territory
from plugins.needs.findable import findable_help
from plugins.needs.finder import finder
from tests.needs.sample import PLACES, actor, content

DISTRICTS = (
    Territory(slug="qn1", nom="Les Roses - Le Lac", niveau="quartier", code="QN07601M", dans="rouen"),
    Territory(slug="qn2", nom="Le quartier prioritaire de Rouen", niveau="quartier", code="QN07602M", dans="rouen"),
)
SITE = content(
    actor("voisins", territoires=["rouen"], publics=["jeunes"]),
    actor("etat", territoires=["france"]),
    places=(*PLACES, *DISTRICTS),
)
FOUND = {one.url: one for one in findable_help(finder(SITE), SITE)}


def test_a_place_with_its_page_leads_to_it_and_any_other_to_the_finder_at_that_place() -> None:
    assert FOUND["qui-peut-aider/territoire/rouen/"].title == "Rouen"
    assert FOUND["qui-peut-aider/?territoire=evreux"].title == "Évreux"
    assert "qui-peut-aider/?territoire=rouen" not in FOUND


def test_a_district_is_found_by_each_of_its_names_and_by_its_code_and_tells_its_town() -> None:
    roses = FOUND["qui-peut-aider/?territoire=qn1"]
    assert roses.title == "Les Roses - Le Lac (Rouen)"
    assert roses.names == ("Les Roses - Le Lac", "Les Roses", "Le Lac", "QN07601M")
    assert roses.summary.startswith("Quartier prioritaire de la politique de la ville, QN07601M, Rouen.")


def test_a_district_that_names_its_town_does_not_name_it_twice() -> None:
    assert FOUND["qui-peut-aider/?territoire=qn2"].title == "Le quartier prioritaire de Rouen"


def test_the_finder_and_its_page_for_a_public_are_told() -> None:
    assert FOUND["qui-peut-aider/"].title == "Qui peut aider ?"
    assert FOUND["qui-peut-aider/public/jeunes/"].title == "Qui peut aider ? jeunes"


def test_nothing_is_told_of_a_finder_without_actors() -> None:
    assert list(findable_help(finder(content()), content())) == []


def test_a_town_that_joined_another_is_found_by_its_old_name_at_the_one_that_took_its_place() -> None:
    changed = (
        Territory(slug="bourg", nom="Bourg", niveau="commune", fin=PlaceEnd(date=date(2025, 12, 31), suite=["rouen"])),
        Territory(slug="neuve", nom="Ville-Neuve", niveau="commune", anciens_noms=["Vieille-Ville"]),
    )
    site = content(actor("voisins", territoires=["rouen"]), actor("etat", territoires=["france"]), places=(*PLACES, *changed))
    found = {one.url: one.names for one in findable_help(finder(site), site)}
    assert found["qui-peut-aider/territoire/rouen/"] == ("Bourg",)
    assert found["qui-peut-aider/?territoire=neuve"] == ("Vieille-Ville",)
    assert not [url for url in found if "bourg" in url]
