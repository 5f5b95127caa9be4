"""The characters that make up words: one declaration, the same in Python and JavaScript.

The ranges are written out, not taken from a class such as “word character”: both languages must cut the same
words whatever version of Unicode they know. The twin is `theme/static/js/search/characters.js`.
"""

from __future__ import annotations

import re
import unicodedata

# What is invisible inside a word: soft hyphen, zero-width space and joiners, byte order mark.
INVISIBLE = "\\u00ad\\u200b-\\u200d\\u2060\\ufeff"
LETTERS = (
    "0-9A-Za-z\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02b8\\u0300-\\u0386\\u0388-\\u16ea\\u16ec-\\u1fff"
    "\\u2c00-\\u2dff\\u3041-\\u30fa\\u30fc-\\ud7a3\\uf900-\\ufdff\\ufe70-\\ufefc" + INVISIBLE
)
APOSTROPHES = "'\\u2018\\u2019\\u02bc\\u2032\\u00b4\\u0060\\uff07"
HYPHENS = "\\-\\u2010-\\u2015\\u2212"
MIDDLE_DOTS = "\\u00b7\\u0387\\u16eb\\u2022\\u2027\\u2219\\u22c5\\u2e31\\u30fb\\uff65"
LINKS = APOSTROPHES + HYPHENS + MIDDLE_DOTS + "._&"
# Endings of inclusive spelling that no word of French is: « habitant-e-s », « formateur/trice ».
SURE_ENDINGS = "e|es|ne|nes|rice|rices|trice|trices|ice|ices|euse|euses|[eè]re|[eè]res|i[eè]re|i[eè]res|ive|ives|ale|ales|enne|ennes|ienne|iennes"
# Between brackets, nothing else can be meant: « habitant(e)s », the only parentheses that are part of a word.
ENDINGS = SURE_ENDINGS + "|s|x|le|les|te|tes|se|ses|ve|ves|fe|fes|que|ques|che|ches|elle|elles|esse|esses|sse|sses|aux"
INCLUSIVE = f"\\((?:{ENDINGS}|{ENDINGS.upper()})\\)[sS]?|/(?:{SURE_ENDINGS}|{SURE_ENDINGS.upper()}|[sS])(?![{LETTERS}])"

CHUNK = re.compile(f"[{LETTERS}]+(?:[{LINKS}][{LETTERS}]+|{INCLUSIVE})*")
PIECE = re.compile(f"([{LINKS}()/]?)([{LETTERS}]+)")
LINK = re.compile(f"[{LINKS}/]")
APOSTROPHE = re.compile(f"[{APOSTROPHES}]")
HYPHEN = re.compile(f"[{HYPHENS}]")
DIGITS = re.compile("[0-9]+")
# A number and the signs inside it, and what may stand between two of its groups: a space, or the brackets of « +33 (0)2 ».
FIGURES = re.compile(f"[0-9]+(?:[{HYPHENS}.][0-9]+)*")
BETWEEN = re.compile("[ \\u00a0\\u202f]?\\((?=0\\))|(?<=\\(0)\\)[ \\u00a0\\u202f]?|[ \\u00a0\\u202f]")
# What dials in France and is written in groups: ten digits, « 39 49 », « 116 117 »; and the same from abroad.
TELEPHONE = re.compile("0[0-9]{9}|3[0-9]{3}|11[68][0-9]{3}")
ABROAD = re.compile("(?:00)?330?([1-9][0-9]{8})")
# Texts without any of it are read faster.
NUMBERS = re.compile("[0-9][ \\u00a0\\u202f)(]{1,2}[0-9]|33[0-9]{9}")
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
# Combining marks of Latin, Greek and Cyrillic: all that NFKD takes off accented letters.
_MARKS = re.compile("[\\u0300-\\u036f]")
# Ligatures opened; the sigma that ends a word is a form of the letter, not another letter.
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ς": "σ"})


def fold(text: str) -> str:
    """Lower case, without accents, ligatures opened, invisible characters gone."""
    if text.isascii():
        return text.lower()
    lower = unicodedata.normalize("NFKD", _INVISIBLE.sub("", text)).lower()
    return _MARKS.sub("", unicodedata.normalize("NFKD", lower)).translate(_LIGATURES)
