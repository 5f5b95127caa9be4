"""Content → the same content with the names of persons masked in every body and every text of the front matter."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, TypeVar

from plugins.diagnostics import Diagnostic, Place
from plugins.model.content import ATTRIBUTES, Content, Document, Loc
from plugins.model.kinds import Kind
from plugins.model.meeting import Meeting, Person
from plugins.model.records import Page, Record
from plugins.model.values import Slug
from plugins.persons.masking import Display, Masker, Organisations, Undeclared, initial
from plugins.persons.people import People
from plugins.persons.person import from_full_name, words_of
from plugins.text.folding import fold_word
from plugins.text.nearest import nearest

R = TypeVar("R", bound=Record)
_CIVILITY = re.compile(
    r"\b(?:mm?|mr|mmes?|mlles?|mesdames|messieurs|madame|monsieur|mademoiselle|dr|pr|me|docteure?|professeure?|ma[iî]tre)\b",
    re.IGNORECASE,
)


@dataclass
class _Run:
    registry: Organisations
    display: Display
    everyone: People
    surnames: dict[str, str]
    diagnostics: list[Diagnostic]


def mask(content: Content, registry: Organisations, display: Display) -> tuple[Content, list[Diagnostic]]:
    """Mask every name, as `PEOPLE_DISPLAY` says.

    Args:
        content: what was read.
        registry: its registry.
        display: `organisations` (no name is left), `initiales`, `complets` (nothing changes).

    Returns:
        The content, and diagnostics: a civility and a name that resolve to nobody (an error in a meeting).
    """
    if display == "complets":
        return content, []
    persons = [person for people in registry.persons.values() for person in people]
    surnames = {" ".join(word.capitalize() for word in person.surname): person.meeting for person in persons}
    run = _Run(registry, display, People(persons, bare=True), surnames, [])
    masked: dict[str, Any] = {}
    for kind in Kind:
        masked[ATTRIBUTES[kind]] = {slug: _document(document, run) for slug, document in content.of(kind).items()}
    masker = Masker(registry, display, run.everyone, "", None)
    glossary = tuple(
        _record(term, masker, partial(_same, place), run, meeting=False)
        for term, place in zip(content.glossary, content.glossary_places, strict=True)
    )
    return replace(content, glossary=glossary, **masked), run.diagnostics


def _same(place: Place, _: Loc) -> Place:
    return place


def _document(document: Document[Page], run: _Run) -> Document[Page]:
    meeting = document.record if isinstance(document.record, Meeting) else None
    masker = Masker(run.registry, run.display, run.everyone, document.slug if meeting else "", meeting.date if meeting else None)
    _check_slug(document, run)
    record = _record(document.record, masker, lambda loc: document.place(*loc), run, meeting=bool(meeting))
    body = document.body
    if run.surnames or _CIVILITY.search(body):
        body, undeclared = masker.mask(body)
        for one in undeclared:
            line = document.body_line + document.body.count("\n", 0, one.offset)
            run.diagnostics.extend(_diagnostics(one, Place(document.path, line), run, bool(meeting)))
    return replace(document, record=record, body=body)


def _record(record: R, masker: Masker, place: Callable[[Loc], Place], run: _Run, *, meeting: bool) -> R:
    def masked(value: Any, loc: Loc) -> Any:
        if isinstance(value, Record):
            changes = {name: masked(getattr(value, name), (*loc, name)) for name in type(value).model_fields}
            if isinstance(value, Person):
                changes |= _hidden(value, run.display)
            changed = {name: new for name, new in changes.items() if new is not getattr(value, name)}
            return value.model_copy(update=changed) if changed else value
        if isinstance(value, list):
            new = [masked(item, (*loc, rank)) for rank, item in enumerate(value)]
            return new if any(a is not b for a, b in zip(new, value, strict=True)) else value
        if not isinstance(value, str) or isinstance(value, Slug) or not (run.surnames or _CIVILITY.search(value)):
            return value
        if (
            loc[-1] in {"nom", "prenom", "represente"}
            and len(loc) > 1
            and loc[-3:-2] in {("participants",), ("personnes_citees",)}
        ):
            return value  # the declaration itself, hidden with its record
        text, undeclared = masker.mask(value)
        for one in undeclared:
            run.diagnostics.extend(_diagnostics(one, place(loc), run, meeting))
        return text if text != value else value

    result: R = masked(record, ())
    return result


def _hidden(person: Person, display: Display) -> dict[str, Any]:
    """The declaration itself, without names."""
    shown: dict[str, Any] = {"nom": None, "prenom": None}
    represented = getattr(person, "represente", None)
    if hasattr(person, "represente"):
        shown["represente"] = None
    if display == "initiales":
        shown["nom"] = initial(tuple(map(fold_word, words_of(person.nom)))) if person.nom and words_of(person.nom) else None
        shown["prenom"] = person.prenom[0] + "." if person.prenom else None
        other = from_full_name("", None, represented, 1) if represented else None
        if other:
            shown["represente"] = " ".join([word[0].upper() + "." for word in other.given[:1]] + [initial(other.surname)])
    return shown


def _diagnostics(one: Undeclared, place: Place, run: _Run, meeting: bool) -> Iterator[Diagnostic]:
    if one.kind == "address":
        yield place.error(
            f"cette adresse contient le nom d'une personne (« {one.name} ») — l'enlever, ou donner une adresse sans nom"
        )
    elif one.kind == "ambiguous":
        yield place.warning(
            f"« {one.name} » peut désigner plusieurs personnes de la réunion — préciser la civilité, le prénom ou l'initiale"
        )
    elif meeting:
        known = nearest(words_of(one.name)[-1], run.surnames)
        proposal = f" ; nom déclaré le plus proche : « {known} »" if known else ""
        yield place.error(
            f"« {one.name} » ne correspond à aucune personne déclarée — l'ajouter à « participants » ou à « personnes_citees »{proposal}"
        )
    else:
        yield place.warning(f"« {one.name} » ressemble au nom d'une personne — nommer plutôt l'organisation qu'elle représente")


def _check_slug(document: Document[Page], run: _Run) -> None:
    words = set(document.slug.split("-"))
    for surname in run.surnames:
        if len(surname) > 3 and set(surname.lower().split()) <= words and document.kind is Kind.MEETING:
            run.diagnostics.append(
                Place(document.path, 1).error(f"le nom du fichier contient celui d'une personne (« {surname} ») — le renommer")
            )
