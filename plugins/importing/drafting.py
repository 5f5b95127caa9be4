"""The blocks of the minutes, and the site's content → the draft of a page: what goes into its front matter, and its text."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from plugins.importing.attendance import Attendance, Attendee, attendance, merged
from plugins.importing.heading import Given, Heading, check_language, heading_of, of_one_meeting
from plugins.importing.hiding import Hiding, Stranger
from plugins.importing.listing import MOST_ENTRIES, Listed, outcomes
from plugins.importing.names import given_names
from plugins.importing.openings import unframed
from plugins.importing.pieces import Block, RefusedError
from plugins.importing.statements import Next, Said, agenda, axes, figures, next_meeting, proposals, questions
from plugins.model.content import Content
from plugins.registry.registry import Registry
from plugins.text.folding import fold
from plugins.text.slugs import slugify

_LONGEST_SLUG_WORDS = 5


@dataclass(frozen=True)
class Order:
    """What an editor asked.

    Attributes:
        name: of the file.
        data: its bytes.
        day: of the meeting; None to read it.
        instance: slug of the body; empty to read it.
        keep_names: whether names stay, declared in the front matter.
    """

    name: str
    data: bytes = field(repr=False)
    day: date | None = None
    instance: str = ""
    keep_names: bool = False


@dataclass
class Draft:
    """What was read of the minutes.

    Attributes:
        heading: which meeting.
        slug: of the page.
        sha256: of the file.
        file_name: of the file, without names of persons.
        people: those of the list, each once.
        strangers: whom the text names and the list does not.
        homonyms: words that are taken for names.
        planned, followed: the agenda.
        lists: proposed entries, by the key of the front matter.
        steps: slugs of axes of the road map that the minutes name.
        other_axes: axes that have no page.
        next: the next meeting.
        blocks: the text, each block with what a person must look at.
        dropped: running heads and page numbers left out.
        unread: what stood in the list and was not understood.
    """

    heading: Heading
    slug: str
    sha256: str
    file_name: str
    people: list[Attendee]
    strangers: list[Stranger]
    homonyms: list[str]
    planned: list[str]
    followed: list[str]
    lists: dict[str, list[Listed]]
    steps: list[str]
    other_axes: list[str]
    next: Next | None
    blocks: list[tuple[Block, tuple[str, ...]]]
    dropped: int
    keep_names: bool


def draft(blocks: Sequence[Block], dropped: Sequence[str], order: Order, content: Content, registry: Registry) -> Draft:
    """Read minutes.

    Args:
        blocks: in reading order.
        dropped: running lines that were left out.
        order: what an editor asked.
        content: the site's, which tells who is who.
        registry: the same, by names.

    Raises:
        RefusedError: minutes without a day, in English, without text, or of two meetings.
    """
    if sum(len(block.text) for block in blocks) < 40:
        raise RefusedError("ce fichier ne contient presque aucun texte — vérifier que c'est bien le compte rendu")
    check_language(blocks)
    blocks = of_one_meeting(unframed(blocks), order.day)
    heading = heading_of(blocks, dropped, content, registry, Given(order.day, order.instance, order.name))
    there = attendance(blocks, registry)
    slug = _slug(heading)
    hiding = Hiding(content, registry, slug, heading.day, order.keep_names)
    people = merged(there.people)
    kept = [block for rank, block in enumerate(blocks) if rank not in heading.used | there.used]
    hiding.declare(people, [heading.title, *(block.text for block in kept)])
    if not kept:
        raise RefusedError("ce fichier ne contient que la liste des participants — le texte de la synthèse manque")
    shown = [_hidden(block, hiding) for block in kept]
    planned, followed = agenda([block for block, _ in shown])
    steps, others = _axes(kept, hiding, content)
    title, _ = hiding.text(heading.title)
    if not order.keep_names:
        people = [_without_names(one, hiding) for one in people]
    return Draft(
        replace(heading, title=title, body=hiding.text(heading.body)[0]), slug, hashlib.sha256(order.data).hexdigest(), _file_name(order.name, hiding),
        people, hiding.strangers, list(hiding.answers) if order.keep_names else [], planned, followed,
        _lists(kept, hiding), steps, others, next_meeting(blocks, heading.day), shown, len(dropped), order.keep_names,
    )  # fmt: skip


def _without_names(one: Attendee, hiding: Hiding) -> Attendee:
    """What is shown of a line of the list: a line that was not understood may hold a name."""
    organisation = one.entry.organisation
    if organisation is None or organisation.slug:
        return one
    written = hiding.text(organisation.written)[0]
    if list(given_names(organisation.written)) or any(word.isupper() and len(word) > 5 for word in organisation.written.split()):
        written = hiding.without_given(written)
    return replace(one, entry=replace(one.entry, organisation=replace(organisation, written=written)))


def _slug(heading: Heading) -> str:
    name = heading.title.rpartition(" — ")[0]
    words = slugify(name).split("-")[:_LONGEST_SLUG_WORDS]
    return "-".join([heading.day.isoformat(), *words])


def _file_name(name: str, hiding: Hiding) -> str:
    """A file may be named after who wrote it."""
    masked, told = hiding.text(re.sub(r"[_]", " ", name))
    return name if hiding.keep or not (told or masked != re.sub(r"[_]", " ", name)) else f"fichier .{name.rpartition('.')[2]}"


def _hidden(block: Block, hiding: Hiding) -> tuple[Block, tuple[str, ...]]:
    text, told = hiding.text(block.text)
    rows = tuple(tuple(hiding.text(cell)[0] for cell in row) for row in block.rows)
    return replace(block, text=text, rows=rows), (*block.doubts, *told)


def _lists(blocks: Sequence[Block], hiding: Hiding) -> dict[str, list[Listed]]:
    found = outcomes(blocks, hiding)
    for key, said in (("questions", questions(blocks)), ("propositions", proposals(blocks)), ("chiffres", figures(blocks))):
        seen: Counter[str] = Counter()
        for one in said:
            listed = _listed(one, blocks, hiding)
            mark = fold(listed.text) + listed.value
            seen[mark] += 1
            if seen[mark] == 1 and len(found.setdefault(key, [])) < MOST_ENTRIES:
                found[key].append(listed)
    return found


def _listed(said: Said, blocks: Sequence[Block], hiding: Hiding) -> Listed:
    text, _ = hiding.text(said.text)
    block = blocks[said.block]
    return Listed(
        " ".join(text.split()), hiding.speaker(said.text) or hiding.speaker(block.text), block.where, said.value, said.unit
    )


def _axes(blocks: Sequence[Block], hiding: Hiding, content: Content) -> tuple[list[str], list[str]]:
    """The axes of the minutes that are pages of the road map, and the others, in words."""
    known = {slug: step.record.titre for slug, step in content.steps.items() if step.record.nature == "axe"}
    steps: list[str] = []
    others: list[str] = []
    for said in axes(blocks):
        text = hiding.text(said.text)[0]
        words = set(slugify(text).split("-"))
        best = max(known, key=lambda slug: _shared(slug, words), default="")
        if best and _shared(best, words) >= 0.5 and best not in steps:
            steps.append(best)
        else:
            others.append(text)
    return steps, others


def _shared(slug: str, words: set[str]) -> float:
    """How much of an axis' name the words of an item have; « professionnaliser » counts for « professionnalisation »."""
    own = [word for word in slug.split("-") if len(word) > 3]
    said = {word[:9] for word in words}
    return sum(word[:9] in said for word in own) / len(own) if own else 0.0


__all__ = ["Attendance", "Draft", "Listed", "Order", "draft"]
