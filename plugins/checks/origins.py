"""Built files → the files of the content that they show: what is wrong is told where an editor can mend it."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from plugins.diagnostics import Place
from plugins.model.content import Content


@dataclass(frozen=True)
class ContentOrigin:
    """The file of the content that a built page shows.

    Attributes:
        place: of its title.
        lines: line of the file for each id of the body.
        addresses: the lines on which each link or image of the body was typed.
        words: what a visitor must read: words with a space between them, and the line of their block.
    """

    place: Place
    lines: Mapping[str, int] = field(default_factory=dict, repr=False)
    addresses: Mapping[str, Sequence[int]] = field(default_factory=dict, repr=False)
    words: Sequence[tuple[str, int]] = field(default=(), repr=False)


@dataclass(frozen=True)
class Origins:
    """All of them.

    Attributes:
        by_folder: by address without its final slash, such as `reunions/2021-10-15-commission-4`.
    """

    by_folder: Mapping[str, ContentOrigin] = field(default_factory=dict)

    @classmethod
    def of(cls, content: Content, rendered: Mapping[str, Any]) -> Origins:
        """What the rooms of the build know.

        Args:
            content: every document.
            rendered: its body as HTML, by page key (see `plugins.reading.markdown.Rendered`).
        """
        return cls(
            {
                document.url.rstrip("/"): ContentOrigin(document.place("titre"), body.lines, body.addresses, body.words)
                for document in content.documents()
                if (body := rendered.get(document.key)) is not None
            }
        )

    def find(self, path: str) -> ContentOrigin | None:
        """The origin of a page; a page under it (`…/trace/`) shows the same file, without its body.

        Args:
            path: of the built file, under the site's root.
        """
        folder = posixpath.dirname(path)
        if folder in self.by_folder and posixpath.basename(path) == "index.html":
            return self.by_folder[folder]
        while folder:
            folder = posixpath.dirname(folder)
            if folder in self.by_folder:
                return ContentOrigin(self.by_folder[folder].place)
        return None
