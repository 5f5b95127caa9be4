"""How one gets there: what can be dialled or opened comes first, and nobody is sent to a door without a handle."""

from dataclasses import replace
from datetime import date

import pytest

from plugins.diagnostics import Place
from plugins.model.content import Content
from plugins.model.lists import Door
from plugins.needs.checking import check_needs
from plugins.needs.finder import finder
from plugins.needs.relay import relays
from plugins.needs.ways import ways
from tests.needs.sample import actor, content, need

NUMBER = {"slug": "3900", "nom": "Aide à distance", "genre": "numero", "telephone": "39 00", "horaires": "Le jour."}
LOCATOR = {"slug": "trouver", "nom": "Trouver son agence", "genre": "annuaire", "url": "https://exemple.fr/agences"}
PHONE = {"telephone": "02 61 91 00 01"}


def door(given: dict, **more: object) -> Door:
    return Door.model_validate({"verifie_le": "2026-11-20", "source": "Une page", **given, **more})


def site(*documents: object, doors: tuple[Door, ...] = ()) -> Content:
    places = tuple(Place("content/portes.yml", rank + 1) for rank in range(len(doors)))
    return replace(content(*documents), doors=doors, door_places=places)


def test_the_doors_of_an_actor_and_its_own_contact_are_its_ways_the_quickest_first() -> None:
    contact = {"adresse": "1 place du Marché", "courriel": "accueil@exemple.fr", "annuaire": "https://exemple.fr/lieux"}
    found = ways(site(actor("agence", contact=contact), doors=(door(LOCATOR, acteur="agence"), door(NUMBER, acteur="agence"))))
    assert [(way.kind, way.value) for way in found["agence"]] == [
        ("telephone", "39 00"),
        ("annuaire", "https://exemple.fr/agences"),
        ("annuaire", "https://exemple.fr/lieux"),
        ("courriel", "accueil@exemple.fr"),
        ("adresse", "1 place du Marché"),
    ]


def test_a_door_that_several_actors_share_is_a_way_to_each_of_them() -> None:
    documents = [actor("agence"), actor("mairie"), actor("maison")]
    found = ways(site(*documents, doors=(door(LOCATOR, acteur="agence", acteurs=["mairie", "agence"]),)))
    assert {slug: [way.value for way in known] for slug, known in found.items()} == {
        "agence": ["https://exemple.fr/agences"],
        "mairie": ["https://exemple.fr/agences"],
    }


def test_a_number_that_stands_twice_is_shown_once_with_what_is_known_of_it() -> None:
    (way,) = ways(site(actor("agence", contact={"telephone": "3900"}), doors=(door(NUMBER, acteur="agence"),)))["agence"]
    assert (way.value, way.name, way.note) == ("39 00", "Aide à distance", "Le jour.")


def test_each_number_of_a_text_is_dialled_by_a_link_of_its_own_beside_the_words_that_follow_it() -> None:
    found = ways(site(actor("agence", contact={"telephone": "02 61 91 00 01 ou 39 19, poste 12", "horaires": "Le jour."})))
    assert [(way.href, way.note) for way in found["agence"]] == [
        ("tel:0261910001", "Le jour."),
        ("tel:3919", "poste 12 Le jour."),
    ]


def test_an_official_site_alone_is_no_way_in() -> None:
    assert ways(site(actor("agence", contact={"site": "https://exemple.fr/"}))) == {}


def test_who_can_be_reached_comes_first_then_the_order_of_the_relay() -> None:
    documents = [
        actor("mediateurs", "aller-vers"), actor("agence", "aller-dans", contact=PHONE), actor("maison", "les-deux", contact=PHONE),
        need("n", "agence maison mediateurs"),
    ]  # fmt: skip
    relay = relays(site(*documents))["n"]
    assert [step.actor.slug for step in relay.steps] == ["maison", "agence", "mediateurs"]
    assert [step.actor.slug for step in relay.from_the_street] == ["mediateurs", "maison", "agence"]
    assert [helper.actor.slug for helper in finder(site(*documents)).helpers] == ["maison", "agence", "mediateurs"]


