"""Who can help, under which choices, and why."""

import json
from pathlib import Path

import pytest

from plugins.model.content import Content
from plugins.model.lists import Territory
from plugins.needs.data import data_file
from plugins.needs.finder import Choice, Finder, finder
from plugins.needs.plain import MOST, plain_pages
from tests.needs.sample import PLACES, actor, content, need

ROOT = Path(__file__).parents[2]


def site() -> Content:
    return content(
        actor("mediateurs", "aller-vers", publics=["jeunes"], territoires=["rouen"]),
        actor("agence", publics=["tous-publics"], territoires=["normandie"]),
        actor("mairie", publics=["familles"], territoires=["evreux"]),
        actor("conseil", "ressource"),
        need("travail", "agence mediateurs", ordre=1),
        need("logement", ordre=2),
    )


def chosen(found: Finder, facet: str, value: str) -> Choice:
    return next(choice for one in found.facets if one.code == facet for choice in one.choices if choice.value == value)


def kept(facet: str, value: str) -> set[str]:
    found = finder(site())
    choice = chosen(found, facet, value)
    matching = found.matching(facet, choice)
    assert choice.count == len(matching)
    return {helper.actor.slug for helper in matching}


def test_a_need_keeps_who_answers_it_with_its_sentence() -> None:
    assert kept("besoin", "travail") == {"agence", "mediateurs"}
    answers = {helper.actor.slug: [answer.texte for _, answer in helper.answers] for helper in finder(site()).helpers}
    assert answers == {"mediateurs": ["mediateurs répond."], "agence": ["agence répond."], "mairie": [], "conseil": []}


def test_a_need_that_nobody_answers_is_shown_with_its_zero() -> None:
    assert chosen(finder(site()), "besoin", "logement").count == 0


def test_who_is_there_for_everyone_is_there_for_each_public() -> None:
    assert kept("public", "jeunes") == {"mediateurs", "agence"}
    values = [choice.value for facet in finder(site()).facets if facet.code == "public" for choice in facet.choices]
    assert values == ["familles", "jeunes"], "« tous publics » is no choice: it would hide those who help one public"


def test_who_acts_in_the_region_acts_in_the_town() -> None:
    assert kept("territoire", "rouen") == {"mediateurs", "agence"}
    assert kept("territoire", "eure") == {"agence", "mairie"}


def test_a_region_never_keeps_fewer_actors_than_one_of_its_towns() -> None:
    assert kept("territoire", "normandie") == {"mediateurs", "agence", "mairie"}


def test_those_who_are_there_for_a_public_come_before_those_who_receive_everybody() -> None:
    found = finder(content(actor("accueil", publics=["tous-publics"]), actor("mission", publics=["jeunes"])))
    assert [helper.actor.slug for helper in found.helpers] == ["accueil", "mission"]
    order = [helper.actor.slug for helper in found.matching("public", chosen(found, "public", "jeunes"))]
    assert order == ["mission", "accueil"]


def test_the_actors_of_a_place_come_before_those_of_what_holds_it_and_those_inside_it_last() -> None:
    found = finder(
        content(
            actor("pays", "aller-vers", territoires=["france"]),
            actor("ville", "ressource", territoires=["rouen"]),
            actor("departement", "aller-dans", territoires=["seine-maritime", "france"]),
            actor("region", territoires=["normandie"]),
        )
    )
    order = [helper.actor.slug for helper in found.matching("territoire", chosen(found, "territoire", "rouen"))]
    assert order == ["ville", "departement", "region", "pays"]
    order = [helper.actor.slug for helper in found.matching("territoire", chosen(found, "territoire", "normandie"))]
    assert order == ["region", "pays", "departement", "ville"]


def test_a_place_where_nobody_acts_in_particular_is_read_on_the_page_of_the_place_around_it() -> None:
    found = finder(content(actor("agence", territoires=["normandie"]), actor("mairie", territoires=["evreux"])))
    pages = {choice.value: (choice.has_page, choice.url) for facet in found.facets for choice in facet.choices if choice.placed}
    assert pages["evreux"] == (True, "qui-peut-aider/territoire/evreux/")
    assert pages["rouen"] == (False, "qui-peut-aider/territoire/normandie/")


def test_a_region_that_keeps_everybody_is_not_offered_as_a_choice() -> None:
    found = finder(content(actor("agence", territoires=["normandie"]), actor("mairie", territoires=["evreux"])))
    offered = {choice.value for facet in found.facets for _, choices in facet.groups for choice in choices if choice.placed}
    assert offered == {"eure", "evreux", "seine-maritime", "rouen"}
    assert "qui-peut-aider/territoire/normandie/" in {page.url for page in plain_pages(found)}, "its address stays"


