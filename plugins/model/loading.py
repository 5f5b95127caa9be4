"""A folder in the content format → Content and every diagnostic of the run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from plugins.diagnostics import Diagnostic, Place
from plugins.model.content import SCHEMAS, Content, Document, Loc
from plugins.model.front_matter import Data, parse
from plugins.model.kinds import FOLDERS, RESERVED_SLUGS, STATIC_FOLDERS, Kind
from plugins.model.messages import hint, translate
from plugins.model.records import Page, Record, Term, Territory
from plugins.model.references import check_references
from plugins.model.source_text import decode, split
from plugins.model.values import SLUG
from plugins.text.nearest import nearest
from plugins.text.slugs import slugify

LIST_FILES = ("glossaire.yml", "territoires.yml")
T = TypeVar("T", bound=Record)


def load(folder: Path, shown_as: str | None = None) -> tuple[Content, list[Diagnostic]]:
    """Read a whole content folder.

    Args:
        folder: the folder.
        shown_as: how messages name it (default: as given).

    Returns:
        What could be read, and all that is wrong; the content is fit to be published only without errors.
    """
    root = shown_as if shown_as is not None else folder.as_posix()
    diagnostics: list[Diagnostic] = []
    if not folder.is_dir():
        return Content(), [Place(root, 0).error("ce dossier n'existe pas — vérifier le chemin donné à --content")]
    read = [read_document(path, place, kind, diagnostics) for path, place, kind in _files(folder, root, diagnostics)]
    documents = [document for document in read if document is not None]
    if not documents and not diagnostics:
        diagnostics.append(Place(root, 0).error("aucune page à lire — créer par exemple acteurs/mon-acteur.md"))
    glossary, glossary_places = _entries(folder, root, "glossaire.yml", Term, diagnostics)
    territories, territory_places = _entries(folder, root, "territoires.yml", Territory, diagnostics)
    content = Content.holding(
        documents,
        glossary=glossary,
        territories=territories,
        glossary_places=glossary_places,
        territory_places=territory_places,
    )
    diagnostics.extend(check_references(content, root, unreadable=_unreadable(diagnostics)))
    return content, sorted(set(diagnostics))


def read_document(path: Path, place: Place, kind: Kind, diagnostics: list[Diagnostic]) -> Document[Page] | None:
    """One file → one document, or None and the reasons why."""
    text, found = decode(path.read_bytes(), place)
    parts, more = split(text, place) if not found else (None, [])
    diagnostics.extend(found + more)
    if parts is None:
        return None
    data, lines, found = parse(parts.front, place, parts.front_line)
    diagnostics.extend(found)
    if not isinstance(data, dict):
        if not found:
            what = (
                "l'en-tête est vide — écrire au moins « titre: … »"
                if data is None
                else "l'en-tête doit être fait de lignes « clé: valeur »"
            )
            diagnostics.append(place.error(what))
        return None
    record = _checked(data, SCHEMAS[kind], lines, place, diagnostics)
    if kind is Kind.MEETING and not parts.body.strip():
        diagnostics.append(place.at(parts.body_line).error("le texte de la synthèse manque — l'écrire sous l'en-tête"))
        return None
    if record is None:
        return None
    return Document(kind, path.stem, place.path, record, parts.body, parts.body_line, lines)


def _checked(data: Data, schema: type[T], lines: dict[Loc, int], place: Place, diagnostics: list[Diagnostic]) -> T | None:
    try:
        return schema.model_validate(data)
    except ValidationError as error:
        diagnostics.extend(translate(error, schema, lines, place))
        return None


def _entries(
    folder: Path, root: str, name: str, schema: type[T], diagnostics: list[Diagnostic]
) -> tuple[tuple[T, ...], tuple[Place, ...]]:
    path, place = folder / name, Place(f"{root}/{name}")
    if not path.is_file():
        return (), ()
    text, found = decode(path.read_bytes(), place)
    data, lines, more = parse(text, place, 1) if not found else (None, {}, [])
    diagnostics.extend(found + more)
    if not isinstance(data, list):
        if data is not None:
            diagnostics.append(place.error("une liste est attendue — chaque entrée commence par « - »"))
        return (), ()
    records, places = [], []
    for index, item in enumerate(data):
        own = {loc[1:]: line for loc, line in lines.items() if loc[:1] == (index,)}
        record = _checked(item, schema, own, place.at(own.get((), 1)), diagnostics)
        if record is not None:
            records.append(record)
            places.append(place.at(own.get((), 1)))
    return tuple(records), tuple(places)


def _files(folder: Path, root: str, diagnostics: list[Diagnostic]) -> Iterator[tuple[Path, Place, Kind]]:
    for entry in sorted(folder.iterdir()):
        if entry.name.startswith((".", "_")) or entry.name in STATIC_FOLDERS:
            continue
        shown = f"{root}/{entry.name}"
        if entry.is_file():
            if entry.name not in LIST_FILES and entry.suffix in {".md", ".yml", ".yaml", ".txt"}:
                close = nearest(entry.name, LIST_FILES)
                known = (
                    f" — écrire plutôt « {close} »" if close else " — le ranger dans le dossier de son genre (acteurs, reunions…)"
                )
                diagnostics.append(Place(shown, 0).error("fichier hors de tout dossier de contenu" + known))
            continue
        kind = FOLDERS.get(entry.name)
        if kind is None:
            diagnostics.append(Place(shown, 0).error(f"dossier inconnu « {entry.name} »" + hint(entry.name, list(FOLDERS))))
            continue
        for path in sorted(entry.iterdir(), key=lambda file: (file.stem, file.suffix)):
            place = Place(f"{shown}/{path.name}", 1)
            if path.name.startswith("."):
                continue
            problem = _file_problem(path, kind)
            if problem:
                diagnostics.append(Place(place.path, 0).error(problem))
            else:
                yield path, place, kind


def _file_problem(path: Path, kind: Kind) -> str | None:
    if path.is_dir():
        return f"sous-dossier inattendu — les pages se rangent directement dans {kind.folder}/"
    if path.suffix != ".md":
        return "ce fichier ne sera pas lu — une page porte l'extension .md"
    if not SLUG.fullmatch(path.stem):
        return f"nom de fichier « {path.name} » — le nommer « {slugify(path.stem)}.md » (a-z, 0-9 et tirets)"
    if kind is Kind.PAGE and path.stem in RESERVED_SLUGS:
        return f"« {path.stem} » est l'adresse d'une page construite par le site — choisir un autre nom de fichier"
    return None


def _unreadable(diagnostics: list[Diagnostic]) -> frozenset[str]:
    """Files with an error of their own: they exist, so nobody is told that they do not."""
    return frozenset(d.path for d in diagnostics)
