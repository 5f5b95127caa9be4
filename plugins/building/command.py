"""The door of building: `inv build` and `inv check --content` come in here."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from plugins.building import chromium
from plugins.building.order import BuildOutcome, Order, report
from plugins.building.timings import told_when
from plugins.building.unchanged import Unchanged
from plugins.diagnostics import counted, errors, listing
from plugins.publishing.marks import Product
from plugins.publishing.swap import aside, check_target

ROOT = Path(__file__).resolve().parents[2]
_MOST_PORTS = 65_535


def run(
    content: str | None,
    output: str | None,
    *,
    settings_file: str = "pelicanconf.py",
    assignments: Sequence[str] = (),
    day: str | None = None,
    timings: bool = False,
) -> int:
    """Build a folder in the content format and say what is wrong with it.

    Args:
        content: the content folder; None is the one of the settings file.
        output: the folder to publish in; None is the one of the settings file.
        settings_file: a file of settings, from the project's folder.
        assignments: settings as `NAME=VALUE`.
        day: the day of the build, AAAA-MM-JJ; None means today.
        timings: whether to tell the seconds of each room.

    Returns:
        The exit code: 0 when all is well, 1 when there are errors, and nothing was published.
    """
    started = time.monotonic()
    target = None if output is None else Path(output)
    order = Order(ROOT, _folder(content), target, ROOT / settings_file, tuple(assignments), day)
    with told_when(wanted=timings):
        last = Unchanged(order)
        outcome = last.outcome()
        if outcome is None:
            outcome = _built(order)
            last.remember(outcome)
    return report(outcome, time.monotonic() - started, publish=True)


def _built(order: Order) -> BuildOutcome:
    """What a build comes to; its code, most of ours and all of Pelican's, is read when there is something to build."""
    from plugins.building.build import build
    from plugins.checks.command import check

    return build(order, check)


def run_federate(
    file: str, output: str, *, settings_file: str = "pelicanconf.py", assignments: Sequence[str] = (), day: str | None = None
) -> int:
    """Build the sites of several committees as one, and say what is wrong with any of them.

    Args:
        file: which committees.
        output: the folder to publish in.
        settings_file: a file of settings, from the project's folder.
        assignments: settings of all of them, as `NAME=VALUE`.
        day: the day of the build, AAAA-MM-JJ; None means today.

    Returns:
        The exit code: 1 when there are errors, and nothing was published.
    """
    from plugins.building.federating import federate
    from plugins.checks.command import check

    started = time.monotonic()
    order = Order(ROOT, None, Path(output), ROOT / settings_file, tuple(assignments), day)
    joined = federate(order, Path(file), check)
    if not joined.published:
        return report(BuildOutcome(joined.diagnostics), 0.0, publish=True)
    print(listing(joined.diagnostics), end="\n" if joined.diagnostics else "", file=sys.stderr)
    print("\n".join(joined.sentences(time.monotonic() - started)))
    return 0


def run_check(content: str | None, *, assignments: Sequence[str] = (), timings: bool = False) -> int:
    """Check a content folder as a build does, and publish nothing.

    Returns:
        The exit code: 1 when there are errors.
    """
    with tempfile.TemporaryDirectory() as scratch:
        output, settings_file = Path(scratch) / "site", ROOT / "pelicanconf.py"
        order = Order(ROOT, _folder(content), output, settings_file, tuple(assignments), publish=False)
        with told_when(wanted=timings):
            outcome = _built(order)
        return report(outcome, 0.0, publish=False)


def run_watch(content: str, assignments: Sequence[str] = ()) -> int:
    """Check a content folder again at each change, until interrupted.

    Returns:
        The exit code: 1 when there is no such folder.
    """
    if not Path(content).is_dir():
        print(f"{content} : ce dossier n'existe pas — vérifier le chemin donné à --content", file=sys.stderr)
        return 1
    from plugins.building.rebuilding import watch_checks

    arguments = ["--content", content, *(word for value in assignments for word in ("--set", value))]
    return watch_checks(ROOT, Path(content), arguments, partial(print, flush=True))


def _folder(content: str | None) -> str | None:
    return content and (content.rstrip("/") or "/")


def run_browser() -> int:
    """Find or install the Chromium of tests and screenshots.

    Returns:
        The exit code: 1 when there is none.
    """
    if not chromium.ensure(lambda sentence: print(sentence, file=sys.stderr)):
        return 1
    print(chromium.find())
    return 0


