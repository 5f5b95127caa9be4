"""The settings of a site → those whose value can be known to be wrong, and what to write instead."""

from __future__ import annotations

import difflib
import os
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from plugins.diagnostics import visible

Settings = Mapping[str, Any]
# A value, all settings, the folder that relative paths start from → what is wrong; empty when nothing is.
_Rule = Callable[[Any, Settings, Path], str]

# Years in which a site can be built: dates of meetings are compared with the day, some years before and after.
_YEARS = range(1970, 2201)
_LANGUAGE = "fr"  # of the theme's words and of the analysis of texts
_OURS = "plugins.plugin"
_ENGINES = ("typesense", "postgres")
_ORIGIN = re.compile(r"[A-Za-z0-9.-]+(?::\d{1,5})?|\[[0-9a-f:]+\](?::\d{1,5})?")
_PATIENCE = range(200, 20_001)  # milliseconds


def faults(settings: Settings, base: Path) -> Iterator[tuple[str, str]]:
    """(setting, what is wrong with it and what to write instead).

    Args:
        settings: Pelican's defaults, those of the file, those that were given.
        base: the folder of the settings file: relative paths are from there.
    """
    for name, rule in _RULES.items():
        found = rule(settings[name], settings, base)
        if found:
            yield name, found
    for name, value in settings.items():
        if name.endswith("_SAVE_AS") and value and not _inside(value):
            yield name, f"« {visible(str(value))} » — écrire un chemin sous le dossier publié, par exemple recherche/index.html"


def _date(value: Any, _: Settings, __: Path) -> str:
    try:
        day = date.fromisoformat(str(value))
    except ValueError:
        return f"« {value} » n'est pas une date — écrire par exemple 2026-03-12"
    good = day.year in _YEARS and day.isoformat() == value
    return "" if good else f"« {value} » n'est pas un jour d'aujourd'hui — écrire par exemple 2026-03-12"


def _content(value: Any, _: Settings, base: Path) -> str:
    good = isinstance(value, str) and (base / value).is_dir()
    return "" if good else f"« {value} » : ce dossier n'existe pas — vérifier le chemin"


def _output(value: Any, _: Settings, __: Path) -> str:
    return "" if isinstance(value, str) and value else f"« {value} » — écrire le chemin d'un dossier"


def _theme(value: Any, _: Settings, base: Path) -> str:
    good = isinstance(value, str) and (base / value / "templates" / "base.html").is_file()
    return "" if good else f"« {value} » n'est pas le dossier d'un thème — le sien se trouve dans theme/"


def _folders(value: Any, _: Settings, base: Path) -> str:
    good = _texts(value) and all((base / one).is_dir() for one in value)
    return "" if good else f'« {value} » n\'est pas une liste de dossiers qui existent — écrire ["."]'


def _of_content(value: Any, _: Settings, __: Path) -> str:
    good = _texts(value) and all(one and _inside(one) for one in value)
    return "" if good else f'« {value} » n\'est pas une liste de dossiers du contenu — écrire par exemple ["reunions"]'


def _plugins(value: Any, _: Settings, __: Path) -> str:
    return "" if _texts(value) and _OURS in value else f'« {value} » — écrire ["{_OURS}"], sans quoi rien ne lit le contenu'


def _templates(value: Any, settings: Settings, base: Path) -> str:
    folder = base / str(settings["THEME"]) / "templates"
    if not _texts(value):
        return f'« {value} » n\'est pas une liste de gabarits — écrire par exemple ["index"]'
    if not folder.is_dir() or settings["THEME_TEMPLATES_OVERRIDES"]:
        return ""  # told of the theme, or looked for elsewhere too
    missing = next((one for one in value if not (folder / f"{one}.html").is_file()), None)
    return "" if missing is None else f"« {missing} » n'est pas un gabarit du thème — l'enlever"


def _environment(value: Any, _: Settings, __: Path) -> str:
    good = isinstance(value, dict) and value.get("autoescape") is True
    return (
        ""
        if good
        else '« autoescape » doit y rester vrai : ce que les gens écrivent n\'est jamais du HTML — {"autoescape": true}'
    )


def _language(value: Any, _: Settings, __: Path) -> str:
    return "" if value == _LANGUAGE else f"« {value} » — le site n'existe qu'en français, écrire {_LANGUAGE}"


def _zone(value: Any, _: Settings, __: Path) -> str:
    if value in _zones():
        return ""
    close = difflib.get_close_matches(str(value), sorted(_zones()), 1)
    return f"« {value} » n'est pas un fuseau horaire — écrire {close[0] if close else 'Europe/Paris'}"


@cache
def _zones() -> frozenset[str]:
    """Those of the system, for which it reads hundreds of files."""
    return frozenset(available_timezones())


