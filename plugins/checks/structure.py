"""One page → faults of its structure: titles, headings, identifiers, our layout."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from plugins.checks.tags import HtmlPage
from plugins.diagnostics import Diagnostic

if TYPE_CHECKING:
    from plugins.checks.summary import Summary

# Every template of ours says its name on <body>. Pelican quietly falls back on its own, which may extend our base: no name.
MARK = "data-template"

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def check_layout(page: HtmlPage) -> Iterator[Diagnostic]:
    """A page comes from a template of ours, in French, with one main part."""
    if not any(tag.attributes.get(MARK) for tag in page.named("body")):
        message = f"cette page ne vient pas du thème du site (<body {MARK}> manque) — un gabarit manque dans theme/templates"
        yield page.place().error(message)
    if not any(tag.attributes.get("lang", "").startswith("fr") for tag in page.named("html")):
        yield page.place().error('la langue manque — écrire <html lang="fr">')
    mains = len(page.named("main"))
    if mains != 1:
        yield page.place().error(f"{mains} éléments <main> — il en faut un seul")


def check_headings(page: HtmlPage) -> Iterator[Diagnostic]:
    """One h1, and no level skipped (RGAA 9.1)."""
    headings = page.named(*_HEADINGS)
    count = sum(1 for tag in headings if tag.name == "h1")
    if count != 1:
        yield page.place().error(f"{count} titres <h1> — il en faut un seul")
    level = 0
    for tag in headings:
        if int(tag.name[1]) > level + 1:
            before = f"h{level}" if level else "le début de la page"
            yield page.place(tag).error(f"<{tag.name}> suit {before} — un niveau de titre est sauté")
        level = int(tag.name[1])


def check_identifiers(page: HtmlPage) -> Iterator[Diagnostic]:
    """An id stands once in a page, or an anchor leads to the wrong place."""
    counted = Counter(page.ids)
    for name, count in counted.items():
        if count > 1:
            twins = [tag for tag in page.tags if tag.attributes.get("id") == name]
            # That of the body, if there is one: an editor can give it another name.
            twin = next((tag for tag in twins if tag.offset in page.written), twins[1])
            yield page.place(twin).error(
                f"l'identifiant « {name} » est employé {count} fois — changer les mots du titre qui le donne"
            )


def titles(page: HtmlPage) -> list[str]:
    """What its `<title>` elements say; those of drawings are not the page's."""
    return [tag.text.strip() for tag in page.named("title") if not _in_drawing(page, tag.offset)]


def check_titles(pages: Iterable[Summary]) -> Iterator[Diagnostic]:
    """Every page has a title, and no other page has the same (RGAA 8.5, 8.6)."""
    owners: dict[str, list[Summary]] = defaultdict(list)
    for page in pages:
        if page.titles is None:
            continue
        if len(page.titles) != 1 or not page.titles[0]:
            message = f"{len(page.titles)} éléments <title> — il en faut un seul, qui ne soit pas vide"
            yield page.place.error(message)
        else:
            owners[page.titles[0]].append(page)
    for title, same in owners.items():
        # An editor can change the title of a page of the content, not that of a page of the theme.
        first, *others = sorted(same, key=lambda page: page.of_content)
        for page in others:
            yield page.place.error(f"le titre « {title} » est déjà celui de {first.place.path} — préciser l'un des deux")


def _in_drawing(page: HtmlPage, offset: int) -> bool:
    """A <title> inside an SVG names the drawing, not the page."""
    return page.source.rfind("<svg", 0, offset) > page.source.rfind("</svg", 0, offset)
