"""Days that have not come yet: what was done cannot be after the day of the build, what is planned cannot be far after it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import get_args

from pydantic import BaseModel

from plugins.diagnostics import Diagnostic, Place
from plugins.model.content import Content
from plugins.model.messages import path_of
from plugins.model.records import Record
from plugins.model.references import walk
from plugins.model.values import Ahead

# A law may name a day far ahead; further, a figure was mistyped.
_ANY_DAY = Ahead(30 * 366, "vérifier l'année")
# A page that is checked a few days ahead of time harms nobody; a wrong year makes it fresh for ever.
_SOON = timedelta(days=31)


def check_days(content: Content, today: date) -> Iterator[Diagnostic]:
    """Tell each day of the content that is further ahead than its key allows.

    Args:
        content: what was read.
        today: the day of the build.
    """
    for document in content.documents():
        for loc, value in walk(document.record):
            if isinstance(value, BaseModel):
                for name, ahead in _days(value):
                    yield from _check(getattr(value, name), ahead, path_of((*loc, name)), document.place(*loc, name), today)
    lists: tuple[tuple[tuple[Record, ...], tuple[Place, ...]], ...] = (
        (content.glossary, content.glossary_places),
        (content.doors, content.door_places),
        (content.outcomes, content.outcome_places),
    )
    for records, places in lists:
        for record, place in zip(records, places, strict=True):
            for name, ahead in _days(record):
                yield from _check(getattr(record, name), ahead, name, place, today)


def _days(record: BaseModel) -> Iterator[tuple[str, Ahead]]:
    for name, info in type(record).model_fields.items():
        if isinstance(getattr(record, name), date):
            # A day that may be absent bears its marks within « or nothing ».
            marks = (*info.metadata, *(mark for part in get_args(info.annotation) for mark in getattr(part, "__metadata__", ())))
            yield name, next((mark for mark in marks if isinstance(mark, Ahead)), _ANY_DAY)


def _check(day: date, ahead: Ahead, name: str, place: Place, today: date) -> Iterator[Diagnostic]:
    last = today + timedelta(days=ahead.days)
    if day > last:
        tell = place.warning if not ahead.days and day <= last + _SOON else place.error
        why = "n'est pas encore venu" if not ahead.days else "est bien loin"
        yield tell(f"« {name} » : le {day} {why} (construction du {today}) — {ahead.meant}")
