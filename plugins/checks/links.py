"""All pages of a site → links that lead nowhere, anchors that do not exist, links that a prefix would break."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urlsplit

from plugins.checks.tags import HtmlPage, Start, Tag
from plugins.diagnostics import Diagnostic, Place
from plugins.text.nearest import nearest

if TYPE_CHECKING:
    from plugins.checks.summary import Summary

# A host serves this page at any address: its links alone may start from the root.
SERVED_ANYWHERE = "404.html"

# Looking for what a link meant takes milliseconds: done for as many as a person mends at once.
_MOST_HINTS = 50

_REFERENCES = frozenset(("href", "src", "srcset", "action", "poster", "data"))
_ELSEWHERE = ("http:", "https:", "mailto:", "tel:", "data:", "//")


def check_links(
    pages: Mapping[str, Summary], files: Collection[str], read: Callable[[str], HtmlPage], address: str = ""
) -> Iterator[Diagnostic]:
    """Follow every link inside the site.

    Of a text that an editor wrote, each line that has the link is told.

    Args:
        pages: by path under the site's root.
        files: every file of the site, pages included.
        read: a page with its tags, to tell where its wrong links stand.
        address: the public address; links that start with it lead inside.
    """
    problems: dict[tuple[str, str], str | None] = {}  # menus write the same links on every page
    hints = 0
    anchors = {path: page.ids for path, page in pages.items()}
    for path, known in pages.items():
        wrong: dict[str, str] = {}
        for reference, origin in _origins(path, known.addresses):
            if origin not in problems:
                problem = _problem(*origin, files, anchors, address.rstrip("/"))
                hints += problem is not None
                problems[origin] = problem and problem.told(hint=hints <= _MOST_HINTS)
            if told := problems[origin]:
                wrong[reference] = told
        if wrong:
            page = read(path)
            for tag, reference in references(page):
                if reference in wrong:
                    for place in _places(page, tag, reference):
                        yield place.error(f"lien « {reference} » : {wrong[reference]}")


def _places(page: HtmlPage, tag: Tag, reference: str) -> list[Place]:
    place = page.place(tag)
    lines = page.origin.addresses.get(reference, ()) if page.origin and tag.offset in page.written else ()
    return [place.at(line) for line in lines] or [place]


def _origins(path: str, addresses: Iterable[str]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Each link, with the same from the highest page that it can be written from: `../../besoins/` of a page is `besoins/` of the home page."""
    folders = path.split("/")[:-1]
    above = ["/".join([*folders[:depth], "index.html"]) for depth in range(len(folders), -1, -1)]
    for reference in addresses:
        ups, rest = _climbing(reference)
        if ups < 0:
            yield reference, (path, reference)
        elif ups < len(above):
            yield reference, (above[ups], rest)
        else:
            yield reference, (above[-1], "../" * (ups - len(folders)) + rest)


@lru_cache(maxsize=65536)
def _climbing(reference: str) -> tuple[int, str]:
    """How many folders a link climbs, and what is left of it; -1 of one that only its own page can write."""
    if reference[:1] in {"", "#", "?", "/"}:
        return -1, reference
    ups, rest = 0, reference
    while rest.startswith("../"):
        ups, rest = ups + 1, rest[3:] or "./"
    return ups, rest


def addresses(page: HtmlPage) -> tuple[str, ...]:
    """Every address that a page writes, each once, in order."""
    redirection = () if page.redirects_to is None else (page.redirects_to,)
    return tuple(dict.fromkeys((*(address for start in page.starts for address in _written(start)), *redirection)))


def references(page: HtmlPage) -> Iterator[tuple[Tag, str]]:
    """Every address that a page writes, with its tag."""
    for tag, written in page.those(_written):
        for address in written:
            yield tag, address
    if page.redirects_to is not None:
        yield page.named("meta")[0], page.redirects_to


@lru_cache(maxsize=65536)
def _written(start: Start) -> tuple[str, ...]:
    found: list[str] = []
    for name in _REFERENCES.intersection(start.attributes):
        value = start.attributes[name]
        if name == "srcset":
            found += [candidate.split()[0] for candidate in value.split(",") if candidate.strip()]
        elif name != "data" or start.name == "object":
            found.append(value)
    return tuple(found)


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


class _Problem(NamedTuple):
    """What is wrong with a link, and what it may have meant: one of `among`, near `wanted`."""

    message: str
    wanted: str = ""
    among: Collection[str] = ()
    form: str = ""

    def told(self, *, hint: bool) -> str:
        near = nearest(self.wanted, self.among) if hint and self.among else None
        return self.message + (self.form.format(near) if near else "")


def _problem(
    path: str, reference: str, files: Collection[str], anchors: Mapping[str, Collection[str]], address: str
) -> _Problem | None:
    link, inside = reference, False
    if address and (link == address or link.startswith((address + "/", address + "#"))):
        link, inside = link[len(address) :].lstrip("/") or "./", True
    elif link.lower().startswith(_ELSEWHERE):
        return None
    elif link.lower().startswith("javascript:"):
        return _Problem("un script n'est pas une adresse")
    elif link.startswith("/"):
        if path != SERVED_ANYWHERE:
            return _Problem(
                "il part de la racine — écrire un lien relatif, qui marche aussi sous un préfixe et depuis un dossier"
            )
        link, inside = link.removeprefix(urlsplit(address).path).lstrip("/") or "./", True
    target, _, fragment = link.partition("#")
    found = resolve("index.html" if inside else path, target.partition("?")[0])
    if found.startswith(".."):
        return _Problem("il sort du site")
    if found not in files:
        folders = {file.removesuffix("/index.html") for file in files}
        return _Problem(f"{found} n'existe pas", found.removesuffix("/index.html"), folders, " — le plus proche est {}")
    if fragment and found in anchors and unquote(fragment) not in anchors[found]:
        wanted = unquote(fragment)
        return _Problem(f"l'ancre « {wanted} » n'existe pas dans {found}", wanted, anchors[found], " — écrire plutôt « #{} »")
    return None
