"""A folder in the content format → Content and every diagnostic of the run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from plugins.cache.memory import memory
from plugins.cache.store import Store, key_of
from plugins.cache.told import told_once
from plugins.diagnostics import Diagnostic, Place
from plugins.model import lists
from plugins.model.attachments import check_attachment
from plugins.model.between import between
from plugins.model.content import ATTRIBUTES, SCHEMAS, Content, Document, Loc
from plugins.model.folder import explore
from plugins.model.front_matter import MOST_VALUES, Data
from plugins.model.kinds import LIST_FILES, Kind
from plugins.model.messages import translate
from plugins.model.outcomes import settled
from plugins.model.place_ends import brought_up
from plugins.model.records import Page, Record
from plugins.model.repeats import gathered
from plugins.model.site_file import SiteFile, SiteSettings, newer
from plugins.model.site_settings import check_site_file
from plugins.model.stored import FileRead, read_file

# Six values an entry: 20,000 territories, or as many terms.
MOST_LIST_VALUES = 200_000
# Each term is looked for in each text, each territory offered as a choice: a build with more lasts.
_MOST_ENTRIES, _MOST_ENTRIES_ELSEWHERE = {"territoires.yml": 6_000}, 2_000
T = TypeVar("T", bound=Record)
V = TypeVar("V")


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
    read = [(kind.key(path.stem), *_once(_page, path, place, kind, diagnostics, store)) for path, place, kind in found.pages]
    documents = [document for _, document, _ in read if document is not None]
    if not documents and not diagnostics:
        diagnostics.append(Place(root, 0).error("aucune page à lire — créer par exemple acteurs/mon-acteur.md"))
    entries = {path.name: _once(_entries, path, place, path.name, diagnostics, store) for path, place in found.lists}
    site = _once(_site, *found.site[0], "", diagnostics, store) if found.site else memory().call(SiteSettings)
    glossary, territories, doors, outcomes = (entries.get(name) or memory().call(_Entries) for name in LIST_FILES)
    places, at, told = memory().call(gathered, territories.records, territories.places)
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
        faulty=frozenset(
            found.faulty | {key for key, document, _ in read if document is None} | territories.faulty | doors.faulty
        ),
    )
    copied = {path.relative_to(folder).as_posix() for path, _ in found.attached}
    diagnostics.extend(check_site_file(site, {kind.folder: content.of(kind) for kind in Kind}, copied))
    # All front matter, and what is said of it as a whole: of the same records, the same.
    parts = [part for _, one, _ in read if one for part in (one.record, one.lines)]
    around = (root, content.day, content.faulty, tuple(key for key, one, _ in read if one))
    given = (glossary, territories, doors, outcomes)
    fronts = [*(f"{key} {front}" for key, one, front in read if one), *(one.front for one in given)]
    key = key_of("between files", root, str(content.day), " ".join(sorted(content.faulty)), *fronts)

    def whole() -> tuple[list[Diagnostic], Content]:
        return told_once(store, key, lambda: between(content, root, today)), brought_up(settled(content))

    told, after = memory().of(around, whole, site, *given, *parts, stores=(store,))
    return _with_records(content, after), sorted({*diagnostics, *told})


def _with_records(content: Content, after: Content) -> Content:
    """The bodies of a content, and the records of another of the same files."""
    if after is content:
        return content

    def with_record(one: Document[Page], record: Page) -> Document[Page]:
        return one if one.record is record else memory().of("record", lambda: replace(one, record=record), one, record)

    same = {ATTRIBUTES[kind]: after.of(kind) for kind in Kind}
    changed: dict[str, Any] = {
        name: {slug: with_record(one, own[slug].record) for slug, one in getattr(content, name).items()}
        for name, own in same.items()
    }
    return replace(content, **changed, territories=after.territories, doors=after.doors)


def _once(
    make: Callable[[Path, bytes, Place, Any, list[Diagnostic], Store], V],
    path: Path,
    place: Place,
    what: object,
    diagnostics: list[Diagnostic],
    store: Store,
) -> V:
    """What is made of one file; of the same bytes, the same."""
    written = path.read_bytes()

    def made() -> tuple[V, list[Diagnostic]]:
        told: list[Diagnostic] = []
        return make(path, written, place, what, told, store), told

    value, told = memory().of((path, place, what, written), made, stores=(store,))
    diagnostics += told
    return value


def _page(
    path: Path, written: bytes, place: Place, kind: Kind, diagnostics: list[Diagnostic], store: Store
) -> tuple[Document[Page] | None, str]:
    """One file → one document, or None and the reasons why; a name for its front matter."""
    found, told = read_file(written, place, store, page=True)
    diagnostics.extend(told)
    return (_document(path, found, place, kind, diagnostics), found.front) if found else (None, "")


def _document(path: Path, found: FileRead, place: Place, kind: Kind, diagnostics: list[Diagnostic]) -> Document[Page] | None:
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
    record, lines, wrong = memory().of((place, kind, found.front), lambda: _record(data, lines, place, kind))
    diagnostics += wrong
    if kind is Kind.MEETING and not found.body.strip():
        diagnostics.append(place.at(found.body_line).error("le texte de la synthèse manque — l'écrire sous l'en-tête"))
        return None
    if record is None:
        return None
    return Document(kind, path.stem, place.path, record, found.body, found.body_line, lines)


def _record(data: Data, lines: dict[Loc, int], place: Place, kind: Kind) -> tuple[Page | None, dict[Loc, int], list[Diagnostic]]:
    """The front matter of a page: the same object as long as it says the same, whatever its body says."""
    wrong: list[Diagnostic] = []
    return _checked(data, SCHEMAS[kind], lines, place, wrong), lines, wrong


def _site(_: Path, written: bytes, place: Place, __: object, diagnostics: list[Diagnostic], store: Store) -> SiteSettings:
    found = _yaml(written, place, diagnostics, store)
    data, lines = found.data, found.lines
    if not isinstance(data, dict):
        if data is not None:
            diagnostics.append(
                place.error("ce fichier est fait de lignes « clé: valeur » — écrire par exemple « nom: Notre alliance »")
            )
        return SiteSettings(place=place)
    record = _checked(data, SiteFile, lines, place, diagnostics)
    return SiteSettings(record or SiteFile(), place, lines)


def _yaml(written: bytes, place: Place, diagnostics: list[Diagnostic], store: Store, most: int = MOST_VALUES) -> FileRead:
    found, told = read_file(written, place, store, page=False, most=most)
    diagnostics.extend(told)
    return found or FileRead(None, {}, "", 0)


def _checked(data: Data, schema: type[T], lines: dict[Loc, int], place: Place, diagnostics: list[Diagnostic]) -> T | None:
    try:
        return schema.model_validate(data)
    except ValidationError as error:
        diagnostics.extend(translate(error, schema, lines, place))
        return None


@dataclass
class _Entries:
    """The entries of a list, their places, the keys of those that are wrong, and a name for what is written."""

    records: list[Any] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    faulty: set[str] = field(default_factory=set)
    front: str = ""


def _entries(path: Path, written: bytes, place: Place, _: object, diagnostics: list[Diagnostic], store: Store) -> _Entries:
    found = _yaml(written, place, diagnostics, store, MOST_LIST_VALUES)
    data, lines, entries = found.data, found.lines, _Entries(front=found.front)
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
