"""Texts by path → files of the built folder."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from plugins.diagnostics import Diagnostic
from plugins.exports.redirections import Redirection


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Write each text, in UTF-8, with the line ends that it has."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")


def write_redirections(folder: Path, pages: Iterable[Redirection], later: Collection[str] = ()) -> Iterator[Diagnostic]:
    """Write the pages that lead from an old address, unless the site has a file there.

    Names that differ by their capitals alone are one for some systems, and for the key on which a site is carried.

    Args:
        folder: the built site.
        pages: to write.
        later: files that are still to be written, under the site's root.
    """
    pages = tuple(pages)
    written = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()) if pages else ()
    files = {name.casefold() for name in (*written, *later)}
    folders = {parent for name in files for parent in _parents(name)}
    for page in pages:
        name = page.file.casefold()
        if name in files or name in folders or not files.isdisjoint(_parents(name)):
            taken = next((parent for parent in (name, *_parents(name)) if parent in files), name)
            yield page.place.error(
                f"l'ancienne adresse « {page.address} » tombe sur « {taken} », que le site construit — l'enlever de « redirections »"
            )
            continue
        try:
            write(folder, {page.file: page.html})
        except (OSError, ValueError):
            yield page.place.error(f"l'ancienne adresse « {page.address} » ne peut pas être un fichier — l'écrire autrement")
        files.add(name)
        folders.update(_parents(name))


def _parents(name: str) -> list[str]:
    return [parent.as_posix() for parent in PurePosixPath(name).parents if parent.name]
