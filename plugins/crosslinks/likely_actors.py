"""The text of a page and what is already named in it → likely actors that have no page.

Three signs: an acronym, a group of capitalised words, a word such as « association » or « mission » followed by a name.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress, count

from plugins.cache.store import Store, key_of
from plugins.crosslinks.likely_words import ARTICLES, LINKS, NO_ACTORS, begins, is_common, is_keyword, is_kind
from plugins.persons.civilities import CIVILITIES
from plugins.text.addresses import addresses
from plugins.text.folding import fold_separator, fold_word
from plugins.text.forms import is_acronym
from plugins.text.inflection import singular
from plugins.text.sentences import OPENERS
from plugins.text.tokens import Tokens
from plugins.text.words import OBJECT

_SENTENCE_END = re.compile(rf"[.!?…:;•\n{OBJECT}]")
_NOT_READ = re.compile(r"[«»\"“”\u00ad\u200b\u2060]")
_ROMAN = re.compile(r"[IVX]+")
_LONGEST_ACRONYM = 9  # letters; longer words in capitals are shouted
_LONGEST_NAME = 9  # words
_LONGEST_PERSON = 5


@dataclass(frozen=True)
class Sighting:
    """A likely actor.

    Attributes:
        name: as the page writes it, spaces made plain.
        key: what its singular, plural, capitals and accents share.
        start: its offset in the text of the page.
    """

    name: str
    key: tuple[str, ...]
    start: int


def name_key(name: str) -> tuple[str, ...]:
    """What two spellings of one likely name share."""
    return tuple(singular(fold_word(word)) for word in Tokens(name).words)


def sightings(tokens: Tokens, taken: Sequence[tuple[int, int]], known: Collection[tuple[str, ...]]) -> Iterator[Sighting]:
    """Likely actors of a text, in order, without overlap.

    Args:
        tokens: the searched text of a scanned page.
        taken: spans where something is already named, in any order.
        known: keys of names that are no actor: terms of the glossary, places, pages.
    """
    reader = _Reader(tokens, taken)
    after = 0
    for rank in compress(count(), map(begins, tokens.words)):
        if rank < after:
            continue
        end = reader.group(rank)
        if end is None:
            after = reader.past_person(rank)
            continue
        start, stop = tokens.start(rank), tokens.end(end)
        name = " ".join(_NOT_READ.sub("", tokens.text[start:stop]).split())
        key = name_key(name)
        if key not in known:
            yield Sighting(name, key, start)
        after = end + 1


def kept_sightings(
    tokens: Tokens, taken: Sequence[tuple[int, int]], known: Collection[tuple[str, ...]], around: bytes, store: Store
) -> list[Sighting]:
    """The same, from the store when they were found before.

    Args:
        tokens: of the page.
        taken: spans where something is already named, in any order.
        known: keys of names that are no actor.
        around: key of `known`.
        store: what was found before.
    """
    key = key_of("sightings", around, tokens.text, json.dumps(sorted(taken)))
    found = store.get(key, lambda kept: [Sighting(name, tuple(words), start) for name, words, start in kept])
    if found is None:
        found = list(sightings(tokens, taken, known))
        store.put(key, [(one.name, one.key, one.start) for one in found])
    return found


class _Reader:
    def __init__(self, tokens: Tokens, taken: Sequence[tuple[int, int]]) -> None:
        self.tokens, self.words = tokens, tokens.words
        starts = tokens.offsets[1:-1:2]
        self.closed: set[int] = set()
        for start, end in [*taken, *addresses(tokens.text)]:
            self.closed.update(range(max(0, bisect_right(starts, start) - 1), bisect_left(starts, end)))

    def group(self, rank: int) -> int | None:
        """Rank of the last word of the likely actor that starts at `rank`; None when there is none."""
        word = self.words[rank]
        if rank in self.closed:
            return None
        capital = word[0].isupper()
        if is_keyword(word):
            return self._after_keyword(rank, fold_word(word)) or (self._capitals(rank) if capital else None)
        if not capital or fold_word(word) in CIVILITIES:
            return None
        if is_acronym(word):
            return self._acronym(rank)
        return self._capitals(rank)

    def past_person(self, rank: int) -> int:
        """Rank of the word after this one, or after the name that it announces: « Mme P. BRUNEL »."""
        after = rank + 1
        if self.words[rank][0].isupper() and fold_word(self.words[rank]) in CIVILITIES:
            while (
                after < len(self.words)
                and after - rank <= _LONGEST_PERSON
                and fold_separator(self.tokens.before(after)) in {" ", ".", "'"}
                and (self.words[after][0].isupper() or self.words[after] in LINKS)
            ):
                after += 1
        return after

    def _joined(self, rank: int, *, quoted: bool = False) -> bool:
        """Whether a word goes on with the one before it."""
        if rank >= len(self.words) or rank in self.closed:
            return False
        gap = fold_separator(self.tokens.before(rank))
        return gap in {" ", "'"} or (quoted and gap in {"«", '"', "“"})

    def _after_keyword(self, rank: int, keyword: str) -> int | None:
        """« association Les Cimes », « mission locale de Lisieux », « conseil citoyen », « Commission 7 »."""
        last = rank
        common = False
        while self._joined(last + 1) and last - rank < 2 and is_kind(fold_word(self.words[last + 1])):
            last += 1
            common = common or is_common(keyword, fold_word(self.words[last]))
        if self._joined(last + 1) and self.words[last + 1].isdigit() and len(self.words[last + 1]) <= 2 and last == rank:
            return last + 1
        named = self._name(last, quoted=True)
        return named if named is not None else (last if common else None)

    def _name(self, last: int, *, quoted: bool = False) -> int | None:
        """Rank of the last word of a name that goes on after `last`: capitals, and small words between them."""
        end: int | None = None
        rank = last
        while rank - last < _LONGEST_NAME:
            after = rank + 1
            first = quoted and end is None
            while self._joined(after, quoted=first) and after - rank < 5 and self._links(after, last, named=end is not None):
                after += 1
            if not self._joined(after, quoted=first) or not self._is_name(after):
                return end
            rank = after
            if fold_word(self.words[rank]) not in ARTICLES:
                end = rank
        return end

    def _links(self, rank: int, first: int, *, named: bool) -> bool:
        """Whether a small word may stand inside a name; « et » only in « Maison de l'Emploi et de la Formation »."""
        word = self.words[rank].lower()
        if word == "et":
            return (
                named
                and "et" not in self.words[first:rank]
                and self._joined(rank + 1)
                and self.words[rank + 1].lower() in {"de", "du", "des", "d"}
            )
        return word in LINKS and not self.words[rank][0].isupper()

    def _is_name(self, rank: int) -> bool:
        word, folded = self.words[rank], fold_word(self.words[rank])
        if not word[0].isupper() or _ROMAN.fullmatch(word):
            return False
        return folded in ARTICLES or (folded not in OPENERS and folded != "cedex" and (folded not in CIVILITIES or len(word) > 3))

    def _capitals(self, rank: int) -> int | None:
        """« Maison des Ados », « Normandie Avenir »: two capitalised words or more."""
        opens = rank == 0 or bool(_SENTENCE_END.search(self.tokens.before(rank)))
        word = self.words[rank]
        if fold_word(word) in OPENERS or len(word) == 1 or self._shouted(rank):
            return None
        if opens and not (self._joined(rank + 1) and self.words[rank + 1][0].isupper()):
            return None  # the capital of a sentence says nothing
        end = self._name(rank)
        return end if end is not None and not (end == rank + 1 and self._ends_a_person(end)) else None

    def _ends_a_person(self, rank: int) -> bool:
        """« Claire VASSEUR »: a long word in capitals after a capitalised one."""
        before = self.words[rank - 1] if rank and self._joined(rank) else ""
        return len(self.words[rank]) > 4 and self.words[rank].isupper() and before[:1].isupper() and not before.isupper()

    def _acronym(self, rank: int) -> int | None:
        if self._shouted(rank) or self._ends_a_person(rank):
            return None
        end = rank
        while self._joined(end + 1) and self.tokens.before(end + 1) != " " and is_acronym(self.words[end + 1]):
            end += 1  # « CARIF-OREF »
        word = fold_word(self.words[rank])
        alone = end == rank
        no_actor = word in NO_ACTORS or len(word) > _LONGEST_ACRONYM or _ROMAN.fullmatch(self.words[rank])
        return None if alone and no_actor else end

    def _shouted(self, rank: int) -> bool:
        """In a line of capitals, an acronym does not show."""
        return any(
            0 <= other < len(self.words)
            and len(self.words[other]) > 1
            and self.words[other].isalpha()
            and self.words[other].isupper()
            and self.words[rank].isupper()
            and fold_separator(self.tokens.before(max(rank, other))) in {" ", "'"}
            and "-" not in self.tokens.before(max(rank, other))
            for other in (rank - 1, rank + 1)
        )
