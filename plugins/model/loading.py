"""A folder in the content format → Content and every diagnostic of the run."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from plugins.cache.store import Store
from plugins.diagnostics import Diagnostic, Place
from plugins.model import lists
from plugins.model.attachments import check_attachment
from plugins.model.content import SCHEMAS, Content, Document, Loc
from plugins.model.days import check_days
from plugins.model.ends import check_ends
from plugins.model.folder import explore
from plugins.model.front_matter import MOST_VALUES, Data
from plugins.model.kept import read_file
from plugins.model.kinds import LIST_FILES, Kind
from plugins.model.messages import translate
from plugins.model.outcomes import check_outcomes, settled
from plugins.model.place_ends import brought_up, check_place_ends
from plugins.model.records import Page, Record
from plugins.model.references import check_references
from plugins.model.repeats import gathered
from plugins.model.site_file import SiteFile, SiteSettings, newer
from plugins.model.site_settings import check_site_file
from plugins.model.states import check_states
from plugins.model.themes import check_themes

# Six values an entry: 20,000 territories, or as many terms.
MOST_LIST_VALUES = 200_000
# Each term is looked for in each text, each territory offered as a choice: a build with more lasts.
_MOST_ENTRIES, _MOST_ENTRIES_ELSEWHERE = {"territoires.yml": 6_000}, 2_000
T = TypeVar("T", bound=Record)


def load(
    folder: Path, shown_as: str | None = None, today: date | None = None, store: Store | None = None
) -> tuple[Content, list[Diagnostic]]:
    """Read a whole content folder.

    Args:
        folder: the folder.
        shown_as: how messages name it (default: as given).
        today: the day of the build; None leaves days unchecked.
        store: files that were read before, if some are kept; left open.

    Returns:
        What could be read, and all that is wrong; the content is fit to be published only without errors.
    """
    root = shown_as if shown_as is not None else folder.as_posix()
    diagnostics, store = list[Diagnostic](), store or Store(None)
    if not folder.is_dir():
        return Content(), [Place(root, 0).error("ce dossier n'existe pas — vérifier le chemin donné à --content")]
    if (too_new := newer(folder, root)) is not None:
        return Content(), [too_new]
    found = explore(folder, root)
    diagnostics += found.diagnostics
    for path, place in found.attached:
        diagnostics.extend(check_attachment(path, place))
    read = [(kind.key(path.stem), _document(path, place, kind, diagnostics, store)) for path, place, kind in found.pages]
    documents = [document for _, document in read if document is not None]
    if not documents and not diagnostics:
        diagnostics.append(Place(root, 0).error("aucune page à lire — créer par exemple acteurs/mon-acteur.md"))
    entries = {path.name: _entries(path, place, diagnostics, store) for path, place in found.lists}
    site = _site(*found.site[0], diagnostics, store) if found.site else SiteSettings()
    glossary, territories, doors, outcomes = (entries.get(name, _Entries()) for name in LIST_FILES)
    places, at, told = gathered(territories.records, territories.places)
    diagnostics += told
    content = Content.holding(
        documents,
        glossary=tuple(glossary.records),
        territories=tuple(places),
        doors=tuple(doors.records),
        outcomes=tuple(outcomes.records),
        site=site,
        day=today,
        glossary_places=tuple(glossary.places),
        territory_places=tuple(at),
        door_places=tuple(doors.places),
        outcome_places=tuple(outcomes.places),
        attached=tuple(found.attached),
        faulty=frozenset(found.faulty | {key for key, document in read if document is None} | territories.faulty | doors.faulty),
    )
    copied = {path.relative_to(folder).as_posix() for path, _ in found.attached}
    diagnostics.extend(check_site_file(site, {kind.folder: content.of(kind) for kind in Kind}, copied))
    diagnostics.extend(check_references(content, root))
    diagnostics.extend(check_ends(content))
    diagnostics.extend(check_place_ends(content, root))
    diagnostics.extend(check_states(content))
    diagnostics.extend(check_themes(content))
    diagnostics.extend(check_outcomes(content))
    if today is not None:
        diagnostics.extend(check_days(content, today))
    return brought_up(settled(content)), sorted(set(diagnostics))


def _document(path: Path, place: Place, kind: Kind, diagnostics: list[Diagnostic], store: Store) -> Document[Page] | None:
    """One file → one document, or None and the reasons why."""
    found, told = read_file(path, place, store, page=True)
    diagnostics.extend(told)
    if found is None:
        return None
    data, lines = found.data, found.lines
    if not isinstance(data, dict):
        if not found.unread:
            what = (
                "l'en-tête est vide — écrire au moins « titre: … »"
                if data is None
                else "l'en-tête doit être fait de lignes « clé: valeur »"
            )
            diagnostics.append(place.error(what))
        return None
    record = _checked(data, SCHEMAS[kind], lines, place, diagnostics)
    if kind is Kind.MEETING and not found.body.strip():
        diagnostics.append(place.at(found.body_line).error("le texte de la synthèse manque — l'écrire sous l'en-tête"))
        return None
    if record is None:
        return None
    return Document(kind, path.stem, place.path, record, found.body, found.body_line, lines)


def _site(path: Path, place: Place, diagnostics: list[Diagnostic], store: Store) -> SiteSettings:
    data, lines = _yaml(path, place, diagnostics, store)
    if not isinstance(data, dict):
        if data is not None:
            diagnostics.append(
                place.error("ce fichier est fait de lignes « clé: valeur » — écrire par exemple « nom: Notre alliance »")
            )
        return SiteSettings(place=place)
    record = _checked(data, SiteFile, lines, place, diagnostics)
    return SiteSettings(record or SiteFile(), place, lines)


def _yaml(
    path: Path, place: Place, diagnostics: list[Diagnostic], store: Store, most: int = MOST_VALUES
) -> tuple[Data | None, dict[Loc, int]]:
    found, told = read_file(path, place, store, page=False, most=most)
    diagnostics.extend(told)
    return (found.data, found.lines) if found else (None, {})


def _checked(data: Data, schema: type[T], lines: dict[Loc, int], place: Place, diagnostics: list[Diagnostic]) -> T | None:
    try:
        return schema.model_validate(data)
    except ValidationError as error:
        diagnostics.extend(translate(error, schema, lines, place))
        return None


@dataclass
class _Entries:
    """The entries of a list, their places, and the keys of those that are wrong."""

    records: list[Any] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    faulty: set[str] = field(default_factory=set)


def _entries(path: Path, place: Place, diagnostics: list[Diagnostic], store: Store) -> _Entries:
    data, lines = _yaml(path, place, diagnostics, store, MOST_LIST_VALUES)
    entries = _Entries()
    if not isinstance(data, list):
        if data is not None:
            diagnostics.append(place.error("une liste est attendue — chaque entrée commence par « - »"))
        return entries
    most = _MOST_ENTRIES.get(path.name, _MOST_ENTRIES_ELSEWHERE)
    if len(data) > most:
        diagnostics.append(place.error(f"{len(data)} entrées, {most} au plus — n'écrire que celles que les pages emploient"))
        return entries
    own_lines: list[dict[Loc, int]] = [{} for _ in data]
    for loc, line in lines.items():
        if loc and isinstance(loc[0], int):
            own_lines[loc[0]][loc[1:]] = line
    for item, own in zip(data, own_lines, strict=True):
        at = place.at(own.get((), 1))
        record = _checked(item, lists.SCHEMAS[path.name], own, at, diagnostics)
        if record is not None:
            entries.records.append(record)
            entries.places.append(at)
        elif isinstance(item, dict):
            entries.faulty.add(f"{path.name}/{item.get('slug')}")
    return entries
