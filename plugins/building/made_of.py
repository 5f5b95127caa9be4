"""Folders and settings → names that change with all that they say: what is made of the same is not built again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from plugins.cache.store import key_of
from plugins.exports.dataset import FOLDER as DATA
from plugins.offline.worker import WORKER
from plugins.text.files import name_of_all


def at_address(address: str | None, path: str) -> dict[str, str]:
    """The settings of a site that stands at an address."""
    return {"SITEURL": f"{address}{path}", "SITE_ADDRESS": f"{address}{path}"} if address else {}


def plain(settings: Mapping[str, Any]) -> str:
    """Settings as text: the same ones, the same text."""
    return json.dumps(dict(settings), default=lambda one: type(one).__name__, sort_keys=True)


def state_of(site: Path) -> str:
    """A name for all that a built site says: its worker lists every page with its hash, its data stand in one folder."""
    worker = site / WORKER
    if not (site / "index.html").is_file():
        return ""
    if not worker.is_file():
        return name_of_all(site, hidden=True)
    return key_of("site", worker.read_bytes(), name_of_all(site / DATA, hidden=True) if (site / DATA).is_dir() else "").decode()
