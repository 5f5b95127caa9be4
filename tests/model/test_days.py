"""A day that has not come yet: told where something was done, accepted where it is planned."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from plugins.diagnostics import Severity
from plugins.model.loading import load

TODAY = date(2026, 5, 10)
ACTOR = "titre: A\nfamille: f\nnature: reseau\nrole: les-deux\nresume: R.\nstatut: amorce\nverifie_le: {}\n"


def write(root: Path, files: dict[str, str]) -> None:
    whole = {"familles/f.md": "titre: F\n", "acteurs/a.md": ACTOR.format("2026-01-02"), **files}
    for name, front in whole.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(f"---\n{front}---\nTexte.\n" if name.endswith(".md") else front, encoding="utf-8")


MEETING = "titre: M\ndate: {}\ninstance: a\nparticipants: []\nprochaine_reunion: {{date: {}}}\n"
DOOR = "- {{slug: d, nom: D, genre: numero, telephone: 39 19, verifie_le: {}, source: S}}\n"
STEP = "titre: S\nnature: axe\nhistorique: [{{date: {}, avancement: proposee}}]\n"


@pytest.mark.parametrize(
    ("name", "text", "line", "severity"),
    [
        pytest.param("acteurs/b.md", ACTOR.format("2062-01-02").replace("A", "B"), 8, Severity.ERROR, id="vérifiée en 2062"),
        pytest.param("acteurs/b.md", ACTOR.format("2026-08-01").replace("A", "B"), 8, Severity.ERROR, id="dans trois mois"),
        pytest.param("acteurs/b.md", ACTOR.format("2026-05-12").replace("A", "B"), 8, Severity.WARNING, id="après-demain"),
        pytest.param("feuille-de-route/s.md", STEP.format("2027-01-01"), 4, Severity.ERROR, id="un état déjà atteint"),
        pytest.param("reunions/m.md", MEETING.format("2062-01-02", "2026-06-01"), 3, Severity.ERROR, id="une réunion dans 36 ans"),
        pytest.param("reunions/m.md", MEETING.format("2026-01-02", "2062-06-01"), 6, Severity.ERROR, id="la prochaine dans 36 ans"),
        pytest.param("portes.yml", DOOR.format("2062-01-01"), 1, Severity.ERROR, id="une porte vérifiée en 2062"),
        pytest.param("glossaire.yml", "- {terme: T, definition: D, depuis: 2162-01-01}\n", 1, Severity.ERROR, id="un terme dans un siècle"),
    ],
)  # fmt: skip
def test_a_day_that_has_not_come_is_told_at_its_line(tmp_path: Path, name: str, text: str, line: int, severity: Severity) -> None:
    write(tmp_path, {name: text})
    assert [(d.path, d.line, d.severity) for d in load(tmp_path, "c", TODAY)[1]] == [(f"c/{name}", line, severity)]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("acteurs/b.md", ACTOR.format("2026-05-10").replace("A", "B"), id="vérifiée aujourd'hui"),
        pytest.param("reunions/m.md", MEETING.format("2026-09-02", "2027-06-01"), id="réunion annoncée, et la suivante"),
        pytest.param("acteurs/b.md", ACTOR.format("2026-05-10").replace("A", "B") + "noms_successifs: [{nom: N, depuis: 2030-01-01}]\n", id="nom que la loi annonce"),
    ],
)  # fmt: skip
def test_a_day_that_is_planned_is_accepted(tmp_path: Path, name: str, text: str) -> None:
    write(tmp_path, {name: text})
    assert load(tmp_path, "c", TODAY)[1] == []


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "0226-03-01"])
def test_a_year_that_nobody_means_is_no_date(tmp_path: Path, day: str) -> None:
    write(tmp_path, {"acteurs/b.md": ACTOR.format(day).replace("A", "B")})
    (found,) = load(tmp_path, "c", TODAY)[1]
    assert found.line == 8
    assert f"« {day} » n'est pas une date" in found.message
