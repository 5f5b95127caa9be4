"""The persons of a run and its content → what finds their names, knowing which of them the content also uses as words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from plugins.model.content import Content
from plugins.persons.homonyms import Homonyms
from plugins.persons.people import People
from plugins.persons.person import PARTICLES, Person
from plugins.persons.policy import Policy
from plugins.persons.residue import Residues
from plugins.persons.scene import Finders
from plugins.text.folding import fold, fold_word
from plugins.text.tokens import Tokens

_ARTICLES = r"(?:l[ea]s?|une?|des|du|aux?|cet(?:te)?|ces?|l['’])"


def finders_for(persons: Sequence[Person], content: Content) -> Finders:
    """What finds the names of some persons in a content."""
    homonyms = Homonyms(_used(persons, content)) if persons else Homonyms()
    return Finders(People(persons, bare=True), Policy(homonyms), Residues(persons, homonyms))


def _used(persons: Iterable[Person], content: Content) -> set[str]:
    """Folded names that are also words here: in lower case after an article, or a part of an actor's name."""
    names = {word for person in persons for word in (*person.surname, *person.given) if word not in PARTICLES}
    told = re.compile(rf"\b{_ARTICLES}\s?(?:{'|'.join(map(re.escape, sorted(names)))})\b")
    found = {match[0].split("'")[-1].split()[-1] for text in _lower(content) for match in told.finditer(text)}
    return found | {word for word in _words_of_actors(content) if word in names}


def _lower(content: Content) -> Iterator[str]:
    """Bodies, folded, without their capitalised words."""
    for document in content.documents():
        words = (word for word in Tokens(document.body).words)
        yield fold(" ".join("·" if word[0].isupper() else word for word in words))


def _words_of_actors(content: Content) -> Iterator[str]:
    for document in content.actors.values():
        record = document.record
        for form in (record.titre, record.sigle or "", *(alias.forme for alias in record.alias)):
            yield from map(fold_word, Tokens(form).words)
