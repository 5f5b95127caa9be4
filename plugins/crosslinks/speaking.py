"""Who speaks in a block: the participants that open it (« Mme X et M. Y … », « Selon la Région … »)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plugins.crosslinks.finding import Occurrence
from plugins.crosslinks.mention import Meeting, Skip

_OPENING = re.compile(r"[\s«“\"(–—-]*(?:(?:et|selon|pour|d['’]\s?après|d['’]après|la|le|les)\s+|l['’]\s?)*", re.IGNORECASE)
_BETWEEN = re.compile(
    r"(?:\s*,)?\s*(?:et|ainsi\s+que)\s+(?:(?:selon|pour|la|le|les)\s+|l['’]\s?)*|\s*,\s+(?:(?:la|le|les)\s+|l['’]\s?)*",
    re.IGNORECASE,
)


def speakers(block: str, occurrences: Sequence[Occurrence], offset: int, meeting: Meeting) -> tuple[str, ...]:
    """Slugs of who opens the block.

    Args:
        block: its text.
        occurrences: what the block names, in order.
        offset: where the block starts in the text that the occurrences count from.
        meeting: whose participants may speak.
    """
    opening = _OPENING.match(block)
    position = opening.end() if opening else 0
    found: list[str] = []
    for occurrence in occurrences:
        slug = occurrence.target.removeprefix("acteurs/")
        if (
            occurrence.outer - offset != position
            or slug not in meeting.participants
            or occurrence.skipped not in (None, Skip.LINK)
        ):
            break
        found.append(slug)
        following = _BETWEEN.match(block, occurrence.end - offset)
        if not following:
            break
        position = following.end()
    return tuple(dict.fromkeys(found))
