"""Settings for publication: those for work, and what the law asks a publisher to say, taken from the environment.

Run as a program, it says whether the site can be published: exit code 0, or 1 and one sentence.
"""

import os
import sys
from pathlib import Path
from urllib.parse import urlsplit

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *

_ASKED = {
    "ALLIANCE_ADRESSE": "l'adresse publique du site",
    "ALLIANCE_EDITEUR": "l'éditeur",
    "ALLIANCE_DIRECTION": "la directrice ou le directeur de la publication",
    "ALLIANCE_HEBERGEUR": "l'hébergeur",
    "ALLIANCE_CONTACT": "où signaler une erreur ou une difficulté d'accès, par exemple mailto:base@exemple.fr",
}
_given = {name: os.environ.get(name, "").strip() for name in _ASKED}
_missing = [f"{name} ({meaning})" for name, meaning in _ASKED.items() if not _given[name]]
if _missing:
    raise SystemExit("le site ne peut pas être publié : donner dans l'environnement " + ", ".join(_missing))

SITE_ADDRESS = _given["ALLIANCE_ADRESSE"].rstrip("/")
_address = urlsplit(SITE_ADDRESS)
if _address.scheme != "https" or not _address.hostname or _address.query or _address.fragment:
    raise SystemExit(
        f"le site ne peut pas être publié : ALLIANCE_ADRESSE, « {SITE_ADDRESS} », doit s'écrire comme https://exemple.fr/alliance"
    )
SITEURL = SITE_ADDRESS
PUBLISHER = _given["ALLIANCE_EDITEUR"]
PUBLICATION_DIRECTOR = _given["ALLIANCE_DIRECTION"]
HOST = _given["ALLIANCE_HEBERGEUR"]
CORRECTION_ADDRESS = _given["ALLIANCE_CONTACT"]  # read by the network room, which says when it opens nothing

if __name__ == "__main__":
    print(f"Tout est prêt pour publier sur {SITE_ADDRESS}/")
