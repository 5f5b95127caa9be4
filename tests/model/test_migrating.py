"""`inv migrate`: a content of an older shape is shown, then brought, to that of today; no comment and no order is lost."""

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.diagnostics import errors
from plugins.model.command import migrate
from plugins.model.loading import load
from plugins.model.migrating import migrated
from plugins.model.site_file import FORMAT
from plugins.model.yaml_edits import composed, edited, without_keys

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 25)
SHEET = "---\ntitre: {}\nfamille: rue\nnature: instance\nrole: aller-vers\nresume: R.\nstatut: amorce\nverifie_le: 2026-01-01\n---\nT.\n"
FIRST = """---
titre: Premier comité   # celui du printemps
date: 2026-03-01
instance: halle
participants: []
questions:
  # ce que l'on a demandé
  - id: q1   # la salle
    statut: repondue
    # répondu au second
    repondue_par: second   # le 1er juin
    passage: c1
    texte: Qui ouvre la salle ?
  - {id: q2, statut: repondue, repondue_par: premier, texte: Quand ?}
  - {id: q3, texte: Où ?, statut: repondue, repondue_par: second}
---
Le texte.
"""
SECOND = "---\ntitre: Second comité\ndate: 2026-06-01\ninstance: halle\nparticipants: []\nconstats: [{id: c1, texte: La halle ouvre.}]\n---\nT.\n"
FILES = {
    "acteurs/halle.md": SHEET.format("La Halle"),
    "familles/rue.md": "---\ntitre: Rue\n---\nT.\n",
    "reunions/premier.md": FIRST,
    "reunions/second.md": SECOND,
}


def write(root: Path, files: dict[str, str], end: str = "\n") -> Path:
    for name, text in files.items():
        (root / name).parent.mkdir(exist_ok=True, parents=True)
        (root / name).write_text(text, encoding="utf-8", newline=end)
    return root


def texts(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*.*") if path.is_file()}


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["of Unix", "of Windows"])
def test_an_older_content_says_the_same_in_the_shape_of_today(tmp_path: Path, end: str) -> None:
    folder = write(
        tmp_path / "c", FILES | {"site.yml": "# À nous\nnom: A   # court\ndepot: https://forge.example/a   # un jour\n"}, end
    )
    assert ["la clé « depot » n'existe plus" in one.message for one in errors(load(folder, "c", DAY)[1])] == [True]
    (folder / "site.yml").write_text("# À nous\nnom: A   # court\n", encoding="utf-8", newline=end)
    before = load(folder, "c", DAY)[0]
    write(folder, {"site.yml": "# À nous\nnom: A   # court\ndepot: https://forge.example/a   # un jour\n"}, end)
    assert migrate(str(folder), apply=True) == 0
    after, wrong = load(folder, "c", DAY)
    assert errors(wrong) == []
    states = [meeting.record.questions for meeting in after.meetings.values()]
    assert states == [meeting.record.questions for meeting in before.meetings.values()], "today's state of each is the same"
    assert texts(folder)["site.yml"].decode().splitlines() == [
        "# À nous", f"format: {FORMAT}", "nom: A   # court", "# depot: https://forge.example/a   # un jour",
    ]  # fmt: skip
    assert (
        texts(folder)["reunions/premier.md"].decode().splitlines()
        == FIRST.replace(
            "    statut: repondue\n    # répondu au second\n    repondue_par: second   # le 1er juin\n    passage: c1\n",
            "    # répondu au second\n    # le 1er juin\n",
        )
        .replace("q3, texte: Où ?, statut: repondue, repondue_par: second", "q3, texte: Où ?")
        .splitlines()
    )
    assert texts(folder)["suivi.yml"].decode().splitlines() == [
        "- {reunion: premier, id: q1, date: 2026-06-01, devient: repondue, par: {reunion: second, passage: c1}}",
        "- {reunion: premier, id: q3, date: 2026-06-01, devient: repondue, par: {reunion: second}}",
    ]
    assert all(b"\r\n" in data for name, data in texts(folder).items() if end == "\r\n" and name != "suivi.yml")


