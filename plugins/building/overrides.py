"""`NAME=VALUE` as typed on a command line → settings, checked against those that exist and against their kind."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from plugins.diagnostics import Diagnostic, Place

ON_THE_COMMAND_LINE = Place("--set", 0)


def parse(assignments: Iterable[str], known: Mapping[str, Any]) -> tuple[dict[str, Any], list[Diagnostic]]:
    """Read settings typed by a person.

    Args:
        assignments: such as `CROSSLINKS=mention`.
        known: the settings that exist, with their present values: a new one is of the same kind.

    Returns:
        The settings, and an error for every assignment that is none.
    """
    settings: dict[str, Any] = {}
    diagnostics = []
    for assignment in assignments:
        name, equals, text = assignment.partition("=")
        if not equals:
            diagnostics.append(ON_THE_COMMAND_LINE.error(f"« {assignment} » n'est pas un réglage — écrire NOM=VALEUR"))
        elif name not in known:
            near = difflib.get_close_matches(name.upper(), sorted(known), 1)
            instead = f" — écrire plutôt « {near[0]} »" if near else " — les réglages sont dans pelicanconf.py"
            diagnostics.append(ON_THE_COMMAND_LINE.error(f"réglage inconnu « {name} »{instead}"))
        else:
            value = _value(text, known[name])
            wanted = wrong_kind(value, known[name])
            if wanted:
                diagnostics.append(ON_THE_COMMAND_LINE.error(f"{name} : « {text} » — {wanted}"))
            else:
                settings[name] = value
    return settings, diagnostics


def wrong_kind(value: Any, known: Any) -> str:
    """What to write instead of a value that is not of the kind of the known one; empty when it is."""
    if isinstance(known, bool):
        return "" if isinstance(value, bool) else "écrire true ou false"
    if isinstance(known, int):
        good = isinstance(value, int) and not isinstance(value, bool) and value >= 0
        return "" if good else f"écrire un nombre entier, par exemple {known}"
    if isinstance(known, str):
        return "" if isinstance(value, str) else "écrire un texte"
    if isinstance(known, list):
        texts = all(isinstance(one, str) for one in known)
        good = isinstance(value, list) and (not texts or all(isinstance(one, str) for one in value))
        return "" if good else 'écrire une liste, par exemple ["a", "b"]'
    if isinstance(known, dict):
        return "" if isinstance(value, dict) else 'écrire {"nom": "valeur"}'
    return ""


def _value(text: str, known: Any) -> Any:
    """JSON when it parses, else the text; where a text is expected, « 2026 » is one."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return text
    return text if isinstance(known, str) and not isinstance(value, str) else value
