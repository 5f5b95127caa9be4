"""This machine → a Chromium for tests and screenshots: found, or installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

NOT_FOUND = (
    "Aucun Chromium : l'installer (« apt-get install chromium »), ou donner son chemin dans la variable CHROMIUM, puis relancer."
)

_TEN_MINUTES = 600


def find(environ: Mapping[str, str] = os.environ, which: Callable[[str], str | None] = shutil.which) -> str | None:
    """The program to start.

    Args:
        environ: `CHROMIUM` names it, if set.
        which: looks a name up on PATH.

    Returns:
        Its path; None when there is none.
    """
    named = environ.get("CHROMIUM")
    if named:
        return named if Path(named).is_file() else None
    return next(filter(None, map(which, NAMES)), None) or downloaded()


def launch_options() -> dict[str, Any]:
    """What Playwright's `chromium.launch` is given; root, in a container, has no sandbox to use.

    Raises:
        FileNotFoundError: when there is no Chromium.
    """
    program = find()
    if program is None:
        raise FileNotFoundError(NOT_FOUND)
    return {"executable_path": program, "args": ["--no-sandbox"] if is_root() else []}


def is_root() -> bool:
    """Whether the process may do everything; a system without such a user has none."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def downloaded() -> str | None:
    """The Chromium that Playwright downloaded earlier, if it starts: system libraries may be missing."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return None
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if _starts(path) else None


def ensure(say: Callable[[str], None]) -> bool:
    """Find a Chromium or install one: by Playwright, else, as root of a Debian machine, by its packages.

    Args:
        say: told what is tried, and what to do when all ways failed.

    Returns:
        Whether there is one now.
    """
    if find() is None and "CHROMIUM" not in os.environ:
        _quietly(say, [sys.executable, "-m", "playwright", "install", "chromium"], PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT="15000")
        if find() is None and is_root() and shutil.which("apt-get"):
            _quietly(say, ["apt-get", "update", "-qq"])
            _quietly(say, ["apt-get", "install", "-y", "-qq", "chromium"], DEBIAN_FRONTEND="noninteractive")
    if find() is None:
        say(NOT_FOUND)
        return False
    return True


def _starts(path: str) -> bool:
    try:
        return subprocess.run([path, "--version"], capture_output=True, check=False, timeout=30).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def _quietly(say: Callable[[str], None], command: list[str], **environ: str) -> None:
    """Try; what it came to is seen by looking for a Chromium again."""
    say(f"Installation du navigateur des tests : {' '.join(command)}")
    try:
        subprocess.run(command, env={**os.environ, **environ}, capture_output=True, check=False, timeout=_TEN_MINUTES)
    except (OSError, subprocess.TimeoutExpired) as error:
        say(f"  sans succès : {error}")
