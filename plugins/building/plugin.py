"""Pelican glue: read a settings file, run Pelican once, in this process, and hear what it logs."""

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pelican
from pelican.log import LimitFilter
from pelican.settings import DEFAULT_CONFIG, get_settings_from_file, read_settings

from plugins.building.failures import Collector


def known(file: Path) -> dict[str, Any]:
    """Pelican's defaults and the settings of a file, as they are written: nothing is checked yet.

    Raises:
        SystemExit: with a sentence, when the file refuses to be used (publishconf.py without a publisher).
        Exception: whatever the file raised.
    """
    return {**DEFAULT_CONFIG, **get_settings_from_file(str(file))}


def read(file: Path, overrides: Mapping[str, Any]) -> dict[str, Any]:
    """All settings, made ready for a run: those known, and those given; raises as `known` does."""
    settings: dict[str, Any] = read_settings(str(file), override=dict(overrides))
    return settings


def run(settings: dict[str, Any], collector: Collector) -> None:
    """Build once; rooms leave what they found in `settings["DIAGNOSTICS"]`.

    Args:
        settings: as `read` gave them.
        collector: hears what Pelican logs as a warning or an error.

    Raises:
        SystemExit: when a room found the content unfit to go on.
        Exception: whatever a room or Pelican raised.
    """
    # Pelican forgets warnings that it gave once in a process: a second build would be silent.
    LimitFilter.LOGS_DEDUP_MIN_LEVEL = logging.NOTSET
    root, quiet = logging.getLogger(), pelican.console.quiet
    root.addHandler(collector)
    pelican.console.quiet = True
    try:
        pelican.Pelican(settings).run()
    finally:
        root.removeHandler(collector)
        pelican.console.quiet = quiet
