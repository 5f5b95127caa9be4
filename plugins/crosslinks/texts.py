"""A text of the front matter → HTML whose first mention of each actor is a link, as in a body.

Other pages are left alone: such texts stand in lists, where every « aller vers » would be a link.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from plugins.crosslinks.linking import attributes
from plugins.crosslinks.mention import Sitting
from plugins.crosslinks.occurrences import Occurrence, find
from plugins.crosslinks.pages import meeting_of
from plugins.model.content import Document
from plugins.registry.registry import Registry
from plugins.text.tokens import Tokens


@dataclass(frozen=True)
class LinkedPiece:
    """Words of a text, and the attributes of the link that they are; none for what stands between links."""

    text: str
    link: Mapping[str, str] = field(default_factory=dict)


class Texts:
    """Links the texts of one site; what a text names is found once, whatever number of pages show it."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self._found: dict[tuple[str, str], tuple[Occurrence, ...]] = {}

    def linked(self, text: str, root: str, without: Collection[str] = (), meeting: Sitting | None = None) -> Markup:
        """The text, escaped, with its links.

        Args:
            text: without markup.
            root: the site's root as the page writes it, without final slash.
            without: keys of pages that must not be linked: the page itself, one that is named right beside the text.
            meeting: the one that said it; names are those of its day.
        """
        parts = []
        for piece in self.pieces(text, root, without, meeting):
            tag = "".join(f' {name}="{escape(value)}"' for name, value in piece.link.items())
            words = escape(piece.text, quote=False)
            parts.append(f"<a{tag}>{words}</a>" if tag else words)
        return Markup("".join(parts))  # noqa: S704 — every part was escaped

    def pieces(
        self, text: str, root: str, without: Collection[str] = (), meeting: Sitting | None = None
    ) -> Iterator[LinkedPiece]:
        """The same, cut at its links, for who writes no HTML; arguments are those of `linked`."""
        seen = set(without)
        done = 0
        for one in self._occurrences(text, meeting):
            if one.target in seen:
                continue
            seen.add(one.target)
            surface = text[one.start : one.end]
            known = attributes(self.registry.targets[one.target], surface, one, lambda key: f"{root}/{key}/", meeting)
            yield LinkedPiece(text[done : one.start])
            yield LinkedPiece(surface, dict(known))
            done = one.end
        yield LinkedPiece(text[done:])

    def _occurrences(self, text: str, meeting: Sitting | None) -> tuple[Occurrence, ...]:
        key = (text, meeting.slug if meeting else "")
        if key not in self._found:
            found = find(Tokens(text), self.registry, meeting)
            self._found[key] = tuple(one for one in found if one.skipped is None and self._is_actor(one.target))
        return self._found[key]

    def _is_actor(self, key: str) -> bool:
        target = self.registry.targets.get(key)
        return target is not None and target.kind == "actor"


@pass_context
def linked_text(context: Context, text: str, beside: Sequence[str] = (), meeting: Document[Any] | None = None) -> Markup:
    """Filter `relie`: a text of the front matter with its links, never to the page that shows it.

    Args:
        context: of the template.
        text: without markup.
        beside: slugs of actors that are named right beside it.
        meeting: the one that said it.
    """
    shown = context.get("article") or context.get("page")
    own = [*(f"acteurs/{slug}" for slug in beside), *([shown.document.key] if shown else [])]
    texts: Texts = context["texts"]
    return texts.linked(text, context["SITEURL"], own, meeting_of(meeting) if meeting else None)
