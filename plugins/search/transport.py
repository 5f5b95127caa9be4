"""Pieces come in, the files that a browser loads go out: one when small, many above.

Every file is a classic script that hands its pieces over to `window.recherche`, so that it can be
loaded from any origin, `file://` included, without fetch or modules.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

# Compressed bytes above which the index is served in pieces.
WHOLE_BUDGET = 150_000


@dataclass(frozen=True)
class Files:
    """What is written.

    Attributes:
        entry: name of the first file that a browser loads.
        contents: name → text, under one folder.
        whole: whether everything is in the first file.
        compressed: bytes of the first file once gzipped.
    """

    entry: str
    contents: Mapping[str, str]
    whole: bool
    compressed: int


def pack(manifest: Mapping[str, Any], pieces: Mapping[str, Any], *, budget: int = WHOLE_BUDGET) -> Files:
    """One file with everything when it weighs at most `budget` bytes compressed; else one file a piece."""
    build = hashlib.sha256(dump([manifest, pieces]).encode()).hexdigest()[:12]
    whole = script(build, {"manifeste": {**manifest, "entier": True}, **pieces})
    weight = len(gzip.compress(whole.encode(), 9))
    if weight <= budget:
        return Files(f"{build}.js", {f"{build}.js": whole}, whole=True, compressed=weight)
    first = script(build, {"manifeste": {**manifest, "entier": False}})
    contents = {f"{build}.js": first}
    for name, piece in pieces.items():
        contents[f"{build}/{file_name(name)}.js"] = script(build, {name: piece})
    return Files(f"{build}.js", contents, whole=False, compressed=len(gzip.compress(first.encode(), 9)))


def file_name(piece: str) -> str:
    """A piece's file: letters outside a-z and 0-9 by their number, safe on any disk and in any address."""
    folder, _, rank = piece.partition("/")
    plain = "".join(c if c.isascii() and c.isalnum() else f"u{ord(c):x}" for c in rank)
    return f"{folder}-{plain}" if rank else folder


def script(build: str, pieces: Mapping[str, Any]) -> str:
    """The text of one file."""
    # « </ » and the two line ends that JSON allows and old scripts do not are written as escapes.
    text = dump(pieces).replace("</", "<\\/").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f'window.recherche.recevoir("{build}",{text});\n'


def dump(value: Any) -> str:
    """Compact JSON, letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
