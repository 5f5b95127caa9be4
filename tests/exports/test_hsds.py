"""Tables of HSDS: what must be there is there, keys lead to keys, and the package describes each table."""

import csv
import io
import json
import uuid
from datetime import date

import pytest

from plugins.exports.standards import converted
from plugins.model.content import Content
from plugins.model.kinds import Kind
from plugins.model.lists import Territory
from tests.exports.sample import AT_WORK, PUBLISHED, actor, content, document

TODAY = date(2026, 11, 25)
CONTACT = {"adresse": "3 rue du Port, 76600 Le Havre", "telephone": "02 61 91 00 01 ou 39 19", "horaires": "Le jour."}
# What the specification requires of each table.
REQUIRED = {
    "organizations": "id name description",
    "services": "id organization_id name status",
    "locations": "id location_type",
    "addresses": "id address_1 city state_province postal_code country address_type",
    "service_at_location": "id service_id location_id",
    "phones": "id number",
    "service_areas": "id",
    "required_documents": "id",
}
KEYS = {"organization_id": "organizations", "service_id": "services", "location_id": "locations"}


def site() -> Content:
    answer = {
        "acteur": "mission",
        "texte": "Elle aide.",
        "conditions": "Avoir 16 ans.",
        "apporter": "Une pièce",
        "frais": "gratuit",
    }
    return Content.holding(
        (
            actor("mission", titre="Mission", contact=CONTACT, publics=["jeunes"], territoires=["quartier"]),
            actor("ailleurs", titre="Ailleurs", contact={"adresse": "Au marché"}),
            document(Kind.NEED, "emploi", titre="Comment travailler ?", reponses=[answer]),
        ),
        territories=(Territory(slug="quartier", nom="Le quartier", niveau="quartier", code="QN07601M"),),
    )


def written(found: Content, who: object) -> dict[str, str]:
    files = converted(found, who, TODAY).files
    return {name: text for name, text in files.items() if "/hsds/" in name}


def tables(who: object = PUBLISHED, found: Content | None = None) -> dict[str, list[dict[str, str]]]:
    files = written(found or site(), who)
    return {
        name.rpartition("/")[2].removesuffix(".csv"): list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
        for name, text in files.items()
        if name.endswith(".csv")
    }


@pytest.mark.parametrize("who", [PUBLISHED, AT_WORK], ids=["publié", "au travail"])
def test_every_row_has_what_is_required_and_leads_to_rows_that_exist(who: object) -> None:
    found = tables(who)
    assert set(found) == set(REQUIRED)
    ids = {name: {row["id"] for row in rows} for name, rows in found.items()}
    for name, rows in found.items():
        assert len(ids[name]) == len(rows)
        for row in rows:
            assert all(row[key] for key in REQUIRED[name].split()), (name, row)
            assert uuid.UUID(row["id"]).version == 5
            assert all(row[key] in ids[target] for key, target in KEYS.items() if row.get(key))


def test_what_a_sheet_says_is_in_its_tables() -> None:
    found = tables()
    assert [row["number"] for row in found["phones"]] == ["0261910001", "3919"]
    assert [(row["address_1"], row["postal_code"], row["city"], row["state_province"]) for row in found["addresses"]] == [
        ("3 rue du Port", "76600", "Le Havre", "76")
    ]
    (service,) = found["services"]
    assert (service["fees_description"], service["eligibility_description"]) == ("gratuit", "Avoir 16 ans. jeunes")
    assert [row["name"] for row in found["service_areas"]] == ["Le quartier"], "a district has a name there"
    assert [row["document"] for row in found["required_documents"]] == ["Une pièce"]


def test_identities_are_the_same_at_each_build() -> None:
    assert tables() == tables()
    assert tables()["organizations"][1]["id"] == "bd6f88d9-2ac5-5fc7-9ca9-336e869ad701"


def test_the_package_describes_each_table_column_by_column() -> None:
    files = written(site(), PUBLISHED)
    package = json.loads(files["donnees-ouvertes/hsds/datapackage.json"])
    described = {one["path"].removesuffix(".csv"): [f["name"] for f in one["schema"]["fields"]] for one in package["resources"]}
    assert described == {name: list(rows[0]) for name, rows in tables().items()}
    assert (package["licenses"][0]["name"], package["created"]) == ("etalab-2.0", "2026-11-25")


def test_a_table_without_a_row_is_not_written() -> None:
    assert set(tables(found=content(actor("seul", titre="Seul")))) == {"organizations"}
