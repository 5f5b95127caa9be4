"""Where a name stood in a sentence → the organisation that takes its place, with the article that French wants there."""

from __future__ import annotations

import re

from plugins.persons.people import Named
from plugins.text.articles import with_article
from plugins.text.folding import fold_separator, fold_word
from plugins.text.tokens import Tokens
from plugins.text.words import APOSTROPHES

# The small words that join with what follows, whole and elided.
_JOINED = {
    "de": "de",
    "d": "de",
    "a": "à",
    "que": "que",
    "qu": "que",
    "lorsqu": "lorsque",
    "puisqu": "puisque",
    "jusqu": "jusqu’à",
}
_BEFORE_A_NAME = frozenset(
    "par pour avec selon chez sans contre vers entre sauf et ou puis mais dont si comme ni car donc quand apres avant envers "
    "lorsque puisque hormis dixit".split()
)
# A sentence, a line of a list, a heading or a cell.
_OPENS = re.compile(r"(?:(?:^|\n)[ \t>]*(?:[-+*]|\d{1,9}[.)]|#{1,6})?|[.!?…:»«|]|\n[ \t]*\n)[\s\u200b\"“]*$")

_LONGEST_OPENING = 100  # signs before a name in which a line or a sentence begins: what is read of a long text

# A sentence follows, and not the end of a line, of a cell or of a label.
_GOES_ON = re.compile(r"[\u200b*_]*,?[ \u00a0\u200b\n]+[^\W\dA-ZÀ-ÖØ-Þ]")


def in_the_place_of(tokens: Tokens, one: Named, end: int, shown: str, article: str) -> tuple[int, str]:
    """What is written in the place of a name, and where it begins: « d'Anne V. » gives « de la CGT », from its « d' » on."""
    start = tokens.start(one.first)
    before = tokens.words[one.first - 1] if one.first else ""
    gap = tokens.before(one.first)
    joined = _JOINED.get(fold_word(before)) if fold_separator(gap) in {" ", "'"} and "\n" not in gap else None
    if joined and before and not (len(before) > 1 and before.isupper()) and (fold_separator(gap) == " " or gap in APOSTROPHES):
        word = joined.capitalize() if before[0].isupper() else joined
        return tokens.start(one.first - 1), with_article(shown, article, word)
    if not article:
        return start, shown
    if _OPENS.search(tokens.text, max(0, start - _LONGEST_OPENING), start):
        return start, _capital(with_article(shown, article)) if one.listed or _GOES_ON.match(tokens.text, end) else shown
    return start, with_article(shown, article) if _wants_article(one, fold_word(before), fold_separator(gap)) else shown


def _wants_article(one: Named, before: str, gap: str) -> bool:
    if gap in {" ", "'"}:
        return before in _BEFORE_A_NAME or one.civil or one.part == "full"
    return gap == "," and (one.civil or one.part == "full")


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
