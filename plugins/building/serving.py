"""Sources that change on disk → the site built again and open pages reloaded, until the person stops it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from watchfiles import watch

from plugins.building.server import Builds, start

# What a build reads beside the content.
SOURCES = ("theme", "plugins", "pelicanconf.py", "package.json")


def serve(root: Path, content: Path, output: Path, port: int, arguments: Iterable[str], say: Callable[[str], None]) -> int:
    """Build, serve, and do it again at each change; a build with errors leaves the last good site on show.

    Args:
        root: the project's folder.
        content: the content folder.
        output: the published folder.
        port: of the local server.
        arguments: given to `inv build`.
        say: told where the site is.

    Returns:
        The exit code, when interrupted.
    """
    # A process of its own for each build: it sees plugins that changed too.
    build = [sys.executable, "-m", "invoke", "build", *arguments]
    subprocess.run(build, cwd=root, check=False)
    builds = Builds()
    try:
        _, address = start(output, port, builds)
    except OSError:
        say(f"Le port {port} est pris — en choisir un autre : .venv/bin/inv serve --port {port + 1}")
        return 1
    say(f"Le site est sur {address}/ ; il se recharge à chaque enregistrement (Ctrl+C pour arrêter).")
    watched = [path for path in (content, *(root / name for name in SOURCES)) if path.exists()]
    for _ in watch(*watched, raise_interrupt=False):
        if subprocess.run(build, cwd=root, check=False).returncode == 0:
            builds.done()
    return 0
