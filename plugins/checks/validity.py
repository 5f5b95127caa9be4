"""Built pages → what html-validate, an HTML5 validator that works without a network, objects to."""

from __future__ import annotations

import json
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from plugins.diagnostics import Diagnostic, Place
from plugins.diagnostics.system import beside_python

# Rules of taste are off in it, each for being neither about validity nor about access.
CONFIGURATION = Path(__file__).with_name("html-validate.json")


def check_validity(folder: Path, root: Path) -> list[Diagnostic]:
    """Validate every page of a folder.

    Args:
        folder: the site's root.
        root: the project's folder, which holds `node_modules/`.
    """
    program = root / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
    if not program.is_file():
        return [Place("node_modules", 0).error("html-validate n'est pas installé — lancer « make setup-test »")]
    with tempfile.TemporaryDirectory() as scratch:
        # Through a file: what Node.js writes to a pipe is cut when it ends.
        report = Path(scratch) / "report.json"
        options = ["--config", str(CONFIGURATION), "--formatter", f"json={report}"]
        command = [beside_python("node"), str(program), *options, (folder / "**" / "*.html").as_posix()]
        ended = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        if not report.is_file():
            return [Place("html-validate", 0).error(f"le validateur s'est arrêté : {ended.stderr.strip()[:500]}")]
        files = json.loads(report.read_text(encoding="utf-8"))
    return sorted(_diagnostic(folder, file["filePath"], message) for file in files for message in file["messages"])


def _diagnostic(folder: Path, path: str, message: dict[str, Any]) -> Diagnostic:
    place = Place(Path(path).resolve().relative_to(folder.resolve()).as_posix(), int(message["line"]))
    return place.error(f"HTML : {message['message']} ({message['ruleId']})")
