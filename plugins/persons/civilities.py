"""The words that stand before a name: what they say of gender and number, and what is no name after them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plugins.text.folding import fold_separator, fold_word
from plugins.text.tokens import Tokens
from plugins.text.words import APOSTROPHES


@dataclass(frozen=True)
class Civility:
    """`gender` is `f`, `m` or empty for either; `plural` opens a list of names."""

    gender: str
    plural: bool


_WORDS = {
    "mme": ("f", False), "mlle": ("f", False), "melle": ("f", False), "mle": ("f", False), "mmme": ("f", False),
    "madame": ("f", False), "mademoiselle": ("f", False), "vve": ("f", False),
    "mmes": ("f", True), "mlles": ("f", True), "melles": ("f", True), "mesdames": ("f", True), "mesdemoiselles": ("f", True),
    "m": ("m", False), "mr": ("m", False), "monsieur": ("m", False), "mgr": ("m", False), "monseigneur": ("m", False),
    "sr": ("f", False), "mm": ("m", True), "mrs": ("m", True), "messieurs": ("m", True),
    "dr": ("", False), "docteur": ("", False), "docteure": ("", False), "pr": ("", False), "professeur": ("", False),
    "professeure": ("", False), "me": ("", False), "maitre": ("", False), "dre": ("", False), "dres": ("", True), "prof": ("", False), "drs": ("", True), "docteurs": ("", True),
    "prs": ("", True), "professeurs": ("", True), "mx": ("", False),
    # Not civilities, but a name stands after them too: « Mme Vasseur, née Brunel ».
    "nee": ("", False), "ne": ("", False), "epouse": ("", False), "veuve": ("", False),
}  # fmt: skip
CIVILITIES = {word: Civility(*what) for word, what in _WORDS.items()}
# Also ordinary words in lower case: « 12 m », « il me dit », « docteur en droit ».
_CAPITALISED = frozenset(
    "m mm me sr pr prs prof dr dre drs dres mr mrs mx maitre docteur docteure docteurs docteures professeur professeure professeurs".split()
)
# … but not before a capital: « le docteur Vasseur ».
_TITLES = frozenset(
    "mr dr dre drs dres prof docteur docteure docteurs docteures maitre professeur professeure professeurs".split()
)
# What may stand between a civility and a name besides a space: « Mme (Vasseur) ».
_OPENING = frozenset(("(", "[", "«", '"', "“"))
# They tell another name of the same person.
KIN = frozenset(("nee", "ne", "epouse", "veuve"))
# Civilities of which the scorer of links and common sense say that they belong to the name.
LINKED_WITH_NAME = frozenset(("m", "mr", "mme", "mlle", "madame", "monsieur", "dr"))
# « M. le Maire », « Mme La Présidente »: offices, not names.
OFFICES = frozenset(
    "maire prefet prefete president presidente directeur directrice ministre depute deputee senateur senatrice recteur rectrice "
    "secretaire adjoint adjointe delegue deleguee sous vice procureur procureure inspecteur inspectrice chef cheffe conseiller "
    "conseillere commissaire rapporteur rapporteure proviseur proviseure principal principale doyen doyenne general generale regional "
    "regionale departemental departementale municipal municipale national nationale representant representante animateur animatrice "
    "responsable coordinateur coordinatrice coordonnateur coordonnatrice mediateur mediatrice referent referente gouverneur "
    "ambassadeur ambassadrice abbe cure pasteur imam rabbin commandant capitaine colonel lieutenant brigadier juge batonnier greffier tresorier tresoriere administrateur administratrice".split()
)
# Capitalised after a civility, they begin another sentence or line: « 4 M. Deux postes », « Chers Mesdames, Tous… ».
NOT_NAMES = frozenset(
    "le la les l un une des du de d ce cet cette ces il elle ils elles on nous vous je tu qui que quoi dont ou et mais donc or ni car "
    "deux trois quatre cinq six sept huit neuf dix vingt trente cent mille plusieurs quelques chaque tous toutes tout toute aucun "
    "aucune autre autres dans pour par sur sous avec sans selon chez vers entre depuis pendant avant apres a au aux en y si quand "
    "comme puis ensuite enfin ainsi aussi alors bonjour bonsoir merci voici voila excuse excuses excusee excusees present presents "
    "presente presentes absent absents absente absentes son sa ses leur leurs notre nos votre vos mon ma mes".split()
)
# « Vasseur (Mme) », « Vasseur, Mme » at the end of a line, of a cell, of an item: it goes with the name, unless another one follows on the next line.
_WRITTEN = r"(?:Mmes?|Mm?lles?|Melle|MM?\.?|Mr|Mx|Dre?|Pr|Me|Madame|Mademoiselle|Monsieur|Docteure?|Maître)\.?"
_AFTER_NAME = re.compile(
    rf"[ \u00a0]*(?:\({_WRITTEN}\)|\[{_WRITTEN}\]|,?[ \u00a0]{_WRITTEN}(?=[ \u00a0]*(?:[;|)\]]|\n(?![ \t>]*[A-ZÀ-Ý])|$)))"
)
# « MmeVasseur », « 2020M. Vasseur »: the space is forgotten.
GLUED = re.compile(r"\b(?:(?:Mmes?|Mlles?|Melles?)(?=[A-ZÀ-Þ][a-zà-ÿ])|\d{4}M(?!\w))")
_COUNTED = frozenset("total totaux ensemble oui non nombre effectif effectifs sexe age nom prenom fonction structure".split())
_UNIT = re.compile(r"[\s\u00a0\u202f]*")


def civility_at(tokens: Tokens, rank: int) -> Civility | None:
    """The civility that a word is, if it is one and something may be named after it."""
    word = tokens.words[rank]
    folded = fold_word(word)
    found = CIVILITIES.get(folded)
    if found is None or rank + 1 == len(tokens.words):
        return None
    gap = tokens.before(rank + 1)
    dotted = "." in gap
    between, named = fold_separator(gap).removeprefix("."), tokens.words[rank + 1][0].isupper()
    if (between not in {"", " "} and not (between in _OPENING and named)) or not gap or "\n\n" in gap:
        return found if _is_cell(tokens, rank) else None
    if folded in KIN:
        # « qui ne CRAFALise pas » denies; without its accent, it tells a name only after a comma or a bracket.
        denies = word.lower() == "ne" and (not rank or tokens.before(rank).strip() not in {",", "("})
        return None if dotted or denies or not named else found
    sure = (dotted and folded in {"m", "mm", "mr", "dr"}) or (named and folded in _TITLES)
    if word.islower() and folded in _CAPITALISED and not sure:
        return None
    if rank and tokens.before(rank) in APOSTROPHES:
        return None  # « j'm », « aujourd'hui »
    return None if folded in {"m", "mm"} and _is_unit(tokens, rank) else found


def _is_cell(tokens: Tokens, rank: int) -> bool:
    """« | Mme | Vasseur | », « Mme : Vasseur »: the name stands in the next cell; but « | Mme | M. | Total | » counts."""
    before, gap = tokens.before(rank).rstrip(" \u200b"), tokens.before(rank + 1)
    following = tokens.words[rank + 1]
    return (
        before[-1:] in {"", "|", "\n"}
        and fold_separator(gap).removeprefix(".") in {"|", ":"}
        and following[0].isupper()
        and len(following) > 2
        and fold_word(following) not in _COUNTED | CIVILITIES.keys()
    )


def past_civility(text: str, end: int) -> int:
    """Where a name ends, the civility written after it included."""
    after = _AFTER_NAME.match(text, end)
    return after.end() if after else end


def _is_unit(tokens: Tokens, rank: int) -> bool:
    """« 300 m. », « 4 M. Deux postes »: metres and millions, unlike « en 2020 M. Vasseur », « 12. M. Vasseur »."""
    if not rank or not tokens.words[rank - 1][-1].isdigit() or not _UNIT.fullmatch(tokens.before(rank)):
        return False
    if tokens.words[rank][0].islower():
        return True
    following = fold_word(tokens.words[rank + 1])
    return following in NOT_NAMES or not tokens.words[rank + 1][0].isupper()
