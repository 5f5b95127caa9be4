"""The index of a built site comes in, one neutral record a section goes out: what any engine can search, and order as the site does.

The words of a record are folded, stemmed and put together by the site's own analyser: an engine has nothing to know of French.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from plugins.search.built_index import BuiltIndex, Entry
from plugins.search.documents import BOOSTS

# What `theme/static/js/search/remote.js` can read: changed with the form of the records.
VERSION = 1
# The fields in the order in which `documents_of` in documents.py writes them: their places follow each other.
_WRITTEN = ("titre", "alias", "intertitre", "mots", "resume", "corps")
# A term in one record: its places, then the rank of a field and how often it stands there, and so on.
Posting = list[Any]


@dataclass(frozen=True)
class Record:
    """A page, or one of its sections.

    Attributes:
        id: « page.section », such as `12.0`; section 0 is the page itself.
        page, section: their ranks, as the files of the site count them.
        url: of the page, under the site's root; `ancre`, of the section, is empty for the page itself.
        titre, sigle, genre, famille, date, resume: of the page, as its results show them.
        role, publics, instances, annee: what narrows a search.
        intertitre, texte: of the section, as it is read.
        champs: field → its folded words, in order; `mots` are what people say, and `nom` whole names, each one word.
        occurrences: word → its places, then field by field its rank and how often the word stands there.
        longueurs: the length by which each field is weighed, 0 for one that is empty.
    """

    id: str
    page: int
    section: int
    url: str
    ancre: str
    titre: str
    sigle: str
    genre: str
    famille: str
    date: str
    resume: str
    role: str
    publics: list[str]
    instances: list[str]
    annee: str
    intertitre: str
    texte: str
    champs: dict[str, str]
    occurrences: dict[str, Posting]
    longueurs: list[int]


@dataclass(frozen=True)
class Export:
    """All that an engine is given.

    Attributes:
        build: name of the index that the records are those of: a page asks for its own.
        records: page by page.
        head: what is read first: form, build, number of records, acronyms. Written last: where it stands, all else does.
    """

    build: str
    records: Sequence[Record]
    head: Mapping[str, Any]


def export(index: BuiltIndex) -> Export:
    """The records of an index."""
    found = list(records(index))
    head = {"version": VERSION, "construction": index.build, "documents": len(found), "sigles": index.acronyms}
    return Export(index.build, found, head)


def records(index: BuiltIndex) -> Iterator[Record]:
    """Each page, then its sections."""
    entries, facets = iter(index.entries()), index.pieces["facettes"]
    for page, size in enumerate(index.manifest["pages"]):
        (url, title, acronym, kind, family, date, summary), sections = index.pieces[f"fiches/{page}"]
        own = {name: [values[rank] for rank in ranks[page]] for name, (values, ranks) in facets.items()}
        for section in range(size):
            anchor, heading, text = sections[section] if section < len(sections) else ("", "", "")
            entry = next(entries)
            yield Record(
                id=f"{page}.{section}",
                page=page,
                section=section,
                url=url,
                ancre=anchor,
                titre=title,
                sigle=acronym,
                genre=kind,
                famille=family,
                date=date,
                resume=summary,
                role="".join(own["role"]),
                publics=own["publics"],
                instances=own["bodies"],
                annee="".join(own["year"]),
                intertitre=heading,
                texte=text,
                champs={name: " ".join(words) for name, words in fields(entry)},
                occurrences=dict(occurrences(entry)),
                longueurs=[entry.lengths.get(name, 0) for name in BOOSTS],
            )


def fields(entry: Entry) -> Iterator[tuple[str, list[str]]]:
    """Each field that is not empty, with its words in order, each as often as it stands there."""
    for name, placed in placed_fields(entry).items():
        yield name, [word for _, word in placed]
    if names := entry.fields.get("nom"):
        yield "nom", sorted(names)


def placed_fields(entry: Entry) -> dict[str, list[tuple[int, str]]]:
    """Field → (place, word) in order; of whole names, which have no place, none."""
    found: dict[str, list[tuple[int, str]]] = {}
    left = {word: iter(sorted(places)) for word, places in entry.places.items()}
    for name in _WRITTEN:
        own = [(next(left[word]), word) for word, times in entry.fields.get(name, {}).items() for _ in range(times)]
        if own:
            found[name] = sorted(own)
    return found


def occurrences(entry: Entry) -> Iterator[tuple[str, Posting]]:
    """Each word, with its places, and how often it stands in each field."""
    words = sorted({word for terms in entry.fields.values() for word in terms})
    for word in words:
        counts = [
            number
            for rank, name in enumerate(BOOSTS)
            if word in entry.fields.get(name, {})
            for number in (rank, entry.fields[name][word])
        ]
        yield word, [sorted(entry.places.get(word, [])), *counts]


def json_text(found: Export) -> str:
    """The records for any other engine: a line of JSON each, after the line of the head."""
    lines = (json.dumps(one, ensure_ascii=False) for one in (found.head, *map(asdict, found.records)))
    return "\n".join(lines) + "\n"


_TEXT, _TEXTS, _COUNT = {"type": "string"}, {"type": "array", "items": {"type": "string"}}, {"type": "integer", "minimum": 0}
_TYPES: dict[str, Any] = {
    **dict.fromkeys(("ancre", "sigle", "genre", "famille", "date", "resume", "role", "annee", "intertitre", "texte"), _TEXT),
    "id": {"type": "string", "pattern": r"^\d+\.\d+$"},
    "page": _COUNT,
    "section": _COUNT,
    "url": {"type": "string", "pattern": r"^(?!/)"},
    "titre": {"type": "string", "minLength": 1},
    "publics": _TEXTS,
    "instances": _TEXTS,
    "champs": {
        "type": "object",
        "properties": {name: {"type": "string", "minLength": 1} for name in BOOSTS},
        "additionalProperties": False,
    },
    "occurrences": {
        "type": "object",
        "additionalProperties": {
            "type": "array",
            "minItems": 3,
            "prefixItems": [{"type": "array", "items": _COUNT}],
            "items": _COUNT,
        },
    },
    "longueurs": {"type": "array", "items": _COUNT, "minItems": len(BOOSTS), "maxItems": len(BOOSTS)},
}
# Of a record; the first line of the file is the head.
SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": f"Section d'un site, pour un moteur de recherche (version {VERSION})",
    "type": "object",
    "properties": {name: _TYPES[name] for name in Record.__dataclass_fields__},
    "required": list(Record.__dataclass_fields__),
    "additionalProperties": False,
}
