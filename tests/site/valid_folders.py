"""Valid content folders, made from the schema itself: a key that is added to a record is tried without a word here."""

from __future__ import annotations

import json
import types
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from plugins.model.content import SCHEMAS
from plugins.model.kinds import Kind
from plugins.model.lists import Door, Term, Territory
from plugins.model.values import Hour, Reference, SecureUrl, Slug, Url

# The day of the builds: what was done was done before it.
DAY = date(2026, 11, 28)
MOST = 5

WORDS = (
    "accueil travail quartier atelier l'emploi parcours écoute « relais » formation rencontre œuvre 12 places, Noël ; le café : midi "
    "aujourd’hui R&D 50 % <i>ici</i> {{ rien }} *fort* #un `code` été — ensuite (peut-être) l’îlot 3e QPV"
).split(" ")  # fmt: skip
BLOCKS = (
    "## Échanges",
    "### Un point",
    "Un paragraphe simple, sur deux lignes\net sans surprise.",
    "- un\n- deux\n  - trois",
    "1. un\n2. deux",
    "> une citation",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "Une note[^1].\n\n[^1]: Le texte de la note.",
    "::: question Est-ce vrai ?\nOui.\n:::",
    "Un terme\n: sa définition",
    "**Gras**, *italique*, `code` et [un lien](https://exemple.fr/page).",
)
NAMES = ("Vasselin", "Thoumirel", "Osquel", "Brouquère")
FIRST_NAMES = ("Ézolde", "Ludmane", "Corvin")


@dataclass
class Making:
    """A folder being made: which pages it will hold, and what must not be written twice."""

    random: Random
    slugs: dict[str, list[str]]
    territories: list[str]
    doors: list[str]
    counter: int = 0
    fullness: float = 0.5  # how likely an optional key is written
    ids: dict[str, list[str]] = field(default_factory=dict)

    def number(self) -> int:
        self.counter += 1
        return self.counter

    def text(self) -> str:
        return "Mot " + " ".join(self.random.choices(WORDS, k=self.random.randint(1, 8)))

    def day(self) -> str:
        return (date(2019, 1, 1) + timedelta(days=self.random.randint(0, (DAY - date(2019, 1, 1)).days))).isoformat()

    def known(self, target: str) -> list[str]:
        lists = {"territoires.yml": self.territories, "portes.yml": self.doors}
        return lists[target] if target in lists else self.slugs[target]

    def record(self, schema: type[BaseModel]) -> dict[str, Any] | None:
        """Compulsory keys and any of the others; None when a compulsory reference has no page to lead to."""
        made: dict[str, Any] = {}
        for key, info in schema.model_fields.items():
            if not info.is_required() and self.random.random() >= self.fullness:
                continue
            value = self.value(key, info.annotation, [*info.metadata])
            if value is not None and value != []:
                made[key] = value
            elif info.is_required() and value is None:
                return None
        return made

    def value(self, key: str, annotation: Any, metadata: list[Any]) -> Any:
        """A value of a type, or of a key that asks for more than its type says."""
        if key in SPECIAL:
            return SPECIAL[key](self)
        origin, arguments = get_origin(annotation), get_args(annotation)
        if words := next((one.json_schema_extra["enum"] for one in metadata if _listed(one)), None):
            return self.random.choice(words)
        if origin is Annotated:
            return self.value(key, arguments[0], list(arguments[1:]))
        if metadata and annotation is date:
            return self.day()
        if origin in (Union, types.UnionType):
            return self.value(key, next(one for one in arguments if one is not type(None)), metadata)
        if origin in (list, tuple):
            size = self.random.randint(0, MOST)
            values = [self.value("", arguments[0], []) for _ in range(size)]
            kept = [one for one in values if one is not None]
            return list(dict.fromkeys(kept)) if all(isinstance(one, str) for one in kept) else kept
        if origin is Literal:
            return self.random.choice(arguments)
        if annotation is bool:
            return self.random.random() < 0.5
        if annotation is int:
            return self.random.randint(1, 24)
        return self.plain(annotation, metadata)

    def plain(self, annotation: Any, metadata: list[Any]) -> Any:
        if isinstance(annotation, type) and issubclass(annotation, Reference):
            known = self.known(annotation.target)
            return self.random.choice(known) if known else None
        if isinstance(annotation, type) and issubclass(annotation, Slug):
            return self.random.choice(["residents-qpv", "jeunes", "tous"])
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return self.record(annotation)
        validators = {str(getattr(one, "func", "")) for one in metadata}
        if validators & _names(Hour):
            return "09:30"
        if validators & (_names(Url) | _names(SecureUrl)):
            return f"https://exemple.fr/{self.number()}"
        return self.text()


