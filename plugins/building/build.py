"""What to build, where, with which settings → the diagnostics of the run; published only without errors."""

from __future__ import annotations

import hashlib
import shutil
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import FileSystemBytecodeCache

from plugins.assets.command import prepare
from plugins.building import plugin
from plugins.building.compressing import compress
from plugins.building.failures import Collector
from plugins.building.order import BuildOutcome, Order
from plugins.building.settings import settings_of
from plugins.building.unchanged import OURS
from plugins.cache.store import code
from plugins.diagnostics import Diagnostic, errors
from plugins.diagnostics.system import accident, told
from plugins.model.site_settings import names_forge
from plugins.publishing.marks import Product
from plugins.publishing.swap import aside, check_target
from plugins.text.files import EDITOR_SCRIPTS
from plugins.text.output import Output

# Where the traceback of the last accident is kept.
TRACE = ".build/dernier-echec.txt"
# Templates compiled by other code, or with other options.
_MOST_COMPILED = 8
_WHAT = "la construction s'est arrêtée"

# A built folder and the settings it was built with → what is wrong with it.
Check = Callable[[Path, Mapping[str, Any]], list[Diagnostic]]


def build(order: Order, check: Check) -> BuildOutcome:
    """Build aside, check, and publish when nothing is wrong.

    Args:
        order: what to build.
        check: the checks of a built folder.
    """
    try:
        return _build(order, check)
    except OSError as error:
        return BuildOutcome([told(error, str(order.root / TRACE))])


def _build(order: Order, check: Check) -> BuildOutcome:
    settings, diagnostics = settings_of(order)
    if diagnostics:
        return BuildOutcome(diagnostics)
    output = order.output or Path(settings["OUTPUT_PATH"])
    if order.publish:
        diagnostics = list(check_target(output, Product.SITE, Path(settings["PATH"]), [order.root]))
        if diagnostics:
            return BuildOutcome(diagnostics)
    editor = settings["WEB_EDITOR"] or names_forge(Path(settings["PATH"]))
    assets, diagnostics = prepare(order.root, Path(settings["THEME"]), editor=editor)
    if assets is None:
        return BuildOutcome(diagnostics)
    with aside(output, Product.SITE, kept=bool(settings["PUBLISHED"] or settings["SITE_ADDRESS"])) as work:
        # What others wrote may open what is there: it is theirs then, and nothing is shared with what is published.
        lends = settings["PLUGINS"] == OURS
        settings |= {
            "OUTPUT": Output(work.folder, work.target if lends else None),
            "JINJA_ENVIRONMENT": _compiled(settings["JINJA_ENVIRONMENT"], order.root / ".build"),
            "OUTPUT_PATH": str(work.folder),
            "THEME_STATIC_PATHS": [],
            "PREPARED": assets.folder,
            "THEME_STATIC_DIR": assets.name,
            "EDITOR_SCRIPTS": f"{assets.name}/{EDITOR_SCRIPTS}" if editor else "",
            "THIRD_PARTY": assets.licences,
            "ONLY_CHECKED": not order.publish,
        }
        found = _run(settings, order.root, check)
        if errors(found) or not order.publish:
            return BuildOutcome(found)
        pages = sum(1 for _ in work.folder.rglob("*.html"))
        if settings["PRECOMPRESSED"]:  # last: neither checks nor the service worker have to know of them
            compress(work.folder)
        found += work.publish()
        return BuildOutcome(found) if errors(found) else BuildOutcome(found, str(output), pages)


def _compiled(options: Mapping[str, Any], store: Path) -> dict[str, Any]:
    """Keep compiled templates in `store` from one build to the next: compiling ours takes as long as a hundred pages."""
    # Other options compile to other code; so do other filters, of whose values of constants the compiled code is made.
    mark = hashlib.sha256(code() + repr(sorted(options.items())).encode()).hexdigest()[:10]
    folder = store / f"jinja-{mark}"
    folder.mkdir(parents=True, exist_ok=True)
    older = sorted(store.glob("jinja-*"), key=lambda one: one.stat().st_mtime_ns)[:-_MOST_COMPILED]
    for forgotten in older:
        shutil.rmtree(forgotten, ignore_errors=True)
    # No template changes while a site is built: nothing is gained by looking at their dates four thousand times.
    return {**options, "auto_reload": False, "bytecode_cache": FileSystemBytecodeCache(str(folder))}


def _run(settings: dict[str, Any], root: Path, check: Check) -> list[Diagnostic]:
    """Run Pelican, then the checks; the traceback of an accident goes into a file, its sentence into the list."""
    collector, checked, stopped = Collector(), list[Diagnostic](), list[Diagnostic]()
    try:
        plugin.run(settings, collector)
        if not errors([*settings["DIAGNOSTICS"], *collector.diagnostics]):
            checked = check(Path(settings["OUTPUT_PATH"]), settings)
    except SystemExit as stop:
        if not errors(settings.get("DIAGNOSTICS", [])):
            stopped = [accident(stop, root, _WHAT)]
    except OSError as error:
        stopped = [told(error)]
    except Exception as error:  # noqa: BLE001 — the last guard before a person's terminal
        stopped = [accident(error, root, _WHAT, _kept(error, root))]
    return [*settings.get("DIAGNOSTICS", []), *collector.diagnostics, *checked, *stopped]


def _kept(error: Exception, root: Path) -> str:
    """Where the traceback of an accident can be read; nothing where it cannot be written."""
    try:
        (root / TRACE).write_text("".join(traceback.format_exception(error)), encoding="utf-8", newline="\n")
    except OSError:
        return ""
    return f" — le détail est dans {TRACE}"
