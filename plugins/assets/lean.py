"""lunr as it is published → lunr without what the search never calls, which a bundler cannot tell from what it does.

lunr is one function that fills one object: to a bundler, all of it is used. Half of it makes indexes, reads its query language
or knows English; here the index is made at build time, and the search hands over terms. A statement of lunr begins a line with
`lunr.`, and ends where the next one, or the comment above it, begins.
"""

from __future__ import annotations

import re
from pathlib import Path

# Whole classes, then single functions.
UNUSED = (
    "Token",
    "tokenizer",
    "Pipeline",
    "stemmer",
    "generateStopWordFilter",
    "stopWordFilter",
    "trimmer",
    "Builder",
    "QueryParseError",
    "QueryLexer",
    "QueryParser",
    "Index.load",
    "Index.prototype.search",
    "Index.prototype.toJSON",
    "TokenSet.fromFuzzyString",
)
_STATEMENT = re.compile(r"^lunr\.(?P<name>\w+(?:\.\w+)*).*?(?=^lunr\.|^ *;?/\*|^ *;\()", re.MULTILINE | re.DOTALL)


def lean(source: str) -> str:
    """The text of `lunr.js` without its statements on what is `UNUSED`.

    Args:
        source: lunr 2.3 as npm publishes it.
    """
    return _STATEMENT.sub(lambda found: "" if _is_unused(found["name"]) else found[0], source)


def _is_unused(name: str) -> bool:
    return any(name == one or name.startswith(f"{one}.") for one in UNUSED)


def write_lean(root: Path, folder: Path) -> Path | None:
    """Write it as a package of the same name, so that what is bundled says whose it is.

    Args:
        root: folder that holds `node_modules/`.
        folder: where the package is written.

    Returns:
        Its file; None where there is no lunr.
    """
    path = root / "node_modules" / "lunr" / "lunr.js"
    if not path.is_file():
        return None
    own = folder / "node_modules" / "lunr" / "lunr.js"
    own.parent.mkdir(parents=True)
    own.write_text(lean(path.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    return own
