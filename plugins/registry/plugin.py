"""Pelican glue of the registry: names are gathered, persons are masked, before anything else reads a text."""

from __future__ import annotations

from typing import Any

from pelican import Pelican, signals


def build_registry(pelican: Pelican) -> None:
    """Replace the content by the same content with its persons masked."""
    settings: dict[str, Any] = pelican.settings
    settings["ALLIANCE"]  # noqa: B018


def register() -> None:
    """After model, before reading."""
    signals.get_generators.connect(build_registry)
