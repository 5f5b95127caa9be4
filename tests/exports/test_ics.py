from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Component

from plugins.exports.ics import calendar, escape, fold
from plugins.model.next_meeting import NextMeeting

STAMP = date(2021, 11, 1)


def meeting(
    hour: str | None = "09:30", place: str | None = None, title: str = "Réunion : Comité", day: date = date(2021, 12, 17)
) -> NextMeeting:
    return NextMeeting(day, hour, place, title, "comite", "reunions/octobre", "reunions/octobre/", "reunions/octobre#prochaine")


def event(text: str) -> Component:
    return Calendar.from_ical(text).walk("VEVENT")[0]


def test_the_hour_is_that_of_paris_and_the_zone_is_in_the_file() -> None:
    parsed = Calendar.from_ical(calendar([meeting()], STAMP, "Site"))
    start = parsed.walk("VEVENT")[0].decoded("DTSTART")
    assert start == datetime(2021, 12, 17, 9, 30, tzinfo=ZoneInfo("Europe/Paris"))
    assert start.astimezone(UTC).hour == 8
    assert parsed.walk("VTIMEZONE")[0]["TZID"] == "Europe/Paris"


@pytest.mark.parametrize(
    "day",
    [
        pytest.param(date(2026, 3, 29), id="passage à l'heure d'été"),
        pytest.param(date(2026, 10, 25), id="passage à l'heure d'hiver"),
        pytest.param(date(2026, 7, 1), id="été"),
        pytest.param(date(2026, 1, 5), id="hiver"),
    ],
)
def test_the_rules_of_the_zone_are_those_of_the_tz_database(day: date) -> None:
    zone = Calendar.from_ical(calendar([meeting(day=day)], STAMP, "Site")).walk("VTIMEZONE")[0].to_tz(lookup_tzid=False)
    at_noon = datetime(day.year, day.month, day.day, 12)  # noqa: DTZ001 -- local time on both sides
    assert at_noon.replace(tzinfo=zone).utcoffset() == at_noon.replace(tzinfo=ZoneInfo("Europe/Paris")).utcoffset()


def test_without_an_hour_it_is_the_whole_day_and_no_end_is_invented() -> None:
    text = calendar([meeting(hour=None)], STAMP, "Site")
    assert event(text).decoded("DTSTART") == date(2021, 12, 17)
    assert "DTEND" not in text
    assert "VTIMEZONE" not in text


def test_the_uid_stays_when_the_date_moves_and_differs_between_meetings() -> None:
    first, moved = (event(calendar([meeting(day=day)], STAMP, "Site"))["UID"] for day in (date(2021, 12, 17), date(2022, 1, 7)))
    other = event(calendar([meeting()], STAMP, "Autre site"))["UID"]
    assert first == moved != other


def test_the_same_day_gives_the_same_file() -> None:
    assert calendar([meeting()], STAMP, "Site") == calendar([meeting()], STAMP, "Site")
    assert event(calendar([meeting()], STAMP, "Site")).decoded("DTSTAMP") - datetime(2021, 11, 1, tzinfo=UTC) == timedelta(0)


def test_the_link_is_absolute_or_absent() -> None:
    assert (
        event(calendar([meeting()], STAMP, "Site", "https://exemple.fr/base/"))["URL"]
        == "https://exemple.fr/base/reunions/octobre/"
    )
    assert "URL" not in event(calendar([meeting()], STAMP, "Site"))


def test_a_title_cannot_add_a_line_of_its_own() -> None:
    hostile = "Réunion\r\nATTACH:https://exemple.fr/x\nBEGIN:VALARM"
    parsed = event(calendar([meeting(title=hostile)], STAMP, "Site"))
    assert "ATTACH" not in parsed
    assert parsed["SUMMARY"] == hostile.replace("\r\n", "\n")


def test_what_separates_values_is_escaped_as_the_standard_says() -> None:
    assert escape("3, rue A ; \\ ici\r\nou là") == r"3\, rue A \; \\ ici\nou là", "RFC 5545 §3.3.11"
    assert r"LOCATION:3\, rue A" in calendar([meeting(place="3, rue A")], STAMP, "Site")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_any_text_comes_back_from_the_file_to_the_letter(place: str) -> None:
    text = calendar([meeting(place=place + ".")], STAMP, "Site")
    assert event(text)["LOCATION"] == place + "."


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=400))
def test_no_line_is_longer_than_75_octets_and_no_character_is_cut(text: str) -> None:
    folded = fold(escape(text)).split("\r\n")
    assert all(len(piece.encode()) <= 75 for piece in folded)
    assert folded[0] + "".join(piece[1:] for piece in folded[1:]) == escape(text)


def test_every_line_ends_with_crlf() -> None:
    text = calendar([meeting(place="Rouen, salle « Émile » ; 2e étage")], STAMP, "Site")
    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")
