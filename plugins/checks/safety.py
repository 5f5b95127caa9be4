"""One page or style sheet → what the content security policy would block, and what leads to a third party."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from plugins.checks.tags import HtmlPage, Start
from plugins.diagnostics import Diagnostic, Place

# Data that a browser does not run.
_DATA_TYPES = {"application/ld+json", "application/json"}
# Elements that load what they name; a link of these kinds loads nothing.
_LOADING = frozenset(("script", "img", "iframe", "source", "video", "audio", "track", "embed", "object", "input", "image", "use"))
_NOT_LOADED = {"canonical", "alternate", "license", "author", "next", "prev", "up", "help", "search", "me"}
# What a browser reads as another site: it drops spaces and control characters, takes « \\ » for « / », and does without
# slashes after « http: » (WHATWG URL).
_ELSEWHERE = re.compile(r"^[\x00-\x20]*(?:(?!data:|blob:)[a-z][a-z0-9+.\-\t\n\r]*:|[/\\][\t\n\r]*[/\\])", re.IGNORECASE)
_CSS_ADDRESS = re.compile(r"(?:url\(\s*|@import\s+)[\"']?([^\"')\s;]+)", re.IGNORECASE)


def check_policy(page: HtmlPage) -> Iterator[Diagnostic]:
    """No inline style, script or handler: the policy has no unsafe-inline."""
    for tag, fault in page.those(_inline):
        yield page.place(tag).error(f"{fault} : la politique de sécurité l'interdit")


def check_third_parties(page: HtmlPage) -> Iterator[Diagnostic]:
    """Everything that a page loads comes from the site itself."""
    for tag, addresses in page.those(_from_elsewhere):
        for address in addresses:
            yield page.place(tag).error(f"<{tag.name}> charge « {address} » chez un tiers — le servir depuis le site")


def check_style_sheet(path: str, text: str) -> Iterator[Diagnostic]:
    """A style sheet loads nothing from elsewhere."""
    for match in _CSS_ADDRESS.finditer(text):
        if _ELSEWHERE.match(match[1]):
            line = text.count("\n", 0, match.start()) + 1
            yield Place(path, line).error(f"« {match[1]} » est chez un tiers — le servir depuis le site")


def style_sheet_addresses(text: str) -> list[str]:
    """What a style sheet loads, data addresses left out."""
    return [match[1] for match in _CSS_ADDRESS.finditer(text) if not match[1].startswith(("data:", "#"))]


@lru_cache(maxsize=65536)
def loaded(start: Start) -> tuple[str, ...]:
    """The addresses that a browser fetches by itself for a tag."""
    return tuple(_loaded(start.name, start.attributes)) if start.name == "link" or start.name in _LOADING else ()


def _loaded(name: str, attributes: Mapping[str, str]) -> Iterator[str]:
    if name == "link":
        kinds = set(attributes.get("rel", "").lower().split())
        if "href" in attributes and not kinds <= _NOT_LOADED:
            yield attributes["href"]
    else:
        for key in ("src", "data", "poster", "xlink:href", *(("href",) if name in {"image", "use"} else ())):
            if attributes.get(key):
                yield attributes[key]
        for candidate in attributes.get("srcset", "").split(","):
            if candidate.strip():
                yield candidate.split()[0]


@lru_cache(maxsize=65536)
def _from_elsewhere(start: Start) -> tuple[str, ...]:
    return tuple(address for address in loaded(start) if _ELSEWHERE.match(address))


@lru_cache(maxsize=65536)
def _inline(start: Start) -> str | None:
    if "style" in start.attributes:
        return f"l'attribut style de <{start.name}>"
    if start.name == "style":
        return "un élément <style>"
    runs = start.name == "script" and start.attributes.get("type", "").lower() not in _DATA_TYPES
    if runs and "src" not in start.attributes:
        return "un script écrit dans la page"
    for name in start.attributes:
        if name.startswith("on"):
            return f"l'attribut {name} de <{start.name}>"
    return None
