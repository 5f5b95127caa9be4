"""What a relay sheet holds: plain immutable values, texts not yet typeset."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class SheetEntry:
    """A door of a need, or what one may ask of an actor.

    Attributes:
        name: of the actor, or the need in a person's words.
        texts: plain sentences.
        reach: how to get there, if it is known: a number, an address, the name of a site.
        bring: what to take along.
    """

    name: str
    texts: tuple[str, ...]
    reach: str = ""
    bring: str = ""


@dataclass(frozen=True)
class Fact:
    """A short line that is no sentence: « Où : Rouen ».

    Attributes:
        label: what it is about.
        text: what is known.
        reach: whether it says how to reach the actor.
    """

    label: str
    text: str
    reach: bool = False


@dataclass(frozen=True)
class Sheet:
    """One A5 page.

    Attributes:
        key: of the page that it sums up, such as `acteurs/caf`.
        page: address of that page.
        kind: `besoin` or `acteur`.
        title: a need in a person's words, or an actor's name.
        acronym: the actor's, if it has one.
        lead: plain sentences.
        entries: doors in the order of the relay, or what one may ask.
        facts: for whom, where, how to reach.
        remarks: sentences on what is not known.
        notice: that no concerned reader has proof-read it.
        checked: the day on which its facts were last checked; None when nothing was.
        urgent: whether it is for a danger: nobody writes an appointment down.
        words: each acronym of the sheet and what it stands for.
    """

    key: str
    page: str
    kind: str
    title: str
    acronym: str
    lead: str
    entries: tuple[SheetEntry, ...]
    facts: tuple[Fact, ...]
    remarks: tuple[str, ...]
    notice: str
    checked: date | None
    words: tuple[tuple[str, str], ...] = ()
    urgent: bool = False

    @property
    def url(self) -> str:
        """Its address under the site's root."""
        return f"{self.page}fiche/"

    def texts(self) -> Iterator[str]:
        """Everything that is written on it, what explains acronyms left out."""
        yield from (self.title, self.acronym, self.lead)
        for entry in self.entries:
            yield from (entry.name, *entry.texts, entry.reach, entry.bring)
        for fact in self.facts:
            yield from (fact.label, fact.text)
        yield from (*self.remarks, self.notice)
