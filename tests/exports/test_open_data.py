import csv
import io
import json
from datetime import date

import networkx as nx
import pytest
from jsonschema import Draft202012Validator, FormatChecker

from plugins.crosslinks.backlink_records import CitedActor
from plugins.crosslinks.mention import Mention, Skip
from plugins.exports.addresses import Identity
from plugins.exports.files import Known, exported
from plugins.model.content import Content
from plugins.model.kinds import Kind
from plugins.model.lists import Term
from tests.exports.sample import AT_WORK, PUBLISHED, actor, content, document, meeting

TODAY = date(2026, 11, 25)
FAMILY = document(Kind.FAMILY, "etat", titre="Service public de l'emploi et État")


NAMES = ("Vasseur", "Odile", "Brunel", "Secrétaire")
PEOPLE = [
    {"acteur": "cgt", "civilite": "Mme", "nom": "Vasseur", "prenom": "Odile", "fonction": "Secrétaire"},
    {"acteur": "caf", "qualite": "excuse", "represente": "Brunel"},
]


def files(
    site: Content, who: Identity = PUBLISHED, mentions: dict[str, tuple[Mention, ...]] | None = None, **more: object
) -> dict[str, str]:
    known = Known(site, site, dict.fromkeys(site.by_key(), ""), mentions or {}, more.get("companions", {}))
    return exported(known, who, TODAY, "")[0]


def data(name: str, *given: object, **more: object) -> dict:
    return json.loads(files(*given, **more)[f"donnees-ouvertes/{name}.json"])


def table(name: str, *given: object) -> list[dict[str, str]]:
    return rows(files(*given)[f"donnees-ouvertes/{name}.csv"])


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_json_keeps_the_keys_of_the_front_matter_and_says_its_licence_and_day() -> None:
    caf = actor("caf", sigle="CAF", alias=["caisse d'allocations familiales"], contact={"site": "https://www.caf.fr/"})
    found = data("acteurs", content(caf, FAMILY))
    assert (found["licence"]["nom"], found["date"]) == ("Licence Ouverte 2.0", "2026-11-25")
    (row,) = found["acteurs"]
    assert row["famille_titre"] == "Service public de l'emploi et État"
    assert row["page"] == "https://exemple.fr/alliance/acteurs/caf/"
    assert row["contact"] == {"site": "https://www.caf.fr/"}
    assert row["alias"][0]["forme"] == "caisse d'allocations familiales"
    assert "offre" not in row, "an empty offer is not data"


def test_without_a_public_address_links_are_relative_to_the_file() -> None:
    found = data("acteurs", content(actor("caf")), AT_WORK)
    assert found["acteurs"][0]["page"] == "../acteurs/caf/"
    assert found["schema"] == "../donnees-ouvertes/schemas/acteurs.json"


def test_csv_opens_in_a_spreadsheet_and_reads_back() -> None:
    caf = actor("caf", resume='Aide, et « verse » ; "vite"', publics=["familles", "jeunes"])
    text = files(content(caf, FAMILY))["donnees-ouvertes/acteurs.csv"]
    assert text.startswith("\ufeff"), "without it Excel reads é as Ã©"
    assert text.count("\n") == text.count("\r\n")
    (row,) = rows(text)
    assert row["resume"] == 'Aide, et « verse » ; "vite"'
    assert row["publics"] == "familles | jeunes"
    assert row["famille_titre"] == "Service public de l'emploi et État"


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        pytest.param('=HYPERLINK("https://x.fr")', '\'=HYPERLINK("https://x.fr")', id="une formule n'est pas exécutée"),
        pytest.param("@SUM(A1)", "'@SUM(A1)", id="ni une fonction à l'ancienne"),
        pytest.param("-2+3+cmd|x", "'-2+3+cmd|x", id="ni un calcul"),
        pytest.param("＝1+1", "'＝1+1", id="signe égal pleine chasse"),
        pytest.param("＋1+x", "'＋1+x", id="plus pleine chasse"),
        pytest.param("－1+x", "'－1+x", id="moins pleine chasse"),
        pytest.param("−1+x", "'−1+x", id="signe moins"),
        pytest.param("＠SUM(A1)", "'＠SUM(A1)", id="arobase pleine chasse"),
        pytest.param("\u200b=1+1", "'\u200b=1+1", id="après un signe sans chasse"),
        pytest.param("\u2060\ufeff＝1+1", "'\u2060\ufeff＝1+1", id="après deux signes sans chasse"),
        pytest.param("Relais ;=1+1", "Relais ;'=1+1", id="après un point-virgule"),
        pytest.param("Relais ; \u00ad@x ; fin", "Relais ; '\u00ad@x ; fin", id="après un point-virgule et un signe caché"),
        pytest.param("a = b ; c - d", "a = b ; c - d", id="un signe au milieu reste"),
        pytest.param("12 ; -3", "12 ; -3", id="un nombre négatif reste un nombre"),
        pytest.param("deux\nlignes", "deux lignes", id="une cellule tient sur une ligne"),
    ],
)
def test_a_cell_is_text(value: str, cell: str) -> None:
    assert table("acteurs", content(actor("caf", sigle=value)))[0]["sigle"] == cell


