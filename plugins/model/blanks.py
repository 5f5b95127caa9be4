"""A key that nobody filled yet → its line in a file that is begun: take the « # » away, and what is written is valid YAML."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from plugins.model.annotations import Held, held
from plugins.model.records import Short

# An entry with as few keys is shown whole; of a longer one, what it cannot do without.
_SHOWN_WHOLE = 4
_EMPTY: dict[object, str] = {int: "", date: "", bool: "false"}
_WRITTEN: dict[object, str] = {int: "nombre", date: "AAAA-MM-JJ", bool: "true ou false"}


def blank(key: str, info: FieldInfo) -> str:
    """The line of one key: `# sources: []   # - {titre: …, url: …} — Sources.`, say.

    Args:
        key: of the front matter, whose field has a description.
        info: that field.
    """
    kept = held(info)
    if kept.many:
        value = "[]"
    elif isinstance(kept.of, type) and issubclass(kept.of, BaseModel):
        value = "{}"
    else:
        value = "" if get_origin(kept.of) is Literal else _EMPTY.get(kept.of, '""')
    sentence = str(info.description)
    written = " — ".join(filter(None, (_written(kept, sentence), sentence)))
    return f"# {f'{key}: {value}'.rstrip()}   # {written}"


def _written(kept: Held, sentence: str) -> str:
    """How what it holds is written; nothing where the sentence of the key tells it."""
    if isinstance(kept.of, type) and issubclass(kept.of, Short):
        return "[…, …]"
    if isinstance(kept.of, type) and issubclass(kept.of, BaseModel):
        entry = f"{{{', '.join(f'{name}: …' for name in _keys(kept.of))}}}"
        return f"- {entry}" if kept.many else entry
    choices: tuple[Any, ...] = get_args(kept.of) if get_origin(kept.of) is Literal else ()
    if choices:
        return "" if str(choices[0]) in sentence else " | ".join(map(str, choices))
    return "[…, …]" if kept.many else _WRITTEN.get(kept.of, "")


def _keys(schema: type[BaseModel]) -> list[str]:
    fields = schema.model_fields
    needed = [name for name, info in fields.items() if info.is_required() or name == "id"]
    return list(fields) if len(fields) <= _SHOWN_WHOLE else needed or list(fields)[:1]
