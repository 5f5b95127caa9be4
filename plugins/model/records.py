"""Actors, families, approach pages, needs and plain pages: one record class a kind."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from plugins.model.inclusion_codes import Publics, Theme
from plugins.model.values import (
    TEXT,
    ActorRef,
    ActorRefs,
    Article,
    Day,
    DoneDay,
    DoorRef,
    Email,
    FamilyRef,
    Flag,
    Line,
    MeetingRef,
    Name,
    Nature,
    PlannedDay,
    Role,
    SecureUrl,
    Spoken,
    Status,
    Telephone,
    TerritoryRef,
    Url,
)
from plugins.text.telephone import numbers


class Record(BaseModel):
    """Front matter: closed (an unknown key is an error) and immutable."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, str_max_length=TEXT, defer_build=True)


class Homonym(Record):
    """An editor's answer: whether a word that is also somebody's name names them on this page."""

    mot: Name = Field(min_length=1, description="Le mot, seul ou avec ses voisins (« selon Petit »).")
    personne: Flag = Field(description="true s'il nomme une personne, qui est alors masquée ; false si c'est un mot.")


# A tuple: entries of lists are kept in dictionaries, which want nothing that changes.
Homonyms = Annotated[
    tuple[Homonym, ...], Field(description="Réponses à la question « est-ce le nom d'une personne ? », jamais montrées.")
]


class Page(Record):
    """What every page has."""

    titre: Name = Field(min_length=1, description="Titre de la page, tel que le lit le visiteur.")
    resume: Line | None = Field(None, description="Une phrase en mots simples.")
    ordre: int | None = Field(None, description="Rang dans les listes ; sans lui, ordre alphabétique.")
    redirections: list[Name] = Field([], description="Anciennes adresses de la page, par exemple /acteurs/ancien-nom/.")
    homonymes: Homonyms = ()


class Short(Record):
    """A mapping for which a bare text may stand: its first key."""

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {next(iter(cls.model_fields)): value} if isinstance(value, str) else value


class Source(Short):
    """Where a statement comes from: a title, an address, or a meeting of this site."""

    titre: Line | None = Field(None, description="Titre de la source.")
    url: Url | None = Field(None, description="Adresse web de la source.")
    reunion: MeetingRef | None = Field(None, description="Réunion du site dont le fait est tiré.")
    id: Name | None = Field(None, description="Élément de cette réunion (c1, q2…).")


class Origin(Record):
    """The passage of a meeting on which something rests."""

    reunion: MeetingRef = Field(description="Réunion d'origine.")
    id: Name = Field(description="Identifiant de l'élément dans cette réunion : c1, q2, p3…")


def _several(value: Any) -> Any:
    return [value] if isinstance(value, dict) else value


# One passage or several: an editor may write either.
Origins = Annotated[list[Origin], BeforeValidator(_several, json_schema_input_type=list[Origin] | Origin)]


class Alias(Short):
    """A form under which texts name an actor; a bare string is a form without flags."""

    forme: Name = Field(min_length=1, description="La forme, au singulier ou au pluriel : les flexions sont déduites.")
    casse: Flag = Field(False, description="Seulement avec ces majuscules.")
    nombre: Flag = Field(False, description="Seulement dans ce nombre (singulier ou pluriel).")
    litteral: Flag = Field(False, description="Lettre pour lettre.")


class NameInTime(Record):
    """A name and the period in which it was the official one."""

    nom: Name = Field(min_length=1, description="Le nom.")
    depuis: Day | None = Field(None, description="Premier jour de ce nom.")
    jusqu_au: Day | None = Field(None, description="Dernier jour de ce nom.")


class End(Record):
    """An actor that is no more, and who took over."""

    date: PlannedDay = Field(description="Dernier jour de l'acteur ; après lui, il n'est plus proposé à personne.")
    suite: ActorRefs = Field([], description="Qui prend sa suite, s'il y en a un ou plusieurs (fusion, partage).")
    motif: Line | None = Field(None, description="Pourquoi, en quelques mots : fin des crédits, fusion…")


class Member(Record):
    """Who sits in a body, and in which period."""

    acteur: ActorRef = Field(description="L'organisation qui siège.")
    depuis: Day | None = Field(None, description="Premier jour.")
    jusqu_au: Day | None = Field(None, description="Dernier jour.")


class Offer(Record):
    """The agenda's eight points: what an actor offers."""

    perimetre: str | None = Field(None, description="Périmètre d'intervention.")
    aller_vers: str | None = Field(None, description="Modalités du « aller vers ».")
    accueil: str | None = Field(None, description="Accueil en structure.")
    accompagnement: str | None = Field(None, description="Accompagnement et ses modalités.")
    publics: str | None = Field(None, description="Typologies de publics concernés.")
    recours: str | None = Field(None, description="Recours à d'autres acteurs ou réseaux : pourquoi, lesquels.")
    evaluation: str | None = Field(None, description="Évaluation et résultats.")
    evolutions: str | None = Field(None, description="Évolutions de l'offre.")


