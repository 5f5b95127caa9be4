"""A declared form (« Pôle emploi », « IAE » with its capitals) → the spellings under which a text may write it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plugins.text.folding import fold_separator, fold_word, without_accents
from plugins.text.inflection import singular
from plugins.text.words import APOSTROPHES, HYPHENS, INVISIBLE, cut, feminine_of, is_inclusive, stem_of


@dataclass(frozen=True)
class Form:
    """A form and its flags.

    Attributes:
        text: the form as declared; case, accents, plural, apostrophes, hyphens and spaces are free unless flagged.
        casse: only with these capitals.
        nombre: only in this number, singular or plural.
        litteral: letter for letter.
    """

    text: str
    casse: bool = False
    nombre: bool = False
    litteral: bool = False

    @property
    def flags(self) -> tuple[bool, bool, bool]:
        """casse, nombre, litteral."""
        return self.casse, self.nombre, self.litteral

    @property
    def words(self) -> list[str]:
        """Its words; a form without any names nothing."""
        return cut(self.text)[1::2]


@dataclass(frozen=True)
class Spelling:
    """One way to write a form.

    Attributes:
        form: what was declared.
        keys: the key of each word (see `inflection`).
        words: its words as declared.
        separators: what stands between them, folded.
    """

    form: Form
    keys: tuple[str, ...]
    words: tuple[str, ...]
    separators: tuple[str, ...]
    # Whether its keys and separators say it all: no flag, no acronym.
    is_plain: bool = False

    def accepts(self, written: Sequence[str], between: Sequence[str]) -> bool:
        """Whether words of a text that have the right keys, and what stands between them, are this spelling.

        Args:
            written: as many words as the spelling has, as the text writes them.
            between: what stands between them, as the text writes it.
        """
        if not self.separated(between):
            return False
        if self.is_plain:
            return True
        if self.form.litteral:
            return _letters(written, between) == _letters(self.words, cut(self.form.text)[2:-1:2])
        return all(map(self._accepts_word, self.words, written))

    def separated(self, between: Sequence[str]) -> bool:
        """Whether what stands between words of a text may stand between those of the form."""
        return all(map(_may_separate, self.separators, between))

    def _accepts_word(self, declared: str, written: str) -> bool:
        mine, its = fold_word(declared), fold_word(written)
        if self.form.nombre and mine != its and not is_inclusive(written):
            return False
        if is_acronym(declared) and mine != its and not (its == mine + "s" and written.endswith("s")):
            return False
        return not self.form.casse or _same_capitals(declared, written)


def spellings(form: Form) -> Iterator[Spelling]:
    """The form itself, with its inclusive endings read both ways, and its hyphened words written as one."""
    pieces = cut(form.text)
    words = pieces[1::2]
    separators = [fold_separator(piece) for piece in pieces[2:-1:2]]
    if not words:
        return
    yield _spelling(form, [stem_of(word) for word in words], separators)
    if any(map(is_inclusive, words)):
        yield _spelling(form, [feminine_of(word) for word in words], separators)
    if not form.casse and not form.litteral and any(piece in HYPHENS for piece in pieces[2:-1:2]):
        joined, between = [words[0]], []
        for word, piece, separator in zip(words[1:], pieces[2:-1:2], separators, strict=True):
            if piece in HYPHENS:
                joined[-1] += word
            else:
                joined.append(word)
                between.append(separator)
        yield _spelling(form, joined, between)


def is_acronym(word: str) -> bool:
    """Whether a declared word is an acronym: two capitals or more and nothing else; its last S is no plural."""
    letters = [c for c in word if c.isalpha()]
    return len(letters) > 1 and all(c.isupper() for c in letters)


def _spelling(form: Form, words: Sequence[str], separators: Sequence[str]) -> Spelling:
    keys = tuple(singular(fold_word(word)) for word in words)
    plain = not any(form.flags) and not any(map(is_acronym, words))
    return Spelling(form, keys, tuple(words), tuple(separators), plain)


def _may_separate(declared: str, written: str) -> bool:
    """An apostrophe may be lost, a comma or a dot forgotten; any other punctuation separates for good."""
    if declared == written:
        return True
    folded = fold_separator(written)
    return declared == folded or (folded == " " and declared in {"'", ",", "."})


def _same_capitals(declared: str, written: str) -> bool:
    mine, its = without_accents(stem_of(declared)), without_accents(stem_of(written))
    size = min(len(mine), len(its))
    while size and mine[:size].casefold() != its[:size].casefold():
        size -= 1
    ending = its[size:]
    return mine[:size] == its[:size] and ending == ending.lower()


_APOSTROPHE = re.compile(f"[{re.escape(''.join(APOSTROPHES))}]")
_HYPHEN = re.compile(f"[{re.escape(''.join(HYPHENS))}]")
_INVISIBLE = re.compile(f"[{re.escape(''.join(INVISIBLE))}]")


def _letters(words: Sequence[str], separators: Sequence[str]) -> str:
    """The words to the letter; the same apostrophe, hyphen, space or composition written otherwise is no difference."""
    text = words[0] + "".join(s + w for s, w in zip(separators, words[1:], strict=True))
    text = _HYPHEN.sub("-", _APOSTROPHE.sub("'", _INVISIBLE.sub("", text)))
    return unicodedata.normalize("NFC", " ".join(text.split()))
