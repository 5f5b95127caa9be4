"""Pelican glue of the backlinks: what was found in each page is told to the pages that it leads to."""

from __future__ import annotations

from typing import Any

from pelican import signals

from plugins.backlinks.attributing import attributed
from plugins.backlinks.citing import companions, mentioned_actors
from plugins.backlinks.gathering import backlinks


def share_backlinks(generators: list[Any]) -> None:
    """For templates and later rooms, each by page key: `backlinks`, `mentioned_actors`, `companions`, `attributed`."""
    context, content = generators[0].context, generators[0].settings["ALLIANCE"]
    mentions = context["mentions"]
    context["backlinks"] = backlinks(content, context["registry"], mentions)
    context["mentioned_actors"] = mentioned_actors(content, mentions)
    context["companions"] = companions(content, mentions)
    context["attributed"] = attributed(content)


def register() -> None:
    """After crosslinks: every mention of the site must have been found."""
    signals.all_generators_finalized.connect(share_backlinks)
