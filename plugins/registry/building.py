"""Content → Registry, and what is wrong with the forms that it declares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from plugins.diagnostics import Diagnostic, Place
from plugins.model.content import Content, Document
from plugins.model.meeting import Meeting
from plugins.model.orders import hues
from plugins.model.records import Actor, Alias, Approach, Family
from plugins.persons.person import Person, declared, from_full_name
from plugins.registry.registry import NEVER, Name, Registry, Target
from plugins.text.articles import ARTICLES, acronym_article, with_article
from plugins.text.folding import fold
from plugins.text.forms import Form, is_acronym
from plugins.text.phrases import Phrases


def build(content: Content) -> tuple[Registry, list[Diagnostic]]:
    """The registry of a content (names not yet masked).

    Returns:
        The registry, and diagnostics: a form claimed by two pages, a form too short to be looked for.
    """
    diagnostics: list[Diagnostic] = []
    hue = hues(content.families.values())
    found = [_actor(document, hue.get(str(document.record.famille), 0)) for document in content.actors.values()]
    found += [_page(document, "approach") for document in content.approaches.values()]
    found += [_page(document, "family") for document in content.families.values()]
    targets: dict[str, Target] = {}
    for target in found:
        usable = [(form, place) for form, place in target.forms if _is_usable(form, place, diagnostics)]
        targets[target.key] = Target(
            target.key,
            target.kind,
            target.slug,
            target.name,
            target.hue,
            target.names,
            tuple(usable),
            _former(target),
            target.article,
        )
    forms = [(form, target.key) for target in targets.values() for form, _ in target.forms]
    never = tuple(text for document in content.actors.values() for text in document.record.jamais)
    diagnostics.extend(claimed_twice(targets))
    persons = {slug: tuple(_persons(document)) for slug, document in content.meetings.items()}
    dates = {slug: document.record.date for slug, document in content.meetings.items()}
    return Registry(targets, Phrases([*forms, *((Form(text), NEVER) for text in never)]), persons, dates, never), diagnostics


def _actor(document: Document[Actor], hue: int) -> Target:
    record = document.record
    forms = [(Form(record.titre), document.place("titre"))]
    if record.sigle:
        forms.append((Form(record.sigle), document.place("sigle")))
    forms += [(form_of(alias), document.place("alias", rank)) for rank, alias in enumerate(record.alias)]
    forms += [
        (Form(name.nom), document.place("noms_successifs", rank, "nom")) for rank, name in enumerate(record.noms_successifs)
    ]
    # An alias with flags says how its form is to be read, even when the title or acronym is spelt alike.
    flagged = {fold(alias.forme) for alias in record.alias if alias.casse or alias.nombre or alias.litteral}
    kept = [
        (form, place) for form, place in forms if form.casse or form.nombre or form.litteral or fold(form.text) not in flagged
    ]
    names = tuple(Name(name.nom, name.depuis, name.jusqu_au) for name in record.noms_successifs)
    return Target(document.key, "actor", document.slug, record.titre, hue, names, tuple(kept), article=_article(record))


def _article(record: Actor) -> str:
    """As the page says it, as one of its forms does (« la CGT »), or that of the words that an acronym stands for."""
    if record.article:
        return record.article
    forms = [alias.forme for alias in record.alias]
    folded = set(map(fold, forms))
    said = next((article for article in ARTICLES if fold(with_article(record.titre, article)) in folded), "")
    if said or not is_acronym(Form(record.titre).words[0] if Form(record.titre).words else ""):
        return said
    return next((article for form in forms if (article := acronym_article(record.titre, form))), "")


def _page(document: Document[Approach] | Document[Family], kind: Literal["approach", "family"]) -> Target:
    record = document.record
    forms = tuple((form_of(alias), document.place("alias", rank)) for rank, alias in enumerate(record.alias))
    return Target(document.key, kind, document.slug, record.titre, 0, (), forms)


def form_of(alias: Alias) -> Form:
    """An alias of a page, as phrases are made of it."""
    return Form(alias.forme, alias.casse, alias.nombre, alias.litteral)


def _former(target: Target) -> Mapping[str, str]:
    now = fold(target.name)
    return {fold(name.text): name.text for name in target.names if fold(name.text) != now}


def _is_usable(form: Form, place: Place, diagnostics: list[Diagnostic]) -> bool:
    letters = fold("".join(form.words))
    if not letters:
        diagnostics.append(
            place.error(f"« {form.text} » ne contient aucun mot — écrire la forme telle que les textes l'emploient")
        )
    elif len(letters) == 1:
        message = f"« {form.text} » n'a qu'une lettre, que tous les textes contiennent — écrire une forme plus longue"
        diagnostics.append(place.error(message))
    elif form.is_everyday and not form.casse:
        diagnostics.append(
            place.warning(
                f"« {form.text} » est aussi un mot courant : « {form.text.lower()} » n'est jamais lié — "
                f"pour le dire vous-même, ajouter l'alias {{forme: {form.text}, casse: true}}"
            )
        )
    return len(letters) > 1


def claimed_twice(targets: Mapping[str, Target]) -> Iterator[Diagnostic]:
    """A warning for each form that two pages declare alike: what it means is then left open."""
    owners: dict[tuple[str, bool, bool, bool], tuple[Target, Place]] = {}
    for target in targets.values():
        for form, place in target.forms:
            key = (fold(form.text), form.casse, form.nombre, form.litteral)
            owner, where = owners.setdefault(key, (target, place))
            if owner.key != target.key:
                yield place.warning(
                    f"« {form.text} » désigne déjà {owner.name} ({where.path}, ligne {where.line}) — "
                    "l'enlever d'un côté, ou préciser l'une des deux formes"
                )


def _persons(document: Document[Meeting]) -> Iterator[Person]:
    found: dict[object, Person] = {}
    for rank, one in enumerate(document.record.participants):
        line = document.place("participants", rank).line
        present = declared(document.slug, str(one.acteur), one.civilite, one.nom, one.prenom, line, one.fonction)
        absent = from_full_name(document.slug, str(one.acteur), one.represente, line) if one.represente else None
        for person in (present, absent):
            if person:
                found.setdefault(person.identity, person)
    for rank, cited in enumerate(document.record.personnes_citees):
        line = document.place("personnes_citees", rank).line
        actor = str(cited.acteur) if cited.acteur else None
        person = declared(document.slug, actor, cited.civilite, cited.nom, cited.prenom, line, cited.fonction)
        if person:
            found.setdefault(person.identity, person)
    yield from found.values()
