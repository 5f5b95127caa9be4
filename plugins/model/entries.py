"""The lists of a meeting → what they, and one of their entries, are called: each word stands here once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class EntryWords:
    """The French words for one list.

    Attributes:
        title: of the list.
        one, many: to count entries.
        the: an entry, as a link to it names it: « Lire le constat ».
    """

    title: str
    one: str
    many: str
    the: str


# By the key of the front matter, in the order in which people ask: what was decided, what is to follow, what is open, then what was said.
ENTRIES: Mapping[str, EntryWords] = {
    "decisions": EntryWords("Les décisions", "décision", "décisions", "la décision"),
    "suites": EntryWords("Les suites", "suite", "suites", "la suite"),
    "questions": EntryWords("Les questions posées", "question", "questions", "la question"),
    "propositions": EntryWords("Les propositions", "proposition", "propositions", "la proposition"),
    "plus_tard": EntryWords("Ce qui est remis à plus tard", "point remis", "points remis", "le point"),
    "constats": EntryWords("Les constats", "constat", "constats", "le constat"),
    "vigilance": EntryWords("Les points de vigilance", "point de vigilance", "points de vigilance", "le point de vigilance"),
    "pratiques": EntryWords("Les pratiques et ce qu'elles donnent", "pratique", "pratiques", "la pratique"),
    "chiffres": EntryWords("Les chiffres donnés", "chiffre", "chiffres", "le chiffre"),
    "interventions_passees": EntryWords(
        "Qui avait été entendu avant", "intervention passée", "interventions passées", "l'intervention"
    ),
}
# Those that say what comes next: a meeting's page opens with them.
AHEAD = ("decisions", "suites", "questions", "propositions", "plus_tard")
