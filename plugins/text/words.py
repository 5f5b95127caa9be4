"""A text → its words and what stands between them, by Unicode's letters and digits.

A word keeps its combining accents, soft hyphens and zero-width characters, the dots of an acronym (« C.C.A.S. ») and an
inclusive ending (see `inclusive`); an apostrophe or a hyphen always separates.
"""

from __future__ import annotations

import re
from functools import cache

from plugins.text.inclusive import OPENING, PATTERN, feminine, parted

APOSTROPHES = frozenset("'’‘‛ʼʹʻʽˈ′´`＇᾿")
# Of these, Unicode calls some letters: « dʼentraide » would be one word.
LETTER_LIKE = "".join(sorted(char for char in APOSTROPHES if char.isalnum()))
HYPHENS = frozenset("-‐‑‒–—−﹣－⁃")
INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u180e")

# Stands for what no mention may touch or cross, such as a picture or the end of a block; neither a letter nor a space.
OBJECT = "\ufffc"
# Letters and digits, whatever stands between them: what must not be lost of a text.
RUN = re.compile(r"[^\W_]+")

# An elided article or conjunction: the apostrophe after it separates two words, as in « l'État », unlike « prud'homme ».
ELIDED = frozenset("l d j m t s c n qu jusqu lorsqu puisqu quoiqu".split())

_ACCENTS = "\u0300-\u036f"
_MARKS = _ACCENTS + "\u00ad\u200b-\u200f\u2060\ufeff\u180e"
_END = rf"(?![\w{_ACCENTS}])"
# What may follow the letters of a word and belong to it; every other word ends after one look at the next character.
_NEXT = rf"[{re.escape(OPENING)}{_MARKS}]"
_ACRONYM = rf"(?<![\d_])(?<!\w\w)[{_ACCENTS}]*+(?:\.[^\W\d_][{_ACCENTS}]*+)+(?:\.(?![{_ACCENTS}]))?{_END}"


def _pattern(letter: str, more: str) -> re.Pattern[str]:
    # A soft hyphen at the end of a line: the word goes on on the next one.
    marked = rf"[{_MARKS}]{more}*(?:(?<=\u00ad)\s+{letter}{more}*)*(?:{PATTERN})?"
    return re.compile(rf"({letter}+(?:(?={_NEXT})(?:{_ACRONYM}|{marked}|{PATTERN}))?)")


_WORD = _pattern(r"\w", rf"[\w{_MARKS}]")


@cache
def _careful_word() -> re.Pattern[str]:
    """Compiled when a text needs it: few do, and it takes as long as reading ten pages."""
    return _pattern(rf"[^\W{LETTER_LIKE}]", rf"(?:(?![{LETTER_LIKE}])[\w{_MARKS}])")


def cut(text: str) -> list[str]:
    """Separator, word, separator, word, … separator: joined, they are the text; words stand at the odd ranks."""
    careful = any(char in text for char in LETTER_LIKE)
    return (_careful_word() if careful else _WORD).split(text)


def is_inclusive(word: str) -> bool:
    """Whether a word of `cut` carries an inclusive ending, such as « (e)s »."""
    return bool(parted(word)[1])


def stem_of(word: str) -> str:
    """The word without its inclusive ending: « délégué(e)s » → « délégué »."""
    return parted(word)[0]


def feminine_of(word: str) -> str:
    """The feminine that an inclusive ending spells, in lower case: « délégué(e)s » → « déléguée »; the stem when it spells none."""
    stem, letters = parted(word)
    return feminine(stem.lower(), letters.lower().replace("è", "e")) if letters else stem
