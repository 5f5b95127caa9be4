"""Pelican glue of the registry: names are gathered, persons are masked, before anything else reads a text."""

from __future__ import annotations

from typing import Any

from pelican import Pelican, signals

from plugins.diagnostics.choices import check_choice
from plugins.persons.masked_content import mask
from plugins.persons.scene import DISPLAYS
from plugins.registry.building import build


def build_registry(pelican: Pelican) -> None:
    """Replace the content by the same content with its persons masked."""
    settings: dict[str, Any] = pelican.settings
    display = settings["PEOPLE_DISPLAY"]
    settings["DIAGNOSTICS"] += check_choice("PEOPLE_DISPLAY", display, DISPLAYS)
    registry, found = build(settings["ALLIANCE"])
    settings["ALLIANCE"], more = mask(settings["ALLIANCE"], registry, display)
    settings["DIAGNOSTICS"] += found + more
    # What later rooms are given knows no more of persons than what may be shown.
    settings["REGISTRY"] = registry if display == "complets" else build(settings["ALLIANCE"])[0]


def share_registry(generators: list[Any]) -> None:
    """Later rooms find it in the context that generators share."""
    generators[0].context["registry"] = generators[0].settings["REGISTRY"]


def register() -> None:
    """After model, before reading: nothing may read a text with names in it."""
    signals.get_generators.connect(build_registry)
    signals.all_generators_finalized.connect(share_registry)
