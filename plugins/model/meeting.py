"""The record of a meeting: who was there, what was found, asked, proposed, agreed."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar, Literal
from zoneinfo import ZoneInfo

from pydantic import Field

from plugins.model.items import (
    Caution,
    Decision,
    Figure,
    Finding,
    FollowUp,
    Item,
    PastIntervention,
    Postponed,
    Practice,
    Proposal,
    Question,
)
from plugins.model.records import Page, Record
from plugins.model.values import ActorRef, DoneDay, Hour, Line, Name, PlannedDay, StepRef, Texts, Url

Civility = Literal["M.", "Mme", "Mlle", "Mx", "Dr", "Me"]


class Person(Record):
    """Someone whom the minutes name; the site shows the organisation unless told otherwise."""

    civilite: Civility | None = Field(None, description="M. ou Mme.")
    nom: Name | None = Field(None, description="Nom de famille : jamais montré par défaut.")
    prenom: Name | None = Field(None, description="Prénom : jamais montré par défaut.")
    fonction: Line | None = Field(None, description="Fonction.")


class Participant(Person):
    """An organisation at the table, and who spoke for it."""

    acteur: ActorRef = Field(description="L'organisation représentée à cette réunion.")
    represente: Name | None = Field(None, description="Personne représentée : jamais montrée par défaut.")
    qualite: Literal["participant", "invite", "excuse"] = Field("participant", description="participant, invite ou excuse.")

    @property
    def present(self) -> bool:
        """Whether it sat at the table."""
        return self.qualite != "excuse"


class Cited(Person):
    """Someone named in the minutes who is not in the list."""

    acteur: ActorRef | None = Field(None, description="Son organisation.")


class Agenda(Record):
    """The agenda that was planned, and the one that was followed."""

    initial: Texts = Field([], description="Ordre du jour prévu.")
    effectif: Texts = Field([], description="Ordre du jour suivi.")


class NextMeeting(Record):
    """The next date."""

    date: PlannedDay = Field(description="Jour.")
    heure: Hour | None = Field(None, description='Heure, entre guillemets : "09:30".')
    lieu: Line | None = Field(None, description="Lieu.")


class Correction(Record):
    """What was wrong in minutes already published, and is told."""

    date: DoneDay = Field(description="Jour de la correction.")
    texte: Line = Field(min_length=1, description="Ce qu'on lisait, et ce qu'il faut lire.")
    passage: Name | None = Field(None, description="Le passage corrigé : l'ancre d'un paragraphe (p-…) ou c1, s2…")


class Publication(Record):
    """How far the minutes are."""

    etat: Literal["brouillon", "approuve"] | None = Field(None, description="brouillon, ou approuve par l'instance.")
    approuve_le: DoneDay | None = Field(None, description="Jour où l'instance les a approuvées.")
    publie_le: DoneDay | None = Field(None, description="Jour de leur publication.")
    corrections: list[Correction] = Field([], description="Corrections faites depuis, toutes dites.")


class Minutes(Record):
    """The document of which the page is the synthesis."""

    titre: Line | None = Field(None, description="Titre du document.")
    url: Url | None = Field(None, description="Adresse du document.")
    sha256: str | None = Field(None, pattern=r"^[0-9a-f]{64}$", description="Empreinte du fichier.")


class Meeting(Page):
    """The synthesis of one meeting."""

    date: PlannedDay = Field(description="Jour de la réunion.")
    instance: ActorRef = Field(description="L'instance qui s'est réunie.")
    instances: list[ActorRef] = Field([], description="Les autres instances, quand la réunion leur est commune.")
    heure: Hour | None = Field(None, description='Heure, entre guillemets : "09:30".')
    lieu: Line | None = Field(None, description="Lieu.")
    etat: Literal["tenue", "annulee", "reportee", "sans-quorum"] = Field(
        "tenue", description="tenue, annulee, reportee ou sans-quorum (réunie, sans pouvoir décider)."
    )
    reportee_au: PlannedDay | None = Field(None, description="Nouveau jour d'une réunion reportée.")
    compte_rendu: Publication = Field(Publication(), description="Où en est le compte rendu, et ses corrections.")
    participants: list[Participant] = Field(description="Les organisations présentes, invitées ou excusées.")
    personnes_citees: list[Cited] = Field([], description="Personnes nommées hors de la liste.")
    ordre_du_jour: Agenda = Field(Agenda(), description="Ordre du jour prévu et suivi.")
    themes: list[Name] = Field([], description="Thèmes abordés.")
    decisions: list[Decision] = Field([], description="Ce qui a été décidé.")
    constats: list[Finding] = Field([], description="Constats.")
    vigilance: list[Caution] = Field([], description="Points de vigilance, désaccords.")
    pratiques: list[Practice] = Field([], description="Leviers et pratiques, avec leurs résultats.")
    interventions_passees: list[PastIntervention] = Field([], description="Interventions aux réunions précédentes.")
    suites: list[FollowUp] = Field([], description="Ce qui a été convenu, ou proposé, pour la suite.")
    plus_tard: list[Postponed] = Field([], description="Ce qui a été remis à plus tard.")
    questions: list[Question] = Field([], description="Questions posées.")
    propositions: list[Proposal] = Field([], description="Propositions.")
    chiffres: list[Figure] = Field([], description="Chiffres donnés.")
    axes: list[StepRef] = Field([], description="Axes de la feuille de route.")
    prochaine_reunion: NextMeeting | None = Field(None, description="Prochaine réunion.")
    source: Minutes | None = Field(None, description="Document d'origine.")

    # The keys of the lists whose entries have an id.
    LISTS: ClassVar[tuple[str, ...]] = (
        "decisions", "constats", "vigilance", "pratiques", "interventions_passees", "suites",
        "plus_tard", "questions", "propositions", "chiffres",
    )  # fmt: skip

    @property
    def bodies(self) -> tuple[ActorRef, ...]:
        """All that met together, the one that held the meeting first."""
        return (self.instance, *self.instances)

    @property
    def published_on(self) -> dt.date:
        """The day of its minutes; that of the meeting, when nobody says when they were published."""
        return self.compte_rendu.publie_le or self.date

    @property
    def starts(self) -> str:
        """Its day, or its instant in France when the hour is known (ISO 8601)."""
        if not self.heure:
            return self.date.isoformat()
        return dt.datetime.combine(self.date, dt.time.fromisoformat(self.heure), ZoneInfo("Europe/Paris")).isoformat()

    @property
    def held(self) -> bool:
        """Whether people met that day, whatever they could decide."""
        return self.etat in {"tenue", "sans-quorum"}

    @property
    def has_items(self) -> bool:
        """Whether one of its lists has an entry: then, and only then, its trace has a page."""
        return any(self.items().values())

    def items(self) -> dict[str, list[Item]]:
        """The lists whose entries have an id, by the key of the front matter."""
        return {key: list(getattr(self, key)) for key in self.LISTS}
