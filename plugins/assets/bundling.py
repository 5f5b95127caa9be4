"""Entry points of the theme → minified bundles, by esbuild; its errors come back as diagnostics."""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from plugins.assets.lean import write_lean
from plugins.diagnostics import Diagnostic, Place
from plugins.diagnostics.system import program_of

# What may start a bundle, under theme/static; one that does not exist is left out.
ENTRIES = (
    "css/site.css",
    "css/tools.css",
    "js/site.js",
    "js/asked.js",
    "js/sheet.js",
    "js/search.js",
    "js/later.js",
    "js/engines.js",
    "js/committees.js",
    "js/finder.js",
    "js/compare.js",
    "js/service-worker.js",
)

# oklch(), :has() and @layer without a fallback: every browser since spring 2023.
TARGET = "chrome111,firefox113,safari16.4"

_ERROR = re.compile(r"^✘ \[ERROR\] (?P<text>[^\n]+)\n(?:\n +(?P<path>[^\n:]+):(?P<line>\d+):\d+:)?", re.MULTILINE)


@dataclass(frozen=True)
class Bundles:
    """What esbuild did.

    Attributes:
        packages: npm packages of which a file went into a bundle.
        diagnostics: why it failed; empty when it did not.
    """

    packages: frozenset[str]
    diagnostics: tuple[Diagnostic, ...]


def entries(static: Path) -> list[Path]:
    """The entry points that exist."""
    return [static / name for name in ENTRIES if (static / name).is_file()]


def arguments(sources: Sequence[Path], static: Path, target: Path, metafile: Path, lunr: Path | None = None) -> list[str]:
    """The command line after `esbuild`: classic scripts, for pages opened from a folder refuse modules.

    Args:
        sources: the entry points.
        static: folder of the sources.
        target: folder of the bundles.
        metafile: where esbuild says what it read.
        lunr: what stands for lunr; itself when there is none.
    """
    return [
        *(str(source) for source in sources),
        "--bundle",
        "--minify",
        "--format=iife",
        f"--target={TARGET}",
        "--charset=utf8",
        "--legal-comments=none",
        "--external:../fonts/*",
        "--loader:.svg=dataurl",
        f"--outbase={static}",
        f"--outdir={target}",
        f"--metafile={metafile}",
        "--log-level=error",
        "--log-limit=0",
        "--color=false",
        *([f"--alias:lunr={lunr}"] if lunr else []),
    ]


def bundle(static: Path, root: Path, target: Path) -> Bundles:
    """Write the bundles of `static` into `target`.

    Args:
        static: the theme's sources (`css/`, `js/`).
        root: folder that holds `node_modules/` and from which messages name files.
        target: an existing folder.
    """
    sources = entries(static)
    if not sources:
        return Bundles(frozenset(), ())
    metafile = target / "esbuild.json"
    program = program_of(root, "esbuild") or ""
    with tempfile.TemporaryDirectory() as scratch:
        command = [program, *arguments(sources, static, target, metafile, write_lean(root, Path(scratch)))]
        try:
            ended = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False, encoding="utf-8")
        except OSError:
            place = Place("node_modules", 0)
            return Bundles(frozenset(), (place.error("esbuild n'est pas installé — lancer « make setup »"),))
    if ended.returncode:
        return Bundles(frozenset(), tuple(failures(ended.stderr)))
    inputs = json.loads(metafile.read_text(encoding="utf-8"))["inputs"]
    metafile.unlink()
    return Bundles(frozenset(packages(inputs)), ())


def failures(stderr: str) -> Iterator[Diagnostic]:
    """The errors that esbuild wrote."""
    found = list(_ERROR.finditer(stderr))
    for match in found:
        yield Place(match["path"] or "theme", int(match["line"] or 0)).error(f"esbuild : {match['text']}")
    if not found:
        yield Place("theme", 0).error(f"esbuild s'est arrêté : {stderr.strip()}")


def packages(inputs: Sequence[str]) -> Iterator[str]:
    """The npm packages that these paths stand in (`@scope/name` or `name`)."""
    for path in inputs:
        _, found, rest = path.rpartition("node_modules/")
        if found:
            parts = rest.split("/")
            yield "/".join(parts[:2] if rest.startswith("@") else parts[:1])
