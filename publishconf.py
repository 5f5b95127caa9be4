"""Settings for publication: those for work, and what the law asks a publisher to say, taken from the environment.

Run as a program, it says whether the site can be published: exit code 0, or 1 and one sentence. That works before
anything is installed: the standard library is all it needs.
"""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *
from plugins.text.public_address import contact_fault, one_line, shown, site_fault

_ASKED = {
    "ALLIANCE_ADRESSE": "l'adresse publique du site",
    "ALLIANCE_EDITEUR": "l'éditeur",
    "ALLIANCE_DIRECTION": "la directrice ou le directeur de la publication",
    "ALLIANCE_HEBERGEUR": "l'hébergeur",
    "ALLIANCE_CONTACT": "où signaler une erreur ou une difficulté d'accès, par exemple mailto:base@exemple.fr",
}
_ADDRESSES = {
    "ALLIANCE_ADRESSE": (site_fault, "https://exemple.fr/alliance"),
    "ALLIANCE_CONTACT": (contact_fault, "mailto:base@exemple.fr"),
}
_given = {name: os.environ.get(name, "").strip() for name in _ASKED}


def _faults():
    missing = [f"{name} ({meaning})" for name, meaning in _ASKED.items() if not _given[name]]
    if missing:
        yield "donner dans l'environnement " + ", ".join(missing)
    for name, value in _given.items():
        check, example = _ADDRESSES.get(name, (None, None))
        fault = check(value) if check and value else ""
        if fault:
            yield f"{name}, « {shown(value)} », doit s'écrire comme {example} : {fault}"
        elif not one_line(value):
            yield f"{name}, « {shown(value)} », doit tenir sur une seule ligne"


_found = " ; ".join(_faults())
if _found:
    raise SystemExit(f"le site ne peut pas être publié : {_found}")

SITE_ADDRESS = _given["ALLIANCE_ADRESSE"].rstrip("/")
SITEURL = SITE_ADDRESS
PUBLISHER = _given["ALLIANCE_EDITEUR"]
PUBLICATION_DIRECTOR = _given["ALLIANCE_DIRECTION"]
HOST = _given["ALLIANCE_HEBERGEUR"]
CORRECTION_ADDRESS = _given["ALLIANCE_CONTACT"]

if __name__ == "__main__":
    print(f"Tout est prêt pour publier sur {SITE_ADDRESS}/")
