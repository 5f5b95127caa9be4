"""Made-up French pages: a number comes in, as many pages of 400 words under four headings go out, always the same.

Four words in nine are the small words of French, as in a newspaper; the others come from an invented vocabulary whose
words are used as often as the words of a language are (Zipf). Every page has its own subject, of rare words that it
repeats and that stand in its title, so that it can be looked for.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass

SEED = 20211015
VOCABULARY = 60_000
WORDS = 400
HEADINGS = 4
SMALL = (
    "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont ou avec son aux d'une cette ont "
    "mais comme on tout nous sa fait été aussi leur bien peut ces y deux même sans elle entre être"
).split()
SYLLABLES = (
    "ba bé bi bo bou bra can ce ché ci com con cou cra da dé di do dou en fa fé fi for fra ga gé gi in la le li lo lou ma mé mi mo "
    "mou na né ni no nou pa per pi po pou pra pré pro ra ré ri ro rou sa sé si so sou ta té ti to tou tra u va vé vi vo vou"
).split()
ENDINGS = ["", "", "s", "r", "l", "nt", "tion", "tions", "ment", "té", "e", "es", "ique", "eur"]


@dataclass(frozen=True)
class Made:
    """One page.

    Attributes:
        slug: its name.
        title, summary: its subject, in three and in ten words.
        sections: heading and text of each.
        subject: the rare words that it is about.
    """

    slug: str
    title: str
    summary: str
    sections: tuple[tuple[str, str], ...]
    subject: tuple[str, ...]

    @property
    def html(self) -> str:
        """The body, as the site's reader writes it."""
        return "".join(f'<h2 id="s{rank}">{heading}</h2>\n<p>{text}</p>\n' for rank, (heading, text) in enumerate(self.sections))


def vocabulary(chance: random.Random) -> list[str]:
    """Invented words, the most frequent first."""
    words: dict[str, None] = {}
    while len(words) < VOCABULARY:
        words["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) + chance.choice(ENDINGS)] = None
    return list(words)


def pages(count: int) -> Iterator[Made]:
    """The first `count` pages; a shorter site is the beginning of a longer one."""
    chance = random.Random(SEED)
    words = vocabulary(chance)
    weights = list(itertools.accumulate(1 / (rank + 30) for rank in range(VOCABULARY)))
    small = list(itertools.accumulate(1 / (rank + 2) for rank in range(len(SMALL))))

    def sentence(size: int, subject: list[str]) -> str:
        """Words of the language, one in twelve about the subject."""
        content = chance.choices(words, cum_weights=weights, k=size)
        little = chance.choices(SMALL, cum_weights=small, k=size)
        picked = [
            little[rank] if (draw := chance.random()) < 4 / 9 else chance.choice(subject) if draw > 11 / 12 else content[rank]
            for rank in range(size)
        ]
        return " ".join(picked).capitalize() + "."

    for number in range(count):
        subject = chance.sample(words[300:], 6)
        sections = tuple(
            (
                f"{chance.choice(subject)} {chance.choice(words[:3000])}".capitalize(),
                " ".join(sentence(20, subject) for _ in range(WORDS // HEADINGS // 20)),
            )
            for _ in range(HEADINGS)
        )
        title = " ".join(subject[:3]).capitalize()
        yield Made(f"page-{number:05}", title, sentence(10, subject), sections, tuple(subject))
