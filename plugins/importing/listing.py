"""What was decided and what is to be done → entries proposed for the lists of the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plugins.importing.hiding import Hiding
from plugins.importing.organisations import resolve
from plugins.importing.outcomes import Decided, decisions, to_do
from plugins.importing.pieces import Block
from plugins.model.draft import quoted
from plugins.text.written_days import dates

MOST_ENTRIES = 60  # of one list: what is proposed must be read


@dataclass(frozen=True)
class Listed:
    """An entry proposed for a list. `more`: what else its line of the front matter says, as it is written there."""

    text: str
    actor: str
    where: str
    value: str = ""
    unit: str = ""
    more: tuple[str, ...] = ()


def outcomes(blocks: Sequence[Block], hiding: Hiding) -> dict[str, list[Listed]]:
    """Entries of `decisions` and `suites`, each once, names of persons hidden."""
    found: dict[str, list[Listed]] = {}
    for key, entries in (("decisions", _decisions(blocks, hiding)), ("suites", _follow_ups(blocks, hiding))):
        once = list({entry.text: entry for entry in entries}.values())[:MOST_ENTRIES]
        if once:
            found[key] = once
    return found


def _decisions(blocks: Sequence[Block], hiding: Hiding) -> Iterator[Listed]:
    for one in decisions(blocks):
        yield Listed(_shown(one.text, hiding), "", blocks[one.block].where, more=_votes(one))


def _votes(one: Decided) -> tuple[str, ...]:
    said = [f"{key}: {count}" for key, count in one.votes]
    said += ["unanimite: true"] if one.unanimity and not one.votes else []
    return (f"voix: {{{', '.join(said)}}}",) if said else ()


def _follow_ups(blocks: Sequence[Block], hiding: Hiding) -> Iterator[Listed]:
    for one in to_do(blocks):
        who = [resolve(part, hiding.registry) for part in _parts(one.who)]
        slugs = list(dict.fromkeys(organisation.slug for organisation in who if organisation.slug))
        until = next((found.day for found in dates(one.until, hiding.day)), None)
        more = [f"porteurs: [{', '.join(slugs)}]"] if slugs else []
        more += [f"echeance: {quoted(hiding.text(one.until)[0][:120])}"] if one.until else []
        more += [f"date: {until.isoformat()}"] if until and until >= hiding.day else []
        yield Listed(_shown(one.what, hiding), "", blocks[one.block].where, more=tuple(more))


def _parts(who: str) -> list[str]:
    return [part for part in who.replace(";", ",").replace("/", ",").split(",") if part.strip()]


def _shown(text: str, hiding: Hiding) -> str:
    said = " ".join(hiding.text(text)[0].split())
    return said[:1].upper() + said[1:]
