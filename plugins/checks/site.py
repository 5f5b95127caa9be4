"""A folder with a built site → the diagnostics of all checks; each page is read once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from plugins.checks import links, reading, safety, structure, tags, weight
from plugins.checks.origins import Origins
from plugins.checks.tags import BuiltPage
from plugins.diagnostics import Diagnostic, Place


def check_site(folder: Path, address: str = "", origins: Origins | None = None) -> list[Diagnostic]:
    """Check everything that was built.

    Args:
        folder: the site's root.
        address: its public address, when pages name it (canonical links).
        origins: the files of the content that pages show; without them, the built files are named.
    """
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    pages: dict[str, BuiltPage] = {}
    diagnostics: list[Diagnostic] = []
    for name, path in files.items():
        if name.endswith(".html"):
            source = path.read_text(encoding="utf-8")
            pages[name] = tags.read(name, source, origins.find(name) if origins else None)
            diagnostics.extend(weight.check_weight(pages[name], path.stat().st_size))
        elif name.endswith(".css"):
            diagnostics.extend(_style_sheet(name, path.read_text(encoding="utf-8"), files))
    read = [page for page in pages.values() if page.redirects_to is None]
    for page in read:
        diagnostics.extend(_page(page))
    diagnostics.extend(structure.check_titles(read))
    diagnostics.extend(links.check_links(pages, files.keys(), address))
    if "index.html" not in pages:
        diagnostics.append(Place("index.html", 0).error("la page d'accueil n'a pas été construite"))
    return sorted(set(diagnostics))


def _page(page: BuiltPage) -> Iterator[Diagnostic]:
    yield from structure.check_layout(page)
    yield from structure.check_headings(page)
    yield from structure.check_identifiers(page)
    yield from safety.check_policy(page)
    yield from safety.check_third_parties(page)
    yield from weight.check_requests(page)
    yield from reading.check_words(page)


def _style_sheet(name: str, text: str, files: dict[str, Path]) -> Iterator[Diagnostic]:
    yield from safety.check_style_sheet(name, text)
    for reference in safety.style_sheet_addresses(text):
        target = links.resolve(name, reference.partition("?")[0].partition("#")[0])
        if "//" not in reference and target not in files:
            yield Place(name, 1).error(f"« {reference} » : {target} n'existe pas")
