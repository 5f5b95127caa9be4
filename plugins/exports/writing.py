"""Texts by path → files of the built folder."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from plugins.diagnostics import Diagnostic
from plugins.exports.redirections import Redirection
from plugins.text.files import files_in, folders_above
from plugins.text.output import Output


def write(output: Output, files: Mapping[str, str]) -> None:
    """Write each text, in UTF-8, with the line ends that it has."""
    for name, text in files.items():
        output.write(name, text.encode())


def write_redirections(output: Output, pages: Iterable[Redirection], later: Collection[str] = ()) -> Iterator[Diagnostic]:
    """Write the pages that lead from an old address, unless the site has a file there.

    Names that differ by their capitals alone are one for some systems, and for the key on which a site is carried.

    Args:
        output: the built site.
        pages: to write.
        later: files that are still to be written, under the site's root.
    """
    pages = tuple(pages)
    written = files_in(output.folder) if pages else ()
    files = {name.casefold() for name in (*written, *later)}
    folders = {parent for name in files for parent in folders_above(name)}
    for page in pages:
        name = page.file.casefold()
        if name in files or name in folders or not files.isdisjoint(folders_above(name)):
            taken = next((parent for parent in (name, *folders_above(name)) if parent in files), name)
            yield page.place.error(
                f"l'ancienne adresse « {page.address} » tombe sur « {taken} », que le site construit — l'enlever de « redirections »"
            )
            continue
        try:
            write(output, {page.file: page.html})
        except (OSError, ValueError):
            yield page.place.error(f"l'ancienne adresse « {page.address} » ne peut pas être un fichier — l'écrire autrement")
        files.add(name)
        folders.update(folders_above(name))
