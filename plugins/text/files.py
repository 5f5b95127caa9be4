"""A folder → the names of the files in it, for a site has thousands, or a name for it all; files to be written in it → whole ones; a file → a second name."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

_READ, _AT_ONCE = os.O_RDONLY | getattr(os, "O_BINARY", 0), 1 << 20
# The page of the web editor, under the site's root; its scripts, under the folder of the theme's files.
EDITOR_PAGE, EDITOR_SCRIPTS = "admin/", "js/editor/"


def files_in(folder: Path) -> list[str]:
    """The name of each file under a folder, such as `acteurs/cgt/index.html`; folder by folder, in order.

    Links to files are files; links to folders are not followed.

    Raises:
        OSError: when a part of it cannot be read.
    """
    return sorted(_files(str(folder), ""), key=lambda name: name.split("/"))


def bytes_of(path: str | Path) -> bytes:
    """All that a file holds, sooner than `open`, which prepares more: a site has thousands.

    Raises:
        OSError: as the system says.
    """
    handle, parts = os.open(path, _READ), list[bytes]()
    try:
        while part := os.read(handle, _AT_ONCE):
            parts.append(part)
    finally:
        os.close(handle)
    return parts[0] if len(parts) == 1 else b"".join(parts)


def name_of_all(folder: Path, *, hidden: bool = False) -> str:
    """A name for all that a folder holds: another one when a file, a folder, a right or a link is another; dates do not count.

    Args:
        folder: of thousands of files, perhaps.
        hidden: whether what begins with a full stop counts, such as `.git`; what Python keeps beside its modules never does.

    Raises:
        OSError: when a part of it cannot be read.
    """
    digest = hashlib.sha256()
    for name in sorted(_all(str(folder), "", hidden)):
        digest.update(f"\0{name}\0".encode("utf-8", "surrogateescape"))
        digest.update(held(f"{folder}/{name}"))
    return digest.hexdigest()


def held(path: str) -> bytes:
    """What stands at a path: its kind and rights, where it leads if it is a link, and the bytes of a file.

    Raises:
        OSError: when it cannot be read, or is a link to a folder, of which all would have to be read.
    """
    about = os.lstat(path)
    told = b"%o " % about.st_mode
    if stat.S_ISLNK(about.st_mode):
        told += os.fsencode(Path(path).readlink()) + b"\0"
        about = os.stat(path)  # noqa: PTH116 — thousands of them, none of which needs to be a path
        if stat.S_ISDIR(about.st_mode):
            raise IsADirectoryError(path)
    if not stat.S_ISREG(about.st_mode):
        return told
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123
        return b"%s%d:%s" % (told, about.st_size, file.read())


def folders_above(name: str) -> list[str]:
    """The folders that a file stands in, the nearest first: `a/b` and `a` of `a/b/c.html`."""
    return [name[:place] for place in range(len(name) - 1, 0, -1) if name[place] == "/"]


def linked(there: str | Path, here: str | Path) -> bool:
    """Give a file, or a link as a link, a second name.

    Returns:
        Whether it has one: a system or a disk may have no such names, and a name may be taken.
    """
    if not hasattr(os, "link") or os.link not in os.supports_follow_symlinks:
        return False
    try:
        os.link(there, here, follow_symlinks=False)
    except OSError:
        return False
    return True


def link_or_copy(there: str | Path, here: str | Path) -> None:
    """Give a file, or a link as a link, a second name, or copy it where there are no such names.

    Raises:
        OSError: when it cannot be copied either.
    """
    if not linked(there, here):
        shutil.copyfile(there, here, follow_symlinks=False)
        with suppress(OSError):  # a disk that has no links may have no rights either
            shutil.copystat(there, here, follow_symlinks=False)


def write_whole(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write each file whole, beside its place first: none is ever half there.

    Args:
        folder: the folder.
        files: by path under it, in the order in which they are put in place.

    Raises:
        OSError: when one cannot be written; then none is in its place.
    """
    made: list[tuple[Path, Path]] = []
    try:
        for name, data in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, beside = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
            made.append((Path(beside), path))
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(beside).chmod(0o644)
        for beside_path, path in made:
            beside_path.replace(path)
    finally:
        for beside_path, _ in made:
            beside_path.unlink(missing_ok=True)


def _files(folder: str, prefix: str) -> Iterator[str]:
    with os.scandir(folder) as found:
        for entry in found:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path, f"{prefix}{entry.name}/")
            elif entry.is_file():
                yield prefix + entry.name


def _all(folder: str, prefix: str, hidden: bool) -> Iterator[str]:
    with os.scandir(folder) as found:
        for entry in found:
            if (hidden or not entry.name.startswith(".")) and entry.name != "__pycache__":
                yield prefix + entry.name
                if entry.is_dir(follow_symlinks=False):
                    yield from _all(entry.path, f"{prefix}{entry.name}/", hidden)


def of_editor(name: str) -> bool:
    """Whether a file of a built site belongs to the web editor: nobody who reads the site needs it.

    Args:
        name: its path under the site's root.
    """
    return name.startswith(EDITOR_PAGE) or f"/{EDITOR_SCRIPTS}" in name