def test_a_telephone_stays_a_number() -> None:
    caf = actor("caf", contact={"telephone": "+33 2 35 00 00 00"})
    assert table("acteurs", content(caf))[0]["telephone"] == "+33 2 35 00 00 00"


def test_every_cell_stands_between_quotation_marks() -> None:
    text = files(content(actor("caf", resume="Aide ; verse")))["donnees-ouvertes/acteurs.csv"]
    assert all(line.startswith('"') and line.endswith('"') for line in text.removeprefix("\ufeff").splitlines())
    assert '"Aide ; verse"' in text


def test_the_glossary_leads_to_its_entries_in_order() -> None:
    terms = (
        Term(terme="Zone de revitalisation rurale", sigle="ZRR", definition="…", aujourd_hui="FRR", depuis="2024-07-01"),
        Term(terme="Quartier prioritaire de la politique de la ville", sigle="QPV", definition="…"),
    )
    found = data("glossaire", content(terms=terms))
    assert [(row["id"], row["page"]) for row in found["termes"]] == [
        ("qpv", "https://exemple.fr/alliance/glossaire/#qpv"),
        ("zrr", "https://exemple.fr/alliance/glossaire/#zrr"),
    ]
    assert found["termes"][1]["depuis"] == "2024-07-01"


def test_the_same_content_gives_the_same_files_whatever_the_order_of_its_actors() -> None:
    assert files(content(actor("caf"), actor("ase"))) == files(content(actor("ase"), actor("caf")))


def full() -> Content:
    """One thing of each kind, with what is hard to say: a zero, an empty list, a doubt answered, persons."""
    noted = {
        "decisions": [{"id": "d1", "texte": "Une fiche par acteur.", "voix": {"pour": 9, "contre": 0}}],
        "questions": [{"texte": "Qui vient ?", "acteur": "cgt"}],
        "suites": [{"id": "s1", "texte": "Relire.", "porteurs": ["caf"], "avec": ["cgt", "caf"], "date": "2026-06-20"}],
    }
    return content(
        FAMILY,
        actor("caf", homonymes=[{"mot": "Brunel", "personne": "true"}], fin={"date": "2026-01-01"}),
        actor("cgt"),
        document(Kind.APPROACH, "aller-vers"),
        document(Kind.NEED, "formation", mots=["apprendre"], reponses=[{"acteur": "caf", "texte": "Elle paie."}]),
        document(Kind.STEP, "alliance", nature="axe", homonymes=[{"mot": "Odile", "personne": "true"}]),
        meeting("octobre", "2026-10-15", participants=PEOPLE, personnes_citees=[PEOPLE[0]], **noted),
        meeting("vide", "2026-11-15"),
        terms=(Term(terme="Quartier", definition="…", homonymes=[{"mot": "Vasseur", "personne": "true"}]),),
    )


MENTIONS = {
    "acteurs/cgt": (
        Mention("acteurs/caf", "actor", "CAF", "p-1", 0, 3),
        Mention("acteurs/caf", "person", "Mme Vasseur", "p-1", 9, 20),
        Mention("acteurs/caf", "actor", "CAF", "p-2", 0, 3, skipped=Skip.REPEATED),
        Mention("acteurs/cgt", "actor", "CGT", "p-2", 5, 8, skipped=Skip.ITSELF),
        Mention("", "actor", "PE", "p-3", 0, 2, skipped=Skip.AMBIGUOUS, candidates=("acteurs/caf", "acteurs/cgt")),
    )
}


