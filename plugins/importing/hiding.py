"""Texts of the minutes → the same without a person's name, by the policy of `persons`; or who must be declared to keep them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from plugins.importing.attendance import Attendee
from plugins.importing.names import given_names, may_be_a_person
from plugins.model.content import Content
from plugins.model.records import Homonym
from plugins.persons.answers import Answers
from plugins.persons.finders import finders_for
from plugins.persons.masking import mask
from plugins.persons.people import People
from plugins.persons.person import Person, declared, from_full_name
from plugins.persons.scene import NOBODY, Remark, Scene
from plugins.registry.registry import Registry
from plugins.text.folding import fold, fold_word
from plugins.text.tokens import Tokens

_MAYBE = "un nom suivi d'une organisation entre parenthèses est resté : si c'est une personne, l'effacer"
_MOST_PASSES = 4
_OPENING = re.compile(rf"(^|[.!?…]\s+|«\s*){NOBODY}\b")
_TELLS = {
    "ambiguous": "« {name} » peut nommer plusieurs personnes de la réunion : dire de qui il s'agit",
    "doubtful": "« {name} » a été pris pour le nom d'une personne : remettre le mot si c'en est un",
    "disguised": "un nom de personne, écrit autrement, a été retiré",
    "address": "une adresse qui contient le nom d'une personne a été retirée",
    "given": "un prénom de la liste, qui est aussi un mot, est resté : si c'est la personne, l'effacer",
    "unknown": "le nom de quelqu'un dont l'organisation n'est pas dite a été retiré : la dire, ou garder « une personne »",
}


@dataclass(frozen=True)
class Stranger:
    """Somebody whom the text names and the list does not."""

    civility: str
    name: str
    person: Person


@dataclass
class Hiding:
    """What hides the names of one meeting.

    Attributes:
        content: the site's.
        registry: who is who, without this meeting.
        slug: of its page.
        day: when it met.
        keep: whether names stay.
        persons: those of the list, then those that the text names.
        strangers: the latter.
        answers: words that are taken for names.
    """

    content: Content
    registry: Registry
    slug: str
    day: date
    keep: bool
    persons: list[Person] = field(default_factory=list)
    strangers: list[Stranger] = field(default_factory=list)
    answers: dict[str, Homonym] = field(default_factory=dict)
    _scene: Scene | None = None
    _people: People | None = None

    def declare(self, people: Iterable[Attendee], texts: Sequence[str]) -> None:
        """Take in who was there, then whom the texts name besides."""
        for one in people:
            self.persons += _persons(one, self.slug)
        for _ in range(_MOST_PASSES):
            found = [stranger for text in texts for stranger in self._unknown(text)]
            new = {stranger.person.identity: stranger for stranger in found}
            known = {person.identity for person in self.persons}
            fresh = [stranger for identity, stranger in new.items() if identity not in known]
            if not fresh:
                break
            self.strangers += fresh
            self.persons += [stranger.person for stranger in fresh]
        self._scene = self._people = None

    def _unknown(self, text: str) -> Iterable[Stranger]:
        tokens = Tokens(text)
        for named in People(self.persons, bare=True).find(tokens):
            if named.unknown:
                name = text[tokens.start(named.name) : tokens.end(named.last)]
                civility = tokens.words[named.first] if named.first < named.name else ""
                person = from_full_name(self.slug, None, name, 1)
                if person:
                    yield Stranger(_civility(civility), name, person)
        forms = {rank for one in self.registry.forms.longest(tokens) for rank in range(one.first, one.last + 1)}
        for given, surname in given_names(text):
            rank = next((at for at, word in enumerate(tokens.words) if word == surname), -1)
            person = declared(self.slug, None, None, surname, given, 1, None)
            if person and rank not in forms and not any(set(person.surname) & set(one.surname) for one in self.persons):
                yield Stranger("", f"{given} {surname}", person)

    def text(self, text: str) -> tuple[str, tuple[str, ...]]:
        """The text as the draft writes it, and what a person must look at."""
        masked, remarks = mask(text, self.scene)
        doubtful = [remark for remark in remarks if remark.kind == "doubtful"]
        if doubtful:
            for remark in doubtful:
                self.answers.setdefault(remark.name, Homonym(mot=remark.name, personne=True))
            self._scene = replace(self.scene, answers=Answers(list(self.answers.values())))
            masked, again = mask(text, self.scene)
            remarks = [*doubtful, *(remark for remark in again if remark.kind != "doubtful")]
        told = tuple(dict.fromkeys(self._told(remark) for remark in remarks))
        if self.keep:
            return text, tuple(dict.fromkeys(self._told(remark) for remark in remarks if remark.kind == "ambiguous"))
        if masked.count(NOBODY) > text.count(NOBODY) and not told:
            told = (_TELLS["unknown"],)
        for remark in remarks:
            if remark.kind in {"disguised", "unknown"}:
                masked = re.sub(re.escape(remark.name).replace(r"\ ", r"\s+"), NOBODY, masked)
            elif remark.kind == "address":
                masked = re.sub(
                    rf"[^\s<>()]*{re.escape(remark.name)}[^\s<>()]*", "(adresse retirée)", masked, flags=re.IGNORECASE
                )
        if self._keeps_a_given_name(masked):
            told = (*told, _TELLS["given"])
        if not told and may_be_a_person(self._without_forms(masked)):
            told = (_MAYBE,)
        return _OPENING.sub(lambda match: match[1] + NOBODY.capitalize(), masked), told

    def _keeps_a_given_name(self, text: str) -> bool:
        """« Claire et Jeanne relisent »: a word of the language too, which `persons` leaves."""
        given = {word for person in self.persons for word in person.given if len(word) > 2}
        words = Tokens(self._without_forms(text)).words
        return any(word[:1].isupper() and fold_word(word) in given for word in words)

    def _without_forms(self, text: str) -> str:
        """The text with the names of organisations in lower case."""
        tokens = Tokens(text)
        for one in self.registry.forms.longest(tokens):
            start, end = tokens.start(one.first), tokens.end(one.last)
            text = text[:start] + text[start:end].lower() + text[end:]
        return text

    def _told(self, remark: Remark) -> str:
        # The draft holds no name, not even in what it asks.
        shown = remark.name if self.keep else "".join(word[0] + "…" for word in remark.name.split()[-1:])
        return _TELLS[remark.kind].format(name=shown)

    def without_given(self, text: str) -> str:
        """A short text without what looks like somebody's two names."""
        for given, surname in given_names(text):
            text = re.sub(
                rf"\b(?:{re.escape(given)}\s+{re.escape(surname)}|{re.escape(surname)}\s+{re.escape(given)})\b", NOBODY, text
            )
        return text

    @property
    def scene(self) -> Scene:
        """The page, as `persons` sees it."""
        if self._scene is None:
            registry = Registry(
                self.registry.targets, self.registry.forms,
                {**self.registry.persons, self.slug: tuple(self.persons)}, {**self.registry.dates, self.slug: self.day},
            )  # fmt: skip
            finders = finders_for([one for own in registry.persons.values() for one in own], self.content)
            self._scene = Scene(registry, "organisations", finders, self.slug, self.day, Answers(list(self.answers.values())))
        return self._scene

    def speaker(self, text: str) -> str:
        """The slug of the organisation whose person, or name, opens a block; empty when none does."""
        tokens = Tokens(text[:200])
        for named in self.scene.finders.people.find(tokens):
            if (named.civil or named.part == "full") and tokens.start(named.first) < 30:
                slugs = {person.actor for person in self.scene.nearest(named.persons)} if named.persons else set()
                return slugs.pop() if len(slugs) == 1 else ""
            break
        return ""


def _persons(one: Attendee, slug: str) -> Iterable[Person]:
    entry = one.entry
    organisation = entry.organisation
    actor = organisation.slug if organisation else ""
    # Of an organisation without a sheet, its name is shown.
    shown = organisation.written if organisation and not actor else None
    if entry.person:
        person = declared(slug, actor, entry.person.civility or None, entry.person.surname, entry.person.given, 1, shown)
        if person:
            yield person
    if entry.represents:
        person = from_full_name(slug, actor, entry.represents, 1)
        if person:
            yield replace(person, function=shown or "")


def _civility(word: str) -> str:
    folded = fold(word)
    return "Mme" if folded in {"mme", "madame", "mmes"} else "M." if folded in {"m", "mr", "monsieur", "mm"} else ""
