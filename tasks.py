"""The verbs of the project: `inv --list`. Each calls the `command.py` of one room, and nothing else is done here."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from invoke import Collection, Context, Exit, task

ROOT = Path(__file__).resolve().parent

# Rooms are imported inside their verb: `inv --list` stays quick, and works before everything is installed.


def end(code: int) -> None:
    """End the verb with the exit code that its room gave."""
    if code:
        raise Exit(code=code)


@task(
    iterable=["set_"],
    help={
        "content": "dossier de contenu (content)",
        "output": "dossier à publier, remplacé en entier si tout va bien (output)",
        "set_": "réglage NOM=VALEUR, autant de fois qu'il faut",
        "date": "jour de la construction, AAAA-MM-JJ (aujourd'hui)",
        "settings": "fichier de réglages : pelicanconf.py, ou publishconf.py pour publier",
    },
)
def build(
    _: Context,
    content: str = "content",
    output: str = "output",
    set_: list[str] | None = None,
    date: str | None = None,
    settings: str = "pelicanconf.py",
) -> None:
    """Construit le site ; rien n'est publié s'il y a une erreur."""
    from plugins.building.command import run

    end(run(content, output, settings_file=settings, assignments=set_ or (), day=date))


@task(
    iterable=["set_"],
    help={
        "content": "dossier de contenu à vérifier (content)",
        "site": "dossier d'un site construit, à vérifier à la place du contenu",
        "set_": "réglage NOM=VALEUR, autant de fois qu'il faut",
    },
)
def check(_: Context, content: str = "content", site: str | None = None, set_: list[str] | None = None) -> None:
    """Vérifie un dossier de contenu, ou un site construit, sans rien publier."""
    if site is not None:
        from plugins.checks.command import run

        end(run(site))
    else:
        from plugins.building.command import run_check

        end(run_check(content, assignments=set_ or ()))


@task(
    iterable=["set_"],
    help={
        "content": "dossier de contenu (content)",
        "output": "dossier à publier (output)",
        "port": "port du serveur local (8000)",
        "set_": "réglage NOM=VALEUR, autant de fois qu'il faut",
    },
)
def serve(_: Context, content: str = "content", output: str = "output", port: int = 8000, set_: list[str] | None = None) -> None:
    """Montre le site sur cette machine, le reconstruit et le recharge à chaque enregistrement."""
    from plugins.building.command import run_serve

    end(run_serve(content, output, port, set_ or ()))


@task(
    help={
        "content": "dossier de contenu (content)",
        "meeting": "une seule réunion : le nom de son fichier, sans .md",
        "format": "texte, ou annotations pour github ou gitlab",
    },
)
def mentions(_: Context, content: str = "content", meeting: str | None = None, format: str = "texte") -> None:  # noqa: A002
    """Dit chaque mention trouvée, ce qui n'est pas lié et pourquoi, les acteurs probables sans page."""
    from pelicanconf import CROSSLINKS
    from plugins.crosslinks.command import run
    from plugins.reading.command import render_all

    end(run(content.rstrip("/") or "/", render_all, CROSSLINKS, meeting=meeting, form=format))


@task(
    positional=["kind", "name"],
    help={"kind": "acteur", "name": "le nom, entre guillemets", "content": "dossier de contenu (content)"},
)
def new(_: Context, kind: str, name: str, content: str = "content") -> None:
    """Crée la fiche d'un acteur, à compléter : .venv/bin/inv new acteur "Son nom"."""
    from pelicanconf import BUILD_DATE
    from plugins.model.command import create

    end(create(kind, name, content, BUILD_DATE))


@task(help={"site": "dossier du site construit (output)", "target": "dossier des images (screenshots)"})
def screenshots(_: Context, site: str = "output", target: str = "screenshots") -> None:
    """Photographie une page par gabarit, à trois largeurs, en clair et en sombre."""
    from plugins.building.command import run_screenshots

    end(run_screenshots(site, target))


