"""A text cut into words, with the offsets of each, and whether some of them stand free of their neighbours."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate

from plugins.text.folding import fold_separator, fold_word
from plugins.text.words import APOSTROPHES, ELIDED, HYPHENS, cut

# Before a hyphen, they make another name: « sous-préfet » is no « préfet », « Haute-Normandie » no « Normandie ».
_BOUND = frozenset(
    "sous vice haut haute hauts hautes bas basse basses saint sainte demi mi pre arriere avant apres contre outre grand grande "
    "archi sur".split()
)
_DEICTIC = frozenset(("la", "ci"))
# Three letters at least: « M. C. Vasseur » is no acronym.
_SPACED = re.compile(r"\.[ \u00a0\u202f][^\W\d_a-z]\.[ \u00a0\u202f][^\W\d_a-z](?!\w)")
_RANKS = frozenset(("bis", "ter", "quater"))
# Nothing joins across these: the way of nearly every word.
_OPEN = frozenset(("", " ", "\n", ", ", ". ", ",\n", ".\n", "; ", " ; ", " : ", "\u00a0", " (", ") "))
# The same for « l'État », « d’État ».
_ELISIONS = frozenset(("'", "’"))
_ELIDED = frozenset(("l", "d", "L", "D", "qu"))
_HYPHENS = frozenset(HYPHENS | {hyphen + "\n" for hyphen in HYPHENS})


class Tokens:
    """The words of a text; `before(i)` is what separates the i-th from the one before it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces = cut(text)
        self.words = self.pieces[1::2]

    def before(self, rank: int) -> str:
        """What stands before a word; `before(len(words))` is what follows the last one."""
        return self.pieces[2 * rank]

    @property
    def hyphened(self) -> list[int]:
        """Ranks of the words that only a hyphen, and at most the end of a line, separates from the next one."""
        gaps = self.pieces[2:-1:2]
        # One search a kind of hyphen that the text has: far less work than a look at every gap.
        kinds = [kind for kind in HYPHENS if kind in self.text]
        return sorted(rank for kind in kinds for gap in (kind, kind + "\n") for rank in _places(gaps, gap))

    @property
    def spaced_acronyms(self) -> list[tuple[int, int]]:
        """First rank and number of letters of each acronym written with spaces: « C. A. F. »."""
        if not _SPACED.search(self.text):
            return []
        found: list[tuple[int, int]] = []
        size = 1
        for rank in range(len(self.words) - 1, -1, -1):
            dotted = fold_separator(self.before(rank + 1)) == "." and rank + 1 < len(self.words)
            size = size + 1 if dotted and _is_capital(self.words[rank]) and _is_capital(self.words[rank + 1]) else 1
            if size > 2:
                found.append((rank, size))
        return found

    def start(self, rank: int) -> int:
        """Offset of a word, in code points."""
        return self.offsets[2 * rank + 1]

    def end(self, rank: int) -> int:
        """Offset of the end of a word, in code points."""
        return self.offsets[2 * rank + 2]

    def line(self, offset: int) -> int:
        """The line of an offset, counted from 0."""
        return bisect_left(self._line_ends, offset)

    @cached_property
    def _line_ends(self) -> list[int]:
        return [end.start() for end in re.finditer("\n", self.text)]

    @cached_property
    def offsets(self) -> list[int]:
        """Where each piece begins, and where the last one ends."""
        return list(accumulate(map(len, self.pieces), initial=0))

    def stands_free(self, first: int, last: int) -> bool:
        """Whether words `first` to `last` are words of their own, not a part of a longer word or number."""
        before, after = self.pieces[2 * first], self.pieces[2 * last + 2]
        if after in _OPEN and (before in _OPEN or (before in _ELISIONS and self.words[first - 1] in _ELIDED)):
            return not (after == " " and self.words[last][-1].isdigit() and self._is_ranked(last, after))
        return self._free_before(first, before) and self._free_after(last, after) and not self._is_ranked(last, after)

    def _free_before(self, first: int, gap: str) -> bool:
        if first == 0 or not gap:
            return True
        previous, word = self.words[first - 1], self.words[first]
        if gap in APOSTROPHES:
            return fold_word(previous) in ELIDED  # « prud'hommes »
        if gap in _HYPHENS:
            folded = fold_word(previous)
            return folded not in _BOUND and not (word[0].islower() and previous[0].islower() and folded not in {"ex", *ELIDED})
        if gap == ")":
            return False  # « (ré)insertion »
        return not (gap in ".," and previous[-1:].isdigit() and word[:1].isdigit())

    def _free_after(self, last: int, gap: str) -> bool:
        if last + 1 == len(self.words) or not gap:
            return True
        word, following = self.words[last], self.words[last + 1]
        if gap in APOSTROPHES:
            return fold_word(word) in ELIDED
        if gap in _HYPHENS:  # « pôle emploi-formation » is no « pôle emploi »; « ces acteurs-là » are actors
            return not (word[0].islower() and following[0].islower() and fold_word(following) not in _DEICTIC)
        if gap == "(":
            closed = self.before(last + 2).startswith(")")
            return not (closed and following.islower() and len(following) <= 6)  # « région(ale) »
        return not (gap in ".,/" and word[-1:].isdigit() and following[:1].isdigit())

    def is_signed(self, last: int) -> bool:
        """Whether a plus at once after a word makes another name of it: « FSE+ » is not « FSE »."""
        gap = self.before(last + 1)
        return gap[:1] == "+" and (len(gap) > 1 or last + 1 == len(self.words))

    def _is_ranked(self, last: int, gap: str) -> bool:
        """« Commission 4 bis » is not « Commission 4 »."""
        ends_in_number = self.words[last][-1:].isdigit() and last + 1 < len(self.words)
        return ends_in_number and gap.isspace() and fold_word(self.words[last + 1]) in _RANKS


def _is_capital(word: str) -> bool:
    return len(word) == 1 and word.isupper()


def _places(items: Sequence[str], wanted: str) -> Iterator[int]:
    rank = -1
    try:
        while True:
            rank = items.index(wanted, rank + 1)
            yield rank
    except ValueError:
        return
