"""A kind of page and its name → the file that an editor completes: what is known is written, the other keys are explained."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from pydantic import BaseModel

from plugins.model.blanks import blank
from plugins.model.content import Content
from plugins.model.draft import draft_actor, draft_body, quoted
from plugins.model.kinds import Kind
from plugins.model.meeting import Meeting
from plugins.model.messages import hint
from plugins.model.records import Family, Need
from plugins.model.step import Step
from plugins.text.slugs import slugify
from plugins.text.typesetting import sentence_case
from plugins.text.written_days import dates

# What an editor types, and the kind of page.
KINDS = {
    "acteur": Kind.ACTOR, "famille": Kind.FAMILY, "besoin": Kind.NEED, "reunion": Kind.MEETING, "action": Kind.STEP, "axe": Kind.STEP,
}  # fmt: skip
TERM = "terme"
# Keys that few pages have: the guide explains them.
_RARE = frozenset("ordre redirections homonymes ajoute urgence".split())


@dataclass(frozen=True)
class Asked:
    """What an editor asked for.

    Attributes:
        kind: one of `KINDS`.
        name: of the page.
        made_on: the day on which it is made.
        values: keys of the front matter that were given: `famille`, `nature`, `role`, `resume`, `instance`, `date`, `axe`.
    """

    kind: str
    name: str
    made_on: date
    values: dict[str, str] = field(default_factory=dict)


def files_of(asked: Asked, content: Content) -> dict[str, str]:
    """The page, and what it cannot do without, by path under the content folder.

    Raises:
        ValueError: a value that is not possible; its text is a French sentence.
    """
    if asked.kind == "acteur":
        return {_path(Kind.ACTOR, asked.name): draft_actor(asked.name, sorted(content.families), asked.made_on, asked.values)}
    if asked.kind == "reunion":
        return _meeting(asked, content)
    if asked.kind == "famille":
        return {_path(Kind.FAMILY, asked.name): _sheet(asked, Family, [])}
    if asked.kind == "besoin":
        known = ['reponses: []   # - {acteur: …, texte: "Ce que l\'acteur fait pour la personne, en une phrase simple."}']
        return {_path(Kind.NEED, asked.name): _sheet(asked, Need, known)}
    if asked.kind == "axe":
        return {_path(Kind.STEP, asked.name): _sheet(asked, Step, ["nature: axe", "avancement: proposee"])}
    return _action(asked, content)


def _action(asked: Asked, content: Content) -> dict[str, str]:
    """An action belongs to an axis: the one that was given, that its name says, or the first; without any, one is begun."""
    axes = sorted(slug for slug, step in content.steps.items() if step.record.nature == "axe")
    given = asked.values.get("axe", "")
    if given and given not in axes:
        raise ValueError(f"axe inconnu « {given} »" + hint(given, axes))
    axis, note = given or _nearest(asked.name, axes), ""
    made: dict[str, str] = {}
    if not axis:
        axis, note = "premier-axe", "   # son axe vient d'être commencé : le nommer"
        made = {f"{Kind.STEP.folder}/{axis}.md": _sheet(Asked("axe", "Premier axe", asked.made_on), Step, ["nature: axe"])}
    elif not given:
        note = _to_check(axis, axes)
    known = ["nature: action", f"axe: {axis}{note}", "avancement: proposee"]
    return {**made, _path(Kind.STEP, asked.name): _sheet(asked, Step, known)}


def _nearest(name: str, slugs: Sequence[str]) -> str:
    """The slug that shares most words with a name; the first when none does; empty without any."""
    words = set(slugify(name).split("-"))
    return max(slugs, key=lambda slug: (len(words & set(slug.split("-"))), -slugs.index(slug)), default="")


def _to_check(chosen: str, slugs: Sequence[str]) -> str:
    others = [slug for slug in slugs if slug != chosen]
    return f"   # à vérifier ; sinon : {' | '.join(others)}" if others else ""


def _path(kind: Kind, name: str) -> str:
    return f"{kind.folder}/{slugify(name)}.md"


def _sheet(asked: Asked, schema: type[BaseModel], known: Sequence[str], body: str = "") -> str:
    """Front matter: what is known, then each other key, empty, with its sense."""
    lines = [f"titre: {quoted(sentence_case(asked.name))}"]
    lines += [f"resume: {quoted(asked.values['resume'])}"] if asked.values.get("resume") else []
    lines += known
    written = {line.lstrip("# ").partition(":")[0] for line in lines}
    rest = [blank(name, info) for name, info in schema.model_fields.items() if name not in written | _RARE and info.description]
    return "\n".join(["---", *lines, *rest, "---", body]) + ("\n" if body else "")


def _meeting(asked: Asked, content: Content) -> dict[str, str]:
    day, sure, name = _day_of(asked)
    instance, made, note = _instance_of(asked, content, name, day)
    known = [
        f"date: {day.isoformat()}" + ("" if sure else "   # à vérifier"),
        f"instance: {instance}{note}",
        "participants: []   # - {acteur: …} · {acteur: …, qualite: invite} · {acteur: …, qualite: excuse}",
    ]
    body = "## Les échanges\n\nLa synthèse reste à écrire."
    slug = "-".join(filter(None, [day.isoformat(), slugify(name)]))
    return {**made, f"{Kind.MEETING.folder}/{slug}.md": _sheet(asked, Meeting, known, body)}


def _day_of(asked: Asked) -> tuple[date, bool, str]:
    """The day of a meeting, whether it is sure, and the name without it: « Comité du 14 mars » is the last 14 March."""
    if asked.values.get("date"):
        try:
            return date.fromisoformat(asked.values["date"]), True, asked.name
        except ValueError:
            raise ValueError(f"« {asked.values['date']} » n'est pas une date — écrire par exemple --date 2026-03-12") from None
    found = next(dates(asked.name, asked.made_on), None)
    if found is None:
        return asked.made_on, False, asked.name
    last = found.day
    # Minutes are written after the meeting.
    if not found.dated and last > asked.made_on:
        last = next((one.day for one in dates(asked.name, asked.made_on.replace(year=asked.made_on.year - 1, day=1))), last)
    name = asked.name[: found.start].rstrip(" ,-–—")
    for word in (" du", " le", " de"):
        name = name.removesuffix(word)
    return last, found.dated, f"{name}{asked.name[found.end :]}".strip()


def _instance_of(asked: Asked, content: Content, name: str, day: date) -> tuple[str, dict[str, str], str]:
    """The body that met: the one that was given, that the name says, or the only one; else a sheet to be completed."""
    bodies = sorted(slug for slug, actor in content.actors.items() if actor.record.nature == "instance")
    given = asked.values.get("instance", "")
    if given and given not in content.actors:
        raise ValueError(f"instance inconnue « {given} » — donner le nom de sa fiche dans acteurs/, sans .md")
    if given:
        return given, {}, ""
    if best := _nearest(name, bodies):
        return best, {}, _to_check(best, bodies)
    slug = slugify(name) or "instance"
    families = sorted(content.families)
    made = {} if families else {f"{Kind.FAMILY.folder}/instances.md": "---\ntitre: Instances\n---\n"}
    made[f"{Kind.ACTOR.folder}/{slug}.md"] = draft_body(name or "Instance", families[0] if families else "instances", day)
    return slug, made, "   # sa fiche vient d'être commencée"


def term(name: str, definition: str) -> str:
    """An entry of the glossary.

    Args:
        name: the acronym, or the term.
        definition: in simple words; empty when it is still to be written.
    """
    is_acronym = name.isupper() and " " not in name
    lines = [f"- terme: {quoted(name)}" + ("   # en clair" if is_acronym else "")]
    lines += [f"  sigle: {quoted(name)}"] if is_acronym else []
    lines.append(
        f"  definition: {quoted(definition or 'La définition reste à écrire.')}"
        + ("" if definition else "   # une ou deux phrases simples")
    )
    return "\n".join(lines) + "\n"
