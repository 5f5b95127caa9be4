"""The calendars that one subscribes to, read by a library."""

from datetime import date

from icalendar import Calendar

from plugins.exports.calendars import ALL_MEETINGS, calendars
from plugins.model.content import Content
from plugins.model.next_meeting import next_meetings
from tests.exports.sample import PUBLISHED, actor, content, meeting

TODAY = date(2026, 11, 25)


def site() -> Content:
    return content(
        actor("comite"),
        meeting("mars", "2026-03-05", heure="09:30", lieu="Salle, au fond"),
        meeting("mai", "2026-05-05", etat="annulee"),
        meeting("octobre", "2026-10-15", prochaine_reunion={"date": "2026-12-17"}),
    )


def events(found: Content) -> list[tuple[str, str, str]]:
    files = calendars(found, next_meetings(found, TODAY), PUBLISHED, TODAY)
    read = Calendar.from_ical(files[ALL_MEETINGS]).walk("VEVENT")
    return [(str(one.decoded("DTSTART")), str(one["SUMMARY"]), str(one["URL"])) for one in read]


def test_all_that_was_held_and_all_that_is_announced_is_in_one_calendar() -> None:
    root = "https://exemple.fr/alliance/reunions"
    assert events(site()) == [
        ("2026-03-05 09:30:00+01:00", "mars", f"{root}/mars/"),
        ("2026-10-15", "octobre", f"{root}/octobre/"),
        ("2026-12-17", "Réunion : Comite", f"{root}/octobre/"),
    ]


def test_a_meeting_that_has_its_page_already_is_told_once() -> None:
    known = [*site().documents(), meeting("decembre", "2026-12-17")]
    assert [day for day, *_ in events(content(*known))].count("2026-12-17") == 1


def test_every_event_has_an_identity_of_its_own() -> None:
    files = calendars(site(), next_meetings(site(), TODAY), PUBLISHED, TODAY)
    uids = [str(one["UID"]) for one in Calendar.from_ical(files[ALL_MEETINGS]).walk("VEVENT")]
    assert len(set(uids)) == 3


def test_without_a_meeting_there_is_no_calendar() -> None:
    assert calendars(content(actor("comite")), (), PUBLISHED, TODAY) == {}
