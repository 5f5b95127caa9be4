"""What the pages show that no file of the content stands for, and that rooms build."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plugins.alliance.alliance import Alliance
from plugins.alliance.comparison import ComparisonPage
from plugins.alliance.freshness import Freshness
from plugins.alliance.publics import Lately, Public, Told
from plugins.drawings.pictures import Pictures
from plugins.exports.catalogue import Catalogue
from plugins.followup.agenda import Agenda, Year
from plugins.followup.deciding import Register
from plugins.followup.following import Change, Expected
from plugins.followup.themes import Theme
from plugins.followup.trace import Trace
from plugins.model.committees import Held, SharedActor
from plugins.model.content import Document
from plugins.model.items import Figure, Practice
from plugins.model.lists import Term
from plugins.model.meeting import Meeting
from plugins.model.next_meeting import NextMeeting
from plugins.needs.eligibility import Eligibility
from plugins.needs.plain import FinderPage
from plugins.presentation.legal import LegalPage
from plugins.sheets.sheet import Sheet
from plugins.views.around import View


@dataclass(frozen=True)
class HelpView(View):
    """Who helps one public, or in one place; `rural_entries` says whether meetings spoke of rural areas."""

    plain: FinderPage
    eligibility: Eligibility
    rural_entries: bool


@dataclass(frozen=True)
class SheetView(View):
    """A relay sheet; `code` is a drawing, `leads_to` the address in letters."""

    sheet: Sheet
    code: str | None
    leads_to: str


@dataclass(frozen=True)
class ComparisonView(View):
    """Actors of one family, side by side."""

    compared: ComparisonPage
    comparison_pages: tuple[ComparisonPage, ...]
    comparison_points: tuple[str, ...]


@dataclass(frozen=True)
class TraceView(View):
    """From what was said at a meeting to what came of it."""

    trace: Trace


@dataclass(frozen=True)
class LegalView(View):
    """A page that the law asks for; `catalogue` is told by the one about data."""

    legal: LegalPage
    catalogue: Catalogue | None


@dataclass(frozen=True)
class NetworkView(View):
    """How fresh each sheet is; `reached` are the actors that a way in is known of."""

    sheets: tuple[Freshness, ...]
    groups: list[tuple[str, list[Freshness]]]
    pictures: Pictures
    reached: frozenset[str]


@dataclass(frozen=True)
class FollowingView(View):
    """What is still open, and who has to do what."""

    agenda: Agenda
    changes: tuple[Change, ...]
    expected: Mapping[str, Expected]
    next_meetings: tuple[NextMeeting, ...]
    recent: frozenset[str]
    has_news: bool


@dataclass(frozen=True)
class OlderView(View):
    """What meetings of one year left open."""

    open: Year
    years: tuple[Year, ...]
    next_meetings: tuple[NextMeeting, ...]


@dataclass(frozen=True)
class DecisionsView(View):
    """What was decided, body by body."""

    registers: tuple[Register, ...]


@dataclass(frozen=True)
class ThemesView(View):
    """All that meetings spoke of."""

    themes: tuple[Theme, ...]


@dataclass(frozen=True)
class ThemeView(View):
    """What was said of one theme."""

    theme: Theme


@dataclass(frozen=True)
class CommitteesView(View):
    """Whose sites these are."""

    latest: tuple[Held, ...]
    shared: tuple[SharedActor, ...]


@dataclass(frozen=True)
class SharedActorView(View):
    """An actor that several committees know."""

    actor: SharedActor


@dataclass(frozen=True)
class AllianceView(View):
    """Who is part of the alliance, and what all share."""

    alliance: Alliance
    publics: tuple[Public, ...]
    rural_terms: tuple[Term, ...]
    rural: Lately[Told]
    practices: Lately[tuple[Document[Meeting], Practice]]
    figures: Lately[tuple[Document[Meeting], Figure]]
    eligibility: Eligibility
    pictures: Pictures
