"""Every reference from one page to another is resolved; what leads nowhere gets the nearest known value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pydantic import BaseModel

from plugins.diagnostics import Diagnostic, Place
from plugins.model.content import LISTS, Content, Document, Loc
from plugins.model.kinds import FOLDERS, Kind
from plugins.model.lists import Door, Outcome, Term
from plugins.model.messages import hint, path_of, root_of, unknown
from plugins.model.old_addresses import check_old_addresses
from plugins.model.places import check_places
from plugins.model.records import Origin, Page, Source
from plugins.model.step import Step
from plugins.model.values import Reference


def check_references(content: Content, root: str) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each reference without target, each duplicate and each incoherence between values.

    Args:
        content: what was read.
        root: how messages name the folder.
    """
    known = {target: content.known(target) for target in (*FOLDERS, *LISTS)}
    for document in content.documents():
        values = list(walk(document.record))
        for loc, value in values:
            yield from _check_value(value, loc, document, known, content)
        yield from _check_document(document, values)
    entries: list[tuple[Term | Door | Outcome, Place]] = list(zip(content.glossary, content.glossary_places, strict=True))
    entries += zip(content.doors, content.door_places, strict=True)
    entries += zip(content.outcomes, content.outcome_places, strict=True)
    for entry, place in entries:
        for _, value in walk(entry):
            if isinstance(value, Reference) and value not in known[value.target]:
                yield place.error(unknown(value.target, value, known[value.target], root))
    yield from check_places(content, root)
    yield from _duplicates(content)


def walk(value: object, loc: Loc = ()) -> Iterator[tuple[Loc, object]]:
    """Every value inside a record, with its place, parents first."""
    yield loc, value
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from walk(getattr(value, name), (*loc, name))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from walk(item, (*loc, index))


def _check_value(
    value: object, loc: Loc, document: Document[Page], known: dict[str, set[str]], content: Content
) -> Iterator[Diagnostic]:
    if isinstance(value, Reference):
        targets = known[value.target]
        # A folder without territoires.yml declares no territory: nothing to hold a name against.
        if value not in targets and (content.territories or value.target != "territoires.yml"):
            message = unknown(value.target, value, targets, root_of(document.path))
            yield document.place(*loc).error(f"« {path_of(loc)} » : {message}")
    elif isinstance(value, Origin | Source) and value.reunion and value.id:
        meeting = content.meetings.get(value.reunion)
        ids = [item.id for items in meeting.record.items().values() for item in items if item.id] if meeting else []
        if meeting and value.id not in ids:
            yield document.place(*loc).error(
                f"« {path_of(loc)} » : la réunion {value.reunion} n'a pas d'élément « {value.id} »" + hint(value.id, ids)
            )


def _check_document(document: Document[Page], values: Sequence[tuple[Loc, object]]) -> Iterator[Diagnostic]:
    record = document.record
    if isinstance(record, Step):
        if record.nature == "action" and record.axe is None:
            yield document.place("nature").error("une action appartient à un axe — ajouter « axe: … »")
        if record.nature == "axe" and record.axe is not None:
            yield document.place("axe").error(
                "un axe n'appartient pas à un autre axe — enlever « axe », ou écrire « nature: action »"
            )
    for loc, value in values:
        if not isinstance(value, BaseModel):
            continue
        start = getattr(value, "depuis", None)
        end = getattr(value, "jusqu_au", None)
        if start and end and start > end:
            yield document.place(*loc).error(
                f"« {path_of(loc)} » : commence le {start} après avoir fini le {end} — inverser les dates"
            )
    if document.kind is Kind.MEETING:
        yield from _duplicate_ids(document, values)


def _duplicate_ids(document: Document[Page], values: Sequence[tuple[Loc, object]]) -> Iterator[Diagnostic]:
    seen: dict[str, Place] = {}
    for loc, value in values:
        if len(loc) != 2 or loc[0] in ("participants", "personnes_citees"):
            continue
        name = getattr(value, "id", None)
        if name is None:
            continue
        place = document.place(*loc, "id")
        if name in seen:
            yield place.error(f"identifiant « {name} » déjà pris ligne {seen[name].line} — en choisir un autre")
        seen.setdefault(name, place)


def _duplicates(content: Content) -> Iterator[Diagnostic]:
    terms: dict[str, tuple[Term, Place]] = {}
    for term, place in zip(content.glossary, content.glossary_places, strict=True):
        name = term.sigle or term.terme
        if name in terms:
            yield place.error(f"terme « {name} » défini deux fois (déjà ligne {terms[name][1].line}) — n'en garder qu'un")
        terms.setdefault(name, (term, place))
    yield from _doors_twice(content)
    yield from _titles(content)
    yield from check_old_addresses(content)


def _doors_twice(content: Content) -> Iterator[Diagnostic]:
    seen: dict[str, Place] = {}
    for entry, place in zip(content.doors, content.door_places, strict=True):
        if entry.slug in seen:
            line = seen[entry.slug].line
            yield place.error(f"porte « {entry.slug} » : déjà à la ligne {line} — n'en garder qu'une entrée")
        seen.setdefault(entry.slug, place)


def _titles(content: Content) -> Iterator[Diagnostic]:
    """Titles are unique in a kind."""
    titles: dict[tuple[Kind, str], Document[Page]] = {}
    for document in content.documents():
        title = (document.kind, document.record.titre.casefold())
        if title in titles:
            yield document.place("titre").error(
                f"titre « {document.record.titre} » déjà pris par {titles[title].path} — préciser l'un des deux"
            )
        titles.setdefault(title, document)
