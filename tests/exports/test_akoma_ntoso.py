"""The report of a meeting in Akoma Ntoso: valid by the schema of OASIS, its references lead somewhere, and nobody is named."""

from datetime import date
from importlib.resources import files as files_of
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from plugins.cache.store import Store
from plugins.crosslinks.mention import Mention
from plugins.exports.akoma_ntoso import REPORT, REPORT_FIELDS, akoma_ntoso
from plugins.exports.files import Known, exported
from plugins.model.content import Content
from plugins.model.meeting import Meeting
from tests.exports.sample import AT_WORK, PUBLISHED, actor, content, meeting

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
MARCH, MAY = f"reunions/mars/{REPORT}", f"reunions/mai/{REPORT}"


TEXT = {"reunions/mars": (("", "Avant tout titre."), ("Un titre & <plus>", "Une ligne.\n\nUne autre : 3 < 4."))}


def site(**more: Any) -> Content:
    return content(
        actor("comite", nature="instance", titre="Comité"),
        actor("caf", titre="Caisse & Cie"),
        actor("cgt", titre="Syndicat"),
        actor("ccas", titre="Centre"),
        actor("autre"),
        meeting(
            "mars", "2026-03-05", titre="Mars", instances=["caf"], heure="09:30", lieu="Salle « A » & B", resume="Un <résumé>.",
            compte_rendu={
                "etat": "approuve", "publie_le": "2026-03-20",
                "corrections": [{"date": "2026-04-02", "texte": "Une date."}, {"date": "2026-04-02", "texte": "Un lieu."}],
            },
            participants=[
                {"acteur": "caf", "nom": "Vasseur", "prenom": "Odile"}, {"acteur": "cgt", "qualite": "excuse", "represente": "Brunel"},
            ],
            ordre_du_jour={"initial": ["Un point", "Un autre"], "effectif": ["Un point"]},
            themes=["Relais & réseaux", "L'emploi"],
            constats=[{"id": "c1", "texte": "Un constat.", "acteurs": ["cgt", "caf"]}, {"texte": "Sans identifiant."}],
            decisions=[{"id": "d1", "texte": "On décide."}],
            suites=[{"id": "s1", "texte": "À faire", "porteurs": ["ccas"]}],
        ),
        meeting("mai", "2026-05-05", etat="sans-quorum"),
        meeting("juin", "2026-06-05", etat="annulee"),
        *more.get("others", ()),
    )  # fmt: skip


def name_at(slug: str, day: date) -> str:
    return "Ancienne caisse" if slug == "caf" and day.year < 2027 else site().actors[slug].record.titre


def written(who: Any = PUBLISHED, mentions: Any = None) -> dict[str, str]:
    return akoma_ntoso(site(), mentions or {}, TEXT, name_at, who)[0]


def read(text: str) -> Any:
    return etree.fromstring(text.encode())


@pytest.fixture(scope="module")
def schema() -> Any:
    return etree.XMLSchema(etree.parse(str(files_of("cobalt") / "xsd/akomantoso30.xsd")))


@pytest.mark.parametrize("who", [pytest.param(PUBLISHED, id="published"), pytest.param(AT_WORK, id="without address")])
def test_each_meeting_that_was_held_has_a_report_that_the_schema_takes(schema: Any, who: Any) -> None:
    given = written(who)
    assert sorted(given) == [MAY, MARCH]
    for text in given.values():
        assert schema.validate(read(text)), schema.error_log


def test_the_schema_refuses_what_is_not_a_report(schema: Any) -> None:
    assert not schema.validate(read(written()[MARCH].replace("mainBody", "debateBody")))


def test_what_refers_leads_to_a_reference_and_each_organisation_to_its_page() -> None:
    report = read(written(mentions={"reunions/mars": (Mention("acteurs/ccas", "actor", "Centre", "p-1", 0, 6),)})[MARCH])
    known = {one.get("eId"): one.get("href") for one in report.iter(f"{AKN}TLCOrganization")}
    assert known == {
        "site": "https://exemple.fr/alliance/",
        **{f"acteur-{slug}": f"https://exemple.fr/alliance/acteurs/{slug}/" for slug in ("comite", "caf", "cgt", "ccas")},
    }
    pointed = {one.get(name)[1:] for one in report.iter() for name in ("refersTo", "source") if one.get(name)}
    assert pointed == {"site", "acteur-comite", "acteur-caf", "acteur-cgt", "acteur-ccas"}


def test_an_organisation_has_the_name_of_the_day() -> None:
    present = [one.text for one in read(written()[MARCH]).iter(f"{AKN}organization")]
    assert present == ["Ancienne caisse", "Syndicat", "Centre", "Syndicat", "Ancienne caisse"]


