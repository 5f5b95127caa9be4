"""Pydantic's errors → French sentences with the nearest known value."""

from __future__ import annotations

import re
import shlex
from collections.abc import Collection, Mapping
from pathlib import PurePosixPath
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from plugins.diagnostics import Diagnostic, Place, shortened
from plugins.model.content import Loc, line_of
from plugins.text.nearest import nearest

# A list that an editor can read through.
_FEW = 12


def translate(error: ValidationError, schema: type[BaseModel], lines: Mapping[Loc, int], place: Place) -> list[Diagnostic]:
    """One diagnostic an error, each at the line of its value."""
    found = []
    for detail in error.errors(include_url=False):
        loc = tuple(part for part in detail["loc"])
        found.append(place.at(line_of(lines, loc)).error(_sentence(detail, loc, schema)))
    return found


def hint(value: str, known: list[str]) -> str:
    """« — écrire plutôt « x » », or the list of what is known when nothing is near."""
    close = nearest(value, known)
    if close:
        return f" — écrire plutôt « {close} »"
    if len(known) <= _FEW:
        return " — choisir parmi : " + ", ".join(known) if known else ""
    return ""


_UNKNOWN = {
    "acteurs": "acteur inconnu",
    "familles": "famille inconnue",
    "reunions": "réunion inconnue",
    "feuille-de-route": "étape de la feuille de route inconnue",
    "territoires.yml": "territoire inconnu",
    "portes.yml": "porte inconnue",
}


def unknown(target: str, slug: str, known: Collection[str], root: str) -> str:
    """A reference that leads nowhere: what it may have meant, else how to make what it names.

    Args:
        target: the folder or the list in which it was looked for.
        slug: as written.
        known: what is there.
        root: how messages name the content folder.
    """
    close = nearest(slug, known)
    if close:
        advice = f"écrire plutôt « {close} »"
    elif target == "acteurs":
        advice = f"le créer : {new_actor(slug.replace('-', ' ').capitalize(), root)}"
        if known and len(known) <= _FEW:
            advice = f"choisir parmi : {', '.join(sorted(known))} ; ou {advice}"
    elif target.endswith(".yml"):
        advice = f"l'ajouter à {root}/{target}"
    else:
        advice = f"créer {root}/{target}/{slug}.md"
    return f"{_UNKNOWN[target]} « {shortened(slug)} » — {advice}"


def new_actor(name: str, folder: str = "content") -> str:
    """The command that begins the sheet of an actor, to be pasted in a terminal as it is."""
    protected = re.sub(r'([\\"$`])', r"\\\1", name)
    return f'.venv/bin/inv new acteur "{protected}"' + ("" if folder == "content" else f" --content {shlex.quote(folder)}")


def root_of(path: str) -> str:
    """The content folder of a page, as messages name it: `contenu/acteurs/caf.md` → `contenu`."""
    return PurePosixPath(path).parent.parent.as_posix()


def path_of(loc: Loc) -> str:
    """`participants[2].acteur`, counted from 1 as an editor counts."""
    text = ""
    for part in loc:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return text


def _sentence(detail: ErrorDetails, loc: Loc, schema: type[BaseModel]) -> str:
    kind, name, value = detail["type"], path_of(loc), detail.get("input")
    context: dict[str, Any] = detail.get("ctx") or {}
    if kind == "extra_forbidden" and name in getattr(schema, "RETIRED", ()):
        return f"la clé « {name} » n'existe plus — « .venv/bin/inv migrate » la met en commentaire"
    if kind == "extra_forbidden":
        return f"clé inconnue « {shortened(name)} »" + hint(str(loc[-1]), _fields(schema, loc[:-1]))
    if kind == "missing":
        return f"« {name} » manque — ajouter « {loc[-1]}: … »"
    if kind == "literal_error":
        known = [word.strip(" '") for word in str(context["expected"]).replace(" ou ", ",").replace(" or ", ",").split(",")]
        return f"« {name} » : valeur inconnue « {shortened(value)} »" + hint(str(value), known)
    if kind.endswith("_fr"):
        return f"« {name} » : {detail['msg']}" if name else detail["msg"]
    if kind == "string_too_short":
        return f"« {name} » est vide — écrire un texte ou enlever la clé"
    if kind == "string_too_long":
        return f"« {name} » compte {len(str(value))} signes, {context['max_length']} au plus — l'abréger ; le détail va dans le texte"
    if kind == "string_pattern_mismatch":
        return f"« {name} » : « {shortened(value)} » n'a pas la forme voulue" + _pattern(str(loc[-1]))
    return f"« {name} » : {_TYPES.get(kind, 'valeur inattendue')}, lu « {shortened(value)} »"


_TYPES = {
    "string_type": "un texte est attendu",
    "list_type": "une liste est attendue — une ligne « - … » par élément",
    "model_type": "des clés sont attendues — écrire « clé: valeur » en retrait",
    "model_attributes_type": "des clés sont attendues — écrire « clé: valeur » en retrait",
    "int_parsing": "un nombre entier est attendu, en chiffres",
    "int_type": "un nombre entier est attendu, en chiffres",
    "greater_than_equal": "le nombre est trop petit",
    "less_than_equal": "le nombre est trop grand",
}


def _pattern(name: str) -> str:
    if name == "sha256":
        return " — une empreinte SHA-256 a 64 chiffres ou lettres de a à f"
    return " — n'employer que des lettres minuscules, des chiffres et des tirets, par exemple c1"


def _fields(schema: type[BaseModel], loc: Loc) -> list[str]:
    """The keys known at a location, found by walking the schema's annotations."""
    current: Any = schema
    for part in loc:
        if isinstance(part, str):
            field = current.model_fields.get(part) if isinstance(current, type) and issubclass(current, BaseModel) else None
            if field is None:
                return []
            current = _model_in(field.annotation)
    return list(current.model_fields) if isinstance(current, type) and issubclass(current, BaseModel) else []


def _model_in(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        model = _model_in(argument)
        if model is not None:
            return model
    return None
