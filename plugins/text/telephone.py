"""What an editor writes of a telephone (« 02 61 91 00 01 ou 39 19, poste 12 ») → its numbers, each as it is dialled.

Only what dials for sure is a number: France's plan (ten digits, or short), and international numbers that begin with +.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# Digits held together by what people put between them; a figure that touches one belongs to it, and must be dialled too.
_RUN = re.compile(r"(?:\+ ?)?(?:\( ?)?[0-9](?:[ \t.\-–‑·()]*[0-9])*")
_SEPARATORS = re.compile(r"[ \t.\-–‑·()]+")
# Figures that are no number: hours, days, prices, what is to be dialled afterwards.
_ASIDE = re.compile(
    r"\b(?:24 ?h? ?/ ?24|7 ?j? ?/ ?7) ?[hj]?\b"
    r"|\b[0-9]{1,2} ?(?:h|heures?)(?: ?[0-9]{2})?\b|\b[0-9]{1,2}:[0-9]{2}\b"
    r"|\b[0-9]+(?:[.,][0-9]+)? ?(?:€|euros?|cts?\b|centimes?|min\b|minutes?)"
    r"|(?:#|\b(?:poste|ext\.?|p\.|touche|taper|tapez|choix|code|puis(?: le)?)) ?[0-9]{1,6}\b",
    re.IGNORECASE,
)
# Two or three figures are a number when nothing else stands there, or beside another: « 15 rue du Port » is none.
_BESIDE = re.compile(r"(?:^|\b(?:ou|et)\b|/|:)[^\w]*(?:le )?$", re.IGNORECASE)
# Source: Arcep, plan national de numérotation (décision 2018-0881): ten digits from 01 to 09; 3BPQ and 10YT; 118 XYZ;
# 11X and 19X, 15, 17, 18, and the European 116 XYZ.
_FRENCH = re.compile(r"0[1-9][0-9]{8}|3[0-9]{3}|10[0-9]{2}|118[0-9]{3}|116[0-9]{3}|11[0-9]|19[0-9]|1[578]")
_INTERNATIONAL = re.compile(r"\+[1-9][0-9]{8,14}")


@dataclass(frozen=True)
class Piece:
    """A piece of the text; `dialled` is what a `tel:` address takes, None for words between numbers."""

    text: str
    dialled: str | None = None


def pieces(text: str) -> list[Piece] | None:
    """The text cut at its numbers; None when a figure in it is neither a whole number nor an aside, or when it has none."""
    # One sign a sign: places in the flat text are those of the text.
    flat = "".join(_flat(sign) for sign in text)
    bare = _ASIDE.sub(lambda match: "\0" * len(match[0]), flat)
    found: list[Piece] = []
    end = 0
    for run in _RUN.finditer(bare):
        number = _number(run[0])
        if number is None or (len(number) < 4 and not _BESIDE.search(flat[max(0, run.start() - 20) : run.start()])):
            return None
        found += [Piece(text[end : run.start()]), Piece(text[run.start() : run.end()], number)]
        end = run.end()
    if not found:
        return None
    return [piece for piece in (*found, Piece(text[end:])) if piece.text]


def dialled(text: str) -> list[Piece]:
    """The text cut at its numbers, for a page to show: each is a link of its own, the words between are not."""
    return pieces(text) or [Piece(text)]


def numbers(text: str) -> list[str]:
    """The numbers alone, as they are dialled; empty when the text is no telephone."""
    return [piece.dialled for piece in pieces(text) or () if piece.dialled]


def _flat(sign: str) -> str:
    plain = " " if sign.isspace() and sign not in "\r\n" else unicodedata.normalize("NFKC", sign)
    return plain if len(plain) == 1 else sign


def _number(run: str) -> str | None:
    """« +33 (0)2 61 91 00 01 » → `+33261910001`; None for what dials nothing, or something else."""
    trunk = re.sub(r"\(\s?0\s?\)", "", run) if re.match(r"\+|00", run) else run
    digits = _SEPARATORS.sub("", trunk)
    if digits.startswith("00"):
        digits = "+" + digits[2:]
    if digits.startswith("+33"):
        digits = "+33" + digits[3:].removeprefix("0")
        return digits if _FRENCH.fullmatch("0" + digits[3:]) and len(digits) == 12 else None
    return digits if (_INTERNATIONAL if digits.startswith("+") else _FRENCH).fullmatch(digits) else None
