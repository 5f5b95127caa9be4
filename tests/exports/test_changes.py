"""What changed, and for whom, as a reader of feeds is told."""

from datetime import date
from xml.etree import ElementTree as ET

from plugins.crosslinks.mention import Mention, Skip
from plugins.exports.files import Known, exported
from plugins.model.content import Content
from plugins.model.kinds import Kind
from plugins.model.lists import Outcome
from tests.exports.sample import AT_WORK, PUBLISHED, actor, document, meeting

TODAY = date(2026, 11, 25)
ATOM = "{http://www.w3.org/2005/Atom}"


def site() -> Content:
    documents = (
        actor("caf", titre="CAF", verifie_le="2026-06-01"),
        actor("cgt", titre="CGT", verifie_le="2026-05-01"),
        actor("comite", titre="Comité", verifie_le="2026-01-01"),
        actor("seule", titre="Seule", verifie_le="2026-07-01"),
        meeting(
            "mars", "2026-03-05", titre="Comité de mars", participants=[{"acteur": "cgt"}, {"acteur": "seule", "qualite": "excuse"}],
            questions=[{"id": "q1", "texte": "Qui vient ?", "acteur": "cgt"}],
            compte_rendu={"corrections": [{"date": "2026-04-01", "texte": "On lit neuf, et non huit."}]},
        ),
        meeting("prochaine", "2026-12-17", titre="Comité de décembre"),
        document(
            Kind.STEP, "fiches", titre="Écrire les fiches", nature="action", porteurs=["caf"],
            historique=[{"date": "2026-08-01", "avancement": "validee"}, {"date": "2026-09-01", "avancement": "suspendue", "motif": "Faute de temps."}],
        ),
    )  # fmt: skip
    outcome = Outcome.model_validate(
        {"reunion": "mars", "id": "q1", "date": "2026-10-01", "devient": "repondue", "motif": "La CGT."}
    )
    return Content.holding(documents, outcomes=(outcome,), day=TODAY)


MENTIONS = {
    "reunions/mars": (
        Mention("acteurs/caf", "actor", "CAF", "p-1", 0, 3),
        Mention("acteurs/seule", "actor", "Seule", "p-1", 5, 9, skipped=Skip.AMBIGUOUS),
    )
}


def files(who: object = PUBLISHED) -> dict[str, str]:
    known = Known(site(), site(), dict.fromkeys(site().by_key(), ""), MENTIONS, {})
    return exported(known, who, TODAY, "")[0]


def titles(name: str) -> list[str]:
    root = ET.fromstring(files()[name])
    return [one.findtext(f"{ATOM}title", "") for one in root.iter(f"{ATOM}entry")]


def test_what_changed_is_told_newest_first_and_what_is_planned_is_not() -> None:
    assert titles("changements/atom.xml") == [
        "Question répondue : Qui vient ?",
        "Écrire les fiches : suspendue",
        "Écrire les fiches : validée",
        "Fiche relue : Seule",
        "Fiche relue : CAF",
        "Fiche relue : CGT",
        "Correction — Comité de mars",
        "Comité de mars",
        "Fiche relue : Comité",
    ]


def test_an_actor_has_the_changes_that_concern_it_and_no_other() -> None:
    assert titles("acteurs/cgt/atom.xml") == [
        "Question répondue : Qui vient ?",
        "Fiche relue : CGT",
        "Correction — Comité de mars",
        "Comité de mars",
    ]
    assert titles("acteurs/caf/atom.xml") == [
        "Écrire les fiches : suspendue", "Écrire les fiches : validée", "Fiche relue : CAF", "Correction — Comité de mars", "Comité de mars",
    ]  # fmt: skip
    assert titles("acteurs/seule/atom.xml") == ["Fiche relue : Seule"]


def test_every_change_has_an_identity_and_leads_to_its_page() -> None:
    root = ET.fromstring(files()["changements/atom.xml"])
    ids = [one.findtext(f"{ATOM}id", "") for one in root.iter(f"{ATOM}entry")]
    links = [one.find(f"{ATOM}link").get("href") for one in root.iter(f"{ATOM}entry")]
    assert len(set(ids)) == len(ids)
    assert ids[0] == "https://exemple.fr/alliance/reunions/mars/#q1-2026-10-01"
    assert links[0] == "https://exemple.fr/alliance/reunions/mars/"
    assert root.findtext(f"{ATOM}title") == "Ce qui change — Le site"


def test_a_site_without_an_address_has_no_feed() -> None:
    assert [name for name in files(AT_WORK) if name.endswith("atom.xml")] == []
