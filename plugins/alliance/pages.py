"""The content, its bodies and the day → the pages of the alliance and of what came of its meetings: where each stands, its template, what it is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from operator import attrgetter, itemgetter

from plugins.alliance.alliance import alliance
from plugins.alliance.comparison import comparison_pages
from plugins.alliance.freshness import STATES, freshness
from plugins.alliance.publics import figures, lately, practices, publics, rural_entries, rural_terms
from plugins.crosslinks.backlink_records import Backlinks
from plugins.followup.agenda import agenda
from plugins.followup.deciding import URL as DECISIONS
from plugins.followup.deciding import registers
from plugins.followup.following import changes
from plugins.followup.passages import Asked, ToldPassage
from plugins.followup.themes import URL as THEMES
from plugins.followup.themes import Headed, themes
from plugins.followup.trace import born, trace
from plugins.model.built_page import BuiltPage
from plugins.model.content import Content, Document
from plugins.model.meeting import Meeting
from plugins.model.sessions import recent


def alliance_pages(
    content: Content,
    passages_of: Callable[[Document[Meeting]], Callable[[Sequence[Asked]], Sequence[ToldPassage | None]]],
    backlinks: Mapping[str, Backlinks],
    texts: Mapping[str, Headed],
    today: date,
) -> Iterator[BuiltPage]:
    """Every page that this room builds.

    Args:
        content: names of persons masked.
        passages_of: of a meeting, what finds the paragraphs that tell its entries.
        backlinks: by page key, who speaks of it.
        texts: by page key, its body, with its headings.
        today: the day of the build.
    """
    for compared in comparison_pages(content):
        yield BuiltPage(compared.url, "comparaison", {"compared": compared})
    sheets = freshness(content, today)
    groups = [(state, [one for one in sheets if one.state == state]) for state in STATES]
    yield BuiltPage("reseau/", "reseau", {"sheets": sheets, "groups": [group for group in groups if group[1]]})
    plan = agenda(content, today)
    yield BuiltPage(
        "suivi/",
        "suivi",
        {"agenda": plan, "changes": changes(content), "recent": recent(content)},
    )
    for year in plan.years:
        yield BuiltPage(year.url, "suivi_annee", {"open": year, "years": plan.years})
    if decided := registers(content, today):
        yield BuiltPage(DECISIONS, "decisions", {"registers": decided})
    if spoken := themes(content, texts):
        yield BuiltPage(THEMES, "themes", {"themes": spoken})
        for theme in spoken:
            yield BuiltPage(theme.url, "theme", {"theme": theme})
    yield BuiltPage(
        "alliance/",
        "alliance",
        {
            "alliance": alliance(content, backlinks),
            "publics": publics(content),
            "rural_terms": rural_terms(content),
            "rural": lately(content, rural_entries(content), attrgetter("meeting"), 6),
            "practices": lately(content, practices(content), itemgetter(0)),
            "figures": lately(content, figures(content), itemgetter(0), 8),
        },
    )
    consequences = born(content)
    for meeting in content.meetings.values():
        if meeting.record.has_items:
            traced = trace(meeting, passages_of(meeting), consequences)
            yield BuiltPage(traced.url, "trace", {"trace": traced})
