"""The meetings → what was said of each theme, year by year, and where it is said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Protocol

from plugins.model.content import Content, Document
from plugins.model.items import Item
from plugins.model.meeting import Meeting
from plugins.model.sessions import recent
from plugins.model.themes import by_theme
from plugins.text.slugs import slugify

URL = "suivi/themes/"


class Heading(Protocol):
    """A heading of a body: its id and its text."""

    @property
    def id(self) -> str:
        """Its anchor."""
        ...

    @property
    def text(self) -> str:
        """Its words."""
        ...


class Headed(Protocol):
    """A body with its headings."""

    @property
    def headings(self) -> Sequence[Heading]:
        """In order."""
        ...


@dataclass(frozen=True)
class Spoken:
    """What one meeting said of a theme.

    Attributes:
        meeting: the meeting.
        anchor: of the part of its text that bears the theme's name; empty when none does.
        lists: (key of the list, its entries of that theme), no empty list.
        recent: whether the page still tells it whole; of an older one it counts.
    """

    meeting: Document[Meeting]
    anchor: str
    lists: tuple[tuple[str, tuple[Item, ...]], ...]
    recent: bool


@dataclass(frozen=True)
class Theme:
    """A theme of the meetings.

    Attributes:
        slug: what its ways of writing have in common.
        title: as the newest meeting writes it.
        years: (year, meetings that spoke of it), both newest first.
    """

    slug: str
    title: str
    years: tuple[tuple[int, tuple[Spoken, ...]], ...]

    @property
    def url(self) -> str:
        """Its address under the site's root."""
        return f"{URL}{self.slug}/"

    @property
    def count(self) -> int:
        """How many meetings spoke of it."""
        return sum(len(meetings) for _, meetings in self.years)

    @property
    def last(self) -> date:
        """The day of the newest of them."""
        return self.years[0][1][0].meeting.record.date


def themes(content: Content, texts: Mapping[str, Headed]) -> tuple[Theme, ...]:
    """Each theme, the last spoken of first.

    Args:
        content: names of persons masked.
        texts: by key of a meeting, its body.
    """
    new = recent(content)
    found = []
    for slug, meetings in by_theme(content).items():
        title = next(one for one in meetings[0].record.themes if slugify(one) == slug)
        told = [_spoken(slug, meeting, texts[meeting.key].headings, meeting.slug in new) for meeting in meetings]
        years = groupby(told, key=lambda one: one.meeting.record.date.year)
        found.append(Theme(slug, title, tuple((year, tuple(own)) for year, own in years)))
    return tuple(found)


def _spoken(slug: str, meeting: Document[Meeting], headings: Sequence[Heading], is_new: bool) -> Spoken:
    anchor = next((one.id for one in headings if slugify(one.text) == slug), "")
    lists = (
        (key, tuple(one for one in items if slugify(one.theme or "") == slug)) for key, items in meeting.record.items().items()
    )
    return Spoken(meeting, anchor, tuple((key, items) for key, items in lists if items), is_new)
