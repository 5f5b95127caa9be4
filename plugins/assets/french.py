"""A package of French words → the filter by which the search leaves real words as they were typed, made by Node.js once."""

from __future__ import annotations

import subprocess
from pathlib import Path

from plugins.diagnostics import Diagnostic, Place
from plugins.diagnostics.system import beside_python

WORDS_PACKAGE = "an-array-of-french-words"
# It reads the words as the browser does, by the theme's own modules.
SCRIPT = Path(__file__).parent / "in_node" / "french-words.js"


def french_words(root: Path, target: Path) -> list[Diagnostic]:
    """Write the files of the filter.

    Args:
        root: folder that holds `node_modules/`.
        target: a folder, made here.

    Returns:
        Why there are none; empty when there are.
    """
    words = root / "node_modules" / WORDS_PACKAGE / "index.json"
    try:
        ended = subprocess.run(
            [beside_python("node"), str(SCRIPT), str(words), str(target)],
            capture_output=True,
            text=True,
            check=False,
            encoding="utf-8",
        )
    except FileNotFoundError:
        return [Place("node_modules", 0).error("Node.js n'est pas installé — lancer « make setup »")]
    if ended.returncode:
        return [
            Place("node_modules", 0).error(
                f"la liste des mots français n'a pas pu être lue ({WORDS_PACKAGE}) — lancer « make setup »"
            )
        ]
    return []
