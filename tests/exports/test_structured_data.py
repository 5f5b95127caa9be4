import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.exports.catalogue import Catalogue, File, Offered
from plugins.exports.structured_data import as_script, organisation_type, structured_data
from plugins.model.kinds import Kind
from plugins.model.lists import Term
from tests.exports.sample import AT_WORK, PUBLISHED, actor, content, document, meeting


@pytest.mark.parametrize(
    ("front_matter", "expected"),
    [
        pytest.param({"nature": "metier"}, "Occupation", id="un métier n'est pas une organisation"),
        pytest.param(
            {"contact": {"site": "https://normandie.dreets.gouv.fr/"}}, "GovernmentOrganization", id="adresse de l'État"
        ),
        pytest.param({"contact": {"site": "https://exemple-gouv.fr/"}}, "Organization", id="adresse qui y ressemble"),
        pytest.param({"nature": "reseau"}, "Organization", id="réseau sans site : rien n'est présumé"),
    ],
)
def test_the_type_of_an_actor_rests_on_facts(front_matter: dict[str, object], expected: str) -> None:
    assert organisation_type(actor("x", **front_matter).record) == expected


def test_an_actor_has_all_its_names_once() -> None:
    site = content(
        actor(
            "france-travail",
            titre="France Travail",
            alias=["Pôle emploi"],
            noms_successifs=[{"nom": "Pôle emploi"}, {"nom": "France Travail"}],
        )
    )
    node = json.loads(structured_data(site, PUBLISHED)["acteurs/france-travail"])
    assert node["@context"] == "https://schema.org"
    assert node["alternateName"] == ["Pôle emploi"]
    assert node["mainEntityOfPage"] == "https://exemple.fr/alliance/acteurs/france-travail/"
    assert "telephone" not in node, "what is unknown is not written"


def test_two_numbers_are_two() -> None:
    site = content(actor("caf", contact={"telephone": "02 61 91 00 01 (9 h – 12 h) ou 39 19"}))
    assert json.loads(structured_data(site, PUBLISHED)["acteurs/caf"])["telephone"] == ["0261910001", "3919"]


def test_a_meeting_names_organisations_and_never_persons() -> None:
    people = [
        {"acteur": "cgt", "civilite": "Mme", "nom": "Vasseur", "prenom": "Odile", "fonction": "Secrétaire"},
        {"acteur": "cgt", "civilite": "M.", "nom": "Brunel"},
        {"acteur": "caf", "qualite": "excuse"},
    ]
    site = content(meeting("octobre", "2021-10-15", participants=people), actor("cgt"), actor("caf"), actor("comite"))
    text = structured_data(site, PUBLISHED)["reunions/octobre"]
    node = json.loads(text)
    assert [one["@id"] for one in node["attendee"]] == ["https://exemple.fr/alliance/acteurs/cgt/#acteur"]
    assert node["startDate"] == "2021-10-15"
    assert node["organizer"]["name"] == "Comite"
    assert not any(name in text for name in ("Vasseur", "Odile", "Brunel", "Secrétaire"))


@pytest.mark.parametrize(
    ("etat", "status"),
    [
        ("tenue", "EventScheduled"),
        ("sans-quorum", "EventScheduled"),
        ("annulee", "EventCancelled"),
        ("reportee", "EventPostponed"),
    ],
)
def test_a_meeting_that_did_not_take_place_is_not_told_as_one_that_did(etat: str, status: str) -> None:
    site = content(meeting("octobre", "2021-10-15", etat=etat, heure="09:30", lieu="Maison de quartier"), actor("comite"))
    node = json.loads(structured_data(site, PUBLISHED)["reunions/octobre"])
    assert node["eventStatus"] == f"https://schema.org/{status}"
    assert (node["startDate"], node["location"]) == ("2021-10-15T09:30:00+02:00", "Maison de quartier")


def test_links_of_an_unpublished_site_are_relative_to_the_page() -> None:
    site = content(meeting("octobre", "2021-10-15"), actor("comite"))
    node = json.loads(structured_data(site, AT_WORK)["reunions/octobre"])
    assert node["organizer"]["@id"] == "../../acteurs/comite/#acteur"


def test_only_a_need_that_has_an_answer_is_a_question_with_its_answer() -> None:
    answered = document(
        Kind.NEED, "formation", titre="Comment se former ?", reponses=[{"acteur": "region", "texte": "Elle paie."}]
    )
    site = content(answered, document(Kind.NEED, "logement"), actor("region", titre="Région"))
    found = structured_data(site, PUBLISHED)
    assert json.loads(found["besoins/formation"])["mainEntity"][0]["acceptedAnswer"]["text"] == "Région : Elle paie."
    assert json.loads(found["besoins/logement"])["@type"] == "WebPage", "without an answer it is a page, and no question"


@pytest.mark.parametrize("own", [True, False], ids=["la page est du contenu", "elle est du thème"])
def test_the_page_about_data_tells_each_file_with_its_licence(own: bool) -> None:
    files = (File("JSON", "donnees-ouvertes/acteurs.json"), File("CSV", "donnees-ouvertes/acteurs.csv"), File("schéma", "s.json"))
    given = Catalogue((Offered("acteurs", "Les acteurs", "Un acteur.", 1, files, ()),))
    site = content(document(Kind.PAGE, "donnees")) if own else content()
    node = json.loads(structured_data(site, PUBLISHED, given)["pages/donnees" if own else "donnees"])
    assert node["@type"] == "DataCatalog"
    assert node["dataset"][0]["license"].startswith("https://www.etalab.gouv.fr/")
    assert [(one["encodingFormat"], one["contentUrl"]) for one in node["dataset"][0]["distribution"][:2]] == [
        ("application/json", "https://exemple.fr/alliance/donnees-ouvertes/acteurs.json"),
        ("text/csv", "https://exemple.fr/alliance/donnees-ouvertes/acteurs.csv"),
    ]


def test_the_glossary_says_todays_name() -> None:
    term = Term(terme="Zone de revitalisation rurale", sigle="ZRR", definition="…", aujourd_hui="FRR")
    node = json.loads(structured_data(content(terms=(term,)), PUBLISHED)["glossaire"])
    assert node["hasDefinedTerm"][0]["alternateName"] == ["Zone de revitalisation rurale", "FRR"]
    assert node["hasDefinedTerm"][0]["@id"].endswith("/glossaire/#zrr")


def test_a_hostile_title_cannot_leave_its_block() -> None:
    hostile = "</script><script>alert(1)</script><!--"
    text = structured_data(content(actor("x", titre=hostile)), PUBLISHED)["acteurs/x"]
    assert not set("<>&") & set(text)
    assert json.loads(text)["name"] == hostile


@given(st.text(min_size=1))
def test_escaping_for_html_changes_nothing_for_json(text: str) -> None:
    written = as_script({"name": text})
    assert json.loads(written) == {"name": text}
    assert not set("<>&\u2028\u2029") & set(written)
