"""What was found in a page: a mention, linked or not, and why not."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Literal, get_args

from plugins.markup.rewriting import Marked

Policy = Literal["mention", "section", "page"]
POLICIES: tuple[str, ...] = get_args(Policy)
Kind = Literal["actor", "person", "approach", "family"]


class Skip(StrEnum):
    """Why a mention is not linked, in words for the editor."""

    REPEATED = "déjà liée plus haut"
    HEADING = "dans un titre"
    LINK = "déjà dans un lien"
    CODE = "dans du code"
    ADDRESS = "dans une adresse ou un nom de fichier"
    ITSELF = "la page parle d'elle-même"
    AMBIGUOUS = "peut désigner plusieurs pages ou personnes"
    PLACE = "nom d'un lieu"
    PERSON = "suit une civilité : c'est une personne"
    UNKNOWN = "personne absente de la liste de la réunion"


# Of these, the page does not speak of the actor at all.
_NO_MENTION = frozenset((Skip.CODE, Skip.ADDRESS, Skip.AMBIGUOUS, Skip.PLACE, Skip.PERSON, Skip.UNKNOWN, Skip.ITSELF))


@dataclass(frozen=True)
class Sitting:
    """What linking needs to know of a meeting: its slug, its day, the slugs of those who take part."""

    slug: str
    day: date
    participants: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Mention:
    """One mention.

    Attributes:
        target: key of the page that it leads to; empty when unknown or ambiguous.
        kind: `actor` (by name), `person`, `approach` or `family`.
        surface: the text of the mention, as the page writes it.
        anchor: id of its paragraph, list item, row…
        start, end: its place in the text of that block (code points).
        line: number of line breaks before it in the block.
        block: the text of the block.
        section: number of headings before it; `section_id` is the last one's id.
        speaker: slugs of the actors who speak in the block.
        skipped: why it is not linked; None when it is.
        candidates: what an ambiguous mention can mean.
        form: the form that was found, as its page declares it; empty for a person.
        sentence: start and end, in its block, of the sentence that tells of it; of one that counts.
    """

    target: str
    kind: Kind
    surface: str
    anchor: str
    start: int
    end: int
    line: int = 0
    block: str = field(default="", repr=False)
    section: int = 0
    section_id: str = ""
    speaker: tuple[str, ...] = ()
    skipped: Skip | None = None
    candidates: tuple[str, ...] = ()
    form: str = ""
    sentence: tuple[int, int] = (0, 0)

    @property
    def linked(self) -> bool:
        """Whether a link was written on it."""
        return self.skipped is None

    @property
    def counts(self) -> bool:
        """Whether the page speaks of the target here, linked or not: what backlinks count."""
        return self.skipped not in _NO_MENTION and bool(self.target)


@dataclass(frozen=True)
class Linked:
    """A page with its links.

    Attributes:
        marked: the body as it was read, and its links.
        mentions: what was found in it, in the order of the text.
        taken: the spans of its text where something is named.
    """

    marked: Marked
    mentions: tuple[Mention, ...]
    taken: tuple[tuple[int, int], ...] = field(repr=False)

    @property
    def html(self) -> str:
        """The body, with its links."""
        return self.marked.html
