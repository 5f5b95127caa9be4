"""What the pages of the content show, kind by kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plugins.alliance.freshness import Freshness
from plugins.crosslinks.backlink_records import Attribution, Backlinks, CitedActor, CitedFamily, Position
from plugins.exports.catalogue import Catalogue
from plugins.followup.following import Expected
from plugins.glossary.entries import GlossaryEntry
from plugins.model.next_meeting import NextMeeting
from plugins.needs.eligibility import Eligibility
from plugins.needs.relay import Relay
from plugins.needs.ways import Nearby, Way
from plugins.registry.registry import Registry
from plugins.sheets.fingerprint import Paper
from plugins.views.around import View, Written


@dataclass(frozen=True)
class PageView(View):
    """A page of the content that shows no more than its file says, or what the whole site has around it."""

    page: Written
    card_file: str


@dataclass(frozen=True)
class PlainView(PageView):
    """A page of `pages/`; `catalogue` is told by the one about data."""

    catalogue: Catalogue | None


@dataclass(frozen=True)
class MentionedView(PageView):
    """A page of the content that says who speaks of it: of a family, of the approach."""

    backlinks: Backlinks | None


@dataclass(frozen=True)
class ActorView(MentionedView):
    """The sheet of an actor; of one that closed there is nothing to check, and no paper."""

    attributed: tuple[Attribution, ...]
    positions: tuple[Position, ...]
    companions: tuple[CitedActor, ...]
    eligibility: Eligibility
    expected: Expected | None
    fresh: Freshness | None
    next_meetings: tuple[NextMeeting, ...]
    paper: Paper | None
    places: tuple[Nearby, ...]
    terms: tuple[GlossaryEntry, ...]
    ways: tuple[Way, ...]


@dataclass(frozen=True)
class NeedView(PageView):
    """A need, and who answers it."""

    eligibility: Eligibility
    paper: Paper
    relay: Relay


@dataclass(frozen=True)
class MeetingView(View):
    """The minutes of a meeting; `consequences` counts, by the id of an entry, what rests on it; `registry` knows the names of that day."""

    article: Written
    card_file: str
    consequences: Mapping[str, int]
    mentioned_actors: tuple[CitedFamily, ...]
    registry: Registry
