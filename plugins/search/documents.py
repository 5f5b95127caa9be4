"""A page of the site comes in, the documents that are indexed go out: the page, then each of its sections."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from plugins.search.analysis import Analyser, Token
from plugins.search.characters import HYPHENS
from plugins.search.sections import Section

# A field and its weight: lunr multiplies the score of a word by it.
BOOSTS: dict[str, float] = {"titre": 8, "alias": 8, "nom": 8, "resume": 3, "intertitre": 1.5, "corps": 1, "mots": 4}
NAMES = ("titre", "alias")
# Between two fields, so that the last word of one is no neighbour of the first word of the next.
GAP = 50
# As many words as a question keeps (`MOST_WORDS` in search/query.js).
LONGEST_NAME = 16
CLOSED_UP = re.compile(f"[{HYPHENS}.]")


@dataclass(frozen=True)
class Page:
    """What the search knows of one page.

    Attributes:
        url: address under the site's root, such as `acteurs/cgt/`.
        title: its title.
        names: every other name of what it is about, past and present: acronym, aliases, former names.
        spoken: what people say for it; never shown.
        summary: one sentence.
        kind, family, role, publics, year, bodies: what the visitor can narrow by; labels, empty when unknown.
        date: as the visitor reads it, empty when the page has none.
        sections: its text; the first one has no anchor.
    """

    url: str
    title: str
    names: tuple[str, ...] = ()
    acronym: str = ""
    spoken: tuple[str, ...] = ()
    summary: str = ""
    kind: str = ""
    family: str = ""
    role: str = ""
    publics: tuple[str, ...] = ()
    year: str = ""
    bodies: tuple[str, ...] = ()
    date: str = ""
    sections: tuple[Section, ...] = ()


@dataclass
class Document:
    """One entry of the index.

    Attributes:
        page: rank of its page.
        section: rank of its section in the page; 0 is the page itself.
        fields: field → term → places of its occurrences, all fields in one sequence.
        surfaces: folded words before stemming.
        named: those of them that stand in the title or in another name.
    """

    page: int
    section: int
    fields: dict[str, dict[str, list[int]]] = field(default_factory=dict)
    surfaces: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)
    _next: int = 0

    def write(self, name: str, text: str, analyser: Analyser) -> None:
        """Adds a text to a field."""
        terms = self.fields.setdefault(name, {})
        written: set[str] = set()
        place = self._next
        for indexed, surfaces, size in analyser.indexed(text):
            for stem, offset in indexed:
                if stem in terms:
                    terms[stem].append(place + offset)
                else:
                    terms[stem] = [place + offset]
            written.update(surfaces)
            place += size
        self.surfaces |= written
        if name in NAMES:
            self.named |= written
        self._next = place + GAP


def documents(pages: Iterable[Page]) -> Iterator[Document]:
    """The documents of every page, in order."""
    analyser = Analyser()
    for rank, page in enumerate(pages):
        for document in documents_of(page, analyser):
            document.page = rank
            yield document


def documents_of(page: Page, analyser: Analyser) -> Iterator[Document]:
    """The page first, with its names and what precedes its first heading; then each section. Numbered as page 0."""
    head = Document(0, 0)
    head.write("titre", page.title, analyser)
    for name in page.names:
        head.write("alias", name, analyser)
    head.fields["nom"] = {term: [0] for term in name_terms((page.title, *page.names), analyser)}
    for words in page.spoken:
        head.write("mots", words, analyser)
    head.write("resume", page.summary, analyser)
    texts = page.sections or (Section("", "", ""),)
    head.write("corps", texts[0].text, analyser)
    yield head
    for number, section in enumerate(texts[1:], 1):
        under = Document(0, number)
        under.write("intertitre", section.heading, analyser)
        for words in section.spoken:
            under.write("mots", words, analyser)
        under.fields["nom"] = {term: [0] for term in name_terms(section.names, analyser)}
        under.write("corps", section.text, analyser)
        yield under


def name_terms(names: Iterable[str], analyser: Analyser) -> list[str]:
    """Each name as one term, as it is written and with its compounds closed up (« anti-gaspi », « antigaspi »)."""
    spellings = [spelling for name in names for spelling in (name, CLOSED_UP.sub("", name.lower()))]
    stems = {tuple(_stems(analyser(spelling))) for spelling in spellings}
    return sorted(name_term(some) for some in stems if 0 < len(some) <= LONGEST_NAME)


def name_term(stems: Sequence[str]) -> str:
    """A whole name as one term: a page called exactly what was typed is found by it, and comes first.

    In the order of terms it stands right after its first word: a question reads both in one piece of the index.
    """
    return "_".join(stems) + "="


def _stems(tokens: Iterable[Token]) -> Iterator[str]:
    return (token.stem for token in tokens if token.kind == "word")
