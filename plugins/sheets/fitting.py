"""A sheet → about how high it is on paper, so that it takes up no more doors than one A5 page holds.

The sizes are those of theme/static/css/components/sheet-print.css; `inv sheets` prints, and tells what is still too long.
"""

from __future__ import annotations

from plugins.sheets.sheet import Sheet

# Millimetres between the margins of the page, less what an estimate may miss.
ROOM = 188.0
# Millimetres of a line: of texts, of the title, of the presentation, of the foot.
_LINE, _TITLE, _LEAD, _FOOT = 4.6, 7.2, 5.3, 3.9
# Signs that a line holds: of the page's texts, of a bold one, of the title, of the presentation, of the foot.
_SIGNS, _BOLD, _TITLE_SIGNS, _LEAD_SIGNS, _FOOT_SIGNS = 72, 64, 34, 56, 62
# Between two blocks, under an entry; the code; the three lines to write on; what stands over the title and over the entries.
_GAP, _UNDER, _CODE, _BLANK_LINES, _HEADINGS = 3.0, 2.0, 27.5, 17.0, 11.0
# Lines of the foot beside the acronyms: who read it, two dates, an address on two lines.
_FOOT_LINES = 4


def height(sheet: Sheet) -> float:
    """Millimetres that a sheet takes on its A5 page, to a few."""
    head = _lines(sheet.title, _TITLE_SIGNS) * _TITLE + _lines(sheet.lead, _LEAD_SIGNS) * _LEAD
    entries = sum(_entry(entry.name, entry.texts, entry.bring, entry.reach) for entry in sheet.entries)
    facts = sum(_lines(fact.text, _BOLD - 10) for fact in sheet.facts) * _LINE
    remarks = sum(_lines(text, _SIGNS) for text in sheet.remarks) * _LINE
    words = sum(_lines(f"{word} : {meaning}", _FOOT_SIGNS) for word, meaning in sheet.words)
    foot = max(_CODE, (words + _FOOT_LINES) * _FOOT)
    blocks = [head + _HEADINGS, entries, facts, remarks, 0 if sheet.urgent else _BLANK_LINES, foot]
    return sum(blocks) + _GAP * (sum(block > 0 for block in blocks) - 1)


def _entry(name: str, texts: tuple[str, ...], bring: str, reach: str) -> float:
    lines = _lines(name, _BOLD) + sum(_lines(text, _SIGNS) for text in texts) + _lines(reach, _BOLD)
    lines += _lines(f"À apporter. {bring}", _SIGNS) if bring else 0
    return lines * _LINE + _UNDER


def _lines(text: str, signs: int) -> int:
    return -(-len(text) // signs)
