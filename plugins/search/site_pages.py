"""The site's content and its rendered bodies come in, the pages that the search knows go out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import replace
from typing import Any

from plugins.model.content import Content, Document
from plugins.model.kinds import Kind
from plugins.model.meeting import Meeting
from plugins.model.records import Actor, Need, Page
from plugins.search import documents
from plugins.search.built_pages import built_pages
from plugins.search.sections import Section, sections
from plugins.text.slugs import slugify

# What a visitor narrows by: short, for a list of boxes.
ROLES = {
    "aller-vers": "Aller vers",
    "aller-dans": "Aller dans",
    "les-deux": "Aller vers et aller dans",
    "coordination": "Coordination",
    "ressource": "Ressource",
}
LISTS = {
    "suites": "Suite",
    "questions": "Question posée",
    "propositions": "Proposition",
    "constats": "Constat",
    "vigilance": "Point de vigilance",
    "pratiques": "Pratique",
    "chiffres": "Chiffre donné",
    "plus_tard": "Remis à plus tard",
    "interventions_passees": "Entendu avant",
}

AGENDA = frozenset(("ordre-du-jour", "l-ordre-du-jour"))

# (code, table) → words; (date) → words: the presentation's filters, given by the glue.
Label = Callable[[str, str], str]
DateWords = Callable[[Any], str]


def site_pages(site: Content, bodies: Mapping[str, str], label: Label, date_words: DateWords) -> Iterator[documents.Page]:
    """Every page of the content, then those that the templates build.

    Args:
        site: the content, names of persons masked.
        bodies: page key → HTML of its body.
        label: words for a code of the front matter.
        date_words: a date in full.
    """
    for document in site.documents():
        record: Any = document.record
        actor = isinstance(record, Actor)
        day = record.date if isinstance(record, Meeting) else None
        body = sections(bodies.get(document.key, ""))
        yield documents.Page(
            url=document.url,
            title=record.titre,
            names=tuple(names(record)),
            acronym=(record.sigle or "") if actor else "",
            summary=record.resume or "",
            kind=document.kind.label,
            family=family_title(site, document),
            role=ROLES.get(record.role, record.role) if actor else "",
            publics=tuple(label(public, "public") for public in getattr(record, "publics", ())),
            year=str(day.year) if day else "",
            date=date_words(day) if day else "",
            sections=(*body, *told_apart(site, record, label, {section.anchor for section in body})),
        )
    yield from built_pages(site)


def typeset(page: documents.Page, french: Callable[[str], str]) -> documents.Page:
    """The page with what a result shows in the site's own typography; to the search, spaces and apostrophes are the same."""
    return replace(
        page,
        title=french(page.title),
        summary=french(page.summary),
        kind=french(page.kind),
        family=french(page.family),
        publics=tuple(map(french, page.publics)),
        sections=tuple(replace(part, heading=french(part.heading), text=french(part.text)) for part in page.sections),
    )


def names(record: Any) -> Iterator[str]:
    """Every name of what a page is about besides its title: acronym, aliases, names over time."""
    if isinstance(record, Actor):
        yield from (name.nom for name in record.noms_successifs if name.nom != record.titre)
        if record.sigle and record.sigle != record.titre:
            yield record.sigle
    for alias in getattr(record, "alias", ()):
        yield alias.forme


def family_title(site: Content, document: Document[Page]) -> str:
    """The family that a page belongs to, or is."""
    if document.kind is Kind.FAMILY:
        return document.record.titre
    own = site.families.get(getattr(document.record, "famille", ""))
    return own.record.titre if own else ""


def told_apart(site: Content, record: Any, label: Label, own: Set[str]) -> Iterator[Section]:
    """What the templates show beside the body, under the anchors that they give it.

    Args:
        site: the content.
        record: the page's front matter.
        label: words for a code.
        own: anchors of the body; an agenda that the body tells is not told twice.
    """
    if isinstance(record, Actor):
        offer = record.offre.model_dump(exclude_none=True)
        lines = [f"{label(point, 'offre')} : {text}" for point, text in offer.items()]
        if lines:
            yield Section("offre", "Son offre, en huit points", "\n".join(lines))
        reach = record.contact.model_dump(exclude_none=True)
        if reach:
            yield Section("joindre", "Comment joindre", "\n".join(str(value) for value in reach.values()))
    elif isinstance(record, Need):
        answers = [f"{site.actors[answer.acteur].record.titre} : {answer.texte}" for answer in record.reponses]
        if answers:
            yield Section("portes", "À qui s’adresser", "\n".join(answers))
    elif isinstance(record, Meeting):
        there = dict.fromkeys(site.actors[one.acteur].record.titre for one in record.participants)
        yield Section("participants", "Autour de la table", ", ".join(there))
        points = [*record.ordre_du_jour.initial, *record.ordre_du_jour.effectif]
        if points and not own & AGENDA:
            yield Section("ordre-du-jour", "L’ordre du jour", "\n".join(points))
        for key, items in record.items().items():
            for item in items:
                text = "\n".join(filter(None, (item.texte, getattr(item, "resultat", None))))
                yield Section(item.id or slugify(key), LISTS[key], text)


def acronym_pairs(site: Content) -> Iterator[tuple[str, str]]:
    """(acronym, expansion) that the glossary declares."""
    for term in site.glossary:
        if term.sigle:
            yield term.sigle, term.terme
            if term.aujourd_hui:
                yield term.sigle, term.aujourd_hui
