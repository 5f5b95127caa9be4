"""A folder to publish → a folder aside to write in, which takes its place at once or leaves no trace."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from plugins.diagnostics import Diagnostic, Place
from plugins.diagnostics.system import LOOP
from plugins.publishing import marks
from plugins.publishing.exchange import alone, take_place
from plugins.publishing.inside import bring_inside, finish, remove, replace_contents
from plugins.publishing.marks import Product
from plugins.publishing.neighbours import beside, carry_over, is_loop, keep, old, previous, real
from plugins.publishing.rights import make_folder, open_to_read

# What a folder that is mounted, or lies on another disk than it seems, answers to a change of name.
_CANNOT_BE_RENAMED = frozenset((errno.EBUSY, errno.EXDEV))


@dataclass(frozen=True)
class Aside:
    """A folder being written.

    Attributes:
        folder: where to write.
        target: the published folder, untouched until `publish`.
        product: what it is.
        shown: the published folder as the person typed it.
        kept: whether what was published before waits beside, for `roll_back`.
    """

    folder: Path
    target: Path
    product: Product
    shown: str
    kept: bool = False

    def publish(self, parts: Sequence[str] = ()) -> list[Diagnostic]:
        """Put the folder in the place of the published one; what we did not write stays.

        Args:
            parts: folders in it which will be replaced one by one, each with a mark of its own.

        Returns:
            What was kept, as warnings; errors, and nothing changed, where a file of somebody else is in the way.

        Raises:
            OSError: the published folder is as it was.
        """
        written, kept = list(marks.entries(self.folder)), marks.foreign(self.target)
        refused = in_the_way(self.shown, self.product, kept, written)
        if refused:
            return refused
        marks.write(self.folder, self.product, written, parts)
        open_to_read(self.folder)
        return kept_as_it_is(self.shown, self.product, kept, written) + self._take_place(kept)

    def _take_place(self, kept: Sequence[str]) -> list[Diagnostic]:
        if self.folder.parent != self.target:
            try:
                carry_over(self.target, self.folder, kept)
                take_place(self.folder, self.target, old(self.target))
            except OSError as error:
                if error.errno not in _CANNOT_BE_RENAMED:
                    raise
            else:
                if self.kept:
                    keep(self.target, self.folder, old(self.target))
                return []
        bring_inside(self.folder, self.target)
        replace_contents(self.target)
        return [Place(self.shown, 0).warning("ce dossier est un point de montage : ses fichiers sont remplacés un à un")]


def in_the_way(shown: str, product: Product, kept: Sequence[str], written: Iterable[str]) -> list[Diagnostic]:
    """What is told of files of somebody else that stand where a verb would write."""
    why = f"« inv {product.verb} » écrirait ce fichier, qui n'est pas de lui — le déplacer ou le renommer"
    return [_place(shown, name).error(why) for name in marks.clashes(kept, written)]


def kept_as_it_is(shown: str, product: Product, kept: Sequence[str], written: Iterable[str]) -> list[Diagnostic]:
    """What is told of files of somebody else that stay."""
    why = f"ce n'est pas « inv {product.verb} » qui l'a écrit : gardé tel quel"
    return [_place(shown, name).warning(why) for name in marks.outermost(kept, written)]


def _place(shown: str, name: str) -> Place:
    return Place(f"{shown.rstrip('/')}/{name}", 0)


@contextmanager
def aside(target: Path, product: Product, *, kept: bool = False) -> Iterator[Aside]:
    """A new folder beside `target`, or in it when it is mounted; two builds in one place wait for each other.

    The lock is on the parent folder and dies with the process, so what lies aside when it is taken was left by a
    build that was killed: it is removed, and a published folder that was on its way out comes back. `kept` keeps what
    was published before, but on a mount point.

    Raises:
        OSError: when nothing can be written there.
    """
    shown, target = str(target), real(target)
    made = make_folder(target.parent)
    with alone(target.parent):
        recover(target)
        folder = _new_folder(target)
        try:
            yield Aside(folder, target, product, shown, kept)
        finally:
            _tidy(target, folder)
            for path in reversed(made):
                with suppress(OSError):  # it holds what was published
                    path.rmdir()


def roll_back(target: Path) -> list[Diagnostic]:
    """Publish again what was published before; done twice, it changes nothing. What we did not write stays.

    Returns:
        Errors, and nothing changed, when nothing was kept, or where a file of somebody else is in the way.

    Raises:
        OSError: the published folder is as it was.
    """
    place, target = Place(str(target), 0), real(target)
    before = previous(target)
    if marks.read(before) is None:
        return [place.error("aucune publication précédente n'est gardée ici — construire depuis un commit plus ancien")]
    with alone(target.parent):
        recover(target)
        for name in marks.foreign(before):  # links to what its owner may have changed since
            (before / name).unlink() if not name.endswith("/") else (before / name).rmdir()
        kept = marks.foreign(target)
        clashing = marks.clashes(kept, marks.entries(before))
        if clashing:
            why = "ce fichier, qui n'est pas à nous, est à la place d'une page d'avant — le déplacer ou le renommer"
            return [Place(f"{place.path}/{name}", 0).error(why) for name in clashing]
        carry_over(target, before, kept)
        take_place(before, target, old(target))
        if old(target).exists():
            keep(target, old(target))
    return []


def erase(target: Path) -> list[Diagnostic]:
    """Take away what a verb published, and the publication before; what we did not write stays.

    Returns:
        What was kept, as warnings.

    Raises:
        OSError: as the system says.
    """
    shown, target = str(target), real(target)
    if not target.is_dir():
        return []
    with alone(target.parent):
        recover(target)
        kept = marks.foreign(target)
        ours = sorted(set(marks.entries(target)).difference(kept))
        remove(target, ours)
        if not kept:
            shutil.rmtree(target)
        shutil.rmtree(previous(target), ignore_errors=True)
    return [Place(f"{shown}/{name}", 0).warning("aucun verbe ne l'a écrit : gardé") for name in marks.outermost(kept, ours)]


def put_back(target: Path) -> None:
    """Make good a published folder that a killed run left on its way out; nothing to do while another run goes on."""
    target = real(target)
    if target.name and (old(target).exists() or (target / marks.READY).exists()):
        with alone(target.parent, wait=False) as free:
            if free:
                recover(target)


def check_target(target: Path, product: Product, content: Path, others: Sequence[Path] = ()) -> Iterator[Diagnostic]:
    """A verb replaces only a folder of its own kind, and never what it reads; what a killed run left is made good first.

    Args:
        target: the folder to publish in.
        product: what the verb publishes.
        content: the sources: neither in the target, nor around it.
        others: folders that must not be in it.

    Raises:
        OSError: when the folder cannot be looked at.
    """
    place = Place(str(target), 0)
    if is_loop(target):
        yield place.error(LOOP)
        return
    put_back(target)
    where, sources = real(target), real(content)
    mark = marks.read(where)
    if mark is not None and mark.product is not product:
        why = f"c'est {mark.product.what}, écrit par « inv {mark.product.verb} », et non {product.what}"
        yield place.error(f"{why} — choisir un autre dossier pour --output")
    elif any(real(path).is_relative_to(where) for path in (content, *others)) or where.is_relative_to(sources):
        yield place.error("publier ici effacerait les sources — choisir un autre dossier pour --output")
    elif where.exists() and not where.is_dir():
        yield place.error("c'est un fichier — donner un dossier à --output")
    elif mark is None and where.is_dir() and any(marks.entries(where)):
        yield place.error(f"ce dossier contient autre chose que {product.what} — le vider ou en choisir un autre")


def recover(target: Path) -> None:
    """Under the lock: what a killed run left is ended or undone."""
    leaving = old(target)
    if leaving.exists() and not target.exists():
        leaving.rename(target)
    finish(target)
    for left in (leaving, beside(target), target / marks.STAGE):
        shutil.rmtree(left, ignore_errors=True)


def _tidy(target: Path, folder: Path) -> None:
    """Leave nothing aside but what the next run needs: the only copy of a site, or the rest of its files."""
    if not (target / marks.READY).exists():
        shutil.rmtree(folder, ignore_errors=True)
    if target.exists():
        shutil.rmtree(old(target), ignore_errors=True)


def _new_folder(target: Path) -> Path:
    inside, next_to = target / marks.STAGE, beside(target)
    if os.path.ismount(target):
        inside.mkdir()
        return inside
    try:
        next_to.mkdir()
    except OSError:
        if not target.is_dir():
            raise
        inside.mkdir()  # the folder may be open where the one around it is not
        return inside
    return next_to
