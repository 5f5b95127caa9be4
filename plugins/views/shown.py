"""What rooms found about the whole site, before it is told page by page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plugins.alliance.comparison import ComparisonPage
from plugins.alliance.freshness import Freshness
from plugins.alliance.publics import Told
from plugins.crosslinks.backlink_records import Attribution, Backlinks, CitedActor, CitedFamily
from plugins.crosslinks.overview_records import Overview
from plugins.crosslinks.texts import Texts
from plugins.drawings.pictures import Pictures
from plugins.exports.catalogue import Catalogue
from plugins.followup.following import Expected, OpenQuestion
from plugins.followup.trace import Key
from plugins.glossary.entries import GlossaryEntry
from plugins.model.committees import Committees
from plugins.model.content import Content, Document
from plugins.model.next_meeting import NextMeeting
from plugins.model.records import Page
from plugins.needs.eligibility import Eligibility
from plugins.needs.finder import Finder
from plugins.needs.relay import Relay
from plugins.needs.ways import Nearby, Way
from plugins.presentation.legal import LegalPage
from plugins.presentation.reporting import Reporting
from plugins.registry.registry import Registry
from plugins.sheets.fingerprint import Paper


@dataclass(frozen=True)
class Shown:
    """All of it; keys are those of pages, or slugs."""

    site: Content
    registry: Registry
    texts: Texts
    reporting: Reporting
    overview: Overview
    glossary_entries: tuple[GlossaryEntry, ...]
    glossary_of_actor: Mapping[str, tuple[GlossaryEntry, ...]]
    backlinks: Mapping[str, Backlinks]
    mentioned_actors: Mapping[str, tuple[CitedFamily, ...]]
    companions: Mapping[str, tuple[CitedActor, ...]]
    attributed: Mapping[str, tuple[Attribution, ...]]
    ways: Mapping[str, tuple[Way, ...]]
    nearby: Mapping[str, tuple[Nearby, ...]]
    relays: Mapping[str, Relay]
    eligibility: Eligibility
    rural_entries: tuple[Told, ...]
    finder: Finder
    finder_data: str
    comparison_points: tuple[str, ...]
    comparison_pages: tuple[ComparisonPage, ...]
    comparison_data: str
    fresh: Mapping[str, Freshness]
    consequences: Mapping[Key, tuple[Document[Page], ...]]
    open_questions: tuple[OpenQuestion, ...]
    expected: Mapping[str, Expected]
    legal_pages: tuple[LegalPage, ...]
    papers: Mapping[str, Paper]
    pictures: Pictures
    next_meetings: tuple[NextMeeting, ...]
    card_file: str
    search: Mapping[str, str]
    structured_data: Mapping[str, str]
    catalogue: Catalogue
    feed_url: str
    manifest: str
    palette: str
    paper_colours: tuple[str, str]
    logo: str
    committees: Committees
