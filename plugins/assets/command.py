"""The door of assets: everything that visitors' browsers load beside pages, ready in a folder of its own."""

from __future__ import annotations

import shutil
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from plugins.assets.bundling import bundle
from plugins.assets.editor import edit, fonts
from plugins.assets.fingerprint import of_files, of_folder
from plugins.assets.french import WORDS_PACKAGE, french_words
from plugins.assets.licences import Licence, collect, read
from plugins.diagnostics import Diagnostic

FONT_PACKAGE = "@fontsource-variable/atkinson-hyperlegible-next"
# French needs latin, and latin-ext for œ in some names; browsers load only what a page uses.
FONT_SUBSETS = ("latin-wght-normal", "latin-ext-wght-normal", "latin-wght-italic", "latin-ext-wght-italic")

_AN_HOUR = 3600.0


@dataclass(frozen=True)
class Assets:
    """What the theme serves.

    Attributes:
        folder: where it lies: `css/`, `js/`, `fonts/`, `licences/`.
        name: the folder's name on the site, `theme-<hash>`: another content has another address.
        licences: third parties' works in it.
    """

    folder: Path
    name: str
    licences: tuple[Licence, ...]


def prepare(root: Path, theme: Path, *, editor: bool = False) -> tuple[Assets | None, list[Diagnostic]]:
    """Bundle the theme's sources and copy fonts and licences, unless nothing changed since the last time.

    Args:
        root: folder that holds `node_modules/`; `.build/assets/` is made in it.
        theme: the theme; its sources are in `static/`.
        editor: whether the web editor is among them.

    Returns:
        The assets, or None and the reasons why there are none.
    """
    store = root / ".build" / "assets"
    folder = store / (_key(root, theme) + ("-editeur" if editor else ""))
    if not folder.is_dir():
        store.mkdir(parents=True, exist_ok=True)
        _remove_old(store)
        with tempfile.TemporaryDirectory(dir=store, prefix=".") as scratch:
            diagnostics = _make(root, theme, Path(scratch) / "assets", editor=editor)
            if diagnostics:
                return None, diagnostics
            # Another build may have been faster: its folder holds the same files.
            if not folder.is_dir():
                (Path(scratch) / "assets").rename(folder)
    return Assets(folder, f"theme-{of_folder(folder)}", tuple(read(folder))), []


def _make(root: Path, theme: Path, target: Path, *, editor: bool) -> list[Diagnostic]:
    node_modules = root / "node_modules"
    target.mkdir()
    bundles = bundle(theme / "static", root, target)
    if bundles.diagnostics:
        return list(bundles.diagnostics)
    (target / "fonts").mkdir(exist_ok=True)
    for subset in FONT_SUBSETS:
        name = f"atkinson-hyperlegible-next-{subset}.woff2"
        shutil.copyfile(node_modules / FONT_PACKAGE / "files" / name, target / "fonts" / name)
    wrong = french_words(root, target / "js" / "french")
    if wrong:
        return wrong
    for name in ("images", "icons"):
        if (theme / "static" / name).is_dir():
            shutil.copytree(theme / "static" / name, target / name)
    used, wrong = edit(theme / "static", root, target) if editor else (frozenset[str](), [])
    others = fonts(root, target) if editor and not wrong else []
    return wrong or collect(bundles.packages | used | {FONT_PACKAGE, WORDS_PACKAGE}, node_modules, target, others)[1]


def _key(root: Path, theme: Path) -> str:
    """A hash of all that the result depends on: sources, exact versions, and this room's code."""
    versions = [root / "package.json", root / "package-lock.json"]
    code = (path for path in Path(__file__).parent.rglob("*") if path.suffix in {".py", ".js"})
    sources = (path for path in (theme / "static").rglob("*") if path.is_file())
    parts = of_files(versions, root), of_files(code, Path(__file__).parent), of_files(sources, theme)
    return "-".join(part[:8] for part in parts)


def _remove_old(store: Path) -> None:
    """Folders of earlier sources; the last hour's may still be read by another build."""
    for path in store.iterdir():
        if path.is_dir() and time.time() - path.stat().st_mtime > _AN_HOUR:
            shutil.rmtree(path, ignore_errors=True)
