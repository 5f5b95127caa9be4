"""A content before and after a change → what a reviewer wants to know of it: pages, links, actors named, sheets due, names to settle."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from plugins.alliance.freshness import freshness
from plugins.crosslinks.overview_records import Overview
from plugins.crosslinks.report import unclear
from plugins.model.content import Content, Document
from plugins.model.records import Page

# Lines of one list of a comment: a reviewer reads them, the verb tells the rest.
_MOST = 30
_MARKS = re.compile(r"([\\`*_{}\[\]<>()#|~!])")


@dataclass(frozen=True)
class Told:
    """A content and what was found in its texts."""

    content: Content
    found: Overview

    def links(self) -> Counter[tuple[str, str]]:
        """How many links lead from a page to another, by their keys."""
        return Counter((page.document.key, group.target) for page in self.found.pages for group in page.by_target)

    def title(self, key: str) -> str:
        """The title of a page by its key; the key itself of one that is not there."""
        known = self.content.by_key()
        return known[key].record.titre if key in known else key


@dataclass(frozen=True)
class Changes:
    """What changed.

    Attributes:
        added, removed, changed: pages.
        gained, lost: (title of the page, titles of what its links now lead to, or no more).
        named: titles of the actors that texts name now, and did not.
        likely: (name, command) of the actors without a page that texts name now.
        due: (path, title, day) of the changed sheets that should be looked at again.
        unclear: (path and line, sentence) of names to settle in what changed.
    """

    added: tuple[Document[Page], ...]
    removed: tuple[Document[Page], ...]
    changed: tuple[Document[Page], ...]
    gained: tuple[tuple[str, tuple[str, ...]], ...]
    lost: tuple[tuple[str, tuple[str, ...]], ...]
    named: tuple[str, ...]
    likely: tuple[tuple[str, str], ...]
    due: tuple[tuple[str, str, date], ...]
    unclear: tuple[tuple[str, str], ...]


def changes(before: Told, after: Told, today: date) -> Changes:
    """Compare two states of one content.

    Args:
        before: what it is now.
        after: what it would be.
        today: sheets are due on a day.
    """
    old, new = before.content.by_key(), after.content.by_key()
    touched = {key for key, one in new.items() if key not in old or _text(one) != _text(old[key])}
    linked, was_linked = after.links(), before.links()
    known = {one.name for one in before.found.likely}
    return Changes(
        added=tuple(one for key, one in new.items() if key not in old),
        removed=tuple(one for key, one in old.items() if key not in new),
        changed=tuple(new[key] for key in new if key in touched and key in old),
        gained=tuple(_by_page(after, linked.keys() - was_linked.keys())),
        lost=tuple(_by_page(before, was_linked.keys() - linked.keys())),
        named=tuple(sorted(after.title(key) for key in _targets(linked) - _targets(was_linked) if key.startswith("acteurs/"))),
        likely=tuple((one.name, one.command) for one in after.found.likely if one.name not in known),
        due=tuple(
            (one.actor.path, one.actor.record.titre, one.due)
            for one in freshness(after.content, today)
            if one.actor.key in touched and one.state == "a-revoir"
        ),
        unclear=tuple(
            (f"{one.passage.document.path}:{one.passage.line}", unclear(one))
            for one in after.found.unclear
            if one.passage.document.key in touched
        ),
    )


def _text(document: Document[Page]) -> tuple[Page, str]:
    return document.record, document.body


def _targets(links: Iterable[tuple[str, str]]) -> set[str]:
    return {target for _, target in links}


def _by_page(told: Told, links: Iterable[tuple[str, str]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    pages: dict[str, list[str]] = {}
    for page, target in sorted(links):
        pages.setdefault(page, []).append(told.title(target))
    yield from ((told.title(page), tuple(sorted(targets))) for page, targets in pages.items())


def comment(found: Changes) -> str:
    """The changes as a forge shows them under a request; names are escaped, and call nobody."""
    parts = [f"### Ce que change cette demande\n\n{_counts(found)}"]
    parts += _list("Pages ajoutées", (f"{_plain(one.record.titre)} (`{one.path}`)" for one in found.added))
    parts += _list("Pages retirées", (f"{_plain(one.record.titre)} (`{one.path}`)" for one in found.removed))
    parts += _list("Pages changées", (f"{_plain(one.record.titre)} (`{one.path}`)" for one in found.changed))
    parts += _list("Liens gagnés", (f"{_plain(page)} → {_plain(', '.join(to))}" for page, to in found.gained))
    parts += _list("Liens perdus", (f"{_plain(page)} → {_plain(', '.join(to))}" for page, to in found.lost))
    parts += _list("Acteurs nommés pour la première fois", map(_plain, found.named))
    parts += _list("Peut-être des acteurs sans fiche", (f"{_plain(name)} : `{command}`" for name, command in found.likely))
    parts += _list(
        "Fiches à revoir", (f"{_plain(title)} (`{path}`), depuis le {day.isoformat()}" for path, title, day in found.due)
    )
    parts += _list("Noms à préciser", (f"`{where}` {_plain(what)}" for where, what in found.unclear))
    return "\n\n".join(parts) + "\n"


def _counts(found: Changes) -> str:
    pages = len(found.added) + len(found.removed) + len(found.changed)
    if not pages:
        return "Aucune page ne change."
    words = ((found.added, "ajoutée"), (found.removed, "retirée"), (found.changed, "changée"))
    return "Pages : " + ", ".join(f"{len(some)} {word}{'s' if len(some) > 1 else ''}" for some, word in words if some) + "."


def _list(title: str, lines: Iterable[str]) -> list[str]:
    told = list(lines)
    if not told:
        return []
    more = [f"- … et {len(told) - _MOST} de plus"] if len(told) > _MOST else []
    return [f"**{title}** ({len(told)})\n\n" + "\n".join([*(f"- {line}" for line in told[:_MOST]), *more])]


def _plain(text: str) -> str:
    """A text that Markdown leaves as it is, and in which « @ » calls nobody."""
    return _MARKS.sub(r"\\\1", " ".join(text.split())).replace("@", "&#64;")