def run_serve(content: str | None, output: str | None, port: int, assignments: Sequence[str] = (), page: str = "") -> int:
    """Build, serve, and do it again at each change until interrupted.

    Args:
        content: the content folder; None is the one of the settings.
        output: the published folder; None is the one of the settings.
        port: of the local server.
        assignments: settings as `NAME=VALUE`.
        page: what the person came for, under the site's root.

    Returns:
        The exit code: 1 when there is nothing to serve, or no such port.
    """
    if not 0 <= port <= _MOST_PORTS:
        print(f"--port : « {port} » n'est pas un port — choisir un nombre de 0 à {_MOST_PORTS}", file=sys.stderr)
        return 1
    from plugins.building.settings import settings_of

    target = None if output is None else Path(output)
    settings, wrong = settings_of(Order(ROOT, _folder(content), target, ROOT / "pelicanconf.py", tuple(assignments)))
    if wrong:
        return report(BuildOutcome(wrong), 0.0, publish=True)
    from plugins.building.rebuilding import Served, serve

    given = (("--content", _folder(content)), ("--output", output), *(("--set", value) for value in assignments))
    arguments = [word for option, value in given if value is not None for word in (option, value)]
    places = Served(Path(settings["PATH"]), Path(settings["OUTPUT_PATH"]), port, page)
    return serve(ROOT, places, arguments, print)


def run_screenshots(site: str, target: str) -> int:
    """Take pictures of a built site.

    Returns:
        The exit code: 1 when there is no site, or no browser.
    """
    if not (Path(site) / "index.html").is_file():
        print(f"{site} n'est pas un site construit — lancer « .venv/bin/inv build » d'abord", file=sys.stderr)
        return 1
    try:
        from plugins.building.screenshots import take
    except ImportError:
        print("Playwright n'est pas installé — lancer « make setup-test »", file=sys.stderr)
        return 1
    if run_browser():
        return 1
    print(f"{counted(take(Path(site), Path(target)), 'image')} dans {target}")
    return 0


def run_sheets(site: str, target: str) -> int:
    """Write the relay sheets of a built site as PDF files; the folder is replaced whole once all are printed.

    Returns:
        The exit code: 1 when there is no site, no browser, or when the folder holds something else.
    """
    if not (Path(site) / "index.html").is_file():
        print(f"{site} n'est pas un site construit — lancer « .venv/bin/inv build » d'abord", file=sys.stderr)
        return 1
    try:
        from plugins.building.printing import print_sheets
    except ImportError:
        print("Playwright n'est pas installé — lancer « make setup-test »", file=sys.stderr)
        return 1
    folder = Path(target)
    refused = list(check_target(folder, Product.SHEETS, ROOT / "content", [ROOT, Path(site)]))
    if not refused and run_browser():
        return 1
    if not refused:
        count = 0
        with aside(folder, Product.SHEETS) as work:
            for sheet in print_sheets(Path(site), work.folder):
                count += 1
                if sheet.pages != 1:
                    name = sheet.path.relative_to(work.folder).as_posix()
                    print(f"{name} : {counted(sheet.pages, 'page')} — raccourcir ses textes", file=sys.stderr)
            refused = work.publish()
    if refused:
        print(listing(refused), file=sys.stderr)
    if errors(refused):
        return 1
    print(f"{counted(count, 'fiche relais')} dans {target}")
    return 0


def run_bench(name: str, options: Sequence[str]) -> int:
    """Run one measure, `benchmarks/<name>.py`, which keeps its own table.

    Returns:
        Its exit code.
    """
    programs = {path.stem: path for path in sorted((ROOT / "benchmarks").glob("*.py")) if path.stem != "report"}
    if name not in programs:
        print(f"mesure inconnue « {name} » — choisir parmi : {', '.join(programs)}", file=sys.stderr)
        return 1
    return subprocess.run([sys.executable, str(programs[name]), *options], cwd=ROOT, check=False).returncode


def run_module(name: str, options: Sequence[str]) -> int:
    """Run one program of `benchmarks`, from where we were called: the folders that it is told are those of who asks.

    Returns:
        Its exit code.
    """
    path = os.pathsep.join((str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])))
    command = [sys.executable, "-m", name, *options]
    return subprocess.run(command, env={**os.environ, "PYTHONPATH": path}, check=False).returncode
