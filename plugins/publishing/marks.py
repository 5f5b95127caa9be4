"""A published folder → what it is and what we wrote in it: the mark says so, and the rest is somebody else's."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from pathlib import Path
from urllib.parse import quote_from_bytes, unquote_to_bytes

from plugins.text.files import folders_above

MARK = ".construit"
# Where the next contents of a folder wait, when they cannot wait beside it; and that they are complete.
STAGE, READY = ".neuf", ".neuf-complet"
# What systems keep at the root of a disk.
_OF_SYSTEMS = frozenset(("lost+found", "System Volume Information"))
_OURS = frozenset((MARK, STAGE, READY)) | _OF_SYSTEMS
# No name is written with a space: they are lines of their own.
_LIST, _PARTS = "Ses fichiers :", "Ses dossiers, qui disent eux-mêmes les leurs :"
# What hosts ask for at the root of a site, and what git keeps there: no version of ours ever wrote it.
_OF_HOSTS = re.compile(r"(?:CNAME|\.(?:git|well-known|github|nojekyll|htaccess|htpasswd|domains))(?:/|$)")


class Product(Enum):
    """What a verb publishes.

    Attributes:
        verb: which one writes it.
        what: its name, with an article.
    """

    SITE = ("build", "le site publié")
    KEY = ("usb", "un dossier à emporter")
    SHEETS = ("sheets", "un dossier de fiches relais")

    def __init__(self, verb: str, what: str) -> None:
        self.verb = verb
        self.what = what


@dataclass(frozen=True)
class Mark:
    """What a folder says of itself.

    Attributes:
        folder: which one.
        product: what it is.
        lines: what follows its first line: its files, then the folders in it that say so themselves; None when the mark is of a
            time when it did not say.
    """

    folder: Path
    product: Product
    lines: Sequence[str] | None

    @cached_property
    def files(self) -> frozenset[str] | None:
        """The names of the files that we wrote, from the folder; None when it does not say."""
        if self.lines is None:
            return None
        split = self.lines.index(_PARTS) if _PARTS in self.lines else len(self.lines)
        names, parts = ([_named(line) for line in some if line] for some in (self.lines[:split], self.lines[split + 1 :]))
        for part in parts:
            mark = read(self.folder / part)
            names += [f"{part}/{name}" for name in (MARK, *((mark.files or ()) if mark else ()))]
        return frozenset(names)


def write(folder: Path, product: Product, written: Iterable[str] | None = None, parts: Sequence[str] = ()) -> None:
    """Mark a folder whose every file is ours.

    Args:
        folder: to mark.
        product: what it is.
        written: its `entries`, where they are known.
        parts: folders in it which are replaced one by one: each says itself what it holds, and is marked here if it is not yet.
    """
    within = tuple(f"{part}/" for part in parts)
    for part in parts:
        if not (folder / part / MARK).is_file():
            write(folder / part, product)
    names = [name for name in (entries(folder) if written is None else written) if not name.startswith(within)]
    told = [*map(_quoted, names), *((_PARTS, *map(_quoted, parts)) if parts else ())]
    text = f"Dossier produit par « inv {product.verb} » : il est remplacé à chaque fois. {_LIST}\n"
    (folder / MARK).unlink(missing_ok=True)  # it may have a second name, and what bears the other one stays as it is
    (folder / MARK).write_text("".join((text, *(f"{line}\n" for line in told))), encoding="utf-8", newline="")


def read(folder: Path) -> Mark | None:
    """The mark of a folder; None when it has none that we know."""
    path = folder / MARK
    if not path.is_file():
        return None
    first, *lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    verb = re.search(r"« inv (\w+) »", first)
    found = next((product for product in Product if verb and product.verb == verb[1]), None)
    return Mark(folder, found, lines if _LIST in first else None) if found else None


def _quoted(name: str) -> str:
    return quote_from_bytes(os.fsencode(name))


def _named(line: str) -> str:
    return os.fsdecode(unquote_to_bytes(line)) if "%" in line else line


def entries(folder: Path) -> Iterator[str]:
    """The names of all files and links of a folder, in order, without what marks it; an empty folder ends with a bar.

    Raises:
        OSError: when a part of it cannot be read; nothing is known of what it holds.
    """
    yield from sorted(_entries(str(folder), ""))


def _entries(folder: str, prefix: str) -> Iterator[str]:
    with os.scandir(folder) as found:
        for entry in found:
            name = prefix + entry.name
            if not prefix and entry.name in _OURS:
                continue
            if not entry.is_dir(follow_symlinks=False):
                yield name
            else:
                yield from list(_entries(entry.path, name + "/")) or [name + "/"]


def foreign(folder: Path) -> list[str]:
    """What somebody else put into a folder, in order; all of it, when it has no mark; what hosts ask for, when the mark does not say."""
    mark = read(folder)
    if not folder.is_dir():
        return []
    if mark is not None and mark.files is None:
        return [name for name in entries(folder) if _OF_HOSTS.match(name)]
    ours = mark.files or frozenset() if mark is not None else frozenset()
    return [name for name in entries(folder) if name not in ours]


def clashes(kept: Iterable[str], written: Iterable[str]) -> list[str]:
    """Which of the names that are kept cannot stay beside those that are written: the same, or one the folder of another."""
    kept = list(kept)
    if not kept:
        return []
    files = frozenset(written)
    folders = {above for name in files for above in folders_above(name.removesuffix("/"))}
    return [
        name for name in kept if name in files or name in folders or not files.isdisjoint(folders_above(name.removesuffix("/")))
    ]


def outermost(kept: Iterable[str], written: Iterable[str]) -> list[str]:
    """The names that are kept, each folder that holds nothing else told once: `.git/`, not its thousand files."""
    kept = list(kept)
    folders = {above for name in written for above in folders_above(name.removesuffix("/"))} if kept else frozenset[str]()

    def shortest(name: str) -> str:
        return next((f"{above}/" for above in reversed(folders_above(name.removesuffix("/"))) if above not in folders), name)

    return list(dict.fromkeys(map(shortest, kept)))
