"""A declared form → the spellings under which a text may write it, and whether words of a text are one of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from plugins.text.folding import fold_separator, fold_word, without_accents
from plugins.text.forms import Form, is_acronym
from plugins.text.inflection import ABBREVIATIONS, key_of, singular
from plugins.text.words import APOSTROPHES, HYPHENS, INVISIBLE, cut, feminine_of, is_inclusive, stem_of

# What separates for good in a name, and may all the same be forgotten in a text, or be a space.
_FORGOTTEN = frozenset(("'", ",", ".", "-", "«", "»", '"', "“", "”"))
_OPENS = re.compile('[.!?…:;•«“"(\ufffc]|\n\\s*\n|[–—]\\s*$')
_NUMBERED = re.compile(r"[^\W\d_]{2,}|\d+")
_DIGIT = re.compile(r"\d")
_AND = "et"


@dataclass(frozen=True)
class Outside:
    """What stands before the first word and after the last one, as a text writes it; whether the text starts or ends there."""

    before: str
    after: str
    starts: bool
    ends: bool


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
    # Whether its keys and separators say it all: no flag, no acronym, no sign.
    is_plain: bool = False

    @property
    def demands(self) -> tuple[bool | str, ...]:
        """What it asks for, beside its words: where several spellings accept a text, those that ask for most are meant."""
        return *self.form.flags, *self.form.needed_signs

    def accepts(self, written: Sequence[str], between: Sequence[str], outside: Outside) -> bool:
        """Whether words of a text that have the right keys, and what stands between and around them, are this spelling.

        Args:
            written: as many words as the spelling has, as the text writes them.
            between: what stands between them, as the text writes it.
            outside: what stands around them.
        """
        if not self.separated(written, between):
            return False
        if self.is_plain:
            return True
        opens = outside.starts or bool(_OPENS.search(outside.before))
        if not self._signed(written, outside, opens):
            return False
        if self.form.litteral:
            return _letters(written, between) == _letters(self.words, cut(self.form.text)[2:-1:2])
        if self.form.is_everyday and (written[0].islower() or (opens and not is_acronym(stem_of(written[0]).removesuffix("s")))):
            return False
        return all(
            self._accepts_word(mine, its, opens=opens and not rank)
            for rank, (mine, its) in enumerate(zip(self.words, written, strict=True))
        )

    def separated(self, written: Sequence[str], between: Sequence[str]) -> bool:
        """Whether what stands between words of a text may stand between those of the form."""
        return all(map(_may_separate, self.separators, between, written))

    def _signed(self, written: Sequence[str], outside: Outside, opens: bool) -> bool:
        """Whether the signs that belong to the name are written; « Aïda » is « Aïda ! » where its capital says so."""
        before, after = self.form.needed_signs
        if before and not outside.before.endswith(before):
            return False
        if not after or closing(after, outside):
            return True
        return not after.strip("!?…") and not opens and written[0][0].isupper() and self.words[0][0].isupper()

    def _accepts_word(self, declared: str, written: str, *, opens: bool) -> bool:
        mine, its = fold_word(declared), fold_word(written)
        if self.form.nombre and mine != its and not is_inclusive(written):
            return False
        if is_acronym(declared) and mine != its and not (its == mine + "s" and written.endswith("s")):
            return False
        if not self.form.casse or _same_capitals(declared, written):
            return True
        return opens and declared[0].islower() and _same_capitals(declared[0].upper() + declared[1:], written)


def closing(sign: str, outside: Outside) -> int:
    """Length of a sign that closes a name, with the space that French puts before it; 0 when it is not written there.

    A sign that another word follows at once closes nothing: « Cap'Emploi » is not « Cap' ».
    """
    after = outside.after
    bare = after.lstrip(" \u00a0\u202f") if sign[0] in "!?" else after
    if "".join("'" if char in APOSTROPHES else char for char in bare[: len(sign)]) != sign:
        return 0
    return len(after) - len(bare) + len(sign) if outside.ends or len(bare) > len(sign) else 0


def spellings(form: Form) -> Iterator[Spelling]:
    """The form itself, with its inclusive endings read both ways, « & » for « et », « CD 76 » for « CD76 », hyphens lost."""
    pieces = cut(form.text)
    words, gaps = pieces[1::2], pieces[2:-1:2]
    separators = [fold_separator(piece) for piece in gaps]
    if not words:
        return
    for some, between in _shapes(form, words, separators):
        stems = list(map(stem_of, some))
        yield _spelling(form, stems, between)
        if stems != some:
            yield _spelling(form, [feminine_of(word) for word in some], between)
    if not form.casse and not form.litteral and any(piece in HYPHENS for piece in gaps):
        yield _spelling(form, *_joined(words, separators, [piece in HYPHENS for piece in gaps]))


_Shape = tuple[list[str], list[str]]


def _shapes(form: Form, words: list[str], separators: list[str]) -> list[_Shape]:
    shapes = [(words, separators)]
    # Most names have neither: nothing is looked for in them.
    if not form.litteral and ("&" in form.text or _AND in map(str.lower, words)):
        shapes += _with_and(words, separators)
    if not form.litteral and _DIGIT.search(form.text):
        shapes += [other for shape in shapes for other in _with_numbers(*shape)]
    return shapes


def _with_and(words: list[str], separators: list[str]) -> Iterator[_Shape]:
    """« Ensemble et Solidaires » is « Ensemble & Solidaires »."""
    if "&" in separators:
        written, between = [words[0]], list[str]()
        for word, separator in zip(words[1:], separators, strict=True):
            written += [_AND, word] if separator == "&" else [word]
            between += [" ", " "] if separator == "&" else [separator]
        yield written, between
    places = [rank for rank, word in enumerate(words) if word.lower() == _AND and 0 < rank < len(words) - 1]
    if places:
        kept = [rank for rank in range(len(words)) if rank not in places]
        yield (
            [words[rank] for rank in kept],
            ["&" if after - before > 1 else separators[before] for before, after in pairwise(kept)],
        )


def _with_numbers(words: list[str], separators: list[str]) -> Iterator[_Shape]:
    """« CD76 » is « CD 76 », and « 1jeune1solution » is « 1 jeune 1 solution »; « 2e », a rank, stays one word."""
    split, between = list[str](), list[str]()
    for word, separator in zip(words, [*separators, ""], strict=True):
        parts, folded = _NUMBERED.findall(word), fold_word(word)
        if len(parts) < 2 or "".join(parts) != word or key_of(folded) != singular(folded):
            parts = [word]
        split += parts
        between += [*[" "] * (len(parts) - 1), separator]
    if len(split) > len(words):
        yield split, between[:-1]
    close = [
        separator in {" ", ","} and ((one.isalpha() and other.isdigit()) or (words[0].isdigit() and one.isdigit()))
        for (one, other), separator in zip(pairwise(words), separators, strict=True)
    ]
    if any(close):
        yield _joined(words, separators, close)


def _joined(words: Sequence[str], separators: Sequence[str], close: Sequence[bool]) -> _Shape:
    joined, between = [words[0]], list[str]()
    for word, separator, closes in zip(words[1:], separators, close, strict=True):
        if closes:
            joined[-1] += word
        else:
            joined.append(word)
            between.append(separator)
    return joined, between


def _spelling(form: Form, words: Sequence[str], separators: Sequence[str]) -> Spelling:
    keys = tuple(key_of(fold_word(word)) for word in words)
    plain = not any(form.flags) and not form.is_signed and not any(map(is_acronym, words))
    return Spelling(form, keys, tuple(words), tuple(separators), plain)


def _may_separate(declared: str, written: str, word: str) -> bool:
    """An apostrophe may be lost, a comma or a dot forgotten; any other punctuation separates for good."""
    if declared == written:
        return True
    folded = fold_separator(written)
    if declared == folded:
        # « data.inclusion » is one name, « des data. Inclusion » two sentences.
        return declared != "." or not written[-1].isspace() or _ends_with_a_dot(word)
    return (folded == " " and declared in _FORGOTTEN) or (declared == " " and folded == "." and _ends_with_a_dot(word))


def _ends_with_a_dot(word: str) -> bool:
    """« St. », « Assoc. », and the acronym « C. A. F. »."""
    return word.endswith(".") or fold_word(word) in ABBREVIATIONS


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
