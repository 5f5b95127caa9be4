"""Rows of text → CSV that spreadsheets open as text, whatever an editor wrote."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

# A spreadsheet runs as a formula a cell that begins with one of these, or with their twins (OWASP, « CSV Injection »);
# telephone numbers are left alone.
_FORMULA = re.compile(r"[=@]|[+\-\u2212](?![\d\s().]*$)")
# Letters and figures that are nobody's twins: nearly every cell begins with one.
_PLAIN = re.compile(r"[0-9A-Za-zÀ-ÖØ-öø-ÿŒœ]")
# Controls, signs without width, combining marks, spaces.
_UNSEEN = frozenset({"Cc", "Cf", "Mn", "Zs"})


def table(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    """RFC 4180, with the mark by which spreadsheets know UTF-8; a value that is missing is an empty cell."""
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, columns, restval="", lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writeheader()
    cell = cache(_cell)  # many cells of a table say the same
    for row in rows:
        writer.writerow({key: cell(value) for key, value in row.items()})
    return "\ufeff" + file.getvalue()


def _cell(text: str) -> str:
    """One line of text that no spreadsheet runs, even one that cuts at « ; » where we cut at « , », as those in French do."""
    parts = " ".join(text.split()).split(";")
    return ";".join(_disarmed(part) for part in parts)


def _disarmed(text: str) -> str:
    """Full-width signs and invisible ones before them are what a spreadsheet takes them for (NFKC)."""
    if _PLAIN.match(text):
        return text
    plain = "".join(sign for sign in unicodedata.normalize("NFKC", text) if unicodedata.category(sign) not in _UNSEEN)
    if not _FORMULA.match(plain):
        return text
    start = len(text) - len(text.lstrip())
    return f"{text[:start]}'{text[start:]}"
