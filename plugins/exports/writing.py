"""Texts by path → files of the built folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from plugins.diagnostics import Diagnostic, Place


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Write each text, in UTF-8, with the line ends that it has."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")


def write_redirections(folder: Path, pages: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Write the pages that lead from an old address, unless the site has a page there or it leads out of the folder."""
    for name, html in pages.items():
        try:
            if not (folder / name).resolve().is_relative_to(folder.resolve()):
                raise OSError
            if (folder / name).exists():
                yield Place(name, 0).error("une ancienne adresse (« redirections ») est celle d'une page du site — l'enlever")
                continue
            write(folder, {name: html})
        except (OSError, ValueError):
            yield Place(name, 0).error("une ancienne adresse (« redirections ») ne peut pas être un fichier — l'écrire autrement")
