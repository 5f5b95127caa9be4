"""The entries of a meeting's lists: what was decided, found, asked, proposed, agreed."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from plugins.model.records import Origins, Record, Source
from plugins.model.values import ActorRef, Day, Flag, MeetingRef, Name, TerritoryRef


class Item(Record):
    """An entry of one of the meeting's lists; its `id` is what road map and needs refer to."""

    id: Name | None = Field(None, pattern=r"^[a-z]+[a-z0-9-]*$", description="Identifiant unique dans la réunion : c1, q1…")
    texte: str = Field(min_length=1, description="Le texte.")
    theme: Name | None = Field(None, description="Le thème dont il relève : l'un des « themes » de la réunion.")
    remplace: Origins = Field([], description="Ce que l'élément remplace, dans une réunion plus ancienne : {reunion, id}.")


class Finding(Item):
    """What was found."""

    acteurs: list[ActorRef] = Field([], description="Qui le constate.")


class Caution(Item):
    """A warning or a disagreement."""

    acteur: ActorRef | None = Field(None, description="Qui alerte.")


class Practice(Item):
    """A lever or practice and what came of it."""

    acteur: ActorRef | None = Field(None, description="Qui la met en œuvre ou la rapporte.")
    resultat: str | None = Field(None, description="Ce qu'il en est ressorti.")
    territoires: list[TerritoryRef] = Field([], description="Où.")


class PastIntervention(Item):
    """Who was heard before."""

    acteur: ActorRef | None = Field(None, description="Qui est intervenu.")


class Votes(Record):
    """How a decision was voted."""

    pour: int | None = Field(None, ge=0, description="Voix pour.")
    contre: int | None = Field(None, ge=0, description="Voix contre.")
    abstentions: int | None = Field(None, ge=0, description="Abstentions.")
    unanimite: Flag = Field(False, description="true quand tous étaient d'accord.")


class Decision(Item):
    """What was decided, which holds until it ends or another decision takes its place."""

    acteurs: list[ActorRef] = Field([], description="Qui elle engage.")
    voix: Votes | None = Field(None, description="Le vote, s'il y en a eu un.")
    jusqu_au: Day | None = Field(None, description="Dernier jour où elle vaut.")
    etat: Literal["en-vigueur", "caduque"] = Field("en-vigueur", description="en-vigueur ou caduque.")


class FollowUp(Item):
    """What is to be done after the meeting: agreed, or only proposed."""

    acteur: ActorRef | None = Field(None, description="Qui la propose.")
    statut: Literal["proposee", "convenue"] = Field(
        "convenue", description="convenue, ou proposee quand rien n'a été décidé en séance."
    )
    porteurs: list[ActorRef] = Field([], description="Qui s'en charge.")
    avec: list[ActorRef] = Field([], description="Avec qui.")
    echeance: Name | None = Field(None, description="Pour quand, en mots.")
    date: Day | None = Field(None, description="Dernier jour de l'échéance.")
    etat: Literal["a-faire", "en-cours", "fait", "abandonne", "suspendu", "remplace", "renvoye"] | None = Field(
        None, description="a-faire, en-cours, fait, abandonne, suspendu, remplace ou renvoye (à une autre instance)."
    )


class Postponed(Item):
    """What was put off."""

    acteur: ActorRef | None = Field(None, description="Qui le reporte.")


class Question(Item):
    """A question, open until a meeting answers it."""

    acteur: ActorRef | None = Field(None, description="Qui la pose.")
    statut: Literal["ouverte", "repondue", "reportee", "retiree", "caduque"] = Field(
        "ouverte", description="ouverte, repondue, reportee, retiree (par qui l'a posée) ou caduque."
    )
    repondue_par: MeetingRef | None = Field(None, description="Réunion qui y répond.")
    passage: Name | None = Field(None, description="Le passage de cette réunion : l'ancre d'un paragraphe (p-…) ou c1, s2…")

    @property
    def open(self) -> bool:
        """Whether it still waits for an answer: one that was put off does."""
        return self.statut in {"ouverte", "reportee"}


class Proposal(Item):
    """A proposal and its author's organisation."""

    acteur: ActorRef | None = Field(None, description="Qui propose.")
    acteurs: list[ActorRef] = Field([], description="Qui propose, à plusieurs.")
    statut: Literal["proposee", "retenue", "reportee", "ecartee", "retiree", "caduque"] = Field(
        "proposee", description="proposee, retenue, reportee, ecartee, retiree ou caduque."
    )


class Figure(Item):
    """A number that was given."""

    valeur: Name = Field(description="Le nombre, tel qu'on le lit.")
    unite: Name | None = Field(None, description="Ce qui est compté.")
    acteur: ActorRef | None = Field(None, description="Qui donne le chiffre.")
    territoires: list[TerritoryRef] = Field([], description="Où.")
    source: Source | None = Field(None, description="Source.")
