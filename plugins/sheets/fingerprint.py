"""A sheet → what its paper carries in its code: its day, and a few bits of each of its parts.

The page that the paper leads to carries the same of today's sheet; the browser compares them part by part
(theme/static/js/sheet/reading.js). No server and no history: what the paper said is on the paper.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from datetime import date
from unicodedata import normalize

from plugins.sheets.sheet import Sheet

# Letters of the address that stand for the whole sheet (25 bits: typed by hand, so no capitals) and for one part (12 bits).
WHOLE, PART = 5, 2
# What stands before it in the address, after « # »: no server sees it, and a page without JavaScript opens all the same.
KEY = "fiche"


@dataclass(frozen=True)
class Fingerprint:
    """What a sheet said on one day.

    Attributes:
        day: the day of the build.
        whole: one digest of everything that can change, without capitals.
        parts: two letters for the presentation, then six for each entry (name, texts, how to get there), a full stop, and
            four for each line that says how to reach the actor (label, text).
    """

    day: date
    whole: str
    parts: str

    @property
    def short(self) -> str:
        """For the address in letters: whether something changed, not what."""
        return f"{self.day:%Y%m%d}-{self.whole}"

    @property
    def full(self) -> str:
        """For the code that a telephone reads, and for the page."""
        return f"{self.short}.{self.parts}"


def fingerprint(sheet: Sheet, day: date) -> Fingerprint:
    """The fingerprint of a sheet.

    Args:
        sheet: the sheet; what explains its acronyms, and what is said to be missing, follow from the rest and do not count.
        day: the day of the build.
    """
    head = "\n".join(
        (sheet.title, sheet.acronym, sheet.lead, *(f"{fact.label} {fact.text}" for fact in sheet.facts if not fact.reach))
    )
    entries = [(entry.name, "\n".join((*entry.texts, entry.bring)), entry.reach) for entry in sheet.entries]
    lines = [(fact.label, fact.text) for fact in sheet.facts if fact.reach]
    whole = base64.b32encode(_digest("\0".join((head, *(text for part in (*entries, *lines) for text in part)))))
    parts = [_letters(head), *(_letters(text) for entry in entries for text in entry), "."]
    parts += [_letters(text) for line in lines for text in line]
    return Fingerprint(day, whole.decode()[:WHOLE].lower(), "".join(parts))


@dataclass(frozen=True)
class Paper:
    """What a page knows of its sheet.

    Attributes:
        sheet: today's.
        fingerprint: its fingerprint.
        parts: each entry, then each line that says how to reach: its name, and how one gets there; in the fingerprint's order.
    """

    sheet: Sheet
    fingerprint: Fingerprint
    parts: tuple[tuple[str, str], ...]


def paper(sheet: Sheet, day: date) -> Paper:
    """A sheet and what its paper carries, printed on a day."""
    lines = ((fact.label, fact.text) for fact in sheet.facts if fact.reach)
    return Paper(sheet, fingerprint(sheet, day), (*((entry.name, entry.reach) for entry in sheet.entries), *lines))


def _letters(text: str) -> str:
    return base64.urlsafe_b64encode(_digest(text)).decode()[:PART]


def _digest(text: str) -> bytes:
    """Spaces and the way in which an accent is stored are no change."""
    return hashlib.blake2b(normalize("NFC", " ".join(text.split())).encode(), digest_size=15).digest()
