"""Codes of the front matter → the words that visitors read."""

from __future__ import annotations

from collections.abc import Mapping

ROLES: Mapping[str, str] = {
    "aller-vers": "va vers les habitants",
    "les-deux": "va vers les habitants et les accueille",
    "aller-dans": "accueille et ouvre ses portes",
    "coordination": "coordonne les réseaux",
    "ressource": "apporte des ressources aux professionnels",
}
# In the order of the relay, from the street to the institution.

# A step of the road map, from the first state to the last; it may stop before.
_WAY: Mapping[str, str] = {
    "proposee": "proposée",
    "travaillee": "travaillée",
    "soumise": "soumise à validation",
    "validee": "validée",
    "en-place": "en place",
}

LABELS: Mapping[str, Mapping[str, str]] = {
    "role": ROLES,
    "role-court": {
        "aller-vers": "aller vers",
        "les-deux": "aller vers et aller dans",
        "aller-dans": "aller dans",
        "coordination": "coordination",
        "ressource": "ressource",
    },
    "nature": {"institution": "institution", "reseau": "réseau", "instance": "instance", "metier": "métier"},
    "statut": {"amorce": "fiche amorcée", "relue": "fiche relue", "validee": "fiche validée par l'acteur"},
    "statuts": {"amorce": "fiches amorcées", "relue": "fiches relues", "validee": "fiches validées par les acteurs"},
    "statut-explique": {
        "amorce": "Écrite à partir de sources publiques et des comptes rendus, pas encore relue.",
        "relue": "Relue par une personne de l'alliance, pas encore validée par l'acteur lui-même.",
        "validee": "L'acteur a lui-même validé ce que dit cette fiche.",
    },
    "statut-ajoute": {"amorce": "Écrite à partir de la loi et de pages publiques, pas encore relue."},
    "chemin": _WAY,
    "avancement": {
        **_WAY,
        "suspendue": "suspendue",
        "abandonnee": "abandonnée",
        "remplacee": "remplacée",
        "renvoyee": "renvoyée à d'autres",
    },
    "question": {
        "ouverte": "question ouverte",
        "repondue": "question répondue",
        "reportee": "question reportée",
        "retiree": "question retirée",
        "caduque": "question devenue sans objet",
    },
    "proposition": {
        "proposee": "proposée",
        "retenue": "retenue",
        "reportee": "reportée",
        "ecartee": "écartée",
        "retiree": "retirée",
        "caduque": "devenue sans objet",
    },
    "decision": {"proposee": "proposée", "convenue": "convenue"},
    "vigueur": {"en-vigueur": "en vigueur", "caduque": "devenue sans objet"},
    "suite": {
        "a-faire": "à faire",
        "en-cours": "en cours",
        "fait": "fait",
        "abandonne": "abandonné",
        "suspendu": "suspendu",
        "remplace": "remplacé",
        "renvoye": "renvoyé à d'autres",
    },
    "tenue": {"tenue": "tenue", "annulee": "annulée", "reportee": "reportée", "sans-quorum": "sans quorum"},
    "compte-rendu": {"brouillon": "compte rendu provisoire, pas encore approuvé", "approuve": "compte rendu approuvé"},
    "qualite": {"participant": "Présents", "invite": "Invités", "excuse": "Excusés"},
    "offre": {
        "perimetre": "Périmètre d'intervention",
        "aller_vers": "Modalités du « aller vers »",
        "accueil": "Accueil en structure",
        "accompagnement": "Accompagnement et ses modalités",
        "publics": "Publics concernés",
        "recours": "Recours à d'autres acteurs ou réseaux",
        "evaluation": "Évaluation et résultats",
        "evolutions": "Évolutions de l'offre",
    },
    "contact": {
        "telephone": "Téléphone",
        "courriel": "Courriel",
        "annuaire": "Trouver le plus proche",
        "site": "Site",
        "adresse": "Adresse",
        "horaires": "Horaires",
    },
    # Codes of data.inclusion first (https://www.data.inclusion.beta.gouv.fr/), then those that minutes need.
    "public": {
        "tous-publics": "tous les publics",
        "actifs": "personnes actives",
        "adultes": "adultes",
        "beneficiaires-de-minimas-sociaux": "bénéficiaires de minima sociaux",
        "demandeurs-emploi": "demandeurs d'emploi",
        "demandeurs-d-emploi": "demandeurs d'emploi",
        "etudiants": "étudiants",
        "familles": "familles",
        "femmes": "femmes",
        "jeunes": "jeunes",
        "personnes-en-situation-de-handicap": "personnes en situation de handicap",
        "personnes-en-situation-illettrisme": "personnes en situation d'illettrisme",
        "personnes-exilees": "personnes exilées",
        "residents-qpv": "habitants des quartiers prioritaires (QPV)",
        "residents-frr": "habitants des territoires ruraux (FRR, ex-ZRR)",
        "seniors": "personnes âgées",
    },
}


def codes(of: str) -> tuple[str, ...]:
    """The codes of a table, in its order: the states of a step from the first to the last."""
    return tuple(LABELS[of])


def first_code(code: str, of: str) -> str:
    """The code under which a table first has the words of this one; itself, when the table does not know it."""
    words = LABELS[of].get(code)
    return next((one for one, own in LABELS[of].items() if own == words), code)


def label(code: str, of: str) -> str:
    """The words for a code; the code itself, hyphens as spaces, when a newer schema knows more than this table.

    Args:
        code: such as `aller-vers`.
        of: the table: `role`, `nature`, `statut`, `avancement`…
    """
    return LABELS[of].get(code) or code.replace("-", " ").replace("_", " ")
