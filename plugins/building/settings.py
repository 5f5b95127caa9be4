"""What a build is asked → all its settings, checked before anything is built."""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import Any

from plugins.building import overrides, plugin
from plugins.building.order import Order
from plugins.building.setting_rules import NEEDED, faults
from plugins.diagnostics import Diagnostic, Place
from plugins.diagnostics.system import told


def settings_of(order: Order) -> tuple[dict[str, Any], list[Diagnostic]]:
    """The settings of the file, then those typed after --set, then what has an option of its own.

    Returns:
        The settings, fit to be used when there is no diagnostic.
    """
    file = order.settings_file
    if not file.is_file():
        return {}, [Place(str(file), 0).error("ce fichier de réglages n'existe pas — vérifier le chemin donné à --settings")]
    if file.suffix != ".py":
        return {}, [
            Place(str(file), 0).error("ce n'est pas un fichier de réglages : il est écrit en Python, son nom finit par .py")
        ]
    try:
        return _read(order, file)
    except SystemExit as stop:
        return {}, [Place(file.name, 0).error(str(stop))]
    except OSError as error:
        return {}, [told(error, str(file))]
    except Exception as error:  # noqa: BLE001 — a settings file is a program: it can raise anything
        return {}, [_place(error, file).error(f"ce fichier de réglages ne se lit pas ({type(error).__name__}) : {error}")]


def _read(order: Order, file: Path) -> tuple[dict[str, Any], list[Diagnostic]]:
    known = plugin.known(file)
    chosen, diagnostics = overrides.parse(order.assignments, known)
    given = order.given
    if not known.keys() >= NEEDED:
        return {}, [Place(file.name, 0).error("il manque des réglages — commencer ce fichier par « from pelicanconf import * »")]
    twice = [(name, option) for name, option in _OPTIONS.items() if name in chosen and name in given and name != "OUTPUT_PATH"]
    diagnostics += [
        Place("--set", 0).error(f"{name} : {option} le dit déjà — n'écrire que l'un des deux") for name, option in twice
    ]
    merged = {**known, **chosen, **given}
    for name, fault in faults(merged, file.parent):
        origin = _OPTIONS[name] if name in given else "--set" if name in chosen else file.name
        diagnostics.append(Place(origin, 0).error(fault if name in given else f"{name} : {fault}"))
    if diagnostics:
        return {}, diagnostics
    settings = plugin.read(file, {**chosen, **given})
    settings["CONTENT_NAME"] = settings.get("CONTENT_NAME") or _shown(Path(settings["PATH"]))
    return settings, []


_OPTIONS = {"PATH": "--content", "OUTPUT_PATH": "--output", "BUILD_DATE": "--date"}


def _shown(content: Path) -> str:
    """A content folder as the person would type it."""
    here = Path.cwd()
    return content.relative_to(here).as_posix() if content.is_relative_to(here) else content.as_posix()


def _place(error: Exception, file: Path) -> Place:
    """The last line of the settings file that an error went through, or that Python could not read."""
    if isinstance(error, SyntaxError) and error.filename:
        return Place(Path(error.filename).name, error.lineno or 0)
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if Path(frame.filename) == file]
    return Place(file.name, (lines[-1] if lines else 0) or 0)
