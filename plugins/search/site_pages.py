"""The site's content and its rendered bodies come in, the pages that the search knows go out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import Any

from plugins.model.built_page import Findable
from plugins.model.content import Content, Document
from plugins.model.entries import ENTRIES
from plugins.model.kinds import Kind
from plugins.model.meeting import Meeting
from plugins.model.orders import newest_first
from plugins.model.records import Actor, Need, Page
from plugins.search import documents
from plugins.search.built_pages import built_pages
from plugins.search.sections import Section, typeset_section
from plugins.text.dates import full_date
from plugins.text.labels import label
from plugins.text.slugs import slugify
from plugins.text.typesetting import sentence_case, typeset

AGENDA = frozenset(("ordre-du-jour", "l-ordre-du-jour"))


def site_pages(site: Content, bodies: Mapping[str, Sequence[Section]], others: Iterable[Findable]) -> Iterator[documents.Page]:
    """Every page of the content, then those that the templates build, then those that other rooms tell of.

    Args:
        site: the content, names of persons masked.
        bodies: their sections, by page key.
        others: what other rooms build.
    """
    for document in _in_order(site):
        record: Any = document.record
        actor = isinstance(record, Actor)
        day = record.date if isinstance(record, Meeting) else None
        body = bodies.get(document.key, ())
        yield documents.Page(
            url=document.url,
            title=record.titre,
            names=tuple(names(record)),
            acronym=(record.sigle or "") if actor else "",
            spoken=getattr(record, "mots", ()),
            summary=_summary(site, document),
            kind=document.kind.label,
            family=family_title(site, document),
            role=sentence_case(label(record.role, "role-court")) if actor else "",
            publics=tuple(label(public, "public") for public in getattr(record, "publics", ())),
            year=str(day.year) if day else "",
            bodies=tuple(site.actors[slug].record.titre for slug in record.bodies) if isinstance(record, Meeting) else (),
            date=full_date(day) if day else "",
            sections=(*body, *map(typeset_section, told_apart(site, record, {section.anchor for section in body}))),
        )
    yield from built_pages(site)
    for one in others:
        yield documents.Page(url=one.url, title=one.title, names=one.names, summary=one.summary, kind=one.kind)


def _in_order(site: Content) -> Iterator[Document[Page]]:
    """Of pages that answer as well, the first numbered is shown first: of meetings, the newest."""
    newest = iter(newest_first(site.meetings.values()))
    for document in site.documents():
        yield next(newest) if document.kind is Kind.MEETING else document


def _summary(site: Content, document: Document[Page]) -> str:
    """One sentence; of an actor that closed, that it did."""
    closed = site.closed.get(document.slug) if document.kind is Kind.ACTOR else None
    if closed and closed.record.fin:
        return f"Cet acteur a fermé le {full_date(closed.record.fin.date)}."
    return document.record.resume or ""


def as_shown(page: documents.Page) -> documents.Page:
    """The page with what a result shows of it in the site's own typography, as its sections are already."""
    return replace(
        page,
        title=typeset(page.title),
        summary=typeset(page.summary),
        kind=typeset(page.kind),
        family=typeset(page.family),
        publics=tuple(map(typeset, page.publics)),
        bodies=tuple(map(typeset, page.bodies)),
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


def told_apart(site: Content, record: Any, own: Set[str]) -> Iterator[Section]:
    """What the templates show beside the body, under the anchors that they give it.

    Args:
        site: the content.
        record: the page's front matter.
        own: anchors of the body; an agenda that the body tells is not told twice.
    """
    if isinstance(record, Actor):
        offer = record.offre.model_dump(exclude_none=True)
        lines = [f"{label(point, 'offre')} : {text}" for point, text in offer.items()]
        if lines:
            yield Section("offre", "Son offre, point par point", "\n".join(lines))
        reach = record.contact.model_dump(exclude_none=True)
        if reach:
            yield Section("joindre", "Comment joindre", "\n".join(str(value) for value in reach.values()))
    elif isinstance(record, Need):
        answers = [f"{site.actors[answer.acteur].record.titre} : {answer.texte}" for answer in record.reponses]
        if answers:
            yield Section("portes", "À qui s’adresser", "\n".join(answers))
    elif isinstance(record, Meeting):
        yield from _of_meeting(site, record, own)


def _of_meeting(site: Content, record: Meeting, own: Set[str]) -> Iterator[Section]:
    there = dict.fromkeys(site.actors[one.acteur].record.titre for one in record.participants)
    if there:
        yield Section("participants", "Autour de la table", ", ".join(there))
    points = [*record.ordre_du_jour.initial, *record.ordre_du_jour.effectif]
    if points and not own & AGENDA:
        yield Section("ordre-du-jour", "L’ordre du jour", "\n".join(points))
    for key, items in record.items().items():
        for item in items:
            text = "\n".join(filter(None, (item.texte, getattr(item, "resultat", None))))
            yield Section(item.id or slugify(key), sentence_case(ENTRIES[key].one), text)


def acronym_pairs(site: Content) -> Iterator[tuple[str, str]]:
    """(acronym, expansion) that the glossary declares."""
    for term in site.glossary:
        if term.sigle:
            yield term.sigle, term.terme
            if term.aujourd_hui:
                yield term.sigle, term.aujourd_hui
