"""The content → entry by public, what carries over to rural areas, practices tried, figures with their source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from plugins.model.content import Content, Document, once
from plugins.model.items import Figure, Item, Practice
from plugins.model.lists import Term
from plugins.model.meeting import Meeting
from plugins.model.orders import by_title, newest_first, ordered
from plugins.model.records import Actor, Need
from plugins.model.sessions import by_year, recent
from plugins.text.folding import fold

T = TypeVar("T")
# Entries of one list of the page; the others are counted.
MOST = 13
# Rural areas: what zones de revitalisation rurale were until 2024, France ruralités revitalisation since.
RURAL = ("zrr", "frr")


@dataclass(frozen=True)
class Public:
    """A public, the needs written for it, and who says that it is theirs, from the street to the institution."""

    code: str
    needs: tuple[Document[Need], ...]
    actors: tuple[Document[Actor], ...]


@dataclass(frozen=True)
class Told:
    """An entry of a meeting, and its list."""

    meeting: Document[Meeting]
    kind: str
    item: Item


def publics(content: Content) -> tuple[Public, ...]:
    """The one that the site puts before the others, then those of whom most pages speak."""
    first = content.site.record.public_d_abord
    needs = ordered(content.needs.values())
    actors = by_title(content.living.values())
    named = [*(need.record.publics for need in needs), *(actor.record.publics for actor in actors)]
    counted = Counter(str(public) for own in named for public in set(own))
    return tuple(
        Public(
            code,
            tuple(need for need in needs if code in need.record.publics),
            tuple(actor for actor in actors if code in actor.record.publics),
        )
        for code in sorted(counted, key=lambda code: (code != first, -counted[code], code))
    )


@once
def rural_terms(content: Content) -> tuple[Term, ...]:
    """What the glossary says of rural areas."""
    return tuple(term for term in content.glossary if (term.sigle or "").casefold() in RURAL)


@once
def rural_entries(content: Content) -> tuple[Told, ...]:
    """Every entry of a meeting that names rural areas: what carries over to them."""
    return tuple(told for told in _entries(content) if not set(RURAL).isdisjoint(_words(told.item.texte)))


@dataclass(frozen=True)
class Older:
    """What meetings of one year said that pages no longer tell whole: (meeting, how much), newest first."""

    year: int
    meetings: tuple[tuple[Document[Meeting], int], ...]


@dataclass(frozen=True)
class Lately(Generic[T]):
    """What recent meetings said, `told`, no more than `MOST`; and a line a year for the others, `older`."""

    told: tuple[T, ...]
    older: tuple[Older, ...]


def lately(content: Content, told: Sequence[T], meeting_of: Callable[[T], Document[Meeting]], most: int = MOST) -> Lately[T]:
    """Entries cut in two, so that a page does not grow with each meeting.

    Args:
        content: whose meetings they are.
        told: in the order of pages.
        meeting_of: which meeting said one.
        most: entries that are told; the others are counted.
    """
    new = recent(content)
    kept = [one for one in told if meeting_of(one).slug in new][:most]
    counted = Counter(meeting_of(one).slug for one in told) - Counter(meeting_of(one).slug for one in kept)
    years = by_year([content.meetings[slug] for slug in counted])
    older = (Older(year, tuple((one, counted[one.slug]) for one in own)) for year, own in years)
    return Lately(tuple(kept), tuple(older))


def practices(content: Content) -> tuple[tuple[Document[Meeting], Practice], ...]:
    """What was tried: those that say what came of it first; then newest meeting first."""
    found = [(meeting, practice) for meeting in newest_first(content.meetings.values()) for practice in meeting.record.pratiques]
    return tuple(sorted(found, key=lambda one: one[1].resultat is None))


def figures(content: Content) -> tuple[tuple[Document[Meeting], Figure], ...]:
    """Every figure that was given, newest meeting first."""
    return tuple((meeting, figure) for meeting in newest_first(content.meetings.values()) for figure in meeting.record.chiffres)


def _entries(content: Content) -> Iterator[Told]:
    for meeting in newest_first(content.meetings.values()):
        for kind, items in meeting.record.items().items():
            yield from (Told(meeting, kind, item) for item in items)


def _words(text: str) -> list[str]:
    return fold(text).replace("'", " ").split()
