"""Pelican glue: read a settings file, run Pelican once, in this process, and hear what it logs."""

import gc
import hashlib
import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pelican
from jinja2 import FileSystemBytecodeCache
from pelican.log import LimitFilter
from pelican.settings import read_settings

from plugins.building.failures import Collector


def read(file: Path, overrides: Mapping[str, Any]) -> dict[str, Any]:
    """All settings: Pelican's defaults, those of the file, and those given.

    Raises:
        SystemExit: with a sentence, when the file refuses to be used (publishconf.py without a publisher).
    """
    settings: dict[str, Any] = read_settings(str(file), override=dict(overrides))
    return settings


def with_compiled_templates(options: Mapping[str, Any], store: Path) -> dict[str, Any]:
    """Keep compiled templates in `store` from one build to the next: compiling ours takes as long as a hundred pages."""
    # Other options compile to other code.
    folder = store / f"jinja-{hashlib.sha256(repr(sorted(options.items())).encode()).hexdigest()[:10]}"
    folder.mkdir(parents=True, exist_ok=True)
    return {**options, "bytecode_cache": FileSystemBytecodeCache(str(folder))}


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
    # A build makes many objects and drops few: looking for garbage less often is a tenth of its time.
    threshold = gc.get_threshold()
    gc.set_threshold(200_000, 20, 100)
    try:
        pelican.Pelican(settings).run()
    finally:
        gc.set_threshold(*threshold)
        root.removeHandler(collector)
        pelican.console.quiet = quiet
