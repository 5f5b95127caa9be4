"""A meeting that was held → its report in Akoma Ntoso 3.0 (OASIS LegalDocML), the format of parliaments: organisations, never a person.

Source: Akoma Ntoso Version 1.0 Part 2, OASIS Standard, 29 August 2018 (docs.oasis-open.org/legaldocml/akn-core/v1.0).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from plugins.cache.store import Store, key_of
from plugins.crosslinks.mention import Mention
from plugins.exports.addresses import Identity
from plugins.exports.catalogue import File, Standard
from plugins.exports.feed import clean
from plugins.exports.mapping import Field, limits_of, row
from plugins.exports.open_data import actors_of
from plugins.model.content import Content, Document
from plugins.model.entries import ENTRIES
from plugins.model.items import Item
from plugins.model.meeting import Meeting
from plugins.text.slugs import slugify

REPORT = "akoma-ntoso.xml"
_NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_SITE = "site"
_EXCUSED = {"invite": " (invité)", "excuse": " (excusé)"}
# A heading, which what stands before the first one has not, and the text under it, one line a block.
Passage = tuple[str, str]
_AGENDAS = (("initial", "Ordre du jour prévu"), ("effectif", "Ordre du jour suivi"))


@dataclass(frozen=True)
class Held:
    """A meeting, how an actor is called on a day, the site; the actors that its page mentions, and what stands there."""

    meeting: Document[Meeting]
    name_at: Callable[[str, date], str]
    site: Identity
    mentioned: tuple[str, ...] = ()
    passages: Sequence[Passage] = field(default=())

    @property
    def record(self) -> Meeting:
        """What its front matter says."""
        return self.meeting.record

    def name(self, slug: str) -> str:
        """How an actor was called that day."""
        return self.name_at(slug, self.record.date)

    @property
    def last_told(self) -> date:
        """The day of its last correction, or of its publication."""
        return max((self.record.published_on, *(one.date for one in self.record.compte_rendu.corrections)))


def akoma_ntoso(
    content: Content,
    mentions: Mapping[str, Sequence[Mention]],
    passages: Mapping[str, Sequence[Passage]],
    name_at: Callable[[str, date], str],
    site: Identity,
    *,
    front: bytes = b"",
    store: Store | None = None,
) -> tuple[dict[str, str], Standard]:
    """A file beside the page of each meeting that was held, and what it cannot hold.

    Args:
        content: with every person's name masked.
        mentions: of each page, by its key.
        passages: of each page, by its key, with no person's name; none for a page whose text is not given away.
        name_at: how an actor is called on a day; each that a meeting names is known.
        site: whose address makes links absolute; without it they lead from the file.
        front: the key of all front matter, names masked; without it, no report is kept.
        store: the reports that were written before; left open.
    """
    slugs = {actor.key: slug for slug, actor in content.actors.items()}
    held = [one for _, one in sorted(content.meetings.items()) if one.record.held]
    files = {}
    for one in held:
        named = tuple(dict.fromkeys(slugs[m.target] for m in mentions.get(one.key, ()) if m.target in slugs))
        told = Held(one, name_at, site, named, passages.get(one.key, ()))
        files[f"{one.url}{REPORT}"] = _kept(told, front, store) if front and store else _report(told)
    last = max(held, key=lambda one: (one.record.date, one.slug), default=None)
    names = () if last is None else (File("Celui de la dernière réunion", f"{last.url}{REPORT}"),)
    about = "Le format des assemblées (OASIS LegalDocML) : à côté de la page de chaque réunion tenue, un fichier akoma-ntoso.xml, de type « debateReport »."
    return files, Standard("Akoma Ntoso 3.0", about, names, (limits_of("debateReport", len(files), REPORT_FIELDS, Meeting),))


def _kept(one: Held, front: bytes, store: Store) -> str:
    """The report, unless an earlier build wrote it of the same front matter, text and mentions."""
    texts = (text for passage in one.passages for text in passage)
    key = key_of("report", front, one.site.name, one.site.address, one.meeting.key, " ".join(one.mentioned), *texts)
    report = store.get(key, str)
    if report is None:
        report = _report(one)
        store.put(key, report)
    return report


def _report(one: Held) -> str:
    found = row(REPORT_FIELDS, one)
    meta = "".join(f"{found[name]}\n" for name in ("identification", "publication", "lifecycle", "references") if name in found)
    head = f'<?xml version="1.0" encoding="utf-8"?>\n<akomaNtoso xmlns="{_NAMESPACE}">\n<debateReport name="synthese" contains="originalVersion">\n'
    rest = f"{found['preface']}\n{found['mainBody']}\n"
    return f"{head}<meta>\n{meta}</meta>\n{rest}</debateReport>\n</akomaNtoso>\n"


def _identification(one: Held) -> str:
    record = one.record
    work = f"/akn/fr/debateReport/{record.instance}/{record.date}/{one.meeting.slug}"
    expression = f"{work}/fra@{one.last_told}"
    author = f'<FRBRauthor href="#{_id(record.instance)}"/>'

    def level(name: str, uri: str, main: str, day: date, what: str, more: str) -> str:
        same = f'<FRBRthis value={_attribute(main)}/><FRBRuri value={_attribute(uri)}/><FRBRdate date="{day}" name="{what}"/>'
        return f"<{name}>{same}{author}{more}</{name}>\n"

    told = one.last_told
    return (
        f'<identification source="#{_SITE}">\n'
        + level("FRBRWork", work, f"{work}/!main", record.date, "meeting", '<FRBRcountry value="fr"/>')
        + level("FRBRExpression", expression, f"{expression}/!main", told, "publication", '<FRBRlanguage language="fra"/>')
        + level("FRBRManifestation", f"{expression}.xml", f"{expression}/!main.xml", told, "publication", "")
        + "</identification>"
    )


def _publication(one: Held) -> str:
    day = one.record.compte_rendu.publie_le
    return f'<publication date="{day}" name="site" showAs={_attribute(one.site.name)}/>' if day else ""


def _lifecycle(one: Held) -> str:
    events = [("generation", one.record.published_on)]
    events += [("amendment", day) for day in sorted({fix.date for fix in one.record.compte_rendu.corrections})]
    lines = (
        f'<eventRef eId="event-{rank}" date="{day}" source="#{_SITE}" type="{kind}"/>'
        for rank, (kind, day) in enumerate(events, start=1)
    )
    return f'<lifecycle source="#{_SITE}">{"".join(lines)}</lifecycle>'


def _references(one: Held) -> str:
    record = one.record
    entries = (item for items in record.items().values() for item in items)
    there = [
        *record.bodies,
        *(who.acteur for who in record.participants),
        *(slug for item in entries for slug in actors_of(item)),
    ]
    file = f"{one.meeting.url}{REPORT}"
    lines = [f'<TLCOrganization eId="{_SITE}" href={_attribute(one.site.link("", file))} showAs={_attribute(one.site.name)}/>']
    for slug in dict.fromkeys((*map(str, there), *one.mentioned)):
        page = _attribute(one.site.link(f"acteurs/{slug}/", file))
        lines.append(f'<TLCOrganization eId="{_id(slug)}" href={page} showAs={_attribute(one.name(slug))}/>')
    for theme in record.themes:
        name = slugify(theme)
        lines.append(f'<TLCConcept eId="theme-{name}" href="/akn/ontology/concept/fr/{name}" showAs={_attribute(theme)}/>')
    inner = "\n".join(lines)
    return f'<references source="#{_SITE}">\n{inner}\n</references>'


def _preface(one: Held) -> str:
    record = one.record
    bodies = (f'<docProponent refersTo="#{_id(slug)}">{_text(one.name(slug))}</docProponent>' for slug in record.bodies)
    hour = f", {record.heure}" if record.heure else ""
    lines = [
        f"<docTitle>{_text(record.titre)}</docTitle>",
        ", ".join(bodies),
        f'<docDate date="{record.date}">{record.date:%d/%m/%Y}</docDate>{hour}',
        _text(record.lieu or ""),
        _text(record.resume or ""),
    ]
    return f"<preface>{''.join(f'<p>{line}</p>' for line in lines if line)}</preface>"


def _main_body(one: Held) -> str:
    return f"<mainBody>\n{''.join(_sections(one)) or '<p>Rien n’est noté.</p>'}</mainBody>"


def _sections(one: Held) -> Iterator[str]:
    record = one.record
    there = ((_organisation(who.acteur, one) + _EXCUSED.get(who.qualite, ""), "") for who in record.participants)
    yield _section("participants", "Participants", there)
    for key, title in _AGENDAS:
        yield _section(f"ordre-du-jour-{key}", title, ((_text(point), "") for point in getattr(record.ordre_du_jour, key)))
    for key, words in ENTRIES.items():
        yield _section(key, words.title, ((_entry(item, one), item.id or "") for item in record.items()[key]))
    for rank, (heading, text) in enumerate(one.passages, start=1):
        lines = ((_text(line), "") for line in text.split("\n") if line.strip())
        yield _section(f"texte-{rank}", heading, lines)


def _section(name: str, heading: str, lines: Iterable[tuple[str, str]]) -> str:
    """A section with a paragraph a line, each with an id of its own; nothing when there is no line."""
    inner = "".join(
        f'<paragraph eId="{f"element-{own}" if own else f"{name}-{rank}"}"><content><p>{line}</p></content></paragraph>\n'
        for rank, (line, own) in enumerate(lines, start=1)
    )
    title = f"<heading>{_text(heading)}</heading>" if heading else ""
    return f'<section eId="{name}">{title}\n{inner}</section>\n' if inner else ""


def _entry(item: Item, one: Held) -> str:
    named = ", ".join(_organisation(slug, one) for slug in actors_of(item))
    return _text(item.texte) + (f" ({named})" if named else "")


def _organisation(slug: str, one: Held) -> str:
    return f'<organization refersTo="#{_id(slug)}">{_text(one.name(slug))}</organization>'


def _id(slug: str) -> str:
    return f"acteur-{slug}"


def _attribute(text: str) -> str:
    return quoteattr(clean(text))


def _text(text: str) -> str:
    return escape(clean(" ".join(text.split())))


_NO_PERSON = "aucune personne ne sort de ce site"
REPORT_FIELDS: tuple[Field[Held], ...] = (
    Field("identification", _identification, ("date", "instance")),
    Field("publication", _publication, ("compte_rendu.publie_le",)),
    Field("classification", why="les thèmes sont des références (TLCConcept)"),
    Field("lifecycle", _lifecycle, ("compte_rendu.corrections",), "le jour de chaque correction ; son texte reste sur la page"),
    Field("workflow", why="une synthèse n’a pas d’étapes de procédure"),
    Field("references", _references, ("themes",)),
    Field("TLCPerson", why=_NO_PERSON),
    Field("preface", _preface, ("titre", "instances", "heure", "lieu", "resume")),
    Field("rollCall", why="les organisations présentes sont une section ; le format voudrait des personnes"),
    Field(
        "mainBody", _main_body, ("participants", "ordre_du_jour", *Meeting.LISTS),
        "le texte de chaque élément et les acteurs qu’il nomme : ni échéance, ni voix, ni chiffre à part ; une section par titre, "
        "sans liens ni tableaux",
    ),
    Field("speech", why="une synthèse ne rapporte aucune parole mot à mot"),
    Field("attachments", why="le document d’origine n’est pas publié ici"),
)  # fmt: skip
