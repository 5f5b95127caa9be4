"""Pelican glue of the offline room: manifest and icons for every page, the worker once all files are there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pelican import Pelican, signals

from plugins.offline.installing import MANIFEST, icons, manifest
from plugins.offline.inventory import take_inventory
from plugins.offline.worker import WORKER, worker

# Kinds of pages from which a person starts, with what a long press on the icon says.
_WAYS = (
    ("Partir d’un besoin", "besoins/", "needs"),
    ("Trouver un acteur", "acteurs/", "actors"),
    ("Réunions", "reunions/", "meetings"),
)


def prepare(generators: list[Any]) -> None:
    """For templates: `manifeste`, the address of the web manifest under the site's root; for other rooms, what comes last."""
    generators[0].context["manifeste"] = MANIFEST
    generators[0].settings["WRITTEN_LAST"] = (MANIFEST, *icons(), WORKER)


def publish(pelican: Pelican) -> None:
    """Last of all rooms: the worker lists every file of the site, with the hash of its bytes."""
    settings: dict[str, Any] = pelican.settings
    folder, site = Path(settings["OUTPUT_PATH"]), settings["ALLIANCE"]
    ways = [(title, address) for title, address, kind in _WAYS if getattr(site, kind)]
    name = settings["SITENAME"]
    files = {MANIFEST: manifest(name, settings.get("SITE_SHORT_NAME") or name, settings["SITE_SUBTITLE"], ways), **icons()}
    for path, text in files.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8", newline="")
    theme = f"{settings['THEME_STATIC_DIR']}/"
    code = folder / theme / "js" / WORKER
    if code.is_file():
        text = code.read_text(encoding="utf-8")
        code.unlink()  # it works from the root alone
        inventory = take_inventory(folder, (theme, "recherche/index/", "cartes-"), settings["OFFLINE_WHOLE_BUDGET"])
        (folder / WORKER).write_text(worker(inventory, text), encoding="utf-8", newline="")


def register() -> None:
    """After every room that writes files."""
    signals.all_generators_finalized.connect(prepare)
    signals.finalized.connect(publish)
