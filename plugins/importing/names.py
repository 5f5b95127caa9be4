"""A few words → the person whom they name: civility, surname, given name, as lists of those who were there write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from plugins.persons.civilities import CIVILITIES, OFFICES
from plugins.persons.homonyms import Homonyms
from plugins.persons.person import PARTICLES
from plugins.text.articles import article_of
from plugins.text.everyday import is_everyday
from plugins.text.folding import fold_word

_CIVIL = re.compile(
    r"(?P<plural>Mmes|MM\.?|Mesdames|Messieurs|Mlles|Drs)\s+(?=[A-ZÀ-Ý])"
    r"|(?P<one>Mme|Mlle|Madame|Mademoiselle|Monsieur|M\.|Mr\.?|M(?=\s[A-ZÀ-Ý])|Mx|Dr\.?|Docteure?|Pr\.?|Me|Maître)\s*(?=[A-ZÀ-Ýd])"
)
_SHOWN = {"f": "Mme", "m": "M.", "": ""}
_AND = re.compile(r"\s*(?:[,;&/\u2028]|\bet\b|\bainsi\s+que\b|\bpuis\b)\s*")
_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
_PLACE = re.compile(
    r"\b(?:rue|avenue|boulevard|place|square|quai|pont|école|collège|lycée|université|gymnase|stade|salle|espace|hôpital|clinique|fondation|"
    r"centre|maison|résidence|foyer|théâtre|médiathèque|bibliothèque|cité|quartier|prix|institut|association|esplanade)(?:\s+(?:de|du|des))?\s+$",
    re.IGNORECASE,
)
_BRACKETED = re.compile(
    r"(?<![\w’'-])([A-ZÀ-Ý][a-zà-ÿ-]{2,})\s+(?:(?:de|du|d['’]|le|la|des)\s*){0,2}[A-ZÀ-Ý][a-zà-ÿ][\w’'-]*\s+\((?=[A-ZÀ-Ý])"
)
# « Affaire suivie par : Jeanne Doe », « Rédactrice : Jeanne Doe »: two words with a capital are a person there.
_BY = re.compile(
    r"\b(?:(?:rédact|animat|rapporteu|secrétaire|présid|référent|pilote|interlocut|contact|correspondant)[\w·.-]*(?:\s+de\s+(?:la\s+)?(?:séance|réunion))?\s*:|"
    r"(?:rédigée?|animée?|présidée?|suivie?|établie?|préparée?)\s+par\s*:?)\s*$",
    re.IGNORECASE,
)
_INITIAL = re.compile(r"[A-ZÀ-Ý]\.(?:-?[A-ZÀ-Ý]\.)*")
_NO_SURNAMES = frozenset("emploi formation economie insertion education sante logement france travail".split())
_MOST_WORDS = 6
_HOMONYMS = Homonyms()


@dataclass(frozen=True)
class Named:
    """Somebody. `civility` is « Mme », « M. » or empty."""

    surname: str
    given: str = ""
    civility: str = ""


def person_of(text: str, civility: str = "") -> Named | None:
    """The person that a text names and does nothing else; None for anything else.

    Args:
        text: « DOE Jeanne », « Mme Jeanne Doe », « J. Doe ».
        civility: of a plural that opened the list.
    """
    written = text.strip(" .,;:•*-–—")
    match = _CIVIL.match(written)
    if match and match["one"]:
        found = CIVILITIES.get(fold_word(match["one"]))
        civility = _SHOWN[found.gender] if found else ""
        written = written[match.end() :]
    words = written.split()
    if not words or len(words) > _MOST_WORDS or not all(_is_name_word(word) for word in words):
        return None
    if any(fold_word(word) in OFFICES for word in words):
        return None
    named = _parted(words)
    sure = bool(match and match["one"]) or bool(civility)
    if named is None or (not sure and not named.given):
        return None
    return Named(named.surname, named.given, civility)


def persons_of(text: str) -> list[Named]:
    """The persons that a list names, « M. X et Mme Y », « Mmes A, B et C »; empty when one of its parts names nobody."""
    found: list[Named] = []
    civility = ""
    for part in filter(None, (one.strip() for one in _AND.split(text))):
        opening = _CIVIL.match(part)
        if opening:
            known = CIVILITIES.get(fold_word(opening["plural"] or ""))
            civility = _SHOWN[known.gender] if known else ""
        named = person_of(part[opening.end() :] if opening and opening["plural"] else part, civility)
        if named is None:
            return []
        found.append(named)
    return found


def opening_name(text: str) -> tuple[Named, str] | None:
    """« DOE Jeanne Agence du travail » → the name that opens a line, and the rest; None when it opens with none."""
    words = text.split()
    match = _CIVIL.match(text)
    start = 1 if match and match["one"] and words and _CIVIL.match(words[0] + " X") else 0
    shouted = start
    while shouted < len(words) and _is_shouted(words[shouted]):
        shouted += 1
    if shouted > start and shouted < len(words) and _is_capitalised(words[shouted]):
        end = shouted + 1  # « DOE Jeanne », « LE GOFF Anne Marie »
        if end < len(words) and _is_given(words[end]) and _is_given(words[shouted]):
            end += 1
    else:
        end = start
        while end < len(words) and _is_capitalised(words[end]) and not _is_shouted(words[end]):
            end += 1
        if end == start or end >= len(words) or not _is_shouted(words[end]):
            return None  # « Jeanne DOE »
        while end < len(words) and _is_shouted(words[end]):
            end += 1
    named = person_of(" ".join(words[:end]))
    return (named, " ".join(words[end:])) if named else None


def given_names(text: str) -> Iterator[tuple[str, str]]:
    """« Jeanne Doe », « DOE Jeanne » in a sentence: (given name, surname), where a given name is one of a short list."""
    words = list(_WORD.finditer(text))
    for one, other in pairwise(words):
        if text[one.end() : other.start()] not in {" ", "\u00a0"}:
            continue
        a, b = one[0].rstrip("."), other[0].rstrip(".")
        before = text[: one.start()]
        initial = bool(_INITIAL.fullmatch(one[0])) and one[0] != "M." and bool(before.strip())
        signs = bool(_BY.search(before)) and _is_capitalised(one[0]) and b[:1].isupper()
        if (_is_given(a) or initial or signs) and _is_surname(b) and not _follows_a_place(before):
            yield a, b
        elif _is_shouted(a) and _is_surname(a) and _is_given(b) and not _is_shouted(b):
            yield b, a


def may_be_a_person(text: str) -> bool:
    """« Xxx de Yyy (Une Organisation) »: a name, perhaps, of which no list knows a word."""
    return any(not article_of(found[1]) and not is_everyday(found[1]) for found in _BRACKETED.finditer(text))


def _parted(words: list[str]) -> Named | None:
    """Surname and given name: capitals tell the surname; else what comes last."""
    shouted = [word for word in words if _is_shouted(word)]
    if shouted and len(shouted) < len(words):
        first, last = words.index(shouted[0]), len(words) - 1 - words[::-1].index(shouted[-1])
        while first and fold_word(words[first - 1]) in PARTICLES:
            first -= 1
        return Named(" ".join(words[first : last + 1]), " ".join([*words[:first], *words[last + 1 :]]))
    if len(words) == 1:
        return Named(words[0])
    if len(shouted) == len(words) and len(words) == 2 and _is_given(words[1]) and not _is_given(words[0]):
        return Named(words[0], words[1])
    start = next((rank for rank, word in enumerate(words) if rank and fold_word(word) in PARTICLES), None)
    if start is None:
        start = 0 if fold_word(words[0]) in PARTICLES else 1
    return Named(" ".join(words[start:]), " ".join(words[:start]))


def _is_name_word(word: str) -> bool:
    letters = word.strip(".’'-")
    return bool(letters) and (word[0].isupper() or fold_word(word) in PARTICLES) and not any(sign.isdigit() for sign in word)


def _is_shouted(word: str) -> bool:
    letters = [sign for sign in word if sign.isalpha()]
    return len(letters) > 1 and all(sign.isupper() for sign in letters) and word[-1] not in ",;:"


def _is_capitalised(word: str) -> bool:
    return word[:1].isupper() and (word[1:2].islower() or word[1:2] in {".", "-"}) and not word.endswith((",", ":", ";"))


def _is_given(word: str) -> bool:
    return word[:1].isupper() and all(_HOMONYMS.sort((fold_word(part),)) == "given" for part in word.split("-") if part)


def _is_surname(word: str) -> bool:
    """A capital; no first word of an organisation's name (« Paul Emploi », « Aubin Fédération »)."""
    return word[:1].isupper() and len(word) > 2 and not article_of(word) and fold_word(word) not in _NO_SURNAMES


def _follows_a_place(before: str) -> bool:
    """« le lycée Jeanne Doe », « la rue Jeanne Doe » name no person."""
    return bool(_PLACE.search(before))
