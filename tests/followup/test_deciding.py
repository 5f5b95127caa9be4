"""The register of decisions: what holds on the day of the build, and what became of the rest."""

from datetime import date

from plugins.followup.deciding import registers
from tests.alliance.sample import content, meeting

TODAY = date(2026, 7, 1)
FIRST = meeting(
    "un",
    "2023-01-10",
    decisions=[{"id": "d1", "texte": "La grille."}, {"id": "d2", "texte": "Le prêt.", "jusqu_au": "2025-12-31"}],
)
SECOND = meeting(
    "deux",
    "2026-01-10",
    decisions=[
        {"id": "d1", "texte": "Une autre grille.", "remplace": {"reunion": "un", "id": "d1"}},
        {"id": "d2", "texte": "Le bus.", "jusqu_au": "2026-07-01"},
    ],
)
JOINT = meeting(
    "trois",
    "2026-03-10",
    instance="conseil",
    instances=["comite"],
    decisions=[{"id": "d1", "texte": "Ensemble.", "etat": "caduque"}],
)
SITE = content(FIRST, SECOND, JOINT)  # fmt: skip


def test_a_decision_holds_until_its_last_day_or_until_another_takes_its_place() -> None:
    (told,) = [one for one in registers(SITE, TODAY) if one.body == "comite"]
    assert [one.decision.texte for one in told.in_force] == ["Une autre grille.", "Le bus."]
    assert [one.decision.texte for one in told.past] == ["Ensemble.", "La grille.", "Le prêt."]
    replaced = told.past[1].replaced_by
    assert replaced is not None
    assert (replaced.meeting.slug, replaced.item.id) == ("deux", "d1")


def test_a_joint_decision_is_of_each_body() -> None:
    assert [(one.body, len(one.past)) for one in registers(SITE, TODAY)] == [("conseil", 1), ("comite", 3)]


def test_where_nothing_was_decided_there_is_no_register() -> None:
    assert registers(content(meeting("un", "2023-01-10")), TODAY) == ()