@pytest.mark.parametrize("who", [PUBLISHED, AT_WORK], ids=["publié", "au travail"])
def test_every_file_of_data_is_what_its_schema_says(who: Identity) -> None:
    made = files(full(), who, MENTIONS)
    schemas = {name.rpartition("/")[2]: json.loads(text) for name, text in made.items() if "/schemas/" in name}
    assert {"acteurs.json", "mentions.json", "portes.json"} <= set(schemas)
    for name, schema in schemas.items():
        Draft202012Validator.check_schema(schema)
        reader = Draft202012Validator(schema, format_checker=FormatChecker())
        folder = name.removesuffix(".json")
        of_pages = [file for file in made if file.startswith(f"{folder}/") and file.endswith("/index.json")]
        for file in (f"donnees-ouvertes/{name}", *of_pages):
            assert [error.message for error in reader.iter_errors(json.loads(made[file]))] == [], file


def test_a_schema_refuses_what_is_not_told() -> None:
    made = files(full())
    reader = Draft202012Validator(json.loads(made["donnees-ouvertes/schemas/acteurs.json"]))
    found = json.loads(made["donnees-ouvertes/acteurs.json"])
    found["acteurs"][0]["nomm"] = "CAF"
    assert not reader.is_valid(found)


def test_no_person_is_named_in_any_file_whatever_the_minutes_declare() -> None:
    made = files(full(), PUBLISHED, MENTIONS)
    assert [(name, one) for name, text in made.items() for one in NAMES if one in text] == []


def test_nobody_against_is_said_and_nothing_else_that_is_empty() -> None:
    october, empty = data("reunions", full())["reunions"]
    assert october["decisions"][0]["voix"] == {"pour": 9, "contre": 0}
    assert october["participants"] == [{"acteur": "cgt", "qualite": "participant"}, {"acteur": "caf", "qualite": "excuse"}]
    assert set(empty) == {"slug", "page", "titre", "date", "instance", "etat"}


def test_what_meetings_noted_is_one_table() -> None:
    found = table("elements", full())
    assert [(one["liste"], one["id"], one["acteurs"], one["etat"], one["date"]) for one in found] == [
        ("decisions", "d1", "", "en-vigueur", ""),
        ("suites", "s1", "caf | cgt", "convenue", "2026-06-20"),
        ("questions", "", "cgt", "ouverte", ""),
    ]
    assert found[0]["page"] == "https://exemple.fr/alliance/reunions/octobre/#d1"


def test_an_answer_is_a_row_with_its_place_in_the_relay() -> None:
    (found,) = table("reponses", full())
    assert (found["besoin"], found["rang"], found["acteur"], found["texte"]) == ("formation", "1", "caf", "Elle paie.")


def test_mentions_are_counted_by_passage_and_those_that_lead_nowhere_are_none() -> None:
    found = data("mentions", full(), PUBLISHED, MENTIONS)["mentions"]
    assert [(one["ancre"], one["cible"], one["nombre"]) for one in found] == [
        ("p-1", "acteurs/caf", 2),
        ("p-2", "acteurs/caf", 1),
    ]
    assert found[0]["page"] == "https://exemple.fr/alliance/acteurs/cgt/#p-1"


def test_beside_a_page_stands_its_row_alone_in_the_form_of_the_whole() -> None:
    made = files(full())
    alone = json.loads(made["acteurs/caf/index.json"])
    whole = json.loads(made["donnees-ouvertes/acteurs.json"])
    assert {**whole, "acteurs": [one for one in whole["acteurs"] if one["slug"] == "caf"]} == alone


def test_each_row_of_a_table_says_its_version_its_licence_and_its_day() -> None:
    for one in table("familles", full()):
        assert (one["schema_version"], one["licence"], one["date_export"]) == ("1.0", "etalab-2.0", "2026-11-25")


def test_actors_that_are_told_together_are_a_graph_that_others_read() -> None:
    companions = {
        "acteurs/caf": (CitedActor("cgt", "La <C&GT>", "", "etat", 3),),
        "acteurs/cgt": (CitedActor("caf", "Caf", "", "etat", 3),),
    }
    site = content(actor("caf"), actor("cgt", titre='La <C&GT> "rouge"'), actor("seul"))
    found = nx.parse_graphml(files(site, companions=companions)["donnees-ouvertes/co-mentions.graphml"])
    assert dict(found.nodes(data="titre")) == {"caf": "Caf", "cgt": 'La <C&GT> "rouge"', "seul": "Seul"}
    assert list(found.edges(data="passages")) == [("caf", "cgt", 3)]
