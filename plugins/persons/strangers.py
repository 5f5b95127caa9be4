"""A place in a text, after a civility → the name that stands there, of somebody whom nothing declares."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from plugins.persons.civilities import CIVILITIES, NOT_NAMES, OFFICES
from plugins.persons.person import PARTICLES
from plugins.text.folding import fold_separator, fold_word
from plugins.text.tokens import Tokens
from plugins.text.words import APOSTROPHES

_INSIDE = frozenset((" ", "'"))
# Capitalised after a civility, they are no names.
NO_NAMES = OFFICES | NOT_NAMES | CIVILITIES.keys()
# Another paragraph, item or line of a table begins.
_PARTED = re.compile(r"\n\s*\n|\n[ \t]*(?:[-*+]|#{1,6})[ \t]")
_BESIDE = re.compile(r"[ \u00a0\u200b]+")
# « Vasseur, Julie : présente », at the beginning of a line.
_BEGINS = re.compile(r"(?:^|\n)[ \t>]*(?:[-*+]|\d+[.)])?[ \t\u200b]*$")
_LISTED = frozenset(("", ":", "(", ";"))
_MOST_INITIALS = 4
_LONGEST_OFFICE = 6  # words, as in « M. le directeur général adjoint de »


def looks_like_a_name(tokens: Tokens, rank: int) -> bool:
    """Whether a capitalised word that is no office stands there."""
    for _ in range(_MOST_INITIALS):  # « Mme L. Vasseur »
        if rank + 1 < len(tokens.words) and is_initial(tokens, rank):
            rank += 1
    if rank >= len(tokens.words):
        return False
    word = tokens.words[rank]
    folded = fold_word(word)
    if folded in PARTICLES and rank + 1 < len(tokens.words):
        last = rank + 1
        while fold_word(tokens.words[last]) in PARTICLES and last + 1 < len(tokens.words) and _inside(tokens, last):
            last += 1  # « van der »
        following = tokens.words[last]
        return following[0].isupper() and fold_word(following) not in OFFICES and _inside(tokens, last)
    if len(folded) == 1 and word[0].isupper() and rank + 1 < len(tokens.words) and tokens.before(rank + 1) in APOSTROPHES:
        return tokens.words[rank + 1][0].isupper()  # « O'Vasseur »
    return word[0].isupper() and len(folded) > 1 and not folded.isdigit() and folded not in NO_NAMES


def _inside(tokens: Tokens, rank: int) -> bool:
    """Whether a word may go on with the one before it: in the same paragraph, or item of a list."""
    gap = tokens.before(rank)
    return fold_separator(gap) in _INSIDE and not _PARTED.search(gap)


def is_initial(tokens: Tokens, rank: int) -> bool:
    """A capital letter and its dot, on one line."""
    after = tokens.before(rank + 1)
    return (
        len(tokens.words[rank].rstrip(".")) == 1
        and tokens.words[rank][0].isupper()
        and fold_separator(after) == "."
        and "\n" not in after
    )


def after_office(tokens: Tokens, rank: int) -> int | None:
    """Rank of the name in « M. le préfet Vasseur », « Mme la présidente, Claire Vasseur »; None without one."""
    end, office = rank, False
    while end < len(tokens.words) and end - rank < _LONGEST_OFFICE and (end == rank or _goes_on(tokens, end)):
        office = office or fold_word(tokens.words[end]) in OFFICES
        end += 1
    if not office or end >= len(tokens.words):
        return None
    if fold_word(tokens.words[end - 1]) in PARTICLES or fold_separator(tokens.before(end)) in _INSIDE:
        apposed = _apposed(tokens, end)
        if apposed is not None:
            return apposed
    if fold_word(tokens.words[end - 1]) in PARTICLES:
        return None
    if _PARTED.search(tokens.before(end)):
        return None
    gap, more = fold_separator(tokens.before(end)), end_of_name(tokens, end) > end
    named = looks_like_a_name(tokens, end) and fold_word(tokens.words[end]) not in PARTICLES
    return end if named and (gap == " " or (gap == "," and more)) else None


def _apposed(tokens: Tokens, rank: int) -> int | None:
    """Rank of the name in « M. le préfet de la région, Jean Vasseur, »: two words at least, between commas."""
    for end in range(rank, min(rank + _LONGEST_OFFICE, len(tokens.words))):
        gap = tokens.before(end)
        if fold_separator(gap) == "," and end > rank and not _PARTED.search(gap):
            last = end_of_name(tokens, end)
            closed = tokens.before(last + 1).lstrip()[:1] == ","
            return end if closed and last > end and looks_like_a_name(tokens, end) else None
        if fold_separator(gap) not in _INSIDE or _PARTED.search(gap):
            return None
    return None


def _goes_on(tokens: Tokens, rank: int) -> bool:
    word = fold_word(tokens.words[rank])
    return _inside(tokens, rank) and (word in OFFICES or word in PARTICLES)


def end_of_name(tokens: Tokens, rank: int) -> int:
    """Rank of the last word of an unknown name: capitalised words and particles, spaces or hyphens between them."""
    last = rank
    while last + 1 < len(tokens.words) and last - rank < 5:
        word = tokens.words[last + 1]
        joined = _inside(tokens, last + 1) or is_initial(tokens, last)
        if not joined or not (word[0].isupper() or fold_word(word) in PARTICLES):
            break
        last += 1
    while last > rank and not tokens.words[last][0].isupper():
        last -= 1
    return last


def has_unknown_half(tokens: Tokens, last: int, forms: Container[int]) -> bool:
    """« Mme Vasseur Julie » where only Claire Vasseur is declared; « Mme Vasseur CGT » is nobody else.

    Args:
        tokens: the text.
        last: rank of the last word of the surname.
        forms: ranks of the words that name an actor.
    """
    after = last + 1
    if after >= len(tokens.words) or after in forms:
        return False
    word, gap = tokens.words[after], tokens.before(after)
    shouted = word.isupper() and not tokens.words[last].isupper()
    return gap in {" ", "\u00a0"} and word[0].isupper() and word[1:].isalpha() and not shouted and fold_word(word) not in NO_NAMES


def other_halves(tokens: Tokens, first: int, last: int) -> Iterator[int]:
    """Ranks of the words beside a surname that may be a given name: « Julie Vasseur », « VASSEUR Julie », « Vasseur (Julie) »."""
    shouted = tokens.words[last].isupper()
    before, after = first - 1, last + 1
    if before >= 0 and _BESIDE.fullmatch(tokens.before(first)) and _may_be_given(tokens.words[before], shouted=shouted):
        yield before
    if after < len(tokens.words) and _may_be_given(tokens.words[after], shouted=shouted):
        gap = tokens.before(after)
        bracketed = gap.strip() in {"(", "["} and tokens.before(after + 1)[:1] in {")", "]"}
        listed = gap == ", " and begins_a_line(tokens, first) and tokens.before(after + 1).strip()[:1] in _LISTED
        if _BESIDE.fullmatch(gap) or bracketed or listed:
            yield after


def begins_a_line(tokens: Tokens, rank: int) -> bool:
    """Whether a word opens a line, the mark of a list or of a quotation set aside."""
    start = tokens.start(rank)
    return bool(_BEGINS.search(tokens.text, max(0, tokens.text.rfind("\n", 0, start)), start))


def _may_be_given(word: str, *, shouted: bool) -> bool:
    """A capitalised word that is no acronym beside a name, and no word that begins a sentence."""
    return (
        len(word) > 2
        and word[0].isupper()
        and (shouted or not word.isupper())
        and fold_word(word) not in NO_NAMES | PARTICLES
        and fold_word(word).isalpha()
    )
