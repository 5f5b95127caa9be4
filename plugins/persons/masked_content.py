"""Content → the same content with the names of persons masked in every body and every text of the front matter."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, TypeVar

from plugins.cache.digests import Digests
from plugins.cache.memory import memory
from plugins.cache.store import Store, key_of
from plugins.diagnostics import Diagnostic, Place
from plugins.model.content import ATTRIBUTES, Content, Document, Loc
from plugins.model.kinds import Kind
from plugins.model.meeting import Meeting, Person
from plugins.model.records import Actor, Homonym, Page, Record
from plugins.model.values import Slug
from plugins.persons import person as declared
from plugins.persons.answers import Answers
from plugins.persons.attachments import check_attached
from plugins.persons.civilities import CIVILITIES, KIN
from plugins.persons.finders import finders_for
from plugins.persons.masking import mask as masked_text
from plugins.persons.replacing import initial
from plugins.persons.scene import Display, Finders, Organisations, Remark, Scene, Trouble
from plugins.persons.telling import diagnostic
from plugins.text.slugs import slugify

R = TypeVar("R", bound=Record)
# A civility, its letters perhaps in superscript: worth a careful look. « me », « m » and « ne » are everyday words in lower case.
_EVERYDAY = KIN | {"m", "mm", "me"}
_BEGINNINGS = "".join(sorted({word[0] for word in CIVILITIES}))
_CIVILITY = re.compile(
    # The letters that one begins with come first: most words are left after one look.
    rf"(?<!\w)(?=[{_BEGINNINGS}{_BEGINNINGS.upper()}éÉſ])(?:(?i:{'|'.join(sorted(CIVILITIES.keys() - _EVERYDAY, key=len, reverse=True))}|ma[îi]\u0302?tre|m[ᵐˡ]\w*)(?!\w)"
    r"|(?:MM?|M[eE])(?!\w)|mm?(?=\W*\.)|(?i:n[ée]\u0301?e?|[ée]\u0301?pouse|veuve)(?=\W+[A-ZÀ-Þ]))"
)
# Where an address is due, no organisation may take its place.
_ADDRESSES = frozenset(("courriel", "url", "site", "redirections", "id"))
_LISTS = {
    "glossary": "glossary_places",
    "territories": "territory_places",
    "doors": "door_places",
    "outcomes": "outcome_places",
}
_DECLARED = frozenset(("nom", "prenom", "represente"))


@dataclass
class _Run:
    registry: Organisations
    display: Display
    finders: Finders
    surnames: dict[str, str]
    store: Store
    around: bytes
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def scene(self, meeting: str, day: date | None, answers: Sequence[Homonym]) -> Scene:
        return Scene(self.registry, self.display, self.finders, meeting, day, Answers(answers))

    def text(self, text: str, scene: Scene, *, prose: bool = True) -> tuple[str, list[Remark]]:
        worth = bool(self.surnames) or bool(_CIVILITY.search(text))
        return masked_text(text, scene, prose=prose) if worth else (text, [])

    def tell(self, remark: Remark, place: Place) -> None:
        self.diagnostics.append(diagnostic(remark, place, self.surnames))


def mask(
    content: Content, registry: Organisations, display: Display, store: Store | None = None
) -> tuple[Content, list[Diagnostic]]:
    """Mask every name, as `PEOPLE_DISPLAY` says.

    Args:
        content: what was read.
        registry: its registry.
        display: `organisations` (no name is left), `initiales`, `complets` (nothing changes).
        store: knows pages that are the same once masked; left open.

    Returns:
        The content, the same object when it names nobody, and diagnostics: what resolves to nobody, what may be a name, what
        cannot be masked.
    """
    if display == "complets":
        return content, []
    persons = [person for people in registry.persons.values() for person in people]
    surnames = {" ".join(word.capitalize() for word in one.surname or one.given): one.meeting for one in persons}
    actors = [
        (one.titre, one.sigle, [alias.forme for alias in one.alias])
        for one in (actor.record for actor in content.actors.values())
    ]
    around = memory().of(("masked", display, repr(actors)), lambda: _around(registry, display, actors), registry)
    run = _Run(registry, display, finders_for(persons, content), surnames, store or Store(None), around)
    masked: dict[str, Any] = {}
    for kind in Kind:
        masked[ATTRIBUTES[kind]] = {slug: _document(document, run) for slug, document in content.of(kind).items()}
    for name, places in _LISTS.items():
        entries = zip(getattr(content, name), getattr(content, places), strict=True)
        masked[name] = tuple(_entry(entry, place, entry.homonymes, run) for entry, place in entries)
    nowhere = run.scene("", None, ())
    for path, place in content.attached:
        run.diagnostics.extend(check_attached(path, place, nowhere))
    same = all(_same(getattr(content, name), new) for name, new in masked.items())
    return content if same else replace(content, **masked), run.diagnostics


def _around(registry: Organisations, display: Display, actors: object) -> bytes:
    return key_of("masked", display, Digests({}).of([registry.counted(), actors]))


def _same(old: Any, new: Any) -> bool:
    pairs = zip(old.values(), new.values(), strict=True) if isinstance(old, Mapping) else zip(old, new, strict=True)
    return all(one is other for one, other in pairs)


def _entry(record: R, place: Place, answers: Sequence[Homonym], run: _Run) -> R:
    def made() -> tuple[R, list[Diagnostic]]:
        own = replace(run, diagnostics=[])
        return _record(record, own.scene("", None, answers), lambda _: place, own), own.diagnostics

    found, told = memory().of((run.around, place), made, record)
    run.diagnostics += told
    return found


def _document(document: Document[Page], run: _Run) -> Document[Page]:
    def made() -> tuple[Document[Page], list[Diagnostic]]:
        own = replace(run, diagnostics=[])
        return _masked(document, own), own.diagnostics

    found, told = memory().of(run.around, made, document, stores=(run.store,))
    run.diagnostics += told
    return found


def _masked(document: Document[Page], run: _Run) -> Document[Page]:
    # Most pages name nobody: of such a page, the same text is the same page, and nothing is told of it.
    key = key_of(run.around, document.key, document.record.model_dump_json(), document.body)
    if run.store.keep(key):
        return document
    told = len(run.diagnostics)
    meeting = document.record if isinstance(document.record, Meeting) else None
    answers = document.record.homonymes
    scene = run.scene(document.slug if meeting else "", meeting.date if meeting else None, answers)
    _check_slug(document, scene, run)
    record = _record(document.record, scene, lambda loc: document.place(*loc), run)
    body, remarks = run.text(document.body, scene)
    for one in remarks:
        run.tell(one, Place(document.path, document.body_line + one.line))
    if record is not document.record or body != document.body:
        return replace(document, record=record, body=body)
    if len(run.diagnostics) == told:
        run.store.put(key, None)
    return document


def _record(record: R, scene: Scene, place: Callable[[Loc], Place], run: _Run) -> R:
    def masked(value: Any, loc: Loc) -> Any:
        if isinstance(value, Record):
            changes = {name: masked(getattr(value, name), (*loc, name)) for name in type(value).model_fields}
            if isinstance(value, Person):
                changes |= _hidden(value, run.display)
            if getattr(value, "homonymes", ()):
                changes["homonymes"] = ()  # the answers name names
            changed = {name: new for name, new in changes.items() if new is not getattr(value, name)}
            return value.model_copy(update=changed) if changed else value
        if isinstance(value, list | tuple):
            new = type(value)(masked(item, (*loc, rank)) for rank, item in enumerate(value))
            return new if any(a is not b for a, b in zip(new, value, strict=True)) else value
        if not isinstance(value, str) or "homonymes" in loc or _is_declaration(loc):
            return value
        return _text(value, loc)

    def _text(value: str, loc: Loc) -> str:
        prose = not isinstance(value, Slug) and not _ADDRESSES.intersection(loc)
        text, remarks = run.text(value, scene, prose=prose)
        refused: Trouble | None = "address" if not prose else "sought" if "mots" in loc else None
        if refused and text != value:
            remarks = remarks or [Remark(0, value, refused)]
        for one in remarks:
            run.tell(one, place(loc))
        return value if refused or text == value else text

    result: R = masked(record, ())
    return result


def _is_declaration(loc: Loc) -> bool:
    """Whether it is the declaration of a person itself, hidden with its record."""
    return len(loc) > 1 and loc[-1] in _DECLARED and loc[-3:-2] in {("participants",), ("personnes_citees",)}


def _hidden(person: Person, display: Display) -> dict[str, Any]:
    """The declaration itself, without names; nor its civility, which tells the sex of an organisation's only person."""
    shown: dict[str, Any] = {"nom": None, "prenom": None, "civilite": None}
    represented = getattr(person, "represente", None)
    if hasattr(person, "represente"):
        shown["represente"] = None
    if display == "initiales":
        one = declared.declared("", None, None, person.nom, person.prenom, 1, None)
        shown["nom"] = initial(one.surname) if one and one.surname else None
        shown["prenom"] = initial(one.given) if one and one.given else None
        shown["civilite"] = person.civilite
        other = declared.from_full_name("", None, represented, 1) if represented else None
        if other:
            shown["represente"] = " ".join(initial(name) for name in (other.given, other.surname) if name)
    return shown


def _check_slug(document: Document[Page], scene: Scene, run: _Run) -> None:
    """A file's name is an address of the site; an actor named after somebody may have theirs."""
    name = document.slug + ".md"
    if isinstance(document.record, Actor) and slugify(document.record.titre) == document.slug:
        return
    for found in scene.finders.residues.find(name):
        if not scene.answers.is_word(found.written, name):
            run.diagnostics.append(
                Place(document.path, 1).error(
                    f"le nom du fichier contient celui d'une personne (« {found.written.capitalize()} ») — le renommer"
                )
            )
