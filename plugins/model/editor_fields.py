"""The schema → the fields of the web editor's forms (Sveltia CMS): their words, their choices, their limits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from plugins.model import values
from plugins.model.annotations import Held, held
from plugins.model.editor_words import label, singular

Field = dict[str, Any]

# Where a file of entries holds them in its form.
ENTRIES = "entrees"
# A value that a reader of the schema refuses is refused in the form too, with the sentence that says what to write.
_PATTERNS: tuple[tuple[Any, str, str], ...] = (
    (values.SecureUrl, r"^https://[^\s<>\"']+\.[^\s<>\"']+$", "Écrire une adresse qui commence par https://"),
    (values.Url, r"^https?://[^\s<>\"']+\.[^\s<>\"']+$", "Écrire une adresse web, par exemple https://www.exemple.fr/"),
    (values.Email, r"^[^\s@<>,;\"']+@[^\s@<>,;\"']+\.[^\s@<>,;\"'.]{2,}$", "Écrire une adresse, par exemple accueil@exemple.fr"),
    (values.Hour, r"^([01]?\d|2[0-3])[:h][0-5]\d$", "Écrire une heure, par exemple 09:30"),
)
_SLUG = ["^[a-z0-9]+(-[a-z0-9]+)*$", "N'employer que a-z, 0-9 et des tirets simples, par exemple france-travail"]


def fields_of(schema: type[BaseModel]) -> list[Field]:
    """One field a key: those that nobody may leave empty, then the others in the order of the schema.

    Args:
        schema: a record of the content.
    """
    made = [_field(name, info) for name, info in schema.model_fields.items()]
    return sorted(made, key=lambda one: not one["required"])


def _field(name: str, info: FieldInfo) -> Field:
    """A field, what it is for, and whether it may be left empty."""
    what = held(info)
    asked: Field = {"name": name, "label": label(name), "required": info.is_required()}
    if info.description:
        asked["hint"] = info.description
    if what.many:  # a list that has to be there may be empty, and is then written as such
        asked |= {"required": False, **({"min": 0} if info.is_required() else {})}
        return asked | _several(name, what)
    return asked | _one(what)


def _several(name: str, what: Held) -> Field:
    """A list: of references and codes, all at once; of all else, entry by entry."""
    if _is(what.of, values.Reference) or get_origin(what.of) is Literal:
        return {**_one(what), "multiple": True}
    folded: Field = {"widget": "list", "label_singular": singular(name), "collapsed": "auto"}
    if _is(what.of, BaseModel):
        inner = fields_of(what.of)
        shown = " ".join(f"{{{{{one['name']}}}}}" for one in inner[:2])
        return {**folded, "fields": inner, "summary": shown}
    return {**folded, "field": {"name": "valeur", "label": singular(name), **_one(what)}}


def _one(what: Held) -> Field:
    """The widget of one value."""
    for kind, make in _WIDGETS.items():
        if _is(what.of, kind):
            return make(what)
    if get_origin(what.of) is Literal:
        return {"widget": "select", "options": [str(one) for one in get_args(what.of)]}
    return _text(what)


def _object(what: Held) -> Field:
    return {"widget": "object", "fields": fields_of(what.of), "collapsed": "auto"}


def _relation(what: Held) -> Field:
    """A page of a folder by its slug; an entry of a file by its `slug`."""
    target = str(what.of.target)
    if not target.endswith(".yml"):
        return {"widget": "relation", "collection": target, "value_field": "{{slug}}", "display_fields": ["titre"]}
    path = f"{ENTRIES}.*"
    return {
        "widget": "relation",
        "collection": FILES,
        "file": target.removesuffix(".yml"),
        "value_field": f"{path}.slug",
        "display_fields": [f"{path}.nom"],
        "search_fields": [f"{path}.nom", f"{path}.slug"],
    }


def _slug(_: Held) -> Field:
    return {"widget": "string", "pattern": _SLUG}


def _number(what: Held) -> Field:
    bounds = {"min": what.bound("ge"), "max": what.bound("le")}
    return {"widget": "number", "value_type": "int", **{name: value for name, value in bounds.items() if value is not None}}


def _text(what: Held) -> Field:
    longest = what.bound("max_length") or values.TEXT
    made: Field = {"widget": "string" if longest <= values.NAME else "text", "maxlength": longest}
    for kind, pattern, told in _PATTERNS:
        if set(kind.__metadata__) <= set(what.marks):
            return {"widget": "string", "pattern": [pattern, told]}
    written = what.bound("pattern")
    return made | ({"widget": "string", "pattern": [written, f"Écrire un texte de la forme {written}"]} if written else {})


def _is(found: Any, kind: type) -> bool:
    return isinstance(found, type) and issubclass(found, kind)


# The collection of the files of entries.
FILES = "listes"
# In this order: a reference is a slug, and a truth value a number.
_WIDGETS: Mapping[type, Callable[[Held], Field]] = {
    BaseModel: _object,
    values.Reference: _relation,
    values.Slug: _slug,
    date: lambda _: {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"},
    bool: lambda _: {"widget": "boolean"},
    int: _number,
}
