"""`NAME=VALUE` as typed on a command line → settings, checked against those that exist."""

from __future__ import annotations

import difflib
import json
from collections.abc import Collection, Iterable
from typing import Any

from plugins.diagnostics import Diagnostic, Place

ON_THE_COMMAND_LINE = Place("--set", 0)


def parse(assignments: Iterable[str], known: Collection[str]) -> tuple[dict[str, Any], list[Diagnostic]]:
    """Read settings typed by a person.

    Args:
        assignments: such as `CROSSLINKS=mention`; the value is JSON when it parses, else a string.
        known: the settings that exist.

    Returns:
        The settings, and an error for every assignment that is none.
    """
    settings: dict[str, Any] = {}
    diagnostics = []
    for assignment in assignments:
        name, equals, value = assignment.partition("=")
        if not equals:
            diagnostics.append(ON_THE_COMMAND_LINE.error(f"« {assignment} » n'est pas un réglage — écrire NOM=VALEUR"))
        elif name not in known:
            near = difflib.get_close_matches(name.upper(), sorted(known), 1)
            instead = f" — écrire plutôt « {near[0]} »" if near else " — les réglages sont dans pelicanconf.py"
            diagnostics.append(ON_THE_COMMAND_LINE.error(f"réglage inconnu « {name} »{instead}"))
        else:
            settings[name] = _value(value)
    return settings, diagnostics


def _value(text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        return text
