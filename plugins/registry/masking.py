"""A text of a page (Markdown or plain) → the same without names of persons, and the names that nobody declared.

Lines stay lines: a name broken over two lines leaves its line break behind, so that later messages find their line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from plugins.registry.neutral import BLANK, EMPHASIS, neutral
from plugins.registry.people import Named, People
from plugins.registry.person import Person
from plugins.registry.registry import NEVER, Registry
from plugins.text.folding import fold_separator, fold_word
from plugins.text.tokens import Tokens

Display = Literal["organisations", "initiales", "complets"]
NOBODY = "une personne"
_LINKING_WORDS = frozenset(("de", "du", "des", "d", "la", "le", "l", "les", "pour"))
_TECHNICAL = frozenset("@/_=%+\\")


@dataclass(frozen=True)
class Undeclared:
    """A civility and a name, at an offset of the text, that resolve to nobody; `kind`: `unknown`, `ambiguous`, `address`."""

    offset: int
    name: str
    kind: Literal["unknown", "ambiguous", "address"] = "unknown"


@dataclass(frozen=True)
class _Cut:
    start: int
    end: int
    text: str


class Masker:
    """Masks the texts of one page.

    Args:
        registry: who is who.
        display: `organisations` or `initiales`.
        everyone: finds every person declared anywhere, surnames alone included.
        meeting: slug of the meeting whose page it is; empty elsewhere.
        day: its date.
    """

    def __init__(self, registry: Registry, display: Display, everyone: People, meeting: str, day: date | None) -> None:
        self._registry, self._display, self._everyone = registry, display, everyone
        self._meeting, self._day = meeting, day

    def mask(self, text: str) -> tuple[str, list[Undeclared]]:
        """The text without names, and what could not be resolved."""
        tokens = Tokens(neutral(text))
        named = self._everyone.find(tokens)
        if not named:
            return text, []
        forms = self._protected(tokens)
        undeclared: list[Undeclared] = []
        cuts: list[_Cut] = []
        shown: set[str] = set()  # organisations already written in the present list
        for one in named:
            if one.alone and (one.first in forms or not self._is_meant(tokens, one)):
                continue
            if not one.listed or tokens.words[one.first] != tokens.words[one.name]:
                shown = set()
            cut = self._cut(text, tokens, one, undeclared, shown, forms)
            if cut:
                cuts.append(cut)
        return _applied(text, cuts), undeclared

    def _protected(self, tokens: Tokens) -> Mapping[int, tuple[int, str]]:
        """Rank of each word inside a form of an actor → (rank of the form's last word, its target)."""
        inside: dict[int, tuple[int, str]] = {}
        for found in self._registry.forms.longest(tokens):
            if found.first not in inside and found.values[0] != NEVER:
                inside.update(dict.fromkeys(range(found.first, found.last + 1), (found.last, found.values[0])))
        return inside

    def _is_meant(self, tokens: Tokens, one: Named) -> bool:
        """A surname alone counts with its capital, or in an e-mail, a path or a file name."""
        return tokens.words[one.name][0].isupper() or self._is_technical(tokens, one)

    def _is_technical(self, tokens: Tokens, one: Named) -> bool:
        around = tokens.before(one.first), tokens.before(one.last + 1)
        return any(gap and not gap.isspace() and set(gap) & _TECHNICAL for gap in around) or (
            bool(re.fullmatch(r"[.-]", around[0])) and tokens.words[one.first].islower() and "@" in tokens.text
        )

    def _cut(
        self,
        text: str,
        tokens: Tokens,
        one: Named,
        undeclared: list[Undeclared],
        shown: set[str],
        forms: Mapping[int, tuple[int, str]],
    ) -> _Cut | None:
        start, name, end = tokens.start(one.first), tokens.start(one.name), tokens.end(one.last)
        end -= len(text[name:end]) - len(tokens.text[name:end].rstrip(BLANK))
        start, end = _with_marks(text, start, end)
        if one.unknown:
            undeclared.append(Undeclared(start, " ".join(text[start:end].split())))
            return None
        if self._is_technical(tokens, one) and "/" in tokens.before(one.first):
            undeclared.append(Undeclared(start, text[start:end], "address"))
        persons = self._nearest(one.persons)
        if self._display == "initiales":
            return _Cut(start, end, _kept_marks(text[start:end], self._initials(text, tokens, one, end)))
        organisations = list(dict.fromkeys(self._organisation(person) for person in persons))
        if len(organisations) > 1:
            undeclared.append(Undeclared(start, " ".join(text[start:end].split()), "ambiguous"))
        written = organisations[0] if len(organisations) == 1 else NOBODY
        end = self._past_repetition(tokens, one, persons[0], end, forms)
        if one.listed and written in shown:
            return _Cut(tokens.end(one.first - 1), end, _kept_breaks(text[tokens.end(one.first - 1) : end], ""))
        shown.add(written)
        return _Cut(start, end, _kept_marks(text[start:end], written))

    def _past_repetition(self, tokens: Tokens, one: Named, person: Person, end: int, forms: Mapping[int, tuple[int, str]]) -> int:
        """« Mme X (CGT) », « Mme X de la CGT » are masked as « CGT », not as « CGT de la CGT »."""
        rank = one.last + 1
        bracket = rank < len(tokens.words) and fold_separator(tokens.before(rank)) == "("
        while not bracket and rank < min(one.last + 4, len(tokens.words)) and fold_word(tokens.words[rank]) in _LINKING_WORDS:
            rank += 1
        last, target = forms.get(rank, (-1, ""))
        if target != f"acteurs/{person.actor}" or (rank == one.last + 1 and not bracket):
            return end
        if bracket:
            return tokens.end(last) + 1 if tokens.before(last + 1).startswith(")") else end
        return (
            tokens.end(last)
            if all(fold_separator(tokens.before(r)) in {" ", "'", ","} for r in range(one.last + 1, rank + 1))
            else end
        )

    def _nearest(self, persons: tuple[Person, ...]) -> tuple[Person, ...]:
        """Those of this meeting if any; else those of the meeting nearest in time, the past first."""
        here = tuple(person for person in persons if person.meeting == self._meeting)
        if here:
            return here
        days = {person.meeting: self._registry.dates[person.meeting] for person in persons}
        day = self._day or max(days.values())
        nearest = min(days, key=lambda slug: (days[slug] > day, abs((days[slug] - day).days), slug))
        return tuple(person for person in persons if person.meeting == nearest)

    def _organisation(self, person: Person) -> str:
        if person.actor:
            return self._registry.name_at(person.actor, self._day or self._registry.dates[person.meeting])
        return person.function or NOBODY

    def _initials(self, text: str, tokens: Tokens, one: Named, end: int) -> str:
        person = one.persons[0]
        words = tokens.words[one.name : one.last + 1]
        given = [word for word in words if fold_word(word) in person.given] if not one.alone else []
        parts = [word[0].upper() + "." for word in given[:1]] + [initial(person.surname)]
        civility = text[tokens.start(one.first) : tokens.start(one.name)] if one.first != one.name else ""
        written = EMPHASIS.sub("", civility) + " ".join(parts)
        return written[:-1] if text[end : end + 1] == "." else written


def initial(surname: tuple[str, ...]) -> str:
    """« V. » for a surname of folded words."""
    return surname[0][0].upper() + "."


def _with_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """The span with the emphasis marks that open right before it and close right after it, or belong to it."""
    inside = EMPHASIS.findall(text[start:end])
    if len(inside) % 2:
        after = EMPHASIS.match(text, end)
        if after and after[0] == inside[-1]:
            return start, after.end()
        for mark in EMPHASIS.finditer(text, max(0, start - 3), start):
            if mark.end() == start and mark[0] == inside[0]:
                return mark.start(), end
    return start, end


def _kept_marks(cut: str, written: str) -> str:
    """What replaces a cut: an emphasis mark without its fellow stays, and so do line breaks."""
    marks = list(EMPHASIS.finditer(cut))
    if len(marks) % 2:
        odd = marks[-1]
        opens = odd.start() == 0 or cut[odd.start() - 1].isspace()
        written = odd[0] + written if opens else written + odd[0]
    return _kept_breaks(cut, written)


def _kept_breaks(cut: str, written: str) -> str:
    return written + "".join(re.findall(r"\n[ \t]*(?:>[ \t]?)*", cut))


def _applied(text: str, cuts: list[_Cut]) -> str:
    parts: list[str] = []
    position = 0
    for cut in cuts:
        if cut.start < position:
            continue
        parts += [text[position : cut.start], cut.text]
        position = cut.end
        if cut.text.endswith("\n") or re.search(r"\n[ \t>]*$", cut.text):
            while text[position : position + 1] == " ":
                position += 1
    return "".join([*parts, text[position:]])
