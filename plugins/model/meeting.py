"""The record of a meeting: who was there, what was found, asked, proposed, agreed."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from plugins.model.records import Page, Record, Source
from plugins.model.values import ActorRef, Hour, Line, MeetingRef, Name, PlannedDay, StepRef, TerritoryRef, Texts, Url

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


class Item(Record):
    """An entry of one of the meeting's lists; its `id` is what road map and needs refer to."""

    id: Name | None = Field(None, pattern=r"^[a-z]+[a-z0-9-]*$", description="Identifiant unique dans la réunion : c1, q1…")
    texte: str = Field(min_length=1, description="Le texte.")


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


class FollowUp(Item):
    """What is to be done after the meeting: agreed, or only proposed."""

    acteur: ActorRef | None = Field(None, description="Qui la propose.")
    statut: Literal["proposee", "convenue"] = Field(
        "convenue", description="convenue, ou proposee quand rien n'a été décidé en séance."
    )
    porteurs: list[ActorRef] = Field([], description="Qui s'en charge.")
    avec: list[ActorRef] = Field([], description="Avec qui.")
    echeance: Name | None = Field(None, description="Pour quand.")
    etat: Literal["a-faire", "en-cours", "fait", "abandonne"] | None = Field(
        None, description="a-faire, en-cours, fait ou abandonne."
    )


class Postponed(Item):
    """What was put off."""

    acteur: ActorRef | None = Field(None, description="Qui le reporte.")


class Question(Item):
    """A question, open until a meeting answers it."""

    acteur: ActorRef | None = Field(None, description="Qui la pose.")
    statut: Literal["ouverte", "repondue", "reportee"] = Field("ouverte", description="ouverte, repondue ou reportee.")
    repondue_par: MeetingRef | None = Field(None, description="Réunion qui y répond.")

    @property
    def open(self) -> bool:
        """Whether it still waits for an answer: one that was put off does."""
        return self.statut != "repondue"


class Proposal(Item):
    """A proposal and its author's organisation."""

    acteur: ActorRef | None = Field(None, description="Qui propose.")
    acteurs: list[ActorRef] = Field([], description="Qui propose, à plusieurs.")
    statut: Literal["proposee", "retenue", "reportee", "ecartee"] = Field(
        "proposee", description="proposee, retenue, reportee ou ecartee."
    )


class Figure(Item):
    """A number that was given."""

    valeur: Name = Field(description="Le nombre, tel qu'on le lit.")
    unite: Name | None = Field(None, description="Ce qui est compté.")
    acteur: ActorRef | None = Field(None, description="Qui donne le chiffre.")
    territoires: list[TerritoryRef] = Field([], description="Où.")
    source: Source | None = Field(None, description="Source.")


class NextMeeting(Record):
    """The next date."""

    date: PlannedDay = Field(description="Jour.")
    heure: Hour | None = Field(None, description='Heure, entre guillemets : "09:30".')
    lieu: Line | None = Field(None, description="Lieu.")


class Minutes(Record):
    """The document of which the page is the synthesis."""

    titre: Line | None = Field(None, description="Titre du document.")
    url: Url | None = Field(None, description="Adresse du document.")
    sha256: str | None = Field(None, pattern=r"^[0-9a-f]{64}$", description="Empreinte du fichier.")


class Meeting(Page):
    """The synthesis of one meeting."""

    date: PlannedDay = Field(description="Jour de la réunion.")
    instance: ActorRef = Field(description="L'instance qui s'est réunie.")
    participants: list[Participant] = Field(description="Les organisations présentes, invitées ou excusées.")
    personnes_citees: list[Cited] = Field([], description="Personnes nommées hors de la liste.")
    ordre_du_jour: Agenda = Field(Agenda(), description="Ordre du jour prévu et suivi.")
    themes: list[Name] = Field([], description="Thèmes abordés.")
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
        "constats", "vigilance", "pratiques", "interventions_passees", "suites",
        "plus_tard", "questions", "propositions", "chiffres",
    )  # fmt: skip

    @property
    def has_items(self) -> bool:
        """Whether one of its lists has an entry: then, and only then, its trace has a page."""
        return any(self.items().values())

    def items(self) -> dict[str, list[Item]]:
        """The lists whose entries have an id, by the key of the front matter."""
        return {key: list(getattr(self, key)) for key in self.LISTS}
