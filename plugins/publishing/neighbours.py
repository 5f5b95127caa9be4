"""What lies beside a published folder: the next one, the last one on its way out, the one before; and what goes from one to another."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from plugins.publishing.rights import make_folder
from plugins.text.files import link_or_copy


def carry_over(source: Path, new: Path, names: Sequence[str]) -> None:
    """Give the new folder what we did not write, as links to the same files, or copies on a disk that has no links."""
    for name in names:
        path = new / name
        make_folder(path if name.endswith("/") else path.parent)
        if name.endswith("/"):
            continue
        link_or_copy(source / name, path)


def is_loop(path: Path) -> bool:
    """Whether a link leads to itself."""
    try:
        path.stat()
    except OSError as error:
        return error.errno == errno.ELOOP
    return False


def real(path: Path) -> Path:
    """Links followed; unlike `Path.resolve`, a link to itself is no accident."""
    return Path(os.path.realpath(path))


def beside(target: Path) -> Path:
    """Where the next folder is written."""
    return target.with_name(f".{target.name}.neuf")


def old(target: Path) -> Path:
    """Where a folder lies on its way out, for an instant."""
    return target.with_name(f".{target.name}.ancien")


def previous(target: Path) -> Path:
    """Where the publication before waits for `inv rollback`."""
    return target.with_name(f".{target.name}.precedent")


def keep(target: Path, *candidates: Path) -> None:
    """The folder that was just replaced, wherever it lies, becomes the publication before."""
    for replaced in candidates:
        if replaced.is_dir():
            shutil.rmtree(previous(target), ignore_errors=True)
            replaced.rename(previous(target))
            return
