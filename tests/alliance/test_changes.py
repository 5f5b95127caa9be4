"""What a reviewer is told of a change of the content."""

from datetime import date
from pathlib import Path

import pytest

from plugins.alliance.changes import Told, changes, comment
from plugins.alliance.command import compare
from plugins.crosslinks.command import gather
from plugins.model.loading import load
from plugins.reading.command import render_all

TODAY = date(2026, 11, 25)
SHEET = "---\ntitre: {title}\nfamille: rue\nnature: institution\nrole: aller-vers\nresume: R.\nstatut: amorce\nverifie_le: {day}\n---\n{text}\n"
MEETING = "---\ntitre: Comité\ndate: 2026-09-01\ninstance: comite\nparticipants: [{{acteur: halle}}]\n---\n{text}\n"
BEFORE = {
    "familles/rue.md": "---\ntitre: La rue\n---\n",
    "acteurs/halle.md": SHEET.format(title="La Halle", day="2025-01-01", text="On y répare."),
    "acteurs/moulin.md": SHEET.format(title="Moulin des Prés", day="2026-09-01", text="On y moud."),
    "acteurs/vieux.md": SHEET.format(title="Vieux Lavoir", day="2026-09-01", text="On y lave."),
    "acteurs/comite.md": SHEET.format(title="Comité de la rue", day="2026-09-01", text="Il se réunit."),
    "reunions/r.md": MEETING.format(text="La Halle parle du Vieux Lavoir."),
}


def write(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


def told(root: Path, files: dict[str, str]) -> Told:
    content = load(write(root, files), "content", TODAY)[0]
    return Told(content, gather(content, render_all(content)[0], "section"))


def after(tmp_path: Path, **files: str) -> str:
    """The comment on a change; `folder__name` names a file, an empty text takes it away."""
    given = {f"{name.replace('__', '/')}.md": text for name, text in files.items()}
    kept = {name: text for name, text in {**BEFORE, **given}.items() if text}
    return comment(changes(told(tmp_path / "a", BEFORE), told(tmp_path / "b", kept), TODAY))


@pytest.mark.parametrize(
    ("files", "lines"),
    [
        pytest.param({}, ["Aucune page ne change."], id="nothing"),
        pytest.param(
            {"acteurs__neuf": SHEET.format(title="Le Neuf", day="2026-09-01", text="T.")},
            ["Pages : 1 ajoutée.", "**Pages ajoutées** (1)", "- Le Neuf (`content/acteurs/neuf.md`)"],
            id="a page more",
        ),
        pytest.param(
            {"acteurs__moulin": ""},
            ["- Moulin des Prés (`content/acteurs/moulin.md`)", "Pages : 1 retirée."],
            id="a page less",
        ),
        pytest.param(
            {"reunions__r": MEETING.format(text="La Halle parle du Moulin des Prés.")},
            [
                "- Comité → Moulin des Prés",
                "- Comité → Vieux Lavoir",
                "**Acteurs nommés pour la première fois** (1)",
                "- Moulin des Prés",
            ],
            id="a link gained, one lost, an actor newly named",
        ),
        pytest.param(
            {"acteurs__halle": BEFORE["acteurs/halle.md"] + "Et on y vend.\n"},
            ["**Fiches à revoir** (1)", "- La Halle (`content/acteurs/halle.md`), depuis le 2026-01-01"],
            id="a sheet that is due, and was changed without being checked",
        ),
        pytest.param(
            {"reunions__r": MEETING.format(text="La Maison des Ados vient, avec la Maison des Ados.")},
            ['- Maison des Ados : `.venv/bin/inv new acteur "Maison des Ados"`'],
            id="an actor without a page",
        ),
        pytest.param(
            {
                "reunions__r": MEETING.format(text="La Maison commune est là."),
                "acteurs__vieux": BEFORE["acteurs/vieux.md"].replace("titre:", "alias: [Maison commune]\ntitre:"),
                "acteurs__moulin": BEFORE["acteurs/moulin.md"].replace("titre:", "alias: [Maison commune]\ntitre:"),
            },
            [
                "**Noms à préciser** (1)",
                "- `content/reunions/r.md:7` « Maison commune » peut désigner Moulin des Prés ou Vieux Lavoir — écrire une forme plus précise",
            ],
            id="a name that two pages claim",
        ),
    ],
)
def test_a_reviewer_is_told(tmp_path: Path, files: dict[str, str], lines: list[str]) -> None:
    shown = after(tmp_path, **files).splitlines()
    assert [line for line in lines if line not in shown] == [], shown


def test_a_title_neither_calls_anybody_nor_writes_markdown(tmp_path: Path) -> None:
    shown = after(
        tmp_path, acteurs__neuf=SHEET.format(title='"@equipe [lien](https://x.example) <b>*gras*"', day="2026-09-01", text="T.")
    )
    assert "- &#64;equipe \\[lien\\]\\(https://x.example\\) \\<b\\>\\*gras\\*" in shown


def test_a_long_list_is_cut(tmp_path: Path) -> None:
    many = {f"acteurs__n{rank}": SHEET.format(title=f"Neuf {rank}", day="2026-09-01", text="T.") for rank in range(40)}
    assert "- … et 10 de plus" in after(tmp_path, **many)


def test_the_content_before_may_have_the_error_that_is_mended(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before, now = (
        write(tmp_path / "a", {**BEFORE, "acteurs/halle.md": "---\ntitr: La Halle\n---\n"}),
        write(tmp_path / "b", BEFORE),
    )
    assert compare(str(before), str(now), render_all, "section", "2026-11-25") == 0
    assert "- La Halle" in capsys.readouterr().out
    assert compare(str(now), str(before), render_all, "section", "2026-11-25") == 1
    assert "clé inconnue « titr »" in capsys.readouterr().err
    assert compare(str(tmp_path / "c"), str(now), render_all, "section", "2026-11-25") == 1
    assert "ce dossier n'existe pas" in capsys.readouterr().err
