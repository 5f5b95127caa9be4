"""The names found in a text → the text with what is shown in their place, reading as French, and what must be told."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from plugins.persons.civilities import KIN, past_civility
from plugins.persons.neutral import BLANK, Cut, balanced
from plugins.persons.people import Named
from plugins.persons.person import Person
from plugins.persons.policy import Verdict
from plugins.persons.residue import Residue
from plugins.persons.scene import NOBODY, Remark, Scene, Trouble
from plugins.persons.strangers import has_unknown_half
from plugins.persons.wording import in_the_place_of
from plugins.text.addresses import addresses
from plugins.text.folding import fold_separator, fold_word
from plugins.text.overlaps import inside_one_of
from plugins.text.tokens import Tokens

_OF = frozenset(("de", "du", "des", "d", "pour"))
_LINKING_WORDS = _OF | {"la", "le", "l", "les"}
_ENDS = re.compile(r"[\u200b*_]*[ \u00a0]*(?:[,;:.!?)\]|\n]|$)")
# « la CGT, par la voix de Mme X », « la CGT (Mme X) »: the name adds nothing once it is masked.
_SPOKEN_FOR = re.compile(
    r"\s*,?\s*(?:par la voix d(?:e |['’])|représentée?s? par |par l['’]intermédiaire d(?:e |['’])|en la personne d(?:e |['’])|\()",
)
# The dot of « Claire V. dit », and not that of the end of a sentence.
_ABBREVIATED = re.compile(r"\.(?=[ \u00a0]+[^\W\dA-ZÀ-ÖØ-Þ]|[,;:)])")
_CLOSING_TAG = re.compile(r"</[a-zA-Z]{1,20}>")
_BRACKETS = {"(": ")", "[": "]"}
_LINE = re.compile(r"\n[ \t]*(?:>[ \t]?)*")


@dataclass
class Replacing:
    """One text."""

    scene: Scene
    text: str
    tokens: Tokens
    prose: bool
    remarks: list[Remark] = field(default_factory=list)
    # What the present list (« MM. A, B et C ») already shows, and where its last item ended.
    shown: set[str] = field(default_factory=set)
    previous: int = 0
    # Rank of each word inside a form of an actor → (rank of the form's last word, its target).
    forms: dict[int, tuple[int, str]] = field(default_factory=dict)

    def masked(self, named: list[Named], left: list[Residue]) -> tuple[str, list[Remark]]:
        """The text without names, and what must be told."""
        for found in self.scene.registry.forms.longest(self.tokens):
            if found.first not in self.forms and found.values[0]:
                self.forms.update(dict.fromkeys(range(found.first, found.last + 1), (found.last, found.values[0])))
        cuts = [cut for residue in left if residue.address for cut in self._address(residue, residue.address)]
        within = inside_one_of([*((start, end) for start, end, _ in cuts), *(addresses(self.text) if named else ())])
        for one in named:
            start, end = self.tokens.start(one.name), self.tokens.end(one.last)
            if not within(start, end):
                cuts += self._person(one)
        return _applied(self.text, sorted(cuts)), self.remarks

    def _address(self, residue: Residue, span: tuple[int, int]) -> list[tuple[int, int, str]]:
        """An e-mail address in a sentence becomes words; any other address with a name in it is an error."""
        start, end = span
        if self.scene.answers.is_word(residue.written, self.text[start:end]):
            return []
        if (
            self.prose
            and "@" in self.text[start:end]
            and self.text[start - 1 : start] not in {"(", "<"}
            and "://" not in self.text[start:end]
        ):
            end -= len(self.text[start:end]) - len(self.text[start:end].rstrip(".,;:!?"))
            return [(start, end, self.scene.shown((residue.person,))[0])]
        self._tell(residue.offset, residue.written, "address", (residue.person,))
        return []

    def _person(self, one: Named) -> list[tuple[int, int, str]]:
        if not one.civil and one.first in self.forms and self.forms[one.first][0] >= one.last:
            return []  # « France Travail » is not Mme France
        if not self._is_sure(one):
            return []
        if not one.listed or one.first != one.name:
            self.shown = set()
        if not one.split:
            return [self._cut(one)]
        half = replace(one, last=one.split - 1, split=0)
        return [self._cut(half), self._second_half(one)]

    def _tell(self, offset: int, written: str, kind: Trouble, persons: tuple[Person, ...] = ()) -> None:
        self.remarks.append(Remark(self.tokens.line(offset), written, kind, persons))

    def _is_sure(self, one: Named) -> bool:
        """Whether to mask a name, as the policy or the editor says; what nobody knows is told."""
        said = self.scene.answers.said(self.tokens, one.first if one.unknown else one.name, one.last)
        if said is False:
            return False
        start, end = self.tokens.start(one.first), self.tokens.end(one.last)
        written = " ".join(self.text[start:end].split())
        if one.unknown and self._names_an_actor(one):
            return False
        if one.unknown or (one.civil and one.part != "full" and has_unknown_half(self.tokens, one.last, self.forms)):
            self._tell(start, written, "unknown")
            return not one.unknown  # what is declared of it is masked all the same
        if said is None and (beside := self._beside(one)):
            start, end = self.tokens.start(min(beside)), self.tokens.end(max(beside))
            self._tell(start, " ".join(self.text[start:end].split()), "unknown")
            return True
        at_home = any(person.meeting == self.scene.meeting for person in one.persons)
        verdict = self.scene.finders.policy.verdict(one, self.tokens, at_home=at_home)
        if verdict is Verdict.ASK and said is None:
            self._tell(start, written, "doubtful", one.persons)
        return verdict is Verdict.MASK or said is True

    def _names_an_actor(self, one: Named) -> bool:
        """« M. le directeur de l'agence, France Travail, … »: no person."""
        return self.forms.get(one.name, (-1, ""))[0] >= one.last

    def _beside(self, one: Named) -> list[int]:
        """Ranks of the name and of the given name beside it that is nobody's here; none when nothing is beside it."""
        strangers = [rank for rank in self.scene.finders.policy.strangers(one, self.tokens) if rank not in self.forms]
        return [*strangers, one.name, one.last] if strangers else []

    def _span(self, one: Named) -> Cut:
        tokens = self.tokens
        start, name, end = tokens.start(one.first), tokens.start(one.name), tokens.end(one.last)
        end -= len(tokens.text[name:end]) - len(tokens.text[name:end].rstrip(BLANK))
        if one.part == "full" and len(tokens.words[one.last]) == 1 and _ABBREVIATED.match(self.text, end):
            end += 1
        inside, after = self.text[start:end], self.text[end : end + 1]
        if after and any(opening in inside and after == closing for opening, closing in _BRACKETS.items()):  # « Mme (Vasseur) »
            end += 1
        if "<" in inside and (closing_tag := _CLOSING_TAG.match(self.text, end)):
            end = closing_tag.end()
        return balanced(self.text, start, past_civility(self.text, end))

    def _cut(self, one: Named) -> tuple[int, int, str]:
        cut = self._span(one)
        if self.scene.display == "initiales":
            return self._written(cut, self._initials(one, cut.end))
        if one.civil and one.first and fold_word(self.tokens.words[one.first]) in KIN:  # « Mme X, née Y »
            gap = self.tokens.before(one.first)
            closing = _BRACKETS.get(gap.strip()[-1:], "")  # « Mme X (née Y) »
            whole = bool(closing) and self.text.startswith(closing, cut.end)
            start = self.tokens.end(one.first - 1) + (0 if whole or not closing else len(gap))
            return self._written(replace(cut, start=start, end=cut.end + whole), "")
        shown, article = self.scene.shown(one.persons)
        if shown == NOBODY and len(self.scene.nearest(one.persons)) > 1:
            written = " ".join(self.text[cut.start : cut.end].split())
            self._tell(cut.start, written, "ambiguous", one.persons)
        person = self.scene.nearest(one.persons)[0]
        repeated = self._after_own_name(one, person, cut)
        if repeated:
            return self._written(repeated, "")
        cut = replace(cut, end=max(cut.end, self._past_repetition(one, person, cut.end)))
        if one.listed and shown in self.shown:
            cut, shown = replace(cut, start=self.previous), ""
        self.shown.add(shown)
        self.previous = cut.end
        if not shown:
            return self._written(cut, "")
        start, shown = in_the_place_of(self.tokens, one, cut.end, shown, article)
        return self._written(replace(cut, start=min(cut.start, start)), shown)

    def _second_half(self, one: Named) -> tuple[int, int, str]:
        """« Vasseur (Claire) », « | Vasseur | Claire | »: nothing is left of the second half, nor of its brackets."""
        start, end = self.tokens.start(one.split), self.tokens.end(one.last)
        gap, after = self.tokens.before(one.split), self.tokens.before(one.last + 1)
        if "|" in gap:
            return start, end, ""
        closing = _BRACKETS.get(gap.strip()[-1:], "")
        start -= len(gap)
        if closing and after.startswith(closing):
            end += 1
        cut = Cut(start, past_civility(self.text, end), "", "")
        return self._written(cut, " " if closing and not after.startswith(closing) else "")

    def _written(self, cut: Cut, shown: str) -> tuple[int, int, str]:
        breaks = "".join(_LINE.findall(self.text[cut.start : cut.end]))
        marked = shown + cut.closing if cut.closing else cut.opening + shown
        return cut.start, cut.end, marked + breaks

    def _after_own_name(self, one: Named, person: Person, cut: Cut) -> Cut | None:
        """« la CGT, par la voix de Mme X », « la CGT (Mme X) »: what to take out, so that it is not « la CGT (CGT) »."""
        for rank in range(one.first - 1, max(-1, one.first - 6), -1):
            last, target = self.forms.get(rank, (-1, ""))
            if last == rank and target == f"acteurs/{person.actor}":
                start = self.tokens.end(rank)
                spoken = _SPOKEN_FOR.fullmatch(self.text[start : cut.start])
                if not spoken or (spoken[0].endswith("(") and not self.text.startswith(")", cut.end)):
                    return None
                bracketed = spoken[0].endswith("(")
                comma = spoken[0].lstrip().startswith(",") and self.text.startswith(",", cut.end)
                return replace(cut, start=start, end=cut.end + (bracketed or comma))
        return None

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
        if target != f"acteurs/{person.actor}":
            return end
        if bracket:
            return self.tokens.end(last) + 1 if self.tokens.before(last + 1).startswith(")") else end
        gaps = [fold_separator(self.tokens.before(r)) for r in range(one.last + 1, rank + 1)]
        linked = {fold_word(word) for word in self.tokens.words[one.last + 1 : rank]} & _OF
        # « Selon Mme X, la CGT attend »: another clause begins, whose subject stays.
        repeated = linked or "," not in gaps or _ENDS.match(self.text, self.tokens.end(last))
        return self.tokens.end(last) if repeated and all(gap in {" ", "'", ","} for gap in gaps) else end

    def _initials(self, one: Named, end: int) -> str:
        person = one.persons[0]
        parts = [initial(person.surname or person.given)]
        if one.part == "given":
            parts = [initial(person.given)]
        elif one.part == "full" and person.given and person.surname:
            parts = [initial(person.given), initial(person.surname)]
        if one.first != one.name:
            civility = self.tokens.text[self.tokens.start(one.first) : self.tokens.start(one.name)].replace(BLANK, "")
            parts.insert(0, " ".join(civility.split()))
        written = " ".join(parts)
        return written[:-1] if self.text[end : end + 1] == "." else written


def initial(name: tuple[str, ...]) -> str:
    """« V. » for a name of folded words."""
    return name[0][0].upper() + "."


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
