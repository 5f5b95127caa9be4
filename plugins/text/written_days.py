"""A text → the dates and hours that French minutes write: « vendredi 17 décembre 2021 à 9h30 », « 17/12/2021 », « 14 h »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plugins.text.dates import MONTHS
from plugins.text.folding import fold_word

# Years that minutes can mean; beyond, a figure was mistyped.
_FIRST_YEAR, _LAST_YEAR = 1900, 2200
_MONTHS = {fold_word(month): rank for rank, month in enumerate(MONTHS, start=1)}
_SHORT = {"janv": 1, "fevr": 2, "fev": 2, "avr": 4, "juil": 7, "sept": 9, "oct": 10, "nov": 11, "dec": 12}
_WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_WRITTEN = re.compile(
    rf"(?:\b(?P<weekday>{'|'.join(_WEEKDAYS)})\s+)?(?:\ble\s+)?\b(?P<day>\d{{1,2}})(?:\s?er|ᵉʳ)?\s+(?P<month>[a-zéûA-ZÉÛ]{{3,9}})\.?(?:\s+(?P<year>\d{{4}}))?\b"
    r"|\b(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>\d{4}|\d{2})\b|\b(?P<iso>\d{4}-\d{2}-\d{2})\b",
    re.IGNORECASE,
)
_HOUR = re.compile(r"\b([01]?\d|2[0-3])\s?(?:h(?:eures?)?|:)\s?([0-5]\d)?\b(?!\w)", re.IGNORECASE)


@dataclass(frozen=True)
class Found:
    """A date in a text.

    Attributes:
        day: the date.
        start, end: where it stands.
        dated: whether the year is written.
        sure: whether the year or the day of the week is written, and the latter agrees.
    """

    day: date
    start: int
    end: int
    dated: bool
    sure: bool


def dates(text: str, after: date | None = None) -> Iterator[Found]:
    """Every date, in order.

    Args:
        text: a text.
        after: a date without its year is the first one from that day on; None leaves those out.
    """
    for match in _WRITTEN.finditer(text):
        found = _day(match, after)
        if found is None:
            continue
        weekday = (match["weekday"] or "").lower()
        dated = bool(match["year"] or match["y"] or match["iso"])
        agrees = not weekday or _WEEKDAYS[found.weekday()] == weekday
        yield Found(found, match.start(), match.end(), dated, agrees and (dated or bool(weekday)))


def hour_after(text: str, start: int) -> tuple[str, int] | None:
    """The first hour after a place, as `09:30`, and where it ends; None when none follows soon."""
    match = _HOUR.search(text, start, start + 40)
    return (f"{int(match[1]):02d}:{match[2] or '00'}", match.end()) if match else None


def _day(match: re.Match[str], after: date | None) -> date | None:
    day = _any_day(match, after)
    return day if day and _FIRST_YEAR <= day.year <= _LAST_YEAR else None


def _any_day(match: re.Match[str], after: date | None) -> date | None:
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"])
        if match["d"]:
            year = int(match["y"])
            return date(year + 2000 if year < 100 else year, int(match["m"]), int(match["d"]))
        folded = fold_word(match["month"])
        month = _MONTHS.get(folded) or _SHORT.get(folded)
        if month is None:
            return None
        if match["year"]:
            return date(int(match["year"]), month, int(match["day"]))
        if after is None:
            return None
        here = date(after.year, month, int(match["day"]))
        return here if here >= after else date(after.year + 1, month, int(match["day"]))
    except ValueError:
        return None
