"""Diagnostics → text for a terminal, or annotations for a forge."""

import hashlib
import json
from collections.abc import Iterable

from plugins.diagnostics.diagnostic import Diagnostic, Severity
from plugins.diagnostics.visible import visible


def errors(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Only those that forbid publication."""
    return [d for d in diagnostics if d.severity is Severity.ERROR]


def listing(diagnostics: Iterable[Diagnostic]) -> str:
    """All of them, one a line, sorted by file and line, each once."""
    return "\n".join(str(d) for d in sorted(set(diagnostics)))


def counted(number: int, one: str) -> str:
    """A number and its noun, of which every word takes an s from two on: « 1 erreur », « 12 fiches relais »."""
    noun = one if number < 2 else " ".join(word if word.endswith("s") else word + "s" for word in one.split())
    return f"{number} {noun}"


def annotations(diagnostics: Iterable[Diagnostic], forge: str) -> str:
    """What a forge shows beside the changed lines.

    Args:
        diagnostics: what was found.
        forge: `github` (workflow commands) or `gitlab` (Code Quality report, JSON).

    Raises:
        ValueError: for another forge.

    Sources: GitHub « Workflow commands », GitLab « Code Quality report format ».
    """
    found = sorted(set(diagnostics))
    if forge == "github":
        return "\n".join(_github(d) for d in found)
    if forge == "gitlab":
        return json.dumps([_gitlab(d) for d in found], ensure_ascii=False, indent=1)
    raise ValueError(f"forge inconnue « {forge} » ; choisir github ou gitlab")


def _github(d: Diagnostic) -> str:
    level = "error" if d.severity is Severity.ERROR else "warning"
    message = visible(d.message).replace("%", "%25")
    path = visible(d.path).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
    return f"::{level} file={path},line={max(d.line, 1)}::{message}"


def _gitlab(d: Diagnostic) -> dict[str, object]:
    mark = hashlib.sha256(f"{d.path}\0{d.line}\0{d.message}".encode(errors="replace")).hexdigest()
    return {
        "description": visible(d.message),
        "check_name": "contenu",
        "fingerprint": mark,
        "severity": "major" if d.severity is Severity.ERROR else "minor",
        "location": {"path": visible(d.path), "lines": {"begin": max(d.line, 1)}},
    }
