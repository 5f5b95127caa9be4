"""The web editor, from npm → its scripts, its fonts and whose they are, in one folder that nobody else serves anything to."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

from plugins.assets.bundling import failures, packages
from plugins.assets.licences import Licence
from plugins.diagnostics import Diagnostic, Place
from plugins.text.files import EDITOR_SCRIPTS

PACKAGE = "@sveltia/cms"
_ENTRY = "js/editor.js"
# What no form of ours asks for: maps, the colours of hundreds of languages of code, the shrinking of drawings.
_LEFT_OUT = ("leaflet/*", "terra-draw", "terra-draw-leaflet-adapter", "@shikijs/langs/*", "svgo/*")
# Its style sheet names fonts of a third party, beside the copies that the package brings and loads: those alone are asked for.
_FONT_ELSEWHERE = re.compile(r"src:\s*url\(https://[^)]+\)\s*format\('[^']+'\)")
_NO_FONT = "src:local('-')"


def edit(static: Path, root: Path, target: Path) -> tuple[frozenset[str], list[Diagnostic]]:
    """Bundle the editor into `target`/js/editor, as modules that are fetched when they are needed.

    Args:
        static: the theme's sources.
        root: folder that holds `node_modules/`.
        target: an existing folder.

    Returns:
        The npm packages that went into it, and why it failed.
    """
    folder, metafile = target / EDITOR_SCRIPTS, target / "editor.json"
    options = [
        "--bundle",
        "--minify",
        "--format=esm",
        "--splitting",
        "--target=es2022",
        "--charset=utf8",
        "--legal-comments=none",
    ]
    outside = [f"--external:{name}" for name in _LEFT_OUT]
    written = [f"--outdir={folder}", "--chunk-names=[name]-[hash]", f"--metafile={metafile}"]
    told = ["--log-level=error", "--log-limit=0", "--color=false"]
    command = [str(root / "node_modules" / ".bin" / "esbuild"), str(static / _ENTRY), *options, *outside, *written, *told]
    try:
        ended = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False, encoding="utf-8")
    except FileNotFoundError:
        return frozenset(), [Place("node_modules", 0).error("esbuild n'est pas installé — lancer « make setup »")]
    if ended.returncode:
        return frozenset(), list(failures(ended.stderr))
    used = frozenset(packages(json.loads(metafile.read_text(encoding="utf-8"))["inputs"]))
    metafile.unlink()
    for script in folder.glob("*.js"):
        text = script.read_text(encoding="utf-8")
        script.write_text(_FONT_ELSEWHERE.sub(_NO_FONT, text), encoding="utf-8", newline="\n")
    brought = root / "node_modules" / PACKAGE / "npm" / "assets"
    shutil.copytree(brought, folder / "assets", ignore=shutil.ignore_patterns("*.map"))
    return used, []


def fonts(root: Path, target: Path) -> list[Licence]:
    """The fonts that the package brings, each with its licence's text among the files that were copied."""
    about = json.loads((root / "node_modules" / PACKAGE / "package.json").read_text(encoding="utf-8"))
    found = []
    for path in sorted((target / EDITOR_SCRIPTS / "assets").glob("*.LICENSE.txt")):
        text = path.relative_to(target).as_posix()
        licence = "OFL-1.1" if "SIL Open Font License" in " ".join(path.read_text(encoding="utf-8").split()) else "Apache-2.0"
        found.append(Licence(path.name.removesuffix(".LICENSE.txt"), f"({PACKAGE} {about['version']})", licence, text))
    return found