def test_a_town_is_followed_by_its_districts_under_the_name_of_its_departement() -> None:
    district = Territory(slug="qn07699m", nom="Les Hauts", niveau="quartier", code="QN07699M", dans="rouen")
    found = finder(content(actor("mairie", territoires=["rouen"]), places=(district, *PLACES)))
    groups = {name: [choice.value for choice in choices] for name, choices in found.facets[0].groups if name}
    assert groups == {"Seine-Maritime": ["seine-maritime", "rouen", "qn07699m"]}
    assert [choice.value for choice in found.facets[0].inside("rouen")] == ["qn07699m"]


def test_districts_of_one_name_are_told_apart_by_the_town_that_holds_each() -> None:
    twins = [Territory(slug=f"centre-{town}", nom="Centre-ville", niveau="quartier", dans=town) for town in ("rouen", "evreux")]
    found = finder(content(actor("mairie", territoires=["centre-rouen", "centre-evreux"]), places=(*twins, *PLACES)))
    labels = {choice.value: choice.label for choice in found.facets[0].choices}
    assert labels["centre-rouen"] == "Centre-ville (Rouen)"
    assert labels["centre-evreux"] == "Centre-ville (Évreux)"
    assert labels["rouen"] == "Rouen"


def test_where_most_of_them_act_is_told_once() -> None:
    actors = [actor(f"a{rank}", territoires=["normandie"]) for rank in range(3)]
    mixed = finder(content(*actors, actor("ville", territoires=["rouen"]), actor("autre", territoires=["rouen"])))
    common = {page.choice.value: page.common for page in plain_pages(mixed) if page.facet.code == "territoire"}
    assert common == {"france": "normandie", "normandie": "normandie", "rouen": "normandie"}
    halves = finder(content(*actors[:1], actor("ville", territoires=["rouen"])))
    assert {page.common for page in plain_pages(halves) if page.facet.code == "territoire"} == {""}


def test_the_order_is_that_of_the_relay_and_who_answers_comes_first() -> None:
    assert [helper.actor.slug for helper in finder(site()).helpers] == ["mediateurs", "agence", "mairie", "conseil"]


def test_plain_pages_are_built_only_where_the_site_has_none() -> None:
    pages = [page.url for page in plain_pages(finder(site()))]
    publics, places = ("familles", "jeunes"), ("france", "normandie", "evreux", "rouen")
    assert pages == [f"qui-peut-aider/public/{one}/" for one in publics] + [f"qui-peut-aider/territoire/{one}/" for one in places]
    assert chosen(finder(site()), "besoin", "travail").url == "besoins/travail/"
    assert chosen(finder(site()), "role", "aller-vers").url == "acteurs/#aller-vers"


@pytest.mark.parametrize(
    ("site", "order"),
    [
        pytest.param({"public_d_abord": "residents-qpv"}, ["residents-qpv", "familles"], id="the one that the content names"),
        pytest.param({}, ["familles", "residents-qpv"], id="no content, no preference"),
    ],
)
def test_the_public_that_the_content_puts_first_is_the_first(site: dict[str, str], order: list[str]) -> None:
    found = finder(content(actor("mairie", publics=["residents-qpv", "familles"]), **site))
    assert [page.choice.value for page in plain_pages(found)] == order


def test_a_list_too_long_for_one_page_goes_on_on_the_next() -> None:
    actors = [actor(f"a{rank:03}", territoires=["rouen"], publics=["jeunes"]) for rank in range(MOST + 1)]
    travail = need("travail", publics=["jeunes"])
    pages = [page for page in plain_pages(finder(content(*actors, travail))) if page.facet.code == "public"]
    assert [(page.url, len(page.helpers), page.count, len(page.needs)) for page in pages] == [
        ("qui-peut-aider/public/jeunes/", MOST, MOST + 1, 1),
        ("qui-peut-aider/public/jeunes/2/", 1, MOST + 1, 0),
    ]


def test_the_browser_is_given_every_actor_its_values_and_what_it_answers() -> None:
    found = finder(site())
    file = data_file(found, site())
    data = json.loads(file.text.removeprefix("window.aides=").removesuffix(";\n"))
    assert [one["url"] for one in data["acteurs"]] == [helper.actor.url for helper in found.helpers]
    assert data["acteurs"][0]["reponses"] == {"travail": "mediateurs répond."}
    assert data["acteurs"][0]["valeurs"]["territoire"] == ["rouen"]
    assert data["acteurs"][0]["rangs"] == {"travail": 0}, "its place on the page of the need"
    assert data["mots"]["public"]["tous-publics"] == "tous les publics"
    missing = [
        value
        for one in data["acteurs"]
        for code, values in one["valeurs"].items()
        for value in values
        if value not in data["mots"][code]
    ]
    assert missing == []
    assert data_file(finder(content()), content()).name != file.name


def test_a_facet_without_any_choice_is_not_asked() -> None:
    assert [facet.code for facet in finder(content(actor("seule"), places=())).facets] == ["role", "famille"]
    assert finder(content()).facets == ()
