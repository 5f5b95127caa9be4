"""A declared form (« Pôle emploi », « IAE » with its capitals, « Info+ ») → what it is made of, and how it must be read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from plugins.text.everyday import is_everyday
from plugins.text.words import APOSTROPHES, cut

# Signs that open or close a name and belong to it. Quotes, dashes, commas and full stops never do.
_OPENING_SIGNS = re.compile(r"[@#+&%$€*~=(]+$")
_CLOSING_SIGNS = re.compile(r"[+@#&%$€*~=!?…)'\u2019]+")
# A name of several words is known without these.
_FREE = frozenset("!?…)")


@dataclass(frozen=True)
class Form:
    """A form and its flags.

    Attributes:
        text: the form as declared; case, accents, plural, apostrophes, hyphens and spaces are free unless flagged.
        casse: only with these capitals; at the opening of a sentence, its first word may have one more.
        nombre: only in this number, singular or plural.
        litteral: letter for letter.
    """

    text: str
    casse: bool = False
    nombre: bool = False
    litteral: bool = False

    @property
    def flags(self) -> tuple[bool, bool, bool]:
        """casse, nombre, litteral."""
        return self.casse, self.nombre, self.litteral

    @property
    def words(self) -> list[str]:
        """Its words; a form without any names nothing."""
        return cut(self.text)[1::2]

    @cached_property
    def signs(self) -> tuple[str, str]:
        """The signs before its first word and after its last one that belong to it: « Info+ », « (Re)Connaissance », « Aïda ! »."""
        if not self.words:
            return "", ""
        first, *inside, last = cut(self.text)
        opening, closing = _OPENING_SIGNS.search(first), _CLOSING_SIGNS.match(last.lstrip())
        before, after = opening.group() if opening else "", closing.group() if closing else ""
        within = "".join(inside[1::2])
        if "(" in before and ")" not in within:
            before = before.replace("(", "")
        if ")" in after and "(" not in within:
            after = after.replace(")", "")
        return before, "".join("'" if char in APOSTROPHES else char for char in after)

    @cached_property
    def needed_signs(self) -> tuple[str, str]:
        """Those without which it is not the name: « une info » is not « Info+ »."""
        before, after = self.signs
        if not after:
            return before, ""
        return before, after.strip("".join(_FREE)) if len(self.words) > 1 else after

    @property
    def is_signed(self) -> bool:
        """Whether it asks for signs; nearly every form begins and ends with a letter."""
        return not (self.text[:1].isalnum() and self.text[-1:].isalnum()) and any(self.needed_signs)

    @cached_property
    def is_everyday(self) -> bool:
        """Whether it is an acronym that is also an everyday word: « CLIC », « PLIE »."""
        words = self.words
        return len(words) == 1 and is_acronym(words[0]) and is_everyday(words[0])


def is_acronym(word: str) -> bool:
    """Whether a declared word is an acronym: two capitals or more and nothing else; its last S is no plural."""
    return word.isupper() and sum(map(str.isalpha, word)) > 1
