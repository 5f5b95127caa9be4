"""The files of entries, at the top of a content folder: terms, territories, doors, what became of what meetings noted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from pydantic import Field, ValidationInfo, field_validator, model_validator
from pydantic_core import PydanticCustomError

from plugins.model.place_codes import fault_of
from plugins.model.records import Homonyms, Record, Source
from plugins.model.values import (
    ActorRef,
    Became,
    Day,
    DoneDay,
    DoorKind,
    Flag,
    Level,
    Line,
    MeetingRef,
    Name,
    PlannedDay,
    SecureUrl,
    Slug,
    Spoken,
    Telephone,
    TerritoryRef,
    TerritoryRefs,
    Texts,
    add_months,
)
from plugins.text.slugs import slugify


class Term(Record):
    """An entry of `glossaire.yml`."""

    terme: Name = Field(min_length=1, description="Le terme, ou le développement du sigle.")
    sigle: Name | None = Field(None, description="Le sigle.")
    definition: Line = Field(min_length=1, description="Une ou deux phrases en mots simples.")
    aujourd_hui: Name | None = Field(None, description="Le nom d'aujourd'hui, s'il a changé.")
    mots: Spoken = ()
    depuis: Day | None = Field(None, description="Depuis quand.")
    acteur: ActorRef | None = Field(None, description="L'acteur que le sigle désigne.")
    source: Source | None = Field(None, description="Source.")
    homonymes: Homonyms = ()

    @property
    def anchor(self) -> str:
        """The id of the entry on the glossary page, such as `qpv`."""
        return slugify(self.sigle or self.terme)


class PlaceEnd(Record):
    """A territory that is no more, and what holds its people since."""

    date: PlannedDay = Field(description="Dernier jour du territoire ; après lui, il n'est plus proposé à personne.")
    suite: TerritoryRefs = Field([], description="Ce qui prend sa place, s'il y en a un ou plusieurs (fusion, partage).")
    motif: Line | None = Field(None, description="Pourquoi, en quelques mots : commune nouvelle, carte de 2024…")


class Territory(Record):
    """An entry of `territoires.yml`."""

    slug: Slug = Field(description="Identifiant.")
    nom: Name = Field(min_length=1, description="Nom.")
    niveau: Level = Field(description="pays, region, departement, intercommunalite, commune ou quartier.")
    code: Name | None = Field(
        None, description="Code officiel : Insee, SIREN d'une intercommunalité, quartier prioritaire (QN…)."
    )
    dans: TerritoryRef | None = Field(None, description="Le plus petit territoire de la liste qui contient celui-ci.")
    dans_calcule: Flag = Field(False, description="true si « dans » a été calculé et non lu dans une source : le site le dit.")
    anciens_noms: list[Name] = Field([], description="Ses noms d'avant : qui les tape le trouve encore.")
    fin: PlaceEnd | None = Field(None, description="Quand il a été réuni à un autre, partagé, ou a quitté la liste.")
    source: Source | None = Field(None, description="D'où viennent le nom et le code, avec la licence si elle est connue.")
    homonymes: Homonyms = ()

    @field_validator("code")
    @classmethod
    def _exists(cls, code: str | None, info: ValidationInfo) -> str | None:
        fault = fault_of(str(info.data.get("niveau", "")), code) if code else ""
        if fault:
            raise PydanticCustomError("code_fr", "{fault}", {"fault": fault})
        return code


class Door(Record):
    """An entry of `portes.yml`: a public number, an official step on the web, a page that finds the nearest place, or a place."""

    slug: Slug = Field(description="Identifiant, par exemple 3949 ou trouver-sa-mission-locale.")
    nom: Name = Field(min_length=1, description="Ce que la porte ouvre, en quelques mots : « Femmes victimes de violences ».")
    genre: DoorKind = Field(
        description="numero (à appeler), demarche (à faire en ligne), annuaire (trouver le plus proche) ou lieu (où aller)."
    )
    telephone: Telephone | None = Field(None, description="Le numéro, pour une porte de genre numero.")
    url: SecureUrl | None = Field(None, description="L'adresse officielle, en https.")
    adresse: Line | None = Field(None, description="L'adresse postale, pour une porte de genre lieu.")
    territoires: list[TerritoryRef] = Field(
        [],
        description="Où elle est la plus proche : elle n'est montrée qu'à qui a choisi l'un de ces lieux, et sur la fiche de son acteur.",
    )
    annuaire: Name | None = Field(
        None, description="Son identifiant dans data.inclusion, écrit par « .venv/bin/inv import-annuaire »."
    )
    acteur: ActorRef | None = Field(None, description="L'acteur dont c'est la porte : sa fiche et ses réponses la montrent.")
    acteurs: list[ActorRef] = Field([], description="Les acteurs dont c'est la porte, s'ils sont plusieurs.")
    urgence: Flag = Field(False, description="true pour un numéro d'urgence ou de danger : montré avant tout le reste.")
    reconnait: list[Slug] = Field(
        [], description="Publics que la porte reconnaît (« suis-je concerné ? ») : leurs pages la montrent."
    )
    mots: Texts = Field(
        [], description="Les mots d'une condition ou du glossaire à côté desquels la montrer : QPV, quartier prioritaire."
    )
    texte: Line | None = Field(None, description="En une phrase simple : pour qui, pour quoi faire.")
    horaires: Line | None = Field(None, description="Quand elle est ouverte, et si l'appel est gratuit.")
    verifie_le: DoneDay = Field(description="Jour où la porte a été vérifiée à sa source.")
    revoir_tous_les_mois: int = Field(12, ge=1, le=120, description="Délai de révision, en mois (12).")
    source: Source = Field(description="La page officielle ou l'article où la porte a été lue.")
    homonymes: Homonyms = ()

    @property
    def owners(self) -> tuple[ActorRef, ...]:
        """The actors whose sheets and answers show it, each once, in the editor's order."""
        return tuple(dict.fromkeys([*([self.acteur] if self.acteur else []), *self.acteurs]))

    @property
    def due(self) -> date:
        """The day by which it is to be looked at again."""
        return add_months(self.verifie_le, self.revoir_tous_les_mois)

    @model_validator(mode="after")
    def _opens(self) -> Door:
        wanted = {"numero": "telephone", "lieu": "adresse"}.get(self.genre, "url")
        if not getattr(self, wanted):
            raise PydanticCustomError(
                "porte_fr", "une porte de genre {genre} a besoin de « {cle} »", {"genre": self.genre, "cle": wanted}
            )
        return self


class Passage(Record):
    """Where something is said: a meeting, and the passage of it."""

    reunion: MeetingRef = Field(description="La réunion.")
    passage: Name | None = Field(None, description="L'ancre d'un paragraphe (p-…), ou un élément (c1, s2…).")


class Outcome(Record):
    """An entry of `suivi.yml`: what became of an entry of a meeting, after its minutes were published."""

    reunion: MeetingRef = Field(description="La réunion où l'élément a été noté.")
    id: Name = Field(description="Identifiant de l'élément dans cette réunion : q2, p3, s1…")
    date: DoneDay = Field(description="Jour du changement.")
    devient: Became = Field(description="Son nouvel état, parmi ceux de sa liste ; rouverte pour une question.")
    par: Passage | None = Field(None, description="La réunion qui le dit, et le passage.")
    motif: Line | None = Field(None, description="Pourquoi, en une phrase.")
    homonymes: Homonyms = ()


SCHEMAS: Mapping[str, type[Record]] = {
    "glossaire.yml": Term,
    "territoires.yml": Territory,
    "portes.yml": Door,
    "suivi.yml": Outcome,
}