def _listed(metadata: Any) -> bool:
    """Whether the schema lists the words that may be written."""
    return "enum" in (getattr(metadata, "json_schema_extra", None) or {})


def _names(alias: Any) -> set[str]:
    return {str(one.func) for one in get_args(alias)[1:]}


def _origin(making: Making) -> list[dict[str, str]]:
    pairs = [{"reunion": meeting, "id": one} for meeting, ids in making.ids.items() for one in ids]
    return making.random.sample(pairs, min(len(pairs), making.random.randint(0, 3))) if pairs else []


def _item_id(making: Making) -> str:
    return f"c{making.number()}"


def _sources(making: Making) -> Any:
    return [{"titre": making.text()}, {"titre": "Une page", "url": "https://exemple.fr/source"}]


# Keys that ask for more than their type: unique in their folder, in the past, a coherent pair…
SPECIAL: dict[str, Callable[[Making], Any]] = {
    "titre": lambda making: f"Titre {making.number()} {making.text()}",
    "terme": lambda making: f"Terme {making.number()}",
    "sigle": lambda making: f"SG{making.number()}",
    "forme": lambda making: f"la Forme {making.number()}",
    "alias": lambda making: [f"le Nom {making.number()}", {"forme": f"Cap {making.number()}", "casse": True}],
    "jamais": lambda making: [],
    "noms_successifs": lambda making: [
        {"nom": f"Ancien nom {making.number()}", "jusqu_au": "2023-12-31"},
        {"nom": f"Nouveau nom {making.number()}", "depuis": "2024-01-01"},
    ],
    "redirections": lambda making: [f"/anciennes/page-{making.number()}/"],
    "id": _item_id,
    "origine": _origin,
    "source": lambda making: {"titre": making.text(), "url": "https://exemple.fr/document"},
    "sources": _sources,
    "sha256": lambda making: "0" * 64,
    "date": Making.day,
    "verifie_le": Making.day,
    "telephone": lambda making: "02 61 91 00 01",
    "courriel": lambda making: "accueil@exemple.fr",
    "code": lambda making: None,
    "dans": lambda making: None,
    "nom": lambda making: making.random.choice(NAMES),
    "prenom": lambda making: making.random.choice(FIRST_NAMES),
    "represente": lambda making: f"{making.random.choice(FIRST_NAMES)} {making.random.choice(NAMES)}",
    "prochaine_reunion": lambda making: {"date": making.random.choice(["2026-11-28", "2027-02-01", "2020-01-01"]), "lieu": "Salle 1"},
    "axe": lambda making: None,
    # What a life of years says is coherent, or it is not valid: tests/model/test_life.py.
    "fin": lambda making: {"date": "2026-12-31", "motif": making.text()},
    "compte_rendu": lambda making: {"etat": "approuve", "publie_le": "2026-11-27", "corrections": [{"date": "2026-11-28", "texte": making.text()}]},
    "instances": lambda making: [],
    "voix": lambda making: making.random.choice([{"pour": 9, "contre": 1, "abstentions": 2}, {"unanimite": True}]),
    "depuis": lambda making: "2020-01-01",
    "jusqu_au": lambda making: "2026-12-31",
    "mots": lambda making: [f"mot {making.number()}"],
    "reportee_au": lambda making: None,
    "etat": lambda making: None,
    "passage": lambda making: None,
    "theme": lambda making: None,
    "remplace": lambda making: [],
}  # fmt: skip