@task(
    help={
        "site": "dossier du site construit (output)",
        "output": "dossier des fiches, remplacé en entier (fiches)",
    }
)
def sheets(_: Context, site: str = "output", output: str = "fiches") -> None:
    """Écrit les fiches relais du site construit en PDF, une page A5 chacune."""
    from plugins.building.command import run_sheets

    end(run_sheets(site, output))


@task(help={"fast": "les seuls tests unitaires, sans site ni navigateur", "options": "options de pytest"})
def test(_: Context, fast: bool = False, options: str = "") -> None:
    """Lance le style, les types, puis tous les tests."""
    from plugins.building.verification import run

    end(run(ROOT, fast=fast, options=options.split()))


@task(
    positional=["name"],
    iterable=["content"],
    help={
        "name": "la mesure : un fichier de benchmarks/",
        "gold": "questions jugées (mesure search)",
        "content": "dossier de contenu mesuré, autant de fois qu'il faut (mesures search, build)",
        "options": "autres options de la mesure",
    },
)
def bench(_: Context, name: str, gold: str | None = None, content: list[str] | None = None, options: str = "") -> None:
    """Mesure, et écrit le tableau dans benchmarks/README.md."""
    from plugins.building.command import run_bench

    given = [*(("--gold", gold) if gold else ()), *(part for folder in content or () for part in ("--content", folder))]
    end(run_bench(name, [*given, *options.split()]))


@task(
    positional=["words"],
    help={
        "words": "les mots cherchés, entre guillemets s'il y en a plusieurs",
        "site": "dossier du site construit (output)",
        "limit": "nombre de résultats montrés (10)",
    },
)
def search(_: Context, words: str, site: str = "output", limit: int = 10) -> None:
    """Cherche dans le site construit, avec son propre moteur, et dit pourquoi chaque page a son rang."""
    from plugins.search.command import run

    end(run(words, site, limit))


@task(
    iterable=["set_"],
    help={
        "output": "dossier à écrire, remplacé en entier (cle-usb)",
        "content": "dossier de contenu (content)",
        "set_": "réglage NOM=VALEUR, autant de fois qu'il faut",
    },
)
def usb(_: Context, output: str = "cle-usb", content: str = "content", set_: list[str] | None = None) -> None:
    """Écrit le site dans un dossier à emporter, qui s'ouvre sans serveur ni réseau."""
    from pelicanconf import SITENAME
    from plugins.building.command import run as run_build
    from plugins.offline.command import refused, run

    with tempfile.TemporaryDirectory() as scratch:
        site = f"{scratch}/site"
        end(refused(output, site) or run_build(content, site, assignments=set_ or ()) or run(site, output, SITENAME))


@task
def lint(_: Context) -> None:
    """Vérifie le style et les types du code."""
    from plugins.building.verification import run_lint

    end(run_lint(ROOT))


@task
def format(_: Context) -> None:  # noqa: A001 (the verb's name)
    """Récrit, d'après le schéma, les tableaux de CONTRIBUTING.md et les fichiers de schemas/."""
    from plugins.model.command import write_reference

    write_reference(ROOT)


@task
def browser(_: Context) -> None:
    """Trouve le navigateur des tests, ou l'installe."""
    from plugins.building.command import run_browser

    end(run_browser())


@task
def clean(_: Context) -> None:
    """Efface ce que les verbes ont produit."""
    for name in (
        ".build",
        "output",
        "cle-usb",
        "fiches",
        "screenshots",
        ".pytest_cache",
        ".mypy_cache",
        ".ruff_cache",
        ".hypothesis",
    ):
        shutil.rmtree(ROOT / name, ignore_errors=True)
    print("Effacé ; « .venv/bin/inv build » reconstruit le site.", file=sys.stderr)


namespace = Collection(
    build, serve, check, usb, mentions, new, search, test, bench, lint, format, sheets, screenshots, browser, clean
)
