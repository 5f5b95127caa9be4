"""The name of an actor → the sheet that an editor completes; what only they know is left empty, with its choices beside."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import get_args

from plugins.model.values import Nature, Role
from plugins.text.dates import full_date
from plugins.text.typesetting import sentence_case

_SHEET = """---
titre: {title}
{acronym}alias: []
famille: {family}
nature: {nature}
role: {role}
resume: {summary}
statut: amorce
verifie_le: {day}
sources: []
---
"""


def draft_actor(name: str, families: Iterable[str], day: date, known: Mapping[str, str] | None = None) -> str:
    """A sheet that a build refuses until its empty keys are filled: nothing about an actor is invented.

    Args:
        name: as texts write it.
        families: slugs of the families to choose from.
        day: the day on which it is made.
        known: what the editor gives of `famille`, `nature`, `role` and `resume`.
    """
    given = known or {}
    # An acronym alone is not a title that a resident understands: the full name is asked for.
    is_acronym = name.isupper() and " " not in name
    acronym = f"sigle: {quoted(name)}   # en clair dans « titre »\n" if is_acronym else ""
    choices = {
        "famille": " | ".join(families) or "à créer d'abord dans familles/",
        "nature": " | ".join(get_args(Nature)),
        "role": " | ".join(get_args(Role)),
    }
    summary = given.get("resume")
    return _SHEET.format(
        title=quoted(sentence_case(name)),
        acronym=acronym,
        family=given.get("famille") or f"  # {choices['famille']}",
        nature=given.get("nature") or f"   # {choices['nature']}",
        role=given.get("role") or f"     # {choices['role']}",
        summary=quoted(summary) if summary else "   # une phrase en mots simples : ce que l'acteur peut faire pour un habitant",
        day=day.isoformat(),
    )


_BODY = """---
titre: {title}
famille: {family}   # à vérifier
nature: instance
role: coordination
resume: "Cette instance s'est réunie le {when}. Sa fiche reste à écrire."
statut: amorce
verifie_le: {day}
sources: []
---
"""


def draft_body(name: str, family: str, day: date) -> str:
    """The sheet of a body that met, of which nothing else is known: valid, so that its meeting can be checked.

    Args:
        name: as the minutes write it.
        family: the slug of a family of the content.
        day: on which it met.
    """
    when = full_date(day).replace("\u00a0", " ")
    return _BODY.format(title=quoted(sentence_case(name)), family=family, when=when, day=day.isoformat())


def quoted(text: str) -> str:
    """A YAML scalar in double quotes, which are those of JSON (YAML 1.2, 5.7)."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)
