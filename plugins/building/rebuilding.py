"""Sources that change on disk → the site built again, open pages told of it, until the person stops it."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from watchfiles import watch

from plugins.building.last_build import Builds
from plugins.building.local_server import start
from plugins.building.waiting import AHEAD, Waiting

# Milliseconds: changes are one until so many go by without any, and for so long at most.
_STEP, _TOGETHER = 25, 400
# What a build reads beside the content.
SOURCES = ("theme", "plugins", "pelicanconf.py", "package.json")


@dataclass(frozen=True)
class Served:
    """What is served, and where.

    Attributes:
        content: the content folder.
        output: the published folder.
        port: of the local server.
        page: what the person came for, under the site's root.
    """

    content: Path
    output: Path
    port: int
    page: str = ""


def serve(root: Path, what: Served, arguments: Iterable[str], say: Callable[[str], None]) -> int:
    """Build, serve, and do it again at each change; a build with errors leaves the last good site on show, and says them.

    Args:
        root: the project's folder.
        what: the folders, the port and the page.
        arguments: given to `inv build`.
        say: told where the site is.

    Returns:
        The exit code, when interrupted.
    """
    # A process of its own for the builds: another one takes its place when the code changes.
    builds, waiting = Builds(), Waiting(["build", *arguments], root)
    try:
        succeeded = _build(waiting, builds)
        try:
            _, address = start(what.output, what.port, builds)
        except OSError:
            say(f"Le port {what.port} est pris — en choisir un autre : .venv/bin/inv serve --port {what.port + 1}")
            return 1
        say(_welcome(f"{address}/", succeeded=succeeded, site=(what.output / "index.html").is_file()))
        if what.page:
            say(
                f"L'éditeur est sur {address}/{what.page} (Chrome ou Edge) : « Travailler avec un dépôt local », "
                f"puis choisir le dossier de {what.content}, ou celui de son dépôt git."
            )
        watched = [path for path in (what.content, *(root / name for name in SOURCES)) if path.exists()]
        for changes in watch(*watched, debounce=_TOGETHER, step=_STEP):
            if not all(_is_read_anew(Path(path), root, what.content) for _, path in changes):
                waiting.forget()
            _build(waiting, builds)
    except KeyboardInterrupt:
        pass  # the person's way to stop, also during a build, which hears of it too
    finally:
        waiting.stop()
    return 0


def watch_checks(root: Path, content: Path, arguments: Iterable[str], say: Callable[[str], None]) -> int:
    """Check, and do it again at each change, until the person stops it.

    Args:
        root: the project's folder.
        content: the content folder.
        arguments: given to `inv check`.
        say: told when each check begins to be worth reading.

    Returns:
        The exit code, when interrupted.
    """
    waiting = Waiting(["check", *arguments], root)
    try:
        _check(waiting)
        say(f"{content} est vérifié à chaque enregistrement (Ctrl+C pour arrêter).")
        for _ in watch(content, debounce=_TOGETHER, step=_STEP):
            say("")
            _check(waiting)
    except KeyboardInterrupt:
        pass  # the person's way to stop
    finally:
        waiting.stop()
    return 0


def _is_read_anew(path: Path, root: Path, content: Path) -> bool:
    """Whether each build reads a file as it stands; the others are code."""
    return path.is_relative_to(content) or path.is_relative_to(root / "theme")


def _check(waiting: Waiting) -> None:
    for line in waiting.run():
        sys.stderr.write(line)


def _build(waiting: Waiting, builds: Builds) -> bool:
    """Build once; what it says goes to the terminal as it comes, and to open pages at the end."""
    said = []
    for line in waiting.run():
        if line.startswith(AHEAD):
            name, file = json.loads(line.removeprefix(AHEAD))
            with suppress(OSError):  # it is in its place already
                builds.ahead(f"/{name.removesuffix('index.html')}", Path(file).read_bytes())
            continue
        sys.stderr.write(line)
        said.append(line)
    if waiting.code == 0:
        builds.done()
    else:
        builds.failed("".join(said))
    return waiting.code == 0


def _welcome(address: str, *, succeeded: bool, site: bool) -> str:
    if succeeded:
        return f"Le site est sur {address} ; il se recharge à chaque enregistrement (Ctrl+C pour arrêter)."
    if site:
        return f"{address} montre ces erreurs sur le site d'avant, puis le nouveau dès qu'elles sont corrigées (Ctrl+C pour arrêter)."
    return f"Pas encore de site : {address} montre ces erreurs, puis le site dès qu'elles sont corrigées (Ctrl+C pour arrêter)."