def valid_folder(seed: int) -> dict[str, str]:
    """The files of a valid folder: 0 to 5 pages of each kind, any subset of the optional keys; the same for the same seed."""
    random = Random(seed)
    making = Making(
        random, _slugs(random), *([f"{name}-{rank}" for rank in range(random.randint(0, 3))] for name in ("lieu", "porte"))
    )
    files: dict[str, str] = {}
    for kind in sorted(Kind, key=lambda one: one is not Kind.MEETING):  # meetings first: others rest on their entries
        for rank, slug in enumerate(making.slugs[kind.folder]):
            record = _page(making, kind, rank, slug)
            if record is not None:
                files[f"{kind.folder}/{slug}.md"] = f"---\n{json.dumps(record, ensure_ascii=False)}\n---\n{_body(making, kind)}\n"
    entries = [making.record(Term) for _ in range(random.randint(0, 3))]
    if entries:
        files["glossaire.yml"] = json.dumps(entries, ensure_ascii=False)
    if making.territories:
        places = [(making.record(Territory) or {}) | {"slug": slug, "nom": f"Lieu {slug}"} for slug in making.territories]
        if len(places) > 1:  # a place that another took
            places[0] |= {"fin": {"date": "2025-12-31", "suite": making.territories[-1], "motif": making.text()}}
        files["territoires.yml"] = json.dumps(places, ensure_ascii=False)
    if making.doors:
        opened = {
            "telephone": "39 49",
            "url": "https://exemple.fr/porte",
            "adresse": "2 rue du Port",
            "verifie_le": making.day(),
            "source": "Une page",
        }
        doors = [(making.record(Door) or {}) | opened | {"slug": slug, "nom": f"La porte {slug}"} for slug in making.doors]
        files["portes.yml"] = json.dumps(doors, ensure_ascii=False)
    if not any(name.endswith(".md") for name in files):
        files["pages/a-propos.md"] = '---\n{"titre": "À propos"}\n---\nTexte.\n'
    return files


def _slugs(random: Random) -> dict[str, list[str]]:
    """The pages of each folder, by folder."""
    sizes = {kind: random.randint(0, MOST) for kind in Kind}
    if not sizes[Kind.FAMILY]:
        sizes[Kind.ACTOR] = 0  # each actor has a family
    if not sizes[Kind.ACTOR]:
        sizes[Kind.MEETING] = 0  # each meeting has a body that met
    slugs = {kind.folder: [f"{kind.template}-{rank}" for rank in range(1, size + 1)] for kind, size in sizes.items()}
    slugs["reunions"] = [f"2025-0{rank}-15-{rank}" for rank in range(1, sizes[Kind.MEETING] + 1)]
    if slugs["demarche"] and random.random() < 0.5:
        slugs["demarche"][0] = "socle-commun"
    return slugs


def _body(making: Making, kind: Kind) -> str:
    blocks = list(BLOCKS)
    for folder, slugs in making.slugs.items():
        home = "" if folder == "pages" else f"{folder}/"
        blocks += [f"Voir [cette page](../../{home}{slug}/)." for slug in slugs[:1] if kind is not Kind.PAGE]
    blocks += [f"::: parole {slug}\nVoici ce qui est dit.\n:::" for slug in making.slugs["acteurs"][:2] if kind is Kind.MEETING]
    body = "\n\n".join(making.random.sample(blocks, making.random.randint(0, 6)))
    return f"## Échanges\n\nUn premier paragraphe.\n\n{body}" if kind is Kind.MEETING else body


def _page(making: Making, kind: Kind, rank: int, slug: str) -> dict[str, Any] | None:
    making.fullness = making.random.choice([0, 0.2, 0.5, 0.8, 1])
    record = making.record(SCHEMAS[kind])
    if record is None:
        return None
    if kind is Kind.STEP:
        axes = making.slugs[kind.folder][:1]  # the first one is an axis, the others are its actions or axes
        record["nature"] = "axe" if rank == 0 else making.random.choice(["axe", "action"])
        if record["nature"] == "action":
            record["axe"] = axes[0]
    if kind is Kind.MEETING:
        record["participants"] = record.get("participants") or []
        for duty in record.get("suites") or []:  # nothing is to be done before it was said
            duty.update({"date": max(duty["date"], record["date"])} if duty.get("date") else {})
        making.ids[slug] = [
            item["id"]
            for items in record.values()
            if isinstance(items, list)
            for item in items
            if isinstance(item, dict) and "id" in item and "texte" in item
        ]
    return record
