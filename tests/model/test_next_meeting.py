from datetime import date

import pytest

from plugins.diagnostics import Place
from plugins.model.content import Content, Document
from plugins.model.kinds import Kind
from plugins.model.meeting import Meeting
from plugins.model.next_meeting import next_meeting, next_meetings


def meeting(slug: str, day: str, instance: str = "comite", **more: object) -> Document[Meeting]:
    record = Meeting.model_validate({"titre": slug, "date": day, "instance": instance, "participants": [], **more})
    return Document(Kind.MEETING, slug, Place(f"reunions/{slug}.md").path, record, "", 1, {})


def content(*meetings: Document[Meeting]) -> Content:
    return Content(meetings={one.slug: one for one in meetings})


OCTOBER = meeting("octobre", "2021-10-15", prochaine_reunion={"date": "2021-12-17", "heure": "9h30", "lieu": "Rouen"})


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        pytest.param("2021-10-15", date(2021, 10, 15), id="le jour d'une réunion, elle est encore la prochaine"),
        pytest.param("2021-10-16", date(2021, 12, 17), id="le lendemain, c'est celle qu'elle annonce"),
        pytest.param("2021-12-17", date(2021, 12, 17), id="jusqu'au jour annoncé, compris"),
        pytest.param("2021-12-18", None, id="le lendemain il n'y a plus rien à annoncer"),
        pytest.param("2026-11-22", None, id="cinq ans après non plus"),
    ],
)
def test_a_past_date_is_never_the_next_meeting(today: str, expected: date | None) -> None:
    found = next_meeting(content(OCTOBER), date.fromisoformat(today))
    assert (found.date if found else None) == expected


def test_the_record_leads_to_the_page_that_announces_it() -> None:
    found = next_meeting(content(OCTOBER), date(2021, 11, 1))
    assert found is not None
    assert (found.url, found.hour, found.place) == ("reunions/octobre/", "09:30", "Rouen")


def test_a_later_meeting_makes_an_older_announcement_void() -> None:
    november = meeting("novembre", "2021-11-05", prochaine_reunion={"date": "2022-01-10"})
    found = next_meeting(content(OCTOBER, november), date(2021, 11, 6))
    assert found is not None
    assert found.date == date(2022, 1, 10)


def test_another_body_does_not_void_the_announcement() -> None:
    other = meeting("conseil", "2021-11-05", instance="conseil", prochaine_reunion={"date": "2022-01-10"})
    found = next_meeting(content(OCTOBER, other), date(2021, 11, 6))
    assert found is not None
    assert (found.date, found.instance) == (date(2021, 12, 17), "comite")


def test_what_a_joint_meeting_announces_is_told_once_for_each_of_its_bodies() -> None:
    joint = meeting("commune", "2021-11-02", instance="bureau", instances=["comite"], prochaine_reunion={"date": "2021-12-20"})
    (found,) = next_meetings(content(OCTOBER, joint), date(2021, 11, 5))
    assert found.date == date(2021, 12, 20)
    assert sorted(found.bodies) == ["bureau", "comite"]


def test_a_page_written_ahead_takes_the_place_of_its_announcement_and_keeps_its_hour() -> None:
    ahead = meeting("decembre", "2021-12-17")
    found = next_meeting(content(OCTOBER, ahead), date(2021, 11, 6))
    assert found is not None
    assert (found.page_key, found.hour) == ("reunions/decembre", "09:30")
    alone = next_meeting(content(OCTOBER), date(2021, 11, 6))
    assert alone is not None
    assert alone.identity == found.identity, "the same event for those who have put it in their calendar"
