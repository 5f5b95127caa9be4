"""The bytes of a file → its text, split into front matter and body."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from plugins.diagnostics import Diagnostic, Place

_FENCE = re.compile(r"---[ \t]*")
# Controls of both sets, and code points that are no characters: HTML and XML forbid them. Signs that turn or shut in the direction
# of writing: what they are around is read otherwise than it is written (CVE-2021-42574).
UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]")
_MOST_LINES = 100
# What git leaves in a file that two persons changed; « ======= » alone may underline a title.
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?= |$)[^\n]*", re.MULTILINE)
_CONFLICT_MIDDLE = re.compile(r"^={7}$", re.MULTILINE)
# As many paragraphs make a page that no browser shows at once, and a build that lasts.
_MOST_LINES_WRITTEN = 10_000
# A paragraph of ten sheets; readers of Markdown take the square of a line of brackets or of blanks.
LONGEST_LINE = 20_000
# A note, or the address of a link: readers of Markdown look for each among all the others.
_DEFINITION = re.compile(r" {0,3}\[[^\]\n]+\]:")
_MOST_DEFINITIONS = 1_000
# What readers of Markdown stop at, to look for its other half; a hundred sheets of real minutes hold three thousand.
_MARK = re.compile(r"[\[\]*_<&!|~`^\\@]|://")
_MOST_MARKS = 12_000
_ADDRESS = re.compile(r"@|://|\bwww\.")
_SIGNS = ("@", "://", "www.")
_MOST_ADDRESSES = 3_000
# Under the titles of a table; readers of Markdown fill each of its lines up to as many cells.
_UNDER_TITLES = re.compile(r"[ \t>]*\|?[ \t]*:?-+:?[ \t]*\|[-:| \t]*")
_MOST_COLUMNS = 60

# What is counted of each line, and how much of it a body may hold.
_MEASURES: tuple[tuple[str, int, Callable[[str], int]], ...] = (
    ("lignes", _MOST_LINES_WRITTEN, lambda line: not (line == "" or line.isspace())),
    ("notes ou adresses de liens (« [x]: … »)", _MOST_DEFINITIONS, lambda line: _DEFINITION.match(line) is not None),
    ("adresses", _MOST_ADDRESSES, lambda line: len(_ADDRESS.findall(line)) if any(sign in line for sign in _SIGNS) else 0),
    ("signes de lien, de tableau ou d'appui (« [ », « | », « * »…)", _MOST_MARKS, lambda line: len(_MARK.findall(line))),
)


@dataclass(frozen=True)
class Split:
    """A file's two parts; lines are counted from 1 in the file."""

    front: str
    front_line: int
    body: str
    body_line: int


def decode(data: bytes, place: Place) -> tuple[str | None, list[Diagnostic]]:
    """UTF-8 text with single line feeds and without a byte order mark, and every line that has something else.

    Returns:
        The text, None in another encoding and in an unfinished merge; what is wrong. Signs that are told are blanks in the text, so that all else
        that is wrong in it is told at the same time.
    """
    try:
        text = text_of(data)
    except UnicodeDecodeError:
        return None, [_other_encoding(data, place)]
    if merging := conflicts(text, place):
        # Two versions in one: what else is wrong in it would not be in either.
        return None, merging
    if not UNSEEN.search(text):
        return text, []
    found = [
        place.at(number).error(f"caractère de contrôle invisible (U+{ord(bad[0]):04X}) — l'effacer")
        for number, line in enumerate(text.split("\n"), start=1)
        if (bad := UNSEEN.search(line))
    ]
    if len(found) > _MOST_LINES:
        more = place.at(found[_MOST_LINES].line).error(f"caractères de contrôle dans {len(found) - _MOST_LINES} lignes encore")
        found = [*found[:_MOST_LINES], more]
    return UNSEEN.sub(" ", text), found


def text_of(data: bytes) -> str:
    """The text of a file without a fault.

    Raises:
        UnicodeDecodeError: when it is not in UTF-8.
    """
    return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def _other_encoding(data: bytes, place: Place) -> Diagnostic:
    """One fault, whose remedy is one: the lines are those to look at."""
    lines = [number for number, line in enumerate(data.split(b"\n"), start=1) if not _is_utf8(line)] or [1]
    others = f" ; de même lignes {', '.join(map(str, lines[1:10]))}" if lines[1:] else ""
    return place.at(lines[0]).error(
        "le fichier n'est pas en UTF-8 — l'enregistrer avec l'encodage UTF-8 "
        f"(un caractère accentué est illisible{others}{'…' if lines[10:] else ''})"
    )


def conflicts(text: str, place: Place) -> list[Diagnostic]:
    """The marks of an unfinished merge; « ======= » is one beside others only."""
    if not _CONFLICT.search(text):
        return []
    marks = [*_CONFLICT.finditer(text), *_CONFLICT_MIDDLE.finditer(text)]
    return [
        place.at(text.count("\n", 0, mark.start()) + 1).error(
            f"« {mark[0][:60]} » : une fusion n'est pas finie — garder l'un des deux textes et effacer les lignes de marques"
        )
        for mark in sorted(marks, key=lambda mark: mark.start())[:_MOST_LINES]
    ]


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def split(text: str, place: Place) -> tuple[Split | None, list[Diagnostic]]:
    """Front matter between two lines of three hyphens, then the body."""
    if not text.strip():
        return None, [place.error("fichier vide — écrire un en-tête entre deux lignes « --- », puis le texte")]
    lines = text.split("\n")
    if not _FENCE.fullmatch(lines[0]):
        return None, [place.error("l'en-tête manque — la première ligne doit être « --- », suivie de « titre: … »")]
    for number, line in enumerate(lines[1:], start=2):
        if line.startswith("---") and _FENCE.fullmatch(line):
            front = "\n".join(lines[1 : number - 1])
            unmeasured = _without_measure(lines[number:], place.at(number + 1))
            if unmeasured:
                return None, [unmeasured]
            return Split(front, 2, "\n".join(lines[number:]), number + 1), []
    return None, [place.error("l'en-tête n'est pas fermé — ajouter une ligne « --- » après la dernière clé")]


def _without_measure(lines: list[str], place: Place) -> Diagnostic | None:
    """A body that no page can show, and no reader of Markdown reads in time.

    Args:
        lines: of the body.
        place: of the first one.
    """
    length = sum(map(len, lines))
    # What there is too much of is counted where there may be: most bodies are short.
    for what, most, count in _MEASURES:
        counted = sum(map(count, lines)) if max(length, len(lines)) > most else 0
        if counted > most:
            return place.error(f"ce texte compte {counted} {what}, {most} au plus — en faire plusieurs pages")
    for rank, line in enumerate(lines, start=place.line):
        if len(line) > LONGEST_LINE:
            message = f"cette ligne compte {len(line)} signes, {LONGEST_LINE} au plus — en faire plusieurs paragraphes"
            return place.at(rank).error(message)
        columns = line.strip(" \t>").strip("|").count("|") + 1 if line.count("|") >= _MOST_COLUMNS else 0
        if columns > _MOST_COLUMNS and _UNDER_TITLES.fullmatch(line):
            message = f"ce tableau compte {columns} colonnes, {_MOST_COLUMNS} au plus — en faire plusieurs tableaux"
            return place.at(rank).error(message)
    return None
