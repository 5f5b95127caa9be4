"""`inv new acteur "Nom"`: a sheet that only its editor can complete."""

from pathlib import Path

import pytest

from plugins.model.command import create, load


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "familles").mkdir()
    (tmp_path / "familles/f.md").write_text("---\ntitre: F\n---\n", encoding="utf-8")
    return tmp_path


def test_a_new_sheet_lacks_what_only_its_editor_knows(folder: Path) -> None:
    assert create("acteur", "services de « l'Été »", str(folder), "2026-11-25") == 0
    sheet = folder / "acteurs/services-de-l-ete.md"
    assert 'titre: "Services de « l\'Été »"\n' in sheet.read_text(encoding="utf-8")
    assert [d.message for d in load(folder, "c")[1]] == [
        f"« {key} » manque — ajouter « {key}: … »" for key in ("famille", "nature", "role", "resume")
    ]


def test_a_completed_sheet_is_valid(folder: Path) -> None:
    assert create("acteur", "MDA", str(folder), "2026-11-25") == 0
    sheet = folder / "acteurs/mda.md"
    text = sheet.read_text(encoding="utf-8")
    for key, value in {"famille": "f", "nature": "reseau", "role": "aller-vers", "resume": "R."}.items():
        text = text.replace(f"{key}: ", f"{key}: {value} ", 1)
    sheet.write_text(text, encoding="utf-8")
    content, diagnostics = load(folder, "c")
    assert diagnostics == []
    assert content.actors["mda"].record.sigle == "MDA"
    assert content.actors["mda"].record.statut == "amorce"


@pytest.mark.parametrize(
    ("kind", "name", "message"),
    [
        pytest.param("réunions", "X", "« réunions » ne se crée pas ainsi — écrire plutôt « reunion »", id="autre genre"),
        pytest.param("acteur", "../..", "ne contient aucune lettre", id="aucune lettre"),
        pytest.param("acteur", "Déjà là", "existe déjà", id="existe"),
        pytest.param("acteur", "--help", "inv new --help", id="option"),
        pytest.param("acteur", "Con", "Windows refuse", id="nom de Windows"),
    ],
)
def test_nothing_is_overwritten_or_written_elsewhere(
    folder: Path, kind: str, name: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert create("acteur", "Déjà là", str(folder), "2026-11-25") == 0
    before = sorted(folder.rglob("*"))
    assert create(kind, name, str(folder), "2026-11-25") == 1
    assert message in capsys.readouterr().err
    assert sorted(folder.rglob("*")) == before


def test_a_folder_that_does_not_exist_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert create("acteur", "X", str(tmp_path / "nulle-part"), "2026-11-25") == 1
    assert "ce dossier n'existe pas" in capsys.readouterr().err
