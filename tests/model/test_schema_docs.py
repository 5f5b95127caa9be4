"""What documents and editors' tools say of the format is what the schema says."""

import json
from pathlib import Path

import pytest

from plugins.model.command import reference
from plugins.model.content import SCHEMAS
from plugins.model.schema_docs import json_schemas
from tests.model.conftest import Node
from tests.sample import CONTENT

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


READ_BY_TOOLS = """
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
const require = createRequire("ROOT/package.json");
const [Ajv, yaml] = [require("ajv"), require("yaml")];
const { schemas, texts } = JSON.parse(readFileSync(process.argv[2]));
const ajv = new Ajv({ strict: false, logger: false });
const checks = Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, ajv.compile(schema)]));
const found = texts.map(([name, text]) => checks[name](yaml.parse(text)));
process.stdout.write(JSON.stringify(found));
"""


def test_what_an_editors_tool_accepts_is_what_the_site_accepts(node: Node) -> None:
    """A text for a mapping, one value for several, a number for a text, « oui »: what may be written short is underlined by no tool."""
    texts = []
    for path in sorted(CONTENT.rglob("*")):
        name = path.name if path.suffix == ".yml" else f"{path.parent.name}.yml"
        if path.suffix in {".md", ".yml"}:
            text = path.read_text(encoding="utf-8")
            texts.append((name.replace(".yml", ".json"), text if path.suffix == ".yml" else text.split("\n---")[0]))
    short = (
        ("glossaire.json", "- {terme: QPV, definition: 'Un quartier.', source: Une loi, mots: cité}"),
        ("territoires.json", "- {slug: rouen, nom: Rouen, niveau: commune, code: 76540, dans_calcule: oui}"),
        ("besoins.json", "{titre: A, urgence: non, mots: cité}"),
    )
    wrong = (
        ("glossaire.json", "- {terme: QPV}"),
        ("territoires.json", "- {slug: rouen, nom: Rouen, niveau: comune}"),
        ("besoins.json", "{titre: A, urgence: peut-être}"),
        ("besoins.json", "{titer: A}"),
        ("site.json", "{nom: A, forge: {depot: 'https://github.com/a/b', genre: gitlub}}"),
    )
    schemas = {name: json.loads(text) for name, text in json_schemas().items()}
    answers = node(READ_BY_TOOLS, {"schemas": schemas, "texts": [*texts, *short, *wrong]})
    assert [texts[index] for index in range(len(texts)) if not answers[index]] == []
    assert answers[len(texts) :] == [True] * len(short) + [False] * len(wrong)
