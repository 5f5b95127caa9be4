"""The verbs of those who put the site among others, or a server beside it, as `tasks.py` collects them."""

from __future__ import annotations

import os

from invoke import Context

from plugins.diagnostics.command import verb
from plugins.publishing.command import put_back


@verb(
    help={
        "engine": "typesense, postgres, ou json : un fichier pour tout autre moteur",
        "site": "dossier du site construit, celui qui sera publié (output)",
        "output": "fichier à écrire (json)",
        "address": "où est le moteur, vu d'ici : adresses de Typesense, séparées par des virgules (celle des réglages)",
        "patience": "secondes laissées à une réponse du moteur (20)",
    }
)
def export_search(
    _: Context, engine: str, site: str = "output", output: str = "recherche.jsonl", address: str = "", patience: float = 20
) -> int:
    """Donne à un moteur de recherche les sections du site construit ; ses clés viennent de l'environnement."""
    import pelicanconf as settings
    from plugins.search.command import export_search as run

    said = {name: os.environ.get(f"ALLIANCE_MOTEUR_{name}", "").strip() for name in ("CLE", "BASE")}
    where = said["BASE"] if engine == "postgres" else address or settings.SEARCH_ENGINE_ADDRESS
    keys = (said["CLE"], settings.SEARCH_ENGINE_KEY)
    return run(engine, put_back(site), output, (where, settings.SEARCH_ENGINE_COLLECTION), keys, patience)


@verb(
    positional=["file", "output"],
    iterable=["set_"],
    help={
        "file": "fichier qui nomme les comités (docs/federation.md)",
        "output": "dossier à publier",
        "set_": "réglage NOM=VALEUR de tous les sites, autant de fois qu'il faut",
        "date": "jour de la construction, AAAA-MM-JJ (aujourd'hui)",
        "settings": "fichier de réglages : pelicanconf.py, ou publishconf.py pour publier",
    },
)
def federate(
    _: Context, file: str, output: str, set_: list[str] | None = None, date: str | None = None, settings: str = "pelicanconf.py"
) -> int:
    """Construit les sites de plusieurs comités et leur site commun ; seuls ceux qui ont changé sont refaits."""
    from plugins.building.command import run_federate

    return run_federate(file, output, settings_file=settings, assignments=set_ or (), day=date)
