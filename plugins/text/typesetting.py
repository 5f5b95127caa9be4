"""A text or a number → how a French book prints it: apostrophes, dates kept whole, plurals, enumerations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from markupsafe import Markup

from plugins.text.typography import NO_BREAK as _NO_BREAK
from plugins.text.typography import french_spaces

# At the end of a piece of text, what is elided goes on in the next one: « l' » before a link.
# The sign comes first: a search leaps from one to the next, where it would try two conditions at each letter.
_APOSTROPHE = re.compile(r"'(?:(?<=[^\W\d_]')(?=[\w«\u00a0])|(?:(?<=\b[cdjlmnst]')|(?<=\bqu'))\Z)", re.IGNORECASE)


_DIGIT = re.compile(r"\d")
# What is read in one breath stays on one line: a date, an hour, a number and what it numbers.
_MONTH = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_DATE = re.compile(rf"\b(1er|\d\d?) ({_MONTH})\b(?: (?=\d{{4}}\b))?")
_HOUR = re.compile(r"(?<=\d) h\b(?: (?=\d\d\b))?")
_NUMBERED = re.compile(r"\b(n[°o]|articles?|commission|axe|page) (?=[A-Z]?\.?\d)", re.IGNORECASE)
# A word of a title that would be cut after its hyphen: « Emploi-Économie », « a-t-elle ».
_COMPOUND = re.compile(r"(?<![\w’-])[^\W_]+(?:’[^\W_]+)?(?:-[^\W_]+)+(?:[\u00a0\u202f][?!;:])?")
_LONGEST = 16
_YEAR = re.compile(rf"(\b(?:{_MONTH}))\u00a0(?=\d{{4}}\b)")


# The same titles and labels stand on many pages.
@lru_cache(maxsize=4096)
def typeset(text: str) -> str:
    """What editors type with a plain keyboard, as a book prints it: French spaces, curved apostrophes, dates kept whole."""
    text = _APOSTROPHE.sub("’", french_spaces(text))
    return _bound(text) if _DIGIT.search(text) else text


def _bound(text: str) -> str:
    text = _DATE.sub(lambda match: match[0].replace(" ", _NO_BREAK), text)
    text = _HOUR.sub(lambda match: match[0].replace(" ", _NO_BREAK), text)
    return _NUMBERED.sub(rf"\1{_NO_BREAK}", text)


@lru_cache(maxsize=4096)
def heading(text: str) -> Markup:
    """A title, typeset, that a narrow screen cuts between words only, and before a dash rather than after it.

    Returns:
        HTML: the text is escaped.
    """
    # In the size of a title a whole date is wider than a telephone: its year may go to the next line.
    text = _YEAR.sub(r"\1 ", typeset(text).replace("— ", f"—{_NO_BREAK}"))
    parts = re.split(f"({_COMPOUND.pattern})", text)
    whole = Markup('<span class="whole">{}</span>')
    return Markup("").join(whole.format(part) if rank % 2 and len(part) <= _LONGEST else part for rank, part in enumerate(parts))


def plural(count: int, one: str, many: str = "") -> str:
    """« 1 acteur », « 3 acteurs », « aucun acteur » is for the template to say: 0 is singular in French.

    Args:
        count: how many.
        one: the singular.
        many: the plural; without it, the singular and an s.
    """
    return f"{count}\u00a0{one if count < 2 else many or one + 's'}"


def sentence_case(text: str) -> str:
    """A capital at the beginning, all else as it was: « quartiers (QPV) » → « Quartiers (QPV) »."""
    return text[:1].upper() + text[1:]


def enumeration(words: Sequence[str]) -> str:
    """« a », « a et b », « a, b et c »."""
    return " et ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))
