"""No declared name is left, the organisation of the day stands in its place, lines stay lines."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from plugins.diagnostics import Place, Severity
from plugins.model.annotations import held
from plugins.model.content import ATTRIBUTES
from plugins.model.kinds import Kind
from plugins.model.loading import load
from plugins.model.outcomes import Outcome
from plugins.model.records import Record
from plugins.persons.masked_content import mask
from plugins.registry.building import build
from tests.registry.sample import PARTICIPANTS, content, document, meeting
from tests.sample import CONTENT


def masked(body: str, display: Any = "organisations", day: str = "2022-03-01", **more: Any) -> tuple[str, list[str]]:
    whole = content(meeting("m", day, PARTICIPANTS, body, **more))
    registry, _ = build(whole)
    shown, diagnostics = mask(whole, registry, display)
    return shown.meetings["m"].body, [f"{d.severity.value} {d.line} {d.message}" for d in diagnostics]


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        pytest.param("Mme Vasseur dit.", "L'Union des métiers dit.", id="civilité"),
        pytest.param("Selon VASSEUR, oui.", "Selon l'Union des métiers, oui.", id="nom seul"),
        pytest.param("Mme **Vasseur** dit", "L'Union des métiers dit", id="gras sur le nom"),
        pytest.param("*Mme Claire* **VASSEUR** dit", "L'Union des métiers dit", id="deux mises en relief"),
        pytest.param("**la parole à Mme** Vasseur", "**la parole à l'Union des métiers**", id="gras qui finit au milieu"),
        pytest.param("_Vasseur_ et Vas**seur**", "_L'Union des métiers_ et l'Union des métiers", id="souligné, gras dans le nom"),
        pytest.param("Mme&nbsp;Vas&shy;seur", "Union des métiers", id="entités"),
        pytest.param("Mme Dupr&eacute;s", "Médiateurs socio-culturels", id="lettre écrite par une entité"),
        pytest.param("Mme\nVasseur dit\n\nfin", "L'Union des métiers\ndit\n\nfin", id="nom coupé par la fin de ligne"),
        pytest.param("> avis de Mme\n> Vasseur ici", "> avis de l'Union des métiers\n> ici", id="citation sur deux lignes"),
        pytest.param("Mmes Vasseur et Duprés", "L'Union des métiers et les Médiateurs socio-culturels", id="liste"),
        pytest.param(
            "MM. Marchal, P. Brunel et Le Maire",
            "L'Union des métiers, la Caisse d’aide aux familles et Éducation partagée",
            id="trois",
        ),
        pytest.param(
            "Mme Vasseur et MM. Marchal et Marchal disent",
            "L'Union des métiers et l'Union des métiers disent",
            id="même organisation",
        ),
        pytest.param("Mme Vasseur (UDM) dit", "L'Union des métiers dit", id="organisation entre parenthèses"),
        pytest.param("Mme Vasseur de l’Union des métiers dit", "L'Union des métiers dit", id="organisation répétée"),
        pytest.param("écrire à claire.vasseur@exemple.fr.", "écrire à Union des métiers.", id="adresse électronique"),
        pytest.param("Mme Lair-Beauchamp dit", "Le Bureau du travail dit", id="nom de l'organisation ce jour-là"),
        pytest.param(
            "[Mme Vasseur](https://a.fr) `Vasseur`", "[Union des métiers](https://a.fr) `Union des métiers`", id="lien, code"
        ),
        pytest.param("Suivi par Vasseur (Mme).", "Suivi par l'Union des métiers.", id="civilité après le nom"),
        pytest.param(
            "- Vasseur Claire, Mme\n- Marchal [M.]", "- Union des métiers\n- Union des métiers", id="civilité en fin de ligne"
        ),
        pytest.param("Mme Vasseur, Mme Duprés", "Union des métiers, les Médiateurs socio-culturels", id="civilité du suivant"),
        pytest.param("Mme Vasseur (née Brunel) dit", "Union des métiers dit", id="autre nom entre parenthèses"),
        pytest.param(
            "Selon Mme Vasseur, l'Union des métiers attend.",
            "Selon l'Union des métiers, l'Union des métiers attend.",
            id="sujet de la suite",
        ),
        pytest.param("Mme Vasseur, l'Union des métiers, dit", "L'Union des métiers, dit", id="organisation en apposition"),
        pytest.param("| Mme Vasseur | x |", "| Union des métiers | x |", id="cellule"),
    ],
)
def test_organisations_stand_in_the_place_of_persons(body: str, shown: str) -> None:
    text, diagnostics = masked(body)
    assert text == shown
    assert diagnostics == []
    assert text.count("\n") == body.count("\n")


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        pytest.param("Mme Vasseur dit.", "Mme V. dit.", id="civilité"),
        pytest.param("avis de Mme Claire Vasseur.", "avis de Mme C. V.", id="fin de phrase"),
        pytest.param("Mmes Vasseur et Duprés", "Mmes V. et D.", id="liste"),
        pytest.param("Mme\nVasseur dit", "Mme V.\ndit", id="fin de ligne"),
    ],
)
def test_initials_stand_in_the_place_of_names(body: str, shown: str) -> None:
    assert masked(body, "initiales") == (shown, [])


def test_whole_names_stay_when_asked_for() -> None:
    assert masked("Mme Vasseur et M. Inconnu", "complets") == ("Mme Vasseur et M. Inconnu", [])


@pytest.mark.parametrize(
    ("body", "message"),
    [
        pytest.param(
            "a\n\nM. Inconnu dit",
            "erreur 3 « M. Inconnu » ne correspond à aucune personne déclarée — l'ajouter à « participants » ou à « personnes_citees » "
            "d'une réunion, ou nommer plutôt l'organisation ; si ce n'est pas une personne, répondre dans l'en-tête : "
            "« homonymes: [{mot: M. Inconnu, personne: false}] »",
            id="inconnu",
        ),
        pytest.param(
            "Mme Vaseur dit",
            "erreur 1 « Mme Vaseur » ne correspond à aucune personne déclarée — l'ajouter à « participants » ou à « personnes_citees » "
            "d'une réunion, ou nommer plutôt l'organisation ; si ce n'est pas une personne, répondre dans l'en-tête : "
            "« homonymes: [{mot: Mme Vaseur, personne: false}] » ; nom déclaré le plus proche : « Vasseur »",
            id="faute de frappe",
        ),
        pytest.param(
            "le petit vasseur local",
            "erreur 1 « vasseur » : un mot, ou quelqu'un que déclare reunions/m.md ? — répondre dans l'en-tête : "
            "« homonymes: [{mot: vasseur, personne: false}] » si c'est un mot, « true » pour que le nom soit masqué",
            id="nom en minuscules",
        ),
        pytest.param(
            "M. Brunel dit",
            "avertissement 1 « M. Brunel » peut désigner plusieurs personnes de la réunion — préciser la civilité, le prénom ou l'initiale",
            id="homonymes",
        ),
        pytest.param(
            "voir https://exemple.fr/cv/vasseur.pdf",
            "erreur 1 cette adresse contient le nom d'une personne (« vasseur ») — l'enlever, ou donner une adresse sans nom",
            id="adresse web",
        ),
    ],
)
def test_what_cannot_be_resolved_is_told(body: str, message: str) -> None:
    assert masked(body)[1] == [message]


def test_front_matter_and_other_pages_lose_the_names_too() -> None:
    first = meeting(
        "m", "2022-03-01", PARTICIPANTS, "Bonjour.",
        themes=["Le point de vue de Mme Vasseur"], constats=[{"id": "c1", "texte": "M. Marchal alerte."}],
        personnes_citees=[{"civilite": "M.", "nom": "KADER", "prenom": "Sami", "fonction": "éducateur"}],
    )  # fmt: skip
    later = meeting("n", "2023-01-01", [{"acteur": "aide"}], "Mme Vasseur revient ; M. Kader aussi.")
    whole = content(first, later, page="Merci à Claire Vasseur et à Sami KADER.")
    registry, _ = build(whole)
    shown, diagnostics = mask(whole, registry, "organisations")
    everything = json.dumps(
        [d.record.model_dump(mode="json") for d in shown.documents()] + [d.body for d in shown.documents()], ensure_ascii=False
    ).lower()
    for name in ["vasseur", "claire", "marchal", "denis", "brunel", "kader", "sami", "beauchamp", "d’arcy", "duprés"]:
        assert name not in everything
    assert shown.meetings["m"].record.themes == ["Le point de vue de l'Union des métiers"]
    assert shown.pages["a-propos"].body == "Merci à l'Union des métiers et à éducateur."
    assert shown.meetings["n"].body == "L'Union des métiers revient ; éducateur aussi."
    assert diagnostics == []
    assert build(shown)[0].persons == {"m": (), "n": ()}


LISTED = {"glossary": "glossary_places", "territories": "territory_places", "doors": "door_places", "outcomes": "outcome_places"}
FIXTURE, _ = load(CONTENT, "contenu")
OUTCOME = Outcome.model_validate({"reunion": "m", "id": "q1", "date": "2022-04-01", "devient": "retiree"})
NAMED = "chez Vasseur"


def texts(record: Record) -> Iterator[tuple[str, Any]]:
    """Each key of a record that holds texts, one or several, with a value that names somebody."""
    for key, info in type(record).model_fields.items():
        if held(info).of is str and key not in {"id", "homonymes"}:
            several = type(getattr(record, key)) if held(info).many else None
            yield key, several([NAMED]) if several else NAMED


def assert_told_or_masked(shown: Record, told: list[Any], key: str) -> None:
    assert told or "Vasseur" not in shown.model_dump_json(), key


@pytest.mark.parametrize("kind", Kind, ids=lambda kind: kind.folder)
def test_no_key_of_a_page_keeps_a_name_alone_or_in_a_row(kind: Kind) -> None:
    whole = content(meeting("m", "2022-03-01", PARTICIPANTS))
    registry, _ = build(whole)
    record = next(iter(FIXTURE.of(kind).values())).record
    for key, value in texts(record):
        named = document(kind, "page", record.model_copy(update={key: value}))
        shown, told = mask(replace(whole, **{ATTRIBUTES[kind]: {"page": named}}), registry, "organisations")
        assert_told_or_masked(shown.of(kind)["page"].record, told, key)


@pytest.mark.parametrize("name", LISTED)
def test_no_key_of_an_entry_keeps_a_name_alone_or_in_a_row(name: str) -> None:
    whole = content(meeting("m", "2022-03-01", PARTICIPANTS))
    registry, _ = build(whole)
    record = next(iter(getattr(FIXTURE, name)), OUTCOME)
    for key, value in texts(record):
        named = {name: (record.model_copy(update={key: value}),), LISTED[name]: (Place("liste.yml", 1),)}
        shown, told = mask(replace(whole, **named), registry, "organisations")
        assert_told_or_masked(getattr(shown, name)[0], told, key)


def test_the_words_of_a_search_name_nobody() -> None:
    whole = content(meeting("m", "2022-03-01", PARTICIPANTS))
    record = next(iter(FIXTURE.needs.values())).record.model_copy(update={"mots": ("vélo de chez Vasseur", "bicyclette")})
    _, [told] = mask(replace(whole, needs={"velo": document(Kind.NEED, "velo", record)}), build(whole)[0], "organisations")
    assert told.severity is Severity.ERROR
    assert told.message.startswith("« vélo de chez Vasseur » nomme une personne — l'enlever de « mots »")


def test_who_changed_organisation_is_right_in_each_meeting() -> None:
    before = meeting("a", "2021-01-01", [{"acteur": "union", "civilite": "Mme", "nom": "VASSEUR"}], "Mme Vasseur")
    after = meeting("b", "2022-01-01", [{"acteur": "aide", "civilite": "Mme", "nom": "VASSEUR"}], "Mme Vasseur")
    whole = content(before, after)
    shown, _ = mask(whole, build(whole)[0], "organisations")
    assert [d.body for d in shown.meetings.values()] == ["Union des métiers", "Caisse d’aide aux familles"]


def test_an_undeclared_name_is_an_error_on_every_page() -> None:
    whole = content(page="Merci à M. Inconnu.")
    _, diagnostics = mask(whole, build(whole)[0], "organisations")
    assert [d.severity for d in diagnostics] == [Severity.ERROR]


def test_an_actor_whose_name_contains_a_surname_keeps_it() -> None:
    whole = content(
        meeting("m", "2022-01-01", [{"acteur": "union", "civilite": "Mme", "nom": "AVENIR"}], "L'Agence Avenir et Mme Avenir.")
    )
    shown, _ = mask(whole, build(whole)[0], "organisations")
    assert shown.meetings["m"].body == "L'Agence Avenir et l'Union des métiers."
    assert shown.actors["agence"].record.titre == "Agence Avenir"


def test_a_file_named_after_a_person_is_an_error() -> None:
    whole = content(meeting("2022-entretien-vasseur", "2022-01-01", [{"acteur": "union", "nom": "VASSEUR"}]))
    _, diagnostics = mask(whole, build(whole)[0], "organisations")
    assert [d.message for d in diagnostics] == ["le nom du fichier contient celui d'une personne (« Vasseur ») — le renommer"]
