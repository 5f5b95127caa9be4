"""French words that tell a likely actor, or that tell that there is none; written as minutes write them, or folded."""

from __future__ import annotations

from functools import lru_cache

from plugins.text.folding import fold_word
from plugins.text.inflection import singular

# What an organisation is: followed by a name, it is likely to be one.
KEYWORDS = frozenset(
    "academie agence amicale association atelier caisse centre cercle chambre club collectif comite commission communaute compagnie "
    "college confederation conseil cooperative coordination delegation direction ecole epicerie equipe espace etablissement federation fondation "
    "foyer groupement institut institution ligue lycee maison ministere mission mouvement mutuelle observatoire office plateforme point "
    "pole prefecture rectorat regie reseau residence secretariat service societe syndicat union universite".split()
)
# With one of `KINDS`, these are an organisation even without a name: « mission locale », « centre social ».
_COMMON = frozenset("agence centre chambre club comite conseil epicerie maison mission regie".split())
KINDS = frozenset(
    "academique citoyen communal communautaire consulaire culturel departemental intercommunal local medico municipal national "
    "paritaire regional rural scolaire social socio socioculturel solidaire sportif syndical technique territorial universitaire".split()
)
# Feminine forms, as keys of `inflection.singular`.
FEMININES = {
    singular(feminine): masculine
    for feminine, masculine in {
        "citoyenne": "citoyen", "communale": "communal", "culturelle": "culturel", "departementale": "departemental",
        "intercommunale": "intercommunal", "locale": "local", "municipale": "municipal", "nationale": "national",
        "regionale": "regional", "rurale": "rural", "sociale": "social", "socioculturelle": "socioculturel",
        "sportive": "sportif", "syndicale": "syndical", "territoriale": "territorial",
    }.items()
}  # fmt: skip
# What may stand between the words of a name.
LINKS = frozenset("a au aux d de des du en l la le les par pour sur sous".split())
ARTICLES = frozenset(("le", "la", "les", "l"))
# Capitals that name no actor.
NO_ACTORS = frozenset(
    "adn bac bep bts cap cc cd cedex cdd cdi cm covid cr csv cv cqfd dvd faq gps html ht nb ndlr odj ok pc pdf pib pj ps qcm qr rdv rgpd rh "
    "sms sos tgv tic ttc tv url usb vip wifi www".split()
)


def is_common(keyword: str, kind: str) -> bool:
    """Whether two folded words are a common name of an organisation: « missions locales », « conseil citoyen »."""
    masculine = FEMININES.get(singular(kind), singular(kind))
    return singular(keyword) in _COMMON and masculine in KINDS


def is_kind(word: str) -> bool:
    """Whether a folded word may stand between what an organisation is and its name: « mission locale de Lisieux »."""
    return FEMININES.get(singular(word), singular(word)) in KINDS


# Texts are made of the same words: see `fold_word`.
@lru_cache(maxsize=65536)
def begins(word: str) -> bool:
    """Whether a likely actor may begin with a word, as written: a capital, or what says what an organisation is."""
    return word[0].isupper() or (word[0].isalpha() and is_keyword(word))


@lru_cache(maxsize=8192)
def is_keyword(word: str) -> bool:
    """Whether a word, as written, says what an organisation is, in singular or plural."""
    folded = fold_word(word)
    return folded in KEYWORDS or singular(folded) in KEYWORDS
