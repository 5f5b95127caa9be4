"""The record of a step of the road map: an axis, or an action and how far it is."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from plugins.model.records import Origin, Page, Record, Source
from plugins.model.values import ActorRef, Day, DoneDay, Line, MeetingRef, Name, Progress, StepRef, StepRefs

# What nobody works on any more, whatever was reached before.
STOPPED = frozenset(("suspendue", "abandonnee", "remplacee", "renvoyee"))


class Progression(Record):
    """One change of a step's progress."""

    date: DoneDay = Field(description="Jour du changement.")
    avancement: Progress = Field(description="État atteint ce jour-là.")
    reunion: MeetingRef | None = Field(None, description="Réunion où il a été constaté.")
    motif: Line | None = Field(None, description="Pourquoi elle s'arrête, ou à qui elle est renvoyée.")


class Step(Page):
    """An axis of the road map, or an action under it."""

    nature: Literal["axe", "action"] = Field(description="axe ou action.")
    axe: StepRef | None = Field(None, description="Pour une action, son axe.")
    porteurs: list[ActorRef] = Field([], description="Acteurs qui portent l'étape.")
    avec: list[ActorRef] = Field([], description="Acteurs associés.")
    origine: list[Origin] = Field([], description="Passages de réunions d'où elle vient.")
    avancement: Progress = Field(
        "proposee",
        description="proposee, travaillee, soumise, validee ou en-place ; ou suspendue, abandonnee, remplacee, renvoyee.",
    )
    echeance: Name | None = Field(None, description="Pour quand, en mots.")
    date: Day | None = Field(None, description="Dernier jour de l'échéance.")
    remplace: StepRefs = Field([], description="Étapes que celle-ci remplace.")
    historique: list[Progression] = Field([], description="Avancement dans le temps.")
    sources: list[Source] = Field([], description="Sources.")
