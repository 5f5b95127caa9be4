"""A text → the names that its letters still spell: disguised, cut, glued, in an address.

Letters alone are compared, as a reader or a search would put them together again: no case, accent, invisible character,
look-alike, tag, entity, `%xx` or mark of Markdown hides a name. Only names that are no words are looked for.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import unquote

from plugins.persons.civilities import LINKED_WITH_NAME
from plugins.persons.homonyms import Homonyms, Sort
from plugins.persons.person import Person
from plugins.text.addresses import addresses
from plugins.text.folding import fold_word

_LOOKALIKES = str.maketrans(
    "аеорсхуіѕјԁһαεορτυχκνΑΒΕΖΗΙΚΜΝΟΡΤΥΧАВЕКМНОРСТУХІЅ", "aeopcxyisjdhaeoptuxkvabezhikmnoptyxabekmhopctyxis"
)
# What a reader does not see: an entity or `%xx` is the letters that it writes, a tag and the target of a link are nothing.
_WRITTEN = r"(?P<entity>&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});)|(?P<bytes>(?:%[0-9a-fA-F]{2})+)"
_SOURCE = re.compile(_WRITTEN)
_SEEN = re.compile(_WRITTEN + r"|<[!/a-zA-Z][^<>]{0,300}>|\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")
_SHORTEST_CUT, _SHORTEST_GLUED, _SHORTEST_LOWER = 5, 6, 7  # letters of a name that stands in pieces, or inside a word
_INVISIBLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")


@dataclass(frozen=True)
class Residue:
    """A name that can still be read at an offset; `address` is the span of the address in which it stands."""

    offset: int
    written: str
    person: Person
    address: tuple[int, int] | None


def letters_of(text: str) -> str:
    """Letters and digits alone, as they are compared."""
    flat = unicodedata.normalize("NFKD", text).casefold().translate(_LOOKALIKES)
    return "".join(c for c in flat if c.isalnum() and not unicodedata.combining(c) and c not in _INVISIBLE)


class _Characters(dict[int, str]):
    def __missing__(self, code: int) -> str:
        self[code] = letters_of(chr(code))
        return self[code]


_CHARACTERS = _Characters()


class _Stream:
    """The letters of a text, each with its offset, and the bounds of its words."""

    def __init__(self, text: str, *, source: bool) -> None:
        self.parts: list[str] = []
        self.offsets: list[int] = []
        self.bounds: set[int] = {0}
        self._digit = False
        position = 0
        for match in (_SOURCE if source else _SEEN).finditer(text):
            self._plain(text[position : match.start()], position)
            if match["entity"]:
                self._decoded(unescape(match[0]), match.start())
            elif match["bytes"]:
                self._decoded(unquote(match[0], errors="replace"), match.start())
            position = match.end()
        self._plain(text[position:], position)
        self.letters = "".join(self.parts)
        self.bounds.add(len(self.letters))

    def _plain(self, text: str, start: int) -> None:
        for offset, char in enumerate(text, start):
            self._put(char, offset)

    def _decoded(self, text: str, start: int) -> None:
        for char in text:
            self._put(char, start)

    def _put(self, char: str, offset: int) -> None:
        found = _CHARACTERS[ord(char)]
        if found:
            self.parts.append(found)
            self.offsets.extend([offset] * len(found))
            if found[0].isdigit() != self._digit:
                self.bounds.add(len(self.offsets) - len(found))
            self._digit = found[-1].isdigit()
        elif not (unicodedata.combining(char) or unicodedata.category(char) == "Cf" or char in "*~" or char in _INVISIBLE):
            self.bounds.add(len(self.offsets))


class Residues:
    """What finds the names of some persons in the letters of a text."""

    def __init__(self, persons: Iterable[Person], homonyms: Homonyms) -> None:
        self._names: dict[str, Person] = {}
        # Several words may spell these by chance: « du bois » is not Dubois, nor « rose et blanc » Rose Blanc.
        self._glued: set[str] = set()
        self._common: set[str] = set()
        # « /Mme-Petit »: in an address a civility says that the word after it is a name; in a text the policy decides.
        self._titled: set[str] = set()
        # The whole first half of an e-mail address, when a name is also a word.
        self._mailboxes: dict[str, Person] = {}
        for person in persons:
            for name, sort in _spellings(person, homonyms):
                self._names.setdefault(name, person)
                self._glued |= {name} if sort == "glued" else set()
                self._common |= {name} if sort == "word" else set()
            for titled in _titled(person, homonyms):
                if titled not in self._names:
                    self._names[titled] = person
                    self._titled.add(titled)
            for mailbox in _mailboxes(person):
                self._mailboxes.setdefault(mailbox, person)
        self._pattern = re.compile(_any_of(self._names)) if self._names else None

    def find(self, text: str, exempt: Sequence[tuple[int, int]] = ()) -> list[Residue]:
        """Every name that can still be read, in order.

        Args:
            text: Markdown, plain text, or an address.
            exempt: spans in which a name is the name of something else.
        """
        spans = addresses(text) if "@" in text or self._might(text) else []
        found = {residue.offset: residue for residue in self._in_mailboxes(text, spans)}  # the longest of each address
        if self._might(text):
            for source in (True, False) if "](" in text or "<" in text else (True,):
                stream = _Stream(text, source=source)
                for match in self._matches(stream.letters):
                    residue = self._residue(text, stream, match, spans)
                    if residue and not any(a <= residue.offset < b for a, b in exempt):
                        key = residue.address[0] if residue.address else residue.offset
                        found[key] = max(found.get(key, residue), residue, key=lambda one: len(one.written))
        return [found[offset] for offset in sorted(found)]

    def _might(self, text: str) -> bool:
        """Whether it is worth looking: letters are put together in C, and most texts hold no name."""
        if self._pattern is None:
            return False
        hidden = "&" in text or "%" in text or "<" in text or "](" in text
        return hidden or bool(self._pattern.search(text.translate(_CHARACTERS)))

    def _matches(self, letters: str) -> Iterator[re.Match[str]]:
        """At each letter, the longest name that begins there: one may stand inside another."""
        found = self._pattern and self._pattern.search(letters)
        while self._pattern and found:
            yield found
            found = self._pattern.search(letters, found.start() + 1)

    def _in_mailboxes(self, text: str, spans: list[tuple[int, int]]) -> Iterator[Residue]:
        for start, end in spans:
            mailbox = text[start:end].partition("@")[0].rpartition(":")[2]
            person = self._mailboxes.get(letters_of(mailbox)) if "@" in text[start:end] else None
            if person:
                yield Residue(start, mailbox, person, (start, end))

    def _residue(self, text: str, stream: _Stream, match: re.Match[str], spans: list[tuple[int, int]]) -> Residue | None:
        first, last = match.span()
        start, end = stream.offsets[first], stream.offsets[last - 1] + 1
        rank = bisect_right(spans, (start, len(text))) - 1
        address = spans[rank] if rank >= 0 and spans[rank][1] >= end else None
        if match[0] in self._glued and fold_word(text[start:end]) == match[0] and {first, last} <= stream.bounds:
            return None  # a word like another, about which the policy decides
        if match[0] in self._titled and (not address or not {first, last} <= stream.bounds):
            return None
        if address:
            if not self._is_in_an_address(stream, first, last, match[0]):
                return None
        elif not self._is_a_name(text[start], stream.bounds, first, last, match[0]):
            return None
        return Residue(start, " ".join(text[start:end].split()), self._names[match[0]], address)

    def _is_a_name(self, opening: str, bounds: set[int], first: int, last: int, name: str) -> bool:
        """Whether letters are a name: words of their own, or a part of a word too long to be there by chance."""
        pieces = any(bound in bounds for bound in range(first + 1, last))
        if first in bounds and last in bounds:
            return not pieces or (len(name) >= _SHORTEST_CUT and name not in self._glued | self._common)
        return not pieces and len(name) >= (_SHORTEST_LOWER if opening.islower() else _SHORTEST_GLUED)

    def _is_in_an_address(self, stream: _Stream, first: int, last: int, name: str) -> bool:
        """There a name may be cut by any sign and bear initials; a short one may still be a part of a longer word."""
        bounds, letters, given = stream.bounds, stream.letters, self._names[name].given
        if name in self._glued and any(bound in bounds for bound in range(first + 1, last)):
            return False
        initials = {"", *("".join(word[0] for word in given[:size]) for size in range(1, len(given) + 1))}
        starts = any(first - len(i) in bounds and letters[first - len(i) : first] == i for i in initials)
        ends = any(last + len(i) in bounds and letters[last : last + len(i)] == i for i in initials)
        return (starts and ends) or ((starts or ends) and len(name) >= _SHORTEST_GLUED) or len(name) > _SHORTEST_LOWER


def _any_of(names: Iterable[str]) -> str:
    """A pattern of any of these, the longest that stands there; beginnings that some share are read once, for hundreds of names."""
    tree: dict[str, Any] = {}
    for name in names:
        node = tree
        for letter in name:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branches(tree) if tree else ""


def _branches(tree: dict[str, Any]) -> str:
    chain = ""
    while len(tree) == 1 and "" not in tree:
        ((letter, tree),) = tree.items()
        chain += re.escape(letter)
    ways = [re.escape(letter) + _branches(after) for letter, after in tree.items() if letter]
    if not ways:
        return chain
    return f"{chain}(?:{'|'.join(ways)}){'?' if '' in tree else ''}"


def _spellings(person: Person, homonyms: Homonyms) -> Iterator[tuple[str, Sort]]:
    """Letters that are this person's name, and what else they are: each rare part, and the whole."""
    sorts = {surname: homonyms.sort(surname) for surname in person.surnames}
    yield from (("".join(surname), sort) for surname, sort in sorts.items() if sort in {"rare", "glued"})
    givens = {person.given, *((word,) for word in person.given)} - {()}
    rare = {given for given in givens if homonyms.sort(given) == "rare" and len("".join(given)) > 3}
    yield from (("".join(given), "rare") for given in rare)
    whole: Sort = "rare" if rare or "rare" in sorts.values() else "word"
    for surname in person.surnames[:2] if person.given else ():
        family, given = "".join(surname), "".join(person.given)
        if len(family + given) >= _SHORTEST_LOWER:
            yield family + given, whole
            yield given + family, whole


def _titled(person: Person, homonyms: Homonyms) -> Iterator[str]:
    """Letters of a surname that is also a word, after a civility, of any gender; one that is only a name is found without."""
    for surname in person.surnames:
        if homonyms.sort(surname) != "rare":
            yield from (f"{civility}{''.join(surname)}" for civility in sorted(LINKED_WITH_NAME - {"m"}))


def _mailboxes(person: Person) -> Iterator[str]:
    for surname in person.surnames[:2]:
        family = "".join(surname)
        yield family
        for initial in {word[0] for word in person.given[:1]} | {"".join(word[0] for word in person.given)} - {""}:
            yield initial + family
            yield family + initial
