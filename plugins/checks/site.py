"""A folder with a built site → the diagnostics of all checks; each page is read once, and those that did not change are not."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from plugins.cache.memory import memory
from plugins.cache.store import Store, key_of
from plugins.checks import links, reading, safety, structure, tags, weight
from plugins.checks.origins import Origins
from plugins.checks.summary import Summary, from_store, summary
from plugins.checks.tags import HtmlPage
from plugins.diagnostics import Diagnostic, Place
from plugins.text.files import files_in

# The files whose text is read; of all others, it is enough that they are there.
READ = (".html", ".css")


def check_site(
    folder: Path,
    address: str = "",
    origins: Origins | None = None,
    store: Store | None = None,
    promised: Iterable[str] = (),
) -> list[Diagnostic]:
    """Check everything that was built.

    Args:
        folder: the site's root.
        address: its public address, when pages name it (canonical links).
        origins: the files of the content that pages show; without them, the built files are named.
        store: what is known of pages without a fault, if it is kept; left open.
        promised: names of files that are not written when a content is only checked.
    """
    site = _Site(folder, origins or Origins(), store or Store(None))
    written = files_in(folder)
    files = dict.fromkeys((*written, *promised))
    pages: dict[str, Summary] = {}
    diagnostics: list[Diagnostic] = []
    for name in written:
        if name.endswith(".html"):
            pages[name], found = site.page(name)
            diagnostics += found
        elif name.endswith(".css"):
            diagnostics.extend(_style_sheet(name, (folder / name).read_text(encoding="utf-8"), files))
    diagnostics.extend(structure.check_titles(pages.values()))
    diagnostics.extend(links.check_links(pages, files.keys(), site.read, address))
    if "index.html" not in pages:
        diagnostics.append(Place("index.html", 0).error("la page d'accueil n'a pas été construite"))
    return sorted(set(diagnostics))


@dataclass(frozen=True)
class _Site:
    folder: Path
    origins: Origins
    store: Store

    def read(self, name: str) -> HtmlPage:
        """One page, with its tags."""
        return tags.read(name, (self.folder / name).read_text(encoding="utf-8"), self.origins.find(name))

    def page(self, name: str) -> tuple[Summary, list[Diagnostic]]:
        """What other pages need to know of one, and what is wrong with it: nothing, when it is in the store."""
        data, origin = (self.folder / name).read_bytes(), self.origins.find(name)
        words = " ".join(words for words, _ in origin.words) if origin else ""
        key = key_of("page", name, data, words)
        place, heavy = origin.place if origin else Place(name, 1), weight.check_weight(len(data))
        found = [place.warning(heavy)] if heavy else []
        read = partial(self.store.get, key, partial(from_store, place, of_content=origin is not None))
        kept = memory().of((key, place, origin is not None), read, stores=(self.store,)) if self.store.keep(key) else None
        if kept is not None:
            return kept, found
        page = tags.read(name, data.decode(), origin)
        known = summary(page)
        wrong = [] if page.redirects_to is not None else list(_page(page))
        if not wrong:
            self.store.put(key, known.kept)
        return known, found + wrong


def _page(page: HtmlPage) -> Iterator[Diagnostic]:
    yield from structure.check_layout(page)
    yield from structure.check_headings(page)
    yield from structure.check_identifiers(page)
    yield from safety.check_policy(page)
    yield from safety.check_third_parties(page)
    yield from weight.check_requests(page)
    yield from reading.check_words(page)


def _style_sheet(name: str, text: str, files: Collection[str]) -> Iterator[Diagnostic]:
    yield from safety.check_style_sheet(name, text)
    for reference in safety.style_sheet_addresses(text):
        target = links.resolve(name, reference.partition("?")[0].partition("#")[0])
        if "//" not in reference and target not in files:
            yield Place(name, 1).error(f"« {reference} » : {target} n'existe pas")
