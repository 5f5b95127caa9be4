"""What a mention can lead to, under which forms, and who was whose representative at each meeting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Literal

from plugins.diagnostics import Place
from plugins.persons.people import People
from plugins.persons.person import Person
from plugins.text.articles import article_of
from plugins.text.folding import fold
from plugins.text.forms import Form
from plugins.text.phrases import Phrases

# What the dictionary of forms says of an expression that contains a form and is not the actor.
NEVER = ""


@dataclass(frozen=True)
class Name:
    """A name and the days on which it was the official one; None for « always »."""

    text: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class Target:
    """A page that mentions lead to.

    Attributes:
        key: identity of the page, such as `acteurs/cgt`.
        kind: `actor`, `approach` or `family`.
        slug: its slug.
        name: today's name.
        hue: that of an actor's family, 1 to 8; 0 otherwise.
        names: its names over time.
        forms: every form that names it, each with the place that declares it.
    """

    key: str
    kind: Literal["actor", "approach", "family"]
    slug: str
    name: str
    hue: int
    names: tuple[Name, ...]
    forms: tuple[tuple[Form, Place], ...] = field(repr=False)
    # Folded former names, to tell « Pôle emploi » from today's name at a glance.
    former: Mapping[str, str] = field(default_factory=dict, repr=False)
    # The article of today's name, when the actor's page gives one (`aucun` for none).
    article: str = ""

    def name_at(self, day: date | None) -> str:
        """The name that was official on a day; today's without one, and where two names end together: nobody knows whose it was."""
        if day is None:
            return self.name
        begun = [name for name in self.names if name.since is None or name.since <= day]
        then = [name for name in begun if name.until is None or day <= name.until]
        ends = [name.until or date.max for name in then]
        first = min(ends, default=date.max)
        return then[ends.index(first)].text if ends.count(first) == 1 else self.name

    def then(self, surface: str, day: date | None) -> str | None:
        """The former name to give beside today's, for a mention written `surface` in minutes of that day.

        « Pôle emploi » in 2021, and in any later text; None when the mention needs no explanation.
        """
        folded = fold(surface)
        if folded in self.former:
            return self.former[folded]
        name = self.name_at(day)
        return name if self.former and name != self.name and folded != fold(self.name) else None


@dataclass(frozen=True)
class Registry:
    """The registry of one run; immutable.

    Attributes:
        targets: by page key, in the order in which they were declared.
        forms: every form and the key of its target (`NEVER` for an exclusion).
        persons: those of each meeting, by the meeting's slug.
        dates: day of each meeting.
        never: expressions that contain a form and name nobody.
    """

    targets: Mapping[str, Target]
    forms: Phrases[str] = field(repr=False)
    persons: Mapping[str, tuple[Person, ...]] = field(default_factory=dict, repr=False)
    dates: Mapping[str, date] = field(default_factory=dict)
    never: tuple[str, ...] = ()
    _people: dict[str, People] = field(default_factory=dict, repr=False, compare=False)

    def counted(self) -> list[object]:
        """All that decides of what a text names; where a form was declared does not."""
        targets = [(replace(one, forms=()), [form for form, _ in one.forms]) for one in self.targets.values()]
        own = (one.name for one in fields(self) if one.compare and one.name not in {"targets", "forms"})
        return [targets, *(getattr(self, name) for name in own)]

    def actor(self, slug: str) -> Target | None:
        """The actor of that slug."""
        return self.targets.get(f"acteurs/{slug}")

    def name_at(self, slug: str, day: date | None) -> str:
        """The official name of an actor on a day; the slug itself when no page has it."""
        actor = self.actor(slug)
        return actor.name_at(day) if actor else slug

    def article_at(self, slug: str, day: date | None) -> str:
        """The article of that name: as the actor's page gives it, or by its first word; empty when it takes none."""
        actor = self.actor(slug)
        name = self.name_at(slug, day)
        if actor and actor.article and name == actor.name:
            return actor.article.replace("aucun", "")
        return article_of(name)

    def people_of(self, meeting: str) -> People | None:
        """What finds the persons of a meeting in a text; None when it declares nobody."""
        if meeting not in self._people:
            if not self.persons.get(meeting):
                return None
            self._people[meeting] = People(self.persons[meeting])
        return self._people[meeting]
