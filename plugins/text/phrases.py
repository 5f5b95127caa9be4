"""A dictionary of forms of one or more words, and every place of a text where one stands.

The text is cut into words once, each distinct word is looked up once, and only words that begin a form are walked down
a trie of word keys: the time is linear in the text and does not depend on the number of forms.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, NamedTuple, TypeVar

from plugins.text.folding import fold_word
from plugins.text.forms import Form, Spelling, spellings
from plugins.text.inflection import singular
from plugins.text.tokens import Tokens
from plugins.text.words import HYPHENS, feminine_of, is_inclusive

T = TypeVar("T")

_LONGEST_WORD = 64  # no form has a longer one; a megabyte without a space is not worth remembering
_HYPHENATIONS = frozenset(HYPHENS | {hyphen + "\n" for hyphen in HYPHENS})


class Found(NamedTuple, Generic[T]):
    """A form in a text.

    Attributes:
        first, last: ranks of its first and last words.
        values: what the form stands for; several when it was declared several times with the same flags.
        form: the form as it was declared.
    """

    first: int
    last: int
    values: tuple[T, ...]
    form: Form


class _Node(Generic[T]):
    __slots__ = ("children", "ends")

    def __init__(self) -> None:
        self.children: dict[int, _Node[T]] = {}
        self.ends: list[tuple[Spelling, T]] = []

    def leads_on(self, number: int, readings: Mapping[int, object]) -> bool:
        """Whether a form ends here or may go on with a key."""
        return bool(self.ends) or number in self.children or number in readings


class _Memory(dict[str, int]):
    """Word as written → number of its key; 0 when no form has it, negative when it can be read in two ways."""

    def __init__(self, keys: dict[str, int]) -> None:
        super().__init__()
        self.known = keys
        self.readings: dict[int, tuple[int, ...]] = {}

    def __missing__(self, word: str) -> int:
        if len(word) > _LONGEST_WORD:
            return 0
        number = self.known.get(singular(fold_word(word)), 0)
        if is_inclusive(word):
            feminine = self.known.get(singular(fold_word(feminine_of(word))), 0)
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
        self._root: _Node[T] = _Node()
        for form, value in forms:
            for spelling in spellings(form):
                self._add(spelling, value)
        self._memory = _Memory(self._keys)

    def _add(self, spelling: Spelling, value: T) -> None:
        node = self._root
        for key in spelling.keys:
            node = node.children.setdefault(self._keys.setdefault(key, len(self._keys) + 1), _Node())
        node.ends.append((spelling, value))
        node.ends.sort(key=lambda end: -sum(end[0].form.flags))

    def longest(self, tokens: Tokens) -> Iterator[Found[T]]:
        """The longest form that starts at each word, in order; they may overlap."""
        memory, heads = self._memory, self._root.children
        numbers = list(map(memory.__getitem__, tokens.words))
        joined = self._joined(tokens)
        starts = [rank for rank, number in enumerate(numbers) if number in heads or number < 0]
        numbers.append(0)  # no key: a walk ends there
        if joined:
            starts = sorted({*starts, *joined})
        else:  # most words that begin a form are followed by another word than the form's
            known = self._memory.readings
            starts = [r for r in starts if numbers[r] < 0 or heads[numbers[r]].leads_on(numbers[r + 1], known)]
        for rank in starts:
            found = self._from(tokens, numbers, joined, rank)
            if found is not None:
                yield found

    def _joined(self, tokens: Tokens) -> dict[int, int]:
        """Rank of a word → key of the word that it makes with the next one, when only a hyphen stands between them."""
        words, joined = tokens.words, {}
        hyphens = [rank for rank, piece in enumerate(tokens.pieces[2:-1:2]) if piece in _HYPHENATIONS]
        for rank in hyphens:
            if len(words[rank]) + len(words[rank + 1]) <= _LONGEST_WORD:
                number = self._keys.get(singular(fold_word(words[rank]) + fold_word(words[rank + 1])))
                if number:
                    joined[rank] = number
        return joined

    def _from(self, tokens: Tokens, numbers: list[int], joined: dict[int, int], first: int) -> Found[T] | None:
        """The longest form that starts at one word."""
        # The way of nearly every word: one reading, no hyphenation; the trie is walked straight down.
        node, rank = self._root, first
        reached: list[tuple[int, _Node[T]]] = []
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
            written, between = tokens.words[first : last + 1], tokens.pieces[2 * first + 2 : 2 * last + 2 : 2]
            found = self._accepted(node, tokens, (first, last), (written, between))
            if found is not None:
                return found
        return None

    def _by_every_path(self, tokens: Tokens, numbers: list[int], joined: dict[int, int], first: int) -> Found[T] | None:
        """The same where a word can be read in several ways: « délégué(e) », « socio-culturel » for « socioculturel »."""
        best: Found[T] | None = None
        # (node reached, rank of the next word, words taken as written, what stands between them)
        paths: list[tuple[_Node[T], int, list[str], list[str]]] = [(self._root, first, [], [])]
        while paths:
            node, rank, words, between = paths.pop()
            if node.ends and (best is None or rank - 1 > best.last):
                best = self._accepted(node, tokens, (first, rank - 1), (words, between)) or best
            if rank == len(tokens.words) or not node.children:
                continue
            gap = [*between, tokens.before(rank)] if words else []
            known = self._memory.readings.get(numbers[rank], (numbers[rank],))
            with_this = [*words, tokens.words[rank]]
            paths.extend((node.children[n], rank + 1, with_this, gap) for n in known if n in node.children)
            if joined.get(rank) in node.children:
                word = tokens.words[rank] + tokens.words[rank + 1]
                paths.append((node.children[joined[rank]], rank + 2, [*words, word], gap))
        return best

    def _accepted(
        self, node: _Node[T], tokens: Tokens, span: tuple[int, int], written: tuple[list[str], list[str]]
    ) -> Found[T] | None:
        if len(node.ends) == 1:
            spelling, value = node.ends[0]
            if spelling.accepts(*written) and tokens.stands_free(*span):
                return Found(*span, (value,), spelling.form)
            return None
        accepted = [(spelling.form, value) for spelling, value in node.ends if spelling.accepts(*written)]
        if not accepted or not tokens.stands_free(*span):
            return None
        form = accepted[0][0]
        values = dict.fromkeys(value for other, value in accepted if other.flags == form.flags)
        return Found(*span, tuple(values), form)
