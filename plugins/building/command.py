"""The door of building: `inv build` and `inv check --content` come in here."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from plugins.building import chromium
from plugins.building.build import Order, Outcome, build
from plugins.building.swap import aside, check_target
from plugins.checks.command import check
from plugins.diagnostics import counted, errors, listing

ROOT = Path(__file__).resolve().parents[2]


def run(
    content: str,
    output: str,
    *,
    settings_file: str = "pelicanconf.py",
    assignments: Sequence[str] = (),
    day: str | None = None,
) -> int:
    """Build a folder in the content format and say what is wrong with it.

    Args:
        content: the content folder.
        output: the folder to publish in.
        settings_file: a file of settings, from the project's folder.
        assignments: settings as `NAME=VALUE`.
        day: the day of the build, AAAA-MM-JJ; None means today.

    Returns:
        The exit code: 0 when all is well, 1 when there are errors, and nothing was published.
    """
    started = time.monotonic()
    try:
        chosen = date.fromisoformat(day) if day else None
    except ValueError:
        print(f"--date : « {day} » n'est pas une date — écrire par exemple 2026-03-12", file=sys.stderr)
        return 1
    order = Order(ROOT, content.rstrip("/") or "/", Path(output), ROOT / settings_file, tuple(assignments), chosen)
    return report(build(order, check), order, time.monotonic() - started)


def run_check(content: str, *, assignments: Sequence[str] = ()) -> int:
    """Check a content folder as a build does, and publish nothing.

    Returns:
        The exit code: 1 when there are errors.
    """
    with tempfile.TemporaryDirectory() as scratch:
        output, settings_file = Path(scratch) / "site", ROOT / "pelicanconf.py"
        order = Order(ROOT, content.rstrip("/") or "/", output, settings_file, tuple(assignments), publish=False)
        return report(build(order, check), order, 0.0)


def report(outcome: Outcome, order: Order, seconds: float) -> int:
    """Print every diagnostic, then one sentence; give the exit code."""
    if outcome.diagnostics:
        print(listing(outcome.diagnostics), file=sys.stderr)
    wrong = len(errors(set(outcome.diagnostics)))
    if wrong:
        count = counted(wrong, "erreur")
        print(f"{count} ; rien n'est publié." if order.publish else f"{count}.", file=sys.stderr)
        return 1
    if outcome.published:
        pages = sum(1 for _ in order.output.rglob("*.html"))
        took = f"{seconds:.1f} s".replace(".", ",")
        print(f"{counted(pages, 'page construite')} en {took} dans {order.output}")
    else:
        print("Aucune erreur.")
    return 0


def run_browser() -> int:
    """Find or install the Chromium of tests and screenshots.

    Returns:
        The exit code: 1 when there is none.
    """
    return 0 if chromium.ensure(lambda sentence: print(sentence, file=sys.stderr)) else 1


def run_serve(content: str, output: str, port: int, assignments: Sequence[str] = ()) -> int:
    """Build, serve, and do it again at each change until interrupted.

    Returns:
        The exit code.
    """
    from plugins.building.serving import serve

    arguments = ["--content", content, "--output", output, *(word for value in assignments for word in ("--set", value))]
    return serve(ROOT, Path(content), Path(output), port, arguments, print)


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
    refused = list(check_target(Path(target), (ROOT / "content", ROOT, Path(site))))
    if refused:
        print(listing(refused), file=sys.stderr)
        return 1
    if run_browser():
        return 1
    count = 0
    with aside(Path(target)) as folder:
        for sheet in print_sheets(Path(site), folder.folder):
            count += 1
            if sheet.pages != 1:
                name = sheet.path.relative_to(folder.folder).as_posix()
                print(f"{name} : {counted(sheet.pages, 'page')} — raccourcir ses textes", file=sys.stderr)
        folder.publish()
    print(f"{counted(count, 'fiche relais')} dans {target}")
    return 0


def run_bench(name: str, options: Sequence[str]) -> int:
    """Run one measure, `benchmarks/<name>.py`, which keeps its own table.

    Returns:
        Its exit code.
    """
    program = ROOT / "benchmarks" / f"{name}.py"
    if not program.is_file():
        known = sorted(path.stem for path in program.parent.glob("*.py") if path.stem != "report")
        print(f"mesure inconnue « {name} » — choisir parmi : {', '.join(known)}", file=sys.stderr)
        return 1
    return subprocess.run([sys.executable, str(program), *options], cwd=ROOT, check=False).returncode
