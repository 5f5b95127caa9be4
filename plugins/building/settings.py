"""What a build is asked → all its settings, checked before anything is built."""

from __future__ import annotations

import difflib
import os
import traceback
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

from plugins.building import overrides, plugin
from plugins.diagnostics import Diagnostic, Place
from plugins.diagnostics.system import told

# Years in which a site can be built: dates of meetings are compared with the day, some years before and after.
_YEARS = range(1970, 2201)
_LANGUAGE = "fr"  # of the theme's words and of the analysis of texts


@dataclass(frozen=True)
class Order:
    """What one build is asked to do.

    Attributes:
        root: the project's folder.
        content: the content folder, as typed: messages name files by it; None leaves it to the settings file.
        output: the published folder; None leaves it to the settings file.
        settings_file: pelicanconf.py or publishconf.py.
        assignments: `NAME=VALUE`, as typed after --set.
        day: the day of the build, as typed after --date; None leaves it to the settings file.
        publish: False only checks.
    """

    root: Path
    content: str | None
    output: Path | None
    settings_file: Path
    assignments: tuple[str, ...] = ()
    day: str | None = None
    publish: bool = True


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
    given = _given(order)
    if not _RULES.keys() <= known.keys():
        return {}, [Place(file.name, 0).error("il manque des réglages — commencer ce fichier par « from pelicanconf import * »")]
    twice = [(name, option) for name, option in _OPTIONS.items() if name in chosen and name in given and name != "OUTPUT_PATH"]
    diagnostics += [
        Place("--set", 0).error(f"{name} : {option} le dit déjà — n'écrire que l'un des deux") for name, option in twice
    ]
    merged = {**known, **chosen, **given}
    for name, fault in _faults(merged, file.parent):
        origin = _OPTIONS[name] if name in given else "--set" if name in chosen else file.name
        diagnostics.append(Place(origin, 0).error(fault if name in given else f"{name} : {fault}"))
    if diagnostics:
        return {}, diagnostics
    settings = plugin.read(file, {**chosen, **given})
    settings["CONTENT_NAME"] = settings.get("CONTENT_NAME") or _shown(Path(settings["PATH"]))
    return settings, []


def _given(order: Order) -> dict[str, Any]:
    given: dict[str, Any] = {}
    if order.content is not None:
        given |= {"PATH": os.path.realpath(order.content), "CONTENT_NAME": order.content}
    if order.output is not None:
        given["OUTPUT_PATH"] = str(Path.cwd() / order.output)
    if order.day is not None:
        given["BUILD_DATE"] = order.day
    return given


def _faults(settings: Mapping[str, Any], base: Path) -> Iterator[tuple[str, str]]:
    """(setting, what is wrong with it and what to write instead), for those whose value can be known to be wrong."""
    for name, fault in _RULES.items():
        found = fault(settings[name], base)
        if found:
            yield name, found


def _date(value: Any, _: Path) -> str:
    try:
        day = date.fromisoformat(str(value))
    except ValueError:
        return f"« {value} » n'est pas une date — écrire par exemple 2026-03-12"
    good = day.year in _YEARS and day.isoformat() == value
    return "" if good else f"« {value} » n'est pas un jour d'aujourd'hui — écrire par exemple 2026-03-12"


def _content(value: Any, base: Path) -> str:
    return (
        ""
        if isinstance(value, str) and (base / value).is_dir()
        else f"« {value} » : ce dossier n'existe pas — vérifier le chemin"
    )


def _output(value: Any, _: Path) -> str:
    return "" if isinstance(value, str) and value else f"« {value} » — écrire le chemin d'un dossier"


def _theme(value: Any, base: Path) -> str:
    good = isinstance(value, str) and (base / value / "templates" / "base.html").is_file()
    return "" if good else f"« {value} » n'est pas le dossier d'un thème — le sien se trouve dans theme/"


def _folders(value: Any, base: Path) -> str:
    good = isinstance(value, list) and all(isinstance(one, str) and (base / one).is_dir() for one in value)
    return "" if good else f'« {value} » n\'est pas une liste de dossiers qui existent — écrire ["."]'


def _language(value: Any, _: Path) -> str:
    return "" if value == _LANGUAGE else f"« {value} » — le site n'existe qu'en français, écrire {_LANGUAGE}"


def _zone(value: Any, _: Path) -> str:
    if value in available_timezones():
        return ""
    close = difflib.get_close_matches(str(value), sorted(available_timezones()), 1)
    return f"« {value} » n'est pas un fuseau horaire — écrire {close[0] if close else 'Europe/Paris'}"


# A setting → why its value cannot be used; relative paths are from the folder of the settings file.
_RULES: dict[str, Callable[[Any, Path], str]] = {
    "PATH": _content,
    "OUTPUT_PATH": _output,
    "BUILD_DATE": _date,
    "THEME": _theme,
    "PLUGIN_PATHS": _folders,
    "DEFAULT_LANG": _language,
    "TIMEZONE": _zone,
}
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
