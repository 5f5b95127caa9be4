"""Pelican glue: read a settings file, run Pelican once, in this process, and hear what it logs."""

import io
import json
import logging
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pelican
from pelican import signals
from pelican.log import LimitFilter
from pelican.settings import DEFAULT_CONFIG, get_settings_from_file, read_settings
from pelican.writers import Writer

from plugins.building.failures import Collector
from plugins.building.waiting import AHEAD
from plugins.model.folder import is_left_by_a_system
from plugins.text.files import files_in
from plugins.text.output import Output


class _Text(io.StringIO):
    """The text of one page, written when it is whole."""

    def __init__(self, output: Output, name: str) -> None:
        super().__init__()
        self._output, self._name = output, name

    def close(self) -> None:
        """Nothing more comes."""
        if not self.closed:
            self._output.write(self._name, self.getvalue().encode())
        super().close()


class _PageWriter(Writer):  # type: ignore[misc]  # Pelican is not typed
    """Pelican's writer, whose pages go through the one place where files are written."""

    def __init__(self, output_path: str, settings: dict[str, Any]) -> None:
        super().__init__(output_path, settings)
        self._shown = set[str]()
        for generator, page in settings.get("FIRST", ()):
            kind = (
                {"article": page, "category": getattr(page, "category", None), "blog": True}
                if page in getattr(generator, "articles", ())
                else {"page": page}
            )
            again = hasattr(page, "override_save_as")
            template, relative = generator.get_template(page.template), settings["RELATIVE_URLS"]
            self.write_file(page.save_as, template, generator.context, relative, override_output=again, url=page.url, **kind)
            self._shown.add(page.save_as)
            sys.stderr.write(f"{AHEAD}{json.dumps([page.save_as, f'{output_path}/{page.save_as}'])}\n")
            sys.stderr.flush()
        self._bring(settings)

    def _bring(self, settings: dict[str, Any]) -> None:
        """What the theme brings, once Pelican has emptied the folder."""
        for name in files_in(settings["PREPARED"]):
            if not any(map(is_left_by_a_system, name.split("/"))):
                settings["OUTPUT"].write(f"{settings['THEME_STATIC_DIR']}/{name}", (settings["PREPARED"] / name).read_bytes())

    def write_file(self, name: str, *given: Any, **named: Any) -> None:
        """Write a page, unless it was written first."""
        if name not in self._shown:
            super().write_file(name, *given, **named)

    def _open_w(self, filename: str, encoding: str, override: bool = False) -> Any:
        if filename in self._written_files:
            if override:
                Path(filename).unlink(missing_ok=True)  # it may be the published file too
            return super()._open_w(filename, encoding, override)
        self._written_files.add(filename)
        if override:
            self._overridden_files.add(filename)
        return _Text(self.settings["OUTPUT"], os.path.relpath(filename, self.output_path))


def _choose(generators: list[Any]) -> None:
    """Called when every page is known: those of which the body alone changed are written, and told of, first."""
    settings, context = generators[0].settings, generators[0].context
    changed, there = settings["SITE"].changed, settings["OUTPUT"].replaces
    # What these pages show beside their text stands on the site that is being replaced.
    shown = (settings["THEME_STATIC_DIR"], *(one.save_as for one in context["staticfiles"]))
    if changed and not settings["ONLY_CHECKED"] and all(map(there, shown)):
        lists = [(one, (*getattr(one, "articles", ()), *getattr(one, "pages", ()))) for one in generators]
        settings["FIRST"] = [(one, page) for one, pages in lists for page in pages if page.key in changed]


def _writer(_: pelican.Pelican) -> type[Writer]:
    """Called when Pelican has emptied the folder."""
    return _PageWriter


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
    signals.all_generators_finalized.connect(_choose)
    signals.get_writer.connect(_writer)
    pelican.console.quiet = True
    try:
        pelican.Pelican(settings).run()
    finally:
        signals.get_writer.disconnect(_writer)
        signals.all_generators_finalized.disconnect(_choose)
        root.removeHandler(collector)
        pelican.console.quiet = quiet
