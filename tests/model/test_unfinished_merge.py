"""A file in which git left both versions of a passage is never published."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.model.loading import load

HEAD = "---\ntitre: Divers\nresume: Des acteurs.\n---\n"


def told(folder: Path, text: str, name: str = "familles/divers.md") -> list[tuple[int, str]]:
    (folder / "familles").mkdir()
    (folder / "familles/divers.md").write_text(HEAD, encoding="utf-8")
    (folder / name).write_text(text, encoding="utf-8", newline="")
    return [(one.line, one.message.split(" — ")[0]) for one in load(folder, "contenu")[1]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param(HEAD + "<<<<<<< HEAD\nUn.\n=======\nDeux.\n>>>>>>> autre\n", [5, 7, 9], id="dans le texte"),
        pytest.param("---\n<<<<<<< HEAD\ntitre: Un\n=======\ntitre: Deux\n>>>>>>> autre\n---\n", [2, 4, 6], id="dans l'en-tête"),
        pytest.param("<<<<<<< HEAD\n---\ntitre: Un\n---\n=======\n>>>>>>> autre\n", [1, 5, 6], id="dès la première ligne"),
        pytest.param(
            HEAD + "<<<<<<< HEAD\nUn.\n||||||| 1a2b3c4\nZéro.\n=======\nDeux.\n>>>>>>> autre\n",
            [5, 7, 9, 11],
            id="trois versions",
        ),
        pytest.param(HEAD + "Un.\n>>>>>>> autre\n", [6], id="reste d'une fusion"),
        pytest.param(HEAD + "<<<<<<<\r\nUn.\r\n", [5], id="fins de ligne de Windows"),
    ],
)
def test_each_mark_is_an_error_at_its_line_and_nothing_else_is_told(tmp_path: Path, text: str, lines: list[int]) -> None:
    found = told(tmp_path, text)
    assert [line for line, _ in found] == lines
    assert all("une fusion n'est pas finie" in message for _, message in found)


def test_lists_are_read_with_the_same_care(tmp_path: Path) -> None:
    assert [line for line, _ in told(tmp_path, "<<<<<<< HEAD\n=======\n>>>>>>> autre\n", "glossaire.yml")] == [1, 2, 3]


@pytest.mark.parametrize("body", ["Titre\n=======\n", "a <<<<<<< b\n", "<<<<<<<<\n", "    <<<<<<< HEAD\n"])
def test_signs_of_a_text_are_no_marks(tmp_path: Path, body: str) -> None:
    assert told(tmp_path, HEAD + body) == []


def test_an_attached_text_is_told_too_and_what_only_looks_so_is_not(tmp_path: Path) -> None:
    (tmp_path / "fichiers").mkdir()
    (tmp_path / "fichiers/titre.txt").write_text("Titre\n=======\n\nUn <<<<<<< deux\n", encoding="utf-8")
    assert told(tmp_path, "nom\r\n<<<<<<< HEAD\r\nUn\r\n=======\r\nDeux\r\n>>>>>>> autre\r\n", "fichiers/liste.csv") == [
        (2, "« <<<<<<< HEAD » : une fusion n'est pas finie"),
        (4, "« ======= » : une fusion n'est pas finie"),
        (6, "« >>>>>>> autre » : une fusion n'est pas finie"),
    ]
