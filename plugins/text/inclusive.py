"""Inclusive writing: the endings that a word may carry (« (e)s », « ·trice·s », « -ne-s », « /euses »), the feminine they spell.

Source of the spellings: those met in public minutes and calls, in lower case and in capitals; an ending that is also a
pronoun or an article (« dis-le », « le/les ») counts only after the letters that its adjective has (« professionnel-le »).
"""

from __future__ import annotations

import re

# Every dot that keyboards, phones and word processors give for a middle dot.
DOTS = "·•‧∙⋅・\u0387\uff65\u2e31\u16eb"
_ACCENTS = "\u0300-\u036f"
_GRAVE = "(?:è|e\u0300?)"
# No word of French on its own: these end a word after any of the signs.
_SURE = (
    rf"e|ne|trice|rice|ice|euse|i?{_GRAVE}re|ive|ale|i?enne|eresse"
    # After the letters that call for them only.
    r"|(?<=l.)le|(?<=[rx].)se|(?<=f.)[vf]e|(?<=[ts].)te|(?<=c.)(?:que|he|he)"
)
# Between brackets, and before « s », nothing else can be meant.
_ANY = rf"e|ne|le|te|se|ve|fe|que|che|trice|rice|ice|euse|i?{_GRAVE}re|ale|elle|i?enne|ive|e?sse|eresse"
_LAST = rf"(?![\w{_ACCENTS}])"


def _both_cases(pattern: str) -> str:
    """As it is, or in capitals after a capital: « DÉLÉGUÉ-E-S », but no « réunion.Le »."""
    return rf"(?:{pattern}|(?<=[A-ZÀ-ÖØ-Þ{_ACCENTS}]){pattern.upper()})"


def _after(sign: str) -> str:
    """Endings after a hyphen, a full stop or a slash: « -e-s », « .rices », « /euse/s », « -r-se-s »."""
    return rf"(?:{sign}[rfx])?{sign}(?:(?:{_ANY}){sign}s|(?:{_SURE})s?)"


PATTERN = (
    rf"(?i:(?:\([-/.{DOTS}]?(?:s|x|aux|(?:{_ANY})s?)\)){{1,2}}s?){_LAST}"
    rf"|(?i:(?:[{DOTS}](?:[srfx]|aux|(?:{_ANY})s?)){{1,3}}){_LAST}"
    rf"|{_both_cases(_after('-'))}{_LAST}|{_both_cases(_after('[.]'))}{_LAST}|{_both_cases(_after('/'))}{_LAST}|[-./]s{_LAST}"
)
# The characters that such an ending begins with.
OPENING = f".(/{DOTS}-"
_ENDING = re.compile(rf"(?:{PATTERN})$")
# Without a sign: « déléguéEs », « travailleurses », « acteurices ». No other word of French ends so.
CONTRACTIONS = ("E", "Es", "ice", "ices", "ICE", "ICES", "se", "ses", "SE", "SES")
_CONTRACTED = re.compile(r"(?<=[a-zß-öø-ÿ])Es?$|(?<=teur)ices?$|(?<=eur)ses?$|(?<=TEUR)ICES?$|(?<=EUR)SES?$")
# Ending of the masculine, endings written after it, letters that the feminine drops, letters that it takes.
_FEMININES = (
    ("teur", "trice rice ice", 4, "trice"),
    ("eur", "euse se rse", 1, "se"),
    ("eur", "eresse", 3, "eresse"),
    ("x", "euse se", 1, "se"),
    ("er", "ere iere", 2, "ere"),
    ("f", "ve ive", 1, "ve"),
    ("c", "que", 1, "que"),
    ("c", "che", 1, "che"),
    ("al", "ale", 2, "ale"),
    ("aux", "ale", 3, "ale"),
    ("el", "elle", 2, "elle"),
    ("en", "enne ienne", 2, "enne"),
    ("e", "esse", 1, "esse"),
)


def parted(word: str) -> tuple[str, str]:
    """A word without its inclusive ending, and the letters of that ending: « délégué(e)s » → « délégué », « es ».

    « travailleu·r·se·s » → « travailleur », « ses »; the second is empty for a word without one.
    """
    if word.isalnum():
        return contracted(word)
    found = _ENDING.search(word) if word[1:2] != "." else None
    if found is None:
        return word, ""
    stem, ending = word[: found.start()], found.group()
    letters = "".join(filter(str.isalpha, ending))
    if ending[1:2] in "rfxRFX" and not ending[2:3].isalpha():
        return stem + letters[0], letters[1:]
    return stem, letters


def contracted(word: str) -> tuple[str, str]:
    """The same for an ending that no sign announces: « déléguéEs », « travailleurses »."""
    found = _CONTRACTED.search(word) if word.endswith(CONTRACTIONS) else None
    return (word[: found.start()], found.group()) if found else (word, "")


def feminine(masculine: str, letters: str) -> str:
    """The feminine singular that the letters of an ending spell: (« éducateur », « trices ») → « éducatrice ».

    Letters without accents, of one case; the masculine itself when they spell only a plural.
    """
    ending = letters.removesuffix("s")
    if ending in {"", "x", "aux"}:
        return masculine
    for stem in dict.fromkeys((masculine, masculine.removesuffix("s"))):
        for old, written, dropped, new in _FEMININES:
            if stem.endswith(old) and ending in written.split():
                return stem[:-dropped] + new
    return masculine + ending
