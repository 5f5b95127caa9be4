"""The verbs of the project: `inv --list`. Each calls the `command.py` of one room, and nothing else is done here."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from invoke import Collection, Context

from plugins.diagnostics.command import begin, verb
from plugins.publishing.command import put_back

ROOT = Path(__file__).resolve().parent

# Other rooms are imported inside their verb: `inv --list` stays quick, and works before everything is installed.


def content_of(given: str | None) -> str:
    """The content folder as typed, or the one of the settings for work."""
    from pelicanconf import PATH

    return (given or os.path.relpath(PATH)).rstrip("/") or "/"


@verb(
    iterable=["set_"],
    help={
        "content": "dossier de contenu (PATH des réglages : content)",
        "output": "dossier à publier, remplacé d'un coup si tout va bien (OUTPUT_PATH des réglages : output)",
        "set_": "réglage NOM=VALEUR, autant de fois qu'il faut",
        "date": "jour de la construction, AAAA-MM-JJ (aujourd'hui)",
        "settings": "fichier de réglages : pelicanconf.py, ou publishconf.py pour publier",
    },
)
def build(
    _: Context,
    content: str | None = None,
    output: str | None = None,
    set_: list[str] | None = None,
    date: str | None = None,
    settings: str = "pelicanconf.py",
) -> int:
    """Construit le site ; rien n'est publié s'il y a une erreur."""
    from plugins.building.command import run

    return run(content, output, settings_file=settings, assignments=set_ or (), day=date)


@verb(
    iterable=["set_"],
    help={
        "content": "dossier de contenu à vérifier (content)",
        "site": "dossier d'un site construit, à vérifier à la place du contenu",
        "set_": "réglage NOM=VALEUR, autant de fois qu'il faut",
    },
)
def check(_: Context, content: str | None = None, site: str | None = None, set_: list[str] | None = None) -> int:
    """Vérifie un dossier de contenu, ou un site construit, sans rien publier."""
    if site is not None:
        from plugins.checks.command import run

        return run(put_back(site))
    from pelicanconf import OUTPUT_PATH
    from plugins.building.command import run_check

    put_back(OUTPUT_PATH)
    return run_check(content, assignments=set_ or ())


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
        "content": "dossier de contenu (PATH des réglages : content)",
        "meeting": "une seule réunion : le nom de son fichier, sans .md",
        "format": "texte, ou annotations pour github ou gitlab",
    },
)
def mentions(_: Context, content: str | None = None, meeting: str | None = None, format: str = "texte") -> int:  # noqa: A002
    """Dit chaque mention trouvée, ce qui n'est pas lié et pourquoi, les acteurs probables sans page."""
    from pelicanconf import CROSSLINKS
    from plugins.crosslinks.command import run
    from plugins.reading.command import render_all

    return run(content_of(content), render_all, CROSSLINKS, meeting=meeting, form=format)


@verb(
    positional=["kind", "name"],
    help={
        "kind": "acteur, famille, besoin, reunion, action, axe ou terme",
        "name": "le nom, entre guillemets ; d'une réunion, avec sa date : « Comité du 14 mars 2026 »",
        "content": "dossier de contenu (PATH des réglages : content)",
        "famille": "famille d'un acteur",
        "nature": "nature d'un acteur",
        "role": "rôle d'un acteur",
        "resume": "une phrase en mots simples",
        "date": "jour d'une réunion, AAAA-MM-JJ",
        "instance": "fiche de l'instance qui se réunit, sans .md",
        "axe": "axe d'une action",
        "definition": "définition d'un terme",
    },
)
def new(
    _: Context,
    kind: str,
    name: str,
    content: str | None = None,
    famille: str | None = None,
    nature: str | None = None,
    role: str | None = None,
    resume: str | None = None,
    date: str | None = None,
    instance: str | None = None,
    axe: str | None = None,
    definition: str | None = None,
) -> int:
    """Commence une page, à compléter : .venv/bin/inv new acteur "Son nom"."""
    from pelicanconf import BUILD_DATE
    from plugins.model.command import create

    given = {
        "famille": famille, "nature": nature, "role": role, "resume": resume,
        "date": date, "instance": instance, "axe": axe, "definition": definition,
    }  # fmt: skip
    return create(kind, name, content_of(content), BUILD_DATE, given)


