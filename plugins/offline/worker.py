"""An inventory and the code of the service worker → the one file that stands at the site's root."""

from __future__ import annotations

import json

from plugins.offline.inventory import Inventory

# At the root, because a worker answers for the folder in which it stands.
WORKER = "service-worker.js"


def worker(inventory: Inventory, code: str) -> str:
    """The text of the worker: what to keep, then what to do with it.

    Args:
        inventory: its text changes with any file of the site, and so browsers see a new worker.
        code: classic script that reads `self.inventaire`.
    """
    listing = {
        "version": inventory.version,
        "whole": inventory.whole,
        "core": inventory.core,
        "stable": inventory.stable,
        "files": {file.address: file.mark for file in inventory.files},
    }
    return f"self.inventaire={json.dumps(listing, ensure_ascii=False, separators=(',', ':'))};\n{code}"
