"""Meetings and steps whose parts contradict one another: an answer before its question, a decision of a meeting not held."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.diagnostics import Diagnostic
from plugins.model.content import Content, Document
from plugins.model.items import Question
from plugins.model.meeting import Meeting
from plugins.model.records import Need
from plugins.model.step import Step

_STATES = {"annulee": "annulée", "reportee": "reportée", "sans-quorum": "sans quorum"}


def check_states(content: Content) -> Iterator[Diagnostic]:
    """Errors for keys that say life; what older keys contradict was published before, and is a warning: a folder stays valid."""
    for meeting in content.meetings.values():
        yield from _held(meeting)
        yield from _published(meeting)
        yield from _noted(meeting)
        yield from _table(meeting)
        yield from _next(content, meeting)
        for rank, question in enumerate(meeting.record.questions):
            yield from _question(content, meeting, rank, question)
    for need in content.needs.values():
        yield from _answered(content, need)
    for step in content.steps.values():
        yield from _progress(step)
        yield from _replaces(content, step)


def _answered(content: Content, need: Document[Need]) -> Iterator[Diagnostic]:
    """An answer dated before the meeting from which it is taken."""
    for rank, answer in enumerate(need.record.reponses):
        source = content.meetings.get(answer.source.reunion or "") if answer.source else None
        if answer.repondu_le and source and answer.repondu_le < source.record.date:
            yield need.place("reponses", rank, "repondu_le").error(
                f"« reponses[{rank + 1}].repondu_le » : le {answer.repondu_le} vient avant la réunion dont elle est tirée "
                f"({source.record.date}) — vérifier l'année"
            )


def _held(meeting: Document[Meeting]) -> Iterator[Diagnostic]:
    record = meeting.record
    state = _STATES.get(record.etat, "")
    if not record.held:
        told = [key for key, items in record.items().items() if items and key != "plus_tard"]
        told += ["participants"] if any(one.present for one in record.participants) else []
        for key in told:
            yield meeting.place(key).error(
                f"« {key} » : une réunion {state} n'en a pas — enlever ces lignes, ou « etat: {record.etat} »"
            )
    elif record.etat == "sans-quorum" and record.decisions:
        yield meeting.place("decisions").error(
            "« decisions » : une réunion sans quorum ne décide pas — les écrire dans la réunion qui les a prises"
        )
    if record.reportee_au and record.etat != "reportee":
        yield meeting.place("reportee_au").error(
            f"« reportee_au » : la réunion est {state or 'tenue'} — écrire « etat: reportee », ou enlever « reportee_au »"
        )
    elif record.reportee_au and record.reportee_au <= record.date:
        yield meeting.place("reportee_au").error(
            f"« reportee_au » : le {record.reportee_au} ne vient pas après la réunion ({record.date}) — écrire le nouveau jour"
        )
    if record.etat == "reportee" and record.reportee_au is None:
        yield meeting.place("etat").warning(
            "la réunion est reportée et rien ne dit à quand — ajouter « reportee_au: AAAA-MM-JJ »"
        )
    if record.instance in record.instances:
        yield meeting.place("instances").error(
            f"« instances » : « {record.instance} » est déjà « instance » — n'écrire que les autres"
        )


def _published(meeting: Document[Meeting]) -> Iterator[Diagnostic]:
    record, minutes = meeting.record, meeting.record.compte_rendu
    for key, day in (("approuve_le", minutes.approuve_le), ("publie_le", minutes.publie_le)):
        if day and day < record.date:
            yield meeting.place("compte_rendu", key).error(
                f"« compte_rendu.{key} » : le {day} vient avant la réunion ({record.date}) — vérifier l'année"
            )
    if minutes.etat == "brouillon" and minutes.approuve_le:
        yield meeting.place("compte_rendu", "etat").error(
            f"« compte_rendu.etat » : brouillon, et approuvé le {minutes.approuve_le} — écrire « etat: approuve », ou enlever le jour"
        )
    if minutes.etat == "brouillon" and minutes.corrections:
        yield meeting.place("compte_rendu", "corrections").error(
            "« compte_rendu.corrections » : un brouillon se corrige sans le dire — enlever « etat: brouillon » s'il est publié, sinon la correction"
        )
    for rank, one in enumerate(minutes.corrections):
        if one.date < record.published_on:
            what = f"la publication ({minutes.publie_le})" if minutes.publie_le else f"la réunion ({record.date})"
            yield meeting.place("compte_rendu", "corrections", rank, "date").error(
                f"« compte_rendu.corrections[{rank + 1}].date » : le {one.date} vient avant {what} — vérifier l'année"
            )


def _noted(meeting: Document[Meeting]) -> Iterator[Diagnostic]:
    """What was decided or is to be done: over before it was said, or voted in two ways."""
    day = meeting.record.date
    for rank, one in enumerate(meeting.record.decisions):
        if one.jusqu_au and one.jusqu_au < day:
            yield meeting.place("decisions", rank, "jusqu_au").error(
                f"« decisions[{rank + 1}].jusqu_au » : le {one.jusqu_au} vient avant la réunion ({day}) — vérifier l'année"
            )
        if one.voix and one.voix.unanimite and (one.voix.contre or one.voix.abstentions):
            yield meeting.place("decisions", rank, "voix").error(
                f"« decisions[{rank + 1}].voix » : à l'unanimité, et des voix contre ou des abstentions — garder l'un ou l'autre"
            )
    for rank, duty in enumerate(meeting.record.suites):
        if duty.date and duty.date < day:
            yield meeting.place("suites", rank, "date").error(
                f"« suites[{rank + 1}].date » : le {duty.date} vient avant la réunion ({day}) — vérifier l'année"
            )


def _table(meeting: Document[Meeting]) -> Iterator[Diagnostic]:
    unnamed = [one for one in meeting.record.participants if not (one.nom or one.fonction)]
    present = {one.acteur for one in unnamed if one.present}
    for rank, one in enumerate(meeting.record.participants):
        if not one.present and one in unnamed and one.acteur in present:
            yield meeting.place("participants", rank).warning(
                f"« {one.acteur} » est présent et excusé — n'en garder qu'un, ou dire qui par « fonction »"
            )


def _next(content: Content, meeting: Document[Meeting]) -> Iterator[Diagnostic]:
    """A date that was announced, is over, and about which nothing is told."""
    ahead, day = meeting.record.prochaine_reunion, content.day
    if ahead is None or day is None or ahead.date >= day:
        return
    bodies = set(meeting.record.bodies)
    if ahead.date <= meeting.record.date:
        yield meeting.place("prochaine_reunion", "date").warning(
            f"« prochaine_reunion.date » : le {ahead.date} ne vient pas après la réunion ({meeting.record.date}) — vérifier l'année"
        )
    elif not any(bodies & set(one.record.bodies) and one.record.date > meeting.record.date for one in content.meetings.values()):
        yield meeting.place("prochaine_reunion", "date").warning(
            f"« prochaine_reunion.date » : le {ahead.date} est passé et aucune page de {' ou '.join(f'« {one} »' for one in sorted(bodies))} ne dit ce qu'il en a été — "
            "écrire cette réunion, au besoin avec « etat: annulee » ou « reportee »"
        )


def _question(content: Content, meeting: Document[Meeting], rank: int, question: Question) -> Iterator[Diagnostic]:
    answer = content.meetings.get(question.repondue_par) if question.repondue_par else None
    place = meeting.place("questions", rank)
    if question.repondue_par and question.statut != "repondue":
        yield place.warning(
            f"« repondue_par » : la question est « {question.statut} » — écrire « statut: repondue », ou l'enlever"
        )
    if answer and answer.record.date < meeting.record.date:
        yield place.warning(
            f"« repondue_par » : la réunion {answer.slug} est du {answer.record.date}, avant la question "
            f"({meeting.record.date}) — nommer celle qui a répondu"
        )
    if question.statut == "repondue" and not question.repondue_par:
        yield place.warning("question répondue, et rien ne dit où — ajouter « repondue_par: … », et « passage » si on le connaît")
    if question.passage and not question.repondue_par:
        yield place.error("« passage » : de quelle réunion ? — ajouter « repondue_par: … »")


def _progress(step: Document[Step]) -> Iterator[Diagnostic]:
    history = step.record.historique
    for rank, change in enumerate(history):
        if rank and change.date < history[rank - 1].date:
            yield step.place("historique", rank).warning(
                f"« historique » : le {change.date} vient après le {history[rank - 1].date} — remettre les lignes dans l'ordre des jours"
            )
    last = max(history, key=lambda change: change.date, default=None)
    if last and last.avancement != step.record.avancement:
        yield step.place("avancement").warning(
            f"« avancement » : {step.record.avancement}, et l'historique finit par {last.avancement} ({last.date}) — "
            "ajouter une ligne à « historique », ou corriger « avancement »"
        )


def _replaces(content: Content, step: Document[Step]) -> Iterator[Diagnostic]:
    for rank, slug in enumerate(step.record.remplace):
        place, old = step.place("remplace", rank), content.steps.get(slug)
        if slug == step.slug:
            yield place.error("« remplace » : l'étape se remplace elle-même — nommer l'ancienne")
        elif old and _leads_to(content, old, step.slug):
            yield place.error(
                f"« remplace » : « {step.slug} » et « {slug} » se remplacent l'une l'autre — garder la plus récente"
            )
        elif old and old.record.avancement not in {"remplacee", "abandonnee"}:
            yield place.warning(
                f"« {slug} » est remplacée et reste « {old.record.avancement} » — y écrire « avancement: remplacee », avec son jour"
            )


def _leads_to(content: Content, step: Document[Step], slug: str) -> bool:
    waiting, seen = [step], set[str]()
    while waiting:
        one = waiting.pop()
        if slug in one.record.remplace:
            return True
        seen.add(one.slug)
        waiting += [content.steps[old] for old in one.record.remplace if old in content.steps and old not in seen]
    return False
