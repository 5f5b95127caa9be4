"""What an editor sees of the links: of one page, of all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from plugins.crosslinks.mention import Mention, Skip
from plugins.crosslinks.unused_aliases import Unused
from plugins.diagnostics import Diagnostic
from plugins.model.content import Document
from plugins.model.messages import new_actor
from plugins.model.records import Page

_UNCLEAR = frozenset((Skip.AMBIGUOUS, Skip.UNKNOWN))


@dataclass(frozen=True)
class SitePlace:
    """A place of the site and of its files.

    Attributes:
        document: the page.
        anchor: id of the paragraph; empty when it has none.
        line: in the file.
    """

    document: Document[Page] = field(repr=False)
    anchor: str
    line: int

    @property
    def url(self) -> str:
        """Its address under the site's root."""
        return self.document.url + (f"#{self.anchor}" if self.anchor else "")


@dataclass(frozen=True)
class Seen:
    """A mention, where it stands, and the names of what it leads to or may mean."""

    mention: Mention
    passage: SitePlace
    names: tuple[str, ...]

    @property
    def surface(self) -> str:
        """What the page writes, on one line."""
        return " ".join(self.mention.surface.replace("\u00ad", "").split())


@dataclass(frozen=True)
class Group:
    """Mentions of one page that have something in common: `what`, the words written, the passages."""

    what: str
    target: str
    surfaces: tuple[str, ...]
    passages: tuple[SitePlace, ...]


@dataclass(frozen=True)
class PageOverview:
    """What was found on one page; `day` is that of a meeting."""

    document: Document[Page]
    day: date | None
    seen: tuple[Seen, ...]
    likely: tuple[tuple[str, tuple[str, ...], SitePlace], ...] = field(repr=False)

    @property
    def linked(self) -> int:
        """How many mentions are links."""
        return sum(1 for one in self.seen if one.mention.linked)

    @property
    def by_target(self) -> list[Group]:
        """Linked mentions, one group a target, in the order of the text."""
        return _grouped((one.names[0], one.mention.target, one) for one in self.seen if one.mention.linked)

    @property
    def by_reason(self) -> list[Group]:
        """Mentions left without a link, one group a reason."""
        return _grouped((str(one.mention.skipped), "", one) for one in self.seen if one.mention.skipped)


@dataclass(frozen=True)
class Likely:
    """An actor that texts seem to name and that has no page.

    Attributes:
        name: its most frequent spelling, without article.
        slug: the file name that it would have.
        passages: where, in order.
    """

    name: str
    slug: str
    passages: tuple[SitePlace, ...]

    @property
    def command(self) -> str:
        """What makes its page."""
        return new_actor(self.name)


@dataclass(frozen=True)
class Overview:
    """Everything.

    Attributes:
        pages: meetings newest first, then the other pages; those without a mention are left out.
        likely: actors without a page, the most often named first.
        unused: forms that no text needs.
        claimed: forms that two pages claim.
    """

    pages: tuple[PageOverview, ...]
    likely: tuple[Likely, ...]
    unused: tuple[Unused, ...]
    claimed: tuple[Diagnostic, ...]

    @property
    def unclear(self) -> tuple[Seen, ...]:
        """Names that may mean several pages or persons, and persons whom nobody declared."""
        return tuple(one for page in self.pages for one in page.seen if one.mention.skipped in _UNCLEAR)

    @property
    def mentions(self) -> int:
        """How many were found."""
        return sum(len(page.seen) for page in self.pages)

    @property
    def linked(self) -> int:
        """How many are links."""
        return sum(page.linked for page in self.pages)


def _grouped(named: Iterable[tuple[str, str, Seen]]) -> list[Group]:
    groups: dict[tuple[str, str], list[Seen]] = {}
    for what, target, one in named:
        groups.setdefault((what, target), []).append(one)
    return [
        Group(
            what,
            target,
            tuple(dict.fromkeys(one.surface for one in members)),
            tuple({(one.passage.line, one.passage.anchor): one.passage for one in members}.values()),
        )
        for (what, target), members in groups.items()
    ]
