"""A built site → a folder to carry on a USB stick: opened from its index.html, without a server or a network."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from plugins.diagnostics import Diagnostic, Place
from plugins.offline.folder_links import for_a_folder
from plugins.offline.installing import MANIFEST
from plugins.offline.worker import WORKER

# Tells a folder that this project made from one that it must not replace; `inv build` writes the same.
MARK = ".construit"
READ_ME = "LISEZ-MOI.txt"
_ONLY_FOR_SERVERS = frozenset(("_headers", "_redirects", "robots.txt", "sitemap.xml", "404.html", MANIFEST, WORKER))
_TEXT = """{name}

Ce dossier contient tout le site. Il se lit sans réseau et sans rien installer :
ouvrir le fichier index.html avec un navigateur (Firefox, Chrome, Edge, Safari).

La recherche marche aussi. Pour copier le dossier ailleurs, le copier tout entier.
Il ne se met pas à jour seul : sa date est au bas de chaque page.
"""


def check_folder(folder: Path, site: Path) -> Iterator[Diagnostic]:
    """The folder is replaced whole: it may hold nothing that we did not write, nor be the site itself."""
    place, real = Place(str(folder), 0), folder.resolve()
    if real == site.resolve() or site.resolve().is_relative_to(real) or real.is_relative_to(site.resolve()):
        yield place.error("le dossier à emporter ne peut pas être celui du site — en choisir un autre pour --output")
    elif real.exists() and not real.is_dir():
        yield place.error("c'est un fichier — donner un dossier à --output")
    elif real.is_dir() and any(real.iterdir()) and not (real / MARK).is_file():
        yield place.error("ce dossier contient autre chose qu'un site produit ici — le vider ou en choisir un autre")


def carry(site: Path, folder: Path, name: str) -> int:
    """Write the folder aside, then put it in its place.

    Args:
        site: the root of a built site.
        folder: where to write; what we wrote there before is replaced.
        name: of the site, for the sentence that explains the folder.

    Returns:
        How many pages it holds.
    """
    new = folder.resolve().with_name(f".{folder.resolve().name}.neuf")
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(parents=True)
    pages = 0
    for path in sorted(site.rglob("*")):
        inside = path.relative_to(site)
        if not path.is_file() or inside.as_posix() in _ONLY_FOR_SERVERS:
            continue
        target = new / inside
        target.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".html":
            target.write_text(for_a_folder(path.read_text(encoding="utf-8")), encoding="utf-8", newline="")
            pages += 1
        else:
            shutil.copyfile(path, target)
    (new / READ_ME).write_text(_TEXT.format(name=name), encoding="utf-8")
    (new / MARK).write_text("Dossier produit par « .venv/bin/inv usb » : il est remplacé à chaque fois.\n", encoding="utf-8")
    if folder.exists():
        shutil.rmtree(folder)
    new.rename(folder.resolve())
    return pages
