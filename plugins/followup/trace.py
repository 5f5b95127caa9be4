"""The content → what came of each entry of a meeting: needs and steps that rest on it, the meeting that answered it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from plugins.followup.passages import Asked, ToldPassage
from plugins.model.content import Content, Document, once
from plugins.model.items import Item
from plugins.model.meeting import Meeting
from plugins.model.records import Page

# A meeting's slug and the id of an entry of its lists.
Key = tuple[str, str]


@dataclass(frozen=True)
class TracedEntry:
    """An entry of a meeting's lists.

    Attributes:
        kind: the key of its list, such as `questions`.
        item: the entry.
        actors: slugs of who says it, or is charged with it.
        born: needs and steps that rest on it.
    """

    kind: str
    item: Item
    actors: tuple[str, ...]
    born: tuple[Document[Page], ...]

    @property
    def answered_by(self) -> str | None:
        """Slug of the meeting that answered the question."""
        found: str | None = getattr(self.item, "repondue_par", None)
        return found


@dataclass(frozen=True)
class Stretch:
    """A paragraph of the minutes and the entries that tell it; None for entries that no paragraph tells."""

    passage: ToldPassage | None
    entries: tuple[TracedEntry, ...]


def trace_url(meeting: Document[Meeting]) -> str:
    """Address, under the site's root, of what came of a meeting."""
    return f"{meeting.url}trace/"


@dataclass(frozen=True)
class Trace:
    """A whole meeting, from its words to what came of them.

    Attributes:
        meeting: the meeting.
        stretches: in the order of the minutes; entries without paragraph last.
    """

    meeting: Document[Meeting]
    stretches: tuple[Stretch, ...]

    @property
    def entries(self) -> tuple[TracedEntry, ...]:
        """All entries."""
        return tuple(entry for stretch in self.stretches for entry in stretch.entries)

    @property
    def followed(self) -> int:
        """How many entries a need or a step rests on."""
        return sum(1 for entry in self.entries if entry.born)

    @property
    def url(self) -> str:
        """Its address under the site's root."""
        return trace_url(self.meeting)


@once
def born(content: Content) -> dict[Key, tuple[Document[Page], ...]]:
    """What rests on each entry: needs first, then steps, each in the order of their files."""
    found: dict[Key, list[Document[Page]]] = defaultdict(list)
    for document in (*content.needs.values(), *content.steps.values()):
        origins: Any = document.record
        for origin in origins.origine:
            if document not in found[origin.reunion, origin.id]:
                found[origin.reunion, origin.id].append(document)
    return {key: tuple(documents) for key, documents in found.items()}


def trace(
    meeting: Document[Meeting],
    passages_of: Callable[[Sequence[Asked]], Sequence[ToldPassage | None]],
    consequences: Mapping[Key, tuple[Document[Page], ...]],
) -> Trace:
    """One meeting.

    Args:
        meeting: the meeting.
        passages_of: for each of its entries, the paragraph of its text that tells it.
        consequences: from `born`.
    """
    entries = list(_entries(meeting, consequences))
    told = passages_of([(entry.item.texte, entry.actors) for entry in entries])
    by_passage: dict[ToldPassage | None, list[TracedEntry]] = defaultdict(list)
    for entry, passage in zip(entries, told, strict=True):
        by_passage[passage].append(entry)
    ordered = sorted(by_passage, key=lambda passage: (passage is None, passage.rank if passage else 0))
    return Trace(meeting, tuple(Stretch(passage, tuple(by_passage[passage])) for passage in ordered))


def _entries(meeting: Document[Meeting], consequences: Mapping[Key, tuple[Document[Page], ...]]) -> Iterator[TracedEntry]:
    for kind, items in meeting.record.items().items():
        for item in items:
            key = (meeting.slug, item.id or "")
            yield TracedEntry(kind, item, actors_of(item), consequences.get(key, ()) if item.id else ())


def actors_of(item: Item) -> tuple[str, ...]:
    """Slugs of who says an entry, or is charged with it."""
    one = getattr(item, "acteur", None)
    several = (*getattr(item, "acteurs", ()), *getattr(item, "porteurs", ()))
    return tuple(dict.fromkeys((one, *several) if one else several))
