"""Documents → the orders in which every page lists them: each stands here once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TypeVar

from plugins.model.records import Page
from plugins.text.slugs import slugify

if TYPE_CHECKING:
    from plugins.model.content import Document
    from plugins.model.meeting import Meeting

P = TypeVar("P", bound=Page)
# From the street to the institution, then those who help the helpers.
RELAY = ("aller-vers", "les-deux", "aller-dans", "coordination", "ressource")
# Families are told apart by that many hues of the theme.
HUES = 8
# Pages of one kind that another one names beside itself: a list of all on every page would make a build quadratic.
MOST_NEIGHBOURS = 12


def title_key(document: Document[Page]) -> tuple[str, str]:
    """By title as a French reader sorts (accents, case and marks aside), then by file name."""
    return slugify(document.record.titre), document.slug


def rank_key(document: Document[Page]) -> tuple[bool, int, str, str]:
    """By `ordre` (those without one come last), then by title."""
    return document.record.ordre is None, document.record.ordre or 0, *title_key(document)


def by_title(documents: Iterable[Document[P]]) -> list[Document[P]]:
    """In alphabetical order."""
    return sorted(documents, key=title_key)


def ordered(documents: Iterable[Document[P]]) -> list[Document[P]]:
    """In the order that their editors chose, then in alphabetical order."""
    return sorted(documents, key=rank_key)


def hues(families: Iterable[Document[P]]) -> dict[str, int]:
    """The hue of each family, 1 to 8, by its rank: colour follows the order, whatever the families are called."""
    return {family.slug: 1 + rank % HUES for rank, family in enumerate(ordered(families))}


def neighbours(documents: Sequence[Document[P]], rank: int) -> Sequence[Document[P]]:
    """Those that stand nearest to that of a rank, itself left out; all of them when they are few."""
    start = max(0, min(rank - MOST_NEIGHBOURS // 2, len(documents) - MOST_NEIGHBOURS - 1))
    end = start + MOST_NEIGHBOURS + 1
    return [*documents[start:rank], *documents[rank + 1 : end]]


def oldest_first(meetings: Iterable[Document[Meeting]]) -> list[Document[Meeting]]:
    """By date, then by file name."""
    return sorted(meetings, key=lambda meeting: (meeting.record.date, meeting.slug))


def newest_first(meetings: Iterable[Document[Meeting]]) -> list[Document[Meeting]]:
    """The contrary of `oldest_first`."""
    return oldest_first(meetings)[::-1]
