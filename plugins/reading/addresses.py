"""Where a link or an image of a body leads: addresses of the site, and paths of the files of the content.

An editor may write what the site has (`../../acteurs/caf/`), or what the folders have, as a forge or Obsidian write it
(`../acteurs/caf.md#plan`, `caf.md`, `../images/plan.png`), with Pelican's `{filename}` or without.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NoReturn
from urllib.parse import quote, unquote

from plugins.model.content import Document
from plugins.model.kinds import FOLDERS, GLOSSARY_URL, STATIC_FOLDERS
from plugins.model.records import Page
from plugins.reading.anchors import Heading
from plugins.reading.link_faults import as_browsers_read, leaves_the_site
from plugins.text.anchors import anchor_fold
from plugins.text.nearest import nearest
from plugins.text.site_addresses import to_root

_PELICAN = re.compile(r"(?:\{(?:filename|static|attach)\}|\|filename\|)\s*", re.IGNORECASE)
_FILES_OF_LISTS = {"glossaire.yml": GLOSSARY_URL}


@dataclass(frozen=True)
class Sitemap:
    """What links of bodies may lead to, as far as it is known before templates are filled.

    Attributes:
        pages: addresses under the site's root, by path in the content folder: `acteurs/caf.md` → `acteurs/caf/`.
        files: paths of images and attachments, such as `images/plan.png`.
        headings: of each page, by its address under the site's root.
    """

    pages: Mapping[str, str] = field(default_factory=dict)
    files: Collection[str] = ()
    headings: Mapping[str, Sequence[Heading]] = field(default_factory=dict)

    @cached_property
    def addresses(self) -> frozenset[str]:
        """Those of all pages of the content."""
        return frozenset(self.pages.values())

    def address(self, document: Document[Page], written: str) -> str:
        """The address to publish: that of the page or file which `written` means, or `written` itself.

        Args:
            document: where it is written.
            written: percent-encoded or not.

        Raises:
            ValueError: in French, for a file of the content that does not exist and for what is no address.
        """
        text = as_browsers_read(written)
        pelican = _PELICAN.match(text)
        text = text[pelican.end() :] if pelican else text
        if leaves_the_site(text) or not text:
            return written
        path, mark, fragment = text.replace("\\", "/").partition("#")
        path, question, query = path.partition("?")
        if not path:
            return f"#{self._anchor(document.url, fragment, exact=False)}" if mark else written
        url = self._found(document, path)
        if url is None:
            return written
        by_file = path.lower().endswith(".md")
        found = to_root(document.url) + quote(url) + question + query
        return found + (f"#{self._anchor(url, fragment, exact=by_file)}" if mark else "")

    def _found(self, document: Document[Page], path: str) -> str | None:
        """The address under the site's root of what a path means; None when templates may have it."""
        if path.strip("/") == "":
            return ""
        on_site = posixpath.normpath(posixpath.join(document.url, path.lstrip("/")))
        in_folder, from_top = _in_content(document.kind.folder, path), _in_content("", f"/{path}")
        if path.lower().endswith(".md"):
            names = (in_folder, on_site, from_top)
            found = next((name for name in names if name in self.pages), None) or _alone(self.pages, path)
            return self.pages[found] if found else _absent(document, names, self.pages)
        if in_folder in _FILES_OF_LISTS:
            return _FILES_OF_LISTS[in_folder]
        names = (on_site, in_folder, from_top)
        found = next(filter(None, map(self._at, names)), None) or _alone(self.files, path)
        if found is None and any(name.partition("/")[0] in STATIC_FOLDERS for name in names):
            return _absent(document, names, self.files)
        return found or (f"{in_folder}/" if in_folder in FOLDERS else None)

    def _at(self, name: str) -> str | None:
        """What stands at a path of the content, or at an address of the site, the names of pages without their extension."""
        if name in self.files:
            return name
        clean = name.removesuffix("/index.html")
        return f"{clean}/" if f"{clean}/" in self.addresses else self.pages.get(f"{clean}.md")

    def _anchor(self, url: str, fragment: str, *, exact: bool) -> str:
        """The id of the heading that a fragment names, however a forge wrote it.

        Args:
            url: of the page.
            fragment: as written.
            exact: the fragment is that of a file, so a heading is meant; else a part of the page may be.
        """
        headings = self.headings.get(url, ())
        name = unquote(fragment)
        if not exact and any(heading.id == name for heading in headings):
            return fragment
        meant = anchor_fold(name)
        for heading in headings:
            if anchor_fold(heading.text) == meant and (exact or not heading.id.startswith("titre-")):
                return heading.id
        return fragment


def _alone(known: Iterable[str], name: str) -> str | None:
    """The only one of this name, whatever its folder."""
    named = [one for one in known if posixpath.basename(one) == name]
    return named[0] if len(named) == 1 else None


def _absent(document: Document[Page], names: Sequence[str], known: Iterable[str]) -> NoReturn:
    here = document.kind.folder
    meant = (*names, f"{here}/{posixpath.basename(names[0])}")
    near = next(filter(None, (nearest(name, known) for name in meant)), None)
    instead = f"écrire plutôt « {posixpath.relpath(near, here)} »" if near else "vérifier son chemin"
    raise ValueError(f"ce fichier n'existe pas — {instead}")


def _in_content(folder: str, path: str) -> str:
    if path.startswith("/"):
        parts = path.strip("/").split("/")
        known = [index for index, part in enumerate(parts) if part in STATIC_FOLDERS]
        # From the root of a repository (`/content/images/x.png`) or of the content.
        return "/".join(parts[1:] if len(parts) > 2 and (known[:1] == [1] or parts[0] == "content") else parts)
    return posixpath.normpath(posixpath.join(folder, path))
