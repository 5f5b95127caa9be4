"""The words that stand before a name: what they say of gender and number, and what is no name after them."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.text.folding import fold_separator, fold_word
from plugins.text.tokens import Tokens


@dataclass(frozen=True)
class Civility:
    """`gender` is `f`, `m` or empty for either; `plural` opens a list of names."""

    gender: str
    plural: bool


_WORDS = {
    "mme": ("f", False), "mlle": ("f", False), "madame": ("f", False), "mademoiselle": ("f", False),
    "mmes": ("f", True), "mlles": ("f", True), "mesdames": ("f", True), "mesdemoiselles": ("f", True),
    "m": ("m", False), "mr": ("m", False), "monsieur": ("m", False),
    "mm": ("m", True), "mrs": ("m", True), "messieurs": ("m", True),
    "dr": ("", False), "docteur": ("", False), "docteure": ("", False), "pr": ("", False), "professeur": ("", False),
    "professeure": ("", False), "me": ("", False), "maitre": ("", False), "drs": ("", True), "docteurs": ("", True),
}  # fmt: skip
CIVILITIES = {word: Civility(*what) for word, what in _WORDS.items()}
# Also ordinary words in lower case: « 12 m », « il me dit », « docteur en droit ».
_CAPITALISED = frozenset("m mm me pr dr mr mrs maitre docteur docteure docteurs professeur professeure".split())
# Civilities of which the scorer of links and common sense say that they belong to the name.
LINKED_WITH_NAME = frozenset(("m", "mr", "mme", "mlle", "madame", "monsieur", "dr"))
# « M. le Maire », « Mme La Présidente »: offices, not names.
OFFICES = frozenset(
    "maire prefet prefete president presidente directeur directrice ministre depute deputee senateur senatrice recteur rectrice "
    "secretaire adjoint adjointe delegue deleguee sous vice procureur procureure inspecteur inspectrice chef cheffe conseiller "
    "conseillere commissaire rapporteur rapporteure proviseur proviseure principal principale doyen doyenne general".split()
)


def civility_at(tokens: Tokens, rank: int) -> Civility | None:
    """The civility that a word is, if it is one and something may be named after it."""
    word = tokens.words[rank]
    folded = fold_word(word)
    found = CIVILITIES.get(folded)
    if found is None or rank + 1 == len(tokens.words):
        return None
    gap = tokens.before(rank + 1)
    if fold_separator(gap) not in {" ", "."} or "\n\n" in gap:
        return None
    dotted = "." in gap
    if word[0].islower() and folded in _CAPITALISED and not (dotted and folded in {"m", "mm", "mr"}):
        return None
    if folded in {"m", "mm"} and rank and tokens.words[rank - 1].isdigit():
        return None  # « 3 M. », « 12 MM »
    return found
