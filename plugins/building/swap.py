"""A folder to publish → a folder aside to build in, which takes its place by rename or leaves no trace."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from plugins.diagnostics import Diagnostic, Place

# Tells a folder that this project made from one that it must not replace.
MARK = ".construit"


@dataclass(frozen=True)
class Aside:
    """A folder being built.

    Attributes:
        folder: where to build.
        target: the published folder, untouched until `publish`.
    """

    folder: Path
    target: Path

    def publish(self) -> None:
        """Put the folder in the place of the published one: two renames in the same file system."""
        old = _old(self.target)
        (self.folder / MARK).write_text("Dossier produit par « .venv/bin/inv build » : il est remplacé à chaque construction.\n")
        if self.target.exists():
            self.target.rename(old)
        try:
            self.folder.rename(self.target)
        except OSError:
            if old.exists():
                old.rename(self.target)
            raise
        shutil.rmtree(old, ignore_errors=True)


@contextmanager
def aside(target: Path) -> Iterator[Aside]:
    """A new folder beside `target`; two builds in one place wait for each other.

    The lock is on the parent folder and dies with the process, so what lies aside when it is taken was left by a
    build that was killed: it is removed, and a published folder that was on its way out comes back.
    """
    target = target.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(target.parent, os.O_RDONLY)
    new, old = target.with_name(f".{target.name}.neuf"), _old(target)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        if old.exists() and not target.exists():
            old.rename(target)
        for left in (new, old):
            shutil.rmtree(left, ignore_errors=True)
        new.mkdir()
        try:
            yield Aside(new, target)
        finally:
            shutil.rmtree(new, ignore_errors=True)
    finally:
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_UN)
        os.close(handle)


def check_target(target: Path, protected: tuple[Path, ...]) -> Iterator[Diagnostic]:
    """The published folder is replaced whole: it may hold nothing that we did not write.

    Args:
        target: the folder to publish in.
        protected: folders that must not be inside it, nor around it in the case of the first (the content).
    """
    place, real = Place(str(target), 0), target.resolve()
    content = protected[0].resolve()
    if any(path.resolve().is_relative_to(real) for path in protected) or real.is_relative_to(content):
        yield place.error("publier ici effacerait les sources — choisir un autre dossier pour --output")
    elif real.exists() and not real.is_dir():
        yield place.error("c'est un fichier — donner un dossier à --output")
    elif real.is_dir() and any(real.iterdir()) and not (real / MARK).is_file():
        yield place.error("ce dossier contient autre chose qu'un site construit ici — le vider ou en choisir un autre")


def _old(target: Path) -> Path:
    return target.with_name(f".{target.name}.ancien")
