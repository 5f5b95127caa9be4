"""Who may be named on a day, and how; what they say of a theme."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from benchmarks.ageing.plan import Life
from benchmarks.ageing.words import FILLERS, REPLIES, SAID, THEMES
from plugins.model.content import Content
from plugins.registry.registry import Registry
from plugins.text.articles import article_of, with_article
from plugins.text.typesetting import sentence_case

# Names that a sentence may hold as they are; others have signs that Markdown would read.
_PLAIN = re.compile(r"[\w’' -]+")
_CORE = 6  # organisations that come to nearly every meeting


@dataclass(frozen=True)
class Speakers:
    """Those whom minutes name."""

    content: Content
    registry: Registry
    life: Life

    def name(self, slug: str, day: date, before: str = "") -> str:
        """What an organisation was called that day, with its article, after a small word."""
        made = self.life.actors.get(slug)
        if made:
            name = made.former[0] if made.former and day < made.former[1] else made.name
            return with_article(name, article_of(name), before)
        return with_article(self.registry.name_at(slug, day), self.registry.article_at(slug, day), before)

    def _own(self, day: date) -> list[str]:
        return [
            slug
            for slug, one in self.content.living.items()
            if one.record.nature != "instance" and _PLAIN.fullmatch(self.registry.name_at(slug, day))
        ]

    def core(self, day: date) -> list[str]:
        """Those of the folder that came most to its meetings, that answer most needs after them; of a folder that has none, those that stay."""
        asked = [one.acteur for meeting in self.content.meetings.values() for one in meeting.record.participants]
        asked += [one.acteur for need in self.content.needs.values() for one in need.record.reponses]
        own = self._own(day) or [slug for slug in self.life.actors if slug not in self.life.closed and self.life.there(slug, day)]
        return sorted(own, key=lambda slug: -asked.count(slug))[:_CORE]

    def guests(self, day: date) -> list[str]:
        """All others who may come that day."""
        core = set(self.core(day))
        return [slug for slug in [*self._own(day), *self.life.actors] if slug not in core and self.life.there(slug, day)]

    def table(self, day: date, chance: Random) -> tuple[list[str], list[str]]:
        """Who comes, and who is excused."""
        core, guests = self.core(day), self.guests(day)
        away = chance.sample(core, min(1, len(core) // 3))
        return [
            *(slug for slug in core if slug not in away),
            *chance.sample(guests, min(len(guests), chance.randint(3, 7))),
        ], away


def said(
    speakers: Speakers, slug: str, theme: str, day: date, others: Sequence[str], places: Sequence[str], chance: Random
) -> str:
    """Two or three sentences of one organisation on a theme."""
    about = THEMES[theme]
    patterns = [chance.choice(SAID), chance.choice(REPLIES), *([chance.choice(FILLERS)] if chance.random() < 0.5 else [])]
    told = []
    for pattern in patterns:
        other = chance.choice([one for one in others if one != slug] or [slug])
        words = {
            "s": speakers.name(slug, day), "ds": speakers.name(slug, day, "de"), "o": speakers.name(other, day), "do": speakers.name(other, day, "de"),
            "problem": chance.choice(about.problems), "want": chance.choice(about.wants), "proposal": chance.choice(about.proposals),
            "practice": about.practice, "town": chance.choice(places), "n": chance.choice((12, 24, 45, 83, 140)),
            "year": day.year - 1, "percent": chance.choice((31, 44, 52, 61)),
        }  # fmt: skip
        told.append(sentence_case(pattern.format(**words)))
    return " ".join(told)
