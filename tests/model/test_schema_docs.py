"""What documents and editors' tools say of the format is what the schema says."""

import json
from pathlib import Path

import pytest

from plugins.model.command import reference
from plugins.model.content import SCHEMAS

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("path", list(reference(ROOT)), ids=lambda path: path.name)
def test_the_written_reference_is_that_of_the_schema(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == reference(ROOT)[path], "run « inv format »"


def test_every_key_of_every_kind_is_explained_to_editors() -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for kind, schema in SCHEMAS.items():
        assert f"#### `{kind.folder}/`" in guide
        for name, field in schema.model_fields.items():
            assert field.description, name
            assert f"`{name}`" in guide


def test_what_an_entry_cannot_do_without_is_in_bold() -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert "| **`participants[].acteur`** |" in guide
    assert "| `participants[].nom` |" in guide


def test_the_json_schemas_are_closed_and_name_what_is_required() -> None:
    actor = json.loads((ROOT / "schemas/acteurs.json").read_text(encoding="utf-8"))
    assert actor["additionalProperties"] is False
    assert {"titre", "famille", "nature", "role", "resume", "statut", "verifie_le"} <= set(actor["required"])
