"""Attached files → the names of persons in their names and, when it can be read, in their text: they are copied as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from plugins.diagnostics import Diagnostic, Place
from plugins.model.kinds import STATIC_FOLDERS
from plugins.persons.masking import mask
from plugins.persons.scene import Remark, Scene

_READABLE = frozenset(
    "txt csv tsv md markdown rst json geojson yaml yml toml svg xml kml gpx rss atom rdf html htm ics vcf rtf log tex css js sql eml srt "
    "vtt".split()
)
# What of a path is published: the content folder's own name is not.
_STATIC = re.compile(rf"(?:^|/)(?:{'|'.join(STATIC_FOLDERS)})/")
_MOST_READ = 5_000_000  # bytes
_MOST_TOLD = 20  # lines of one file
_READ_AT_ONCE = 100_000  # signs
_LONGEST_NAME = 300  # signs, with what may stand inside it


def check_attached(path: Path, place: Place, scene: Scene) -> Iterator[Diagnostic]:
    """Tell the names that an attached file would publish.

    Args:
        path: an ordinary file.
        place: its place, at line 1.
        scene: a page that declares nobody and answers nothing.
    """
    name = _STATIC.split(place.path)[-1]
    if scene.finders.residues.find(name):
        yield place.error("le nom de ce fichier contient celui d'une personne — le renommer")
    if path.stat().st_size > _MOST_READ:
        return
    data = path.read_bytes()
    if path.suffix.lower().lstrip(".") not in _READABLE and not _is_text(data):
        return
    told = list(islice(_naming(_text(data), scene), _MOST_TOLD + 1))
    for line in told[:_MOST_TOLD]:
        yield place.at(line + 1).error("ce document joint nomme une personne — retirer son nom du document, ou ne pas le joindre")
    if len(told) > _MOST_TOLD:
        yield place.at(told[_MOST_TOLD] + 1).error("et d'autres lignes du même document")


def _naming(text: str, scene: Scene) -> Iterator[int]:
    """The lines that name somebody, counted from 0, in order; read a few at a time, for what follows enough of them is not told."""
    first, told = 0, set[int]()
    parts = [(number, part) for number, line in enumerate(text.split("\n")) for part in _parts(line)]
    while first < len(parts):
        last, size = first, 0
        while last < len(parts) and size < _READ_AT_ONCE:
            size, last = size + len(parts[last][1]), last + 1
        # A name may begin on the line before; of a line that is told, nothing more is read.
        piece = [(number, part) for number, part in parts[max(0, first - 1) : last] if number not in told]
        masked, remarks = mask("\n".join(part for _, part in piece), scene)
        found = {number for (number, part), shown in zip(piece, masked.split("\n"), strict=False) if part != shown}
        found |= {piece[remark.line][0] for remark in remarks if _is_sure(remark)}
        yield from sorted(found)
        told |= found
        first = last


def _parts(line: str) -> Iterator[str]:
    """A line, or pieces of a long one: cut where a value ends, each begins a little before the end of the one before it."""
    start = 0
    while len(line) - start > _READ_AT_ONCE:
        end = _gap(line, start + _READ_AT_ONCE // 2, start + _READ_AT_ONCE)
        yield line[start:end]
        start = _gap(line, end - 2 * _LONGEST_NAME, end - _LONGEST_NAME)
    yield line[start:]


def _gap(line: str, low: int, high: int) -> int:
    """The last place between two where something ends; the second one, where nothing does."""
    found = max(line.rfind(sign, low, high) for sign in " \t,;|")
    return found + 1 if found > 0 else high


def _is_sure(remark: Remark) -> bool:
    """A document has no front matter to answer in: what is only doubtful is left."""
    return remark.kind != "doubtful" or remark.name.islower()


def _is_text(data: bytes) -> bool:
    """Whether a file whose name does not say so is read by whoever opens it: « note », « note.dat »."""
    try:
        return b"\0" not in data and bool(data.decode("utf-8"))
    except UnicodeDecodeError:
        return False


def _text(data: bytes) -> str:
    encoding = "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")
