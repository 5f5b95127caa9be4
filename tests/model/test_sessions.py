"""Meetings of each body in time: neighbours, the one that was held, the next one of each."""

from __future__ import annotations

from datetime import date

from plugins.model import sessions
from plugins.model.next_meeting import next_meetings
from tests.model.test_next_meeting import content, meeting

JANUARY = meeting("janvier", "2026-01-15", prochaine_reunion={"date": "2026-03-01"})
MARCH = meeting("mars", "2026-03-01", etat="annulee")
APRIL = meeting("avril", "2026-04-02", prochaine_reunion={"date": "2026-06-10"})
OTHER = meeting("autre", "2026-02-01", instance="conseil", prochaine_reunion={"date": "2026-05-20", "heure": "14:00"})
JOINT = meeting("commune", "2026-03-20", instance="conseil", instances=["comite"])
SITE = content(APRIL, OTHER, MARCH, JANUARY, JOINT)


def test_neighbours_are_of_the_same_body_and_a_joint_meeting_is_of_both() -> None:
    assert [one.slug for one in sessions.by_body(SITE)["comite"]] == ["janvier", "mars", "commune", "avril"]
    assert [one.slug for one in sessions.by_body(SITE)["conseil"]] == ["autre", "commune"]
    after, before = sessions.after(SITE, JANUARY), sessions.before(SITE, APRIL)
    assert (after and after.slug, before and before.slug) == ("mars", "commune")
    assert (sessions.before(SITE, JANUARY), sessions.after(SITE, APRIL)) == (None, None)


def test_what_was_cancelled_was_not_held() -> None:
    held = sessions.held_after(SITE, JANUARY)
    assert held is not None
    assert held.slug == "commune"
    last = sessions.last_held(SITE, date(2026, 3, 10))
    assert last is not None
    assert last.slug == "autre"


def test_years_come_newest_first() -> None:
    older = meeting("vieille", "2024-05-05")
    told = [(year, [one.slug for one in own]) for year, own in sessions.by_year([JANUARY, older, MARCH])]
    assert told == [(2026, ["mars", "janvier"]), (2024, ["vieille"])]


def test_each_body_has_its_next_meeting_and_its_own_calendar_file() -> None:
    site = content(APRIL, OTHER, JANUARY)
    found = [(one.instance, one.date, one.ics_url) for one in next_meetings(site, date(2026, 4, 3))]
    assert found == [
        ("conseil", date(2026, 5, 20), "acteurs/conseil/prochaine.ics"),
        ("comite", date(2026, 6, 10), "acteurs/comite/prochaine.ics"),
    ]


def test_a_meeting_that_is_cancelled_takes_its_announcement_back_and_one_put_off_names_its_new_day() -> None:
    june = meeting("juin", "2026-06-10", etat="annulee")
    assert next_meetings(content(APRIL, june), date(2026, 4, 3)) == ()
    moved = meeting("juin", "2026-06-10", etat="reportee", reportee_au="2026-07-01", heure="10:00", lieu="Salle haute")
    (one,) = next_meetings(content(APRIL, moved), date(2026, 4, 3))
    assert (one.date, one.hour, one.place, one.page_key) == (date(2026, 7, 1), "10:00", "Salle haute", "reunions/juin")


def test_a_joint_meeting_to_come_is_announced_once() -> None:
    site = content(meeting("commune", "2026-06-01", instance="conseil", instances=["comite"], heure="09:00"))
    assert [(one.instance, one.hour) for one in next_meetings(site, date(2026, 5, 1))] == [("conseil", "09:00")]
