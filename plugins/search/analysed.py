"""Pages come in, their analysis goes out; a page that did not change since the last build is not analysed again.

What was analysed is kept in one file, a line a page: fingerprint of its texts, checksum, JSON. A line that is missing,
damaged or of another analyser is a page to analyse; the file never changes the result, only the time that it takes.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
import unicodedata
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.search.acronyms import Acronyms
from plugins.search.analysis import Analyser
from plugins.search.documents import Document, Page, documents_of

# All that decides of an analysis, beside the texts themselves.
SOURCES = (
    "acronyms.py", "analysed.py", "analysis.py", "characters.py", "documents.py", "irregular.py", "stemming.py",
    "../text/inclusive.py",
)  # fmt: skip


@dataclass(frozen=True)
class Analysed:
    """What the index needs of one page: its documents, and the acronyms that its texts define (with stems)."""

    documents: tuple[Document, ...]
    acronyms: tuple[tuple[str, tuple[str, ...]], ...]


def analysed(pages: Iterable[Page], cache: Path | None, analyser: Analyser) -> Iterator[Analysed]:
    """The analysis of each page, in order.

    Args:
        pages: what is searched.
        cache: a file that is read, and replaced once all pages are through; None keeps nothing.
        analyser: cuts the texts that are not known yet.
    """
    known = read(cache) if cache else {}
    acronyms = Acronyms(analyser)
    key = fingerprint_of_sources()
    lines: list[bytes] = []
    for rank, page in enumerate(pages):
        name = fingerprint(page, key)
        line = known.get(name)
        found = decode(line) if line else None
        if found is None:
            defined = tuple(one for section in page.sections for one in acronyms.read(section.text))
            found = Analysed(tuple(documents_of(page, analyser)), defined)
            line = encode(found) if cache else b""
        if cache:
            lines.append(name + b" " + (line or b""))
        for document in found.documents:
            document.page = rank
        yield found
    if cache:
        keep(cache, lines)


def fingerprint_of_sources() -> bytes:
    """Changes with the code of the analyser and the version of Unicode."""
    digest = hashlib.sha256(unicodedata.unidata_version.encode())
    for name in SOURCES:
        digest.update((Path(__file__).parent / name).read_bytes())
    return digest.digest()


def fingerprint(page: Page, key: bytes) -> bytes:
    """Changes with every text of a page that is analysed."""
    texts = [page.title, page.names, page.summary, [[part.heading, part.text, part.names] for part in page.sections]]
    return hashlib.sha256(key + json.dumps(texts).encode()).hexdigest().encode()


def encode(found: Analysed) -> bytes:
    """A checksum, then JSON on one line."""
    documents = [[one.section, one.fields, sorted(one.surfaces), sorted(one.named)] for one in found.documents]
    text = json.dumps([documents, found.acronyms], separators=(",", ":")).encode()
    return b"%08x %s" % (zlib.crc32(text), text)


def decode(line: bytes) -> Analysed | None:
    """The other way; None when the line is not what was written."""
    checksum, _, text = line.partition(b" ")
    if checksum != b"%08x" % zlib.crc32(text):
        return None
    documents, acronyms = json.loads(text)
    return Analysed(tuple(map(document, documents)), tuple((short, tuple(stems)) for short, stems in acronyms))


def document(given: list[Any]) -> Document:
    """One document of a line."""
    section, fields, surfaces, named = given
    return Document(0, section, fields, set(surfaces), set(named))


def read(cache: Path) -> dict[bytes, bytes]:
    """Fingerprint → line; empty when the file cannot be read."""
    try:
        lines = cache.read_bytes().split(b"\n")
    except OSError:
        return {}
    return {name: line for name, _, line in (one.partition(b" ") for one in lines)}


def keep(cache: Path, lines: list[bytes]) -> None:
    """Replaces the file at once; a disk that refuses costs the next build some time, and this one nothing."""
    with contextlib.suppress(OSError):
        cache.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=cache.parent, prefix=f".{cache.name}-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.writelines(line + b"\n" for line in lines)
            Path(name).replace(cache)
        except OSError:
            Path(name).unlink(missing_ok=True)
