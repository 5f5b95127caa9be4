"""When things were and how far they are → what the search asks in time: one piece, fetched by the questions that ask for it.

The piece is {jours, genres, etats, listes}: the day of each dated page, newest first; for each
kind its words and the sections that are of it; for each kind and state the sections in it; the pages that list them.
`theme/static/js/search/period.js` reads it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from plugins.model.built_page import Moment
from plugins.model.entries import ENTRIES
from plugins.search.documents import Page
from plugins.text.typesetting import sentence_case

# What a visitor narrows by, once for each kind of entry.
WORDS = {key: sentence_case(words.one) for key, words in ENTRIES.items()}

# Page → its sections, 0 the page itself.
Sections = dict[int, set[int]]


def moments_piece(moments: Iterable[Moment], pages: Sequence[Page]) -> dict[str, Any]:
    """The piece `temps`.

    Args:
        moments: of what stands on these pages; those of other pages are left out.
        pages: what is searched, in the order of their numbers.
    """
    ranks = {page.url: rank for rank, page in enumerate(pages)}
    kinds: dict[str, Sections] = defaultdict(lambda: defaultdict(set))
    states: dict[str, Sections] = defaultdict(lambda: defaultdict(set))
    days: dict[int, str] = {}
    lists: dict[str, int] = {}
    anchors: dict[int, dict[str, int]] = {}
    for one in moments:
        if one.url not in ranks:
            continue
        rank = ranks[one.url]
        if one.lists:
            lists |= {f"{one.kind}/{state}": rank for state in one.states}
            continue
        if rank not in anchors:
            anchors[rank] = {section.anchor: number for number, section in enumerate(pages[rank].sections)}
        section = anchors[rank].get(one.anchor, 0) if one.anchor else 0
        kinds[one.kind][rank].add(section)
        for state in one.states:
            states[f"{one.kind}/{state}"][rank].add(section)
        if one.day and not one.anchor:
            days[rank] = one.day.isoformat()
    return {
        "jours": sorted(days.items(), key=lambda own: (own[1], -own[0]), reverse=True),
        "genres": {kind: [WORDS.get(kind, ""), _written(own)] for kind, own in kinds.items()},
        "etats": {state: _written(own) for state, own in states.items()},
        "listes": lists,
    }


def _written(sections: Sections) -> list[list[int]]:
    """[page, section, section…], in order."""
    return [[page, *sorted(own)] for page, own in sorted(sections.items())]
