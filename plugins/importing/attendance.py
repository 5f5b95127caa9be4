"""Blocks → who was there, who was invited, who sent excuses: lists, tables and sentences of the minutes' first page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from plugins.importing.entries import Entry, entries_of
from plugins.importing.organisations import is_known
from plugins.importing.pieces import CELL_LINE, Block
from plugins.importing.tables import is_attendance, rows_of
from plugins.registry.registry import Registry

Quality = Literal["participant", "invite", "excuse"]

_LONGEST_LABEL = 60
_LABEL = re.compile(
    r"\s*(?:la\s+|les\s+)?(?:liste\s+des\s+|\d[.)]\s*)?(?:(?:[ée]taient|sont|ont|s['’][ée]taient|s['’]est|[ée]tait|est|membres?|personnes?|acteurs?|organismes?|structures?|partenaires?)\s+)*"
    r"(?P<word>participant|particip|feuille\s+(?:de\s+pr[ée]sence|d['’][ée]margement)|pr[ée]sent|assist|invit|excus|absent|repr[ée]senté|autour\s+de\s+la\s+table|membres\b)(?P<end>[\w·.()’'-]*)"
    r"(?P<more>(?:\s+(?:et|ou|également|aussi|excus\w*|invit\w*|pr[ée]sent\w*|à\s+la\s+(?:réunion|séance)|de\s+la\s+(?:réunion|séance)|en\s+visio\w*|\([^)]*\)))*)\s*(?P<colon>:|$)",
    re.IGNORECASE,
)
# « Présidente : Mme X (CGT) », « Secrétaire de séance : M. Y, Dreets »: they were there, and the list may not say so.
_OFFICE = re.compile(
    r"\s*(?P<office>(?:présid|vice-présid|secrétaire|rapporteu|animat|modérat|rédact)[\w·.-]*(?:\s+de\s+(?:la\s+)?(?:séance|réunion))?)\s*:\s*",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\s*(?:l['’]\s*)?(?:ordre\s+du\s+jour|rappel|introduction|préambule|compte[- ]rendu|synthèse|relevé|déroul|points?\s+\d)",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*\([^)]*\)\s*|\s*\*.{0,80}")


@dataclass(frozen=True)
class Attendee:
    """One line of the list: an entry, as what it was there, and where it stands in the file."""

    entry: Entry
    quality: Quality
    where: str


@dataclass
class Attendance:
    """Who was there.

    Attributes:
        people: in the order of the minutes.
        used: ranks of the blocks that say so.
        unread: blocks of the list of which nothing was understood.
    """

    people: list[Attendee] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    unread: list[Block] = field(default_factory=list)


def attendance(blocks: Sequence[Block], registry: Registry) -> Attendance:
    """Read every list of participants, guests and excused."""
    found = Attendance()
    rank = 0
    while rank < len(blocks):
        block = blocks[rank]
        label = _label(block)
        if label is None and (office := _OFFICE.match(block.text)) and (own := _officers(block, office, registry)):
            found.people += own
            found.used.add(rank)
            rank += 1
        elif label is None and block.kind == "table" and is_attendance(block):
            rank = _zone(blocks, rank, "participant", found, registry)
        elif label is None:
            rank += 1
        else:
            rank = _labelled(blocks, rank, label, found, registry)
    return found


def _officers(block: Block, office: re.Match[str], registry: Registry) -> list[Attendee]:
    """Those whom a line says to chair or to write, with their organisation."""
    if block.kind == "table" or len(block.text) > 2 * _LONGEST_LABEL:
        return []
    entries = entries_of(block.text[office.end() :], registry)
    sure = [one for one in entries if one.person and one.organisation and one.organisation.slug]
    return [Attendee(replace(one, function=one.function or office["office"]), "participant", block.where) for one in sure]


def _labelled(blocks: Sequence[Block], rank: int, label: re.Match[str], found: Attendance, registry: Registry) -> int:
    """A label, what stands on its line, then what stands under it."""
    block = blocks[rank]
    quality = _quality(label)
    rest = block.text[label.end() :].strip(" \t:")
    own = [Attendee(entry, quality, block.where) for entry in entries_of(rest, registry)] if rest else []
    if rest and not own:
        return rank + 1  # a sentence that begins like a label
    before = len(found.people)
    found.people += [_as_said(one) for one in own]
    after = _zone(blocks, rank + 1, quality, found, registry)
    if len(found.people) == before:
        return rank + 1
    found.used.add(rank)
    return after


def _zone(blocks: Sequence[Block], rank: int, quality: Quality, found: Attendance, registry: Registry) -> int:
    """The blocks of a list; the rank of the first that is none of it."""
    listed = False
    while rank < len(blocks):
        block = blocks[rank]
        if _label(block) or _ENDS.match(block.text):
            break
        if block.kind == "table":
            people = [Attendee(entry, as_what or quality, block.where) for entry, as_what in rows_of(block, registry)]
        else:
            titled = block.kind == "heading"
            people = [
                Attendee(entry, quality, block.where)
                for line in block.text.split(CELL_LINE)
                for entry in entries_of(line, registry, listed=not titled and (block.kind == "item" or listed))
            ]
            # « Union des métiers : M. X, Mme Y » may look like a heading; one that names nobody ends the list.
            if titled and not is_known(block.text, registry) and not any(map(_is_sure, people)):
                break
        if not people:
            if _ASIDE.fullmatch(block.text):
                found.used.add(rank)
                rank += 1
                continue
            break
        found.people += [_as_said(one) for one in people]
        found.used.add(rank)
        listed = listed or block.kind == "item" or "\t" in block.text
        rank += 1
    return rank


def _is_sure(one: Attendee) -> bool:
    """A person with a civility, or with an organisation that has a sheet."""
    entry = one.entry
    return entry.person is not None and bool(entry.person.civility or (entry.organisation and entry.organisation.slug))


def _as_said(one: Attendee) -> Attendee:
    return replace(one, quality=one.entry.quality) if one.entry.quality else one


def _label(block: Block) -> re.Match[str] | None:
    """« Participants », « Étaient présents : », « Excusés : Mme X (CGT) »."""
    if block.kind == "table":
        return None
    match = _LABEL.match(block.text)
    if match is None or match.end() > _LONGEST_LABEL:
        return None
    return match if match["colon"] or block.kind == "heading" or match.end() == len(block.text) else None


def _quality(label: re.Match[str]) -> Quality:
    word = f"{label['word']}{label['more']}".lower()
    if "excus" in word or "absent" in word:
        return "excuse"
    return "invite" if "invit" in word else "participant"


def merged(people: Iterable[Attendee]) -> list[Attendee]:
    """Each person once, under the organisation that stands above them; who is in two lists is in the one that says more."""
    order: dict[tuple[str, str, str], Attendee] = {}
    for one in _under_their_organisation(list(people)):
        entry = one.entry
        name = entry.person
        organisation = entry.organisation
        where = (organisation.slug or organisation.written) if organisation else ""
        # Two persons of one surname are two, unless given names say that they are one.
        key = (name.surname.casefold(), name.given.casefold(), "" if name.given else where) if name else ("", "", where)
        known = order.get(key)
        if known is None or (known.quality == "participant" and one.quality != "participant"):
            order[key] = one
    return list(order.values())


def _under_their_organisation(people: list[Attendee]) -> list[Attendee]:
    """« Agence du travail ⏎ Mme X ⏎ M. Y »: the name of an organisation, alone on its line, above persons of whom nothing is said."""
    found: list[Attendee] = []
    above: Attendee | None = None
    for one in people:
        entry = one.entry
        if entry.person is None:
            above = one
            found.append(one)
        elif entry.organisation is None and above is not None:
            found = [other for other in found if other is not above]
            found.append(replace(one, entry=replace(entry, organisation=above.entry.organisation, doubts=())))
        else:
            above = None
            found.append(one)
    return found
