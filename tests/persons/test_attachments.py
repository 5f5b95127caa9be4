"""A file that is copied as it is: each of its lines that names somebody is told, however long it is."""

from pathlib import Path

import pytest

from plugins.diagnostics import Place
from plugins.persons.answers import Answers
from plugins.persons.attachments import check_attached
from plugins.persons.finders import finders_for
from plugins.persons.scene import Scene
from plugins.registry.building import build
from tests.registry.sample import content, meeting

PEOPLE = [
    {"acteur": "union", "civilite": "Mme", "nom": "Brélanquet", "prenom": "Ozélinde"},
]
CELLS = "quartier des Tilleuls;12;oui;" * 20_000  # more than is read at once


def lines(path: Path, text: str) -> list[int]:
    whole = content(meeting("m", "2022-03-01", PEOPLE, "Séance."))
    registry = build(whole)[0]
    persons = [person for people in registry.persons.values() for person in people]
    path.write_text(text, encoding="utf-8")
    scene = Scene(registry, "organisations", finders_for(persons, whole), "", None, Answers(()))
    return [one.line for one in check_attached(path, Place(f"fichiers/{path.name}", 1), scene)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("a\nOzélinde;12\nb\n", [2], id="une cellule"),
        pytest.param("a\nOzélinde\nBrélanquet\nb\n", [2, 3], id="un nom sur deux lignes"),
        pytest.param(f"a\n{CELLS}Mme Brélanquet;{CELLS}\nb\nOzélinde", [2, 4], id="au milieu d'une longue ligne, puis plus loin"),
        pytest.param(f"{CELLS}\n{CELLS}", [], id="de longues lignes sans nom"),
        pytest.param("x" * 150_000 + "Brélanquet" + "x" * 150_000, [1], id="une ligne sans un espace"),
        pytest.param("x" * 99_995 + "Brélanquet" + "x" * 60_000, [1], id="là où la ligne est coupée"),
    ],
)
def test_each_line_that_names_somebody_is_told(tmp_path: Path, text: str, told: list[int]) -> None:
    assert lines(tmp_path / "releve.csv", text) == told


def test_a_file_of_one_line_where_everybody_is_named_is_read_in_time(tmp_path: Path) -> None:
    assert lines(tmp_path / "releve.csv", "Mme Brélanquet;Ozélinde;" * 180_000) == [1]
