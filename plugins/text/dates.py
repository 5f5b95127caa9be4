"""Dates and hours → full French text, with no-break spaces."""

from __future__ import annotations

from datetime import date

MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_SPACE = "\u00a0"


def full_date(day: date | str) -> str:
    """`2021-10-01` → « 1er octobre 2021 ».

    Args:
        day: a date, or one written AAAA-MM-JJ.

    Raises:
        ValueError: the text is not a date.
    """
    day = _as_date(day)
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number}{_SPACE}{MONTHS[day.month - 1]}{_SPACE}{day.year}"


def weekday_date(day: date | str) -> str:
    """`2021-12-17` → « vendredi 17 décembre 2021 »."""
    day = _as_date(day)
    return f"{_DAYS[day.weekday()]}{_SPACE}{full_date(day)}"


def hour(text: str) -> str:
    """`09:30` → « 9 h 30 », `14:00` → « 14 h »."""
    hours, _, minutes = text.partition(":")
    return f"{int(hours)}{_SPACE}h" + (f"{_SPACE}{minutes}" if minutes.strip("0") else "")


def period(since: date | None, until: date | None) -> str:
    """Two optional dates → « depuis le … », « jusqu’au … » or « du … au … »."""
    if since and until:
        return f"du {full_date(since)} au {full_date(until)}"
    if since:
        return f"depuis le {full_date(since)}"
    return f"jusqu’au {full_date(until)}" if until else ""


def _as_date(day: date | str) -> date:
    return date.fromisoformat(day) if isinstance(day, str) else day
