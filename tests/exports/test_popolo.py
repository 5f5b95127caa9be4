"""Organisations, seats and meetings in Popolo: what its specification asks of each, and no person."""

import json
import re
from typing import Any

from plugins.exports.popolo import EVENT, ORGANIZATION, POST, popolo
from plugins.model.content import Content
from tests.exports.sample import AT_WORK, PUBLISHED, actor, content, meeting

# Properties of the specification (popoloproject.com/specs), but for those that embed another object or tell its versions.
ORGANIZATION_KEYS = "id name other_names identifiers classification parent_id area_id abstract founding_date dissolution_date image contact_details links sources"
POST_KEYS = "id label other_label role organization_id area_id start_date end_date contact_details links sources"
EVENT_KEYS = "id name description start_date end_date location status classification organization_id attendees sources"


def site() -> Content:
    return content(
        actor(
            "comite", nature="instance", titre="Comité",
            membres=[{"acteur": "caf", "depuis": "2024-01-01"}, {"acteur": "absent"}],
        ),
        actor(
            "caf", titre="Caisse", sigle="CAF", alias=["La Caisse", "Ancienne caisse"],
            noms_successifs=[{"nom": "Ancienne caisse", "jusqu_au": "2020-12-31"}, {"nom": "Caisse"}],
            contact={"telephone": "02 61 91 00 01 ou 39 19", "courriel": "accueil@exemple.fr", "site": "https://www.exemple.fr/"},
            sources=[{"titre": "Une page", "url": "https://exemple.fr/loi"}, {"titre": "Sans adresse"}],
            fin={"date": "2026-12-31"},
        ),
        actor("trade", nature="metier"),
        meeting("mars", "2026-03-05", heure="09:30", lieu="Salle A", participants=[{"acteur": "caf", "nom": "Vasseur", "prenom": "Odile"}]),
        meeting("mai", "2026-05-05", etat="annulee"),
    )  # fmt: skip


def given(who: Any = PUBLISHED) -> dict[str, list[dict[str, Any]]]:
    return json.loads(popolo(site(), who)[0]["donnees-ouvertes/popolo.json"])


def test_each_property_of_theirs_is_filled_or_said_to_be_empty() -> None:
    assert [one.name for one in ORGANIZATION] == ORGANIZATION_KEYS.split()
    assert [one.name for one in POST] == POST_KEYS.split()
    assert [one.name for one in EVENT] == EVENT_KEYS.split()


def test_an_organisation_has_its_names_in_time_and_how_to_reach_it() -> None:
    caf = given()["organizations"][0]
    assert caf == {
        "id": "caf",
        "name": "Caisse",
        "other_names": [{"name": "Ancienne caisse", "end_date": "2020-12-31"}, {"name": "CAF"}, {"name": "La Caisse"}],
        "classification": "institution",
        "abstract": "Accueille les habitants.",
        "dissolution_date": "2026-12-31",
        "contact_details": [
            {"type": "voice", "value": "0261910001"},
            {"type": "voice", "value": "3919"},
            {"type": "email", "value": "accueil@exemple.fr"},
        ],
        "links": [
            {"url": "https://www.exemple.fr/", "note": "Site officiel"},
            {"url": "https://exemple.fr/alliance/acteurs/caf/", "note": "Page de l’acteur"},
        ],
        "sources": [{"url": "https://exemple.fr/loi", "note": "Une page"}],
    }


def test_a_seat_is_a_post_of_the_body_and_names_an_organisation() -> None:
    assert given()["posts"] == [
        {"id": "comite/caf", "label": "Caisse", "role": "membre", "organization_id": "comite", "start_date": "2024-01-01"}
    ]


def test_a_meeting_is_an_event_with_its_zone_when_its_hour_is_known() -> None:
    may, march = given()["events"]
    assert (march["start_date"], march["location"], march["status"]) == ("2026-03-05T09:30:00+01:00", "Salle A", "confirmed")
    assert (may["start_date"], may["status"]) == ("2026-05-05", "cancelled")
    assert all(re.fullmatch(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}\+\d{2}:\d{2})?", one["start_date"]) for one in (may, march))


def test_what_refers_leads_somewhere_and_nobody_is_named() -> None:
    found = given(AT_WORK)
    known = {one["id"] for one in found["organizations"]}
    assert known == {"caf", "comite"}
    assert {one["organization_id"] for one in (*found["posts"], *found["events"])} <= known
    assert "Vasseur" not in json.dumps(found)


def test_what_finds_no_place_is_told() -> None:
    limits = {one.name: one for one in popolo(site(), PUBLISHED)[1].limits}
    assert {"attendees", "end_date"} <= {one.name for one in limits["events"].empty}
    assert {"role", "offre.recours"} <= {one.name for one in limits["organizations"].lost}
