"""The words of a deadline and the meeting that said them → the last day on which it is kept."""

from __future__ import annotations

import re
from datetime import date, timedelta

from plugins.text.dates import MONTHS
from plugins.text.folding import fold

_NAMES = [fold(month) for month in MONTHS]
_MONTH = "|".join(_NAMES)
_DAY = re.compile(rf"\b(\d{{1,2}})(?:er)? ({_MONTH})(?: (\d{{4}}))?\b")
_IN_MONTH = re.compile(rf"\b(avant |avant le mois de |avant la fin de )?({_MONTH})(?: (\d{{4}}))?\b")
_ISO = re.compile(r"\b(\d{4})[- ](\d{2})[- ](\d{2})\b")
_NEXT_MEETING = re.compile(r"\b(?:prochaine (?:reunion|seance|commission)|(?:reunion|seance|commission) suivante)\b")


def due(words: str, said: date, following: date | None) -> date | None:
    """The day, or None when the words name none that can be told.

    Args:
        words: such as « avant décembre », « d'ici la prochaine réunion ».
        said: the day of the meeting; a month without year is the next one after it.
        following: the day of the meeting that came, or was to come, after it.
    """
    text = fold(words)
    try:
        if iso := _ISO.search(text):
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if day := _DAY.search(text):
            return _after(said, int(day[3] or 0), _NAMES.index(day[2]) + 1, int(day[1]))
        if _NEXT_MEETING.search(text):
            return following
        if month := _IN_MONTH.search(text):
            rank = _NAMES.index(month[2]) + 1
            first = _after(said, int(month[3] or 0), rank, 1)
            whole = not month[1] or month[1].startswith("avant la fin")
            return _next_month(first) - timedelta(days=1) if whole else first - timedelta(days=1)
    except ValueError:  # a 31st of June is for the checks of the content to tell
        return None
    return None


def _after(said: date, year: int, month: int, day: int) -> date:
    """In the year that is named, or else on the first such day, in the month of the meeting or later."""
    if year:
        return date(year, month, day)
    return date(said.year if month >= said.month else said.year + 1, month, day)


def _next_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)
