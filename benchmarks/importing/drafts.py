"""A draft of a page → its blocks, and what its front matter says, beside what was judged."""

from __future__ import annotations

import re
from typing import Any

import yaml

from benchmarks.importing.gold import Gold
from benchmarks.importing.measures import words_of

_ITEM = re.compile(r"\s*(?:-|(\d+)\.)\s+(.*)")
_ESCAPED = re.compile(r"\\([^\w\s])")


def parts_of(draft: str) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    """Front matter and blocks; what a person must settle (comments, quotations « à relire ») is left out."""
    _, front, text = draft.split("---\n", 2)
    blocks: list[tuple[str, str]] = []
    for part in re.split(r"\n[ \t]*\n", re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL).strip("\n")):
        if part.startswith("> à relire") or not part.strip():
            continue
        for kind, line in _lines(part):
            blocks.append((kind, _ESCAPED.sub(r"\1", line)))
    return yaml.safe_load(front), blocks


def _lines(part: str) -> list[tuple[str, str]]:
    if part.startswith("#"):
        return [("heading", part.lstrip("#").strip())]
    if part.startswith("|"):
        rows = [line for line in part.split("\n") if not re.fullmatch(r"\|(?:---\|)+", line)]
        return [("table", " ".join(rows).replace("|", " "))]
    if _ITEM.match(part):
        return [("item", f"{match[1] or ''} {match[2]}") for line in part.split("\n") if (match := _ITEM.match(line))]
    return [("paragraph", part)]


def people(front: dict[str, Any], gold: Gold) -> tuple[int, int]:
    """How many of the judged persons stand with their organisation and their quality, and how many there are."""
    there = [
        (tuple(words_of(one.get("nom", ""))), one.get("acteur"), one.get("qualite", "participant"))
        for one in front.get("participants", [])
    ]
    wanted = [
        (tuple(words_of(one["nom"])), one["acteur"], one.get("qualite", "participant")) for one in gold.expected["personnes"]
    ]
    return sum(one in there for one in wanted), len(wanted)


def next_is_exact(front: dict[str, Any], gold: Gold) -> bool:
    """Whether the next meeting is the judged one, hour included."""
    wanted, found = gold.expected["prochaine_reunion"], front.get("prochaine_reunion") or {}
    return all(str(found.get(key)) == str(wanted[key]) for key in ("date", "heure"))


def names_left(draft: str, gold: Gold) -> list[str]:
    """Judged surnames that a draft without names still holds."""
    text = set(words_of(draft))
    return [one["nom"] for one in gold.expected["personnes"] if words_of(one["nom"])[-1] in text]
