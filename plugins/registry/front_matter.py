"""A content and its registry → one key of all front matter; of the same one, the same objects, as long as the process lasts."""

from __future__ import annotations

from plugins.cache.digests import Digests, all_but
from plugins.cache.memory import memory
from plugins.cache.store import key_of
from plugins.diagnostics import Diagnostic
from plugins.model.content import Content, Document
from plugins.registry.building import build
from plugins.registry.registry import Registry


class FrontMatter:
    """That of one build."""

    def __init__(self) -> None:
        self._digests = memory().call(_digests).turn()

    def registry(self, content: Content) -> tuple[Registry, list[Diagnostic]]:
        """As `build` makes it."""
        parts = [part for one in content.documents() for part in (one.record, one.lines)]
        return memory().of(("registry", tuple(content.by_key())), lambda: build(content), *parts)

    def of(self, content: Content, registry: Registry) -> tuple[Content, bytes]:
        """The content without its bodies, and the key of all that it says, with its places, and of the day."""
        key = key_of("front matter", self._digests.of([content, registry]))
        return memory().of(key, lambda: content.without_bodies), key


def _digests() -> Digests:
    return Digests(
        {
            Document: lambda one: [one.kind, one.slug, one.path, one.record, list(one.lines.items()), one.body_line],
            Content: all_but("attached"),
            Registry: Registry.counted,
        }
    )
