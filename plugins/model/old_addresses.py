"""Old addresses of pages (`redirections`) → each the address of one file that no page of the content has."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from plugins.diagnostics import Diagnostic
from plugins.model.content import Content, Document
from plugins.model.folder import refused_by_windows
from plugins.model.records import Page

# Bytes: no file system takes more in a name, nor every host in an address.
_MOST_NAME, _MOST_ADDRESS = 200, 800
_NO_PATH = ("?", "#", "\\", "//", ":")


def check_old_addresses(content: Content) -> Iterator[Diagnostic]:
    """An old address is one of this site, and leads to one page."""
    urls = {document.url.strip("/").casefold(): document for document in content.documents()}
    old: dict[str, Document[Page]] = {}
    for document in content.documents():
        for index, address in enumerate(document.record.redirections):
            place = document.place("redirections", index)
            same = file_of(address).removesuffix("index.html").strip("/").casefold()
            if not _has_file(address):
                yield place.error(
                    f"« {address} » n'est pas une ancienne adresse du site — écrire par exemple /acteurs/ancien-nom/"
                )
            elif same in urls:
                yield place.error(f"l'ancienne adresse « {address} » est celle de {urls[same].path} — l'enlever")
            elif same in old:
                yield place.error(f"l'ancienne adresse « {address} » est déjà prise par {old[same].path} — l'enlever d'un côté")
            old.setdefault(same, document)


def file_of(address: str) -> str:
    """`/acteurs/pole-emploi/` → `acteurs/pole-emploi/index.html`; an address of a file is that file."""
    clean = unquote(address).strip().strip("/")
    return clean if clean.endswith(".html") else f"{clean}/index.html"


def _has_file(address: str) -> bool:
    """Whether a file may stand at an address on every system: it names no query, no hidden file, no way out of the site."""
    path = unquote(address).strip()
    names = path.strip("/").split("/")
    # A byte that is no UTF-8 is decoded to U+FFFD.
    return (
        not any(sign in path for sign in (*_NO_PATH, "\ufffd"))
        and not any(name.startswith(".") or not name or refused_by_windows(name) for name in names)
        and max(len(name.encode("utf-8", "replace")) for name in names) <= _MOST_NAME
        and len(path.encode("utf-8", "replace")) <= _MOST_ADDRESS
    )