def test_once_is_enough(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(tmp_path / "c", FILES)
    assert migrate(str(folder), apply=True) == 0
    there = texts(folder)
    capsys.readouterr()
    assert migrate(str(folder), apply=True) == 0
    assert "rien n'y est à changer" in capsys.readouterr().out
    assert texts(folder) == there


def test_it_is_shown_before_it_is_done(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(tmp_path / "c", FILES)
    there = texts(folder)
    assert migrate(str(folder), apply=False) == 0
    said = capsys.readouterr().out
    assert texts(folder) == there
    for line in ("--- /dev/null", f"+++ {folder}/site.yml", f"+format: {FORMAT}", "-    repondue_par: second   # le 1er juin"):
        assert f"{line}\n" in said
    assert "3 fichiers à changer, rien n'est écrit" in said


def test_all_that_stands_in_the_way_is_told_at_once_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write(tmp_path / "c", FILES | {"reunions/premier.md": FIRST.replace("repondue_par: second", "repondue_par: autre")})
    there = texts(folder)
    assert migrate(str(folder), apply=True) == 1
    said = capsys.readouterr().err
    assert f"{folder}/reunions/premier.md:8: « repondue_par » : la réunion « autre » n'est pas là" in said
    assert f"{folder}/reunions/premier.md:15: « repondue_par »" in said
    write(folder, {"site.yml": "nom: [\n", "reunions/second.md": "---\ntitre: 'A\n---\nT.\n"})
    (folder / "familles/rue.md").write_bytes("---\ntitre: Forêt\n---\nT.\n".encode("latin-1"))
    there = texts(folder)
    assert migrate(str(folder), apply=True) == 1
    said = capsys.readouterr().err
    assert [f"{folder}/{name}:" in said for name in ("site.yml", "reunions/second.md", "familles/rue.md")] == [True] * 3
    assert texts(folder) == there


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("", "format: 1\n", id="an empty file"),
        pytest.param("# rien\n", "# rien\nformat: 1\n", id="comments alone"),
        pytest.param("nom: A", "format: 1\nnom: A", id="no end of line"),
        pytest.param("\ufeffnom: A\n", "\ufeffformat: 1\nnom: A\n", id="a byte order mark"),
        pytest.param("format: 1   # oui\nnom: A\n", "format: 1   # oui\nnom: A\n", id="said already"),
        pytest.param('"format": "1"\n', '"format": "1"\n', id="said between quotation marks"),
        pytest.param("format: 1\ndepot:\n  nom: x\n  # y\n  branche: z\nnom: A\n", "format: 1\n# depot:\n#   nom: x\n#   # y\n#   branche: z\nnom: A\n", id="a retired key of several lines"),
        pytest.param("depot: x\n", "format: 1\n# depot: x\n", id="a retired key alone"),
    ],
)  # fmt: skip
def test_what_a_site_file_says_stays(before: str, after: str) -> None:
    found = migrated({"site.yml": before}, "c")
    assert found.faults == []
    assert found.texts["site.yml"] == after


def test_what_cannot_be_changed_without_being_written_again_is_left_to_a_person() -> None:
    found = migrated({"site.yml": "{nom: A, depot: x}\n"}, "c")
    assert str(found.faults[0]).startswith("c/site.yml:1: ce fichier ne peut être changé")


def test_what_suivi_already_tells_is_not_told_twice(tmp_path: Path) -> None:
    told = "- {reunion: premier, id: q1, date: 2026-09-01, devient: retiree}   # par qui l'a posée"
    folder = write(tmp_path / "c", FILES | {"suivi.yml": told})
    assert migrate(str(folder), apply=True) == 0
    assert texts(folder)["suivi.yml"].decode().startswith(f"{told}\n- {{reunion: premier, id: q3,")
    assert load(folder, "c", DAY)[0].meetings["premier"].record.questions[0].statut == "retiree"


def test_the_last_keys_of_several_lines_leave_no_comma_behind_a_remark() -> None:
    text = "- {\n    a: 1,  # de a\n    b: 2,\n    c: 3,\n  }\n"
    node = composed(text)
    assert isinstance(node, yaml.SequenceNode)
    assert yaml.safe_load(edited(text, without_keys(text, node.value[0], {"b", "c"}))) == [{"a": 1}]


KEYS = st.lists(st.sampled_from("abcdefg"), min_size=1, max_size=6, unique=True)


