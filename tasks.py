"""The verbs of the project: `inv --list`. Those of the site stand here, the others in `plugins/verbs`; each calls the `command.py` of one room."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from invoke import Collection, Context

from plugins.diagnostics.command import begin, verb
from plugins.publishing.command import erase, put_back
from plugins.verbs.folders import content_of
from plugins.verbs.sharing import export_search, federate
from plugins.verbs.tending import age, audit, bench, browser, format, lint, sbom, screenshots, version  # noqa: A004 (a verb's name)
from plugins.verbs.writing import changes, import_, import_annuaire, init, mentions, migrate, new, withdraw

ROOT = Path(__file__).resolve().parent

# Rooms are imported inside their verb: `inv --list` stays quick, and works before everything is installed.


@verb(
    iterable=["set_"],
    help={
        "content": "dossier de contenu (PATH des réglages : content)",
        "output": "dossier à publier, remplacé d'un coup si tout va bien (OUTPUT_PATH des réglages : output)",
        "set_": "réglage NOM=VALEUR, autant de fois qu'il faut",
        "date": "jour de la construction, AAAA-MM-JJ (aujourd'hui)",
        "settings": "fichier de réglages : pelicanconf.py, ou publishconf.py pour publier",
        "timings": "dire combien de secondes de processeur chaque partie du code a prises",
    },
)
def build(
    _: Context,
    content: str | None = None,
    output: str | None = None,
    set_: list[str] | None = None,
    date: str | None = None,
    settings: str = "pelicanconf.py",
    timings: bool = False,
) -> int:
    """Construit le site ; rien n'est publié s'il y a une erreur."""
    from plugins.building.command import run

    return run(content, output, settings_file=settings, assignments=set_ or (), day=date, timings=timings)


@verb(
    iterable=["set_"],
    help={
        "content": "dossier de contenu à vérifier (content)",
        "site": "dossier d'un site construit, à vérifier à la place du contenu",
        "watch": "recommencer à chaque enregistrement, jusqu'à Ctrl+C",
        "set_": "réglage NOM=VALEUR, autant de fois qu'il faut",
        "timings": "dire combien de secondes de processeur chaque partie du code a prises",
    },
)
def check(
    _: Context,
    content: str | None = None,
    site: str | None = None,
    watch: bool = False,
    set_: list[str] | None = None,
    timings: bool = False,
) -> int:
    """Vérifie un dossier de contenu, ou un site construit, sans rien publier."""
    if site is not None:
        from plugins.checks.command import run

        return run(put_back(site))
    from pelicanconf import OUTPUT_PATH
    from plugins.building.command import run_check, run_watch

    put_back(OUTPUT_PATH)
    if watch:
        return run_watch(content_of(content), set_ or ())
    return run_check(content, assignments=set_ or (), timings=timings)


@verb(
    iterable=["set_"],
    help={
        "content": "dossier de contenu (PATH des réglages : content)",
        "output": "dossier à publier (OUTPUT_PATH des réglages : output)",
        "port": "port du serveur local (8000)",
        "set_": "réglage NOM=VALEUR, autant de fois qu'il faut",
    },
)
def serve(
    _: Context, content: str | None = None, output: str | None = None, port: int = 8000, set_: list[str] | None = None
) -> int:
    """Montre le site sur cette machine, le reconstruit et le recharge à chaque enregistrement."""
    from plugins.building.command import run_serve

    return run_serve(content, output, port, set_ or ())


@verb(
    help={
        "content": "dossier de contenu, dans un dépôt git (PATH des réglages : content)",
        "output": "dossier à publier (OUTPUT_PATH des réglages : output)",
        "port": "port du serveur local (8000)",
    },
)
def edit(_: Context, content: str | None = None, output: str | None = None, port: int = 8000) -> int:
    """Ouvre l'éditeur sur cette machine, à /admin/ : des formulaires qui écrivent dans le dossier de contenu."""
    from plugins.building.command import run_serve

    return run_serve(content, output, port, ["WEB_EDITOR=true"], page="admin/")


@verb(
    help={
        "site": "dossier du site construit (output)",
        "output": "dossier des fiches, remplacé en entier (fiches)",
    }
)
def sheets(_: Context, site: str = "output", output: str = "fiches") -> int:
    """Écrit les fiches relais du site construit en PDF, une page A5 chacune."""
    from plugins.building.command import run_sheets

    return run_sheets(put_back(site), output)


@verb(
    positional=["words"],
    help={
        "words": "les mots cherchés, entre guillemets s'il y en a plusieurs",
        "site": "dossier du site construit (output)",
        "limit": "nombre de résultats montrés (10)",
    },
)
def search(_: Context, words: str, site: str = "output", limit: int = 10) -> int:
    """Cherche dans le site construit, avec son propre moteur, et dit pourquoi chaque page a son rang."""
    from plugins.search.command import run

    return run(words, put_back(site), limit)


@verb(
    iterable=["set_"],
    help={
        "output": "dossier à écrire, remplacé en entier (cle-usb)",
        "content": "dossier de contenu (PATH des réglages : content)",
        "set_": "réglage NOM=VALEUR, autant de fois qu'il faut",
    },
)
def usb(_: Context, output: str = "cle-usb", content: str | None = None, set_: list[str] | None = None) -> int:
    """Écrit le site dans un dossier à emporter, qui s'ouvre sans serveur ni réseau."""
    from plugins.building.command import run as run_build
    from plugins.offline.command import refused, run

    with tempfile.TemporaryDirectory() as scratch:
        site = f"{scratch}/site"
        return refused(output, content_of(content), ROOT) or run_build(content, site, assignments=set_ or ()) or run(site, output)


@verb(help={"output": "dossier publié (OUTPUT_PATH des réglages : output)"})
def rollback(_: Context, output: str | None = None) -> int:
    """Remet en place la publication précédente (gardée quand on publie avec publishconf.py)."""
    from pelicanconf import OUTPUT_PATH
    from plugins.publishing.command import roll_back

    return roll_back(output or OUTPUT_PATH)


@verb(
    help={
        "fast": "les seuls tests unitaires, sans site ni navigateur",
        "browser": "aussi les tests qui conduisent un navigateur (oui ; --no-browser : non)",
        "engines": "à la place, les tests sur de vrais moteurs de recherche (make setup-engines)",
        "options": "options de pytest",
    }
)
def test(_: Context, fast: bool = False, browser: bool = True, engines: bool = False, options: str = "") -> int:
    """Lance le style, les types, tous les tests, puis vérifie et construit le contenu."""
    from plugins.building.verification import run, run_engines

    if engines:
        return run_engines(ROOT, options.split())
    return run(ROOT, fast=fast, browser=browser, options=options.split())


@verb()
def clean(_: Context) -> None:
    """Efface ce que les verbes ont produit."""
    erase(*(ROOT / name for name in ("output", "cle-usb", "fiches")))
    for name in (".build", "screenshots", ".pytest_cache", ".mypy_cache", ".ruff_cache", ".hypothesis"):
        shutil.rmtree(ROOT / name, ignore_errors=True)
    print("Effacé ; « .venv/bin/inv build » reconstruit le site.", file=sys.stderr)


namespace = Collection(
    build,
    rollback,
    serve,
    edit,
    check,
    usb,
    mentions,
    changes,
    init,
    new,
    import_,
    import_annuaire,
    withdraw,
    migrate,
    search,
    export_search,
    federate,
    test,
    bench,
    age,
    lint,
    format,
    sheets,
    screenshots,
    sbom,
    audit,
    browser,
    version,
    clean,
)

begin(namespace, sys.argv)
