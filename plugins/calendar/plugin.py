"""Pelican glue of the calendar: the next meeting for the banner, and its .ics file."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from pelican import Pelican, signals

from plugins.calendar.ics import calendar
from plugins.calendar.next_meeting import next_meeting


def share_next_meeting(generators: list[Any]) -> None:
    """`next_meeting` is a record or None: templates show no banner for a past date."""
    settings = generators[0].settings
    generators[0].context["next_meeting"] = next_meeting(settings["ALLIANCE"], date.fromisoformat(settings["BUILD_DATE"]))


def write_calendar(pelican: Pelican) -> None:
    """Written last: the folder is emptied at the start of a run, so a past meeting leaves no file behind."""
    settings: dict[str, Any] = pelican.settings
    today = date.fromisoformat(settings["BUILD_DATE"])
    meeting = next_meeting(settings["ALLIANCE"], today)
    if meeting is None:
        return
    address = settings["SITE_ADDRESS"].rstrip("/") + "/" if settings["SITE_ADDRESS"] else ""
    path = Path(settings["OUTPUT_PATH"], meeting.ics_url)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(calendar(meeting, today, settings["SITENAME"], address), encoding="utf-8", newline="")


def register() -> None:
    """After model; nothing else is needed."""
    signals.all_generators_finalized.connect(share_next_meeting)
    signals.finalized.connect(write_calendar)
