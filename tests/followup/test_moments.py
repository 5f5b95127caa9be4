"""What the search is told of time."""

from __future__ import annotations

from datetime import date

from plugins.followup.moments import moments
from plugins.model.built_page import Moment
from tests.alliance.sample import actor, content, meeting, step

DAY = "2026-03-12"
SITE = content(
    actor("mairie"),
    actor("ecole"),
    meeting(
        "2026-03-12-comite",
        DAY,
        decisions=[{"id": "d1", "texte": "La charte."}],
        questions=[{"id": "q1", "texte": "Qui ?"}, {"id": "q2", "texte": "Quand ?", "statut": "repondue"}],
        propositions=[{"id": "p1", "texte": "Un bus.", "statut": "ecartee"}],
        suites=[
            {"id": "s1", "texte": "Écrire.", "porteurs": ["mairie"], "date": "2026-04-01"},
            {"id": "s2", "texte": "Renoncer.", "porteurs": ["mairie"], "etat": "abandonne"},
        ],
    ),
    meeting("2026-06-01-comite", "2026-06-01", etat="annulee"),
    step("axe"),
    step("former", nature="action", axe="axe", porteurs=["ecole"], avancement="abandonnee"),
)
FOUND = tuple(moments(SITE, date(2026, 7, 1)))


def states(kind: str, anchor: str = "") -> list[tuple[str, ...]]:
    return [one.states for one in FOUND if (one.kind, one.anchor, one.lists) == (kind, anchor, False)]


def test_an_entry_says_how_far_it_is() -> None:
    assert states("questions", "q1") == [("ouverte",)]
    assert states("questions", "q2") == [("repondue",)]
    assert states("propositions", "p1") == [("ecartee",)]
    assert states("decisions", "d1") == [("en-vigueur",)]


def test_what_is_to_be_done_is_late_once_its_day_is_over() -> None:
    assert states("suites", "s1") == [("convenue", "a-faire", "retard")]
    assert states("suites", "s2") == [("convenue", "abandonnee")]
    early = [one for one in moments(SITE, date(2026, 3, 20)) if (one.kind, one.anchor) == ("suites", "s1")]
    assert [one.states for one in early] == [("convenue", "a-faire")]


def test_a_meeting_bears_its_day_its_body_and_its_state() -> None:
    assert [(one.day, one.states) for one in FOUND if one.kind == "reunions" and not one.lists] == [
        (date(2026, 3, 12), ()),
        (date(2026, 6, 1), ("annulee",)),
    ]


def test_an_action_that_stopped_is_known_as_such() -> None:
    assert [one.states for one in FOUND if one.url.endswith("/former/")] == [("abandonnee",)]


def test_the_pages_that_tell_all_of_a_kind_are_known() -> None:
    assert Moment("suivi/", "questions", "", ("ouverte", "reportee"), lists=True) in FOUND
    assert {one.url for one in FOUND if one.lists} == {"suivi/", "suivi/decisions/", "reunions/"}
