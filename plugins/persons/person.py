"""A participant or a person cited → the words of their name, ready to be compared with a text."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.persons.civilities import CIVILITIES
from plugins.text.folding import fold_word
from plugins.text.words import cut

FEMININE, MASCULINE = "f", "m"
_GENDERS = {"Mme": FEMININE, "Mlle": FEMININE, "M.": MASCULINE}
PARTICLES = frozenset(
    ("de", "du", "des", "d", "la", "le", "les", "l", "van", "von", "der", "den", "el", "al", "ben", "da", "dos", "di")
)


@dataclass(frozen=True)
class Person:
    """Someone of one meeting.

    Attributes:
        meeting: slug of the meeting.
        actor: slug of the organisation represented there; empty when none is given.
        gender: `f`, `m` or empty.
        surname, given: folded words; one of them may be empty.
        articled: whether the surname, written in capitals, begins with an article (« LE GOFF »).
        line: where the minutes' file declares them.
        function: their function, in the editor's words.
    """

    meeting: str
    actor: str
    gender: str
    surname: tuple[str, ...]
    given: tuple[str, ...] = ()
    articled: bool = False
    line: int = 1
    function: str = ""

    @property
    def identity(self) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
        """Who it is within a meeting: two entries with the same one are one person."""
        return self.actor, self.surname, self.given

    @property
    def surnames(self) -> tuple[tuple[str, ...], ...]:
        """What the surname is cut down to: without its particle, one half of a double name; the whole comes first."""
        bare = tuple(word for word in self.surname if word not in PARTICLES)
        # Of « N'Brélan », the « N » alone names nobody.
        halves = [(word,) for word in bare if len(bare) > 1 and len(word) > 1]
        return tuple(dict.fromkeys(form for form in (self.surname, bare, *halves) if form))


def declared(
    meeting: str, actor: str | None, civility: str | None, surname: str | None, given: str | None, line: int, function: str | None
) -> Person | None:
    """The person that a record declares; None when it names nobody."""
    names, first_names = words_of(surname or ""), words_of(given or "")
    # « de la TOUR Marie » split by capitals leaves the article with the given name: it belongs to the surname.
    strays = [word for word in first_names if word.islower() and fold_word(word) in PARTICLES]
    if strays and names and fold_word(names[0]) in PARTICLES:
        first_names = [word for word in first_names if word not in strays]
        names = [names[0], *strays, *names[1:]]
    if not names and not first_names:
        return None
    return Person(
        meeting, actor or "", _GENDERS.get(civility or "", ""), _folded(names), _folded(first_names),
        articled=len(names) > 1 and names[0][0].isupper() and fold_word(names[0]) in {"le", "la", "les"},
        line=line, function=function or "",
    )  # fmt: skip


def from_full_name(meeting: str, actor: str | None, name: str, line: int) -> Person | None:
    """The person behind a name in one text, such as « Didier MARTIN », « M. Jean de Vaux », « LE GOFF Anne »."""
    words = [word for word in words_of(name) if fold_word(word) not in CIVILITIES]
    capitals = [word for word in words if word.isupper() and len(word) > 1]
    if capitals and len(capitals) < len(words):
        surname = [word for word in words if word in capitals or (word.islower() and fold_word(word) in PARTICLES)]
    else:
        start = next((rank for rank, word in enumerate(words) if rank and fold_word(word) in PARTICLES), len(words) - 1)
        surname = words[start:] if start >= 0 else words
    # « le cabinet Vasseur »: what is in lower case beside a capital is no given name.
    cased = any(word[0].isupper() for word in words)
    given = [word for word in words if word not in surname and not (cased and word.islower())]
    return declared(meeting, actor, None, " ".join(surname), " ".join(given), line, None)


def words_of(text: str) -> list[str]:
    """The words of a text, as written."""
    return cut(text)[1::2]


def _folded(words: list[str]) -> tuple[str, ...]:
    return tuple(fold_word(word) for word in words)
