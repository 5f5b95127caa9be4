"""A plain text → its lines; a form feed parts pages, and width is measured as letters are set, where they were."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Sequence
from statistics import median

from plugins.importing.pieces import Box, Piece, RefusedError, Spot, Style

_MOST_LINES = 20_000
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# In which French was written on Windows, the Mac and DOS; the likeliest first. Of a short text, counting its letters tells them
# apart better than charset-normalizer does.
_BEFORE_UTF8 = ("cp1252", "mac_roman", "cp850")
_LETTERS = frozenset("éèêëàâçùûüîïôöœæÉÈÊÀÂÇÙÎÔŒ’«»…–°€\u00a0")
# Hundredths of the height of a letter, in an ordinary typeface: a text copied from a page had its lines cut by them.
_NARROW, _WIDE = frozenset("iIjlftr.,;:!|'’‘()[] -·"), frozenset("mwMWÆŒ—…%")
_WIDTHS = {**dict.fromkeys(_NARROW, 0.30), **dict.fromkeys(_WIDE, 0.85)}
_MOST_ROW = 2_000  # signs
_RULE = re.compile(r"[\s:=+-]*")
_PROSE = 75  # signs
_GAP = re.compile(r"(?<=\S)(?:[ \u00a0]{2,}|[ \u00a0]*\t[ \u00a0\t]*)(?=\S)")
# Between sentences, and before a sign of French, two spaces are a slip: they part nothing.
_SLIP = re.compile(r"(?<=[.,;:!?…»)])[ \u00a0]{2}(?=\S)|(?<=\S)[ \u00a0]{2}(?=[;:!?»])|(?<=«)[ \u00a0]{2}")


def decoded(data: bytes) -> str:
    """The text, whatever its encoding.

    Raises:
        RefusedError: bytes that are no text.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if b"\0" in data:
        raise RefusedError("ce fichier n'est pas un texte — l'enregistrer en PDF, DOCX, ODT, HTML ou TXT")
    return max((data.decode(encoding, errors="replace") for encoding in _BEFORE_UTF8), key=_frenchness)


def _frenchness(text: str) -> int:
    return sum(sign in _LETTERS for sign in text) - sum(not sign.isascii() and sign not in _LETTERS for sign in text)


def read(data: bytes) -> list[Piece]:
    """Every line that is not blank.

    Raises:
        RefusedError: bytes that are no text, or too many lines.
    """
    text = decoded(data).replace("\r\n", "\n").replace("\r", "\n")
    rows = text.split("\n")
    if len(rows) > _MOST_LINES:
        raise RefusedError(f"ce texte a {len(rows)} lignes, {_MOST_LINES} au plus — n'en garder que celles d'une réunion")
    measured = _measure(rows)
    marks_ends = _marks_ends(rows)
    pieces: list[Piece] = []
    page, table, down = 1, 0, -1
    for number, row in enumerate(rows, start=1):
        page += row.count("\f")
        line = row.replace("\f", "").rstrip("\n")
        shown = _SLIP.sub(" ", line.strip())
        # Two cells are short; in a line of prose, two spaces are a slip too.
        shown = _GAP.sub("\t", shown) if len(shown) < _PROSE or "\t" in shown or "    " in shown else " ".join(shown.split())
        if not shown:
            down = -1
            continue
        if cells := _cells(shown):
            table, down = (table + 1, 0) if down < 0 else (table, down + 1)
            pieces += [
                Piece(cell, Spot(page, None, number, "ligne"), Style(cell=(table, down, across)), whole=True)
                for across, cell in enumerate(cells) if cell and not _RULE.fullmatch(cell)
            ]  # fmt: skip
            continue
        down = -1
        indent = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
        left = 0.3 * indent if measured is _as_set else float(indent)
        box = Box(left, float(number), left + measured(line.strip()), float(number) + 1)
        ends = marks_ends and line.endswith("  ")
        pieces.append(Piece(shown, Spot(page, box, number, "ligne"), Style(), ends=ends))
    return pieces


def _cells(line: str) -> list[str]:
    """The cells of a row drawn with bars: « | a | b | », « a | b | c »; empty for a line that is none."""
    if line.count("|") < 2 or len(line) > _MOST_ROW:
        return []
    return [" ".join(cell.split()) for cell in line.strip("|").split("|")]


def _as_set(text: str) -> float:
    return sum(_WIDTHS.get(sign, 0.62 if sign.isupper() or sign.isdigit() else 0.52) for sign in text)


def _measure(rows: Sequence[str]) -> Callable[[str], float]:
    """The measure by which full lines are most alike: letters as they are set, or their number."""
    spreads = []
    measures: tuple[Callable[[str], float], ...] = (len, _as_set)
    for measure in measures:
        widths = sorted((measure(row.strip()) for row in rows if len(row.strip()) > 40), reverse=True)
        full = widths[: max(4, len(widths) // 2)]
        middle = median(full) if full else 1.0
        spreads.append((sum(abs(width - middle) for width in full) / len(full) / middle if full else 0.0, measure))
    return min(spreads, key=lambda spread: spread[0])[1]


def _marks_ends(rows: Sequence[str]) -> bool:
    """Whether a program left one space after each line, and two where a paragraph ends."""
    ends = [len(row) - len(row.rstrip(" ")) for row in rows if row.strip()]
    return len(ends) > 10 and sum(end == 1 for end in ends) > 0.6 * len(ends)
