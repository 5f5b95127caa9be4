"""Documents and the whole content, as plain immutable values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, wraps
from pathlib import Path
from typing import Any, Generic, TypeVar

from plugins.diagnostics import Place
from plugins.model.kinds import FOLDERS, Kind
from plugins.model.lists import Door, Outcome, PlaceEnd, Term, Territory
from plugins.model.meeting import Meeting
from plugins.model.orders import by_title, ordered
from plugins.model.records import Actor, Approach, End, Family, Need, Page, PlainPage
from plugins.model.site_file import SiteSettings
from plugins.model.step import Step

R_co = TypeVar("R_co", bound=Page, covariant=True)
T = TypeVar("T")

# Where a value stands in the front matter, such as ("participants", 2, "acteur").
Loc = tuple[str | int, ...]


@dataclass(frozen=True)
class Document(Generic[R_co]):
    """One Markdown file, read.

    Attributes:
        kind: which folder it stands in.
        slug: its file name without extension.
        path: the file as the editor would type it.
        record: its checked front matter.
        body: its Markdown, without front matter, lines ended by a single line feed.
        body_line: line of the file on which the body starts, from 1.
        lines: the line of each value of the front matter.
    """

    kind: Kind
    slug: str
    path: str
    record: R_co
    body: str
    body_line: int
    lines: Mapping[Loc, int] = field(repr=False)

    @cached_property
    def key(self) -> str:
        """The identity of the page, such as `acteurs/cgt`."""
        return self.kind.key(self.slug)

    @cached_property
    def url(self) -> str:
        """The address under the site's root, such as `acteurs/cgt/`."""
        return self.kind.url(self.slug)

    def place(self, *loc: str | int) -> Place:
        """The place of a value of the front matter; of the nearest one above it when it is not written."""
        return Place(self.path, line_of(self.lines, loc))


def line_of(lines: Mapping[Loc, int], loc: Loc) -> int:
    """Line of the value at `loc`, or of its nearest written ancestor; 1 when there is none."""
    while loc and loc not in lines:
        loc = loc[:-1]
    return lines.get(loc, 1)


