"""An inventory and the code of the service worker → the one file that stands at the site's root."""

from __future__ import annotations

import json

from plugins.model.content import Content
from plugins.offline.inventory import Inventory, take_inventory
from plugins.offline.needed import needed
from plugins.text.output import Output

# At the root, because a worker answers for the folder in which it stands.
WORKER = "service-worker.js"


def worker(inventory: Inventory, code: str) -> str:
    """The text of the worker: what to keep, then what to do with it.

    Args:
        inventory: its text changes with any file of the site, and so browsers see a new worker.
        code: classic script that reads `self.inventory`.
    """
    listing = {
        "version": inventory.version,
        "whole": inventory.whole,
        "core": inventory.core,
        "needed": inventory.needed,
        "stable": inventory.stable,
        "files": {file.address: file.mark for file in inventory.files},
    }
    return f"self.inventory={json.dumps(listing, ensure_ascii=False, separators=(',', ':'))};\n{code}"


def write_worker(output: Output, theme: str, budget: int, content: Content) -> None:
    """Put the worker at the root of a built site: it lists every file, with the hash of its bytes.

    Args:
        output: the site, all of whose files are written.
        theme: the folder of the theme's files in it.
        budget: bytes up to which the whole site is kept.
        content: what is kept of a larger one depends on it.
    """
    folder = output.folder
    code = folder / theme / "js" / WORKER
    if code.is_file():
        text = code.read_text(encoding="utf-8")
        code.unlink()  # it works from the root alone
        pieces = (f"{one.relative_to(folder).as_posix()}/" for one in sorted(folder.glob("recherche/index/*/")))
        inventory = take_inventory(folder, (f"{theme}/", *pieces, "cartes-"), budget, needed(content))
        output.write(WORKER, worker(inventory, text).encode())
