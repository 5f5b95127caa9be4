"""The content, its bodies and the day → the pages of the network: where each stands, its template, what it is given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from plugins.backlinks.records import Backlinks
from plugins.model.content import Content
from plugins.network.alliance import alliance
from plugins.network.comparison import POINTS, comparison_pages
from plugins.network.following import changes, charges, duties, expected, open_questions
from plugins.network.freshness import STATES, freshness
from plugins.network.legal import legal_pages
from plugins.network.publics import figures, practices, publics, rural
from plugins.network.trace import born, trace


@dataclass(frozen=True)
class NetworkPage:
    """One page to write.

    Attributes:
        url: its address under the site's root.
        template: name of its template.
        values: what the template is given besides the context.
    """

    url: str
    template: str
    values: Mapping[str, Any] = field(default_factory=dict)


def for_templates(content: Content, today: date) -> dict[str, Any]:
    """What all templates may show: `comparison_points`, `comparison_pages`; `fresh`, by slug of the actor; `consequences`; `open_questions`; `expected`, by slug of the actor; `legal_pages`."""
    return {
        "comparison_points": POINTS,
        "comparison_pages": comparison_pages(content),
        "fresh": {one.actor.slug: one for one in freshness(content, today)},
        "consequences": born(content),
        "open_questions": open_questions(content),
        "expected": expected(content, today),
        "legal_pages": legal_pages(content),
    }


def network_pages(
    content: Content, bodies: Mapping[str, str], backlinks: Mapping[str, Backlinks], today: date
) -> Iterator[NetworkPage]:
    """Every page that this room builds.

    Args:
        content: names of persons masked.
        bodies: HTML of each body, by page key, with the anchors of its paragraphs.
        backlinks: by page key, who speaks of it.
        today: the day of the build.
    """
    for legal in legal_pages(content):
        yield NetworkPage(legal.url, "legale", {"legal": legal})
    for compared in comparison_pages(content):
        yield NetworkPage(compared.url, "comparaison", {"compared": compared})
    sheets = freshness(content, today)
    groups = [(state, [one for one in sheets if one.state == state]) for state in STATES]
    yield NetworkPage("reseau/", "reseau", {"sheets": sheets, "groups": [group for group in groups if group[1]]})
    yield NetworkPage(
        "suivi/",
        "suivi",
        {"duties": tuple(duties(content, today)), "charges": charges(content, today), "changes": changes(content)},
    )
    terms, told = rural(content)
    yield NetworkPage(
        "alliance/",
        "alliance",
        {
            "alliance": alliance(content, backlinks),
            "publics": publics(content),
            "rural_terms": terms,
            "rural_entries": told,
            "practices": practices(content),
            "figures": figures(content),
        },
    )
    consequences = born(content)
    for meeting in content.meetings.values():
        if meeting.record.has_items:
            traced = trace(meeting, bodies.get(meeting.key, ""), consequences)
            yield NetworkPage(traced.url, "trace", {"trace": traced})
