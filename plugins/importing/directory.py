"""An export of data.inclusion (JSON, JSON lines, CSV), of any size → its structures, one at a time; what cannot be read is refused."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TextIO

from plugins.importing.pieces import RefusedError

Given = Mapping[str, Any]
_CHUNK = 1 << 16  # signs read at once
_LONGEST = 1_000_000  # signs of one structure: beyond, it is none
_BLANK = " \t\r\n"
# Keys that only older versions of the schema have.
_OLD = frozenset(("presentation_resume", "presentation_detail", "typologie", "labels_nationaux", "antenne", "rna"))
_WANTED = ("id", "source", "nom", "date_maj")


def structures_of(path: Path) -> Iterator[Given]:
    """The structures of a file, in its order, as it writes them; never more than a few in memory.

    Raises:
        RefusedError: it is no export of structures, of another version, cut short, or damaged; what was read before is nothing.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            first = _first_sign(file)
            file.seek(0)
            rows = _json(file) if first in {"[", "{"} else _csv(file)
            for rank, row in enumerate(rows):
                if rank == 0:
                    _check(row)
                yield row
    except UnicodeDecodeError:
        raise RefusedError("ce fichier n'est pas du texte en UTF-8 — reprendre l'export en JSON ou en CSV, décompressé") from None
    except csv.Error as error:
        raise RefusedError(f"ce CSV est coupé ou abîmé ({error}) — reprendre l'export en entier") from None


def _first_sign(file: TextIO) -> str:
    while piece := file.read(_CHUNK):
        if found := piece.lstrip("\ufeff" + _BLANK):
            return found[0]
    raise RefusedError("ce fichier est vide — donner l'export des structures, en JSON ou en CSV")


def _check(row: Given) -> None:
    if "structure_id" in row:
        raise RefusedError("ce fichier liste des services — donner celui des structures")
    old = sorted(_OLD.intersection(row))
    if old:
        raise RefusedError(
            f"cet export suit une version plus ancienne du schéma (« {old[0]} ») — reprendre l'export de data.inclusion v1"
        )
    lacking = [key for key in _WANTED if key not in row]
    if lacking:
        raise RefusedError(
            f"ce fichier n'est pas un export de data.inclusion v1 : il n'a pas de « {lacking[0]} » — donner celui des structures"
        )


def _csv(file: TextIO) -> Iterator[Given]:
    """By commas or semicolons, as its head says."""
    head = file.readline(_CHUNK)
    file.seek(0)
    rows = csv.DictReader(file, delimiter=";" if head.count(";") > head.count(",") else ",", strict=True)
    for row in rows:
        if None in row or None in row.values():
            raise RefusedError(
                f"ligne {rows.line_num} : elle n'a pas autant de cases que la première — le fichier est coupé ou abîmé ; le reprendre"
            )
        yield {key: value for key, value in row.items() if value != ""}


def _json(file: TextIO) -> Iterator[Given]:
    """A list of objects, or one object a line."""
    reader = _Values(file)
    listed = reader.opens_a_list()
    count = 0
    while (value := reader.next(count, listed)) is not None:
        if not isinstance(value, Mapping):
            raise RefusedError("ce JSON n'est pas une liste de structures — donner l'export de data.inclusion")
        count += 1
        yield value


class _Values:
    """The values of a JSON text, one after the other, of which a few are in memory."""

    def __init__(self, file: TextIO) -> None:
        self._file, self._decoder = file, json.JSONDecoder()
        self._text, self._at = "", 0

    def opens_a_list(self) -> bool:
        """Whether the text is a list; its bracket is passed."""
        self._pass(_BLANK)
        if self._text[self._at] == "[":
            self._at += 1
            return True
        return False

    def next(self, count: int, listed: bool) -> Any:
        """The next value; None at the end.

        Args:
            count: how many came before.
            listed: whether they stand in a list, which has to be closed.
        """
        self._pass(_BLANK + ",")
        if self._at >= len(self._text):
            if listed:
                raise RefusedError(f"ce fichier s'arrête au milieu, après {count} structures — reprendre l'export en entier")
            return None
        if listed and self._text[self._at] == "]":
            return None
        while True:
            try:
                value, self._at = self._decoder.raw_decode(self._text, self._at)
            except json.JSONDecodeError:
                if len(self._text) - self._at > _LONGEST:
                    raise RefusedError(f"ce JSON est abîmé après {count} structures — reprendre l'export") from None
                if not self._more():
                    raise RefusedError(
                        f"ce fichier s'arrête au milieu, après {count} structures — reprendre l'export en entier"
                    ) from None
            except RecursionError:
                raise RefusedError(f"ce JSON est abîmé après {count} structures — reprendre l'export") from None
            else:
                return value

    def _pass(self, signs: str) -> None:
        while True:
            while self._at < len(self._text) and self._text[self._at] in signs:
                self._at += 1
            if self._at < len(self._text) or not self._more():
                return

    def _more(self) -> bool:
        piece = self._file.read(_CHUNK)
        self._text, self._at = self._text[self._at :] + piece, 0
        return bool(piece)
