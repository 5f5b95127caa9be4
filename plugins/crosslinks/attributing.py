"""The lists of the meetings → for each actor, what it found, asked, proposed, or was charged with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from plugins.crosslinks.backlink_records import Attribution, Position, Statement
from plugins.model.content import Content, Document
from plugins.model.items import Item
from plugins.model.kinds import Kind
from plugins.model.meeting import Meeting
from plugins.model.sessions import recent
from plugins.text.slugs import slugify


def attributed(content: Content) -> dict[str, tuple[Attribution, ...]]:
    """By key of an actor, newest meeting first; lists and entries stand in the order of the minutes."""
    found: dict[str, list[Attribution]] = defaultdict(list)
    new = recent(content)
    for meeting in sorted(content.meetings.values(), key=lambda one: (one.record.date, one.slug), reverse=True):
        for actor, lists in _by_actor(meeting).items():
            record = meeting.record
            entries = tuple((key, tuple(statements)) for key, statements in lists.items())
            found[actor].append(Attribution(meeting.key, record.titre, meeting.url, record.date, entries, meeting.slug in new))
    return {actor: tuple(own) for actor, own in found.items()}


def positions(attributions: Iterable[Attribution]) -> tuple[Position, ...]:
    """The last position on each theme, the newest first; of one meeting, what it says first.

    Args:
        attributions: of one actor, newest meeting first.
    """
    found: dict[str, Position] = {}
    for one in attributions:
        for key, statements in one.lists:
            for statement in statements:
                if slug := slugify(statement.theme):
                    found.setdefault(slug, Position(statement.theme, one.url, one.date, key, statement))
    return tuple(found.values())


def _by_actor(meeting: Document[Meeting]) -> dict[str, dict[str, list[Statement]]]:
    found: dict[str, dict[str, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for name, items in meeting.record.items().items():
        for item in items:
            for slug, associated in dict(_actors(item)).items():
                found[Kind.ACTOR.key(slug)][name].append(Statement(item.id, item.texte, associated, item.theme or ""))
    return found


def _actors(item: Item) -> Iterator[tuple[str, bool]]:
    """(slug, whether it only takes part); an actor that also carries the entry comes last, and wins."""
    yield from ((slug, True) for slug in getattr(item, "avec", ()))
    yield from ((slug, False) for name in ("acteurs", "porteurs") for slug in getattr(item, name, ()))
    if getattr(item, "acteur", None):
        yield getattr(item, "acteur"), False  # noqa: B009 -- only some of the lists have one
