"""All pages of a site → links that lead nowhere, anchors that do not exist, links that a prefix would break."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from plugins.checks.tags import BuiltPage, Tag
from plugins.diagnostics import Diagnostic, Place

# A host serves this page at any address: its links alone may start from the root.
SERVED_ANYWHERE = "404.html"

_REFERENCES = frozenset(("href", "src", "srcset", "action", "poster", "data"))
_ELSEWHERE = ("http:", "https:", "mailto:", "tel:", "data:", "//")


def check_links(pages: Mapping[str, BuiltPage], files: Collection[str], address: str = "") -> Iterator[Diagnostic]:
    """Follow every link inside the site.

    A link that leads nowhere is an error of ours, which stops the publication; in a text that an editor wrote or took
    over, it is a warning: one dead link of an old document does not take a whole site away.

    Args:
        pages: by path under the site's root.
        files: every file of the site, pages included.
        address: the public address; links that start with it lead inside.
    """
    problems: dict[tuple[str, str], str | None] = {}  # menus write the same links on every page
    anchors = {path: {tag.attributes["id"] for tag in page.tags if "id" in tag.attributes} for path, page in pages.items()}
    for page in pages.values():
        for tag, reference in references(page):
            origin = _origin(page.path, reference)
            if origin not in problems:
                problems[origin] = _problem(*origin, files, anchors, address.rstrip("/"))
            problem = problems[origin]
            if problem:
                place, message = Place(page.path, page.line(tag)), f"lien « {reference} » : {problem}"
                yield place.warning(message) if tag.offset in page.written else place.error(message)


def _origin(path: str, reference: str) -> tuple[str, str]:
    """The same link, from the highest page that it can be written from: `../../besoins/` of a page is `besoins/` of the home page."""
    if reference[:1] in {"", "#", "?", "/"}:
        return path, reference
    folder = posixpath.dirname(path)
    while folder and reference.startswith("../"):
        folder, reference = posixpath.dirname(folder), reference[3:] or "./"
    return posixpath.join(folder, "index.html"), reference


def references(page: BuiltPage) -> Iterator[tuple[Tag, str]]:
    """Every address that a page writes, with its tag."""
    for tag in page.tags:
        for name in _REFERENCES.intersection(tag.attributes):
            if name == "srcset":
                yield from ((tag, candidate.split()[0]) for candidate in tag.attributes[name].split(",") if candidate.strip())
            elif name != "data" or tag.name == "object":
                yield tag, tag.attributes[name]
    if page.redirects_to is not None:
        yield next(page.named("meta")), page.redirects_to


def resolve(path: str, reference: str) -> str:
    """The file that a link of the page `path` leads to.

    Args:
        path: under the site's root, such as `acteurs/cgt/index.html`.
        reference: relative, without fragment or query; empty means the page itself.
    """
    return _resolve(posixpath.dirname(path), reference) if reference else path


@lru_cache(maxsize=65536)
def _resolve(folder: str, reference: str) -> str:
    target = posixpath.normpath(posixpath.join(folder, unquote(reference)))
    is_folder = reference.endswith("/") or reference.rpartition("/")[2] in {".", ".."}
    return posixpath.normpath(posixpath.join(target, "index.html")) if is_folder else target


def _problem(path: str, reference: str, files: Collection[str], anchors: Mapping[str, set[str]], address: str) -> str | None:
    link, inside = reference, False
    if address and (link == address or link.startswith((address + "/", address + "#"))):
        link, inside = link[len(address) :].lstrip("/") or "./", True
    elif link.lower().startswith(_ELSEWHERE):
        return None
    elif link.lower().startswith("javascript:"):
        return "un script n'est pas une adresse"
    elif link.startswith("/"):
        if path != SERVED_ANYWHERE:
            return "il part de la racine — écrire un lien relatif, qui marche aussi sous un préfixe et depuis un dossier"
        link, inside = link.removeprefix(urlsplit(address).path).lstrip("/") or "./", True
    target, _, fragment = link.partition("#")
    found = resolve("index.html" if inside else path, target.partition("?")[0])
    if found.startswith(".."):
        return "il sort du site"
    if found not in files:
        return f"{found} n'existe pas"
    if fragment and found in anchors and unquote(fragment) not in anchors[found]:
        return f"l'ancre « {unquote(fragment)} » n'existe pas dans {found}"
    return None
