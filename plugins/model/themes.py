"""Meetings and the themes that they spoke of → the meetings of each theme, and what is wrong with those of their entries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from plugins.diagnostics import Diagnostic
from plugins.model.content import Content, Document, once
from plugins.model.meeting import Meeting
from plugins.model.messages import hint
from plugins.model.orders import newest_first
from plugins.text.slugs import slugify


@once
def by_theme(content: Content) -> Mapping[str, tuple[Document[Meeting], ...]]:
    """By slug of a theme, the meetings that spoke of it, newest first; the theme of which one spoke last comes first."""
    found: dict[str, list[Document[Meeting]]] = defaultdict(list)
    for meeting in newest_first(content.meetings.values()):
        for slug in dict.fromkeys(filter(None, map(slugify, meeting.record.themes))):
            found[slug].append(meeting)
    return {slug: tuple(meetings) for slug, meetings in found.items()}


def check_themes(content: Content) -> Iterator[Diagnostic]:
    """An error for each entry whose theme is not one of its meeting's, and for a theme that no address can name."""
    for meeting in content.meetings.values():
        own = meeting.record.themes
        slugs = {slugify(one) for one in own}
        for rank, theme in enumerate(own):
            if not slugify(theme):
                yield meeting.place("themes", rank).error(f"« themes » : « {theme} » n'a ni lettre ni chiffre — l'écrire en mots")
        for key, items in meeting.record.items().items():
            for rank, item in enumerate(items):
                if item.theme and slugify(item.theme) not in slugs:
                    instead = hint(item.theme, list(own)) or " — l'ajouter à « themes »"
                    yield meeting.place(key, rank, "theme").error(
                        f"« {key}[{rank + 1}].theme » : « {item.theme} » n'est pas un thème de cette réunion{instead}"
                    )
