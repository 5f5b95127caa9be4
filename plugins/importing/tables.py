"""A table of the minutes' first page → its rows as entries, by what its titles say or, without titles, by what its cells hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from plugins.importing.entries import Entry, entries_of
from plugins.importing.names import Named, person_of
from plugins.importing.organisations import is_known, resolve
from plugins.importing.pieces import CELL_LINE, Block
from plugins.registry.registry import Registry

Quality = Literal["participant", "invite", "excuse"]

_TITLES = {
    "surname": r"noms?(?:\s+de\s+famille)?",
    "given": r"prénoms?",
    "who": r"(?:noms?\s*(?:et|,|/|-)?\s*prénoms?|prénoms?\s*(?:et|,|/|-)?\s*noms?|participants?|participant·e·s|personnes?|représentante?s?|membres?|intervenante?s?)",
    "organisation": r"(?:organismes?|organisations?|structures?|institutions?|services?|entités?|sociétés?|partenaires?|collectivités?|acteurs?|établissements?|employeurs?)(?:\s.*)?",
    "function": r"(?:fonctions?|qualités?|titres?|rôles?|postes?|statut)",
    "there": r"(?:présent|présence|émargement|signature).*",
    "excused": r"(?:excus|absent).*",
    "invited": r"invit.*",
    "contact": r"(?:courriel|mail|e-mail|téléphone|tél\.?|adresse).*",
}
_PATTERNS = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _TITLES.items()}
_MARK = re.compile(r"[xX✓✔☒☑1]|oui", re.IGNORECASE)
_EXCUSED = re.compile(r"\b(?:excus|absent)\w*", re.IGNORECASE)
_INVITED = re.compile(r"\binvit\w*", re.IGNORECASE)


def is_attendance(block: Block) -> bool:
    """Whether its first row says that the table lists persons and where they come from."""
    titles = _titles(block.rows[0]) if block.rows else {}
    named = bool(titles.keys() & {"surname", "who"}) and "organisation" in titles
    return len(block.rows) > 1 and (named or _is_by_quality(titles))


def _is_by_quality(titles: dict[str, int]) -> bool:
    """« Présents | Excusés »: a column for those who were there, a column for those who were not."""
    return len(titles) > 1 and not titles.keys() - {"there", "excused", "invited"}


def rows_of(block: Block, registry: Registry) -> Iterator[tuple[Entry, Quality | None]]:
    """Each row, with what it says of who it names: guest, excused, or nothing."""
    if not block.rows:
        return
    titles = _titles(block.rows[0])
    headed = len(titles) >= 2
    if _is_by_quality(titles):
        yield from _by_quality(block.rows[1:], titles, registry)
        return
    for row in block.rows[1:] if headed else block.rows:
        cells = [cell.strip() for cell in row]
        if not any(cells):
            continue
        quality = _quality(cells, titles)
        found = list(_titled(cells, titles, registry)) if headed else []
        if not found:
            found = list(_untitled(cells, registry))
        yield from ((entry, quality) for entry in found)


def _by_quality(
    rows: Sequence[Sequence[str]], titles: dict[str, int], registry: Registry
) -> Iterator[tuple[Entry, Quality | None]]:
    qualities: dict[str, Quality] = {"there": "participant", "excused": "excuse", "invited": "invite"}
    for row in rows:
        for name, rank in titles.items():
            for line in _at(row, rank).split(CELL_LINE):
                yield from ((entry, qualities[name]) for entry in entries_of(line, registry, listed=True))


def _titles(row: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for rank, cell in enumerate(row):
        text = " ".join(cell.split()).strip(" :.")
        # « Nom, prénom » is no « Nom ».
        for name in ("who", "surname", "given", "organisation", "function", "there", "excused", "invited", "contact"):
            if _PATTERNS[name].fullmatch(text):
                found.setdefault(name, rank)
                break
    return found


def _quality(cells: Sequence[str], titles: dict[str, int]) -> Quality | None:
    for name, quality in (("excused", "excuse"), ("invited", "invite")):
        if name in titles and _MARK.fullmatch(_at(cells, titles[name])):
            return quality  # type: ignore[return-value]
    for name in ("there", "function", "excused"):
        text = _at(cells, titles[name]) if name in titles else ""
        if _EXCUSED.search(text):
            return "excuse"
        if _INVITED.search(text):
            return "invite"
    return "excuse" if any(_EXCUSED.fullmatch(re.sub(r"[()·.]e?s?", "", cell)) for cell in cells) else None


def _at(cells: Sequence[str], rank: int) -> str:
    return cells[rank].strip() if rank < len(cells) else ""


def _titled(cells: Sequence[str], titles: dict[str, int], registry: Registry) -> Iterator[Entry]:
    function = _at(cells, titles["function"]) if "function" in titles else ""
    function = "" if _EXCUSED.search(function) or _INVITED.fullmatch(function) else function
    written = _at(cells, titles["organisation"]) if "organisation" in titles else ""
    organisation = resolve(written, registry) if written else None
    for name in _names(cells, titles):
        if organisation is None:
            yield from entries_of(name, registry, listed=True)
        elif person := _person(cells, titles, name):
            yield Entry(person, organisation, function)
        else:
            yield Entry(None, organisation, function, doubts=(f"« {name} » n'est pas compris",))
    if organisation and not any(_names(cells, titles)):
        yield Entry(None, organisation, function)


def _names(cells: Sequence[str], titles: dict[str, int]) -> list[str]:
    rank = titles.get("who", titles.get("surname"))
    return [part for part in re.split(rf"[{CELL_LINE}\n;]", _at(cells, rank)) if part.strip()] if rank is not None else []


def _person(cells: Sequence[str], titles: dict[str, int], name: str) -> Named | None:
    if "who" not in titles and "given" in titles:
        given = _at(cells, titles["given"])
        found = person_of(f"{name.upper()} {given}") if given else person_of(f"{name} ")
        return Named(name.strip(), given, found.civility) if found and given else found or Named(name.strip())
    found = person_of(name) or person_of(name, "Mx")
    return replace(found, civility="") if found and found.civility == "Mx" else found


def _untitled(cells: Sequence[str], registry: Registry) -> Iterator[Entry]:
    said = [cell for cell in cells if cell and not _MARK.fullmatch(cell) and not _EXCUSED.fullmatch(cell)]
    if len(said) == 1 and not is_known(said[0], registry):
        yield from (entry for line in said[0].split(CELL_LINE) for entry in entries_of(line, registry, listed=True))
        return
    lines = [cell.split(CELL_LINE) for cell in said]
    if lines and len(lines) == 2 and len(lines[0]) == len(lines[1]) > 1:  # two columns of as many lines
        for left, right in zip(*lines, strict=True):
            yield from entries_of(f"{left}\t{right}", registry)
        return
    yield from entries_of("\t".join(cell.replace(CELL_LINE, ", ") for cell in said), registry)
