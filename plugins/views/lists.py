"""What the pages show from which one sets out: the home page, the lists, the finder, the glossary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plugins.alliance.comparison import ComparisonPage
from plugins.crosslinks.overview_records import Overview
from plugins.drawings.pictures import Pictures
from plugins.exports.inclusion_quality import Quality
from plugins.followup.following import OpenQuestion
from plugins.followup.news import News
from plugins.glossary.entries import GlossaryEntry
from plugins.model.next_meeting import NextMeeting
from plugins.needs.eligibility import Eligibility
from plugins.needs.finder import Finder
from plugins.needs.relay import Relay
from plugins.views.around import View


@dataclass(frozen=True)
class HomeView(View):
    """The home page; `relays` are those of the needs that cannot wait."""

    finder: Finder
    next_meetings: tuple[NextMeeting, ...]
    open_questions: tuple[OpenQuestion, ...]
    relays: Mapping[str, Relay]


@dataclass(frozen=True)
class FinderView(View):
    """The finder; `rural_entries` says whether meetings spoke of rural areas."""

    finder: Finder
    finder_data: str
    eligibility: Eligibility
    rural_entries: bool


@dataclass(frozen=True)
class PicturesView(View):
    """A list with a picture: of the road map."""

    pictures: Pictures


@dataclass(frozen=True)
class NeedsView(PicturesView):
    """All needs; `relays` are those of the needs that cannot wait."""

    relays: Mapping[str, Relay]


@dataclass(frozen=True)
class SearchView(View):
    """The search page; `relays` are those of the needs that cannot wait."""

    relays: Mapping[str, Relay]


@dataclass(frozen=True)
class MeetingsView(PicturesView):
    """All meetings."""

    next_meetings: tuple[NextMeeting, ...]
    news: tuple[News, ...]


@dataclass(frozen=True)
class GlossaryView(View):
    """The glossary."""

    glossary_entries: tuple[GlossaryEntry, ...]
    eligibility: Eligibility


@dataclass(frozen=True)
class EditorsView(View):
    """What an editor sees of the links, and of what directories are given."""

    overview: Overview
    quality: Quality | None


@dataclass(frozen=True)
class CompareView(View):
    """Where the actors to compare are chosen."""

    comparison_data: str
    comparison_pages: tuple[ComparisonPage, ...]
