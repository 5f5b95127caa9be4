"""A file of structures and a content folder → the list of doors with those that were found, and what a person is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from plugins.diagnostics import Place, counted
from plugins.importing.directory import structures_of
from plugins.importing.local_doors import Found, local_doors
from plugins.importing.pieces import RefusedError
from plugins.model.content import Content
from plugins.model.front_matter import parse
from plugins.model.lists import Door
from plugins.model.loading import MOST_LIST_VALUES

LIST = "portes.yml"


def doors_of(path: Path, content: Content, folder: str, today: date) -> tuple[str, list[str]]:
    """The whole text of the list, what stood there kept to the byte and doors added at its end; and what is told.

    Args:
        path: the export.
        content: of the folder.
        folder: the content folder, as commands name it.
        today: nothing was verified after it.

    Returns:
        The text is empty when there is nothing to add.

    Raises:
        RefusedError: the file cannot be read, or the list cannot be completed.
    """
    if not any(place.niveau == "commune" and place.code for place in content.territories):
        raise RefusedError(f"{folder}/territoires.yml n'a aucune commune avec son code — y écrire celles du territoire d'abord")
    found = local_doors(structures_of(path), content, today)
    return _completed(Path(folder) / LIST, found) if found.doors else "", list(_said(found, content, folder))


def _completed(path: Path, found: Found) -> str:
    before = path.read_text(encoding="utf-8") if path.is_file() else ""
    head = before.rstrip("\n") + "\n" if before.strip() else ""
    day = max(door.place.date_maj for door in found.doors)
    note = f"# Lieux proches, tirés d'un export de data.inclusion ({day:%d/%m/%Y}) : à relire.\n"
    text = head + note + "".join(door.entry for door in found.doors)
    entries, _, wrong = parse(text, Place(path.as_posix()), 1, MOST_LIST_VALUES)
    if wrong or not isinstance(entries, list):
        raise RefusedError(f"{path} ne peut pas être complété — « .venv/bin/inv check » dit ce qui ne va pas")
    for door, entry in zip(found.doors, entries[-len(found.doors) :], strict=True):
        try:
            Door.model_validate(entry)
        except ValueError as error:
            why = getattr(error, "errors", list)()[0]["msg"]
            raise RefusedError(f"« {door.place.id} » ne fait pas une porte : {why} — l'enlever de l'export") from None
    return text


def _said(found: Found, content: Content, folder: str) -> Iterator[str]:
    if found.doors:
        by_owner = Counter(door.owner for door in found.doors)
        each = ", ".join(f"{content.actors[slug].record.titre} {count}" for slug, count in by_owner.items())
        yield f"{folder}/{LIST} : {counted(len(found.doors), 'porte')} de plus ({each})"
    else:
        yield f"{folder}/{LIST} : rien à ajouter"
    if found.known:
        yield f"Déjà là, sans changement : {found.known}"
    if found.elsewhere:
        yield f"Plus loin que d'autres de chaque commune de {folder}/territoires.yml, et non repris : {found.elsewhere}"
    yield f"Structures lues : {found.read}"
    if found.told:
        yield "À regarder :"
        yield from (f"- {one}" for one in found.told)
    if found.untold:
        yield f"… et {found.untold} de plus"
