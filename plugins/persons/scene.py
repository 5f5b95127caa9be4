"""What the masking of one page knows: who is who, what may be shown, what was answered; and what it must tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol, get_args

from plugins.persons.answers import Answers
from plugins.persons.people import People
from plugins.persons.person import Person
from plugins.persons.policy import Policy
from plugins.persons.residue import Residues
from plugins.text.phrases import Phrases

Display = Literal["organisations", "initiales", "complets"]
DISPLAYS: tuple[str, ...] = get_args(Display)
Trouble = Literal["unknown", "ambiguous", "address", "sought", "doubtful", "disguised"]
NOBODY = "une personne"


class Organisations(Protocol):
    """What masking asks of the registry."""

    @property
    def forms(self) -> Phrases[str]:
        """Every form of an actor and its page's key; an empty key for an expression that names no actor."""

    @property
    def persons(self) -> Mapping[str, tuple[Person, ...]]:
        """Those of each meeting, by its slug."""

    @property
    def dates(self) -> Mapping[str, date]:
        """The day of each meeting."""

    def counted(self) -> list[object]:
        """All that decides of what a text names, as plain data."""

    def name_at(self, slug: str, day: date | None) -> str:
        """The official name of an actor on a day."""

    def article_at(self, slug: str, day: date | None) -> str:
        """The article of that name; empty when it takes none."""


@dataclass(frozen=True)
class Remark:
    """What an editor must be told of a name.

    Attributes:
        line: how many line breaks stand before it in the text.
        name: what is written there.
        kind: a civility and a name that resolve to nobody (`unknown`) or to several (`ambiguous`); a name in an address, or in
            the words of a search (`sought`); a word that may name somebody (`doubtful`); a name in pieces or in strange letters (`disguised`).
        persons: whose name it may be.
    """

    line: int
    name: str
    kind: Trouble
    persons: tuple[Person, ...] = ()


@dataclass(frozen=True)
class Finders:
    """What finds the names of a run: every person declared anywhere, halves of names included."""

    people: People
    policy: Policy
    residues: Residues


@dataclass(frozen=True)
class Scene:
    """One page.

    Attributes:
        registry: who is who.
        display: `organisations` or `initiales`.
        finders: what finds names.
        meeting: slug of the meeting whose page it is; empty elsewhere.
        day: its date.
        answers: what the page's editor answered about words that are also names.
    """

    registry: Organisations
    display: Display
    finders: Finders
    meeting: str
    day: date | None
    answers: Answers

    def nearest(self, persons: tuple[Person, ...]) -> tuple[Person, ...]:
        """Those of this meeting if any; else those of the meeting nearest in time, the past first."""
        here = tuple(person for person in persons if person.meeting == self.meeting)
        if here:
            return here
        days = {person.meeting: self.registry.dates[person.meeting] for person in persons}
        day = self.day or max(days.values())
        nearest = min(days, key=lambda slug: (days[slug] > day, abs((days[slug] - day).days), slug))
        return tuple(person for person in persons if person.meeting == nearest)

    def shown(self, persons: tuple[Person, ...]) -> tuple[str, str]:
        """What is shown in the place of a person, and its article: the organisation, under its name of the day."""
        names = {self._organisation(person) for person in self.nearest(persons)}
        return names.pop() if len(names) == 1 else (NOBODY, "")

    def _organisation(self, person: Person) -> tuple[str, str]:
        if not person.actor:
            return person.function or NOBODY, ""
        day = self.day or self.registry.dates[person.meeting]
        return self.registry.name_at(person.actor, day), self.registry.article_at(person.actor, day)
