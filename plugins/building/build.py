"""What to build, where, with which settings → the diagnostics of the run; published only without errors."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from plugins.assets.command import prepare
from plugins.building import overrides, plugin, swap
from plugins.building.failures import Collector, of_exception
from plugins.diagnostics import Diagnostic, Place, errors

# Where the traceback of the last accident is kept.
TRACE = ".build/dernier-echec.txt"

# A built folder and the settings it was built with → what is wrong with it.
Check = Callable[[Path, Mapping[str, Any]], list[Diagnostic]]


@dataclass(frozen=True)
class Order:
    """What one build is asked to do.

    Attributes:
        root: the project's folder.
        content: the content folder, as typed: messages name files by it.
        output: the published folder.
        settings_file: pelicanconf.py or publishconf.py.
        assignments: `NAME=VALUE`, as typed after --set.
        day: the day of the build; None leaves it to the settings file.
        publish: False only checks.
    """

    root: Path
    content: str
    output: Path
    settings_file: Path
    assignments: tuple[str, ...] = ()
    day: date | None = None
    publish: bool = True


@dataclass(frozen=True)
class Outcome:
    """What came of it: published means that the output folder now is this build."""

    diagnostics: list[Diagnostic] = field(default_factory=list)
    published: bool = False


def build(order: Order, check: Check) -> Outcome:
    """Build aside, check, and publish when nothing is wrong.

    Args:
        order: what to build.
        check: the checks of a built folder.
    """
    if order.publish:
        target = list(swap.check_target(order.output, (Path(order.content), order.root)))
        if target:
            return Outcome(target)
    settings, diagnostics = _settings(order)
    if diagnostics:
        return Outcome(diagnostics)
    assets, diagnostics = prepare(order.root, Path(settings["THEME"]))
    if assets is None:
        return Outcome(diagnostics)
    with swap.aside(order.output) as aside:
        settings |= {
            "JINJA_ENVIRONMENT": plugin.with_compiled_templates(settings["JINJA_ENVIRONMENT"], order.root / ".build"),
            "OUTPUT_PATH": str(aside.folder),
            "THEME_STATIC_PATHS": [str(assets.folder)],
            "THEME_STATIC_DIR": assets.name,
            "THIRD_PARTY": assets.licences,
        }
        found = _run(settings, order.root)
        if not errors(found):
            found += check(aside.folder, settings)
        published = order.publish and not errors(found)
        if published:
            aside.publish()
    return Outcome(found, published)


def _settings(order: Order) -> tuple[dict[str, Any], list[Diagnostic]]:
    given: dict[str, Any] = {"PATH": str(Path(order.content).resolve()), "CONTENT_NAME": order.content}
    if order.day is not None:
        given["BUILD_DATE"] = order.day.isoformat()
    if not order.settings_file.is_file():
        return {}, [Place(str(order.settings_file), 0).error("ce fichier de réglages n'existe pas")]
    if not Path(order.content).is_dir():
        return {}, [Place(order.content, 0).error("ce dossier n'existe pas — vérifier le chemin donné à --content")]
    try:
        known = plugin.read(order.settings_file, given)
        chosen, diagnostics = overrides.parse(order.assignments, known.keys())
        return plugin.read(order.settings_file, given | chosen) if chosen else known, diagnostics
    except SystemExit as stop:
        return {}, [Place(order.settings_file.name, 0).error(str(stop))]


def _run(settings: dict[str, Any], root: Path) -> list[Diagnostic]:
    """Run Pelican; the traceback of an accident goes into a file, its sentence into the list."""
    collector, stopped = Collector(), []
    try:
        plugin.run(settings, collector)
    except SystemExit as stop:
        if not errors(settings.get("DIAGNOSTICS", [])):
            stopped = [of_exception(stop, root)]
    except Exception as error:  # noqa: BLE001 — the last guard before a person's terminal
        trace = root / TRACE
        trace.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
        stopped = [of_exception(error, root, f" — le détail est dans {TRACE}")]
    return [*settings.get("DIAGNOSTICS", []), *collector.diagnostics, *stopped]
