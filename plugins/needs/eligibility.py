"""Doors that answer « suis-je concerné ? » → where they are shown: beside a public, a condition, a term of the glossary."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from plugins.model.content import Content
from plugins.model.lists import Door, Term
from plugins.needs.ways import Way, in_order, of_door
from plugins.text.folding import fold


@dataclass(frozen=True)
class Eligibility:
    """The doors that tell a person whether a page is for them.

    Attributes:
        doors: those that recognise a public or that some words call.
        districts: whether the content knows parts of towns.
    """

    doors: tuple[Door, ...] = ()
    districts: bool = False

    @property
    def for_places(self) -> tuple[Way, ...]:
        """The ways in of all of them, where the content knows districts: an address, a town are asked beside a place."""
        return _ways(self.doors) if self.districts else ()

    def of(self, publics: Iterable[str]) -> tuple[Way, ...]:
        """The ways in of the doors that recognise one of these publics."""
        wanted = set(publics)
        return _ways(door for door in self.doors if not wanted.isdisjoint(door.reconnait))

    def named_in(self, *texts: str | None) -> tuple[Way, ...]:
        """The ways in of the doors whose words stand in one of these texts, whole words, in the singular or the plural."""
        read = fold(" ".join(text for text in texts if text))
        return _ways(door for door in self.doors if any(_called(word, read) for word in door.mots))

    def of_term(self, term: Term) -> tuple[Way, ...]:
        """The ways in of the doors that have an entry of the glossary among their words."""
        names = {fold(name) for name in (term.sigle, term.terme) if name}
        return _ways(door for door in self.doors if any(fold(word) in names for word in door.mots))


def eligibility(content: Content) -> Eligibility:
    """The doors of a content that recognise somebody."""
    doors = tuple(door for door in content.doors if door.reconnait or door.mots)
    return Eligibility(doors, any(place.niveau == "quartier" for place in content.places_today))


def _ways(doors: Iterable[Door]) -> tuple[Way, ...]:
    return in_order(way for door in doors for way in of_door(door))


def _called(word: str, text: str) -> bool:
    """« quartier prioritaire » is also called by « quartiers prioritaires »."""
    words = r"\s+".join(rf"{re.escape(one)}s?" for one in fold(word).split())
    return re.search(rf"(?<!\w){words}(?!\w)", text) is not None
