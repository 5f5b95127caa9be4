import csv
import io
import json
from datetime import date

import pytest

from plugins.exports.open_data import datasets
from plugins.model.kinds import Kind
from plugins.model.lists import Term
from tests.exports.sample import AT_WORK, PUBLISHED, actor, content, document

TODAY = date(2026, 11, 25)
FAMILY = document(Kind.FAMILY, "etat", titre="Service public de l'emploi et État")


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_json_keeps_the_keys_of_the_front_matter_and_says_its_licence_and_day() -> None:
    caf = actor("caf", sigle="CAF", alias=["caisse d'allocations familiales"], contact={"site": "https://www.caf.fr/"})
    data = json.loads(datasets(content(caf, FAMILY), PUBLISHED, TODAY)["donnees-ouvertes/acteurs.json"])
    assert (data["licence"]["nom"], data["date"]) == ("Licence Ouverte 2.0", "2026-11-25")
    (row,) = data["acteurs"]
    assert row["page"] == "https://exemple.fr/alliance/acteurs/caf/"
    assert row["contact"] == {"site": "https://www.caf.fr/"}
    assert row["alias"][0]["forme"] == "caisse d'allocations familiales"
    assert "offre" not in row, "an empty offer is not data"


def test_without_a_public_address_links_are_relative_to_the_file() -> None:
    data = json.loads(datasets(content(actor("caf")), AT_WORK, TODAY)["donnees-ouvertes/acteurs.json"])
    assert data["acteurs"][0]["page"] == "../acteurs/caf/"


def test_csv_opens_in_a_spreadsheet_and_reads_back() -> None:
    text = datasets(
        content(actor("caf", resume='Aide, et « verse » ; "vite"', publics=["familles", "jeunes"]), FAMILY), PUBLISHED, TODAY
    )["donnees-ouvertes/acteurs.csv"]
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
    text = datasets(content(actor("caf", sigle=value)), PUBLISHED, TODAY)["donnees-ouvertes/acteurs.csv"]
    assert rows(text)[0]["sigle"] == cell


def test_a_telephone_stays_a_number() -> None:
    text = datasets(content(actor("caf", contact={"telephone": "+33 2 35 00 00 00"})), PUBLISHED, TODAY)
    assert rows(text["donnees-ouvertes/acteurs.csv"])[0]["telephone"] == "+33 2 35 00 00 00"


def test_every_cell_stands_between_quotation_marks() -> None:
    text = datasets(content(actor("caf", resume="Aide ; verse")), PUBLISHED, TODAY)["donnees-ouvertes/acteurs.csv"]
    assert all(line.startswith('"') and line.endswith('"') for line in text.removeprefix("\ufeff").splitlines())
    assert '"Aide ; verse"' in text


def test_the_glossary_leads_to_its_entries_in_order() -> None:
    terms = (
        Term(terme="Zone de revitalisation rurale", sigle="ZRR", definition="…", aujourd_hui="FRR", depuis="2024-07-01"),
        Term(terme="Quartier prioritaire de la politique de la ville", sigle="QPV", definition="…"),
    )
    data = json.loads(datasets(content(terms=terms), PUBLISHED, TODAY)["donnees-ouvertes/glossaire.json"])
    assert [(row["id"], row["page"]) for row in data["termes"]] == [
        ("qpv", "https://exemple.fr/alliance/glossaire/#qpv"),
        ("zrr", "https://exemple.fr/alliance/glossaire/#zrr"),
    ]
    assert data["termes"][1]["depuis"] == "2024-07-01"


def test_the_same_content_gives_the_same_files_whatever_the_order_of_its_actors() -> None:
    assert datasets(content(actor("caf"), actor("ase")), PUBLISHED, TODAY) == datasets(
        content(actor("ase"), actor("caf")), PUBLISHED, TODAY
    )
