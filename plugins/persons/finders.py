"""The persons of a run and its content → what finds their names, knowing which of them its actors are called by too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from plugins.model.content import Content
from plugins.persons.homonyms import Homonyms
from plugins.persons.people import People
from plugins.persons.person import PARTICLES, Person
from plugins.persons.policy import Policy
from plugins.persons.residue import Residues
from plugins.persons.scene import Finders
from plugins.text.folding import fold_word
from plugins.text.tokens import Tokens


def finders_for(persons: Sequence[Person], content: Content) -> Finders:
    """What finds the names of some persons in a content."""
    homonyms = Homonyms(_used(persons, content)) if persons else Homonyms()
    return Finders(People(persons, bare=True), Policy(homonyms), Residues(persons, homonyms))


def _used(persons: Iterable[Person], content: Content) -> set[str]:
    """Folded names that are a part of an actor's name here too."""
    names = {word for person in persons for word in (*person.surname, *person.given) if word not in PARTICLES}
    return {word for word in _words_of_actors(content) if word in names}


def _words_of_actors(content: Content) -> Iterator[str]:
    for document in content.actors.values():
        record = document.record
        for form in (record.titre, record.sigle or "", *(alias.forme for alias in record.alias)):
            yield from map(fold_word, Tokens(form).words)
