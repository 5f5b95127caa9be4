"""What the law asks of a publisher → what is still missing, in French; standard library alone, for the forge asks before anything is installed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from plugins.text.public_address import contact_fault, one_line, shown, site_fault


@dataclass(frozen=True)
class Asked:
    """One thing that a publication says of itself.

    Attributes:
        setting: in which it stands, for templates.
        key: of `site.yml`, which may say it.
        meaning: in French.
    """

    setting: str
    key: str
    meaning: str


# Variable of the environment → what it says. It is stronger than what the content says.
ASKED: Mapping[str, Asked] = {
    "ALLIANCE_ADRESSE": Asked("SITE_ADDRESS", "adresse", "l'adresse publique du site"),
    "ALLIANCE_EDITEUR": Asked("PUBLISHER", "editeur", "l'éditeur"),
    "ALLIANCE_DIRECTION": Asked("PUBLICATION_DIRECTOR", "direction", "la directrice ou le directeur de la publication"),
    "ALLIANCE_HEBERGEUR": Asked("HOST", "hebergeur", "l'hébergeur"),
    "ALLIANCE_CONTACT": Asked(
        "CORRECTION_ADDRESS", "contact", "où signaler une erreur ou une difficulté d'accès, par exemple mailto:base@exemple.fr"
    ),
}
_ADDRESSES = {
    "ALLIANCE_ADRESSE": (site_fault, "https://exemple.fr/alliance"),
    "ALLIANCE_CONTACT": (contact_fault, "mailto:base@exemple.fr"),
}


def given(environ: Mapping[str, str]) -> dict[str, str]:
    """Settings that the environment gives, as they were typed; those that it does not are empty."""
    found = {asked.setting: environ.get(name, "").strip() for name, asked in ASKED.items()}
    found["SITE_ADDRESS"] = found["SITE_ADDRESS"].rstrip("/")
    return {**found, "SITEURL": found["SITE_ADDRESS"]}


def faults(environ: Mapping[str, str]) -> str:
    """What is wrong with the variables that are there, in one sentence; empty when nothing is."""
    wrong = []
    for name in ASKED:
        value = environ.get(name, "").strip()
        check, example = _ADDRESSES.get(name, (None, ""))
        fault = check(value) if check and value else ""
        if fault:
            wrong.append(f"{name}, « {shown(value)} », doit s'écrire comme {example} : {fault}")
        elif not one_line(value):
            wrong.append(f"{name}, « {shown(value)} », doit tenir sur une seule ligne")
    return " ; ".join(wrong)


def missing(settings: Mapping[str, Any]) -> str:
    """What a publication does not say, and where to say it; empty when all is there.

    Args:
        settings: those of the publication, filled by what the content says.
    """
    left = {name: asked for name, asked in ASKED.items() if not str(settings.get(asked.setting) or "").strip()}
    if not left:
        return ""
    names = ", ".join(f"{name} ({asked.meaning})" for name, asked in left.items())
    keys = ", ".join(asked.key for asked in left.values())
    return f"donner dans l'environnement {names} ; ou dans le fichier site.yml du contenu : {keys}"
