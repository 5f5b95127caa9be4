"""The verbs of those who write the content, as `tasks.py` collects them."""

from __future__ import annotations

import shutil
import sys

from invoke import Context

from plugins.diagnostics.command import ROOT, verb
from plugins.verbs.folders import content_of


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
    positional=["folder"],
    help={
        "folder": "dossier du contenu, à créer : il est aussi celui de son dépôt",
        "name": "nom du site, entre guillemets (celui du dossier)",
        "forge": "où il sera publié : github ou gitlab (github)",
        "software": "adresse de ce logiciel, d'où la forge le prendra (celle de ce clone)",
    },
)
def init(_: Context, folder: str, name: str = "", forge: str = "github", software: str | None = None) -> int:
    """Commence le site d'une autre alliance, dans son propre dossier : trois fichiers, aucun du logiciel."""
    from plugins.model.command import start

    return start(folder, name, forge, software, ROOT)


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


@verb(
    positional=["file"],
    help={
        "file": "l'export des structures de data.inclusion v1 : JSON ou CSV, de toute taille",
        "content": "dossier de contenu (PATH des réglages : content)",
    },
)
def import_annuaire(_: Context, file: str, content: str | None = None) -> int:
    """Ajoute à portes.yml les lieux les plus proches de chaque commune, tirés de data.inclusion."""
    from pelicanconf import BUILD_DATE
    from plugins.importing.command import run_directory

    return run_directory(file, content_of(content), BUILD_DATE)


@verb(
    help={
        "content": "dossier de contenu (PATH des réglages : content)",
        "meeting": "une seule réunion : le nom de son fichier, sans .md",
        "format": "texte, ou annotations pour github ou gitlab",
        "kind": "une seule sorte, en entier : noms, acteurs, formes, alias-en-trop, alias-sans-emploi ou mentions",
    },
)
def mentions(
    _: Context,
    content: str | None = None,
    meeting: str | None = None,
    format: str = "texte",  # noqa: A002
    kind: str | None = None,
) -> int:
    """Dit ce que les textes nomment : noms à préciser, acteurs probables sans page ; chaque mention avec --kind mentions."""
    from pelicanconf import CROSSLINKS
    from plugins.crosslinks.command import run
    from plugins.reading.command import render_all

    return run(content_of(content), render_all, CROSSLINKS, meeting=meeting, form=format, kind=kind)


@verb(
    positional=["before"],
    help={
        "before": "dossier du contenu d'avant",
        "content": "dossier du contenu d'après (PATH des réglages : content)",
    },
)
def changes(_: Context, before: str, content: str | None = None) -> int:
    """Dit ce qu'une demande change : pages, liens gagnés et perdus, acteurs nommés, fiches à revoir, noms à préciser."""
    from pelicanconf import BUILD_DATE, CROSSLINKS
    from plugins.alliance.command import compare
    from plugins.reading.command import render_all

    return compare(before, content_of(content), render_all, CROSSLINKS, BUILD_DATE)


@verb(
    help={
        "page": "la page à retirer : acteurs/nom, ou son fichier",
        "person": "la personne dont retirer le nom, entre guillemets : « Prénom Nom »",
        "reason": "pourquoi, en quelques mots (page)",
        "content": "dossier de contenu (PATH des réglages : content)",
        "output": "dossier publié (OUTPUT_PATH des réglages : output)",
    },
)
def withdraw(
    _: Context, page: str = "", person: str = "", reason: str = "", content: str | None = None, output: str | None = None
) -> int:
    """Retire du contenu une page, ou le nom d'une personne, et dit ce qui reste ailleurs."""
    from pelicanconf import BUILD_CACHE, BUILD_DATE, OUTPUT_PATH
    from plugins.publishing.command import forget_previous
    from plugins.registry.command import withdraw_page, withdraw_person

    if bool(page) == bool(person):
        print('donner --page ou --person : .venv/bin/inv withdraw --person "Prénom Nom"', file=sys.stderr)
        return 1
    folder = content_of(content)
    code = withdraw_page(folder, page, reason) if page else withdraw_person(folder, person, BUILD_DATE)
    if code == 0:  # what would bring back what was withdrawn
        forget_previous(output or OUTPUT_PATH)
        shutil.rmtree(BUILD_CACHE, ignore_errors=True)
    return code


@verb(
    help={
        "content": "dossier de contenu (PATH des réglages : content)",
        "apply": "écrire les changements, montrés seulement sans elle",
    },
)
def migrate(_: Context, content: str | None = None, apply: bool = False) -> int:
    """Montre ce qui mettrait un contenu plus ancien au format d'aujourd'hui, et le fait si on le demande."""
    from plugins.model.command import migrate as brought

    return brought(content_of(content), apply=apply)
