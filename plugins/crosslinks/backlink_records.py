"""What pages are told of the mentions that lead to them: plain immutable values, texts not yet typeset."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from plugins.model.kinds import Kind


@dataclass(frozen=True)
class Excerpt:
    """The sentence of a mention, in three pieces; a long one is cut around the mention.

    Attributes:
        before, mention, after: joined, they are the sentence, without the comma or semicolon of a list.
        anchor: id of its paragraph, on the page of its group; empty when it has none.
        speakers: names of who speaks, those of the meeting's day.
    """

    before: str
    mention: str
    after: str
    anchor: str
    speakers: tuple[str, ...] = ()


@dataclass(frozen=True)
class CitingPage:
    """One page that speaks of the target.

    Attributes:
        page_key: its identity.
        title: its title.
        url: its address under the site's root.
        date: day of a meeting; None for any other page.
        kind: its kind.
        excerpts: one a sentence, in the order of the text.
        count: how many mentions, those of one sentence included.
    """

    page_key: str
    title: str
    url: str
    date: date | None
    kind: Kind
    excerpts: tuple[Excerpt, ...]
    count: int


@dataclass(frozen=True)
class Backlinks:
    """All pages that speak of a target: meetings, newest first, then the others; `total` is the sum of their counts."""

    groups: tuple[CitingPage, ...]
    total: int


@dataclass(frozen=True)
class CitedActor:
    """An actor and how often it is mentioned, or mentioned beside another one."""

    slug: str
    title: str
    url: str
    family: str
    count: int


@dataclass(frozen=True)
class CitedFamily:
    """A family and those of its actors that a page mentions, the most mentioned first."""

    slug: str
    title: str
    url: str
    actors: tuple[CitedActor, ...]


@dataclass(frozen=True)
class Statement:
    """An entry of a meeting's lists that names an actor.

    Attributes:
        item: its id, which is its anchor on the meeting's page; None when it has none.
        text: its text.
        associated: whether the actor only takes part (`avec`) in what others are charged with.
        theme: of which it is, as the minutes write it; empty when they do not say.
    """

    item: str | None
    text: str
    associated: bool = False
    theme: str = ""


@dataclass(frozen=True)
class Position:
    """The last thing that meetings note of an actor on one theme; `key` is the list in which it stands."""

    theme: str
    url: str
    date: date
    key: str
    statement: Statement


@dataclass(frozen=True)
class Attribution:
    """What one meeting attributes to an actor; `lists` holds (key of the front matter, entries), no empty list.

    Attributes:
        recent: whether pages still tell it whole; of an older one they count.
    """

    page_key: str
    title: str
    url: str
    date: date
    lists: tuple[tuple[str, tuple[Statement, ...]], ...]
    recent: bool = True
