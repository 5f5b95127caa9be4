"""The blocks of the text → what was decided, how it was voted, and what each is to do until when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plugins.importing.pieces import CELL_LINE, Block
from plugins.text.sentences import sentences

_LABEL = re.compile(
    r"^\W*(?:décision|résolution|délibération|relevé\s+de\s+décisions?)\b\s*(?:n[°o]\s*)?\d{0,3}\s*[:–—-]\s*", re.IGNORECASE
)
_TITLE = re.compile(r"^\W*(?:\d{1,2}[.)/]\s*)?(?:les\s+)?(?:décisions|résolutions)\b[^:]{0,30}:?$", re.IGNORECASE)
_NUMBERED = re.compile(r"^\W*(?:décision|résolution)\s+(?:n[°o]\s*)?\d{1,3}\b\s*[:–—-]?\s*", re.IGNORECASE)
_DECIDES = re.compile(
    r"\b(?:il\s+est\s+décidé|(?:comité|commission|groupe|conseil|assemblée|bureau|membres|séance|réunion)\b[^.;]{0,40}\b(?:décide(?:nt)?|valide(?:nt)?|adopte(?:nt)?|"
    r"approuve(?:nt)?|a\s+décidé|ont\s+décidé)|(?:est|sont)\s+(?:adopté|approuvé|validé|reporté)e?s?\b|adoptée?s?\s+à\s+l['’]unanimité|avis\s+favorable)",
    re.IGNORECASE,
)
_UNANIMOUS = re.compile(r"\bunanim", re.IGNORECASE)
_VOTE = {
    "pour": re.compile(r"(\d{1,3})\s+(?:voix\s+)?pour\b", re.IGNORECASE),
    "contre": re.compile(r"(\d{1,3})\s+(?:voix\s+)?contre\b", re.IGNORECASE),
    "abstentions": re.compile(r"(\d{1,3})\s+abstentions?\b", re.IGNORECASE),
}
_WHO = re.compile(r"qui|pilotes?|responsables?|porteurs?|acteurs?|structures?|en\s+charge", re.IGNORECASE)
_WHAT = re.compile(r"quoi|actions?|tâches?|suites?|à\s+faire|objet", re.IGNORECASE)
_WHEN = re.compile(r"(?:pour\s+)?quand|échéances?|délais?|dates?", re.IGNORECASE)
_LONGEST = 600


@dataclass(frozen=True)
class Decided:
    """A decision. `votes`: by the keys of the front matter; `unanimity` when the text says so."""

    text: str
    block: int
    votes: tuple[tuple[str, int], ...] = ()
    unanimity: bool = False


@dataclass(frozen=True)
class ToDo:
    """A row of a table of actions: who, what, until when, as written."""

    what: str
    who: str
    until: str
    block: int


def decisions(blocks: Sequence[Block]) -> Iterator[Decided]:
    """What the text says to have been decided: under its label, in the list of decisions, or in a sentence that decides."""
    under = False
    for rank, block in enumerate(blocks):
        text = block.text.strip()
        if block.kind == "heading":
            under = bool(_TITLE.match(text))
            numbered = _NUMBERED.match(text)
            if numbered and numbered.end() < len(text):
                after = blocks[rank + 1].text if rank + 1 < len(blocks) and blocks[rank + 1].kind == "paragraph" else ""
                first = next((after[start:end] for start, end in sentences(after)), "")
                yield _decided(
                    f"{text[numbered.end() :].rstrip(' .:')} : {first}" if first else text[numbered.end() :], rank, after
                )
        elif block.kind == "table" or len(text) > 3 * _LONGEST:
            continue
        elif label := _LABEL.match(text):
            yield _decided(text[label.end() :], rank, text[label.end() :])
        elif under and block.kind == "item":
            yield _decided(text, rank, text)
        elif not (rank and blocks[rank - 1].kind == "heading" and _NUMBERED.match(blocks[rank - 1].text)):
            spans = [text[start:end] for start, end in sentences(text)]
            yield from (_decided(one, rank, _near(spans, at)) for at, one in enumerate(spans) if _DECIDES.search(one))


def _near(spans: Sequence[str], at: int) -> str:
    """A sentence, and the one before it, which may tell the votes: « 9 voix pour, 1 contre. Elle est adoptée. »."""
    return " ".join(spans[max(0, at - 1) : at + 1])


def _decided(text: str, rank: int, around: str) -> Decided:
    votes = tuple((key, int(match[1])) for key, pattern in _VOTE.items() if (match := pattern.search(around)))
    # « Elle est adoptée. » says nothing by itself.
    shown = around if len(text.split()) < 5 and text in around else text
    return Decided(shown[:_LONGEST].strip(), rank, votes, bool(_UNANIMOUS.search(around)))


def to_do(blocks: Sequence[Block]) -> Iterator[ToDo]:
    """Rows of tables whose titles say who does what."""
    for rank, block in enumerate(blocks):
        if block.kind != "table" or len(block.rows) < 2:
            continue
        titles = [cell.replace(CELL_LINE, " ").strip(" :.") for cell in block.rows[0]]
        who, what, when = (
            next((at for at, title in enumerate(titles) if one.fullmatch(title)), -1) for one in (_WHO, _WHAT, _WHEN)
        )
        if who < 0 or what < 0:
            continue
        for row in block.rows[1:]:
            cells = [cell.replace(CELL_LINE, " ").strip() for cell in row]
            if cells[what]:
                yield ToDo(cells[what], cells[who], cells[when] if when >= 0 else "", rank)