@dataclass(frozen=True)
class Content:
    """All that a folder holds, by slug, in the order of the file names."""

    actors: Mapping[str, Document[Actor]] = field(default_factory=dict)
    families: Mapping[str, Document[Family]] = field(default_factory=dict)
    approaches: Mapping[str, Document[Approach]] = field(default_factory=dict)
    needs: Mapping[str, Document[Need]] = field(default_factory=dict)
    meetings: Mapping[str, Document[Meeting]] = field(default_factory=dict)
    steps: Mapping[str, Document[Step]] = field(default_factory=dict)
    pages: Mapping[str, Document[PlainPage]] = field(default_factory=dict)
    glossary: tuple[Term, ...] = ()
    territories: tuple[Territory, ...] = ()
    doors: tuple[Door, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    # Whose site it is.
    site: SiteSettings = field(default_factory=SiteSettings)
    # The day on which it is read: what has ended by then is past. None: whatever has an end is.
    day: date | None = None
    # Places of the entries of the lists, in the same order.
    glossary_places: tuple[Place, ...] = field(default=(), repr=False)
    territory_places: tuple[Place, ...] = field(default=(), repr=False)
    door_places: tuple[Place, ...] = field(default=(), repr=False)
    outcome_places: tuple[Place, ...] = field(default=(), repr=False)
    # Files to be copied as they are, with their places.
    attached: tuple[tuple[Path, Place], ...] = field(default=(), repr=False)
    # Keys of pages and entries that exist but could not be read (`acteurs/caf`, `territoires.yml/caen`).
    faulty: frozenset[str] = field(default=frozenset(), repr=False)
    # What was worked out of it (see `once`).
    worked_out: dict[object, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @classmethod
    def holding(cls, documents: Iterable[Document[Any]], **lists: Any) -> Content:
        """Documents in their order, put with those of their kind; `lists` are the other attributes, by name."""
        found: dict[str, Any] = {attribute: {} for attribute in ATTRIBUTES.values()}
        for document in documents:
            found[ATTRIBUTES[document.kind]][document.slug] = document
        return cls(**found, **lists)

    def of(self, kind: Kind) -> Mapping[str, Document[Page]]:
        """The documents of one kind."""
        found: Mapping[str, Document[Page]] = getattr(self, ATTRIBUTES[kind])
        return found

    def known(self, target: str) -> set[str]:
        """All that a reference may name in a folder or a list (`acteurs`, `territoires.yml`), read or not.

        A file with an error of its own exists: nobody is told that it does not.
        """
        slugs = {key.partition("/")[2] for key in self.faulty if key.startswith(f"{target}/")}
        if target in LISTS:
            return slugs | {str(entry.slug) for entry in getattr(self, LISTS[target])}
        return slugs | set(self.of(FOLDERS[target]))

    def documents(self) -> Iterator[Document[Page]]:
        """All documents, kind by kind."""
        for kind in Kind:
            yield from self.of(kind).values()

    @cached_property
    def ranked(self) -> Mapping[Kind, tuple[Document[Page], ...]]:
        """The documents of each kind, in the order in which pages list them."""
        return {kind: tuple(ordered(self.of(kind).values())) for kind in Kind}

    @cached_property
    def ranks(self) -> Mapping[str, int]:
        """The place of each document in that order, from 0, by its key."""
        return {document.key: rank for documents in self.ranked.values() for rank, document in enumerate(documents)}

    @cached_property
    def living(self) -> Mapping[str, Document[Actor]]:
        """The actors of today: those that closed are told as past, and nobody is sent to them."""
        return {slug: actor for slug, actor in self.actors.items() if not self._ended(actor)}

    @cached_property
    def closed(self) -> Mapping[str, Document[Actor]]:
        """The others."""
        return {slug: actor for slug, actor in self.actors.items() if self._ended(actor)}

    def _ended(self, actor: Document[Actor]) -> bool:
        return self._past(actor.record.fin)

    def _past(self, end: End | PlaceEnd | None) -> bool:
        return end is not None and (self.day is None or end.date < self.day)

    @cached_property
    def places_today(self) -> tuple[Territory, ...]:
        """The territories of today: those that ended are names of minutes, and nobody chooses them."""
        return tuple(one for one in self.territories if not self._past(one.fin))

    @cached_property
    def members(self) -> Mapping[str, tuple[Document[Actor], ...]]:
        """The actors of today of each family, by its slug, in alphabetical order."""
        found: dict[str, list[Document[Actor]]] = {}
        for actor in by_title(self.living.values()):
            found.setdefault(actor.record.famille, []).append(actor)
        return {family: tuple(actors) for family, actors in found.items()}

    @cached_property
    def without_bodies(self) -> Content:
        """All that it says but the bodies: the front matter, which most of a site depends on alone."""
        bare: dict[str, Any] = {
            name: {slug: replace(one, body="") for slug, one in getattr(self, name).items()} for name in ATTRIBUTES.values()
        }
        return replace(self, **bare, attached=())

    def by_key(self) -> dict[str, Document[Page]]:
        """All documents by page key."""
        return {document.key: document for document in self.documents()}


def once(work_out: Callable[[Content], T]) -> Callable[[Content], T]:
    """What several rooms ask of a content, which never changes, is worked out the first time; nobody changes what is returned."""

    @wraps(work_out)
    def found(content: Content) -> T:
        if found not in content.worked_out:
            content.worked_out[found] = work_out(content)
        value: T = content.worked_out[found]
        return value

    return found


# The lists whose entries have a slug that pages may name, and where they stand.
LISTS: dict[str, str] = {"territoires.yml": "territories", "portes.yml": "doors"}

ATTRIBUTES: dict[Kind, str] = {
    Kind.ACTOR: "actors",
    Kind.FAMILY: "families",
    Kind.APPROACH: "approaches",
    Kind.NEED: "needs",
    Kind.MEETING: "meetings",
    Kind.STEP: "steps",
    Kind.PAGE: "pages",
}

SCHEMAS: dict[Kind, type[Page]] = {
    Kind.ACTOR: Actor,
    Kind.FAMILY: Family,
    Kind.APPROACH: Approach,
    Kind.NEED: Need,
    Kind.MEETING: Meeting,
    Kind.STEP: Step,
    Kind.PAGE: PlainPage,
}
