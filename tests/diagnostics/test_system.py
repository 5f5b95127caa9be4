"""What the system refuses, and what a verb meets, is told in one French sentence."""

import errno
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.diagnostics.command import guarded, misunderstood
from plugins.diagnostics.system import accident, beside_python, sentence, told

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "plus de place"),
        (errno.EROFS, "lecture seule"),
        (errno.EACCES, "le droit"),
        (errno.ELOOP, "mène à lui-même"),
        (errno.ENAMETOOLONG, "trop long"),
        (errno.ENOENT, "n'existe pas"),
    ],
    ids=["full", "read-only", "forbidden", "a loop", "a long name", "absent"],
)
def test_an_error_of_the_system_says_what_it_met_and_what_to_do(number: int, words: str) -> None:
    error = OSError(number, os.strerror(number), "cle/site")
    assert str(told(error)) == f"cle/site: {sentence(error)}"
    assert words in sentence(error)
    assert " — " in sentence(error)


def test_a_rare_error_is_told_in_the_words_of_the_system() -> None:
    assert str(told(OSError("no\nnumber"), "site")) == "site: le système refuse : no number"


def test_a_node_that_pip_put_beside_python_is_found_by_a_path_that_does_not_know_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "system").mkdir()
    for folder in (tmp_path, tmp_path / "system"):
        (folder / "node").touch(mode=0o755)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    monkeypatch.setenv("PATH", str(tmp_path / "system"))
    assert beside_python("node") == str(tmp_path / "node"), "the system's may be too old"
    (tmp_path / "node").unlink()
    assert beside_python("node") == str(tmp_path / "system/node")
    (tmp_path / "system/node").unlink()
    assert beside_python("node") == "node"


def test_no_room_starts_node_or_npm_by_its_name_alone() -> None:
    started = re.compile(r"""\[["'](?:node|npm|npx)["'],""")
    assert started.search('["node", "--test"]')
    assert [path.name for path in (ROOT / "plugins").rglob("*.py") if started.search(path.read_text(encoding="utf-8"))] == []


def test_an_accident_is_told_at_our_own_last_line_that_it_went_through() -> None:
    try:
        raise KeyError("acteur")
    except KeyError as error:
        diagnostic = accident(error, ROOT, "la construction s'est arrêtée")
    assert diagnostic.path == "tests/diagnostics/test_system.py"
    assert "la construction s'est arrêtée (KeyError)" in diagnostic.message


def test_a_verb_ends_with_a_sentence_whatever_it_meets(capsys: pytest.CaptureFixture[str]) -> None:
    def full() -> int:
        raise OSError(errno.ENOSPC, "full", "site")

    def faulty() -> int:
        return int("x")

    assert [guarded(verb, ROOT) for verb in (lambda: None, lambda: 3, full, faulty)] == [0, 3, 1, 1]
    first, second = capsys.readouterr().err.splitlines()
    assert first.startswith("site: il n'y a plus de place")
    assert second.startswith("tests/diagnostics/test_system.py:")


@pytest.mark.parametrize(
    ("said", "words", "message"),
    [
        pytest.param(
            "No idea what 'buidl' is!", ["buidl"], "verbe inconnu « buidl » — écrire plutôt « build », ou voir", id="a slip"
        ),
        pytest.param("No idea what 'xyz' is!", ["xyz"], "verbe inconnu « xyz » — voir « .venv/bin/inv --list »", id="no verb"),
        pytest.param(
            "No idea what '--contnet' is!",
            ["build", "--contnet", "x"],
            "option inconnue « --contnet » — écrire plutôt « --content », ou voir « .venv/bin/inv build --help »",
            id="an option",
        ),
        pytest.param(
            "invalid literal",
            ["build", "--content"],
            "il manque une valeur, ou ce n'est pas un nombre : build --content",
            id="a value",
        ),
    ],
)
def test_a_command_line_that_cannot_be_read_is_answered_in_french(said: str, words: list[str], message: str) -> None:
    assert message in misunderstood(said, {"build": ["--content"], "check": []}, words)


def inv(*words: str, **environ: str) -> "subprocess.CompletedProcess[bytes]":
    command = [sys.executable, "-m", "invoke", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False, env=os.environ | environ)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["publie"], "verbe inconnu « publie »"),
        (["init"], "« .venv/bin/inv init » attend encore : dossier du contenu, à créer"),
        (["new", "besoin"], "« .venv/bin/inv new » attend encore : le nom, entre guillemets"),
        (["serve", "--port", "abc"], "ce n'est pas un nombre"),
        (["serve", "--port", "80000"], "« 80000 » n'est pas un port"),
        (["bench", "../publishconf"], "mesure inconnue « ../publishconf » — choisir parmi : "),
        (["search", "mot", "--site", "n" * 300], "trop long"),
        (["check", "--content", "n" * 300], "trop long"),
        (["new", "acteur", "abcde " * 60], "signes, 100 au plus"),
    ],
    ids=[
        "a verb",
        "no folder",
        "no name",
        "a word for a number",
        "a port",
        "a way out of the folder",
        "a long name to read",
        "to check",
        "to write",
    ],
)
def test_what_is_typed_wrong_is_named_in_one_sentence(words: list[str], message: str) -> None:
    ended = inv(*words)
    said = ended.stderr.decode()
    assert ended.returncode == 1
    assert message in said
    assert "Traceback" not in said


@pytest.mark.parametrize(
    "words",
    [["search", "--help"], ["new", "-h"], ["import", "--help"], ["--help", "search"], ["build", "--content", "x", "--help"]],
    ids=["words that are searched", "a kind of page", "a file", "asked first", "after an option"],
)
def test_the_manual_of_a_verb_is_printed_wherever_it_is_asked_for(words: list[str]) -> None:
    ended = inv(*words)
    verb = next(word for word in words if not word.startswith("-"))
    assert ended.stdout.decode().startswith(f"Usage: inv[oke] [--core-opts] {verb} ")
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_a_reader_that_leaves_the_manual_hears_no_more_of_it() -> None:
    line = f"set -o pipefail; {sys.executable} -m invoke --list | head -1"
    ended = subprocess.run(["bash", "-c", line], cwd=ROOT, capture_output=True, check=False)
    assert (ended.stdout, ended.stderr) == (b"Available tasks:\n", b"")


def test_a_reader_that_leaves_ends_a_verb_in_silence() -> None:
    program = "import sys; from pathlib import Path; from plugins.diagnostics.command import guarded\n"
    program += "sys.exit(guarded(lambda: print('x\\n' * 100_000), Path.cwd()))"
    ended = subprocess.run(
        ["bash", "-c", f'set -o pipefail; {sys.executable} -c "$PROGRAM" | head -1'],
        cwd=ROOT,
        capture_output=True,
        check=False,
        env=os.environ | {"PROGRAM": program},
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (141, b"x\n", b"")


def test_messages_are_in_utf8_whatever_the_locale() -> None:
    ended = inv("mentions", "--content", "été", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert "été: ce dossier n'existe pas" in ended.stderr.decode("utf-8")
