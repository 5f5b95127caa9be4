"""One line of a list of those who were there → its persons and organisations, in each of the ways in which people write it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from plugins.importing.asides import without_quality, without_representation
from plugins.importing.names import Named, opening_name, person_of, persons_of
from plugins.importing.organisations import Organisation, is_known, resolve
from plugins.registry.registry import Registry

_LONGEST = 700  # signs of a sentence that lists everybody
_LONGEST_NAME = 90  # signs of an organisation
_GROUP = re.compile(r"(?P<who>[^();]+?)\s*\((?P<org>[^()]*)\)\s*[,;.]?\s*(?:et\s+)?")
_DASH = re.compile(r"\s+[-–—]\s+|\s*:\s+")
_HOW = re.compile(
    r"\s*[(\[–—-]\s*(?:en\s+)?(?:visio\w*|distanciel|présentiel|téléphone|par\s+téléphone|à\s+distance|en\s+ligne)\s*[)\]]?(?=\s*(?:$|[,;.\t]))",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:a|ont|est|sont|rappelle|propose|souligne|précise|indique|présente|demande|souhaite|remercie|ouvre|informe|explique|constate)\b"
)


@dataclass(frozen=True)
class Entry:
    """Somebody, an organisation, or both.

    Attributes:
        person: None when the line names an organisation only.
        organisation: None when the line names a person only.
        function: as written.
        represents: whose place they take.
        quality: what the line itself says of them: « Mme X (CGT), excusée ».
        doubts: what a person must look at.
    """

    person: Named | None
    organisation: Organisation | None
    function: str = ""
    represents: str = ""
    quality: Literal["", "invite", "excuse"] = ""
    doubts: tuple[str, ...] = ()


def entries_of(text: str, registry: Registry, *, listed: bool = False) -> list[Entry]:
    """Every entry of a line; empty when it is no such line.

    Args:
        text: the line; a tab stands for a wide gap.
        registry: who is who.
        listed: whether the line is one of a list, where an organisation that has no sheet is one all the same.
    """
    line = text.strip()
    if not line or len(line) > _LONGEST:
        return []
    line, quality = without_quality(_HOW.sub("", line).strip())
    line, represents, reversed_ = without_representation(line)
    if "\t" in line:
        found = _fields([part.strip() for part in line.split("\t") if part.strip()], registry)
    else:
        found = list(_written(line, registry, listed))
    if represents and len(found) == 1 and found[0].person:
        found = [_represented(found[0], represents, reversed_=reversed_)]
    return [replace(one, quality=quality) for one in found] if quality and len(found) == 1 else found


def _represented(entry: Entry, who: str, *, reversed_: bool) -> Entry:
    """« Mme X (représente M. Y) », « M. Y, représenté par Mme X »: X was there."""
    if not reversed_ or entry.person is None:
        return replace(entry, represents=who)
    other = person_of(who)
    absent = " ".join(filter(None, (entry.person.given, entry.person.surname)))
    return replace(entry, person=other, represents=absent) if other else entry


def _fields(fields: list[str], registry: Registry) -> list[Entry]:
    """« DOE Jeanne ⇥ Agence du travail ⇥ directrice », in any order."""
    persons: list[Named] = []
    rest: list[str] = []
    for part in fields:
        named = [] if is_known(part, registry) else persons_of(part)
        if named and not persons:
            persons = named
        else:
            rest.append(part)
    if not persons and len(fields) > 2 and (whole := person_of(f"{fields[0].upper()} {fields[1]}")):
        persons, rest = [whole], fields[2:]  # « Doe ⇥ Jeanne ⇥ Agence du travail »
    if not rest:
        return [Entry(person, None, doubts=("son organisation n'est pas dite",)) for person in persons]
    known = next((part for part in rest if is_known(part, registry)), rest[0])
    function = ", ".join(part for part in rest if part != known and not _is_contact(part))
    organisation = resolve(known, registry)
    return [Entry(person, organisation, function) for person in persons] or [Entry(None, organisation, function)]


def _is_contact(part: str) -> bool:
    return "@" in part or sum(sign.isdigit() for sign in part) > 7


def _written(line: str, registry: Registry, listed: bool) -> Iterator[Entry]:
    if _VERB.search(re.sub(r"\([^)]*\)", "", line)) and not line.count("("):
        return
    groups = list(_GROUP.finditer(line))
    if groups and (own := list(_grouped(line, groups, registry))):
        yield from own
        return
    parts = [part for part in re.split(r"\s*;\s*", line.rstrip(". ")) if part]
    for part in parts:
        found = _one(part, registry, listed or len(parts) > 1)
        if not found:
            return
        yield from found


def _grouped(line: str, groups: list[re.Match[str]], registry: Registry) -> Iterator[Entry]:
    """« M. X et Mme Y (CGT), Mme Z (Dreets) »."""
    civility = ""
    for group in groups:
        who, org = re.sub(r"^(?:et|ainsi\s+que|puis)\s+", "", group["who"].strip(" ,.;–—-")), group["org"].strip()
        # « MM. X (CGT) et Y (Dreets) »: what opened the list goes on.
        persons = persons_of(who) or [one for one in (person_of(who, civility),) if one and civility]
        civility = persons[-1].civility if persons else ""
        if persons:
            yield from (Entry(person, resolve(org, registry)) for person in persons)
        elif is_known(who, registry):  # « Agence du travail (Mme X) »
            inside = persons_of(org)
            yield from [Entry(person, resolve(who, registry)) for person in inside] or [Entry(None, resolve(who, registry), org)]
        elif (split := _person_and_rest(who)) is not None:
            yield Entry(split[0], resolve(org, registry), split[1])
        else:
            return
    rest = line[groups[-1].end() :].strip(" ,;.")
    if rest:
        yield from _one(rest, registry, listed=False)


def _person_and_rest(text: str) -> tuple[Named, str] | None:
    """« Mme X, directrice » → the person, and what she is."""
    first, _, rest = text.partition(",")
    person = person_of(first)
    return (person, rest.strip()) if person else None


def _one(part: str, registry: Registry, listed: bool) -> list[Entry]:
    """A person and an organisation, parted by a dash, a colon, a comma, or nothing but capitals."""
    if is_known(part, registry):
        return [Entry(None, resolve(part, registry))]
    sides = _DASH.split(part, maxsplit=1)
    if len(sides) == 2 and (found := _two(sides[0], sides[1], registry)):
        return found
    several = [one.strip() for one in re.split(r",|\bet\b|/", part) if one.strip()]
    others = [one for one in several if not is_known(one, registry)]
    if len(several) > 1 and 2 * len(others) <= len(several) and not any(map(person_of, others)):
        return [Entry(None, resolve(one, registry)) for one in several]
    commas = [one.strip() for one in part.split(",") if one.strip()]
    # « DOE Jeanne Région Normandie »: capitals alone tell where the organisation begins.
    if len(commas) == 1 and (opening := opening_name(part)) and opening[1][:1].isupper():
        return [Entry(opening[0], resolve(opening[1].strip(" -–—"), registry))]
    persons = persons_of(part)
    if persons and (len(commas) == 1 or not any(is_known(one, registry) for one in commas)):
        # « DOE Jeanne, Cap emploi »: what is no person's name here is one's organisation.
        if (
            len(commas) == 2
            and person_of(commas[1])
            and not re.match(r"(?:M\.|MM\.|Mmes?|Mlles?|Dr|Me|Monsieur|Madame)\b", commas[1])
            and person_of(commas[0])
            and not _shouts(commas[1])
        ):
            return [Entry(person_of(commas[0]), resolve(commas[1], registry))]
        return [Entry(person, None, doubts=("son organisation n'est pas dite",)) for person in persons]
    if len(commas) > 1 and (found := _commas(commas, registry)):
        return found
    opening = opening_name(part)
    if opening and opening[1]:
        return [Entry(opening[0], resolve(opening[1].strip(" ,-–—"), registry))]
    if listed and len(part) <= _LONGEST_NAME and part[:1].isupper() and not _VERB.search(part):
        return [Entry(None, resolve(part, registry))]
    return []


def _shouts(text: str) -> bool:
    return any(word.isupper() and len(word) > 1 for word in text.split()) and any(word.istitle() for word in text.split())


def _two(left: str, right: str, registry: Registry) -> list[Entry]:
    """« Mme X – Dreets », « Dreets : Mme X, M. Y »."""
    persons, org = persons_of(left), right
    function = ""
    if not persons or is_known(left, registry):
        persons, org = persons_of(right), left
    if not persons:
        split = _person_and_rest(left)
        if split is None:
            return []
        persons, org, function = [split[0]], right, split[1]
    if "," in org and not is_known(org, registry):
        parts = [one.strip() for one in org.split(",")]
        known = next((one for one in parts if is_known(one, registry)), parts[-1])
        function, org = ", ".join(one for one in parts if one != known), known
    if len(org) > _LONGEST_NAME:
        return []
    return [Entry(person, resolve(org, registry), function) for person in persons]


def _commas(parts: list[str], registry: Registry) -> list[Entry]:
    """« Mme X, Dreets », « Mme X, directrice, Dreets », « Mme X, Dreets, M. Y, CGT »."""
    found: list[Entry] = []
    current: list[Named] = []
    said: list[str] = []

    def close() -> None:
        known = next((one for one in said if is_known(one, registry)), said[-1] if said else "")
        function = ", ".join(one for one in said if one != known)
        organisation = resolve(known, registry) if known else None
        doubts = () if known else ("son organisation n'est pas dite",)
        found.extend(Entry(person, organisation, function, doubts=doubts) for person in current)

    for part in parts:
        persons = [] if is_known(part, registry) else persons_of(part)
        if persons and (said or not current):
            if current:
                close()
            current, said = persons, []
        elif persons:
            current += persons
        elif current and len(part) <= _LONGEST_NAME:
            said.append(part)
        else:
            return []
    if current:
        close()
    return found
