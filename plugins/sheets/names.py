"""Actors and glossary → the names and acronyms that a text holds, each counting as one word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plugins.model.content import Content
from plugins.model.lists import Term
from plugins.registry.registry import Registry
from plugins.text.forms import Form, is_acronym
from plugins.text.phrases import Phrases
from plugins.text.tokens import Tokens


@dataclass(frozen=True)
class Span:
    """Words of a text that are one name; `values` say what they name."""

    first: int
    last: int
    values: frozenset[str]


class SheetNames:
    """The registered names: forms of actors, and the glossary's acronyms with what they stand for."""

    def __init__(self, registry: Registry, terms: Iterable[Term]) -> None:
        self.terms = tuple(term for term in terms if term.sigle)
        forms = [(form, key) for key, target in registry.targets.items() if target.kind == "actor" for form, _ in target.forms]
        forms += [(form, _key(term)) for term in self.terms for form in _forms(term)]
        self._phrases = Phrases(forms)
        self._acronyms = Phrases((Form(term.sigle or "", casse=True), rank) for rank, term in enumerate(self.terms))

    def spans(self, tokens: Tokens) -> Iterator[Span]:
        """The names in a text, in order, none inside another.

        « CAF (Caisse d'allocations familiales) » is one, and so is any acronym with the bracket that spells it out.
        """
        registered = list(self._registered(tokens))
        taken = {rank for span in registered for rank in range(span.first, span.last + 1)}
        spelt_out = (span for span in _spelt_out(tokens) if span.first not in taken)
        end = -1
        for span in sorted((*registered, *spelt_out), key=lambda span: span.first):
            if span.first > end:
                end = span.last
                yield span

    def _registered(self, tokens: Tokens) -> Iterator[Span]:
        pending: Span | None = None
        end = -1
        for found in self._phrases.longest(tokens):
            if found.first <= end:
                continue
            end = found.last
            span = Span(found.first, found.last, frozenset(found.values))
            if pending is None:
                pending = span
            elif _expands(tokens, pending, span):
                pending = Span(pending.first, span.last, pending.values | span.values)
            else:
                yield pending
                pending = span
        if pending is not None:
            yield pending

    def defined(self, text: str) -> Iterator[Term]:
        """The glossary's entries whose acronym stands in a text, in order, each once."""
        ranks = (rank for found in self._acronyms.longest(Tokens(text)) for rank in found.values)
        return (self.terms[rank] for rank in dict.fromkeys(ranks))

    def undefined(self, text: str) -> Iterator[str]:
        """The acronyms of a text that neither the glossary nor a bracket beside them says."""
        tokens = Tokens(text)
        known: set[int] = set()
        for found in self._acronyms.longest(tokens):
            known.update(range(found.first, found.last + 1))
        for rank, word in enumerate(tokens.words):
            if is_acronym(word.removesuffix("s")) and rank not in known and not _beside_brackets(tokens, rank):
                yield word


def names_of(content: Content, registry: Registry) -> SheetNames:
    """The names of a site."""
    return SheetNames(registry, content.glossary)


def _key(term: Term) -> str:
    return f"acteurs/{term.acteur}" if term.acteur else f"glossaire/{term.anchor}"


def _forms(term: Term) -> Iterator[Form]:
    yield Form(term.sigle or "", casse=True)
    yield Form(term.terme)


def _expands(tokens: Tokens, one: Span, other: Span) -> bool:
    """Whether the second name stands in brackets after the first, and names the same thing."""
    adjoins = other.first == one.last + 1 and tokens.before(other.first).strip() == "("
    return adjoins and tokens.before(other.last + 1).startswith(")") and not one.values.isdisjoint(other.values)


def _spelt_out(tokens: Tokens) -> Iterator[Span]:
    """Acronyms that a bracket spells out: « MDPH (Maison des personnes handicapées) »."""
    for rank, word in enumerate(tokens.words):
        if is_acronym(word) and tokens.before(rank + 1).strip() == "(":
            closing = next((last for last in range(rank + 1, len(tokens.words)) if ")" in tokens.before(last + 1)), rank)
            yield Span(rank, closing, frozenset())


def _beside_brackets(tokens: Tokens, rank: int) -> bool:
    before, after = tokens.before(rank), tokens.before(rank + 1)
    return after.strip() == "(" or (before.endswith("(") and after.startswith(")"))