@settings(max_examples=300, deadline=None)
@given(KEYS, st.data())
def test_any_key_goes_out_of_any_mapping_with_no_other_sign(keys: list[str], data: st.DataObject) -> None:
    values = st.sampled_from(["1", '"x # y"', "[1, 2]", "{z: 1}", "é"])
    pairs = [(key, data.draw(values), data.draw(st.sampled_from(["", f"  # de {key}"]))) for key in keys]
    gone = set(data.draw(st.lists(st.sampled_from(keys), unique=True)))
    form = data.draw(st.sampled_from(["one line", "block", "entry", "lines"]))
    if form == "one line":
        text = "- {" + ", ".join(f"{key}: {value}" for key, value, _ in pairs) + "}   # fin\n"
    elif form == "lines":
        text = "- {\n" + "".join(f"    {key}: {value},{note}\n" for key, value, note in pairs) + "  }   # fin\n"
    else:
        text = (
            ("- " if form == "entry" else "-\n  ")
            + "\n  ".join(f"{key}: {value}{note}" for key, value, note in pairs)
            + "\n# fin\n"
        )
    node = composed(text)
    assert isinstance(node, yaml.SequenceNode)
    new = edited(text, without_keys(text, node.value[0], gone))
    kept = [(key, value) for key, value in yaml.safe_load(text)[0].items() if key not in gone]
    assert list((yaml.safe_load(new)[0] or {}).items()) == kept
    if kept:
        assert re.findall(r"# (?:de [a-g]|fin)", text) == re.findall(r"# (?:de [a-g]|fin)", new)


NEWER = "nom: A\nformat: 7   # demain\nnouvelle_cle: {a: 1}\n"
SAID = "site.yml:2: ce contenu est au format 7, ce logiciel lit le format 1 — mettre le logiciel à jour"


def test_a_later_format_is_all_that_is_told(tmp_path: Path) -> None:
    folder = write(tmp_path / "c", {"site.yml": NEWER, "acteurs/x.md": "rien", "inconnu/y.md": ""})
    content, wrong = load(folder, "c", DAY)
    assert [str(one)[: len(f"c/{SAID}")] for one in wrong] == [f"c/{SAID}"]
    assert not list(content.documents())


VERBS = {
    "check": ["check"],
    "check --watch": ["check", "--watch"],
    "new": ["new", "terme", "QPV", "--definition", "D."],
    "import": ["import", "{file}"],
    "import-annuaire": ["import-annuaire", "{file}"],
    "mentions": ["mentions"],
    "changes": ["changes", "{other}"],
    "withdraw": ["withdraw", "--page", "acteurs/x"],
    "migrate": ["migrate", "--apply"],
    "usb": ["usb", "--output", "{other}/usb"],
    "build": ["build", "--output", "{other}/site"],
}


@pytest.mark.parametrize("words", VERBS.values(), ids=VERBS)
def test_every_verb_tells_a_later_format_before_anything_else(tmp_path: Path, words: list[str]) -> None:
    folder = write(tmp_path / "c", {"site.yml": NEWER, "acteurs/x.md": SHEET.format("X")})
    file = write(tmp_path, {"a.txt": "Compte rendu"}) / "a.txt"
    other = write(tmp_path / "other", {"acteurs/x.md": SHEET.format("X")})
    there = texts(folder)
    command = [sys.executable, "-m", "invoke", *(word.format(file=file, other=other) for word in words), "--content", str(folder)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    said = ended.stdout + ended.stderr
    assert ended.returncode == 1
    assert f"\n{folder}/{SAID}" in f"\n{said}"
    assert len([line for line in said.splitlines() if line.strip()]) <= 2, said
    assert texts(folder) == there
    assert sorted(path.name for path in other.iterdir()) == ["acteurs"]


@pytest.mark.parametrize("text", ["format: deux\n", "format: 0\n", "format: [1]\n", "format: 1.0\n"])
def test_a_format_that_is_none_is_told_with_what_to_write(tmp_path: Path, text: str) -> None:
    folder = write(tmp_path / "c", FILES | {"site.yml": text})
    assert any("n'est pas un format connu — écrire 1" in one.message for one in load(folder, "c", DAY)[1])


def test_the_project_s_own_content_is_in_the_shape_of_today() -> None:
    """What its editors are told to do, it does."""
    folder = ROOT / "tests/theme/content"
    assert migrate(str(folder), apply=False) == 0
