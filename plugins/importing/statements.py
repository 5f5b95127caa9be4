"""The blocks of the text → what may go into the lists of the page: questions, proposals, figures, and the next meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from plugins.importing.pieces import Block
from plugins.text.folding import fold_word
from plugins.text.inflection import GRAMMAR
from plugins.text.sentences import sentences
from plugins.text.written_days import dates, hour_after

_PROPOSES = re.compile(
    r"\b(?:propose(?:nt|ra|rait)?|a\s+proposé|ont\s+proposé|suggèr(?:e|ent)|préconise(?:nt)?|recommande(?:nt)?|souhait(?:e|ent|erait|eraient)\s+que|"
    r"il\s+(?:faudrait|serait\s+(?:intéressant|utile|souhaitable|bon|opportun))|il\s+est\s+proposé|est\s+proposée?s?)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?<![\w,.:/°-])(?P<value>\d{1,3}(?:[ \u00a0\u202f.]\d{3})+(?:,\d+)?|\d+(?:,\d+)?)(?P<unit>\s?(?:%|€|k€|M€|‰)|\s+(?:pour\s+cent|euros?|millions?(?:\s+d['’]euros)?|milliers?))?"
    r"(?P<rest>[ \u00a0\u202f]+[^\W\d_][\w’'-]*)?(?![\w/:-]|[ \u00a0\u202f]?h\b|,\d|\.\d)"
)
_BEFORE_REFERENCE = re.compile(
    r"(?:\b(?:articles?|art\.?|loi|décret|page|p\.|n[°o]|commission|axe|point|annexe|phase|objectif|zone|tél\.?|action|fiche|mesure|lot|étape|t|en|depuis|fin|début|année|années|rue)|[-–/])\s*$",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\b(?:prochaine?s?|à\s+venir|se\s+réuni(?:ra|ront)|rendez[- ]vous|se\s+retrouver)\b", re.IGNORECASE)
_NEXT_MEETING = re.compile(
    r"\bprochaine?s?\s+(?:réunion|rencontre|séance|date|commission|comité|rendez|copil|plénière|groupe)|\bse\s+réuni(?:ra|ront)\b|\b(?:réunion|séance|rencontre)\s+suivante",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"(?:\s*(?:à|-|–|et)\s*\d{1,2}\s?(?:h|H|:)\s?\d{0,2})?[\s,;–-]*\(?(?:lieu\s*:\s*)?(?P<place>(?:à|au|aux|dans|en|chez)\s+(?:la|le|les|l['’]|)\s*[^.;()]{3,80}|(?:salle|amphi|maison|mairie|espace|centre|locaux|bâtiment|école|lycée|visio)\b[^.;()]{2,80}|[A-ZÀ-Ý][^.;()]{3,80})",
    re.UNICODE,
)
_AXES = re.compile(r"\baxes?\b(?:\s+(?:de\s+(?:travail|réflexion)|stratégiques?|retenus?|prioritaires?))?", re.IGNORECASE)
_AGENDA = re.compile(
    r"\s*(?:l['’]\s*)?ordre\s+du\s+jour\b\s*(?P<which>initial|prévu|effectif|réel|suivi)?\s*(?P<colon>:)?\s*", re.IGNORECASE
)
# « de 16 à 25 ans », « les moins de 26 ans »: who is spoken of, not how many.
_AGES = re.compile(r"(?:\d\s*(?:à|et|-|–)|\b(?:moins|plus)\s+de|\bâgée?s?\s+de|\bdès|\bde)\s*$", re.IGNORECASE)
_ASKS = re.compile(r"\s*questions?(?:\s+n[°o]?\s*\d+)?\s*[:–—-]\s*", re.IGNORECASE)
_CLOCK = frozenset("h heure heures min minutes".split())
# What is counted is plural; « 61 viennent » counts what was said before.
_PLURAL = re.compile(r"(?:[sxz]|·\w+)$|^(?:mois|temps|fois)$", re.IGNORECASE)
_YEARS = range(1900, 2101)
_LONGEST = 600


@dataclass(frozen=True)
class Said:
    """A sentence that may be an entry of a list, and the block where it stands."""

    text: str
    block: int
    value: str = ""
    unit: str = ""


@dataclass(frozen=True)
class Next:
    """The next meeting. `sure`: whether the year is written and the day of the week agrees."""

    day: date
    hour: str
    place: str
    where: str
    sure: bool


def questions(blocks: Sequence[Block]) -> Iterator[Said]:
    """Sentences that ask."""
    for rank, text in _sentences(blocks):
        if text.rstrip(' »\u00a0\u202f)”"').endswith("?") and len(text.split()) > 2:
            asked = _ASKS.sub("", text, count=1) or text
            yield Said(asked[:1].upper() + asked[1:], rank)


def proposals(blocks: Sequence[Block]) -> Iterator[Said]:
    """Sentences in which someone proposes."""
    for rank, text in _sentences(blocks):
        if _PROPOSES.search(text) and not text.rstrip().endswith(("?", ":")):
            yield Said(text, rank)


def figures(blocks: Sequence[Block]) -> Iterator[Said]:
    """Numbers and what they count; dates, hours, references and years are none."""
    for rank, text in _sentences(blocks):
        if text.endswith(":"):
            continue
        closed = [(one.start, one.end) for one in dates(text, date.min.replace(year=2000))]
        for match in _NUMBER.finditer(text):
            inside = any(start <= match.start("value") < end for start, end in closed)
            value = match["value"]
            if (
                inside
                or _BEFORE_REFERENCE.search(text[: match.start()])
                or (not match["unit"] and value.isdigit() and (int(value) in _YEARS or len(value) > 9))
            ):
                continue
            unit = (match["unit"] or "").strip()
            noun = (match["rest"] or "").strip()
            if fold_word(noun) in _CLOCK or (fold_word(noun) == "ans" and _AGES.search(text[: match.start()])):
                continue
            if not unit and (fold_word(noun) in GRAMMAR or not noun):
                if not re.search(
                    r"(?:environ|près\s+de|sont|soit|plus\s+de|moins\s+de)\s*$", text[: match.start()], re.IGNORECASE
                ):
                    continue
                noun = ""
            yield Said(text, rank, " ".join(value.split()), unit or (noun if _PLURAL.search(noun) else ""))


def next_meeting(blocks: Sequence[Block], day: date) -> Next | None:
    """The day that is agreed on for the next meeting; None when none is written."""
    for pattern in (_NEXT_MEETING, _NEXT):
        for rank, block in reversed(list(enumerate(blocks))):
            if not pattern.search(block.text):
                continue
            # « Prochaine réunion », a heading, and its date under it.
            under = rank + 1 < len(blocks) and (block.kind == "heading" or len(block.text) < 40)
            text = block.text + ("\n" + blocks[rank + 1].text if under else "")
            for start, end in _said_of(pattern, text):
                one = next((one for one in dates(text, day) if start <= one.start < end and one.day > day), None)
                if one is not None:
                    found = hour_after(text, one.end)
                    place = _place(text, found[1] if found else one.end)
                    return Next(one.day, found[0] if found else "", place, block.where, one.sure)
    return None


def _said_of(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """Where the date may stand: after the words in their sentence, before them in it, then in what follows."""
    bounds = list(sentences(text))
    for match in pattern.finditer(text):
        start, end = next(((a, b) for a, b in bounds if a <= match.start() < b), (0, len(text)))
        yield match.end(), end
        yield start, match.start()
        yield end, len(text)


def _place(text: str, at: int) -> str:
    match = _PLACE.match(text, at)
    if match is None:
        return ""
    said = re.sub(r"^(?:à|au|aux|dans|en|chez)\s+(?:la\s+|le\s+|les\s+|l['’]\s*)?", "", match["place"]).strip()
    return said[:1].upper() + said[1:]


def agenda(blocks: Sequence[Block]) -> tuple[list[str], list[str]]:
    """What was planned, and what was followed; the blocks stay in the text too."""
    planned: list[str] = []
    followed: list[str] = []
    rank = 0
    while rank < len(blocks):
        match = _AGENDA.match(blocks[rank].text)
        if match is None or (blocks[rank].kind != "heading" and not match["colon"] and match.end() < len(blocks[rank].text)):
            rank += 1
            continue
        into = followed if (match["which"] or "").lower() in {"effectif", "réel", "suivi"} else planned
        rest = blocks[rank].text[match.end() :].strip()
        if rest:
            into += _points(rest)
        rank += 1
        while rank < len(blocks) and blocks[rank].kind in {"item", "paragraph"} and not _AGENDA.match(blocks[rank].text):
            if blocks[rank].kind == "paragraph" and (
                len(blocks[rank].text) > 160 or re.match(r"(?:M\.|Mme|Selon)\s", blocks[rank].text)
            ):
                break
            into += _points(blocks[rank].text)
            rank += 1
    return [one for one in planned if len(one) <= _LONGEST], [one for one in followed if len(one) <= _LONGEST]


def _points(text: str) -> list[str]:
    parts = re.split(r"\s*;\s*", text) if text.count(";") > 1 else [text]
    return [part.strip(" .;") for part in parts if part.strip(" .;")]


def axes(blocks: Sequence[Block]) -> list[Said]:
    """Items under a line that announces axes."""
    found: list[Said] = []
    for rank, block in enumerate(blocks):
        announces = (
            block.kind in {"heading", "paragraph"}
            and _AXES.search(block.text)
            and (block.kind == "heading" or block.text.rstrip().endswith(":"))
        )
        if not announces:
            continue
        own = []
        for at in range(rank + 1, len(blocks)):
            if blocks[at].kind != "item":
                break
            own.append(Said(blocks[at].text, at))
        found = own or found
    return found


def _sentences(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """What was said, the agenda left out."""
    planned = False
    for rank, block in enumerate(blocks):
        if block.kind == "heading":
            planned = bool(_AGENDA.match(block.text))
        elif block.kind != "table" and not planned:
            for start, end in sentences(block.text):
                text = block.text[start:end].strip()
                if len(text) <= _LONGEST:
                    yield rank, text
