"""The first blocks of minutes → which meeting it was: its day, the body that met, a title; two meetings are told apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from plugins.importing.openings import KIND, MEETING, OPENS
from plugins.importing.organisations import resolve
from plugins.importing.pieces import Block, RefusedError
from plugins.model.content import Content
from plugins.registry.registry import Registry
from plugins.text.dates import full_date
from plugins.text.written_days import dates

_LEADING = re.compile(
    rf"^\W*(?:{KIND}\b\W*)?(?:(?:de\s+la|de\s+l['’]|des|du|de|la)\s+)?(?:(?:réunion|séance|rencontre)\b\W*(?:(?:pléni|ordin|extraordin|mensu|trimestr|annu)[a-zè]+\b\W*)?)?(?:(?:du|de\s+la|de\s+l['’]|des|de|d['’])\s*)?",
    re.IGNORECASE,
)
_WHEN = re.compile(r"[\s,–—:-]*(?:\b(?:du|le|en\s+date\s+du|tenue?\s+le|réunion\s+du|séance\s+du)\b\s*)?$", re.IGNORECASE)
_BEGINS = re.compile(
    r"\W*(?:liste\s+des\s+)?(?:[ée]taient\s+)?(?:participant|pr[ée]sent|invit|excus|feuille\s+d|ordre\s+du\s+jour|membres)",
    re.IGNORECASE,
)
# « Environ 25 participants » names no body.
_COUNTS = re.compile(r"\d\s*(?:participant|présent|personne)", re.IGNORECASE)
_OTHER = re.compile(r"prochain|précédent|dernière", re.IGNORECASE)
# « Compte rendu diffusé le 15 juin » is the day of a document, not of a meeting.
_OF_THE_DOCUMENT = re.compile(
    r"\b(?:diffusé|envoyé|transmis|rédigé|validé|approuvé|adopté|publié|imprimé|mis\s+à\s+jour|version|établi)", re.IGNORECASE
)
_TWO_DAYS = re.compile(r"\b(?:\d{1,2}|1er)(?:\s+[a-zûé]+)?\s+(?:et|au)\s*(?:le\s*)?$", re.IGNORECASE)
_SAYS_WHEN = re.compile(MEETING + r"|\bdu\b|\ble\b|date", re.IGNORECASE)
_MOST_HEAD = 12  # blocks
_ENGLISH = frozenset("the and of to in is for that with was on are by this be which from at meeting minutes were will".split())
_FRENCH = frozenset("le la les de des du et en un une est que qui dans pour sur au aux par il elle ce cette sont nous".split())


@dataclass(frozen=True)
class Heading:
    """Which meeting.

    Attributes:
        day: when it met.
        title: of the page.
        body: what its minutes call the body that met.
        instance: the slug of that body's sheet; empty when it has none.
        used: ranks of the blocks that only say this.
        doubts: what a person must look at.
        where: of the date, in the file.
    """

    day: date
    title: str
    body: str
    instance: str
    used: frozenset[int]
    doubts: tuple[str, ...]
    where: str


def check_language(blocks: Sequence[Block]) -> None:
    """Raise on minutes that are not in French: what is looked for would not be found.

    Raises:
        RefusedError: for a text of which more small words are English.
    """
    words = re.findall(r"[^\W\d_]+", " ".join(block.text for block in blocks[:400]).lower())
    english, french = sum(word in _ENGLISH for word in words), sum(word in _FRENCH for word in words)
    if len(words) > 30 and english > french:
        raise RefusedError("ce compte rendu semble écrit en anglais — seul le français est lu ; le traduire d'abord")


@dataclass(frozen=True)
class Given:
    """What is known without reading.

    Attributes:
        day: of the meeting, where an editor gave it.
        instance: the slug of the body, where an editor gave it.
        name: of the file, which may hold a date.
    """

    day: date | None = None
    instance: str = ""
    name: str = ""


def of_one_meeting(blocks: Sequence[Block], asked: date | None) -> Sequence[Block]:
    """The blocks of the only meeting, or of the one that was asked for.

    Raises:
        RefusedError: where there are two, and none of them was asked for.
    """
    found = _meetings(blocks)
    if len(found) < 2:
        return blocks
    starts = [_start(blocks, rank) for rank, _ in found]
    for (_, day), start, end in zip(found, starts, [*starts[1:], len(blocks)], strict=True):
        if day == asked:
            return blocks[start:end]
    days = " ; ".join(f"{full_date(day)}, {blocks[rank].where}" for rank, day in found)
    raise RefusedError(
        f"ce fichier contient {len(found)} réunions ({days}) — en faire un fichier de chacune, ou dire laquelle prendre : --date AAAA-MM-JJ"
    )


def heading_of(blocks: Sequence[Block], running: Sequence[str], content: Content, registry: Registry, given: Given) -> Heading:
    """Read the top of the minutes.

    Args:
        blocks: all of them.
        running: heads of pages, which may say what the first page does not.
        content: the site's, for its bodies.
        registry: who is who.
        given: what is known besides.

    Raises:
        RefusedError: where no day is found.
    """
    head = _head(blocks)
    beside = list(dict.fromkeys([*running, given.name.rpartition(".")[0].replace("_", " ")]))
    day, where, doubts = _day(head, blocks, beside, given.day)
    title, body = _names([block.text for block in head], beside, day)
    slug, more = _instance([*(block.text for block in head), *beside], body, content, registry, given.instance)
    used = frozenset(rank for rank, block in enumerate(head) if block.kind != "item" and len(block.text) < 160)
    return Heading(day, title, body, slug, used, (*doubts, *more), where)


def _head(blocks: Sequence[Block]) -> list[Block]:
    """What stands above the list of who was there, the agenda, or the first sentence."""
    head: list[Block] = []
    stops = re.compile(
        r"(?:liste\s+des\s+)?(?:étaient\s+)?(?:participant|présent|invité|excusé|feuille\s+d|ordre\s+du\s+jour|membres|personnes)",
        re.IGNORECASE,
    )
    for block in blocks[:_MOST_HEAD]:
        if block.kind in {"item", "table"} or stops.match(block.text.strip()) or "\t" in block.text or len(block.text) > 200:
            break
        # A numbered heading, or one after the date, opens the text.
        if re.match(r"(?:\d{1,2}|[IVX]+)\s*[.)–-]", block.text) and head:
            break
        if block.kind == "paragraph" and block.text.rstrip().endswith(".") and len(block.text) > 70:
            break
        head.append(block)
    return head


def _meetings(blocks: Sequence[Block]) -> list[tuple[int, date]]:
    """The lines that open the minutes of a meeting, and their days: the first of each."""
    found: dict[date, int] = {}
    for rank, block in enumerate(blocks):
        text = block.text.strip()
        # Without what a meeting begins with, it is spoken of and does not begin there.
        begins = not found or any(_BEGINS.match(after.text) for after in blocks[rank + 1 : rank + 1 + _MOST_HEAD])
        if not begins or block.kind in {"item", "table"} or len(text) > 120 or not OPENS.match(text) or _is_of_another(text):
            continue
        own = [one for one in dates(text) if one.sure]
        # « Réunion du 15 octobre 2021 », alone on its line, and no sentence about another one.
        alone = len(own) == 1 and len(text) - own[0].end < 25 and not re.search(r"[.;!?]\s*\w", text[own[0].end :])
        if alone and (block.kind == "heading" or len(text) < 90):
            found.setdefault(own[0].day, rank)
    return [(rank, day) for day, rank in found.items()]


def _is_of_another(text: str) -> bool:
    return bool(_OTHER.search(text) or _OF_THE_DOCUMENT.search(text))


def _start(blocks: Sequence[Block], rank: int) -> int:
    """Where the title of a meeting begins: short lines above the one that says its day belong to it."""
    start = rank
    while (
        start and rank - start < 3 and (blocks[start - 1].kind == "heading" or not blocks[start - 1].text.rstrip().endswith("."))
    ):
        if blocks[start - 1].kind in {"item", "table"} or len(blocks[start - 1].text) > 80:
            break
        start -= 1
    return start


def _day(
    head: Sequence[Block], blocks: Sequence[Block], beside: Sequence[str], asked: date | None
) -> tuple[date, str, tuple[str, ...]]:
    found = [(one, block) for block in head if not _OF_THE_DOCUMENT.search(block.text) for one in dates(block.text)]
    met = [(one, block) for one, block in found if _SAYS_WHEN.search(block.text[: one.start])]
    best = (met or found)[:1]
    if asked is not None:
        other = bool(best) and best[0][0].day != asked
        doubt = (f"le fichier dit le {full_date(best[0][0].day)}, et --date le {full_date(asked)}",) if other else ()
        return asked, best[0][1].where if best else "option --date", doubt
    if best:
        one, block = best[0]
        doubts = [] if one.sure else ["le jour de la semaine ne va pas avec la date"]
        if _TWO_DAYS.search(block.text[: one.start]):
            doubts.append("plusieurs jours sont écrits : garder celui de la réunion")
        if len(days := {other.day for other, _ in found}) > 1:
            doubts.append(f"{len(days)} dates en tête : vérifier laquelle est celle de la réunion")
        return one.day, block.where, tuple(doubts)
    for text in beside:
        for one in dates(text):
            return one.day, "en-tête de page, ou nom du fichier", ("la date vient d'un en-tête de page ou du nom du fichier",)
    for block in blocks[:40]:
        for one in dates(block.text):
            if one.sure and not _is_of_another(block.text):
                return one.day, block.where, ("la date vient du texte, faute d'une date en tête",)
    raise RefusedError("aucune date de réunion n'est lue dans ce fichier — la donner : --date AAAA-MM-JJ")


def _names(head: Sequence[str], beside: Sequence[str], day: date) -> tuple[str, str]:
    """The title of the page, and the name of the body that met."""
    lines = _without_date(head)
    # A running head says what the first page does not, unless it is a number.
    lines = lines or [line for line in _without_date(beside) if re.search(MEETING, line, re.IGNORECASE)]
    first = lines[0] if lines else "Réunion"
    meeting = next((line for line in lines if re.search(MEETING, line, re.IGNORECASE)), first)
    body = meeting if meeting == first else first
    return f"{meeting[:120]} — {full_date(day).replace(chr(0xA0), ' ')}", body[:120]


def _without_date(texts: Sequence[str]) -> list[str]:
    lines = []
    for one in texts:
        text = one
        for found in reversed(list(dates(text))):
            text = _WHEN.sub("", text[: found.start]) + re.sub(r"^\s*(?:à|de)?\s*\d{1,2}\s?h.*", "", text[found.end :])
        text = _LEADING.sub("", text.strip(), count=1).strip(" ,;:–—-")
        if len(text) > 3 and not _COUNTS.search(text) and any(sign.isalpha() for sign in text):
            lines.append(text[:1].upper() + text[1:])
    return lines


def _instance(head: Sequence[str], body: str, content: Content, registry: Registry, given: str) -> tuple[str, tuple[str, ...]]:
    if given:
        return given, ()
    bodies = {slug for slug, actor in content.actors.items() if actor.record.nature == "instance"}
    found = [resolve(text, registry) for text in (*head, body)]
    known = [one for one in found if one.slug]
    # A committee of a body is that body's, on this site.
    best = next((one for one in known if one.slug in bodies), None)
    if best:
        return best.slug, () if best.sure else (f"« {best.written} » est pris pour l'instance « {best.slug} »",)
    # « Groupe de travail du Comité local »
    part = next((one for one in found if len(one.others) == 1 and one.others[0] in bodies), None)
    return (part.others[0], (f"« {part.written} » est pris pour l'instance « {part.others[0]} »",)) if part else ("", ())
