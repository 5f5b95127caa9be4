"""The folder of the software → its version: the tag of its commit, else the number it is coming to and its commit."""

from __future__ import annotations

import subprocess
import tomllib
from pathlib import Path


def version(root: Path) -> str:
    """« 1.2.0 » of the tag `v1.2.0`; « 1.3.0-dev+ae9c9cf » after it; « 1.3.0 » of an archive, without git.

    Args:
        root: the project's folder.
    """
    with (root / "pyproject.toml").open("rb") as file:
        number = str(tomllib.load(file)["project"]["version"])
    tag = git(root, "describe", "--tags", "--exact-match", "--match", "v[0-9]*")
    commit = git(root, "rev-parse", "--short", "HEAD") if not tag else ""
    return tag.removeprefix("v") or (f"{number}-dev+{commit}" if commit else number)


def git(root: Path, *words: str) -> str:
    """What git answers about a folder; nothing without git, or where it knows nothing."""
    try:
        ended = subprocess.run(["git", *words], cwd=root, capture_output=True, text=True, encoding="utf-8", check=False)
    except OSError:
        return ""
    return ended.stdout.strip() if ended.returncode == 0 else ""
