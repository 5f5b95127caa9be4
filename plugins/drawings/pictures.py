"""What the rooms before know → the five pictures of the site, for templates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from markupsafe import Markup

from plugins.alliance.freshness import Freshness
from plugins.crosslinks.backlink_records import CitedActor
from plugins.drawings import chain, matrix, renewals, time_thread, timeline, together
from plugins.drawings.renewals import Span
from plugins.drawings.svg import Drawing
from plugins.drawings.timeline import Move
from plugins.model.content import Content
from plugins.needs.relay import Relay

F = TypeVar("F")


@dataclass(frozen=True)
class Picture(Generic[F]):
    """One picture.

    Attributes:
        facts: all that it shows; its text tells the same.
        drawings: one, or one for a telephone and one for a desk.
        flat: whether it is an image without links.
    """

    facts: F
    drawings: tuple[Drawing, ...]
    flat: bool = False

    def svg(self, root: str, label: str) -> Markup:
        """Its drawings.

        Args:
            root: the site's root as the page sees it.
            label: id of the element of the page that names the picture.
        """
        return Markup("").join(one.written(root, label, self.flat) for one in self.drawings)


@dataclass(frozen=True)
class Pictures:
    """All of them, and what their texts say in the same words."""

    chain: Picture[chain.Chain]
    together: Picture[together.Together]
    matrix: Picture[matrix.Matrix]
    timeline: Picture[timeline.Timeline]
    renewals: Picture[renewals.Renewals]

    @staticmethod
    def moved(move: Move) -> str:
        """What moved on the road map, in words."""
        return time_thread.moved(move)

    @staticmethod
    def span(span: Span) -> str:
        """The months of a row, in words."""
        return renewals.span_name(span)


def pictures(
    content: Content,
    today: date,
    relays: Mapping[str, Relay],
    companions: Mapping[str, Iterable[CitedActor]],
    sheets: Sequence[Freshness],
) -> Pictures:
    """Draw everything.

    Args:
        content: names of persons masked.
        today: the day of the build.
        relays: by slug of the need.
        companions: by page key of an actor, those mentioned in the same passages.
        sheets: how fresh each sheet is.
    """
    passed, cited = chain.chain(content, relays), together.together(content, companions)
    crossed, told = matrix.matrix(content), timeline.timeline(content, today)
    due = renewals.renewals(sheets, today)
    return Pictures(
        Picture(passed, chain.drawings(passed)),
        Picture(cited, together.drawings(cited)),
        Picture(crossed, matrix.drawings(crossed)),
        Picture(told, (time_thread.drawing(told),)),
        Picture(due, (renewals.drawing(due),), flat=True),
    )
