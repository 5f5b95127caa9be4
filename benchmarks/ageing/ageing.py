"""A content folder, a number of years and a seed → another folder: the same seed always writes the same."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import yaml

from benchmarks.ageing import beside
from benchmarks.ageing.minutes import Record, Told, minutes
from benchmarks.ageing.plan import Life, Pace, planned
from benchmarks.ageing.speaking import Speakers
from benchmarks.ageing.words import TOWNS
from plugins.model.loading import load
from plugins.registry.building import build

_SOURCES = 40  # meetings that a page of the approach may end by quoting


def age(source: Path, target: Path, *, years: int, day: date, seed: int = 5, pace: Pace | None = None) -> Life:
    """Write a folder as it may be after years, the last of which ends on `day`.

    Args:
        source: a content folder; it is not touched.
        target: the folder to write, which must not exist.
        years: at least 1.
        day: that on which the aged site is built.
        seed: of chance.
        pace: what a year brings; by default, what it brings to a regional commission.

    Returns:
        What happened, for who checks what pages tell of it.

    Raises:
        FileExistsError: `target` exists.
    """
    chance = Random(seed)
    content, _ = load(source, today=day)
    life = planned(content, years, pace or Pace(), day, chance)
    speakers, told = Speakers(content, build(content)[0], life), Told()
    shutil.copytree(source, target)
    if not content.families:
        _write(target / "familles", "acteurs-de-terrain", {"titre": "Acteurs de terrain"}, "")
        content, _ = load(target, today=day)
    for rank, session in enumerate(life.sessions):
        _write(target / "reunions", session.slug, *minutes(session, rank, speakers, told, life.places or TOWNS, chance))
    for folder, pages in (
        ("acteurs", beside.actors(content, life, chance)),
        ("besoins", beside.needs(content, life, told, speakers, chance)),
        ("feuille-de-route", beside.steps(content, life, told, speakers, chance)),
    ):
        for slug, head, body in pages:
            _write(target / folder, slug, head, body)
    terms = beside.terms(content, life, chance)
    _say_terms(target, list(told.entries), terms)
    _extend(target / "glossaire.yml", terms)
    _extend(target / "territoires.yml", beside.places(content, life))
    _extend(target / "suivi.yml", list(beside.outcomes(life, told, chance)))
    for document in content.approaches.values():
        quoted = [{"titre": "Compte rendu", "reunion": slug, "id": "p1"} for slug in list(told.entries)[-_SOURCES:]]
        _amend(
            target / "demarche" / f"{document.slug}.md",
            lambda head, more=quoted: head | {"sources": [*head.get("sources", []), *more]},
        )
    return life


class _Plain(yaml.SafeDumper):
    """As a person writes it: a reference is a word, nothing stands for something else."""

    def ignore_aliases(self, data: object) -> bool:
        return True


_Plain.add_multi_representer(str, lambda dumper, text: dumper.represent_str(str(text)))


def _dumped(data: object) -> str:
    return yaml.dump(data, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=10_000)


def _write(folder: Path, slug: str, head: Record, body: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / f"{slug}.md").write_text(f"---\n{_dumped(head)}---\n{body}", encoding="utf-8")


def _extend(path: Path, entries: list[Record]) -> None:
    known = yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else []
    path.write_text(_dumped([*(known or []), *entries]), encoding="utf-8")


def _amend(path: Path, change: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
    path.write_text(f"---\n{_dumped(change(yaml.safe_load(head)))}---\n{body}", encoding="utf-8")


def _say_terms(target: Path, meetings: list[str], terms: Iterable[Record]) -> None:
    """Each new acronym is said at a meeting: one that nobody says is nobody's question."""
    for rank, term in enumerate(terms):
        with (target / "reunions" / f"{meetings[rank % len(meetings)]}.md").open("a", encoding="utf-8") as file:
            file.write(f"\nOn rappelle ce que veut dire {term['sigle']}, que beaucoup emploient sans l'expliquer.\n")
