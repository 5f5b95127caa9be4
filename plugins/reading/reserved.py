"""Templates of the theme → the ids that a page gives to its own parts, which no heading of a body may take."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from plugins.model.meeting import Meeting
from plugins.text.slugs import slugify

# A template names those that it takes in; a name that is computed (`"partials/" ~ slug`) may be any of its folder.
_TAKEN_IN = re.compile(r"""{%-?\s*(?:extends|include|import|from)\s+["']([^"']+)["']""")
_BODY = 'class="prose'
_ID = re.compile(r"""\bid=(?:"([^"]*)"|'([^']*)')""")
_COMPUTED = "{{"
# Ids of a meeting's findings, questions… (c1, q2), which the page shows beside the body, and of the notes under it.
_ITEM = re.compile(r"[a-z]{1,2}\d+|fnref\d+")


@dataclass(frozen=True)
class Reserved:
    """A set of ids, asked with `in`.

    Attributes:
        names: whole ids.
        beginnings: of ids that end with a value.
    """

    names: frozenset[str] = frozenset()
    beginnings: tuple[str, ...] = ()

    def __contains__(self, name: str) -> bool:
        return name in self.names or name.startswith(self.beginnings) or _ITEM.fullmatch(name) is not None


def reserved(templates: Iterable[str]) -> Reserved:
    """The ids that templates write.

    Args:
        templates: their texts.
    """
    written = {first or second for text in templates for first, second in _ID.findall(text)}
    beginnings = {name.partition(_COMPUTED)[0] for name in written if _COMPUTED in name}
    # The lists of a meeting have their key for id.
    names = {name for name in written if _COMPUTED not in name} | {slugify(key) for key in Meeting.LISTS}
    return Reserved(frozenset(names), tuple(sorted(beginnings - {""})))


def of_theme(theme: Path) -> Reserved:
    """The ids of the templates that show a body, and of those that they take in.

    Args:
        theme: its folder.
    """
    folder = theme / "templates"
    texts = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.html")}
    seen: set[str] = set()
    waiting = [name for name, text in texts.items() if _BODY in text]
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            for taken in _TAKEN_IN.findall(texts[name]):
                waiting += [taken] if taken in texts else [one for one in texts if taken.endswith("/") and one.startswith(taken)]
    return reserved(texts[name] for name in seen)
