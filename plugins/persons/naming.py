"""A place in a text → the person's name that begins there: given name or initial, surname, in either order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from plugins.persons.civilities import OFFICES
from plugins.persons.person import PARTICLES, Person
from plugins.text.folding import fold_separator, fold_word
from plugins.text.tokens import Tokens
from plugins.text.words import HYPHENS

_INSIDE = frozenset((" ", "'"))
_AFTER_INITIAL = frozenset((" ", ".", ".-"))
# Between the halves of a name in a list or a table: « Vasseur, Claire », « Vasseur (Claire) », « | Vasseur | Claire | ».
_LOOSE = frozenset((",", ";", ":", "(", "[", "|", "/", "-", "–", "—", "\\", "&", "+", ")", "<>"))


Part = Literal["full", "surname", "given"]
_PARTS: tuple[Part, ...] = ("full", "surname", "given")


@dataclass(frozen=True)
class Reading:
    """A name read: `persons` who bear it, rank of its `last` word, which `part` of the name it is.

    `split` is the rank of its second half when more than a space stands before it, as in « Vasseur (Claire) »; 0 else.
    """

    persons: tuple[Person, ...]
    last: int
    part: Part
    capitalised: bool
    split: int = 0

    @property
    def bare(self) -> bool:
        """Whether only half of the name stands there."""
        return self.part != "full"


class _Half(NamedTuple):
    last: int
    part: Part
    person: Person
    split: int = 0


class Names:
    """The names of some persons.

    Args:
        persons: who they are.
        loose: also half of a double surname, a surname without its particle, a given name alone, and « Vasseur (Claire) ».
    """

    def __init__(self, persons: Iterable[Person], *, loose: bool = False) -> None:
        self._loose = loose
        unique = list({(p.meeting, p.identity): p for p in persons}.values())
        self._by_surname: dict[str, list[tuple[tuple[str, ...], Person]]] = {}
        self._by_given: dict[str, list[Person]] = {}
        for person in unique:
            for surname in person.surnames if loose else person.surnames[:1]:
                self._by_surname.setdefault(surname[0], []).append((surname, person))
            if person.given:
                for beginning in {person.given[0][:size] for size in range(1, len(person.given[0]) + 1)} | {_initials(person)}:
                    self._by_given.setdefault(beginning, []).append(person)
        self.heads = self._by_surname.keys() | self._by_given.keys()

    def read(self, tokens: Tokens, rank: int, gender: str, *, bare: bool) -> Reading | None:
        """The longest name that starts at `rank`; None when nobody's does.

        Args:
            tokens: the text.
            rank: rank of the first word of the name.
            gender: `f` or `m` when a civility tells it.
            bare: whether half of a name will do.
        """
        readings = [
            half
            for half in self._readings(tokens, rank)
            if (bare or half.part == "full") and self._stands_alone(tokens, rank, half.last)
        ]
        if not readings:
            return None
        end = max(half.last for half in readings)
        longest = [half for half in readings if half.last == end]
        persons = tuple(
            dict.fromkeys(h.person for h in longest if not gender or not h.person.gender or h.person.gender == gender)
        )
        part = next(part for part in _PARTS if any(half.part == part for half in longest))
        split = min(half.split for half in longest)
        return Reading(persons, end, part, capitalised(tokens, rank, end), split)

    def _readings(self, tokens: Tokens, rank: int) -> Iterator[_Half]:
        if rank >= len(tokens.words):
            return
        word = fold_word(tokens.words[rank])
        for surname, person in self._by_surname.get(word, ()):
            last = self._surname(tokens, rank, surname, person)
            if last is None:
                continue
            yield _Half(last, "surname", person)
            end = self._given(tokens, last + 1, person, full=True)
            gap = fold_separator(tokens.before(last + 1))
            if end is not None and (gap == " " or (self._loose and gap in _LOOSE)):
                yield _Half(end, "full", person, last + 1 if gap != " " else 0)
            elif self._loose and gap == " " and self._is_initial(tokens, last + 1, person):
                yield _Half(last + 1, "full", person)
        for person in self._by_given.get(word, ()):
            yield from self._from_given(tokens, rank, person)

    def _from_given(self, tokens: Tokens, rank: int, person: Person) -> Iterator[_Half]:
        whole, end = self._given(tokens, rank, person, full=True), self._given(tokens, rank, person, full=False)
        if self._loose and whole is not None:
            yield _Half(whole, "given", person)
        split = 0
        if end is None and self._loose and whole is not None and fold_separator(tokens.before(whole + 1)) in _LOOSE:
            end, split = whole, whole + 1
        if end is None or end + 1 >= len(tokens.words) or (not split and HYPHENS & set(tokens.before(end + 1))):
            return
        for surname in person.surnames if self._loose else person.surnames[:1]:
            last = self._surname(tokens, end + 1, surname, person)
            if last is not None:
                yield _Half(last, "full", person, split)
        if self._loose and end == whole and not split and person.surname and self._is_letter(tokens, end + 1, person.surname):
            yield _Half(end + 1, "full", person)

    def _is_initial(self, tokens: Tokens, rank: int, person: Person) -> bool:
        """« Vasseur C. »."""
        return bool(person.given) and self._is_letter(tokens, rank, person.given)

    def _is_letter(self, tokens: Tokens, rank: int, name: tuple[str, ...]) -> bool:
        """Whether the first letter of a name stands there, capital and with its dot."""
        if rank >= len(tokens.words):
            return False
        word = tokens.words[rank]
        letters = fold_word(word)
        return (
            len(letters) == 1
            and word[0].isupper()
            and ("." in tokens.before(rank + 1)[:1] or "." in word)
            and name[0][0] == letters
        )

    def _surname(self, tokens: Tokens, rank: int, surname: tuple[str, ...], person: Person) -> int | None:
        end = rank + len(surname)
        if tuple(map(fold_word, tokens.words[rank:end])) != surname:
            return None
        if any(fold_separator(tokens.before(r)) not in _INSIDE for r in range(rank + 1, end)):
            return None
        titled = tokens.words[end - 1].islower() or (len(surname) > 1 and tokens.words[rank].islower())
        if titled and surname[-1] in OFFICES:
            return None  # « M. le maire », « M. le Maire » are not M. LE MAIRE
        return end - 1

    def _given(self, tokens: Tokens, rank: int, person: Person, *, full: bool) -> int | None:
        """Rank of the last word of a given name: whole, its first words, or (unless `full`) an initial or abbreviation."""
        size = 0
        for known in person.given:
            if rank + size >= len(tokens.words):
                break
            word = fold_word(tokens.words[rank + size])
            dotted = rank + size + 1 < len(tokens.words) and tokens.before(rank + size + 1)[:1] == "."
            short = (
                not full and known.startswith(word) and len(word) < 4 and (dotted or (size == 0 and tokens.words[rank].isupper()))
            )
            if word != known and not short:
                break
            gap = fold_separator(tokens.before(rank + size)) if size else " "
            if gap not in (_AFTER_INITIAL if not full else _INSIDE):
                break
            size += 1
        if size:
            after = fold_separator(tokens.before(rank + size))
            whole = fold_word(tokens.words[rank + size - 1]) == person.given[size - 1]
            return (
                rank + size - 1
                if full or after == " " or (after == "." and not whole) or (after == "." and len(person.given[size - 1]) == 1)
                else None
            )
        first = tokens.words[rank] if rank < len(tokens.words) else ""
        if not full and len(person.given) > 1 and fold_word(first) == _initials(person) and first.replace(".", "").isupper():
            return rank
        return None

    def _stands_alone(self, tokens: Tokens, first: int, last: int) -> bool:
        """Not half of a hyphenated name: « Vasseur-Petit » is neither Vasseur nor Petit."""
        before = first > 0 and tokens.before(first) in HYPHENS and tokens.words[first - 1][0].isupper()
        after = last + 1 < len(tokens.words) and tokens.before(last + 1) in HYPHENS and tokens.words[last + 1][0].isupper()
        return not before and not after


def capitalised(tokens: Tokens, first: int, last: int) -> bool:
    """Whether words are written as a name: capitals, but for particles."""
    words = tokens.words[first : last + 1]
    return all(word[0].isupper() for word in words if fold_word(word) not in PARTICLES) and any(
        word[0].isupper() for word in words
    )


def _initials(person: Person) -> str:
    return "".join(word[0] for word in person.given)
