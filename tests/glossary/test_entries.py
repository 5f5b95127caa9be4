from typing import Any

import pytest

from plugins.diagnostics import Place
from plugins.glossary.entries import build, without_address
from plugins.glossary.usage import unused
from plugins.model.content import Content
from plugins.model.lists import Term
from plugins.registry.building import build as build_registry
from tests.registry.sample import content, meeting


def places(count: int) -> tuple[Place, ...]:
    return tuple(Place("content/glossaire.yml", 1 + rank) for rank in range(count))


def term(terme: str, sigle: str | None = None, **more: Any) -> Term:
    return Term(terme=terme, sigle=sigle, definition=more.pop("definition", "D."), **more)


def told(site: Content, used: set[str], *terms: Term) -> list[str]:
    return [str(one) for one in unused(build(terms, places(len(terms)), build_registry(site)[0]), site, used)]


def test_an_entry_that_nothing_writes_is_told_with_its_place() -> None:
    assert told(content(), {"qpv"}, term("Quartier", "QPV"), term("Zone", "ZRR")) == [
        "content/glossaire.yml:2: avertissement : « ZRR » n'est écrit dans aucune page — l'enlever, ou vérifier son orthographe"
    ]


@pytest.mark.parametrize(
    ("site", "terms"),
    [
        pytest.param(
            content(meeting("m", "2022-03-01", [], constats=[{"id": "c1", "texte": "Les ZRR aussi."}])),
            [term("Zone", "ZRR")],
            id="dans les listes d'une réunion",
        ),
        pytest.param(content(), [term("Union", "UDM")], id="comme sigle d'un acteur"),
    ],
)
def test_the_front_matter_counts_as_a_page(site: Content, terms: list[Term]) -> None:
    assert told(site, set(), *terms) == []


def test_another_entry_counts_and_its_own_words_do_not() -> None:
    today = term("Zone", "ZRR", aujourd_hui="France ruralités (FRR)")
    assert told(content(), {"zrr"}, today, term("France ruralités", "FRR")) == []
    assert len(told(content(), set(), term("Zone", "ZRR", definition="Une ZRR est rurale."))) == 1


def test_two_entries_never_share_an_address() -> None:
    terms = (term("Médiation"), term("médiation"), term("Médiation"), term("?!"))
    assert [str(one) for one in without_address(terms, places(4))] == [
        "content/glossaire.yml:2: « médiation » a la même adresse, #mediation, que « Médiation » (ligne 1) — n'en garder qu'un, ou préciser l'un des deux",
        "content/glossaire.yml:4: « ?! » ne donne pas d'adresse à son entrée — l'écrire avec des lettres ou des chiffres",
    ]
    assert [entry.name for entry in build(terms, places(4), build_registry(content())[0]).entries] == ["Médiation"]


def test_an_actor_leads_to_all_its_entries() -> None:
    terms = (term("Union", "UDM", acteur="union"), term("Zone", "ZRR"), term("plénier", acteur="union"))
    found = build(terms, places(3), build_registry(content())[0]).of_actors()
    assert {slug: [entry.id for entry in own] for slug, own in found.items()} == {"union": ["udm", "plenier"]}
