"""French text → the form under which two spellings of one thing are equal, and the way back to the original offsets.

Composed or decomposed accents, case, ligatures, soft hyphens and zero-width characters never make a difference; every
apostrophe is one apostrophe; a hyphen, a no-break space or a line break is a space; the dots of an acronym and the
bracket of « (e)s » are dropped.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache

from plugins.text.words import APOSTROPHES, HYPHENS, INVISIBLE, cut, stem_of


class _Characters(dict[int, str]):
    """What each code point folds to, worked out when it is first met: `str.translate` then runs in C."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if char in INVISIBLE:
            folded = ""
        elif char in APOSTROPHES:
            folded = "'"
        elif char in HYPHENS:
            folded = "-"
        elif char.isspace():
            folded = " "
        else:
            flat = unicodedata.normalize("NFKD", char).casefold().translate(_LIGATURES)
            folded = "".join(c for c in unicodedata.normalize("NFKD", flat) if not unicodedata.combining(c))
        self[code] = folded
        return folded


_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ı": "i", "ł": "l"})
_CHARACTERS = _Characters()


# Words repeat themselves; those of a large site do not fit, and need not.
@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """One word as `words.cut` gives it: without case, accents, dots of an acronym, inclusive ending."""
    folded = stem_of(word).translate(_CHARACTERS)
    return folded if folded.isalnum() else "".join(c for c in folded if c.isalnum())


def without_accents(word: str) -> str:
    """Letters and digits of a word with their case kept: « État » → « Etat »."""
    flat = unicodedata.normalize("NFKD", word.replace("œ", "oe").replace("Œ", "OE").replace("æ", "ae").replace("Æ", "AE"))
    return "".join(c for c in flat if c.isalnum())


def fold_separator(separator: str) -> str:
    """What stands between two words: a space, an apostrophe, nothing, or its punctuation without spaces.

    A hyphen is a space unless spaces stand on both sides of it: « Carif-Oref » is « Carif Oref », « a - b » is two things.
    """
    if separator == " " or separator == "":
        return separator
    flat = separator.translate(_CHARACTERS)
    bare = flat.strip(" ")
    if bare == "" or (bare == "-" and not (flat[0] == " " and flat[-1] == " ")):
        return " "
    return bare.replace(" ", "")


@dataclass(frozen=True)
class Folded:
    """A folded text.

    Attributes:
        text: the folded text.
        starts: for each folded character, the offset of the original character that it comes from; one more for the end.
    """

    text: str
    starts: tuple[int, ...] = field(repr=False)

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original text that a span of the folded text comes from (code points)."""
        last = self.starts[end - 1] if end > start else self.starts[start]
        return self.starts[start], self.starts[bisect_right(self.starts, last)] if last < self.starts[-1] else self.starts[-1]


def fold(text: str) -> str:
    """The folded text: words separated by one space, one apostrophe, or their punctuation."""
    pieces = cut(text)
    out = [fold_word(piece) if rank % 2 else _spaced(fold_separator(piece)) for rank, piece in enumerate(pieces)]
    return "".join(out).strip(" ")


def fold_with_map(text: str) -> Folded:
    """The folded text, and where each of its characters comes from; linear in the length of the text."""
    out: list[str] = []
    starts: list[int] = []
    offset = 0
    for rank, piece in enumerate(cut(text)):
        if rank % 2 and piece.isalpha() and len(folded := piece.translate(_CHARACTERS)) == len(piece):
            # The way of most words: one letter for each letter.
            out.append(folded)
            starts.extend(range(offset, offset + len(piece)))
        elif rank % 2:
            for shift, char in enumerate(stem_of(piece)):
                folded = "".join(c for c in char.translate(_CHARACTERS) if c.isalnum())
                out.append(folded)
                starts.extend([offset + shift] * len(folded))
        else:
            folded = _spaced(fold_separator(piece))
            out.append(folded)
            starts.extend([offset] * len(folded))
        offset += len(piece)
    whole = "".join(out)
    left, right = len(whole) - len(whole.lstrip(" ")), len(whole.rstrip(" "))
    return Folded(whole[left:right], (*starts[left:right], len(text)))


def _spaced(separator: str) -> str:
    return separator if separator in {"", " ", "'"} else f" {separator} "
