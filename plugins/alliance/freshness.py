"""Actors and the day of the build → when each sheet was checked, and when it must be looked at again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from plugins.model.content import Content, Document
from plugins.model.records import Actor
from plugins.model.values import Nature, add_months
from plugins.text.slugs import slugify

# Months between two checks when the sheet does not say: institutions are stable, networks move.
DEFAULT_MONTHS: dict[Nature, int] = {"institution": 12, "instance": 12, "metier": 12, "reseau": 6}
SOON = timedelta(days=45)

State = Literal["a-revoir", "bientot", "a-jour"]
STATES: tuple[State, ...] = ("a-revoir", "bientot", "a-jour")


@dataclass(frozen=True)
class Freshness:
    """How fresh one sheet is.

    Attributes:
        actor: whose sheet.
        months: between two checks.
        own_period: whether the sheet itself says so; else the default of its nature.
        due: the day by which it must be checked again.
        state: `a-revoir` from that day on, `bientot` in the forty-five days before, else `a-jour`.
    """

    actor: Document[Actor]
    months: int
    own_period: bool
    due: date
    state: State

    @property
    def checked(self) -> date:
        """The day of the last check."""
        return self.actor.record.verifie_le

    @property
    def moves(self) -> bool:
        """Whether the actor is a network or a trade, whose people change, rather than an institution."""
        return self.actor.record.nature in {"reseau", "metier"}


def freshness(content: Content, today: date) -> tuple[Freshness, ...]:
    """The sheet of every actor of today, what is due first.

    Args:
        content: the content.
        today: the day of the build.
    """
    found = (_of(actor, today) for actor in content.living.values())
    return tuple(sorted(found, key=lambda one: (one.due, slugify(one.actor.record.titre))))


def _of(actor: Document[Actor], today: date) -> Freshness:
    record = actor.record
    months = record.revoir_tous_les_mois or DEFAULT_MONTHS[record.nature]
    due = add_months(record.verifie_le, months)
    state: State = "a-revoir" if due <= today else "bientot" if due - SOON <= today else "a-jour"
    return Freshness(actor, months, record.revoir_tous_les_mois is not None, due, state)
