"""A built site → the same, with each text compressed beside it, for servers that send such files as they are."""

from __future__ import annotations

import gzip
from pathlib import Path

# What compresses; pictures and fonts are compressed already.
TEXTS = frozenset((".html", ".css", ".js", ".json", ".svg", ".xml", ".ics", ".txt", ".csv", ".webmanifest"))
_SMALLEST = 1_024  # bytes; below, a packet is a packet


def compress(folder: Path) -> int:
    """Write `name.gz` beside each text that gains by it; equal texts give equal bytes.

    Returns:
        How many were written.

    Raises:
        OSError: as the system says.
    """
    written = 0
    for path in sorted(folder.rglob("*")):
        if path.suffix not in TEXTS or not path.is_file():
            continue
        data = path.read_bytes()
        small = gzip.compress(data, mtime=0) if len(data) >= _SMALLEST else data
        if len(small) < len(data):
            path.with_name(path.name + ".gz").write_bytes(small)
            written += 1
    return written