def _text(value: Any, _: Settings, __: Path) -> str:
    return "" if isinstance(value, str) else f"« {value} » — écrire un texte"


def _line(value: Any, settings: Settings, base: Path) -> str:
    if wrong := _text(value, settings, base):
        return wrong
    return "" if visible(value) == value else f"« {visible(value)} » doit tenir sur une seule ligne, sans signe invisible"


def _engine(value: Any, _: Settings, __: Path) -> str:
    if value in {"", *_ENGINES}:
        return ""
    close = difflib.get_close_matches(str(value), _ENGINES, 1)
    instead = close[0] if close else " ou ".join(_ENGINES)
    return f"« {value} » n'est pas un moteur connu — écrire {instead}, ou laisser vide"


def _engine_address(value: Any, settings: Settings, _: Path) -> str:
    if settings["SEARCH_ENGINE"] not in _ENGINES and not value:
        return ""
    try:
        parts = urlsplit(str(value))
        reached = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in {"localhost", "127.0.0.1", "::1"})
        plain = reached and _ORIGIN.fullmatch(parts.netloc) and not (parts.query or parts.fragment or str(value).endswith("/"))
    except ValueError:
        plain = None
    if plain and not re.search(r"[^!-~]|[;,'\"\\\\]", str(value)):
        return ""
    return f"« {visible(str(value))} » — écrire l'adresse du moteur, par exemple https://recherche.exemple.fr"


def _engine_collection(value: Any, _: Settings, __: Path) -> str:
    good = isinstance(value, str) and re.fullmatch(r"[a-z][a-z0-9_]{0,40}", value)
    return "" if good else f"« {visible(str(value))} » — écrire des lettres minuscules, des chiffres ou _, par exemple alliance"


def _engine_key(value: Any, settings: Settings, _: Path) -> str:
    if value and value == os.environ.get("ALLIANCE_MOTEUR_CLE", "").strip():
        return "c'est la clé qui permet d'écrire, et chaque page la montrerait — mettre celle que donne inv export-search"
    if settings["SEARCH_ENGINE"] == "typesense" and not value:
        return "Typesense demande une clé qui ne permet que de chercher — inv export-search --engine typesense en donne une"
    good = isinstance(value, str) and re.fullmatch(r"[!-~]*", value)
    return "" if good else "une clé n'a ni espace ni accent — la copier telle que inv export-search l'a donnée"


def _engine_patience(value: Any, _: Settings, __: Path) -> str:
    good = isinstance(value, int) and value in _PATIENCE
    return "" if good else f"« {value} » — écrire des millisecondes, entre {_PATIENCE[0]} et {_PATIENCE[-1]}"


def _only(wanted: bool, why: str) -> _Rule:
    return lambda value, _, __: "" if value is wanted else f"« {value} » — {why}, écrire {str(wanted).lower()}"


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _inside(value: Any) -> bool:
    """Whether a path stays in its folder."""
    return isinstance(value, str) and not value.startswith("/") and ".." not in posixpath.normpath(value).split("/")


_RULES: dict[str, _Rule] = {
    "PATH": _content,
    "OUTPUT_PATH": _output,
    "BUILD_DATE": _date,
    "THEME": _theme,
    "PLUGIN_PATHS": _folders,
    "PLUGINS": _plugins,
    "ARTICLE_PATHS": _of_content,
    "PAGE_PATHS": _of_content,
    "STATIC_PATHS": _of_content,
    "DIRECT_TEMPLATES": _templates,
    "JINJA_ENVIRONMENT": _environment,
    "DEFAULT_LANG": _language,
    "TIMEZONE": _zone,
    "SEARCH_ENGINE": _engine,
    "SEARCH_ENGINE_ADDRESS": _engine_address,
    "SEARCH_ENGINE_COLLECTION": _engine_collection,
    "SEARCH_ENGINE_KEY": _engine_key,
    "SEARCH_ENGINE_PATIENCE": _engine_patience,
    "TYPOGRIFY": _only(False, "il écrirait des guillemets anglais"),
    "RELATIVE_URLS": _only(True, "le site marche sous un préfixe et depuis un dossier"),
    **dict.fromkeys(("SITENAME", "SITE_SUBTITLE", "SITE_SHORT_NAME", "PUBLISHER", "PUBLICATION_DIRECTOR", "HOST"), _line),
    **dict.fromkeys(("SITEURL", "SITE_ADDRESS", "CORRECTION_ADDRESS", "CROSSLINKS", "PEOPLE_DISPLAY", "BUILD_CACHE"), _text),
}
# A settings file that lacks one of these does not start from pelicanconf.py.
NEEDED = _RULES.keys()
