"""The project's own checks, in the order in which a person wants to hear of faults: style, types, tests."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

UNIT_TESTS = "not site and not browser"


def run_lint(root: Path) -> int:
    """Ruff and mypy over the project.

    Returns:
        The exit code of the first that objects.
    """
    return _first_failure(root, [["ruff", "check", "--quiet", "."], ["mypy", "--no-error-summary"]])


def run(root: Path, *, fast: bool, options: Sequence[str]) -> int:
    """Style, types and tests; pytest speaks last.

    Args:
        root: the project's folder.
        fast: unit tests alone.
        options: given to pytest.
    """
    chosen = ["-m", UNIT_TESTS] if fast else []
    return run_lint(root) or _first_failure(root, [["pytest", "-q", *chosen, *options]])


def _first_failure(root: Path, programs: Sequence[Sequence[str]]) -> int:
    for name, *arguments in programs:
        code = subprocess.run([sys.executable, "-m", name, *arguments], cwd=root, check=False).returncode
        if code:
            return code
    return 0
