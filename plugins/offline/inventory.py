"""A built folder → the list of files that a browser keeps: each with a hash of its bytes, those needed first apart."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from plugins.text.files import files_in, of_editor

# Files that only hosts, robots and programs read: they do so with a network, and pages need the room.
_NOT_KEPT = frozenset(("_headers", "_redirects", "robots.txt", "sitemap.xml", ".nojekyll", "404.html"))
_NOT_KEPT_NAMES = frozenset(("akoma-ntoso.xml", "atom.xml", "index.json"))
_NOT_KEPT_FOLDER = "donnees-ouvertes/"

# 128 bits: none who can answer in the place of the host finds other bytes with the same mark.
MARK_DIGITS = 32

# Pages from which the others are found; the page for those who have no network is the last resort.
# Of the search, the first file: its name does not change, and it says where the pieces are that do not fit in it.
CORE = ("", "hors-ligne/", "a-z/", "recherche/", "recherche/index/entree.js")


@dataclass(frozen=True, order=True)
class Kept:
    """One file.

    Attributes:
        address: under the site's root, as pages link to it: a page is its folder, with the final slash.
        mark: the first hexadecimal digits of the SHA-256 of its bytes: no other bytes are taken for them.
        size: in bytes.
    """

    address: str
    mark: str
    size: int


@dataclass(frozen=True)
class Inventory:
    """What a browser keeps.

    Attributes:
        files: every file, by address.
        core: addresses of what is kept before all else.
        stable: how the addresses begin of files that never change under the same name.
        whole: whether the whole site is kept; else the core, what is needed, and the pages that were visited.
        needed: of a site that is not kept whole, addresses that are kept after the core, by the words that tell what they are.
    """

    files: tuple[Kept, ...]
    core: tuple[str, ...]
    stable: tuple[str, ...]
    whole: bool
    needed: Mapping[str, tuple[str, ...]]

    @property
    def version(self) -> str:
        """Ten hexadecimal digits for this list: another site, another version."""
        lines = "".join(f"{file.address}\0{file.mark}\n" for file in self.files)
        return hashlib.sha256(lines.encode()).hexdigest()[:10]


def take_inventory(folder: Path, stable: Iterable[str], budget: int, needed: Mapping[str, Iterable[str]]) -> Inventory:
    """List the files of a built site.

    Args:
        folder: the site's root.
        stable: how the addresses begin of files whose names change with their content.
        budget: bytes, not compressed, up to which the whole site is kept; else, what is needed.
        needed: groups of addresses, the most needed first, by the words that tell what each is.
    """
    folders = tuple(stable)
    files = tuple(sorted((_kept(name, folder) for name in files_in(folder) if _is_kept(name)), key=attrgetter("address")))
    known = {file.address for file in files}
    core = [address for address in CORE if address in known]
    core += [address for address in sorted(known) if address.startswith(folders) and _is_core(address)]
    whole = sum(file.size for file in files) <= budget
    return Inventory(files, tuple(core), folders, whole, {} if whole else _within(files, core, budget, needed))


def _within(
    files: Iterable[Kept], core: Iterable[str], budget: int, needed: Mapping[str, Iterable[str]]
) -> dict[str, tuple[str, ...]]:
    """Each group that fits whole beside the core and the groups before it: what is told to be kept is."""
    sizes = {file.address: file.size for file in files}
    left, taken = budget - sum(sizes[address] for address in core), set(core)
    found = {}
    for words, addresses in needed.items():
        own = tuple(address for address in dict.fromkeys(addresses) if address in sizes and address not in taken)
        size = sum(sizes[address] for address in own)
        if own and size <= left:
            found[words], left = own, left - size
            taken.update(own)
    return found


def address_of(name: str) -> str:
    """`acteurs/cgt/index.html` → `acteurs/cgt/`; any other file is its own address."""
    return name.removesuffix("index.html") if name == "index.html" or name.endswith("/index.html") else name


def _kept(name: str, folder: Path) -> Kept:
    with open(f"{folder}/{name}", "rb") as file:  # noqa: PTH123 — thousands of them, none of which needs to be a path
        data = file.read()
    return Kept(address_of(name), hashlib.sha256(data).hexdigest()[:MARK_DIGITS], len(data))


def _is_kept(name: str) -> bool:
    return (
        not name.startswith((".", _NOT_KEPT_FOLDER))
        and not of_editor(name)
        and name not in _NOT_KEPT
        and name.rpartition("/")[2] not in _NOT_KEPT_NAMES
    )


def _is_core(address: str) -> bool:
    """Of the stable files, those that every page needs; a browser asks for the other fonts and pieces when it needs them."""
    _, _, name = address.rpartition("/")
    plain_font = name.endswith(".woff2") and "-latin-wght-normal" in name
    return plain_font or name.endswith((".css", ".svg")) or (name.endswith(".js") and address.count("/") < 3)
