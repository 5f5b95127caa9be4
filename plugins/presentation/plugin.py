"""Pelican glue of the presentation room: its functions become Jinja filters, its cards a file of the site."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pelican import Pelican, signals

from plugins.presentation.cards import card_file
from plugins.presentation.filters import FILTERS


def add_filters(pelican: Pelican) -> None:
    """Before any generator makes its Jinja environment. Templates escape by default: editors write titles and front matter."""
    pelican.settings["JINJA_FILTERS"] = {**pelican.settings["JINJA_FILTERS"], **FILTERS}


def make_cards(generators: list[Any]) -> None:
    """`cartes` is the address of the cards under the site's root. After registry: names of persons are masked."""
    settings = generators[0].settings
    settings["CARD_FILE"] = card_file(settings["ALLIANCE"])
    generators[0].context["cartes"] = settings["CARD_FILE"].name


def write_cards(pelican: Pelican) -> None:
    """Written last: Pelican empties the folder at the start of a run."""
    file = pelican.settings["CARD_FILE"]
    (Path(pelican.settings["OUTPUT_PATH"]) / file.name).write_text(file.text, encoding="utf-8", newline="")


def register() -> None:
    """Filters first of all, cards once everything is read."""
    signals.initialized.connect(add_filters)
    signals.all_generators_finalized.connect(make_cards)
    signals.finalized.connect(write_cards)
