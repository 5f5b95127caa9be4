"""What goes to directories is what the library of data.inclusion reads, scores, and no more than the sheets say."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from data_inclusion.schema import v1
from data_inclusion.schema.v1.score_qualite import score as their_score

from plugins.exports.files import Known, exported
from plugins.exports.inclusion import SERVICE, STRUCTURE, structures
from plugins.exports.inclusion_quality import score, scores
from plugins.exports.inclusion_values import Address, address, publics, publics_in_words
from plugins.exports.mapping import row
from plugins.exports.standards import converted
from plugins.model.content import Content
from plugins.model.inclusion_codes import PUBLICS, THEMES
from plugins.model.kinds import Kind
from plugins.model.lists import Door, Territory
from tests.exports.sample import AT_WORK, PUBLISHED, actor, document

TODAY = date(2026, 11, 25)
CONTACT = {
    "adresse": "3 rue du Port, 76600 Le Havre",
    "telephone": "02 61 91 00 01 ou 39 19",
    "courriel": "accueil@exemple.fr",
    "site": "https://www.exemple.fr/",
    "horaires": "Du lundi au vendredi.",
}
TERRITORIES = (
    Territory(slug="normandie", nom="Normandie", niveau="region", code="28"),
    Territory(slug="le-havre", nom="Le Havre", niveau="commune", code="76351"),
    Territory(slug="qn07601m", nom="Quartier", niveau="quartier", code="QN07601M", dans="le-havre"),
)
DOOR = Door.model_validate(
    {"slug": "trouver", "nom": "Trouver", "genre": "annuaire", "url": "https://www.exemple.fr/trouver", "acteur": "mission",
     "verifie_le": "2026-10-01", "source": {"titre": "Une page"}}
)  # fmt: skip


def need(slug: str, *answers: dict[str, Any], **more: Any) -> Any:
    return document(Kind.NEED, slug, titre=f"Comment {slug} ?", reponses=list(answers), **more)


def site(**more: Any) -> Content:
    answer = {
        "acteur": "mission", "texte": "Elle aide à écrire un CV.", "conditions": "Avoir moins de 26 ans.", "apporter": "Une pièce d'identité.",
        "contact": "Sans rendez-vous.", "thematiques": ["preparer-sa-candidature--developper-son-reseau"], "frais": "gratuit",
    }  # fmt: skip
    documents = (
        actor("mission", titre="Mission des jeunes", publics=["jeunes"], territoires=["normandie"], contact=CONTACT, verifie_le="2026-10-01"),
        actor("sans-rien", titre="Sans rien."),
        actor("metier", nature="metier"),
        actor("comite", nature="instance"),
        actor("x", titre="X"),
        need("travailler", answer, {"acteur": "mission", "texte": "Une autre fois."}, {"acteur": "metier", "texte": "Il écoute."}),
        need("loger", {"acteur": "sans-rien", "texte": "Elle prête."}, publics=["residents-qpv", "voisins"], territoires=["le-havre"]),
        need("finir", {"acteur": "sans-rien", "texte": "Oui"}, {"acteur": "x", "texte": "Elle existe."}),
    )  # fmt: skip
    return Content.holding(documents, territories=TERRITORIES, doors=(DOOR,), **more)


def given(name: str, who: Any = PUBLISHED) -> list[dict[str, Any]]:
    return json.loads(converted(site(), who, TODAY).files[f"donnees-ouvertes/data-inclusion/{name}.json"])


@pytest.mark.parametrize("who", [PUBLISHED, AT_WORK], ids=["publié", "au travail"])
def test_their_models_read_all_that_is_given_without_an_error_nor_a_warning(who: Any) -> None:
    strict = {"ignore_warnings": False}
    places = [v1.Structure.model_validate(one, context=strict) for one in given("structures", who)]
    offers = [v1.Service.model_validate(one, context=strict) for one in given("services", who)]
    assert [one.id for one in places] == ["le-site--mission", "le-site--sans-rien"]
    assert [one.id for one in offers] == ["le-site--loger--sans-rien", "le-site--travailler--mission"]
    assert {one.structure_id for one in offers} <= {one.id for one in places}


def test_no_field_of_theirs_is_forgotten_and_none_is_invented() -> None:
    assert [one.name for one in STRUCTURE] == list(dict.fromkeys(one.name for one in STRUCTURE))
    assert {one.name for one in STRUCTURE} == set(v1.Structure.model_fields)
    assert {one.name for one in SERVICE} == set(v1.Service.model_fields)


def test_their_codes_are_ours() -> None:
    assert {str(one.value) for one in v1.Thematique} == set(THEMES)
    assert {str(one.value) for one in v1.Public} == PUBLICS


def test_a_structure_says_what_its_sheet_says() -> None:
    assert given("structures")[0] == {
        "source": "le-site",
        "id": "le-site--mission",
        "nom": "Mission des jeunes",
        "date_maj": "2026-10-01",
        "description": "Accueille les habitants.",
        "lien_source": "https://exemple.fr/alliance/acteurs/mission/",
        "commune": "Le Havre",
        "code_postal": "76600",
        "code_insee": "76351",
        "adresse": "3 rue du Port",
        "telephone": "0261910001",
        "courriel": "accueil@exemple.fr",
        "site_web": "https://www.exemple.fr/",
    }


def test_a_service_is_an_answer_with_how_to_ask_for_it() -> None:
    found = given("services")[1]
    assert {key: found[key] for key in found if key not in given("structures")[0]} == {
        "structure_id": "le-site--mission",
        "thematiques": ["preparer-sa-candidature--developper-son-reseau"],
        "frais": "gratuit",
        "publics": ["jeunes"],
        "conditions_acces": "Avoir moins de 26 ans. À apporter : Une pièce d'identité.",
        "zone_eligibilite": ["14", "27", "50", "61", "76"],
        "lien_mobilisation": "https://www.exemple.fr/trouver",
        "modes_mobilisation": ["envoyer-un-courriel", "se-presenter", "telephoner", "utiliser-lien-mobilisation"],
        "mobilisable_par": ["usagers"],
        "mobilisation_precisions": "Sans rendez-vous.",
    }


@pytest.mark.parametrize(
    ("more", "number"),
    [
        pytest.param({"acteur": "sans-rien"}, "3900", id="la porte est la sienne"),
        pytest.param({"acteurs": ["sans-rien", "mission"]}, None, id="elle est aussi à un autre"),
        pytest.param({"acteur": "sans-rien", "territoires": ["le-havre"]}, None, id="elle n'ouvre qu'en un lieu"),
    ],
)
def test_who_has_no_number_is_called_by_the_door_that_is_its_alone(more: dict[str, Any], number: str | None) -> None:
    door = {
        "slug": "3900",
        "nom": "Appeler",
        "genre": "numero",
        "telephone": "39 00",
        "verifie_le": "2026-10-01",
        "source": "Une page",
    }
    found = structures(replace(site(), doors=(Door.model_validate({**door, **more}),)), PUBLISHED)
    assert [row(STRUCTURE, one).get("telephone") for one in found] == ["0261910001", number]


def test_what_is_not_known_is_not_said() -> None:
    found = given("services")[0]
    assert set(found) == {
        "source", "structure_id", "id", "nom", "description", "lien_source", "date_maj", "publics", "publics_precisions", "zone_eligibilite",
    }  # fmt: skip
    assert found["publics_precisions"] == "habitants des quartiers prioritaires (QPV), voisins"


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        pytest.param("3 rue du Port, 76600 Le Havre", Address("3 rue du Port", "76600", "Le Havre"), id="tout est dit"),
        pytest.param("Place du Marché - 27000 Évreux.", Address("Place du Marché", "27000", "Évreux"), id="tiret, point"),
        pytest.param("14000 Caen", Address("", "14000", "Caen"), id="sans rue"),
        pytest.param("Au marché, le jeudi", Address("Au marché, le jeudi"), id="un lieu sans code"),
        pytest.param("BP 76600, quai Sud", Address("BP 76600, quai Sud"), id="cinq chiffres sans commune"),
        pytest.param(None, Address(), id="rien"),
    ],
)
def test_an_address_is_cut_only_where_it_says_its_pieces(text: str | None, pieces: Address) -> None:
    assert address(text) == pieces


@pytest.mark.parametrize(
    ("codes", "known", "words"),
    [
        pytest.param(["jeunes", "familles"], ["familles", "jeunes"], "", id="connus"),
        pytest.param(
            ["residents-qpv"], ["residents-qpv-frr"], "habitants des quartiers prioritaires (QPV)", id="plus large là-bas"
        ),
        pytest.param(["tous-publics", "jeunes"], ["tous-publics"], "jeunes", id="tous ne souffre personne d'autre"),
        pytest.param(["voisins"], [], "voisins", id="inconnu là-bas"),
    ],
)
def test_publics_are_their_codes_and_what_is_lost_is_said_in_words(codes: list[str], known: list[str], words: str) -> None:
    assert (publics(codes), publics_in_words(codes)) == (known, words)


BASE = {
    "source": "le-site", "structure_id": "le-site--a", "id": "le-site--b", "nom": "Une aide", "description": "Elle aide.",
}  # fmt: skip


@pytest.mark.parametrize("age", [0, 30, 200, 450, 700, 800])
@pytest.mark.parametrize(
    "more",
    [
        pytest.param({}, id="rien"),
        pytest.param({"publics": ["jeunes"], "thematiques": ["sante--addictions"], "frais": "gratuit"}, id="pour qui, de quoi"),
        pytest.param({"frais": "payant"}, id="payant, sans précision"),
        pytest.param({"modes_mobilisation": ["se-presenter"], "adresse": "3 rue du Port"}, id="sur place"),
        pytest.param(
            {"modes_mobilisation": ["telephoner", "envoyer-un-courriel"], "mobilisable_par": ["usagers"]}, id="sans numéro"
        ),
        pytest.param({"modes_mobilisation": ["telephoner"], "telephone": "0261910001"}, id="au téléphone"),
        pytest.param({"description": "a" * 60}, id="court"),
        pytest.param({"description": "a" * 300, "lien_mobilisation": "https://www.exemple.fr/"}, id="ni trop, ni trop peu"),
        pytest.param({"description": "a" * 2500}, id="long"),
    ],
)
def test_the_score_is_the_one_that_they_give(more: dict[str, Any], age: int) -> None:
    today = datetime.now(UTC).date()
    one = {**BASE, "date_maj": (today - timedelta(days=age)).isoformat(), **more}
    total, parts = their_score(v1.Service.model_validate(one))
    expected = {name: value for name, value in parts.items() if value is not None}
    assert score(one, today) == pytest.approx(total, abs=0.011)
    assert scores(one, today) == pytest.approx(expected, abs=0.011)


def test_the_editor_is_told_what_is_missing_where_and_how_much() -> None:
    found = converted(site(), PUBLISHED, TODAY).quality
    assert found is not None
    assert (found.count, 0 < found.mean < 1) == (2, True)
    wanted = {one.advice: [title for title, _ in one.services] for one in found.missing}
    assert wanted["« thematiques » de la réponse"] == ["Comment loger ? — Sans rien."]
    assert wanted["un « texte » de réponse de 200 à 2 000 signes"] == [
        "Comment loger ? — Sans rien.", "Comment travailler ? — Mission des jeunes",
    ]  # fmt: skip


def test_what_finds_no_place_is_told_by_the_mapping_itself() -> None:
    known = Known(site(), site(), dict.fromkeys(site().by_key(), ""), {}, {})
    _, catalogue = exported(known, PUBLISHED, TODAY, "")
    places, offers = catalogue.standards[0].limits
    assert {"siret", "horaires_accueil", "latitude"} <= {one.name for one in places.empty}
    assert {"offre.recours", "contact.horaires", "noms_successifs"} <= {one.name for one in places.lost}
    assert "titre" not in {one.name for one in places.lost}
    assert {one.name for one in offers.lost} == {"repondu_le", "sinon", "source"}
    assert all(one.why for table in (places, offers) for one in (*table.empty, *table.lost))


def test_a_table_holds_what_the_list_holds() -> None:
    text = converted(site(), PUBLISHED, TODAY).files["donnees-ouvertes/data-inclusion/services.csv"]
    assert '"[""14"", ""27"", ""50"", ""61"", ""76""]"' in text
