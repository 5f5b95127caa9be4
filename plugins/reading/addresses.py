"""Where a link or an image of a body leads: addresses of the site, and paths of the files of the content.

An editor may write what the site has (`../../acteurs/caf/`), or what the folders have, as a forge or Obsidian write it
(`../acteurs/caf.md#plan`, `caf.md`, `../images/plan.png`), with Pelican's `{filename}` or without.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import quote, unquote

from plugins.model.content import Document
from plugins.model.kinds import GLOSSARY_URL, STATIC_FOLDERS
from plugins.model.records import Page
from plugins.reading.anchors import Heading
from plugins.text.anchors import anchor_fold
from plugins.text.nearest import nearest
from plugins.text.site_addresses import to_root

_PELICAN = re.compile(r"(?:\{(?:filename|static|attach)\}|\|filename\|)\s*", re.IGNORECASE)
# What browsers drop from an address before they read it (WHATWG URL, « URL parsing »).
_DROPPED = re.compile(r"^[\x00-\x20]+|[\t\n\r]|[\x00-\x20]+$")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_HOST = re.compile(r"www\.[\w-]+\.\w|[\w-]+(?:\.[\w-]+)*\.(?:fr|com|org|net|eu|gouv|info|io)(?:[/?#:]|$)", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_DIALLED = re.compile(r"\+?\d[\d .()-]*")
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

    def address(self, document: Document[Page], written: str) -> str:
        """The address to publish: that of the page or file which `written` means, or `written` itself.

        Args:
            document: where it is written.
            written: percent-encoded or not.

        Raises:
            ValueError: in French, for a file of the content that does not exist and for what is no address.
        """
        text = _DROPPED.sub("", unquote(written))
        pelican = _PELICAN.match(text)
        text = text[pelican.end() :] if pelican else text
        if _elsewhere(text) or not text:
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
        on_site = posixpath.normpath(posixpath.join(document.url, path.lstrip("/") if path.startswith("/") else path))
        in_folder = _in_content(document.kind.folder, path)
        if path.lower().endswith(".md"):
            return self._page(document, path, in_folder, on_site)
        if in_folder in _FILES_OF_LISTS:
            return _FILES_OF_LISTS[in_folder]
        for name in (on_site, in_folder):
            if name in self.files:
                return name
            clean = name.removesuffix("/index.html")
            if f"{clean}/" in self.addresses:
                return f"{clean}/"
            if f"{clean}.md" in self.pages:
                return self.pages[f"{clean}.md"]
        named = [name for name in self.files if posixpath.basename(name) == path] if "/" not in path else []
        return named[0] if len(named) == 1 else None

    @cached_property
    def addresses(self) -> frozenset[str]:
        """Those of all pages of the content."""
        return frozenset(self.pages.values())

    def _page(self, document: Document[Page], path: str, *names: str) -> str:
        for name in names:
            if name in self.pages:
                return self.pages[name]
        base = posixpath.basename(path)
        named = [url for name, url in self.pages.items() if posixpath.basename(name) == base]
        if len(named) == 1 and path == base:
            return named[0]
        here = document.kind.folder
        near = nearest(names[0], self.pages) or nearest(f"{here}/{base}", self.pages)
        instead = f"écrire plutôt « {posixpath.relpath(near, here)} »" if near else "vérifier son chemin"
        raise ValueError(f"ce fichier n'existe pas — {instead}")

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


def fault(address: str, *, image: bool) -> str | None:
    """What is wrong with an address that no check of the built site would see.

    Args:
        address: to be published.
        image: a browser loads it by itself.
    """
    text = _DROPPED.sub("", unquote(address))
    if not text:
        return "cette adresse est vide — l'écrire entre les parenthèses, ou n'écrire que le texte"
    if image and _elsewhere(text):
        return "une image vient du site lui-même, sinon un tiers voit qui la lit — la ranger dans images/ et écrire ../images/son-nom.png"
    if re.match(r"https?:(?!//[^\s/?#])", text, re.IGNORECASE) or text.startswith("\\"):
        return "cette adresse est mal écrite — écrire par exemple https://www.exemple.fr/"
    if text.lower().startswith("mailto:") and not _MAIL.match(text, len("mailto:")):
        return "il n'ouvre aucun message — écrire par exemple mailto:contact@exemple.fr"
    if text.lower().startswith("tel:") and not _DIALLED.fullmatch(text, len("tel:")):
        return "il n'appelle personne — écrire par exemple tel:+33261910001"
    if not _elsewhere(text) and _HOST.match(text):
        return f"une adresse du web commence par https:// — écrire « https://{text} »"
    if not _elsewhere(text) and _MAIL.fullmatch(text):
        return f"une adresse électronique commence par mailto: — écrire « mailto:{text} »"
    return None


def _elsewhere(text: str) -> bool:
    """Whether a browser leaves the site; a backslash is a slash to it."""
    return _SCHEME.match(text) is not None or text.replace("\\", "/").startswith("//")


def _in_content(folder: str, path: str) -> str:
    if path.startswith("/"):
        parts = path.strip("/").split("/")
        known = [index for index, part in enumerate(parts) if part in STATIC_FOLDERS]
        # From the root of a repository (`/content/images/x.png`) or of the content.
        return "/".join(parts[1:] if len(parts) > 2 and (known[:1] == [1] or parts[0] == "content") else parts)
    return posixpath.normpath(posixpath.join(folder, path))