class Contact(Record):
    """How to reach an actor; only what is public and sure."""

    site: Url | None = Field(None, description="Site officiel.")
    annuaire: SecureUrl | None = Field(None, description="Page officielle où trouver le lieu le plus proche.")
    telephone: Telephone | None = Field(None, description="Numéro public ; deux au besoin, séparés par « ou ».")
    courriel: Email | None = Field(None, description="Adresse électronique générique, jamais nominative.")
    adresse: Line | None = Field(None, description="Adresse postale ou lieu d'accueil.")
    horaires: Line | None = Field(None, description="Horaires d'accueil.")

    @property
    def telephones(self) -> list[str]:
        """The numbers of `telephone`, as they are dialled."""
        return numbers(self.telephone or "")


class Actor(Page):
    """An organisation, body, network or trade."""

    resume: Line = Field(
        min_length=1, description="Une à trois phrases courtes, en mots simples : ce que l'acteur peut faire pour un habitant."
    )
    sigle: Name | None = Field(None, description="Le sigle, s'il y en a un.")
    article: Article | None = Field(
        None, description="L'article de son nom dans une phrase (« la » CGT) ; déduit quand le nom commence par un mot connu."
    )
    alias: list[Alias] = Field([], description="Les autres formes que les textes emploient.")
    jamais: list[Name] = Field([], description="Expressions qui contiennent une forme et ne désignent pas cet acteur.")
    mots: Spoken = ()
    noms_successifs: list[NameInTime] = Field([], description="Les noms dans le temps.")
    fin: End | None = Field(None, description="Quand l'acteur a fermé, ou rejoint un autre.")
    membres: list[Member] = Field([], description="Pour une instance : qui y siège, et depuis quand.")
    famille: FamilyRef = Field(description="Sa famille.")
    nature: Nature = Field(description="institution, reseau, instance ou metier.")
    role: Role = Field(description="aller-vers, aller-dans, les-deux, coordination ou ressource.")
    publics: Publics = Field([], description="Publics concernés (codes de data.inclusion quand il en existe un).")
    territoires: list[TerritoryRef] = Field([], description="Territoires d'action.")
    offre: Offer = Field(Offer(), description="L'offre de service, point par point.")
    contact: Contact = Field(Contact(), description="Comment joindre l'acteur.")
    statut: Status = Field(description="amorce, relue ou validee (par l'acteur lui-même).")
    verifie_le: DoneDay = Field(description="Jour où la fiche a été relue d'après ses sources.")
    revoir_tous_les_mois: int | None = Field(None, ge=1, le=120, description="Délai de révision, en mois.")
    absent_des_reunions: Flag = Field(
        False, description="true quand aucune réunion n'en parle : la fiche vient de la loi et de pages officielles."
    )
    sources: list[Source] = Field([], description="Sources de la fiche.")


class Family(Page):
    """A heading over actors."""

    alias: list[Alias] = Field([], description="Formes qui désignent la famille.")
    sources: list[Source] = Field([], description="Sources.")


class Approach(Page):
    """A page of the approach: aller vers, aller dans, socle commun…."""

    alias: list[Alias] = Field([], description="Formes qui mènent à cette page (le titre seul n'y mène pas).")
    sources: list[Source] = Field([], description="Sources.")


class Answer(Record):
    """What one actor answers to a need."""

    acteur: ActorRef = Field(description="L'acteur qui répond.")
    texte: str = Field(min_length=1, description="Sa réponse, en une phrase simple.")
    conditions: Line | None = Field(None, description="À quelles conditions.")
    contact: Line | None = Field(None, description="Comment s'y prendre.")
    apporter: Line | None = Field(None, description="Quoi apporter.")
    sinon: Line | None = Field(None, description="Que faire si cela ne marche pas.")
    porte: DoorRef | None = Field(None, description="La porte de `portes.yml` à montrer ; sinon, celles de l'acteur.")
    thematiques: list[Theme] = Field(
        [], description="Thématiques de data.inclusion, pour les annuaires : se-former--trouver-sa-formation."
    )
    repondu_le: DoneDay | None = Field(None, description="Jour où l'acteur l'a dit ; à défaut, celui de la réunion citée.")
    frais: Literal["gratuit", "payant"] | None = Field(None, description="gratuit ou payant, pour les annuaires.")
    source: Source | None = Field(None, description="Source publique ou réunion.")


class Need(Page):
    """A resident's question and the actors' answers."""

    groupe: str | None = Field(
        None, description="Ce que vit la personne : les besoins de même groupe se suivent dans les listes."
    )
    urgence: Flag = Field(False, description="true pour un danger : montré à part, avant tous les autres.")
    ajoute: Flag = Field(False, description="true quand aucune réunion n'en parle : la page dit qu'elle vient de ce site.")
    portes: list[DoorRef] = Field([], description="Portes de `portes.yml` qui ouvrent la page, dans l'ordre.")
    mots: Spoken = ()
    publics: Publics = Field([], description="Publics concernés.")
    territoires: list[TerritoryRef] = Field([], description="Territoires concernés.")
    origine: list[Origin] = Field([], description="Passages de réunions dont le besoin est tiré.")
    reponses: list[Answer] = Field([], description="Réponses, dans l'ordre du relais.")
    attendus: list[ActorRef] = Field([], description="Acteurs dont la réponse manque encore.")
    contradictions: list[Line] = Field([], description="Contradictions relevées entre les réponses.")
    sources: list[Source] = Field([], description="Sources.")


class PlainPage(Page):
    """Legal notices, accessibility statement, about."""

    sources: list[Source] = Field([], description="Sources.")
