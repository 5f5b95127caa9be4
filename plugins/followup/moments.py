"""The content → when everything was, what it is and how far it is, for the search to be asked in time."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from datetime import date

from plugins.followup.deciding import URL as DECISIONS
from plugins.followup.deciding import registers
from plugins.followup.following import duties
from plugins.model.built_page import Moment
from plugins.model.content import Content, Document
from plugins.model.items import Item, Question
from plugins.model.meeting import Meeting
from plugins.model.outcomes import Key, replaced

FOLLOWED = "suivi/"
# Said in the masculine of what is to follow, looked for in one word.
_SAME = {"abandonne": "abandonnee", "suspendu": "suspendue", "remplace": "remplacee", "renvoye": "renvoyee"}
# The pages that tell all of a kind in a state: address, kind, states.
_LISTS = (
    (FOLLOWED, "questions", ("ouverte", "reportee")),
    (FOLLOWED, "suites", ("retard", "a-faire")),
    (FOLLOWED, "actions", ("retard", "a-faire")),
    (FOLLOWED, "changements", ("",)),
    (DECISIONS, "decisions", ("", "en-vigueur", "passee", "remplacee")),
    ("reunions/", "reunions", ("", "a-venir")),
)


def moments(content: Content, today: date) -> Iterator[Moment]:
    """Of each meeting and its entries, of each action, of each actor that closed; then the pages that tell them all.

    Args:
        content: names of persons masked.
        today: the day of the build: what is late depends on it.
    """
    open_ = {duty.url: ("a-faire", *(["retard"] if duty.overdue else [])) for duty in duties(content, today)}
    instead, decisions = replaced(content), registers(content, today)
    for meeting in content.meetings.values():
        yield from _of_meeting(meeting, open_, instead, today)
    for one in decisions:
        for decided in (*one.in_force, *one.past):
            states = ("en-vigueur",) if decided.in_force else ("passee", *(["remplacee"] if decided.replaced_by else []))
            day = decided.meeting.record.date
            yield Moment(decided.meeting.url, "decisions", decided.decision.id or "", states, day)
    for step in content.steps.values():
        own = step.record
        moved = max((one.date for one in own.historique), default=None)
        yield Moment(step.url, "actions", "", (own.avancement, *open_.get(step.url, ())), moved)
    for slug, actor in content.actors.items():
        ended = actor.record.fin if slug in content.closed else None
        yield Moment(actor.url, "acteurs", "", ("fermee",) if ended else (), ended.date if ended else None)
    if content.meetings:
        for url, kind, states in _LISTS:
            if url != DECISIONS or decisions:
                yield Moment(url, kind, "", states, lists=True)


def _of_meeting(
    meeting: Document[Meeting], open_: Mapping[str, tuple[str, ...]], instead: Container[Key], today: date
) -> Iterator[Moment]:
    own = meeting.record
    told = () if own.etat == "tenue" else (own.etat,)
    states = (*told, *(["a-venir"] if own.date > today else []))
    yield Moment(meeting.url, "reunions", "", states, own.date)
    for key, items in own.items().items():
        for item in items if key != "decisions" else ():
            anchor = item.id or ""
            found = [*_states(item), *open_.get(f"{meeting.url}#{anchor}", ())]
            if (meeting.slug, anchor) in instead:
                found.append("remplacee")
            yield Moment(meeting.url, key, anchor, tuple(dict.fromkeys(found)), own.date)


def _states(item: Item) -> Iterator[str]:
    """What the entry itself says of how far it is."""
    if isinstance(item, Question) and item.open:
        yield "ouverte"
    for key in ("statut", "etat"):
        state = getattr(item, key, None)
        if state:
            yield _SAME.get(state, state)
