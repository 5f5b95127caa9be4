"""Pelican glue of the model: the whole folder is read once a run, before any generator."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from pelican import Pelican, signals

from plugins.model.folder import LEFT_BY_SYSTEMS
from plugins.model.loading import load


def load_content(pelican: Pelican) -> None:
    """Fresh at each run (autoreload keeps the same Pelican object): content and what is wrong with it."""
    settings: dict[str, Any] = pelican.settings
    content, diagnostics = load(Path(settings["PATH"]), settings.get("CONTENT_NAME"), date.fromisoformat(settings["BUILD_DATE"]))
    settings["ALLIANCE"] = content
    settings["IGNORE_FILES"] = list(LEFT_BY_SYSTEMS)  # what is not read is not copied either
    settings["DIAGNOSTICS"] = list(diagnostics)


def share_content(generators: list[Any]) -> None:
    """Templates and later rooms find the content in the context that generators share."""
    generators[0].context["site"] = generators[0].settings["ALLIANCE"]


def register() -> None:
    """First of all rooms: everything else needs the records."""
    signals.get_generators.connect(load_content)
    signals.all_generators_finalized.connect(share_content)
