"""Sources → those that nobody can check: a whole code, or the home page of a site, where an article or a page is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from plugins.diagnostics import Diagnostic, Place
from plugins.model.content import Content
from plugins.model.records import Source

# A code or a law as a whole, on the site that publishes the law; one article of it has an address of its own.
_WHOLE_TEXT = re.compile(
    r"https?://(?:www\.)?legifrance\.gouv\.fr/(?:codes/(?:id|texte_lc)/LEGITEXT\w*(?:/[\d-]+)?|codes/[\w-]*|loda/id/(?:LEGI|JORF)TEXT\w*(?:/[\d-]+)?)/?",
    re.IGNORECASE,
)


def check_sources(content: Content) -> Iterator[Diagnostic]:
    """Warnings: a whole code is none for anybody; a home page is none for a single fact."""
    for place, source in _facts(content):
        found = _fault(source)
        if found:
            yield place.warning(found)
    for document in content.documents():
        for index, source in enumerate(getattr(document.record, "sources", ())):
            if source.url and _WHOLE_TEXT.fullmatch(_bare(source.url)):
                yield document.place("sources", index).warning(_whole(source.url))


def _facts(content: Content) -> Iterator[tuple[Place, Source]]:
    """What rests on one source each: answers, doors, words of the glossary."""
    for need in content.needs.values():
        for index, answer in enumerate(need.record.reponses):
            if answer.source:
                yield need.place("reponses", index, "source"), answer.source
    yield from ((place, door.source) for door, place in zip(content.doors, content.door_places, strict=True))
    yield from (
        (place, term.source) for term, place in zip(content.glossary, content.glossary_places, strict=True) if term.source
    )


def _fault(source: Source) -> str:
    if not source.url:
        return ""
    if _WHOLE_TEXT.fullmatch(_bare(source.url)):
        return _whole(source.url)
    parts = urlsplit(source.url)
    if parts.path in {"", "/"} and not parts.query:
        return f"la source « {source.url} » est la page d'accueil d'un site — donner l'adresse de la page où le fait est écrit"
    return ""


def _bare(url: str) -> str:
    return url.split("?", 1)[0].split("#", 1)[0]


def _whole(url: str) -> str:
    return f"la source « {url} » est un texte de loi entier — donner l'adresse de l'article"
