"""What an editor wrote that a sheet lacks → the same, saying since when: meetings may have filled it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from plugins.text.dates import full_date
from plugins.text.typesetting import typeset

_HEADING = re.compile(r'<h([2-6]) id="ce-qui-manque"[^>]*>.*?</h\1>', re.DOTALL)


def dated_gap(html: str, read: date, meetings: Iterable[date]) -> str:
    """The body of an actor; « Ce qui manque » tells when it was last read, when meetings noted what the actor said or did since.

    Args:
        html: of the body.
        read: the day on which the sheet was last looked at.
        meetings: days of the meetings that noted something of the actor.
    """
    since = sum(day > read for day in meetings)
    if not since:
        return html
    many = f"{since} réunions ont" if since > 1 else "une réunion a"
    link = '<a href="#dit-en-reunion">noté ce que cet acteur dit ou fait</a>'
    note = f'<p class="entry-note">{typeset(f"Relu le {full_date(read)} : depuis, {many} ")}{link}.</p>'
    return _HEADING.sub(lambda found: found[0] + note, html, count=1)
