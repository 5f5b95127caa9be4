"""The glossary's terms and the registry → the entries, the forms to look for, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from plugins.diagnostics import Diagnostic, Place
from plugins.model.lists import Term
from plugins.registry.registry import NEVER, Registry
from plugins.text.forms import Form
from plugins.text.phrases import Phrases
from plugins.text.tokens import Tokens


@dataclass(frozen=True)
class GlossaryEntry:
    """One entry.

    Attributes:
        id: its anchor on the glossary page, such as `qpv`.
        name: the acronym, or the term when there is none.
        term: what the editor wrote.
        place: where.
    """

    id: str
    name: str
    term: Term
    place: Place

    @property
    def title(self) -> str:
        """What the acronym stands for, with today's name: « Zone de revitalisation rurale, aujourd'hui … »."""
        today = self.term.aujourd_hui
        return f"{self.term.terme}, aujourd'hui {today}" if today else self.term.terme


@dataclass(frozen=True)
class TermReading:
    """What a form of a text is.

    Attributes:
        entry: the entry that it leads to.
        acronym: whether it is the acronym, not the term in full.
        named: whether mentions of a page are written so: then the cross-links lead there, and not to the glossary.
    """

    entry: GlossaryEntry
    acronym: bool
    named: bool


@dataclass(frozen=True)
class Glossary:
    """The entries in the order of the file, and their forms."""

    entries: tuple[GlossaryEntry, ...]
    registry: Registry = field(repr=False)
    forms: Phrases[TermReading] = field(repr=False)

    def of_actors(self) -> dict[str, tuple[GlossaryEntry, ...]]:
        """The entries that say which actor they mean, by its slug."""
        slugs = dict.fromkeys(entry.term.acteur for entry in self.entries if entry.term.acteur)
        return {slug: tuple(entry for entry in self.entries if entry.term.acteur == slug) for slug in slugs}


def build(terms: tuple[Term, ...], places: tuple[Place, ...], registry: Registry) -> Glossary:
    """The glossary; of two entries with one id, the first is kept; one without id is left out."""
    entries: dict[str, GlossaryEntry] = {}
    for term, place in zip(terms, places, strict=True):
        if term.anchor:
            entries.setdefault(term.anchor, GlossaryEntry(term.anchor, term.sigle or term.terme, term, place))
    forms = (
        (form, TermReading(entry, acronym, _is_named(form, registry)))
        for entry in entries.values()
        for form, acronym in _forms(entry)
    )
    return Glossary(tuple(entries.values()), registry, Phrases(forms))


def without_address(terms: tuple[Term, ...], places: tuple[Place, ...]) -> Iterator[Diagnostic]:
    """An entry has an anchor, and no other entry has the same."""
    owners: dict[str, tuple[str, Place]] = {}
    for term, place in zip(terms, places, strict=True):
        name = term.sigle or term.terme
        if not term.anchor:
            yield place.error(f"« {name} » ne donne pas d'adresse à son entrée — l'écrire avec des lettres ou des chiffres")
            continue
        owner, where = owners.setdefault(term.anchor, (name, place))
        if where != place and owner != name:  # the same name twice: the model says it
            yield place.error(
                f"« {name} » a la même adresse, #{term.anchor}, que « {owner} » (ligne {where.line}) — n'en garder qu'un, ou préciser l'un des deux"
            )


def _forms(entry: GlossaryEntry) -> Iterator[tuple[Form, bool]]:
    """An acronym keeps its capitals, or is all capitals; a term has any case and number."""
    sigle = entry.term.sigle
    if sigle:
        yield from ((Form(text, casse=True), True) for text in dict.fromkeys((sigle, sigle.upper())))
    yield Form(entry.term.terme), False


def _is_named(form: Form, registry: Registry) -> bool:
    tokens = Tokens(form.text)
    last = len(tokens.words) - 1
    return any(
        (found.first, found.last) == (0, last) and any(value != NEVER for value in found.values)
        for found in registry.forms.longest(tokens)
    )
