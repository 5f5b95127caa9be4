"""The door of the search: `inv search` and `inv bench search` come in here."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from plugins.search.transport import FOLDER

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "theme" / "static" / "js" / "recherche" / "terminal.js"


def run(words: str, site: str = "output", limit: int = 10) -> int:
    """Search a built site with its own engine, and print its results with the reasons of their rank.

    Args:
        words: the query.
        site: the folder of a built site.
        limit: the most results that are printed.

    Returns:
        The exit code: 1 when there is no index or no Node.js.
    """
    entry = index_entry(Path(site))
    if entry is None:
        print(f"{site} n'a pas d'index de recherche — lancer « .venv/bin/inv build » d'abord", file=sys.stderr)
        return 1
    try:
        command = ["node", str(SCRIPT), str(entry.parent), entry.name, str(limit), words]
        return subprocess.run(command, check=False).returncode
    except FileNotFoundError:
        print("Node.js n'est pas installé — lancer « make setup »", file=sys.stderr)
        return 1


def ranked(site: Path, queries: list[str], limit: int = 20) -> dict[str, list[str]]:
    """Query → the addresses of the best pages of a built site, such as `acteurs/cgt/`.

    Raises:
        FileNotFoundError: the site has no index, or Node.js is missing.
        subprocess.CalledProcessError: the engine failed.
    """
    found: dict[str, list[str]] = told_by(SCRIPT, site, queries, str(limit))
    return found


def told_by(script: Path, site: Path, queries: Sequence[str], *options: str) -> Any:
    """What a script of Node.js answers, in JSON, to the questions that it is given, with the index of a built site.

    Raises:
        FileNotFoundError: the site has no index, or Node.js is missing.
        subprocess.CalledProcessError: the engine failed.
    """
    entry = index_entry(site)
    if entry is None:
        raise FileNotFoundError(f"{site} n'a pas d'index de recherche")
    command = ["node", str(script), str(entry.parent), entry.name, *options]
    ended = subprocess.run(command, input=json.dumps(list(queries)), capture_output=True, text=True, check=True, encoding="utf-8")
    return json.loads(ended.stdout)


def index_entry(site: Path) -> Path | None:
    """The first file of the index of a built site."""
    found = sorted((site / FOLDER).glob("*.js"))
    return found[0] if found else None
