"""Pieces come in, the files that a browser loads go out: one when small, many above.

Every file is a classic script that hands its pieces over to `window.recherche`, so that it can be
loaded from any origin, `file://` included, without fetch or modules.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from plugins.search.postings import dump
from plugins.text.scripts import harmless

# Under the site's root; the search page stands above it.
FOLDER = "recherche/index"
# Compressed bytes above which the index is served in pieces.
WHOLE_BUDGET = 150_000
# The one file whose name does not change with its content: no page changes because the index did, and none leads to an old one.
ENTRY = "entree.js"
# That of hosts; the last hundredth, that the highest one takes off, costs twice the time.
LEVEL = 6
GZIP = 31  # zlib's code for a gzip header and the largest window


@dataclass(frozen=True)
class Files:
    """What is written.

    Attributes:
        entry: name of the first file that a browser loads; it says where the others are.
        contents: name → text, under one folder.
        whole: whether everything is in the first file.
        compressed: bytes of the first file once gzipped.
    """

    entry: str
    contents: Mapping[str, str]
    whole: bool
    compressed: int


def pack(manifest: Mapping[str, Any], pieces: Mapping[str, str], *, budget: int = WHOLE_BUDGET) -> Files:
    """One file with everything when it weighs at most `budget` bytes compressed; else one file a piece.

    Args:
        manifest: what every question needs.
        pieces: name → JSON.
        budget: bytes once compressed.
    """
    build, entry = fingerprint(manifest, pieces), ENTRY
    whole = script(build, {"manifeste": dump({**manifest, "entier": True}), **pieces})
    weight = compressed(whole, budget)
    if weight <= budget:
        return Files(entry, {entry: "".join(whole)}, whole=True, compressed=weight)
    first = "".join(script(build, {"manifeste": dump({**manifest, "entier": False})}))
    contents = {f"{build}/{file_name(name)}.js": "".join(script(build, {name: piece})) for name, piece in pieces.items()}
    return Files(entry, {entry: first, **contents}, whole=False, compressed=compressed([first]))


def fingerprint(manifest: Mapping[str, Any], pieces: Mapping[str, str]) -> str:
    """A name that changes with the content."""
    digest = hashlib.sha256(dump(manifest).encode())
    for name, piece in pieces.items():
        digest.update(f"\n{name}\n{piece}".encode())
    return digest.hexdigest()[:12]


def compressed(parts: Iterable[str], enough: float = float("inf")) -> int:
    """Bytes of a text once gzipped; once it is above `enough`, the rest is not weighed."""
    gzip = zlib.compressobj(LEVEL, wbits=GZIP)
    weight = 0
    for part in parts:
        weight += len(gzip.compress(part.encode()))
        if weight > enough:
            return weight
    return weight + len(gzip.flush())


def file_name(piece: str) -> str:
    """A piece's file: `termes/3` → `termes-3`."""
    return piece.replace("/", "-")


def unwrapped(data: bytes, build: str, name: str) -> bytes | None:
    """The piece that is alone in a file, as it is written; None when the file holds something else, or is not whole.

    Args:
        data: all of the file.
        build: of the piece.
        name: of the piece.
    """
    *before, after = script(build, {name: ""})
    head, tail = "".join(before).encode(), after.encode()
    return data[len(head) : -len(tail)] if data.startswith(head) and data.endswith(tail) else None


def script(build: str, pieces: Mapping[str, str]) -> list[str]:
    """The text of one file, in parts."""
    parts = [f'window.recherche.recevoir("{build}",{{']
    for rank, (name, piece) in enumerate(pieces.items()):
        parts.append(f'{"," if rank else ""}"{name}":{harmless(piece)}')
    return [*parts, "});\n"]
