"""The site's needs → what each says of itself, and the pieces by which a question finds them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from plugins.cache.store import Store, key_of
from plugins.model.content import Content
from plugins.search.analysis import Analyser
from plugins.search.danger import Danger, told_danger
from plugins.search.elsewhere import ELSEWHERE
from plugins.search.postings import dump
from plugins.search.ranges import beginnings, in_order, ranges
from plugins.search.sections import Section
from plugins.search.weighing import Told, Weights, weigh

# The address of what no page answers.
NOWHERE = ""
# What `theme/static/js/search/needs.js` can read: changed with the form of the table.
VERSION = 2
# Bytes of JSON in a range: a question reads one for nearly each of its words, and their list is short.
RANGE = 1_500
# A rarity, a weight, and what speaks of a danger are written as whole numbers, so many to one; a term that hardly speaks of one, or of
# none, is left out.
RARITIES, WEIGHTS, DANGERS = 20, 100, 5
LEAST_DANGER = 0.5


def needs_told(site: Content, bodies: Mapping[str, Sequence[Section]]) -> Iterator[Told]:
    """What every need says of itself, then, where there are some, what people ask elsewhere.

    Args:
        site: the content, names of persons masked.
        bodies: page key → the sections of its body.
    """
    for need in site.needs.values():
        record = need.record
        answers = [text for one in record.reponses for text in (one.texte, one.conditions, one.contact, one.apporter) if text]
        yield Told(
            need.url,
            (record.titre,),
            record.mots,
            (record.resume or "",),
            answers,
            [text for part in bodies.get(need.key, ()) for text in (part.heading, part.text)],
            record.urgence,
        )
    if site.needs:
        yield Told(NOWHERE, spoken=ELSEWHERE)


def kept_pieces(
    told: Sequence[Told], pages: Sequence[str], analyser: Analyser, store: Store
) -> tuple[dict[str, Any], dict[str, str]]:
    """`need_pieces` of what needs say, from the store while none of them says anything else.

    Args:
        told: by the needs of the site.
        pages: addresses of the pages of the index.
        analyser: cuts their texts, when they are not known.
        store: what was found before; left open.
    """
    key = key_of("needs", json.dumps([[asdict(one) for one in told], pages]))
    known = store.get(key, lambda kept: (dict(kept[0]), dict(kept[1])))
    if known is None:
        known = need_pieces(weigh(told, analyser), told_danger(told, analyser), told, pages)
        store.put(key, known)
    return known


def need_pieces(
    weights: Weights, danger: Danger, told: Sequence[Told], pages: Sequence[str]
) -> tuple[dict[str, Any], dict[str, str]]:
    """What the manifest says of the table, and its pieces by name: for each term its rarity, then needs and weights in turn.

    What is proposed of each need is a piece too (`tetes`): its address, title and summary.
    What a term speaks of a danger is written as the weight of one more need, after the last one; a term that no need says has no
    rarity (0).

    Args:
        weights: the table.
        danger: what tells a danger.
        told: the needs of the table, in the same order.
        pages: addresses of the pages of the index.
    """
    number = {url: rank for rank, url in enumerate(pages)}
    dangers = {term: round(told * DANGERS) for term, told in danger.terms.items() if abs(told) >= LEAST_DANGER}
    terms = {*weights.terms, *dangers}
    starts, found = written_terms((term, list(_codes(weights, term, dangers.get(term, 0)))) for term in terms)
    # What is proposed of a need: the text of its page, of which a result shows an excerpt, weighs ten times as much.
    found |= {f"tetes/{number[one.url]}": dump([one.url, one.titles[0], "".join(one.summaries)]) for one in told if one.url}
    manifest = {
        "version": VERSION,
        # What asks for nothing here has no page.
        "pages": [number[url] if url else -1 for url in weights.needs],
        "echelle": [RARITIES, WEIGHTS, DANGERS],
        "inconnu": round(weights.unknown, 3),
        "termes": starts,
        "urgents": [rank for rank, one in enumerate(told) if one.urgent],
        "danger": round(danger.bias, 2),
    }
    return manifest, found


def written_terms(codes: Iterable[tuple[str, Sequence[int]]]) -> tuple[list[str], dict[str, str]]:
    """The ranges of a table: where each begins, and their pieces by name.

    Args:
        codes: each term, and what is written of it.
    """
    known = dict(codes)
    cut = list(ranges(((term, dump([term, *known[term]])) for term in in_order(known)), RANGE))
    return beginnings([terms for terms, _ in cut]), {
        f"besoins/{rank}": f"[{','.join(texts)}]" for rank, (_, texts) in enumerate(cut)
    }


def _codes(weights: Weights, term: str, danger: int) -> Iterator[int]:
    yield round(weights.rarity.get(term, 0) * RARITIES)
    for need, weight in sorted(weights.terms.get(term, {}).items()):
        yield from (need, round(weight * WEIGHTS))
    if danger:
        yield from (len(weights.needs), danger)
