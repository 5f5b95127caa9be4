"""What waits for the word to build is the build itself: same words, same code, and nothing is left running."""

import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from plugins.building.waiting import AHEAD, Waiting
from tests.interrupted import ctrl_c_is_heard

ROOT = Path(__file__).parents[2]


@pytest.mark.site
def test_each_run_is_a_run_of_the_verb_as_it_stands_on_disk(tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / "pages").mkdir(parents=True)
    page = content / "pages/essai.md"
    waiting, processes = Waiting(["check", "--content", str(content)], ROOT), set()
    try:
        for text, code in (("sans en-tête", 1), ("---\ntitre: Essai\n---\nTexte.\n", 0), ("---\ntitre: Essai\n", 1)):
            page.write_text(text, encoding="utf-8")
            said = "".join(waiting.run())
            assert waiting.code == code, said
            processes.add(waiting._process.pid)
            assert ("en-tête" in said) == bool(code)
        assert len(processes) == 1
    finally:
        waiting.stop()


# What a meeting needs beside it.
AROUND = {
    "familles/aide.md": "titre: Aide\nresume: On y aide.",
    "acteurs/comite.md": (
        "titre: Comité\nfamille: aide\nnature: instance\nrole: aller-dans\nresume: Il se réunit.\n"
        "statut: amorce\nverifie_le: 2026-01-10"
    ),
}


@pytest.mark.site
@pytest.mark.parametrize(
    ("name", "around", "more"),
    [
        pytest.param("pages/essai", {}, "", id="a page"),
        pytest.param(
            "reunions/2026-03-14-essai",
            AROUND,
            "\nresume: Une réunion.\ndate: 2026-03-14\ninstance: comite\nparticipants: []",
            id="the minutes of a meeting",
        ),
    ],
)
def test_a_page_of_which_the_body_alone_changed_is_told_of_before_the_others_are_written(
    tmp_path: Path, name: str, around: dict[str, str], more: str
) -> None:
    content, site = tmp_path / "content", tmp_path / "site"
    page, first = content / f"{name}.md", f"{name.removeprefix('pages/')}/index.html"
    for path, front in {**around, f"{name}.md": ""}.items():
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_text(f"---\n{front}\n---\nUn texte.\n", encoding="utf-8")
    waiting = Waiting(
        ["build", "--content", str(content), "--output", str(site), "--set", f"BUILD_CACHE={tmp_path / 'cache'}"], ROOT
    )
    told, said = [], []
    try:
        for title, body in (("Essai", "Un."), ("Essai", "Deux."), ("Essai", "Deux."), ("Autre", "Trois.")):
            page.write_text(f"---\ntitre: {title}{more}\n---\n## Titre\n\n{body}\n", encoding="utf-8")
            told.append([])
            for line in waiting.run():
                if line.startswith(AHEAD):
                    written, file = json.loads(line.removeprefix(AHEAD))
                    told[-1].append((written, Path(file).read_text("utf-8"), (site / written).read_text("utf-8")))
                else:
                    said.append(line)
            assert waiting.code == 0, said
    finally:
        waiting.stop()
    (written, new, before) = told[1][0]
    assert [len(one) for one in told] == [0, 1, 0, 0]
    assert written == first
    assert "Deux." in new
    assert "Un." in before


@pytest.mark.site
def test_what_died_while_it_waited_is_started_again(tmp_path: Path) -> None:
    waiting = Waiting(["check", "--content", str(tmp_path / "absent")], ROOT)
    try:
        os.kill(waiting._process.pid, signal.SIGKILL)
        waiting._process.wait()
        assert "n'existe pas" in "".join(waiting.run())
        waiting.forget()
        assert "n'existe pas" in "".join(waiting.run())
        last = waiting._process
    finally:
        waiting.stop()
    assert last.poll() is not None


@pytest.mark.site
def test_a_content_is_checked_at_each_change_until_the_person_stops(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    page = tmp_path / "pages/essai.md"
    page.write_text("---\ntitre: Essai\n---\nTexte.\n", encoding="utf-8")
    command = [sys.executable, "-m", "invoke", "check", "--watch", "--content", str(tmp_path)]
    with ctrl_c_is_heard():
        started = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")
    with started as process:
        try:
            assert process.stdout
            said = list(iter(process.stdout.readline, f"{tmp_path} est vérifié à chaque enregistrement (Ctrl+C pour arrêter).\n"))
            writing = threading.Thread(target=change_until, args=(page, done := threading.Event()), daemon=True)
            writing.start()
            told = next(line for line in process.stdout if "clé inconnue" in line)
            done.set()
            writing.join()
        finally:
            process.send_signal(signal.SIGINT)
    assert said == ["Aucune erreur.\n"]
    assert told == f"{tmp_path}/pages/essai.md:3: clé inconnue « titer » — écrire plutôt « titre »\n"
    assert process.returncode == 0


def change_until(page: Path, done: threading.Event) -> None:
    """Write a page again and again: the first change may come before anybody watches."""
    while not done.wait(0.5):
        page.write_text("---\ntitre: Essai\ntiter: Essai\n---\nTexte.\n", encoding="utf-8")
