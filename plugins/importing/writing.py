"""A draft → the file of its page: front matter with what a person must settle beside it, then the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plugins.importing.attendance import Attendee
from plugins.importing.drafting import Draft
from plugins.importing.listing import Listed
from plugins.importing.markdown import body
from plugins.model.draft import quoted
from plugins.model.messages import new_actor

_ROOTS = {"decisions": "d", "suites": "s", "questions": "q", "propositions": "p", "chiffres": "n"}
_ADVICE = {
    "decisions": "garder celles qui ont été prises, dans vos mots",
    "suites": "tirées d'un tableau ; dire qui s'en charge et pour quand",
    "questions": "garder celles qui se posent encore, dans vos mots",
    "propositions": "garder celles qui ont été faites en séance, dans vos mots",
    "chiffres": "garder ceux qui comptent ; dire leur source",
}
_COUNTS = ("", "", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix")


@dataclass(frozen=True)
class Unknown:
    """An organisation without a sheet, or a choice between several."""

    written: str
    command: str
    where: str


def page(draft: Draft, instance: str, root: str, attached: str = "") -> str:
    """The whole file.

    Args:
        draft: what was read.
        instance: slug of the body that met.
        root: the content folder, as commands name it.
        attached: path of the original under the content folder; empty when it is not attached.
    """
    head = draft.heading
    lines = [
        "---",
        "# Brouillon d'une réunion, tiré d'un fichier : à relire en entier. « à relire » marque ce qui est douteux, avec sa place.",
        f"titre: {quoted(head.title)}",
        "# resume: une phrase en mots simples",
        f"date: {head.day.isoformat()}   # {head.where}",
        f"instance: {instance}",
        *(f"# à relire ({head.where}) : {doubt}" for doubt in head.doubts),
        *_participants(draft, root),
        *_cited(draft),
        *_agenda(draft),
        *(line for key, entries in draft.lists.items() for line in _list(key, entries)),
        *_axes(draft, root),
        *_next(draft),
        f"source: {{titre: {quoted(draft.file_name)}, sha256: {draft.sha256}}}",
        "---",
        "",
    ]
    text = body(draft.blocks, f"../{attached}" if attached else "")
    if attached:
        text += f"\n[Le compte rendu d'origine](../{attached})\n"
    return "\n".join(lines) + text


def unknown(draft: Draft, root: str) -> Iterator[Unknown]:
    """Organisations of the list that have no sheet, each once."""
    seen: set[str] = set()
    for one in draft.people:
        organisation = one.entry.organisation
        if organisation and not organisation.slug and organisation.written not in seen:
            seen.add(organisation.written)
            yield Unknown(organisation.written, new_actor(organisation.written, root), one.where)


def _participants(draft: Draft, root: str) -> Iterator[str]:
    lines = list(_kept(draft.people) if draft.keep_names else _grouped(draft.people))
    yield "participants:" + ("" if lines else " []")
    yield from lines
    for one in unknown(draft, root):
        yield f"  # à relire ({one.where}) : « {one.written} » n'a pas de fiche — {one.command}"
    for attendee in draft.people:
        organisation = attendee.entry.organisation
        if organisation is None:
            who = "une personne" if not draft.keep_names else _name(attendee)
            yield f"  # à relire ({attendee.where}) : {who} sans organisation"
        elif organisation.others:
            yield f"  # à relire ({attendee.where}) : « {organisation.written} » — choisir parmi {', '.join(organisation.others)}"
        elif not organisation.sure:
            yield f"  # à relire ({attendee.where}) : « {organisation.written} » est pris pour « {organisation.slug} »"
        for doubt in attendee.entry.doubts if organisation else ():
            yield f"  # à relire ({attendee.where}) : {doubt if draft.keep_names else 'une partie de la ligne n’est pas comprise'}"


def _grouped(people: Sequence[Attendee]) -> Iterator[str]:
    """One line an organisation, and how many spoke for it."""
    counted: Counter[tuple[str, str]] = Counter()
    stands_in: set[tuple[str, str]] = set()
    for one in people:
        if one.entry.organisation and one.entry.organisation.slug:
            key = (one.entry.organisation.slug, one.quality)
            counted[key] += 1
            stands_in |= {key} if one.entry.represents else set()
    for (slug, quality), count in counted.items():
        said = [f"acteur: {slug}"]
        if quality != "participant":
            said.append(f"qualite: {quality}")
        if count > 1:
            said.append(f'fonction: "{_COUNTS[count] if count < len(_COUNTS) else count} représentants"')
        elif (slug, quality) in stands_in:
            said.append('fonction: "une personne, qui en représente une autre"')
        yield f"  - {{{', '.join(said)}}}"


def _kept(people: Sequence[Attendee]) -> Iterator[str]:
    for one in people:
        organisation, person = one.entry.organisation, one.entry.person
        if organisation is None or not organisation.slug:
            continue
        said = [f"acteur: {organisation.slug}"]
        said += _person(person.civility, person.surname, person.given) if person else []
        said += [f"fonction: {quoted(one.entry.function[:300])}"] if one.entry.function else []
        said += [f"represente: {quoted(one.entry.represents)}"] if one.entry.represents else []
        said += [f"qualite: {one.quality}"] if one.quality != "participant" else []
        yield f"  - {{{', '.join(said)}}}"


def _cited(draft: Draft) -> Iterator[str]:
    """With names: those whom the list does not declare, and words that are names here."""
    if not draft.keep_names:
        return
    homeless = [one for one in draft.people if one.entry.person and not (one.entry.organisation and one.entry.organisation.slug)]
    if draft.strangers or homeless:
        yield "personnes_citees:"
    for one in homeless:
        assert one.entry.person is not None
        said = _person(one.entry.person.civility, one.entry.person.surname, one.entry.person.given)
        function = one.entry.organisation.written if one.entry.organisation else ""
        yield f"  - {{{', '.join([*said, *([f'fonction: {quoted(function)}'] if function else [])])}}}"
    for stranger in draft.strangers:
        *given, surname = stranger.name.split()
        yield f"  - {{{', '.join(_person(stranger.civility, surname, ' '.join(given)))}}}   # à relire : son organisation ?"
    if draft.homonyms:
        words = ", ".join(f"{{mot: {quoted(word)}, personne: true}}" for word in draft.homonyms)
        yield f"homonymes: [{words}]"


def _person(civility: str, surname: str, given: str) -> list[str]:
    said = [f"civilite: {civility}"] if civility in {"M.", "Mme", "Mlle", "Dr", "Me", "Mx"} else []
    said += [f"nom: {quoted(surname)}"] if surname else []
    return [*said, f"prenom: {quoted(given)}"] if given else said


def _name(one: Attendee) -> str:
    person = one.entry.person
    return " ".join(filter(None, (person.civility, person.given, person.surname))) if person else "une ligne"


def _agenda(draft: Draft) -> Iterator[str]:
    if draft.planned or draft.followed:
        yield "ordre_du_jour:"
    for key, points in (("initial", draft.planned), ("effectif", draft.followed)):
        if points:
            yield f"  {key}:"
            yield from (f"    - {quoted(point)}" for point in points)


def _list(key: str, entries: Sequence[Listed]) -> Iterator[str]:
    if not entries:
        return
    yield f"{key}:   # à relire : {_ADVICE[key]}"
    for rank, entry in enumerate(entries, start=1):
        said = [f"id: {_ROOTS[key]}{rank}"]
        said += [f"valeur: {quoted(entry.value[:80])}"] if entry.value else []
        said += [f"unite: {quoted(entry.unit[:80])}"] if entry.unit else []
        said += [f"acteur: {entry.actor}"] if entry.actor else []
        said += [*entry.more, f"texte: {quoted(entry.text)}"]
        yield f"  - {{{', '.join(said)}}}   # {entry.where}"


def _axes(draft: Draft, root: str) -> Iterator[str]:
    if draft.steps:
        yield f"axes: [{', '.join(draft.steps)}]"
    folder = "" if root == "content" else f" --content {root}"
    for text in draft.other_axes:
        yield f"# à relire : axe sans page — {quoted(text)} — .venv/bin/inv new action {quoted(text[:60])}{folder}"


def _next(draft: Draft) -> Iterator[str]:
    if draft.next is None:
        return
    said = [f"date: {draft.next.day.isoformat()}"]
    said += [f'heure: "{draft.next.hour}"'] if draft.next.hour else []
    said += [f"lieu: {quoted(draft.next.place)}"] if draft.next.place else []
    yield f"prochaine_reunion: {{{', '.join(said)}}}   # {draft.next.where}"
    if not draft.next.sure:
        yield f"# à relire ({draft.next.where}) : le jour de la semaine, ou l'année, ne va pas avec cette date"
