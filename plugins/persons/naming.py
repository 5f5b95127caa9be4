"""A place in a text → the person's name that begins there: given name or initial, surname, in either order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plugins.persons.civilities import CIVILITIES, OFFICES
from plugins.persons.person import PARTICLES, Person
from plugins.text.folding import fold_separator, fold_word
from plugins.text.tokens import Tokens
from plugins.text.words import HYPHENS

_INSIDE = frozenset((" ", "'"))
_AFTER_INITIAL = frozenset((" ", ".", ".-"))


@dataclass(frozen=True)
class Reading:
    """A name read: `persons` who bear it, rank of its `last` word, whether the surname stands `bare`."""

    persons: tuple[Person, ...]
    last: int
    bare: bool
    capitalised: bool


class Names:
    """The names of some persons."""

    def __init__(self, persons: Iterable[Person]) -> None:
        unique = list({(p.meeting, p.identity): p for p in persons}.values())
        self._by_surname: dict[str, list[Person]] = {}
        self._by_given: dict[str, list[Person]] = {}
        for person in unique:
            self._by_surname.setdefault(person.surname[0], []).append(person)
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
            bare: whether a surname alone will do.
        """
        readings = [
            (last, is_bare, person)
            for last, is_bare, person in self._readings(tokens, rank)
            if (bare or not is_bare) and self._stands_alone(tokens, rank, last)
        ]
        if not readings:
            return None
        end = max(last for last, _, _ in readings)
        longest = [(is_bare, person) for last, is_bare, person in readings if last == end]
        persons = tuple(dict.fromkeys(p for _, p in longest if not gender or not p.gender or p.gender == gender))
        is_bare = all(is_bare for is_bare, _ in longest)
        return Reading(persons, end, is_bare, self._capitalised(tokens, rank, end))

    def _readings(self, tokens: Tokens, rank: int) -> Iterator[tuple[int, bool, Person]]:
        if rank >= len(tokens.words):
            return
        word = fold_word(tokens.words[rank])
        for person in self._by_surname.get(word, ()):
            last = self._surname(tokens, rank, person)
            if last is not None:
                yield last, True, person
                end = self._given(tokens, last + 1, person, full=True)
                if end is not None and fold_separator(tokens.before(last + 1)) == " ":
                    yield end, False, person
        for person in self._by_given.get(word, ()):
            end = self._given(tokens, rank, person, full=False)
            if end is not None and end + 1 < len(tokens.words) and not HYPHENS & set(tokens.before(end + 1)):
                last = self._surname(tokens, end + 1, person)
                if last is not None:
                    yield last, False, person

    def _surname(self, tokens: Tokens, rank: int, person: Person) -> int | None:
        end = rank + len(person.surname)
        if tuple(map(fold_word, tokens.words[rank:end])) != person.surname:
            return None
        if any(fold_separator(tokens.before(r)) not in _INSIDE for r in range(rank + 1, end)):
            return None
        if person.articled and tokens.words[rank][0].islower() and person.surname[1] in OFFICES:
            return None  # « M. le maire » is not M. LE MAIRE
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

    def _capitalised(self, tokens: Tokens, first: int, last: int) -> bool:
        words = tokens.words[first : last + 1]
        return all(word[0].isupper() for word in words if fold_word(word) not in PARTICLES) and any(
            word[0].isupper() for word in words
        )

    def looks_like_a_name(self, tokens: Tokens, rank: int) -> bool:
        """Whether a capitalised word that is no office stands there."""
        if rank >= len(tokens.words):
            return False
        word = tokens.words[rank]
        folded = fold_word(word)
        if folded in PARTICLES and rank + 1 < len(tokens.words):
            following = tokens.words[rank + 1]
            return following[0].isupper() and fold_word(following) not in OFFICES
        return (
            word[0].isupper() and len(folded) > 1 and folded not in OFFICES and folded not in CIVILITIES and not folded.isdigit()
        )

    def end_of_name(self, tokens: Tokens, rank: int) -> int:
        """Rank of the last word of an unknown name: capitalised words and particles, spaces or hyphens between them."""
        last = rank
        while last + 1 < len(tokens.words) and last - rank < 5:
            word = tokens.words[last + 1]
            joined = fold_separator(tokens.before(last + 1)) in _INSIDE
            if not joined or not (word[0].isupper() or fold_word(word) in PARTICLES):
                break
            last += 1
        while last > rank and not tokens.words[last][0].isupper():
            last -= 1
        return last


def _initials(person: Person) -> str:
    return "".join(word[0] for word in person.given)
