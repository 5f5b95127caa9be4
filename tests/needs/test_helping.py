"""Who can help, under which choices, and why."""

import subprocess
from pathlib import Path

from plugins.model.content import Content
from plugins.needs.helping import Choice, Finder, finder
from tests.needs.sample import actor, content, need

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
    assert kept("territoire", "normandie") == {"agence"}


def test_the_order_is_that_of_the_relay_and_who_answers_comes_first() -> None:
    assert [helper.actor.slug for helper in finder(site()).helpers] == ["mediateurs", "agence", "mairie", "conseil"]


def test_plain_pages_are_built_only_where_the_site_has_none() -> None:
    pages = [choice.url for _, choice in finder(site()).pages()]
    publics, places = ("familles", "jeunes"), ("normandie", "eure", "seine-maritime", "evreux", "rouen")
    assert pages == [f"qui-peut-aider/public/{one}/" for one in publics] + [f"qui-peut-aider/territoire/{one}/" for one in places]
    assert chosen(finder(site()), "besoin", "travail").url == "besoins/travail/"
    assert chosen(finder(site()), "role", "aller-vers").url == "acteurs/#aller-vers"


def test_a_facet_without_any_choice_is_not_asked() -> None:
    assert [facet.code for facet in finder(content(actor("seule"), places=())).facets] == ["role", "famille"]
    assert finder(content()).facets == ()


def test_the_rule_is_the_same_in_the_browser() -> None:
    ended = subprocess.run(["node", "--test", "tests/js/choix.test.js"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout
