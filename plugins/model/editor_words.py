"""A key of the front matter → its label in a form: French with its accents, which keys do without."""

from __future__ import annotations

from plugins.model.entries import ENTRIES

# Words of keys that an accent completes.
_ACCENTS = {
    "acces": "accès", "aujourd": "aujourd'", "civilite": "civilité", "decisions": "décisions", "definition": "définition",
    "demarche": "démarche", "echeance": "échéance", "ecoute": "écoute", "editeur": "éditeur", "etat": "état",
    "evaluation": "évaluation", "evolutions": "évolutions", "hebergeur": "hébergeur", "litteral": "littéral",
    "perimetre": "périmètre", "personnes": "personnes", "prenom": "prénom", "qualite": "qualité", "represente": "représente",
    "reponses": "réponses", "resultat": "résultat", "resume": "résumé", "reunion": "réunion", "reunions": "réunions",
    "telephone": "téléphone", "thematiques": "thématiques", "unanimite": "unanimité", "verifie": "vérifié", "publie": "publié",
    "approuve": "approuvé", "repondue": "répondue", "repondu": "répondu", "reportee": "reportée", "ajoute": "ajouté",
    "calcule": "calculé", "reconnait": "reconnaît", "retirees": "retirées", "unite": "unité", "depot": "dépôt",
    "citees": "citées", "passees": "passées", "succes": "succès", "ou": "où", "a": "à",
}  # fmt: skip
_SINGULAR = {"alias": "alias", "homonymes": "homonyme", "mots": "mot", "jamais": "expression", "avec": "acteur", "voix": "voix"}


def label(key: str) -> str:
    """`verifie_le` → « Vérifié le »."""
    words = [_ACCENTS.get(word, word) for word in key.split("_")]
    text = " ".join(words).replace("jusqu au", "jusqu'au").replace("aujourd' hui", "aujourd'hui").replace("d abord", "d'abord")
    return text[:1].upper() + text[1:]


def singular(key: str) -> str:
    """One entry of a list, as its button names it."""
    if key in ENTRIES:
        return ENTRIES[key].one
    if key in _SINGULAR:
        return _SINGULAR[key]
    words = label(key).lower().split(" ")
    return " ".join(word.removesuffix("s") if len(word) > 3 else word for word in words)
