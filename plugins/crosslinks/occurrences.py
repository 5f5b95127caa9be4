"""The text of a page → what it names: the longest of the forms that overlap, then the leftmost of forms and persons."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from plugins.crosslinks.mention import Sitting, Skip
from plugins.persons.civilities import LINKED_WITH_NAME, civility_at
from plugins.persons.people import Named, People
from plugins.persons.person import Person
from plugins.registry.registry import NEVER, Registry
from plugins.text.addresses import addresses
from plugins.text.folding import fold_word
from plugins.text.overlaps import longest_first
from plugins.text.phrases import FoundForm
from plugins.text.tokens import Tokens

# What may stand around a name without making an address of it.
_ELISION = re.compile("(?:[ldLD]['’])?")
_ENDS = ".,;:!?…'’"


@dataclass(frozen=True)
class Occurrence:
    """Something named.

    Attributes:
        start, end: what a link covers.
        outer: start of what it takes up, the civility of a list included.
        target: key of the page; empty when unknown or ambiguous.
        person: who is named, when a person is.
        skipped: why it must not be linked.
        candidates: what an ambiguous one can mean.
        form: the form that was found, as declared; empty for a person.
    """

    start: int
    end: int
    outer: int
    target: str
    person: Person | None = None
    skipped: Skip | None = None
    candidates: tuple[str, ...] = ()
    form: str = ""


def find(tokens: Tokens, registry: Registry, meeting: Sitting | None = None) -> list[Occurrence]:
    """Every mention of a text, in order, without overlap; those of persons only within a meeting."""
    people = registry.people_of(meeting.slug) if meeting else None
    spans: list[tuple[int, int, Occurrence | None]] = []
    for found in longest_first(registry.forms.longest(tokens), tokens, NEVER):
        start, end = found.span(tokens)
        spans.append((start, end, _form(found, tokens, start, end, meeting)))
    if people:
        spans += [(o.outer, o.end, o) for o in _persons(people, tokens)]
    spans.sort(key=lambda span: (span[0], -span[1]))
    return list(_leftmost(tokens.text, spans, addresses(tokens.text) if spans else []))


def _form(found: FoundForm[str], tokens: Tokens, start: int, end: int, meeting: Sitting | None) -> Occurrence | None:
    """None for an exclusion: it takes its place in the text and names nobody."""
    values = [value for value in found.values if value != NEVER]
    if not values:
        return None
    if found.first and civility_at(tokens, found.first - 1):
        return Occurrence(start, end, start, "", skipped=Skip.PERSON, form=found.form.text)
    if len(values) > 1:
        here = [v for v in values if meeting and v.removeprefix("acteurs/") in meeting.participants]
        if len(here) != 1:
            return Occurrence(start, end, start, "", None, Skip.AMBIGUOUS, tuple(values), found.form.text)
        values = here
    return Occurrence(start, end, start, values[0], form=found.form.text)


def _persons(people: People, tokens: Tokens) -> Iterator[Occurrence]:
    for named in people.find(tokens):
        outer, end = tokens.start(named.first), tokens.end(named.last)
        start = tokens.start(named.name)
        if not named.listed and fold_word(tokens.words[named.first]) in LINKED_WITH_NAME:
            start = outer
        yield _person(named, start, end, outer)


def _person(named: Named, start: int, end: int, outer: int) -> Occurrence:
    if named.unknown:
        return Occurrence(start, end, outer, "", skipped=Skip.UNKNOWN)
    keys = tuple(f"acteurs/{person.actor}" for person in named.persons if person.actor)
    if len(named.persons) > 1:
        return Occurrence(start, end, outer, "", named.persons[0], Skip.AMBIGUOUS, keys)
    if not keys:
        return Occurrence(start, end, outer, "", named.persons[0], Skip.UNKNOWN)
    return Occurrence(start, end, outer, keys[0], named.persons[0], Skip.PLACE if named.place else None)


def _is_the_whole(text: str, occurrence: Occurrence, address: tuple[int, int]) -> bool:
    """Whether what looks like an address is but a name that looks like one: « l'@telier », « Service-public.fr »."""
    start, end = address
    before, after = text[start : occurrence.start], text[occurrence.end : end]
    return bool(addresses(occurrence.form)) and bool(_ELISION.fullmatch(before)) and not after.strip(_ENDS)


def _leftmost(text: str, spans: list[tuple[int, int, Occurrence | None]], closed: list[tuple[int, int]]) -> Iterator[Occurrence]:
    starts = [start for start, _ in closed]
    done = 0
    for start, end, occurrence in spans:
        if start < done:
            continue
        if occurrence is not None and occurrence.skipped is Skip.UNKNOWN and occurrence.person is None:
            # An unknown name is told to the editor; a form inside it (« M. Brunel Région ») is judged by itself.
            yield occurrence
            continue
        done = end
        if occurrence is None:
            continue
        rank = bisect_right(starts, end - 1) - 1
        if rank >= 0 and closed[rank][1] > start and not _is_the_whole(text, occurrence, closed[rank]):
            yield replace(occurrence, skipped=Skip.ADDRESS)
        else:
            yield occurrence
