"""The name of an organisation → its article, and the article joined with the small word before it, as French does."""

from __future__ import annotations

import unicodedata

from plugins.text.folding import fold_word
from plugins.text.inflection import singular
from plugins.text.words import cut

ARTICLES = ("le", "la", "les", "l'")
_FEMININE = """
academie action aide antenne agence alliance assemblee association autorite banque bourse brigade caisse cellule chambre cite collectivite commission
communaute commune compagnie confederation conference cooperative coordination delegation direction ecole entreprise equipe federation
fondation gendarmerie halle inspection instance ligue mairie maison mediatheque metropole mission mutualite mutuelle permanence
plateforme police prefecture presidence protection region regie residence restauration societe structure universite union ville
""".split()
_MASCULINE = """
accueil acteur atelier bailleur bureau cabinet campus carrefour centre club collectif college comite comte conseil conservatoire
consistoire defenseur departement dispositif etablissement foyer fonds gip greta greffe groupe groupement habitant haut hopital institut
lycee mediateur ministere mouvement observatoire office operateur parquet planning pays plan plie point programme rectorat relais reseau
rotary secours secretariat service servicemilitaire syndicat technopole tiers travailleur tribunal village educateur delegue elu
""".split()
_GENDERS = {**dict.fromkeys(map(singular, _FEMININE), "la"), **dict.fromkeys(map(singular, _MASCULINE), "le")}


def article_of(name: str) -> str:
    """`le`, `la`, `les` or `l'` by the first word of a name; empty when it is not known to take one, as « France Travail »."""
    words = cut(name)[1::2]
    first = fold_word(words[0]) if words else ""
    found = _GENDERS.get(singular(first), "")
    if found and first != singular(first) and first.endswith(("s", "x")) and first not in _GENDERS and first not in _ALWAYS_IN_S:
        return "les"
    return "l'" if found and _elides(name) else found


_ALWAYS_IN_S = frozenset(("campus", "fonds", "pays", "relais", "secours", "tiers"))


def acronym_article(acronym: str, words: str) -> str:
    """The article of an acronym by the words that it stands for, which begin with its letter; empty when they do not."""
    found = _GENDERS.get(singular(fold_word((cut(words)[1::2] or [""])[0])), "")
    stands_for = len(cut(words)[1::2]) > 1 and fold_word(words)[:1] == fold_word(acronym)[:1]
    if not found or not stands_for:
        return ""
    return "l'" if _elides(acronym) else found


def with_article(name: str, article: str, before: str = "") -> str:
    """A name after a small word and with its article: `de` + `le` → « du Comité », `que` + none → « qu'Emmaüs ».

    Args:
        name: the name.
        article: one of `ARTICLES`, or empty.
        before: the small word, spelt whole (`de`, `à`, `que`); empty for none.
    """
    contracted = {("de", "le"): "du", ("de", "les"): "des", ("à", "le"): "au", ("à", "les"): "aux"}
    if (before.lower(), article) in contracted:
        joined = contracted[before.lower(), article]
        return f"{joined.capitalize() if before[0].isupper() else joined} {name}"
    named = article + name if article.endswith("'") else f"{article} {name}".strip()
    if not before:
        return named
    elided = before.endswith("e") and not article and _elides(name)
    return f"{before[:-1]}'{named}" if elided else f"{before} {named}"


def _elides(name: str) -> bool:
    """Whether a vowel, or a mute h, begins a name; the aspirate ones that begin an organisation's are told apart."""
    flat = unicodedata.normalize("NFKD", name).casefold()
    return flat[:1] in set("aeiou") or (flat[:1] == "h" and not flat.startswith(("haut", "halle", "handi", "hameau")))
