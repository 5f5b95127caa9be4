"""What was published lately."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from plugins.followup.news import MOST, news
from plugins.model.lists import Outcome
from tests.alliance.sample import actor, content, meeting

MARCH = meeting(
    "2026-03-12-comite",
    "2026-03-12",
    questions=[{"id": "q1", "texte": "Qui ?"}, {"id": "q2", "texte": "Quand ?"}],
    compte_rendu={"publie_le": "2026-05-20", "corrections": [{"date": "2026-06-20", "texte": "Il fallait lire 34."}]},
)
APRIL = meeting("2026-04-10-comite", "2026-04-10")
SITE = replace(
    content(actor("mairie"), MARCH, APRIL),
    outcomes=tuple(
        Outcome.model_validate({"reunion": MARCH.slug, "id": one, "date": "2026-06-01", "devient": "retiree"})
        for one in ("q1", "q2")
    ),
)


def test_minutes_published_late_a_correction_and_changes_are_told_on_their_day_the_newest_first() -> None:
    assert [(str(one.day), one.kind, one.meeting.slug, one.count) for one in news(replace(SITE, day=date(2026, 7, 1)))] == [
        ("2026-06-20", "correction", "2026-03-12-comite", 1),
        ("2026-06-01", "changes", "2026-03-12-comite", 2),
        ("2026-05-20", "minutes", "2026-03-12-comite", 1),
        ("2026-04-10", "minutes", "2026-04-10-comite", 1),
    ]


def test_nothing_is_told_before_its_day() -> None:
    assert [one.kind for one in news(replace(SITE, day=date(2026, 5, 1)))] == ["minutes"]


def test_the_list_does_not_grow_without_end() -> None:
    many = content(actor("mairie"), *(meeting(f"2026-01-{day:02}-comite", f"2026-01-{day:02}") for day in range(1, 29)))
    assert len(news(many)) == MOST
