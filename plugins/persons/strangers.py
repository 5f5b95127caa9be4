"""A place in a text, after a civility → the name that stands there, of somebody whom nothing declares."""

from __future__ import annotations

from plugins.persons.civilities import CIVILITIES, NOT_NAMES, OFFICES
from plugins.persons.person import PARTICLES
from plugins.text.folding import fold_separator, fold_word
from plugins.text.tokens import Tokens

_INSIDE = frozenset((" ", "'"))
# Capitalised after a civility, they are no names.
NO_NAMES = OFFICES | NOT_NAMES | CIVILITIES.keys()
_LONGEST_OFFICE = 6  # words, as in « M. le directeur général adjoint de »


def looks_like_a_name(tokens: Tokens, rank: int) -> bool:
    """Whether a capitalised word that is no office stands there."""
    if rank >= len(tokens.words):
        return False
    word = tokens.words[rank]
    folded = fold_word(word)
    if is_initial(tokens, rank) and rank + 1 < len(tokens.words):  # « Mme L. Vasseur »
        return looks_like_a_name(tokens, rank + 1)
    if folded in PARTICLES and rank + 1 < len(tokens.words):
        following = tokens.words[rank + 1]
        return (
            following[0].isupper() and fold_word(following) not in OFFICES and fold_separator(tokens.before(rank + 1)) in _INSIDE
        )
    return word[0].isupper() and len(folded) > 1 and not folded.isdigit() and folded not in NO_NAMES


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
    if not office or end >= len(tokens.words) or fold_word(tokens.words[end - 1]) in PARTICLES:
        return None
    gap, more = fold_separator(tokens.before(end)), end_of_name(tokens, end) > end
    named = looks_like_a_name(tokens, end) and fold_word(tokens.words[end]) not in PARTICLES
    return end if named and (gap == " " or (gap == "," and more)) else None


def _goes_on(tokens: Tokens, rank: int) -> bool:
    word = fold_word(tokens.words[rank])
    return fold_separator(tokens.before(rank)) in _INSIDE and (word in OFFICES or word in PARTICLES)


def end_of_name(tokens: Tokens, rank: int) -> int:
    """Rank of the last word of an unknown name: capitalised words and particles, spaces or hyphens between them."""
    last = rank
    while last + 1 < len(tokens.words) and last - rank < 5:
        word = tokens.words[last + 1]
        joined = fold_separator(tokens.before(last + 1)) in _INSIDE or is_initial(tokens, last)
        if not joined or not (word[0].isupper() or fold_word(word) in PARTICLES):
            break
        last += 1
    while last > rank and not tokens.words[last][0].isupper():
        last -= 1
    return last
