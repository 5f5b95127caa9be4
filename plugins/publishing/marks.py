"""A published folder → what it is and what we wrote in it: the mark says so, and the rest is somebody else's."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from enum import Enum
from pathlib import Path
from urllib.parse import quote_from_bytes, unquote_to_bytes

from plugins.text.dataclass import dataclass
from plugins.text.files import folders_above

MARK = ".construit"
# Where the next contents of a folder wait, when they cannot wait beside it; and that they are complete.
STAGE, READY = ".neuf", ".neuf-complet"
# What systems keep at the root of a disk.
_OF_SYSTEMS = frozenset(("lost+found", "System Volume Information"))
_OURS = frozenset((MARK, STAGE, READY)) | _OF_SYSTEMS
_LIST = "Ses fichiers :"
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
        product: what it is.
        files: the names of the files that we wrote, from the folder; None when the mark is of a time when it did not say.
    """

    product: Product
    files: frozenset[str] | None


def write(folder: Path, product: Product, written: Iterable[str] | None = None) -> None:
    """Mark a folder whose every file is ours.

    Args:
        folder: to mark.
        product: what it is.
        written: its `entries`, where they are known.
    """
    names = "".join(f"{quote_from_bytes(os.fsencode(name))}\n" for name in (entries(folder) if written is None else written))
    text = f"Dossier produit par « inv {product.verb} » : il est remplacé à chaque fois. {_LIST}\n{names}"
    (folder / MARK).write_text(text, encoding="utf-8", newline="")


def renew(folder: Path, product: Product, replaced: Iterable[str]) -> None:
    """Mark a folder again, in which some folders were replaced one by one, each with its own mark.

    Args:
        folder: to mark; it has a mark.
        product: what it is.
        replaced: names of these folders.
    """
    mark, within = read(folder), tuple(f"{name}/" for name in replaced)
    kept = [name for name in (mark.files or () if mark else ()) if not name.startswith(within)]
    new = [f"{name}{one}" for name in within for one in (MARK, *entries(folder / name))]
    write(folder, product, sorted([*kept, *new]))


def read(folder: Path) -> Mark | None:
    """The mark of a folder; None when it has none that we know."""
    path = folder / MARK
    if not path.is_file():
        return None
    first, *lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    verb = re.search(r"« inv (\w+) »", first)
    found = next((product for product in Product if verb and product.verb == verb[1]), None)
    names = frozenset(os.fsdecode(unquote_to_bytes(line)) for line in lines if line)
    return Mark(found, names if _LIST in first else None) if found else None


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
