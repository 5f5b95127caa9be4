"""The content and its mentions → everything that is given away: one dataset a kind of things, with the keys of the front matter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from plugins.crosslinks.mention import Mention
from plugins.exports.addresses import Identity
from plugins.exports.dataset import FOLDER, Dataset, filled
from plugins.exports.row_schemas import PRIVATE, TEXT, of_record, said, written
from plugins.model.content import SCHEMAS, Content
from plugins.model.items import Item
from plugins.model.kinds import GLOSSARY_URL, Kind
from plugins.model.lists import Door, Term, Territory
from plugins.model.records import Answer, Record

Row = dict[str, Any]
ENTRIES = "elements"
_ACTOR_COLUMNS = (
    "slug", "titre", "sigle", "alias=alias.forme", "famille", "famille_titre", "nature", "role", "publics", "territoires",
    "resume", "site=contact.site", "annuaire=contact.annuaire", "telephone=contact.telephone", "courriel=contact.courriel",
    "adresse=contact.adresse", "horaires=contact.horaires", "statut", "verifie_le", "absent_des_reunions", "fin=fin.date", "page",
)  # fmt: skip
# Kind → title, what a row is, columns of the CSV.
_OF_KIND: Mapping[Kind, tuple[str, str, tuple[str, ...]]] = {
    Kind.ACTOR: ("Les acteurs", "Une organisation, une instance, un réseau ou un métier.", _ACTOR_COLUMNS),
    Kind.FAMILY: ("Les familles d’acteurs", "Une famille d’acteurs.", ("slug", "titre", "resume", "alias=alias.forme", "page")),
    Kind.APPROACH: ("La démarche", "Une notion de la démarche.", ("slug", "titre", "resume", "alias=alias.forme", "page")),
    Kind.NEED: (
        "Les besoins",
        "La question d’un habitant, avec les réponses des acteurs, dans l’ordre du relais.",
        ("slug", "titre", "resume", "groupe", "urgence", "publics", "territoires", "repondent=reponses.acteur", "attendus",
         "contradictions", "page"),
    ),
    Kind.MEETING: (
        "Les réunions",
        "Une réunion : qui y siégeait, et tout ce que sa synthèse a noté. Aucun nom de personne.",
        ("slug", "titre", "date", "heure", "lieu", "instance", "instances", "etat", "reportee_au", "resume",
         "participants=participants.acteur", "themes", "axes", "page"),
    ),
    Kind.STEP: (
        "La feuille de route",
        "Un axe ou une action, et où elle en est.",
        ("slug", "titre", "nature", "axe", "resume", "porteurs", "avec", "avancement", "echeance", "date", "remplace", "page"),
    ),
}  # fmt: skip
_PAGE = said(slug="Identifiant, qui ne change pas.", page="Adresse de la page du site.")


def datasets(content: Content, site: Identity) -> tuple[Dataset, ...]:
    """All that the front matter gives away.

    Args:
        content: with every person's name masked.
        site: whose address makes the links absolute.
    """
    return (
        *(_pages(kind, content, site) for kind in _OF_KIND),
        _answers(content, site),
        _entries(content, site),
        *_lists(content, site),
    )


def _known(record: Record) -> Row:
    """The keys of the front matter, without those that are empty."""
    excluded: dict[str, Any] = dict.fromkeys(PRIVATE[""], True)
    people = {"participants": {"__all__": set(PRIVATE["participants"])}} if "participants" in type(record).model_fields else {}
    return filled(record.model_dump(mode="json", exclude={**excluded, **people}))


def _columns(*columns: str) -> dict[str, str]:
    pairs = (column.partition("=") for column in columns)
    return {header: path or header for header, _, path in pairs}


def _pages(kind: Kind, content: Content, site: Identity) -> Dataset:
    title, about, columns = _OF_KIND[kind]
    rows = [
        {"slug": slug, "page": site.link(one.url, FOLDER), **_known(one.record)} for slug, one in sorted(content.of(kind).items())
    ]
    more = dict(_PAGE)
    if kind is Kind.ACTOR:
        more |= said(famille_titre="Titre de sa famille.")
        titles = {slug: family.record.titre for slug, family in content.families.items()}
        rows = [row | {"famille_titre": titles[row["famille"]]} if row["famille"] in titles else row for row in rows]
    schema = of_record(SCHEMAS[kind], more, "slug", "page")
    return Dataset(kind.folder, kind.folder.replace("-", "_"), title, about, tuple(rows), schema, _columns(*columns))


def _answers(content: Content, site: Identity) -> Dataset:
    rows: list[Row] = []
    for _, need in sorted(content.needs.items()):
        link = site.link(need.url, FOLDER)
        own = need.record
        rows += [{"besoin": need.slug, "rang": rank, "page": link, **_known(one)} for rank, one in enumerate(own.reponses, 1)]
    more = said(besoin="Identifiant du besoin.", page="Adresse de la page du besoin.")
    more["rang"] = {"type": "integer", "minimum": 1, "description": "Place dans l’ordre du relais."}
    columns = _columns(
        "besoin", "rang", "acteur", "texte", "conditions", "contact", "apporter", "sinon", "porte", "source=source.url", "page"
    )
    schema = of_record(Answer, more, "besoin", "rang", "page")
    return Dataset("reponses", "reponses", "Les réponses", "Ce qu’un acteur répond à un besoin.", tuple(rows), schema, columns)


def _entries(content: Content, site: Identity) -> Dataset:
    """What meetings noted, list by list; `acteurs` are all that an entry names, whatever its list calls them."""
    rows: list[Row] = []
    for _, meeting in sorted(content.meetings.items()):
        for key, items in meeting.record.items().items():
            rows += [_entry(meeting.slug, key, one, site.link(meeting.url, FOLDER)) for one in items]
    properties = said(
        reunion="Identifiant de la réunion.",
        liste="La liste de la synthèse : decisions, constats, questions…",
        id="Identifiant dans la réunion : c1, q2…",
        texte="Le texte.",
        etat="Où il en était à la réunion : ouverte, convenue, retenue…",
        date="Dernier jour de l’échéance.",
        page="Adresse du passage.",
    ) | {"acteurs": {"type": "array", "items": dict(TEXT), "description": "Identifiants des acteurs qu’il nomme."}}
    schema = written(properties, "reunion", "liste", "texte", "page")
    columns = _columns("reunion", "liste", "id", "texte", "acteurs", "etat", "date", "page")
    about = "Ce qu’une réunion a noté : constat, question, proposition, suite, décision, chiffre…"
    return Dataset(ENTRIES, ENTRIES, "Les éléments des réunions", about, tuple(rows), schema, columns)


def _entry(meeting: str, key: str, item: Item, page: str) -> Row:
    known = _known(item)
    state = known.get("etat") or known.get("statut")
    return filled(
        {
            "reunion": meeting,
            "liste": key,
            "id": item.id,
            "texte": item.texte,
            "acteurs": actors_of(item),
            "etat": state,
            "date": known.get("date") or known.get("jusqu_au"),
            "page": f"{page}#{item.id}" if item.id else page,
        }
    )


def actors_of(item: Item) -> list[str]:
    """The actors that an entry of a meeting names, each once, who says it first."""
    named = [getattr(item, name, None) or () for name in ("acteur", "acteurs", "porteurs", "avec")]
    return list(dict.fromkeys(slug for one in named for slug in ([one] if isinstance(one, str) else one)))


def mentions_of(content: Content, mentions: Mapping[str, tuple[Mention, ...]], site: Identity) -> Dataset:
    """Counted by passage: neither the words nor who bore a name.

    Args:
        content: with every person's name masked.
        mentions: of each page, by its key.
        site: whose address makes the links absolute.
    """
    documents = content.by_key()
    counted = Counter(
        (page, one.anchor, one.target)
        for page, own in mentions.items()
        for one in own
        if one.counts and page in documents and one.target in documents
    )
    rows = [
        {"source": page, "ancre": anchor, "cible": target, "nombre": count, "page": _passage(documents[page].url, anchor, site)}
        for (page, anchor, target), count in sorted(counted.items())
    ]
    properties = said(
        source="La page qui en parle, par son dossier et son identifiant.",
        ancre="Le passage.",
        cible="La page dont il parle : un acteur, une famille, une notion.",
        page="Adresse du passage.",
    ) | {"nombre": {"type": "integer", "minimum": 1, "description": "Combien de fois le passage en parle."}}
    kept = tuple(map(filled, rows))
    schema = written(properties, "source", "cible", "nombre", "page")
    columns = _columns("source", "ancre", "cible", "nombre", "page")
    return Dataset("mentions", "mentions", "Les mentions", "Un passage du site qui parle d’un acteur.", kept, schema, columns)


def _passage(url: str, anchor: str, site: Identity) -> str:
    link = site.link(url, FOLDER)
    return f"{link}#{anchor}" if anchor else link


def _lists(content: Content, site: Identity) -> Iterator[Dataset]:
    terms = sorted(content.glossary, key=lambda term: term.anchor)
    link = site.link(GLOSSARY_URL, FOLDER)
    rows: Iterable[Row] = [{"id": one.anchor, "page": f"{link}#{one.anchor}", **_known(one)} for one in terms]
    more = said(id="Identifiant, qui ne change pas.", page="Adresse de l’entrée.")
    columns = _columns("id", "terme", "sigle", "definition", "aujourd_hui", "depuis", "acteur", "source=source.url", "page")
    schema = of_record(Term, more, "id", "page")
    yield Dataset("glossaire", "termes", "Le glossaire", "Un sigle ou un terme.", tuple(rows), schema, columns)
    rows = map(_known, sorted(content.territories, key=lambda one: one.slug))
    columns = _columns(
        "slug",
        "nom",
        "niveau",
        "code",
        "dans",
        "dans_calcule",
        "anciens_noms",
        "fin=fin.date",
        "suite=fin.suite",
        "source=source.titre",
    )
    title = "Les territoires"
    yield Dataset("territoires", "territoires", title, "Un territoire.", tuple(rows), of_record(Territory, {}), columns)
    rows = map(_known, sorted(content.doors, key=lambda one: one.slug))
    columns = _columns(
        "slug", "nom", "genre", "telephone", "url", "adresse", "territoires", "annuaire", "acteur", "acteurs", "urgence", "texte", "horaires", "verifie_le",
        "source=source.url",
    )  # fmt: skip
    about = "Un numéro, une démarche en ligne ou un annuaire, daté, avec sa source."
    yield Dataset("portes", "portes", "Les portes", about, tuple(rows), of_record(Door, {}), columns)
