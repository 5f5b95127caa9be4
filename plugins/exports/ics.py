"""A meeting → an iCalendar object (RFC 5545), as text with CRLF line ends.

Some sixty lines stand here instead of a dependency of the build; the tests read them with the `icalendar` library.
"""

from __future__ import annotations

import datetime as dt
import re
import uuid
from collections.abc import Sequence

from plugins.model.next_meeting import NextMeeting

ZONE = "Europe/Paris"
# RFC 5545 §3.6.5. Directive 2000/84/CE: summer time runs from the last Sunday of March to that of October, 01:00 UTC.
_VTIMEZONE = f"""BEGIN:VTIMEZONE
TZID:{ZONE}
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE""".split("\n")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_FOLD = 75  # octets, line end not counted (RFC 5545 §3.1)


def calendar(meetings: Sequence[NextMeeting], stamp: dt.date, site: str, address: str = "") -> str:
    """The whole calendar file.

    Args:
        meetings: what is announced. Without an hour it is a day's event; no end is invented: an event without
            end or duration is allowed (RFC 5545 §3.6.1).
        stamp: the day of the build: when this version was made.
        site: the site's name; with the meeting's identity it makes the UID, which survives a new date.
        address: the site's public address with its final slash; without it no link is written.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//{escape(site)}//calendrier//FR", "CALSCALE:GREGORIAN"]
    lines += _VTIMEZONE if any(meeting.hour for meeting in meetings) else ()
    for meeting in meetings:
        lines += _event(meeting, stamp, site, address)
    lines.append("END:VCALENDAR")
    return "".join(fold(line) + "\r\n" for line in lines)


def _event(meeting: NextMeeting, stamp: dt.date, site: str, address: str) -> list[str]:
    uid = uuid.uuid5(uuid.NAMESPACE_URL, f"{site}\n{meeting.identity}")
    lines = ["BEGIN:VEVENT", f"UID:{uid}", f"DTSTAMP:{stamp:%Y%m%d}T000000Z", f"SUMMARY:{escape(meeting.title)}"]
    if meeting.hour:
        lines.append(f"DTSTART;TZID={ZONE}:{meeting.date:%Y%m%d}T{meeting.hour.replace(':', '')}00")
    else:
        lines.append(f"DTSTART;VALUE=DATE:{meeting.date:%Y%m%d}")
    if meeting.place:
        lines.append(f"LOCATION:{escape(meeting.place)}")
    if address:
        lines.append(f"URL:{address}{meeting.url}")
    return [*lines, "END:VEVENT"]


def escape(text: str) -> str:
    r"""A TEXT value: `\`, `;`, `,` and line feeds escaped (RFC 5545 §3.3.11), other controls dropped."""
    text = _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return re.sub(r"([\\;,])", r"\\\1", text).replace("\n", r"\n")


def fold(line: str) -> str:
    """A content line cut into pieces of at most 75 octets, never inside a character (RFC 5545 §3.1)."""
    pieces, size = [""], 0
    for char in line:
        width = len(char.encode())
        if size + width > _FOLD:
            pieces.append("")
            size = 1  # the space that marks a continuation counts
        pieces[-1] += char
        size += width
    return "\r\n ".join(pieces)
