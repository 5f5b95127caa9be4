"""A dictionary of forms of one or more words, and every place of a text where one stands.

The text is cut into words once, each distinct word is looked up once, and only words that begin a form are walked down
a trie of word keys: the time is linear in the text and does not depend on the number of forms.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

from plugins.text.folding import fold_word
from plugins.text.forms import Form, Spelling, spellings
from plugins.text.inflection import singular
from plugins.text.tokens import Tokens
from plugins.text.words import feminine_of, is_inclusive

T = TypeVar("T")

_LONGEST_WORD = 64  # no form has a longer one; a megabyte without a space is not worth remembering


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


class Node(Generic[T]):
    """Keys read so far: what may come next, and what ends here."""

    __slots__ = ("children", "ends", "plain")

    def __init__(self) -> None:
        self.children: dict[int, Node[T]] = {}
        self.ends: list[tuple[Spelling, T]] = []
        # What ends here when it is one form and says all by its keys and separators: most forms.
        self.plain: tuple[Spelling, list[str], tuple[T, ...]] | None = None

    def add(self, spelling: Spelling, value: T) -> None:
        """Let a spelling end here."""
        self.ends.append((spelling, value))
        self.ends.sort(key=lambda end: -sum(end[0].form.flags))
        self.plain = (spelling, list(spelling.separators), (value,)) if spelling.is_plain and len(self.ends) == 1 else None

    def accepts(self, written: list[str], between: list[str]) -> tuple[tuple[T, ...], Form] | None:
        """What words of a text that have the right keys stand for, with the form; None when no spelling accepts them."""
        if self.plain:
            spelling, separators, values = self.plain
            return (values, spelling.form) if between == separators or spelling.separated(between) else None
        accepted = [(spelling.form, value) for spelling, value in self.ends if spelling.accepts(written, between)]
        if not accepted:
            return None
        form = accepted[0][0]
        return tuple(dict.fromkeys(value for other, value in accepted if other.flags == form.flags)), form


class _Memory(dict[str, int]):
    """Word as written → number of its key; 0 when no form has it, negative when it can be read in two ways."""

    def __init__(self, keys: dict[str, int]) -> None:
        super().__init__()
        self.known = keys
        self.readings: dict[int, tuple[int, ...]] = {}

    def __missing__(self, word: str) -> int:
        if len(word) > _LONGEST_WORD:
            return 0
        if word.isascii() and word.isalpha():
            self[word] = number = self.known.get(singular(word.lower()), 0)
            return number
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

    def longest(self, tokens: Tokens) -> Iterator[Found[T]]:
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

    def _joined(self, tokens: Tokens) -> dict[int, int]:
        """Rank of a word → key of the word that it makes with the next one, when only a hyphen stands between them."""
        words, joined = tokens.words, {}
        for rank in tokens.hyphened:
            number = self._joined_number(words[rank], words[rank + 1])
            if number:
                joined[rank] = number
        return joined

    def _joined_number(self, word: str, following: str) -> int:
        """Number of the key of the word that two words make, as « socio-culturel » for « socioculturel »; 0 for none."""
        if len(word) + len(following) > _LONGEST_WORD:
            return 0
        return self._keys.get(singular(fold_word(word) + fold_word(following)), 0)

    def _from(self, tokens: Tokens, numbers: list[int], joined: dict[int, int], first: int) -> Found[T] | None:
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
            accepted = node.accepts(tokens.words[first : last + 1], tokens.pieces[2 * first + 2 : 2 * last + 2 : 2])
            if accepted is not None and tokens.stands_free(first, last):
                return Found(first, last, *accepted)
        return None

    def _by_every_path(self, tokens: Tokens, numbers: list[int], joined: dict[int, int], first: int) -> Found[T] | None:
        """The same where a word can be read in several ways: « délégué(e) », « socio-culturel » for « socioculturel »."""
        best: Found[T] | None = None
        # (node reached, rank of the next word, words taken as written, what stands between them)
        paths: list[tuple[Node[T], int, list[str], list[str]]] = [(self._root, first, [], [])]
        while paths:
            node, rank, words, between = paths.pop()
            if node.ends and (best is None or rank - 1 > best.last):
                accepted = node.accepts(words, between)
                if accepted is not None and tokens.stands_free(first, rank - 1):
                    best = Found(first, rank - 1, *accepted)
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
