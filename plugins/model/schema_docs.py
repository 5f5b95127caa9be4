"""The schema → what editors read (a table for CONTRIBUTING.md) and what their tools read (JSON Schema)."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from plugins.model.content import SCHEMAS
from plugins.model.kinds import SITE_FILE
from plugins.model.lists import SCHEMAS as LISTS
from plugins.model.records import Short
from plugins.model.site_file import SiteFile
from plugins.model.values import Reference, Slug

_HEADER = "| clé | valeur | sens |\n|---|---|---|\n"
_MANY = (list, tuple)
_PLAIN: dict[object, str] = {str: "texte", int: "nombre", bool: "true ou false", date: "date AAAA-MM-JJ"}


def tables() -> str:
    """One Markdown table a kind, each key with its type and its sense; required keys in bold."""
    parts = [f"#### `{kind.folder}/`\n\n{_HEADER}{_rows(schema)}" for kind, schema in SCHEMAS.items()]
    parts += [f"#### `{name}`, chaque entrée\n\n{_HEADER}{_rows(schema)}" for name, schema in LISTS.items()]
    parts.append(f"#### `{SITE_FILE}`\n\n{_HEADER}{_rows(SiteFile)}")
    return "\n".join(parts)


def json_schemas() -> dict[str, str]:
    """File name → JSON Schema text, one a kind, for editors that complete and check YAML."""
    made: dict[str, type[BaseModel]] = {f"{kind.folder}.json": schema for kind, schema in SCHEMAS.items()}
    made |= {name.replace(".yml", ".json"): schema for name, schema in LISTS.items()}
    made[SITE_FILE.replace(".yml", ".json")] = SiteFile
    return {name: json.dumps(_json(schema, name), ensure_ascii=False, indent=1) + "\n" for name, schema in made.items()}


def _json(schema: type[BaseModel], name: str) -> dict[str, Any]:
    made: dict[str, Any] = _read_from_yaml(schema.model_json_schema())
    for short in Short.__subclasses__():
        if mapping := made.get("$defs", {}).get(short.__name__):
            made["$defs"][short.__name__] = {"anyOf": [{"type": "string", "minLength": 1}, mapping]}
    if name.replace(".json", ".yml") not in LISTS:
        return made
    parts = made.pop("$defs", {})  # references to them start at the top
    return {"$defs": parts, "type": "array", "items": made}


def _read_from_yaml(part: Any) -> Any:
    """Tools take `28` for a number and `oui` for a text before they look at the schema; we read both as they are written."""
    if isinstance(part, list):
        return [_read_from_yaml(one) for one in part]
    if not isinstance(part, dict):
        return part
    read = {key: _read_from_yaml(one) for key, one in part.items()}
    if read.get("type") == "string" and "format" not in read and "enum" not in read and "const" not in read:
        return read | {"type": ["string", "number"]}
    if read.get("type") == "boolean":
        return {key: one for key, one in read.items() if key != "type"} | {"enum": [True, False, "oui", "non", "vrai", "faux"]}
    return read


def _rows(schema: type[BaseModel], prefix: str = "") -> str:
    lines = []
    for name, field in schema.model_fields.items():
        label = f"`{prefix}{name}`"
        key = f"**{label}**" if field.is_required() else label
        lines.append(f"| {key} | {_type(field)} | {field.description or ''} |\n")
        inner = _model(field.annotation)
        if inner is not None:
            dots = f"{prefix}{name}[]." if get_origin(field.annotation) in _MANY else f"{prefix}{name}."
            lines.append(_rows(inner, dots))
    return "".join(lines)


def _model(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for argument in get_args(annotation) if (found := _model(argument))), None)


def _type(field: FieldInfo) -> str:
    return _word(field.annotation)


def _word(annotation: Any) -> str:
    if get_origin(annotation) in _MANY:
        return f"liste : {_word(get_args(annotation)[0])}"
    if get_origin(annotation) is Literal:
        return " · ".join(f"`{value}`" for value in get_args(annotation))
    arguments = [argument for argument in get_args(annotation) if argument is not type(None)]
    if arguments:
        return _word(arguments[0])
    if isinstance(annotation, type) and issubclass(annotation, Reference):
        return f"page de `{annotation.target}`" if "." not in annotation.target else f"entrée de `{annotation.target}`"
    if isinstance(annotation, type) and issubclass(annotation, Slug):
        return "identifiant"
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return "clés ci-dessous"
    return _PLAIN.get(annotation, "texte")
