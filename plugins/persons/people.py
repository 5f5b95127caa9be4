"""The persons of a meeting and a text → where the text names them, alone or in a list.

A name counts after a civility, or as given name (or its initial) and surname; « MM. A, B et C » are three. Where several
persons bear a surname, civility decides, then given name or initial; otherwise all of them are returned.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plugins.persons.civilities import CIVILITIES, GLUED, KIN, Civility, civility_at
from plugins.persons.naming import Names, Part
from plugins.persons.person import Person
from plugins.persons.strangers import after_office, end_of_name, looks_like_a_name
from plugins.text.folding import fold_separator, fold_word
from plugins.text.tokens import Tokens

_AND = frozenset(("et", "ou", "puis", "and"))
_PLACES = frozenset(
    "rue avenue boulevard place square allee quai pont impasse chemin cours esplanade ecole college lycee universite gymnase stade "
    "salle espace hopital clinique fondation centre maison residence foyer theatre mediatheque bibliotheque cite quartier prix "
    "halle amphitheatre piscine creche immeuble batiment tour barre villa hotel passage villas square allees parvis parc jardin "
    # What is named after somebody: a law, a shop, a works, a church.
    "loi lois ordonnance amendement decret circulaire plan accord accords magasin usine groupe enseigne marque musee eglise chapelle abbaye "
    "mission caserne aeroport port gare institut observatoire station".split()
)
_LONGEST_ASIDE = 14  # words in the brackets of « MM. A (service x), B »


@dataclass(frozen=True)
class Named:
    """A person named in a text.

    Attributes:
        first, last: ranks of the first and last words, the civility included when it stands right before.
        name: rank of the first word of the name itself.
        persons: who it can be; one when it is clear.
        civil: whether a civility stands before it.
        part: whether the name is whole; without civility, half of it may be a word like another.
        split: rank of the second half of the name when more than a space stands before it; 0 else.
        place: whether it names a street, a school…
        listed: whether it stands in a list opened by a plural civility.
        unknown: whether nobody bears this name (`persons` is then empty).
    """

    first: int
    last: int
    name: int
    persons: tuple[Person, ...]
    civil: bool = False
    part: Part = "full"
    split: int = 0
    place: bool = False
    listed: bool = False

    @property
    def unknown(self) -> bool:
        """A civility and a capitalised name that resolve to nobody."""
        return not self.persons


class People:
    """The persons who may be named; `bare=True` also finds halves of names alone (for masking)."""

    def __init__(self, persons: Iterable[Person], *, bare: bool = False) -> None:
        self._names = Names(persons, loose=bare)
        self._bare = bare
        # « née Brunel » is no mention of M. Brunel.
        self._heads = self._names.heads | (CIVILITIES.keys() if bare else CIVILITIES.keys() - KIN)

    def find(self, tokens: Tokens) -> list[Named]:
        """Every person named, in the order of the text, without overlap."""
        found: list[Named] = []
        done = -1
        heads = self._heads
        glued = self._bare and bool(GLUED.search(tokens.text))
        for rank in [r for r, word in enumerate(tokens.words) if fold_word(word) in heads or (glued and GLUED.match(word))]:
            if rank <= done:
                continue
            for named in self._at(tokens, rank):
                found.append(named)
                # A masked text must lose « Vasseur » even where « Mme Julie Vasseur » is nobody's name.
                done = named.name - 1 if named.unknown and self._bare else named.last
        return found

    def _at(self, tokens: Tokens, rank: int) -> Iterator[Named]:
        civility = civility_at(tokens, rank)
        if civility is None and self._bare and GLUED.match(tokens.words[rank]):
            name = rank if tokens.words[rank][-1] != "M" else rank + 1
            if looks_like_a_name(tokens, name):
                yield Named(rank, end_of_name(tokens, name), name, (), civil=True)
        elif civility is None:
            yield from self._without_civility(tokens, rank)
        elif civility.plural:
            yield from self._list(tokens, rank, civility)
        else:
            yield from self._after_civility(tokens, rank, civility)

    def _after_civility(self, tokens: Tokens, rank: int, civility: Civility) -> Iterator[Named]:
        couple = self._bare and self._opens_a_couple(tokens, rank)
        name = rank + 3 if couple else rank + 1  # « M. et Mme Vasseur »
        reading = self._names.read(tokens, name, "" if couple else civility.gender, bare=True)
        if reading and reading.persons:
            yield Named(rank, reading.last, name, reading.persons, civil=True, part=reading.part, split=reading.split)
        elif looks_like_a_name(tokens, name):
            yield Named(rank, end_of_name(tokens, name), name, (), civil=True)
        elif self._bare:
            office = after_office(tokens, rank + 1)
            if office is not None and not self._names.read(tokens, office, "", bare=True):
                yield Named(rank, end_of_name(tokens, office), office, (), civil=True)

    def _opens_a_couple(self, tokens: Tokens, rank: int) -> bool:
        if rank + 3 >= len(tokens.words) or fold_word(tokens.words[rank + 1]) not in _AND:
            return False
        second = civility_at(tokens, rank + 2)
        return second is not None and not second.plural

    def _without_civility(self, tokens: Tokens, rank: int) -> Iterator[Named]:
        reading = self._names.read(tokens, rank, "", bare=self._bare)
        if not reading or not reading.persons or not (reading.capitalised or self._bare):
            return
        place = rank > 0 and fold_separator(tokens.before(rank)) in {" ", "'"} and self._follows_a_place(tokens, rank)
        yield Named(rank, reading.last, rank, reading.persons, part=reading.part, split=reading.split, place=place)

    def _follows_a_place(self, tokens: Tokens, rank: int) -> bool:
        before = [fold_word(word) for word in tokens.words[max(0, rank - 2) : rank]]
        return bool(before) and (
            before[-1] in _PLACES or (len(before) == 2 and before[-1] in {"de", "du", "d"} and before[0] in _PLACES)
        )

    def _list(self, tokens: Tokens, opening: int, civility: Civility) -> Iterator[Named]:
        rank, gender, first = opening + 1, civility.gender, opening
        # « Mmes et MM. A, B et C »
        if rank + 1 < len(tokens.words) and fold_word(tokens.words[rank]) == "et":
            second = civility_at(tokens, rank + 1)
            if second is None or not second.plural:
                return
            rank, gender = rank + 2, ""
        last_one = False
        while rank < len(tokens.words):
            reading = self._names.read(tokens, rank, gender, bare=True)
            if reading and reading.persons and reading.capitalised:
                yield Named(first, reading.last, rank, reading.persons, civil=True, part=reading.part, listed=True)
                end = reading.last
            elif looks_like_a_name(tokens, rank):
                end = end_of_name(tokens, rank)
                yield Named(first, end, rank, (), civil=True, listed=True)
            else:
                return
            following = self._next_item(tokens, end)
            if following is None or (last_one and not following[1]):
                return
            rank, last_one = following
            first = rank

    def _next_item(self, tokens: Tokens, end: int) -> tuple[int, bool] | None:
        """Rank of the next name of a list, and whether « et » announces it; None when the list ends."""
        rank = end + 1
        if rank >= len(tokens.words):
            return None
        gap = fold_separator(tokens.before(rank))
        if gap == "(":
            closing = next(
                (r for r in range(rank + 1, min(rank + _LONGEST_ASIDE, len(tokens.words)) + 1) if ")" in tokens.before(r)), None
            )
            if closing is None or closing == len(tokens.words):
                return None
            rank, gap = closing, fold_separator(tokens.before(closing)).removeprefix(")") or " "
        word = fold_word(tokens.words[rank])
        if gap in {" ", ","} and word in _AND and rank + 1 < len(tokens.words):
            return rank + 1, True
        if gap in {" ", ","} and word == "ainsi" and rank + 2 < len(tokens.words) and fold_word(tokens.words[rank + 1]) == "que":
            return rank + 2, True
        if gap == "&":
            return rank, True
        return (rank, False) if gap in {",", "/", ";"} else None
