"""What became of the entries of meetings, told beside the minutes: checked, then laid over them; the minutes stay as they were.

`suivi.yml` holds one entry a change. `remplace`, on a newer entry, says the same of what it takes the place of.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from plugins.diagnostics import Diagnostic, Place, shortened
from plugins.model.content import Content, Document, once
from plugins.model.items import Item, Question
from plugins.model.lists import Outcome
from plugins.model.meeting import Meeting
from plugins.model.messages import hint

# A meeting's slug and the id of an entry of its lists.
Key = tuple[str, str]

# By list, the key of an entry that holds its state, and what it may become.
_STATES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "questions": ("statut", ("repondue", "reportee", "retiree", "caduque", "rouverte")),
    "propositions": ("statut", ("retenue", "reportee", "ecartee", "retiree", "caduque")),
    "suites": ("etat", ("a-faire", "en-cours", "fait", "abandonne", "suspendu", "remplace", "renvoye")),
    "decisions": ("etat", ("caduque",)),
}


@dataclass(frozen=True)
class Entry:
    """An entry of a meeting: `kind` is the key of its list, `rank` its place in it."""

    meeting: Document[Meeting]
    kind: str
    rank: int
    item: Item

    @property
    def place(self) -> Place:
        """Where it is written."""
        return self.meeting.place(self.kind, self.rank)


@once
def entries(content: Content) -> Mapping[Key, Entry]:
    """Every entry that has an id."""
    return {
        (meeting.slug, item.id): Entry(meeting, kind, rank, item)
        for meeting in content.meetings.values()
        for kind, items in meeting.record.items().items()
        for rank, item in enumerate(items)
        if item.id
    }


@once
def since(content: Content) -> Mapping[Key, Outcome]:
    """The last change of each entry that changed."""
    return {(one.reunion, one.id): one for one in sorted(content.outcomes, key=lambda one: one.date)}


@once
def replaced(content: Content) -> Mapping[Key, Entry]:
    """By what was replaced, the entry that took its place; the newest, when there are several."""
    newest_last = sorted(entries(content).values(), key=lambda one: (one.meeting.record.date, one.meeting.slug))
    return {(old.reunion, old.id): one for one in newest_last for old in one.item.remplace}


def settled(content: Content) -> Content:
    """The content whose entries have the state that they have today."""
    changes: dict[str, dict[str, dict[int, Item]]] = defaultdict(lambda: defaultdict(dict))
    known = entries(content)
    for key, outcome in since(content).items():
        entry = known.get(key)
        if entry and outcome.devient in _STATES.get(entry.kind, ("", ()))[1]:
            changes[key[0]][entry.kind][entry.rank] = _after(entry, outcome)
    for key in replaced(content):
        entry = known.get(key)
        if entry and entry.kind == "suites" and key not in since(content):
            changes[key[0]][entry.kind][entry.rank] = entry.item.model_copy(update={"etat": "remplace"})
    if not changes:
        return content
    meetings = {slug: _changed(meeting, changes.get(slug, {})) for slug, meeting in content.meetings.items()}
    return replace(content, meetings=meetings)


def _changed(meeting: Document[Meeting], lists: Mapping[str, Mapping[int, Item]]) -> Document[Meeting]:
    if not lists:
        return meeting
    update = {
        kind: [items.get(rank, item) for rank, item in enumerate(getattr(meeting.record, kind))] for kind, items in lists.items()
    }
    return replace(meeting, record=meeting.record.model_copy(update=update))


def _after(entry: Entry, outcome: Outcome) -> Item:
    key = _STATES[entry.kind][0]
    changed: dict[str, object] = {key: "ouverte" if outcome.devient == "rouverte" else outcome.devient}
    if entry.kind == "questions":
        answer = outcome.par if outcome.devient == "repondue" else None
        changed |= {"repondue_par": answer.reunion if answer else None, "passage": answer.passage if answer else None}
    return entry.item.model_copy(update=changed)


def check_outcomes(content: Content) -> Iterator[Diagnostic]:
    """Tell each change that cannot be: of nothing, to a state of another list, before its cause, two at once, in a circle."""
    seen: dict[tuple[Key, object], tuple[Outcome, Place]] = {}
    for outcome, place in zip(content.outcomes, content.outcome_places, strict=True):
        yield from _check_outcome(content, outcome, place)
        key = (outcome.reunion, outcome.id), outcome.date
        other, where = seen.setdefault(key, (outcome, place))
        if other.devient != outcome.devient:
            yield place.error(
                f"« {outcome.id} » devient « {other.devient} » (ligne {where.line}) et « {outcome.devient} » le même jour, "
                f"{outcome.date} — n'en garder qu'un, ou dater l'autre"
            )
    yield from _check_reopened(content)
    yield from _check_replacing(content)


def _check_outcome(content: Content, outcome: Outcome, place: Place) -> Iterator[Diagnostic]:
    meeting = content.meetings.get(outcome.reunion)
    if meeting is None:  # told with the other references, or faulty itself
        return
    entry = entries(content).get((outcome.reunion, outcome.id))
    if entry is None:
        ids = [key[1] for key in entries(content) if key[0] == outcome.reunion]
        yield place.error(f"la réunion {outcome.reunion} n'a pas d'élément « {outcome.id} »" + hint(outcome.id, ids))
        return
    states = _STATES.get(entry.kind, ("", ()))[1]
    if outcome.devient not in states:
        instead = f"écrire {', '.join(states)}" if states else "ce qui le remplace se dit par « remplace », dans l'autre réunion"
        yield place.error(f"« devient » : un élément de « {entry.kind} » n'est jamais « {outcome.devient} » — {instead}")
    if outcome.date < meeting.record.date:
        yield place.error(
            f"« date » : le {outcome.date} vient avant la réunion qui l'a noté ({meeting.record.date}) — vérifier l'année"
        )
    teller = content.meetings.get(outcome.par.reunion) if outcome.par else None
    if teller and teller.record.date < meeting.record.date:
        yield place.error(
            f"« par » : la réunion {teller.slug} est du {teller.record.date}, avant celle qui a noté « {outcome.id} » "
            f"({meeting.record.date}) — nommer une réunion plus récente"
        )
    if outcome.devient == "repondue" and outcome.par is None:
        yield place.warning("« repondue » : rien ne dit où est la réponse — ajouter « par: {reunion: …, passage: …} »")


def _check_reopened(content: Content) -> Iterator[Diagnostic]:
    """A question that is open again, and was never closed."""
    known = entries(content)
    for outcome, place in zip(content.outcomes, content.outcome_places, strict=True):
        key = (outcome.reunion, outcome.id)
        if outcome.devient != "rouverte" or key not in known:
            continue
        item = known[key].item
        closed = isinstance(item, Question) and not item.open
        before = [one for one in content.outcomes if (one.reunion, one.id) == key and one.date < outcome.date]
        if not closed and not before:
            yield place.error(
                f"« rouverte » : rien ne dit que « {outcome.id} » était close avant le {outcome.date} — "
                "ajouter d'abord comment elle l'a été (repondue, retiree, caduque)"
            )


def _check_replacing(content: Content) -> Iterator[Diagnostic]:
    known = entries(content)
    for key, entry in known.items():
        for old in entry.item.remplace:
            older = known.get((old.reunion, old.id))
            if older is None:
                continue
            if older.item is entry.item:
                yield entry.place.error(f"« remplace » : « {old.id} » se remplace lui-même — nommer un élément plus ancien")
            elif older.meeting.record.date > entry.meeting.record.date:
                yield entry.place.error(
                    f"« remplace » : « {old.id} » est du {older.meeting.record.date}, après la réunion qui le remplace "
                    f"({entry.meeting.record.date}) — c'est l'autre élément qui remplace celui-ci"
                )
            elif _returns(known, older, key):
                yield entry.place.error(
                    f"« remplace » : « {shortened(key[1])} » et « {old.id} » se remplacent l'un l'autre — garder le plus récent"
                )


def _returns(known: Mapping[Key, Entry], entry: Entry, to: Key) -> bool:
    """Whether what an entry replaces leads to one of them."""
    waiting, seen = [entry], set[Key]()
    while waiting:
        for old in waiting.pop().item.remplace:
            key = (str(old.reunion), old.id)
            if key == to:
                return True
            if key in known and key not in seen:
                seen.add(key)
                waiting.append(known[key])
    return False
