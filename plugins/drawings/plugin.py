"""Pelican glue of the drawings: what the rooms before know becomes drawings, and facts for their texts."""

from __future__ import annotations

from datetime import date
from typing import Any

from pelican import signals

from plugins.drawings.pictures import pictures


def share(generators: list[Any]) -> None:
    """For templates: `pictures`."""
    context, settings = generators[0].context, generators[0].settings
    context["pictures"] = pictures(
        settings["ALLIANCE"],
        date.fromisoformat(settings["BUILD_DATE"]),
        context["relays"],
        context["companions"],
        tuple(context["fresh"].values()),
    )


def register() -> None:
    """After needs, backlinks and network, whose facts it draws."""
    signals.all_generators_finalized.connect(share)
