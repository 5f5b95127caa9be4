"""The forms of the web editor come from the schema: its own JSON Schema accepts them, and what they write is valid content."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from plugins.model.annotations import held
from plugins.model.content import SCHEMAS
from plugins.model.editor_config import NOWHERE, READ, Edited, configuration
from plugins.model.editor_fields import ENTRIES, fields_of
from plugins.model.editor_words import label
from plugins.model.forge import Forge
from plugins.model.lists import SCHEMAS as LISTS
from plugins.model.loading import load
from plugins.model.site_file import SiteFile
from tests.model.conftest import Node
from tests.sample import CONTENT
from tests.site.valid_folders import valid_folder

RECORDS = [*SCHEMAS.values(), *LISTS.values(), SiteFile]
FORGES = {
    "sans forge": NOWHERE,
    "GitHub": Forge(depot="https://github.com/alliance/contenu.git", branche="publie", dossier="content"),
    "GitHub, avec connexion": Forge(depot="https://github.com/alliance/contenu", connexion="https://entree.exemple.fr/"),
    "GitLab": Forge(depot="https://gitlab.exemple.fr/groupe/sous-groupe/contenu", genre="gitlab", application="0a1b"),
    "Forgejo": Forge(depot="https://codeberg.org/alliance/contenu"),
}


VALIDATE = """
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
const require = createRequire("ROOT/package.json");
const Ajv = require("ajv");
const schema = JSON.parse(readFileSync(new URL("ROOT/node_modules/@sveltia/cms/schema/sveltia-cms.json")));
const validate = new Ajv({ strict: false, logger: false }).compile(schema);
const answers = JSON.parse(readFileSync(process.argv[2])).map((one) => (validate(one) ? [] : validate.errors));
process.stdout.write(JSON.stringify(answers));
"""


def told(forge: Forge) -> dict[str, Any]:
    return configuration(Edited("Alliance des Deux Rives", "https://exemple.fr/alliance", forge))


def test_the_json_schema_of_the_editor_accepts_what_it_is_told_on_every_forge(node: Node) -> None:
    wrong = told(NOWHERE)
    wrong["collections"][0]["fields"][0]["maxlength"] = "beaucoup"
    answers = node(VALIDATE, [*map(told, FORGES.values()), wrong])
    assert answers[:-1] == [[]] * len(FORGES)
    assert answers[-1], "what is wrong is refused"


def keys(schema: type[BaseModel]) -> Iterator[tuple[str, Any, Any]]:
    """Each key of the schema with its field in a form, whatever its depth."""
    fields = {field["name"]: field for field in fields_of(schema)}
    assert sorted(fields) == sorted(schema.model_fields)
    for name, info in schema.model_fields.items():
        yield name, info, fields[name]
        inner = held(info).of
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            assert fields[name]["fields"] == fields_of(inner)
            yield from keys(inner)


@pytest.mark.parametrize("schema", RECORDS, ids=lambda one: one.__name__)
def test_every_key_has_a_field_with_its_sentence_for_a_key_without_one_would_be_lost(schema: type[BaseModel]) -> None:
    for name, info, field in keys(schema):
        assert field["hint"] == info.description, name
        assert field["label"][0].isupper(), name
        assert field["required"] == (info.is_required() and not held(info).many), name


def test_labels_have_the_accents_that_keys_do_without() -> None:
    assert [label(key) for key in ("verifie_le", "noms_successifs", "aujourd_hui", "public_d_abord", "jusqu_au")] == [
        "Vérifié le",
        "Noms successifs",
        "Aujourd'hui",
        "Public d'abord",
        "Jusqu'au",
    ]


def test_a_reference_is_chosen_among_the_pages_or_the_entries_that_are_there() -> None:
    actor, answer = (
        {one["name"]: one for one in fields_of(schema)} for schema in (next(iter(SCHEMAS.values())), LISTS["portes.yml"])
    )
    assert (actor["famille"]["collection"], actor["famille"]["value_field"]) == ("familles", "{{slug}}")
    assert (answer["territoires"]["file"], answer["territoires"]["value_field"]) == ("territoires", f"{ENTRIES}.*.slug")


def test_what_a_text_may_stand_for_is_the_first_key_of_its_mapping() -> None:
    """A form reads « Pôle » as it reads {forme: Pôle}: the schema does too, wherever it lets a text in."""
    for schema in RECORDS:
        for name, info, field in keys(schema):
            inner = held(info).of
            if not (isinstance(inner, type) and issubclass(inner, BaseModel)):
                continue
            try:
                read = inner.model_validate("Pôle")
            except ValueError:
                continue
            first = next(iter(inner.model_fields))
            assert getattr(read, first) == "Pôle", name
            assert field["fields"][0]["name"] == first, name


WRITE = f"""
import {{ readFileSync }} from "node:fs";
import {{ list, mapping, page }} from "ROOT/theme/static/js/editor/files.js";
const FORMATS = {{ md: page, liste: list, fiche: mapping }};
const {{ collections, folders }} = JSON.parse(readFileSync(process.argv[2]));
const files = collections.flatMap((one) => one.files ?? one);
const again = (texts) => Object.entries(texts).map(([name, text]) => {{
  const one = files.find((file) => file.file === name || (file.folder && name.startsWith(`${{file.folder}}/`)));
  const form = FORMATS[one.format.split("-")[0]](one.fields);
  const {{ {READ}: read, ...values }} = form.fromFile(text.trim());
  return [name, {{ same: form.toFile({{ ...values, {READ}: read }}).trim() === text.trim(), text: form.toFile(values) }}];
}});
process.stdout.write(JSON.stringify(folders.map((texts) => Object.fromEntries(again(texts)))));
"""


def written_again(folders: Sequence[Mapping[str, str]], node: Node) -> list[dict[str, dict[str, Any]]]:
    """Of each file: whether a form that nobody changed writes the same letters, and what a new form with its values writes."""
    found: list[dict[str, dict[str, Any]]]
    found = node(WRITE, {"collections": told(NOWHERE)["collections"], "folders": folders})
    return found


def folder(path: Path, texts: Mapping[str, str]) -> Path:
    for name, text in texts.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_text(text, encoding="utf-8")
    return path


def said(record: BaseModel) -> dict[str, Any]:
    """What a record says; an entry in which nothing is filled says nothing, and a form does not write it."""
    values = record.model_dump(exclude_defaults=True)
    kept = {key: [one for one in value if one != {}] if isinstance(value, list) else value for key, value in values.items()}
    return {key: value for key, value in kept.items() if value != []}


def same_content(texts: Mapping[str, str], again: Mapping[str, dict[str, Any]], tmp_path: Path) -> None:
    before, wrong_before = load(folder(tmp_path / "before", texts), "contenu")
    after, wrong = load(folder(tmp_path / "after", {name: one["text"] for name, one in again.items()}), "contenu")
    assert {(one.path, one.message) for one in wrong} == {(one.path, one.message) for one in wrong_before}
    for key, document in before.by_key().items():
        assert said(after.by_key()[key].record) == said(document.record), key
        assert after.by_key()[key].body.strip() == document.body.strip(), key
    for lists in ("glossary", "territories", "doors", "outcomes"):
        assert getattr(after, lists) == getattr(before, lists)
    assert after.site.record == before.site.record


def test_what_forms_write_of_every_kind_says_what_was_read_and_a_form_that_nobody_changed_writes_the_same_letters(
    tmp_path: Path, node: Node
) -> None:
    names = [path for path in CONTENT.rglob("*") if path.suffix in {".md", ".yml"}]
    texts = {path.relative_to(CONTENT).as_posix(): path.read_text(encoding="utf-8") for path in names}
    [again] = written_again([texts], node)
    assert {name for name, one in again.items() if not one["same"]} == set()
    same_content(texts, again, tmp_path)


def test_whatever_a_form_may_be_filled_with_is_written_as_valid_content(tmp_path: Path, node: Node) -> None:
    folders = [valid_folder(seed) for seed in range(20)]
    assert sum(map(len, folders)) > 200
    for rank, (texts, again) in enumerate(zip(folders, written_again(folders, node), strict=True)):
        same_content(texts, again, tmp_path / str(rank))


@pytest.mark.parametrize(
    ("given", "told"),
    [
        pytest.param({"depot": "github.com/a/b"}, "https", id="sans https"),
        pytest.param({"depot": "https://git.exemple.fr/a/b"}, "genre", id="forge inconnue, sans genre"),
        pytest.param({"depot": "https://github.com/alliance"}, "ne désigne pas un dépôt", id="un compte, pas un dépôt"),
        pytest.param({"depot": "https://github.com/a/b/tree/main"}, "ne désigne pas un dépôt", id="une page du dépôt"),
        pytest.param({"depot": "https://moi:secret@github.com/a/b"}, "devant « @ »", id="un mot de passe"),
        pytest.param({"depot": "https://github.com/a/b?tab=readme"}, "n'écrire que l'adresse", id="une question"),
        pytest.param({"depot": "https://github.com/a/b", "dossier": "../b"}, "dossier", id="hors du dépôt"),
        pytest.param({"depot": "https://github.com/a/b", "genre": "gitlub"}, "genre", id="genre inconnu"),
    ],
)
def test_a_forge_that_cannot_be_reached_is_refused(given: dict[str, str], told: str, tmp_path: Path) -> None:
    site = "forge:\n" + "".join(f"  {key}: {value}\n" for key, value in given.items())
    _, wrong = load(folder(tmp_path / "c", {"pages/a.md": "---\ntitre: A\n---\nTexte.\n", "site.yml": site}), "contenu")
    [message] = [str(one) for one in wrong]
    assert message.startswith("contenu/site.yml:")
    assert told in message


def test_each_forge_is_asked_at_its_own_address() -> None:
    backends = {name: told(forge)["backend"] for name, forge in FORGES.items()}
    assert backends["GitHub"] == {"name": "github", "repo": "alliance/contenu", "branch": "publie", "auth_methods": ["token"]}
    assert backends["GitHub, avec connexion"]["base_url"] == "https://entree.exemple.fr"
    assert backends["GitLab"] == {
        "name": "gitlab",
        "repo": "groupe/sous-groupe/contenu",
        "base_url": "https://gitlab.exemple.fr",
        "api_root": "https://gitlab.exemple.fr/api/v4",
        "auth_type": "pkce",
        "app_id": "0a1b",
    }
    assert backends["Forgejo"]["api_root"] == "https://codeberg.org/api/v1"
    assert told(FORGES["GitHub"])["collections"][0]["folder"] == "content/acteurs"
