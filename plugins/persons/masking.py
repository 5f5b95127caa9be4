"""A text of a page (Markdown or plain) → the same without names of persons, and the names that nobody declared.

Lines stay lines: a name broken over two lines leaves its line break behind, so that later messages find their line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal, Protocol, get_args

from plugins.persons.addresses import address_around
from plugins.persons.neutral import BLANK, Cut, balanced, neutral
from plugins.persons.people import Named, People
from plugins.persons.person import Person
from plugins.text.folding import fold_separator, fold_word
from plugins.text.phrases import Phrases
from plugins.text.tokens import Tokens

Display = Literal["organisations", "initiales", "complets"]
DISPLAYS: tuple[str, ...] = get_args(Display)
NOBODY = "une personne"
_LINKING_WORDS = frozenset(("de", "du", "des", "d", "la", "le", "l", "les", "pour"))


class Organisations(Protocol):
    """What masking asks of the registry."""

    @property
    def forms(self) -> Phrases[str]:
        """Every form of an actor and its page's key; an empty key for an expression that names no actor."""

    @property
    def persons(self) -> Mapping[str, tuple[Person, ...]]:
        """Those of each meeting, by its slug."""

    @property
    def dates(self) -> Mapping[str, date]:
        """The day of each meeting."""

    def name_at(self, slug: str, day: date | None) -> str:
        """The official name of an actor on a day."""


@dataclass(frozen=True)
class Undeclared:
    """A civility and a name, at an offset of the text, that resolve to nobody; `kind`: `unknown`, `ambiguous`, `address`."""

    offset: int
    name: str
    kind: Literal["unknown", "ambiguous", "address"] = "unknown"


class Masker:
    """Masks the texts of one page.

    Args:
        registry: who is who.
        display: `organisations` or `initiales`.
        everyone: finds every person declared anywhere, surnames alone included.
        meeting: slug of the meeting whose page it is; empty elsewhere.
        day: its date.
    """

    def __init__(self, registry: Organisations, display: Display, everyone: People, meeting: str, day: date | None) -> None:
        self.registry, self.display = registry, display
        self._everyone = everyone
        self._meeting, self._day = meeting, day

    def mask(self, text: str) -> tuple[str, list[Undeclared]]:
        """The text without names, and what could not be resolved."""
        tokens = Tokens(neutral(text))
        named = self._everyone.find(tokens)
        return _Text(self, text, tokens).masked(named) if named else (text, [])

    def nearest(self, persons: tuple[Person, ...]) -> tuple[Person, ...]:
        """Those of this meeting if any; else those of the meeting nearest in time, the past first."""
        here = tuple(person for person in persons if person.meeting == self._meeting)
        if here:
            return here
        days = {person.meeting: self.registry.dates[person.meeting] for person in persons}
        day = self._day or max(days.values())
        nearest = min(days, key=lambda slug: (days[slug] > day, abs((days[slug] - day).days), slug))
        return tuple(person for person in persons if person.meeting == nearest)

    def organisation(self, person: Person) -> str:
        """What is shown in the place of a person: the organisation, under its name of the day."""
        if person.actor:
            return self.registry.name_at(person.actor, self._day or self.registry.dates[person.meeting])
        return person.function or NOBODY


