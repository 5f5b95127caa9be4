"""The bytes of a file → its text, split into front matter and body."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plugins.diagnostics import Diagnostic, Place

_FENCE = re.compile(r"---[ \t]*")
_BAD_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


@dataclass(frozen=True)
class Split:
    """A file's two parts; lines are counted from 1 in the file."""

    front: str
    front_line: int
    body: str
    body_line: int


def decode(data: bytes, place: Place) -> tuple[str, list[Diagnostic]]:
    """UTF-8 text with single line feeds; a byte order mark is dropped, another encoding is an error."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return "", [
            place.at(line).error(
                "le fichier n'est pas en UTF-8 — l'enregistrer avec l'encodage UTF-8 (un caractère accentué est illisible)"
            )
        ]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    bad = _BAD_CONTROL.search(text)
    if bad:
        line = text.count("\n", 0, bad.start()) + 1
        return "", [place.at(line).error(f"caractère de contrôle invisible (U+{ord(bad[0]):04X}) — l'effacer")]
    return text, []


def split(text: str, place: Place) -> tuple[Split | None, list[Diagnostic]]:
    """Front matter between two lines of three hyphens, then the body."""
    if not text.strip():
        return None, [place.error("fichier vide — écrire un en-tête entre deux lignes « --- », puis le texte")]
    lines = text.split("\n")
    if not _FENCE.fullmatch(lines[0]):
        return None, [place.error("l'en-tête manque — la première ligne doit être « --- », suivie de « titre: … »")]
    for number, line in enumerate(lines[1:], start=2):
        if _FENCE.fullmatch(line):
            front = "\n".join(lines[1 : number - 1])
            return Split(front, 2, "\n".join(lines[number:]), number + 1), []
    return None, [place.error("l'en-tête n'est pas fermé — ajouter une ligne « --- » après la dernière clé")]
