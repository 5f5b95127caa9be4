"""A text → its words and what stands between them, by Unicode's letters and digits.

A word keeps its combining accents, soft hyphens and zero-width characters, the dots of an acronym (« C.C.A.S. ») and an
inclusive ending (« délégué(e)s », « délégué·e·s »); an apostrophe or a hyphen always separates.
"""

from __future__ import annotations

import re

APOSTROPHES = frozenset("'’‘‛ʼʹʻʽˈ′´`＇᾿")
# Of these, Unicode calls some letters: « dʼentraide » would be one word.
LETTER_LIKE = "".join(sorted(char for char in APOSTROPHES if char.isalnum()))
HYPHENS = frozenset("-‐‑‒–—−﹣－⁃")
INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u180e")

# Stands for what no mention may touch or cross, such as a picture or the end of a block; neither a letter nor a space.
OBJECT = "\ufffc"

# An elided article or conjunction: the apostrophe after it separates two words, as in « l'État », unlike « prud'homme ».
ELIDED = frozenset("l d j m t s c n qu jusqu lorsqu puisqu quoiqu".split())

_ACCENTS = "\u0300-\u036f"
_MARKS = _ACCENTS + "\u00ad\u200b-\u200f\u2060\ufeff\u180e"
_ENDING = "e|s|x|es|ne|nes|le|les|te|tes|se|ses|ve|ves|ère|ères|rice|rices|trice|trices|euse|euses|ale|ales|aux"
_END = rf"(?![\w{_ACCENTS}])"
_INCLUSIVE = (
    rf"\((?:{_ENDING})\)s?{_END}"
    rf"|[·•‧∙⋅・](?:{_ENDING})(?:[·•‧∙⋅・]?s)?{_END}"
    rf"|\.(?:{_ENDING})\.s{_END}|\.es?{_END}|-e-s{_END}"
)
# What may follow the letters of a word and belong to it; every other word ends after one look at the next character.
_NEXT = rf"[.(·•‧∙⋅・\-{_MARKS}]"
_ACRONYM = rf"(?<![\d_])(?<!\w\w)[{_ACCENTS}]*+(?:\.[^\W\d_][{_ACCENTS}]*+)+(?:\.(?![{_ACCENTS}]))?{_END}"


def _pattern(letter: str, more: str) -> re.Pattern[str]:
    # A soft hyphen at the end of a line: the word goes on on the next one.
    marked = rf"[{_MARKS}]{more}*(?:(?<=\u00ad)\s+{letter}{more}*)*(?:{_INCLUSIVE})?"
    return re.compile(rf"({letter}+(?:(?={_NEXT})(?:{_ACRONYM}|{marked}|{_INCLUSIVE}))?)")


_WORD = _pattern(r"\w", rf"[\w{_MARKS}]")
_CAREFUL_WORD = _pattern(rf"[^\W{LETTER_LIKE}]", rf"(?:(?![{LETTER_LIKE}])[\w{_MARKS}])")
_SUFFIX = re.compile(rf"(?:{_INCLUSIVE})$")


def cut(text: str) -> list[str]:
    """Separator, word, separator, word, … separator: joined, they are the text; words stand at the odd ranks."""
    careful = any(char in text for char in LETTER_LIKE)
    return (_CAREFUL_WORD if careful else _WORD).split(text)


def is_inclusive(word: str) -> bool:
    """Whether a word of `cut` carries an inclusive ending, such as « (e)s »."""
    return not (word.isalnum() or "." in word[1:2]) and bool(_SUFFIX.search(word))


def stem_of(word: str) -> str:
    """The word without its inclusive ending: « délégué(e)s » → « délégué »."""
    if word.isalnum() or word[1:2] == ".":
        return word
    ending = _SUFFIX.search(word)
    return word[: ending.start()] if ending else word


def feminine_of(word: str) -> str:
    """The feminine that an inclusive ending spells: « délégué(e)s » → « déléguée »; the stem when it spells none."""
    ending = _SUFFIX.search(word)
    if not ending:
        return word
    letters = re.sub(r"[\W_]", "", ending.group())
    return word[: ending.start()] + (letters.rstrip("s") if letters not in {"s", "x", "aux"} else "")