def test_the_words_of_an_answer_on_how_to_get_there_are_a_way() -> None:
    answers = [{"acteur": "a", "texte": "Il aide.", "contact": "Sur la place, le soir."}, {"acteur": "b", "texte": "Elle aide."}]
    relay = relays(site(actor("a"), actor("b", "aller-vers"), need("n", reponses=answers)))["n"]
    assert [(step.actor.slug, step.reachable) for step in relay.steps] == [("a", True), ("b", False)]


def test_an_answer_opens_with_the_door_that_it_names() -> None:
    answers = [{"acteur": "agence", "texte": "Elle aide.", "porte": "trouver"}]
    found = relays(site(actor("agence", contact=PHONE), need("n", reponses=answers), doors=(door(LOCATOR),)))["n"]
    assert [way.value for way in found.steps[0].ways] == ["https://exemple.fr/agences", "02 61 91 00 01"]


def test_the_doors_that_a_need_names_open_its_page_in_the_editor_s_order() -> None:
    doors = (door(NUMBER, urgence=True), door(LOCATOR))
    relay = relays(site(need("n", portes=["trouver", "3900"]), doors=doors))["n"]
    assert [(way.text, way.name, way.urgent) for way in relay.ways] == [
        ("Trouver son agence", "", False),
        ("Appeler le 39\u00a000", "Aide à distance", True),
    ]


def test_a_need_without_doors_of_its_own_opens_with_the_first_way_that_takes_one_tap() -> None:
    documents = [
        actor("marche", "aller-vers", contact={"adresse": "1 place du Marché"}), actor("agence", titre="Agence", contact=PHONE),
        need("n", "marche agence"), need("rien"),
    ]  # fmt: skip
    found = relays(site(*documents))
    assert [(way.text, way.name) for way in found["n"].opening] == [("Appeler le 02\u00a061\u00a091\u00a000\u00a001", "Agence")]
    assert found["rien"].opening == ()


FIRST_DOOR = (
    "content/besoins/n.md:1: avertissement : personne ne peut joindre la première porte de ce besoin — ajouter « portes: […] », "
    "« contact » à une réponse, ou le moyen de joindre l'un des acteurs"
)
NO_WAY = (
    "content/acteurs/a.md:1: avertissement : cet acteur reçoit des habitants et rien ne dit comment le joindre — "
    "compléter « contact », ou ajouter sa porte à portes.yml"
)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        pytest.param(site(actor("a", "aller-vers"), need("n", "a")), [FIRST_DOOR], id="une première porte sans poignée"),
        pytest.param(site(actor("a"), need("n", "a")), [FIRST_DOOR, NO_WAY], id="un acteur qui reçoit et qu'on ne peut joindre"),
        pytest.param(site(actor("a", "coordination")), [], id="qui coordonne ne reçoit personne"),
        pytest.param(site(actor("a", contact=PHONE), need("n", "a")), [], id="un numéro suffit"),
        pytest.param(
            site(actor("a", "aller-vers"), need("n", "a", portes=["3900"]), doors=(door(NUMBER),)),
            [],
            id="une porte ouvre la page",
        ),
    ],
)
def test_what_cannot_be_reached_is_told(made: Content, expected: list[str]) -> None:
    assert [str(diagnostic) for diagnostic in check_needs(made, date(2026, 11, 28))] == expected


def test_a_door_is_told_once_its_review_is_late_and_not_before() -> None:
    made = site(doors=(door(NUMBER, verifie_le="2025-11-28", revoir_tous_les_mois=12),))
    late = "content/portes.yml:1: avertissement : « Aide à distance » : à revoir depuis le 2026-11-28 — relire sa source, puis dater « verifie_le »"
    assert [str(one) for one in check_needs(made, date(2026, 11, 28))] == []
    assert [str(one) for one in check_needs(made, date(2026, 11, 29))] == [late]
