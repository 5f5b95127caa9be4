"""`inv import-annuaire`, as it is typed."""

import json
from pathlib import Path

import pytest

from plugins.importing.command import run_directory
from plugins.model.loading import load

DAY = "2026-11-25"
ROW = {
    "source": "dora", "id": "dora--1", "nom": "Guichet du Port", "date_maj": "2026-05-02", "adresse": "3 rue du Port",
    "code_postal": "76100", "commune": "Valbourg", "code_insee": "76001", "reseaux_porteurs": ["guichets"],
}  # fmt: skip
ACTOR = """---
titre: Guichets
famille: rue
nature: reseau
role: aller-dans
resume: Ils reçoivent.
statut: amorce
verifie_le: 2026-01-01
---
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {
        "acteurs/guichets.md": ACTOR,
        "familles/rue.md": "---\ntitre: La rue\n---\n",
        "territoires.yml": '- {slug: valbourg, nom: Valbourg, niveau: commune, code: "76001"}\n',
    }.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "export.json").write_text(json.dumps([ROW]), encoding="utf-8")
    return tmp_path / "content"


def run(folder: Path, name: str = "export.json") -> int:
    return run_directory(str(folder.parent / name), str(folder), DAY)


def test_the_list_that_it_writes_is_one_that_the_site_reads(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder) == 0
    assert "portes.yml : 1 porte de plus (Guichets 1)" in capsys.readouterr().out
    content, told = load(folder, "content")
    assert [one.message for one in told] == []
    assert [(door.acteur, door.territoires, door.annuaire) for door in content.doors] == [("guichets", ["valbourg"], "dora--1")]


def test_read_twice_it_changes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(folder)
    once = (folder / "portes.yml").read_bytes()
    assert run(folder) == 0
    assert (folder / "portes.yml").read_bytes() == once
    assert "Déjà là, sans changement : 1" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        pytest.param("absent.json", None, "absent.json : ce fichier n'existe pas", id="fichier absent"),
        pytest.param("coupe.json", json.dumps([ROW])[:-1], "s'arrête au milieu, après 1 structures", id="fichier coupé"),
    ],
)
def test_what_cannot_be_read_is_told_and_nothing_is_written(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str, text: str | None, said: str
) -> None:
    if text is not None:
        (folder.parent / name).write_text(text, encoding="utf-8")
    assert run(folder, name) == 1
    assert said in capsys.readouterr().err
    assert not (folder / "portes.yml").exists()


def test_a_list_with_an_error_is_not_completed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "portes.yml").write_text("- {slug: a}\n", encoding="utf-8")
    assert run(folder) == 1
    assert "a une erreur" in capsys.readouterr().err
    assert (folder / "portes.yml").read_text(encoding="utf-8") == "- {slug: a}\n"


def test_a_folder_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_directory("x.json", str(tmp_path / "ailleurs"), DAY) == 1
    assert "ce dossier n'existe pas" in capsys.readouterr().err
