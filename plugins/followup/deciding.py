"""The meetings → the register of decisions: those in force, and those that ended or were replaced, body by body."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plugins.model.content import Content, Document
from plugins.model.items import Decision
from plugins.model.meeting import Meeting
from plugins.model.orders import newest_first
from plugins.model.outcomes import Entry, replaced

URL = "suivi/decisions/"


@dataclass(frozen=True)
class Decided:
    """A decision and what became of it.

    Attributes:
        meeting: that took it.
        decision: the entry.
        replaced_by: the entry that took its place.
        in_force: whether it holds on the day of the build.
    """

    meeting: Document[Meeting]
    decision: Decision
    replaced_by: Entry | None
    in_force: bool


@dataclass(frozen=True)
class Register:
    """The decisions of one body, newest first."""

    body: str
    in_force: tuple[Decided, ...]
    past: tuple[Decided, ...]


def registers(content: Content, today: date) -> tuple[Register, ...]:
    """One for each body that decided something, the last one to meet first; a joint decision is of each of its bodies.

    Args:
        content: names of persons masked.
        today: the day of the build.
    """
    found = list(_decided(content, today))
    bodies = dict.fromkeys(body for one in found for body in one.meeting.record.bodies)
    registers = []
    for body in bodies:
        own = [one for one in found if body in one.meeting.record.bodies]
        registers.append(Register(body, tuple(o for o in own if o.in_force), tuple(o for o in own if not o.in_force)))
    return tuple(registers)


def _decided(content: Content, today: date) -> Iterator[Decided]:
    instead = replaced(content)
    for meeting in newest_first(content.meetings.values()):
        for decision in meeting.record.decisions:
            other = instead.get((meeting.slug, decision.id or ""))
            ended = decision.jusqu_au is not None and decision.jusqu_au < today
            in_force = other is None and not ended and decision.etat == "en-vigueur"
            yield Decided(meeting, decision, other, in_force)
