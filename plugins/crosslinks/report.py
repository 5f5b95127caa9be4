"""Overview → diagnostics for a forge, and text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.crosslinks.mention import Skip
from plugins.crosslinks.overview_records import Likely, Overview, PageOverview, Seen
from plugins.diagnostics import Diagnostic, Place

MENTIONS = "mentions"
# What can be asked for by itself, in the order in which it is told, and its title.
KINDS = {
    "noms": "Noms à préciser",
    "acteurs": "Acteurs probables sans page",
    "formes": "Formes que deux pages réclament",
    "alias-en-trop": "Alias en trop : les flexions sont déduites",
    "alias-sans-emploi": "Alias qu'aucun texte n'emploie : ils ne servent qu'à la recherche",
    MENTIONS: "Mentions, page par page",
}
# What is told without being asked for, and how much of it: a screen.
_LOOKED_AT, _MOST = ("noms", "acteurs", "formes", "alias-en-trop"), 8


def diagnostics(found: Overview) -> Iterator[Diagnostic]:
    """What asks for a look: unclear names, likely actors without a page, aliases that serve nobody or two."""
    for one in found.unclear:
        yield _place(one).warning(unclear(one))
    for likely in found.likely:
        passage = likely.passages[0]
        count = len(likely.passages)
        times = f" ({count} fois)" if count > 1 else ""
        message = f"« {likely.name} »{times} est peut-être un acteur sans page — le créer : {likely.command} ; ou l'ajouter au glossaire"
        yield Place(passage.document.path, passage.line).warning(message)
    yield from found.claimed
    yield from (one.diagnostic for one in found.unused)


def unclear(one: Seen) -> str:
    """What to do of a name that leads nowhere."""
    surface = one.surface
    if one.mention.skipped is Skip.UNKNOWN:
        return f"« {surface} » n'est pas dans la liste de la réunion — l'ajouter à « participants » ou à « personnes_citees »"
    if one.mention.kind == "person":
        return f"« {surface} » peut désigner plusieurs personnes ({', '.join(one.names)}) — préciser la civilité, le prénom ou l'initiale"
    return f"« {surface} » peut désigner {' ou '.join(one.names)} — écrire une forme plus précise"


def text(found: Overview, *, meeting: str | None = None, kind: str | None = None) -> str:
    """What a person wants of it, for a terminal: counts first, then what asks for a look; each mention only when asked for.

    Args:
        found: what was found.
        meeting: slug of the only meeting to tell of: its mentions are few, and told too.
        kind: the only kind to tell of, whole: one of `KINDS`.
    """
    pages = [page for page in found.pages if meeting is None or page.document.key == f"reunions/{meeting}"]
    lines = _lines(found, pages, meeting)
    if kind is not None:
        return _section(KINDS[kind], lines[kind]) or f"{KINDS[kind]} : rien."
    total, linked = sum(len(page.seen) for page in pages), sum(page.linked for page in pages)
    head = [f"{_count(total, 'mention')}, {_count(linked, 'liée')}, dans {_count(len(pages), 'page')}."]
    head += [f"{len(lines[one]):>5}  {title}   (--kind {one})" for one, title in KINDS.items() if lines[one] and one != MENTIONS]
    whole = (*_LOOKED_AT, MENTIONS) if meeting else _LOOKED_AT
    parts = ["\n".join(head), *(_section(KINDS[one], lines[one], None if meeting else _MOST, one) for one in whole)]
    return "\n\n".join(part for part in parts if part)


def _lines(found: Overview, pages: list[PageOverview], meeting: str | None) -> dict[str, list[str]]:
    """What there is to tell of each kind."""
    kept = {page.document.key for page in pages}
    twins = [f"{one.place.path}:{one.place.line}: « {one.form} » se lit comme « {one.twin} »" for one in found.unused if one.twin]
    return {
        "noms": [f"{_at(one)} {unclear(one)}" for one in found.unclear if one.passage.document.key in kept],
        "acteurs": [_of_likely(one) for one in within(found, meeting)],
        "formes": [str(one) for one in found.claimed] if meeting is None else [],
        "alias-en-trop": twins if meeting is None else [],
        "alias-sans-emploi": list(_unused(found)) if meeting is None else [],
        MENTIONS: ["\n".join(_page(page)) for page in pages],
    }


def within(found: Overview, meeting: str | None) -> list[Likely]:
    """Likely actors of one meeting, or of all pages."""
    if meeting is None:
        return list(found.likely)
    key = f"reunions/{meeting}"
    kept = [(one, tuple(p for p in one.passages if p.document.key == key)) for one in found.likely]
    return [Likely(one.name, one.slug, passages) for one, passages in kept if passages]


def _page(page: PageOverview) -> Iterator[str]:
    yield f"{page.document.path} — {page.document.record.titre}"
    for one in page.seen:
        mention = one.mention
        target = " ou ".join(one.names) or "?"
        state = f" · non liée : {mention.skipped}" if mention.skipped else ""
        key = f" ({mention.target})" if mention.target else ""
        yield f"{one.passage.line:>5}  {one.surface} → {target}{key}{state}"


def _of_likely(one: Likely) -> str:
    places = ", ".join(dict.fromkeys(f"{p.document.path}:{p.line}" for p in one.passages[:5]))
    more = "…" if len(one.passages) > 5 else ""
    return f"{len(one.passages):>5} × {one.name} — {places}{more}\n        {one.command}   → acteurs/{one.slug}.md"


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'s' if number > 1 else ''}"


def _unused(found: Overview) -> Iterator[str]:
    pages: dict[str, list[str]] = {}
    for one in found.unused:
        if not one.twin:
            pages.setdefault(one.place.path, []).append(f"« {one.form} » (ligne {one.place.line})")
    yield from (f"{path}: {', '.join(forms)}" for path, forms in pages.items())


def _section(title: str, lines: list[str], most: int | None = None, kind: str = "") -> str:
    shown = lines[:most]
    more = [f"… et {len(lines) - len(shown)} de plus : --kind {kind}"] if len(lines) > len(shown) else []
    return "\n".join([f"{title} ({len(lines)})", *shown, *more]) if lines else ""


def _place(one: Seen) -> Place:
    return Place(one.passage.document.path, one.passage.line)


def _at(one: Seen) -> str:
    return f"{one.passage.document.path}:{one.passage.line}:"
