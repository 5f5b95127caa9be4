"""Pages of a site that every builder can read: made-up ones of 400 words under four headings, or those of a content folder.

Each made-up page leads to an actor by a link and names one in each of its sections; one page in ten is an actor.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from benchmarks.searching.corpus import SEED, pages
from plugins.model.command import load

_MOST_ACTORS = 200


@dataclass(frozen=True)
class Page:
    """One page.

    Attributes:
        folder, slug: its place, `acteurs` and `page-00001`.
        title, summary: of its front matter.
        body: its Markdown.
        day: of a meeting.
        more: what was added to its body.
    """

    folder: str
    slug: str
    title: str
    summary: str
    body: str
    day: date | None = None
    more: str = ""

    @property
    def changed(self) -> Page:
        """The same, with one more sentence."""
        return replace(self, more="\n\nUne phrase de plus, écrite ce matin.\n")


def made_up(count: int, after: int = 0) -> list[Page]:
    """`count` pages, those that come after so many, always the same."""
    chance, found = random.Random(SEED), list(pages(after + count))[after:]
    actors = min(max(count // 10, 10), _MOST_ACTORS)
    made = []
    for rank, page in enumerate(found):
        sections = []
        for heading, text in page.sections:
            words = text.split(" ")
            words.insert(len(words) // 2, f"avec {chance.choice(found[:actors]).title},")
            words.insert(len(words) // 4, f"[ce lien](../../acteurs/{chance.choice(found[:actors]).slug}/)")
            sections.append(f"## {heading}\n\n{' '.join(words)}")
        # « ne » before a made-up name would be read as « née »: real texts have none.
        body = "\n\n".join(sections).replace(" ne ", " nous ")
        made.append(Page("acteurs" if rank < actors else "demarche", page.slug, page.title, page.summary, body))
    return made


def of_content(folder: Path) -> list[Page]:
    """The pages of a content folder, as far as other builders can read them."""
    loaded, _ = load(folder)
    return [
        Page(
            document.kind.folder,
            document.slug,
            document.record.titre,
            document.record.resume or "",
            document.body,
            getattr(document.record, "date", None),
        )
        for document in loaded.documents()
    ]
