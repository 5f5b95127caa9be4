"""A dictionary of forms of one or more words, and every place of a text where one stands.

The text is cut into words once, each distinct word is looked up once, and only words that begin a form are walked down
a trie of word keys: the time is linear in the text and does not depend on the number of forms.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from plugins.text.folding import fold_word
from plugins.text.forms import Form
from plugins.text.inclusive import CONTRACTIONS
from plugins.text.inflection import key_of
from plugins.text.spelling import Outside, Spelling, closing, spellings
from plugins.text.tokens import Tokens
from plugins.text.words import feminine_of, is_inclusive

T = TypeVar("T")

# Several dictionaries are looked for in the same texts.
_key_of = lru_cache(maxsize=65536)(key_of)
# Rank of a word → (number of the key, how many words it takes) of what it makes with the next ones.
_Joined = dict[int, list[tuple[int, int]]]
_LONGEST_WORD = 64  # no form has a longer one; a megabyte without a space is not worth remembering


class FoundForm(NamedTuple, Generic[T]):
    """A form in a text.

    Attributes:
        first, last: ranks of its first and last words.
        values: what the form stands for; several when it was declared several times with the same flags.
        form: the form as it was declared.
        spaced: whether it ends with an acronym written with spaces, « C. A. F. ».
    """

    first: int
    last: int
    values: tuple[T, ...]
    form: Form
    spaced: bool = False

    def span(self, tokens: Tokens) -> tuple[int, int]:
        """Offsets of what names it, the signs that belong to it included: « Info+ », « Aïda ! », the last dot of « C. A. F. »."""
        start, end = tokens.start(self.first), tokens.end(self.last)
        before, after = self.form.signs
        around = outside(tokens, self.first, self.last)
        if before and around.before.endswith(before):
            start -= len(before)
        if after:
            end += closing(after, around)
        return start, end + (self.spaced and around.after.startswith("."))


def _is_free(tokens: Tokens, first: int, last: int, form: Form) -> bool:
    return tokens.stands_free(first, last) and (not tokens.is_signed(last) or form.signs[1].startswith("+"))


def _as_one(words: list[str]) -> str:
    """« socio », « culturel » → « socioculturel »; letters make an acronym with its dots."""
    return "".join(words) if len(words) == 2 else "".join(f"{word}." for word in words)


def outside(tokens: Tokens, first: int, last: int) -> Outside:
    """What stands around some words of a text."""
    return Outside(tokens.before(first), tokens.before(last + 1), first == 0, last + 1 == len(tokens.words))


class Node(Generic[T]):
    """Keys read so far: what may come next, and what ends here."""

    __slots__ = ("children", "ends", "known", "plain")

    def __init__(self) -> None:
        self.children: dict[int, Node[T]] = {}
        self.ends: list[tuple[Spelling, T]] = []
        self.known: set[tuple[Spelling, T]] = set()
        # What ends here when it is one form and says all by its keys and separators: most forms.
        self.plain: tuple[Spelling, list[str], tuple[T, ...]] | None = None

    def add(self, spelling: Spelling, value: T) -> None:
        """Let a spelling end here."""
        if (spelling, value) in self.known:
            return
        self.known.add((spelling, value))
        insort(self.ends, (spelling, value), key=lambda end: -sum(map(bool, end[0].demands)))
        self.plain = (spelling, list(spelling.separators), (value,)) if spelling.is_plain and len(self.ends) == 1 else None

    def accepts(
        self, written: list[str], between: list[str], tokens: Tokens, first: int, last: int
    ) -> tuple[tuple[T, ...], Form] | None:
        """What words of a text that have the right keys stand for, with the form; None when no spelling accepts them."""
        if self.plain:
            spelling, separators, values = self.plain
            return (values, spelling.form) if between == separators or spelling.separated(written, between) else None
        around = outside(tokens, first, last)
        accepted = [(spelling, value) for spelling, value in self.ends if spelling.accepts(written, between, around)]
        if not accepted:
            return None
        best = accepted[0][0]
        return tuple(dict.fromkeys(value for other, value in accepted if other.demands == best.demands)), best.form


class _Memory(dict[str, int]):
    """Word as written → number of its key; 0 when no form has it, negative when it can be read in two ways."""

    def __init__(self, keys: dict[str, int]) -> None:
        super().__init__()
        self.known = keys
        self.readings: dict[int, tuple[int, ...]] = {}

    def __missing__(self, word: str) -> int:
        if len(word) > _LONGEST_WORD:
            return 0
        if word.isascii() and word.isalpha() and not word.endswith(CONTRACTIONS):
            self[word] = number = self.known.get(_key_of(word.lower()), 0)
            return number
        number = self.known.get(_key_of(fold_word(word)), 0)
        if is_inclusive(word):
            feminine = self.known.get(key_of(fold_word(feminine_of(word))), 0)
            if feminine and feminine != number:
                both = (number, feminine)
                number = -1 - len(self.readings)
                self.readings[number] = both
        self[word] = number
        return number


class Phrases(Generic[T]):
    """Forms and what they stand for.

    Args:
        forms: each form and its value; a form without a word is ignored. Where two forms are spelt alike, the one with
            more flags is tried first, then the one that was given first.
    """

    def __init__(self, forms: Iterable[tuple[Form, T]]) -> None:
        self._keys: dict[str, int] = {}
        self._root: Node[T] = Node()
        for form, value in forms:
            for spelling in spellings(form):
                self._add(spelling, value)
        self._memory = _Memory(self._keys)

    def _add(self, spelling: Spelling, value: T) -> None:
        node = self._root
        for key in spelling.keys:
            node = node.children.setdefault(self._keys.setdefault(key, len(self._keys) + 1), Node())
        node.add(spelling, value)

    def longest(self, tokens: Tokens) -> Iterator[FoundForm[T]]:
        """The longest form that starts at each word, in order; they may overlap."""
        heads = self._root.children
        numbers = list(map(self._memory.__getitem__, tokens.words))
        joined = self._joined(tokens)
        starts = [rank for rank, number in enumerate(numbers) if number in heads or number < 0]
        numbers.append(0)  # no key: a walk ends there
        if joined:
            starts = sorted({*starts, *joined})
        for rank in starts:
            node = heads.get(numbers[rank])
            # Most words that begin a form are followed by another word than the form's.
            if node and not node.ends and not joined:
                following = numbers[rank + 1]
                if following >= 0 and following not in node.children:
                    continue
            found = self._from(tokens, numbers, joined, rank)
            if found is not None:
                yield found

    def _joined(self, tokens: Tokens) -> _Joined:
        """Rank of a word → the words that it makes with the next ones: « socio-culturel », « C. A. F. »."""
        joined: _Joined = {}
        for rank in tokens.hyphened:
            self._join(tokens, joined, rank, 2)
        for rank, size in tokens.spaced_acronyms:
            self._join(tokens, joined, rank, size)
        return joined

    def _join(self, tokens: Tokens, joined: _Joined, rank: int, size: int) -> None:
        if size > _LONGEST_WORD:
            return
        words = tokens.words[rank : rank + size]
        if sum(map(len, words)) <= _LONGEST_WORD:
            number = self._keys.get(key_of("".join(map(fold_word, words))), 0)
            if number:
                joined.setdefault(rank, []).append((number, size))

    def _from(self, tokens: Tokens, numbers: list[int], joined: _Joined, first: int) -> FoundForm[T] | None:
        """The longest form that starts at one word."""
        # The way of nearly every word: one reading, no hyphenation; the trie is walked straight down.
        node, rank = self._root, first
        reached: list[tuple[int, Node[T]]] = []
        while True:
            number = numbers[rank]
            if number < 0 or rank in joined:
                return self._by_every_path(tokens, numbers, joined, first)
            child = node.children.get(number)
            if child is None:
                break
            node = child
            if node.ends:
                reached.append((rank, node))
            rank += 1
        for last, node in reversed(reached):
            between = tokens.pieces[2 * first + 2 : 2 * last + 2 : 2]
            accepted = node.accepts(tokens.words[first : last + 1], between, tokens, first, last)
            if accepted is not None and _is_free(tokens, first, last, accepted[1]):
                return FoundForm(first, last, *accepted)
        return None

    def _by_every_path(self, tokens: Tokens, numbers: list[int], joined: _Joined, first: int) -> FoundForm[T] | None:
        """The same where a word can be read in several ways: « délégué(e) », « socio-culturel » for « socioculturel »."""
        best: FoundForm[T] | None = None
        # (node reached, rank of the next word, words taken as written, what stands between them)
        paths: list[tuple[Node[T], int, list[str], list[str]]] = [(self._root, first, [], [])]
        while paths:
            node, rank, words, between = paths.pop()
            if node.ends and (best is None or rank - 1 > best.last):
                accepted = node.accepts(words, between, tokens, first, rank - 1)
                if accepted is not None and _is_free(tokens, first, rank - 1, accepted[1]):
                    best = FoundForm(
                        first, rank - 1, *accepted, spaced=len(tokens.words[rank - 1]) == 1 and words[-1].endswith(".")
                    )
            if rank == len(tokens.words) or not node.children:
                continue
            gap = [*between, tokens.before(rank)] if words else []
            known = self._memory.readings.get(numbers[rank], (numbers[rank],))
            with_this = [*words, tokens.words[rank]]
            paths.extend((node.children[n], rank + 1, with_this, gap) for n in known if n in node.children)
            for number, size in joined.get(rank, ()):
                if number in node.children:
                    word = _as_one(tokens.words[rank : rank + size])
                    paths.append((node.children[number], rank + size, [*words, word], gap))
        return best
