"""A content folder after years: it is read without a fault, the same seed writes the same, and nothing of it is lost."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from benchmarks.ageing import Life, Pace, age
from benchmarks.ageing.__main__ import main
from plugins.diagnostics import Severity
from plugins.model.loading import load
from tests.sample import CONTENT

DAY = date(2026, 5, 10)
SHORT = Pace(meetings=6, actors=5, needs=1, steps=4, terms=2, places=1, words=(40, 80), share=0.2)
ACTOR = "---\ntitre: Le Comité\nfamille: f\nnature: instance\nrole: les-deux\nresume: R.\nstatut: amorce\nverifie_le: 2026-01-02\n---\n"
FOLDERS = {
    "rien qu'un acteur, sans réunion, sans besoin, sans liste": {"familles/f.md": "---\ntitre: F\n---\n", "acteurs/a.md": ACTOR},
    "une réunion qui porte déjà le nom d'une autre": {
        "familles/f.md": "---\ntitre: F\n---\n",
        "acteurs/a.md": ACTOR,
        "reunions/2026-04-03-a.md": "---\ntitre: T\ndate: 2026-04-03\ninstance: a\nparticipants: []\n---\nOn parle.\n",
        "suivi.yml": "[]\n",
    },
    "rien du tout": {"familles/.gitkeep": ""},
}


def texts(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*") if path.is_file()}


def faults(folder: Path) -> list[str]:
    return [f"{one.path}:{one.line}: {one.message}" for one in load(folder, "c", DAY)[1] if one.severity is Severity.ERROR]


@pytest.mark.parametrize("files", FOLDERS.values(), ids=FOLDERS.keys())
def test_any_folder_grows_old(tmp_path: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = tmp_path / "young" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    life = age(tmp_path / "young", tmp_path / "old", years=2, day=DAY, pace=SHORT)
    assert faults(tmp_path / "old") == []
    old = texts(tmp_path / "old")
    assert {f"reunions/{one.slug}.md" for one in life.sessions} <= old.keys()
    assert {name: old[name] for name in files if name.startswith(("acteurs", "reunions"))} == {
        name: text for name, text in files.items() if name.startswith(("acteurs", "reunions"))
    }


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Life]:
    folder = tmp_path_factory.mktemp("age") / "old"
    return folder, age(CONTENT, folder, years=5, day=DAY, pace=SHORT)


def test_what_happens_in_five_years_happens(life: tuple[Path, Life]) -> None:
    folder, lived = life
    content, _ = load(folder, "c", DAY)
    assert {one.record.etat for one in content.meetings.values()} == {"tenue", "annulee", "reportee", "sans-quorum"}
    assert [slug for slug in lived.closed if slug not in content.closed] == []
    assert {bool(one.heir) for one in lived.closed.values()} == {True, False}
    assert [one for one in content.meetings.values() if one.record.instances]
    days = [one.day for one in lived.sessions]
    assert len(days) - len(set(days)) == 2, "two bodies, one day, each other year"
    assert [one for one in content.meetings.values() if one.record.compte_rendu.corrections]
    assert {one.devient for one in content.outcomes} >= {"repondue", "retiree", "fait", "abandonne", "retenue", "ecartee"}
    decisions = [one for meeting in content.meetings.values() for one in meeting.record.decisions]
    assert [one for one in decisions if one.remplace]
    assert [one for one in decisions if one.jusqu_au]
    assert {one.record.avancement for one in content.steps.values()} >= {"proposee", "remplacee"}
    assert [one for one in content.actors.values() if one.record.noms_successifs]
    assert days[-1] < DAY < lived.sessions[-1].announced


def test_nobody_who_closed_comes_or_answers_afterwards(life: tuple[Path, Life]) -> None:
    folder, lived = life
    content, _ = load(folder, "c", DAY)
    come = [
        (meeting.record.date, one.acteur)
        for meeting in content.meetings.values()
        for one in meeting.record.participants
        if one.acteur in lived.closed
    ]
    assert come
    assert [(day, slug) for day, slug in come if day > lived.closed[slug].day] == []
    assert [one.acteur for need in content.needs.values() for one in need.record.reponses if one.acteur in lived.closed] == []


def test_the_same_seed_writes_the_same_and_another_one_something_else(tmp_path: Path) -> None:
    written = []
    for rank, seed in enumerate((3, 3, 4)):
        age(CONTENT, tmp_path / str(rank), years=1, day=DAY, seed=seed, pace=SHORT)
        written.append(texts(tmp_path / str(rank)))
    assert written[0] == written[1]
    assert written[0] != written[2]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["absent", "old"], "absent : ce dossier n'existe pas", id="un dossier qui manque"),
        pytest.param(["young", "young"], "young : ce dossier existe déjà", id="sur lui-même"),
        pytest.param(["young", "young/old"], "est dans celui que l'on vieillit", id="dans lui-même"),
        pytest.param(["young", "old", "--years=0"], "de 1 à 20 ans", id="aucune année"),
        pytest.param(["young", "old", "--date=hier"], "n'est pas une date", id="un jour qui n'en est pas un"),
    ],
)
def test_what_cannot_be_aged_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    (tmp_path / "young").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", ["age", *arguments])
    assert main() == 1
    assert said in capsys.readouterr().err
    assert not (tmp_path / "old").exists()