@dataclass
class _Text:
    masker: Masker
    text: str
    tokens: Tokens
    undeclared: list[Undeclared] = field(default_factory=list)
    # What the present list (« MM. A, B et C ») already shows, and where its last item ended.
    shown: set[str] = field(default_factory=set)
    previous: int = 0
    # Rank of each word inside a form of an actor → (rank of the form's last word, its target).
    forms: dict[int, tuple[int, str]] = field(default_factory=dict)

    def masked(self, named: list[Named]) -> tuple[str, list[Undeclared]]:
        for found in self.masker.registry.forms.longest(self.tokens):
            if found.first not in self.forms and found.values[0]:
                self.forms.update(dict.fromkeys(range(found.first, found.last + 1), (found.last, found.values[0])))
        cuts: list[tuple[int, int, str]] = []
        for one in named:
            if one.alone and one.first in self.forms:
                continue  # « France Travail » is not Mme France
            if not one.listed or one.first != one.name:
                self.shown = set()
            cut = self._cut(one)
            if cut:
                cuts.append(cut)
        return _applied(self.text, cuts), self.undeclared

    def _cut(self, one: Named) -> tuple[int, int, str] | None:
        tokens, text = self.tokens, self.text
        start, name, end = tokens.start(one.first), tokens.start(one.name), tokens.end(one.last)
        end -= len(tokens.text[name:end]) - len(tokens.text[name:end].rstrip(BLANK))
        written = " ".join(text[start:end].split())
        address = address_around(text, name, end)
        if one.unknown:
            self.undeclared.append(Undeclared(start, written))
            return None
        if one.alone and not address and not tokens.words[one.name][0].isupper():
            return None  # « petit » in lower case is a word
        organisations = list(dict.fromkeys(self.masker.organisation(person) for person in self.masker.nearest(one.persons)))
        shown_as = organisations[0] if len(organisations) == 1 else NOBODY
        if address:
            if "@" in text[slice(*address)]:
                return *address, shown_as
            self.undeclared.append(Undeclared(name, written, "address"))
            return name, end, "…"
        cut = balanced(text, start, end)
        if self.masker.display == "initiales":
            return self._written(cut, self._initials(one, cut.end))
        if len(organisations) > 1:
            self.undeclared.append(Undeclared(start, written, "ambiguous"))
        cut = replace(cut, end=max(cut.end, self._past_repetition(one, self.masker.nearest(one.persons)[0], end)))
        if one.listed and shown_as in self.shown:
            cut, shown_as = replace(cut, start=self.previous), ""
        self.shown.add(shown_as)
        self.previous = cut.end
        return self._written(cut, shown_as)

    def _written(self, cut: Cut, shown_as: str) -> tuple[int, int, str]:
        breaks = "".join(re.findall(r"\n[ \t]*(?:>[ \t]?)*", self.text[cut.start : cut.end]))
        marked = shown_as + cut.closing if cut.closing else cut.opening + shown_as
        return cut.start, cut.end, marked + breaks

    def _past_repetition(self, one: Named, person: Person, end: int) -> int:
        """« Mme X (CGT) », « Mme X de la CGT » are masked as « CGT », not as « CGT de la CGT »."""
        rank = one.last + 1
        bracket = rank < len(self.tokens.words) and fold_separator(self.tokens.before(rank)) == "("
        while (
            not bracket
            and rank < min(one.last + 4, len(self.tokens.words))
            and fold_word(self.tokens.words[rank]) in _LINKING_WORDS
        ):
            rank += 1
        last, target = self.forms.get(rank, (-1, ""))
        if target != f"acteurs/{person.actor}" or (rank == one.last + 1 and not bracket):
            return end
        if bracket:
            return self.tokens.end(last) + 1 if self.tokens.before(last + 1).startswith(")") else end
        return (
            self.tokens.end(last)
            if all(fold_separator(self.tokens.before(r)) in {" ", "'", ","} for r in range(one.last + 1, rank + 1))
            else end
        )

    def _initials(self, one: Named, end: int) -> str:
        person = one.persons[0]
        alone = one.last - one.name + 1 == len(person.surname)
        parts = (
            [initial(person.surname)]
            if alone or not person.given
            else [person.given[0][0].upper() + ".", initial(person.surname)]
        )
        if one.first != one.name:
            civility = self.tokens.text[self.tokens.start(one.first) : self.tokens.start(one.name)].replace(BLANK, "")
            parts.insert(0, " ".join(civility.split()))
        written = " ".join(parts)
        return written[:-1] if self.text[end : end + 1] == "." else written


def initial(surname: tuple[str, ...]) -> str:
    """« V. » for a surname of folded words."""
    return surname[0][0].upper() + "."


def _applied(text: str, cuts: list[tuple[int, int, str]]) -> str:
    parts: list[str] = []
    position = 0
    for start, end, written in cuts:
        if start < position:
            continue
        parts += [text[position:start], written]
        position = end
        if re.search(r"\n[ \t>]*$", written):  # a line does not start with the space that followed the name
            while text.startswith(" ", position):
                position += 1
    return "".join([*parts, text[position:]])
