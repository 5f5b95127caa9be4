"""An index comes in, the pieces that a browser asks for go out, as plain values of JSON.

A piece is what one question needs: `termes/3` the postings of a range of the alphabet with the
acronyms of that range, `places/3` the positions of the same words, `mots/a` the words that begin
with a letter, `pages/2` what a result shows, `textes/5` where excerpts are cut, `facettes` what
results are counted by.
At any size the browser reads the same pieces: all at once, or one by one (see `transport.py`).
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from plugins.search.documents import BOOSTS, Page
from plugins.search.index import LENGTHS, FrenchBuilder, bucket, utf16

# Bytes of JSON: about 4 KB once compressed.
RANGE = 10_000
PAGES_A_BLOCK = 16
TEXTS_A_BLOCK = 2
FIRST_STEP = 48  # "0": lengths are written as one printable character each


def pieces(
    builder: FrenchBuilder, pages: Sequence[Page], acronyms: Mapping[str, Iterable[Sequence[str]]]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The manifest, and every piece by name."""
    cut = list(ranges(builder))
    starts = [terms[0][0] for terms in cut]
    found: dict[str, Any] = {}
    for rank, terms in enumerate(cut):
        found[f"termes/{rank}"] = [[[term, *postings] for term, postings, _ in terms], {}]
        found[f"places/{rank}"] = [[term, places] for term, _, places in terms if places]
    for key, values in both_ways(acronyms).items():
        found[f"termes/{max(0, bisect_right(starts, key) - 1)}"][1][key] = values
    letters = vocabulary(builder)
    found |= {f"mots/{letter}": words for letter, words in letters.items()}
    for first in range(0, len(pages), PAGES_A_BLOCK):
        found[f"pages/{first // PAGES_A_BLOCK}"] = [shown(page) for page in pages[first : first + PAGES_A_BLOCK]]
    for first in range(0, len(pages), TEXTS_A_BLOCK):
        block = pages[first : first + TEXTS_A_BLOCK]
        found[f"textes/{first // TEXTS_A_BLOCK}"] = [[[s.anchor, s.heading, s.text] for s in page.sections] for page in block]
    found["facettes"] = facets(pages)
    sizes = [0] * len(pages)
    for page, _ in builder.places:
        sizes[page] += 1
    averages = builder.averages()
    manifest = {
        "documents": builder.document_count,
        "pages": sizes,
        "champs": [[name, boost, averages[name]] for name, boost in BOOSTS.items()],
        "b": builder._b,
        "k1": builder._k1,
        "longueurs": LENGTHS,
        "normes": norms(builder),
        "debuts": starts,
        "lettres": sorted(letters),
        "bloc": [PAGES_A_BLOCK, TEXTS_A_BLOCK],
    }
    return manifest, found


def ranges(builder: FrenchBuilder) -> Iterable[list[tuple[str, list[list[int]], list[int]]]]:
    """The terms in lunr's order, cut where a piece would pass RANGE bytes."""
    current: list[tuple[str, list[list[int]], list[int]]] = []
    weight = 0
    for term in builder.terms():
        posting = builder.posting(term)
        coded = [code_postings(posting.get(name, {})) for name in BOOSTS]
        while coded and not coded[-1]:
            coded.pop()
        places = code_places(builder.positions.get(term, {}))
        added = len(json.dumps([term, coded], separators=(",", ":")))
        if current and weight + added > RANGE:
            yield current
            current, weight = [], 0
        current.append((term, coded, places))
        weight += added
    if current:
        yield current


def code_postings(documents: Mapping[int, int]) -> list[int]:
    """Steps from document to document, doubled; odd when the number of occurrences, above one, follows."""
    coded: list[int] = []
    previous = 0
    for number in sorted(documents):
        times = documents[number]
        coded += [2 * (number - previous) + (times > 1)] + [times] * (times > 1)
        previous = number
    return coded


def code_places(documents: Mapping[int, Sequence[int]]) -> list[int]:
    """For each document in order, the steps from place to place, doubled; odd when another one follows."""
    coded: list[int] = []
    for number in sorted(documents):
        places = sorted(documents[number])
        previous = 0
        for rank, place in enumerate(places):
            coded.append(2 * (place - previous) + (rank < len(places) - 1))
            previous = place
    return coded


def norms(builder: FrenchBuilder) -> list[str]:
    """For each field, one character a document: the step of its length, a space for an empty field."""
    rows = {name: [" "] * builder.document_count for name in BOOSTS}
    for reference, length in builder.field_lengths.items():
        name, number = reference.split("/", 1)
        rows[name][int(number)] = chr(FIRST_STEP + bucket(length))
    return ["".join(row).rstrip() for row in rows.values()]


def vocabulary(builder: FrenchBuilder) -> dict[str, list[Any]]:
    """Letter → its words and their counts.

    Each word is written without the beginning that it shares with the one before; a count is
    doubled, and odd when the word stands in the name of a page.
    """
    letters: dict[str, list[Any]] = defaultdict(lambda: [[], []])
    previous = ""
    for word in sorted(builder.surfaces, key=utf16):
        words, counts = letters[word[0]]
        shared = 0
        while words and shared < min(len(word), len(previous), 9) and word[shared] == previous[shared]:
            shared += 1
        words.append(f"{shared}{word[shared:]}")
        counts.append(2 * builder.surfaces[word] + (word in builder.named))
        previous = word
    return {letter: [" ".join(words), counts] for letter, (words, counts) in letters.items()}


def both_ways(acronyms: Mapping[str, Iterable[Sequence[str]]]) -> dict[str, list[Any]]:
    """Acronym → its expansions; « =stem_stem » of an expansion → its acronyms."""
    found: dict[str, list[Any]] = defaultdict(list)
    for short, expansions in acronyms.items():
        for stems in expansions:
            found[short].append(list(stems))
            found["=" + "_".join(stems)].append(short)
    return found


def shown(page: Page) -> list[Any]:
    """What a result shows: address, title, acronym, kind, family, date, summary."""
    return [page.url, page.title, page.acronym, page.kind, page.family, page.date, page.summary]


def facets(pages: Sequence[Page]) -> dict[str, Any]:
    """Facet → its values in order, and for each page the ranks of its own."""
    found: dict[str, Any] = {}
    for name in ("kind", "family", "role", "publics", "year"):
        own = [(value,) if isinstance(value := getattr(page, name), str) else value for page in pages]
        values = sorted({value for some in own for value in some if value})
        rank = {value: number for number, value in enumerate(values)}
        found[name] = [values, [[rank[value] for value in some if value] for some in own]]
    return found
