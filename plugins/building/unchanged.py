"""All that a build reads, and the folder that it published → what it said, where both are as they were: nothing is built then.

No date decides of it. The content, the theme, our code and the published pages are read whole, and the settings are those
that their file gives today. Where they may have a build read something else — a plugin, other templates — it is built.
"""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path
from runpy import run_path
from typing import Any

from plugins.building import overrides
from plugins.building.order import BuildOutcome, Order
from plugins.cache.memory import memory
from plugins.cache.store import PLUGINS, Store, file_of, key_of
from plugins.cache.told import kept_diagnostics, told_diagnostics
from plugins.publishing.state import state_of
from plugins.text.files import name_of_all

# With no other plugins, only we read what is built.
OURS = ["plugins.plugin"]
# Settings of Pelican, empty here, by which a site is made of files that are neither in its content nor in its theme.
_ELSEWHERE = ("THEME_TEMPLATES_OVERRIDES", "TEMPLATE_PAGES", "CACHE_CONTENT", "LOAD_CONTENT_CACHE")
_SOURCES = ("ARTICLE_PATHS", "PAGE_PATHS", "STATIC_PATHS")
# Of the project's folder, what the bundles of the theme depend on besides their sources.
_VERSIONS = ("package.json", "package-lock.json")
# Variables that say how a site is published; which of them fill settings, the settings file knows.
_VARIABLES = "ALLIANCE_"


class Unchanged:
    """The last build of a content, looked at before the next one.

    A process that waits for builds keeps what it needs in its memory, and looks at nothing here.

    Args:
        order: of the next one.
    """

    def __init__(self, order: Order) -> None:
        self._order = order
        self._settings = None if memory().keeps else _settings(order)
        self._key = self._made_of()

    def outcome(self) -> BuildOutcome | None:
        """What the last build came to, when this one would come to the same; None when it has to be built."""
        if not self._key or self._settings is None:
            return None
        store = self._store()
        kept = store.get(self._key, _again)
        store.close()
        if kept is None or kept[0] != state_of(self._target):
            return None
        return BuildOutcome(kept[1], str(self._shown), kept[2])

    def remember(self, outcome: BuildOutcome) -> None:
        """Keep what a build came to, unless what it was made of changed meanwhile."""
        if not outcome.published or not self._key or self._key != self._made_of():
            return
        state = state_of(self._target)
        if state:
            store = self._store()
            store.put(self._key, [state, told_diagnostics(outcome.diagnostics), outcome.pages])
            store.close()

    def _store(self) -> Store:
        settings = self._settings or {}
        return Store(file_of(settings.get("BUILD_CACHE", ""), str(Path(settings["PATH"])), "whole"))

    @property
    def _shown(self) -> Path:
        return self._order.output or Path((self._settings or {})["OUTPUT_PATH"])

    @property
    def _target(self) -> Path:
        return Path(os.path.realpath(self._shown))

    def _made_of(self) -> bytes:
        """The key of all that the build reads; empty when it cannot be known."""
        order, settings = self._order, self._settings
        if settings is None:
            return b""
        variables = {name: value for name, value in os.environ.items() if name.startswith(_VARIABLES)}
        typed = [settings, order.assignments, order.content, str(order.output), str(Path.cwd()), variables]
        try:
            folders = [*(name_of_all(Path(settings[one])) for one in ("PATH", "THEME")), _ours()]
            versions = [(order.root / name).read_bytes() for name in _VERSIONS]
            return key_of("whole", json.dumps(typed, default=str, sort_keys=True), *folders, *versions)
        except OSError:
            return b""  # the build says what cannot be read


@cache
def _ours() -> str:
    """Our code, and the files that it reads: this process has read some of it already."""
    return name_of_all(PLUGINS)


def _settings(order: Order) -> dict[str, Any] | None:
    """The settings, as file and person give them; None when they are wrong, or not ours alone."""
    if order.settings_file.parent != order.root or not order.publish:
        return None
    try:
        found = {name: value for name, value in run_path(str(order.settings_file)).items() if name.isupper()}
    except (Exception, SystemExit):  # noqa: BLE001 — a settings file is a program: the build says what it raised
        return None
    chosen, wrong = overrides.parse(order.assignments, found)
    settings = {**found, **chosen, **order.given}
    paths = [Path(settings.get(name) or "") for name in ("PATH", "THEME")]
    sources = [Path(one) for name in _SOURCES for one in settings.get(name, ())]
    ours = settings.get("PLUGINS") == OURS and not any(settings.get(name) for name in _ELSEWHERE)
    within = all(one.is_absolute() and one.is_dir() for one in paths) and not any(
        ".." in one.parts or one.is_absolute() for one in sources
    )
    return settings if ours and within and not wrong and settings.get("BUILD_CACHE") else None


def _again(kept: Any) -> tuple[str, list[Any], int]:
    state, told, pages = kept
    return str(state), kept_diagnostics(told), int(pages)
