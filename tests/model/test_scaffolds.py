"""`inv new besoin "…"`: each kind of page is begun by a commented file that a check accepts."""

import shutil
from datetime import date
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel

from plugins.building.command import run_check
from plugins.diagnostics import errors
from plugins.model.annotations import held
from plugins.model.blanks import blank
from plugins.model.command import create, load
from plugins.model.content import SCHEMAS
from plugins.text.written_days import dates
from tests.sample import CONTENT, DAY

ALL = [
    ("besoin", "Je cherche un vélo", {}),
    ("famille", "Les écoles", {}),
    ("axe", "L'écoute", {}),
    ("action", "Écrire une charte", {}),
    ("terme", "QRS", {}),
    ("terme", "Porte ouverte", {"definition": "Un jour où l'on entre sans rendez-vous."}),
    ("reunion", "Comité local du 14 mars 2026", {}),
    ("acteur", "La Halle", {"famille": "rue", "nature": "reseau", "role": "aller-vers", "resume": "On y répare des vélos."}),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


@pytest.mark.parametrize(("kind", "name", "given"), ALL, ids=lambda value: value if isinstance(value, str) else None)
def test_what_is_begun_is_accepted_and_explains_its_keys(kind: str, name: str, given: dict[str, str], folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert create(kind, name, str(folder), DAY, given) == 0
    assert errors(load(folder, "c")[1]) == []
    changed = [path for path in folder.rglob("*") if path.is_file() and before.get(path) != path.read_bytes()]
    assert len(changed) == 1
    if kind not in {"acteur", "terme"}:
        assert '# resume: ""   # Une phrase en mots simples.' in changed[0].read_text(encoding="utf-8")


@pytest.mark.parametrize("schema", SCHEMAS.values(), ids=lambda one: one.__name__)
def test_a_key_whose_mark_of_comment_is_taken_away_is_empty_and_has_the_shape_that_it_wants(schema: type[BaseModel]) -> None:
    for key, info in schema.model_fields.items():
        if not info.description:
            continue
        line = blank(key, info)
        assert line.startswith(f"# {key}:")
        assert line.count("\n") == 0
        read = yaml.safe_load(line.removeprefix("# "))
        assert list(read) == [key]
        assert not read[key], "nothing is said in the place of the editor"
        assert isinstance(read[key], list) == held(info).many, "a list is begun as a list"
        shape = line.partition("- {")[2].partition("}")[0]
        for part in filter(None, shape.split(", ")):
            assert part.removesuffix(": …") in held(info).of.model_fields, part


@pytest.mark.site
def test_a_content_with_one_of_each_is_accepted(folder: Path) -> None:
    for kind, name, given in ALL:
        assert create(kind, name, str(folder), DAY, given) == 0
    assert run_check(str(folder)) == 0


@pytest.mark.parametrize(("kind", "name", "given"), ALL, ids=lambda value: value if isinstance(value, str) else None)
def test_an_empty_folder_gets_what_a_page_cannot_do_without(kind: str, name: str, given: dict[str, str], tmp_path: Path) -> None:
    known = {**given, "famille": "f"} if kind == "acteur" else given
    (tmp_path / "familles").mkdir()
    (tmp_path / "familles/f.md").write_text("---\ntitre: F\n---\n", encoding="utf-8")
    assert create(kind, name, str(tmp_path), DAY, known) == 0
    assert errors(load(tmp_path, "c")[1]) == []


@pytest.mark.parametrize(
    ("name", "file", "line"),
    [
        pytest.param("Comité local du 14 mars 2025", "2025-03-14-comite-local", "date: 2025-03-14\n", id="une date entière"),
        pytest.param(
            "Comité local du 14 mars", "2026-03-14-comite-local", "date: 2026-03-14   # à vérifier\n", id="le dernier 14 mars"
        ),
        pytest.param(
            "Comité local du 3 décembre", "2025-12-03-comite-local", "date: 2025-12-03   # à vérifier\n", id="l'an dernier"
        ),
        pytest.param("Rentrée", f"{DAY}-rentree", f"date: {DAY}   # à vérifier\n", id="sans date"),
    ],
)
def test_a_meeting_has_the_day_that_its_name_says(name: str, file: str, line: str, folder: Path) -> None:
    assert create("reunion", name, str(folder), DAY) == 0
    text = (folder / f"reunions/{file}.md").read_text(encoding="utf-8")
    assert line in text
    assert "instance: comite-local\n" in text


def test_a_meeting_without_any_body_begins_its_sheet(tmp_path: Path) -> None:
    assert create("reunion", "Conseil des berges du 14 mars 2026", str(tmp_path), DAY) == 0
    content, told = load(tmp_path, "c")
    assert errors(told) == []
    assert content.actors["conseil-des-berges"].record.nature == "instance"


@pytest.mark.parametrize(
    ("kind", "name", "given", "message"),
    [
        pytest.param("besoins", "X", {}, "écrire plutôt « besoin »", id="un genre mal écrit"),
        pytest.param("reunion", "X", {"date": "14/03/2026"}, "n'est pas une date", id="une date mal écrite"),
        pytest.param("reunion", "X", {"instance": "nulle-part"}, "instance inconnue", id="une instance inconnue"),
        pytest.param("action", "X", {"axe": "alliances"}, "écrire plutôt « alliance »", id="un axe mal écrit"),
        pytest.param("terme", "AT", {}, "y est déjà", id="un terme déjà là"),
        pytest.param("famille", "Rue", {}, "existe déjà", id="une page déjà là"),
        pytest.param("famille", "x" * 200, {}, "l'abréger", id="un nom démesuré"),
    ],
)
def test_what_cannot_be_begun_is_told_and_nothing_is_written(
    kind: str, name: str, given: dict[str, str], message: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert create(kind, name, str(folder), DAY, given) == 1
    assert message in capsys.readouterr().err
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_glossary_that_cannot_be_added_to_stays_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "glossaire.yml"
    path.write_text("[{terme: A, definition: B.}]\n", encoding="utf-8")
    assert create("terme", "QRS", str(tmp_path), DAY) == 1
    assert "rien ne peut y être ajouté" in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == "[{terme: A, definition: B.}]\n"


def test_a_date_without_its_year_is_the_first_one_after_a_day() -> None:
    (found,) = dates("le 3 décembre", date(2026, 12, 4))
    assert (found.day, found.dated) == (date(2027, 12, 3), False)
