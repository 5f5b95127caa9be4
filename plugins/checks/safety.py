"""One page or style sheet → what the content security policy would block, and what leads to a third party."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.checks.tags import BuiltPage, Tag
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


def check_policy(page: BuiltPage) -> Iterator[Diagnostic]:
    """No inline style, script or handler: the policy has no unsafe-inline."""
    for tag in page.tags:
        fault = _inline(tag)
        if fault:
            yield page.place(tag).error(f"{fault} : la politique de sécurité l'interdit")


def check_third_parties(page: BuiltPage) -> Iterator[Diagnostic]:
    """Everything that a page loads comes from the site itself."""
    for tag in page.tags:
        for address in loaded(tag):
            if _ELSEWHERE.match(address):
                message = f"<{tag.name}> charge « {address} » chez un tiers — le servir depuis le site"
                yield page.place(tag).error(message)


def check_style_sheet(path: str, text: str) -> Iterator[Diagnostic]:
    """A style sheet loads nothing from elsewhere."""
    for match in _CSS_ADDRESS.finditer(text):
        if _ELSEWHERE.match(match[1]):
            line = text.count("\n", 0, match.start()) + 1
            yield Place(path, line).error(f"« {match[1]} » est chez un tiers — le servir depuis le site")


def style_sheet_addresses(text: str) -> list[str]:
    """What a style sheet loads, data addresses left out."""
    return [match[1] for match in _CSS_ADDRESS.finditer(text) if not match[1].startswith(("data:", "#"))]


def loaded(tag: Tag) -> Iterator[str]:
    """The addresses that a browser fetches by itself for this tag."""
    if tag.name != "link" and tag.name not in _LOADING:
        return
    attributes = tag.attributes
    if tag.name == "link":
        kinds = set(attributes.get("rel", "").lower().split())
        if "href" in attributes and not kinds <= _NOT_LOADED:
            yield attributes["href"]
    else:
        for name in ("src", "data", "poster", "xlink:href", *(("href",) if tag.name in {"image", "use"} else ())):
            if attributes.get(name):
                yield attributes[name]
        for candidate in attributes.get("srcset", "").split(","):
            if candidate.strip():
                yield candidate.split()[0]


def _inline(tag: Tag) -> str | None:
    if "style" in tag.attributes:
        return f"l'attribut style de <{tag.name}>"
    if tag.name == "style":
        return "un élément <style>"
    if tag.name == "script" and "src" not in tag.attributes and tag.attributes.get("type", "").lower() not in _DATA_TYPES:
        return "un script écrit dans la page"
    for name in tag.attributes:
        if name.startswith("on"):
            return f"l'attribut {name} de <{tag.name}>"
    return None