@verb(
    name="import",
    positional=["file"],
    help={
        "file": "le compte rendu : PDF, DOCX, ODT, HTML ou TXT",
        "content": "dossier de contenu (PATH des réglages : content)",
        "date": "jour de la réunion, AAAA-MM-JJ (lu dans le fichier)",
        "instance": "fiche de l'instance qui s'est réunie, sans .md (lue dans le fichier)",
        "keep-names": "garder les noms des personnes, déclarés dans l'en-tête ; sinon l'organisation prend leur place",
        "attach": "joindre aussi l'original, publié tel quel",
        "replace": "mettre le brouillon à la place d'une page qui existe déjà",
    },
)
def import_(
    _: Context,
    file: str,
    content: str | None = None,
    date: str | None = None,
    instance: str | None = None,
    keep_names: bool = False,
    attach: bool = False,
    replace: bool = False,
) -> int:
    """Tire d'un compte rendu le brouillon d'une page de réunion, à relire."""
    from plugins.importing.command import run

    return run(file, content_of(content), day=date, instance=instance, keep_names=keep_names, attach=attach, replace=replace)


@verb(help={"site": "dossier du site construit (output)", "target": "dossier des images (screenshots)"})
def screenshots(_: Context, site: str = "output", target: str = "screenshots") -> int:
    """Photographie une page par gabarit, à trois largeurs, en clair et en sombre."""
    from plugins.building.command import run_screenshots

    return run_screenshots(put_back(site), target)


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
    help={
        "fast": "les seuls tests unitaires, sans site ni navigateur",
        "browser": "aussi les tests qui conduisent un navigateur (oui ; --no-browser : non)",
        "options": "options de pytest",
    }
)
def test(_: Context, fast: bool = False, browser: bool = True, options: str = "") -> int:
    """Lance le style, les types, tous les tests, puis vérifie et construit le contenu."""
    from plugins.building.verification import run

    return run(ROOT, fast=fast, browser=browser, options=options.split())


@verb(
    positional=["name"],
    iterable=["content"],
    help={
        "name": "la mesure : un fichier de benchmarks/",
        "gold": "questions jugées (mesure search)",
        "content": "dossier de contenu mesuré, autant de fois qu'il faut (mesure search)",
        "options": "autres options de la mesure, par exemple « --counts 100,1000 --runs 1 » pour build",
    },
)
def bench(_: Context, name: str, gold: str | None = None, content: list[str] | None = None, options: str = "") -> int:
    """Mesure, et écrit le tableau dans benchmarks/README.md."""
    from plugins.building.command import run_bench

    given = [*(("--gold", gold) if gold else ()), *(part for folder in content or () for part in ("--content", folder))]
    return run_bench(name, [*given, *options.split()])


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


@verb()
def lint(_: Context) -> int:
    """Vérifie le style et les types du code."""
    from plugins.building.verification import run_lint

    return run_lint(ROOT)


@verb()
def format(_: Context) -> int:  # noqa: A001 (the verb's name)
    """Récrit, d'après le schéma, les tableaux de CONTRIBUTING.md et les fichiers de schemas/ ; met en forme JavaScript et CSS."""
    from plugins.building.verification import run_format
    from plugins.model.command import write_reference

    write_reference(ROOT)
    return run_format(ROOT)


@verb()
def browser(_: Context) -> int:
    """Trouve le navigateur des tests, ou l'installe."""
    from plugins.building.command import run_browser

    return run_browser()


@verb()
def clean(_: Context) -> None:
    """Efface ce que les verbes ont produit."""
    made = ".build output cle-usb fiches screenshots .pytest_cache .mypy_cache .ruff_cache .hypothesis"
    for name in made.split():
        shutil.rmtree(ROOT / name, ignore_errors=True)
    print("Effacé ; « .venv/bin/inv build » reconstruit le site.", file=sys.stderr)


namespace = Collection(
    build,
    rollback,
    serve,
    check,
    usb,
    mentions,
    new,
    import_,
    search,
    test,
    bench,
    lint,
    format,
    sheets,
    screenshots,
    browser,
    clean,
)

begin(namespace, sys.argv)
