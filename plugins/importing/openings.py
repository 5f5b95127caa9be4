"""The words by which minutes, and the lines of their title, open: « Compte rendu », « Réunion du », « Commission »."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plugins.importing.pieces import CELL_LINE, Block
from plugins.text.written_days import dates

_MOST_ROWS, _LONGEST = 6, 120  # of a frame at the top of the first page, and of its lines (signs)
KIND = r"(?:projet\s+de\s+)?(?:compte[- ]rendus?|procès[- ]verbal|relevé\s+de(?:s)?\s+(?:décisions|conclusions)|synthèse(?:\s+des\s+échanges)?|minutes|c\.?r\.?|p\.?v\.?|notes?)"
MEETING = r"(?:réunion|séance|rencontre|commission|comité|copil|cotech|groupe|atelier|plénière|conseil|assemblée)"
OPENS = re.compile(rf"(?:{KIND}|(?:la\s+)?{MEETING})\b", re.IGNORECASE)


def unframed(blocks: Sequence[Block]) -> Sequence[Block]:
    """With the table that stands first, and says which meeting it was (body, day, place), as the lines of a title."""
    first = blocks[0] if blocks else None
    if first is None or first.kind != "table" or len(first.rows) > _MOST_ROWS:
        return blocks
    lines = [line.strip() for row in first.rows for cell in row for line in cell.split(CELL_LINE) if line.strip()]
    says = any(map(OPENS.match, lines)) and any(any(dates(line)) for line in lines)
    if not says or any(len(line) > _LONGEST for line in lines):
        return blocks
    return [*(Block("paragraph", line, first.spots) for line in lines), *blocks[1:]]
