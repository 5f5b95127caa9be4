"""A built site → a folder to carry on a USB stick: opened from its index.html, without a server or a network."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from plugins.offline.folder_links import for_a_folder
from plugins.offline.installing import MANIFEST
from plugins.offline.worker import WORKER
from plugins.publishing.marks import entries
from plugins.text.files import of_editor

READ_ME = "LISEZ-MOI.txt"
_ONLY_FOR_SERVERS = frozenset(("_headers", "_redirects", "robots.txt", "sitemap.xml", "404.html", MANIFEST, WORKER))
_TEXT = """{name}

Ce dossier contient tout le site. Il se lit sans réseau et sans rien installer :
ouvrir le fichier index.html avec un navigateur (Firefox, Chrome, Edge, Safari).

La recherche marche aussi. Pour copier le dossier ailleurs, le copier tout entier.
Il ne se met pas à jour seul : sa date est au bas de chaque page.
"""


def carry(site: Path, folder: Path) -> int:
    """Write what opens without a server; what explains the folder has the name that the site has in its own manifest.

    Args:
        site: the root of a built site.
        folder: an empty folder.

    Returns:
        How many pages it holds.

    Raises:
        OSError: as the system says; the folder is half written.
    """
    pages = 0
    for name in entries(site):
        if name in _ONLY_FOR_SERVERS or name.endswith("/") or of_editor(name):
            continue
        path, target = site / name, folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".html":
            target.write_text(for_a_folder(path.read_text(encoding="utf-8")), encoding="utf-8", newline="")
            pages += 1
        else:
            shutil.copyfile(path, target)
    name = json.loads((site / MANIFEST).read_text(encoding="utf-8"))["name"]
    (folder / READ_ME).write_text(_TEXT.format(name=name), encoding="utf-8", newline="\n")
    return pages