def test_what_was_noted_and_what_is_written_stand_under_their_titles() -> None:
    body = read(written()[MARCH]).find(f".//{AKN}mainBody")
    told = {one.get("eId"): (one.findtext(f"{AKN}heading"), ["".join(p.itertext()) for p in one.iter(f"{AKN}p")]) for one in body}
    assert told == {
        "participants": ("Participants", ["Ancienne caisse", "Syndicat (excusé)"]),
        "ordre-du-jour-initial": ("Ordre du jour prévu", ["Un point", "Un autre"]),
        "ordre-du-jour-effectif": ("Ordre du jour suivi", ["Un point"]),
        "decisions": ("Les décisions", ["On décide."]),
        "suites": ("Les suites", ["À faire (Centre)"]),
        "constats": ("Les constats", ["Un constat. (Syndicat, Ancienne caisse)", "Sans identifiant."]),
        "texte-1": (None, ["Avant tout titre."]),
        "texte-2": ("Un titre & <plus>", ["Une ligne.", "Une autre : 3 < 4."]),
    }
    assert body.find(f".//{AKN}paragraph[@eId='element-c1']") is not None


def test_a_version_has_the_day_of_the_last_correction() -> None:
    report = read(written()[MARCH])
    days = [one.get("date") for one in report.find(f".//{AKN}identification").iter(f"{AKN}FRBRdate")]
    assert days == ["2026-03-05", "2026-04-02", "2026-04-02"]
    assert [(one.get("type"), one.get("date")) for one in report.iter(f"{AKN}eventRef")] == [
        ("generation", "2026-03-20"),
        ("amendment", "2026-04-02"),
    ]


@pytest.mark.parametrize("display", ["organisations", "complets"])
def test_nobody_is_named_and_a_text_that_may_name_somebody_is_not_given_away(display: str) -> None:
    nameless = site()
    shown = nameless if display == "organisations" else site()
    bodies = dict.fromkeys(nameless.by_key(), "")
    given, catalogue = exported(Known(shown, nameless, bodies, {}, {}, (), TEXT), PUBLISHED, date(2026, 11, 25), "")
    for name in ("Vasseur", "Odile", "Brunel"):
        assert name not in given[MARCH]
    assert ("Avant tout titre." in given[MARCH]) is (display == "organisations")
    told = catalogue.standards[-1]
    assert [one.address for one in told.files] == [MAY]


def test_each_key_of_a_meeting_finds_a_place_or_is_told() -> None:
    (limits,) = akoma_ntoso(site(), {}, {}, name_at, PUBLISHED)[1].limits
    assert {"speech", "TLCPerson", "rollCall"} <= {one.name for one in limits.empty}
    assert {"prochaine_reunion", "axes"} <= {one.name for one in limits.lost}
    taken = {key for one in REPORT_FIELDS for key in one.of}
    assert {key.partition(".")[0] for key in taken} <= set(Meeting.model_fields)


def test_a_report_that_is_kept_is_taken_as_long_as_front_matter_text_and_mentions_are_the_same(tmp_path: Path) -> None:
    def kept(front: bytes, passages: Any = TEXT, mentions: Any = None) -> str:
        store = Store(tmp_path / "kept")
        given = akoma_ntoso(
            site(), mentions or {}, passages, lambda slug, _: f"{slug} {front!r}", PUBLISHED, front=front, store=store
        )
        store.close()
        return given[0][MARCH]

    first = kept(b"one")
    store = Store(tmp_path / "kept")
    again = akoma_ntoso(site(), {}, TEXT, lambda *_: "written anew", PUBLISHED, front=b"one", store=store)[0]
    store.close()
    assert again[MARCH] == first
    assert "two" in kept(b"two")
    assert "Autre chose." in kept(b"one", {"reunions/mars": (("", "Autre chose."),)})
    mention = Mention("acteurs/autre", "actor", "Autre", "p-1", 0, 5)
    assert "acteur-autre" in kept(b"one", mentions={"reunions/mars": (mention,)})
    assert kept(b"one") == first


def test_a_meeting_of_which_nothing_is_noted_says_so() -> None:
    assert "".join(read(written()[MAY]).find(f".//{AKN}mainBody").itertext()).strip() == "Rien n’est noté."


def test_a_content_without_meetings_has_no_report() -> None:
    files, told = akoma_ntoso(content(actor("caf")), {}, {}, name_at, PUBLISHED)
    assert (files, told.files) == ({}, ())
