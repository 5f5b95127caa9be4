"""Pages that are pictures: how far they are turned, what Tesseract says of them, and the draft that comes of it."""

import shutil
import stat
import sys
from pathlib import Path

import pytest

from plugins.importing.command import run
from plugins.importing.pictures import Picture
from plugins.importing.pieces import Box
from plugins.importing.recognition import sized, words_of
from tests.importing.files import HEIGHT, WIDTH, pdf
from tests.sample import CONTENT

_DOTS = 300 / 72
# A line: its left, its top, how high its letters are (dots), its words, and how sure each is.
Said = tuple[int, int, int, str, int]


def _hocr(*lines: Said) -> str:
    body = "".join(_said(*line) for line in lines)
    return f'<html xmlns="http://www.w3.org/1999/xhtml"><body><div class="ocr_page" title="bbox 0 0 2480 3508">{body}</div></body></html>'


def _said(left: int, top: int, high: int, text: str, sure: int) -> str:
    words, at = [], left
    for word in text.split(" "):
        if word:
            words.append(
                f'<span class="ocrx_word" title="bbox {at} {top} {at + 22 * len(word)} {top + high}; x_wconf {sure}">{word}</span>'
            )
        at += 22 * len(word) + 15
    return f'<span class="ocr_line" title="bbox {left} {top} {at} {top + high}; baseline 0 -10; x_size {high}; x_descenders 10; x_ascenders 12">{"".join(words)}</span>'


def _page(slope: float) -> Picture:
    """Thirty lines of ink on a sheet of 1,200 by 1,200 dots that sink by `slope`."""
    grey = bytearray(b"\xff" * 1_440_000)
    for line in range(100, 1_000, 30):
        for x in range(100, 1_100):
            down = line + round(slope * x)
            grey[down * 1_200 + x : (down + 10) * 1_200 + x : 1_200] = bytes(10)
    return Picture.of(bytes(grey), 1_200, 1_200, 1.0)


@pytest.mark.parametrize(
    "slope", [pytest.param(0.0, id="d'aplomb"), pytest.param(0.03, id="de travers"), pytest.param(-0.02, id="de l'autre côté")]
)
def test_how_far_a_page_was_laid_askew_is_seen(slope: float) -> None:
    assert _page(slope).slope == pytest.approx(slope, abs=0.002)


def test_bold_strokes_are_thicker() -> None:
    grey = bytearray(b"\xff" * 10_000)
    for y in range(10, 30):
        for x in (*range(10, 12), *range(20, 22), *range(60, 65), *range(75, 80)):
            grey[y * 100 + x] = 0
    picture = Picture.of(bytes(grey), 100, 100, 1.0)
    assert picture.thickness(Box(5, 10, 40, 30)) == 2
    assert picture.thickness(Box(50, 10, 95, 30)) == 5


def test_the_lines_of_a_table_are_seen_and_those_of_letters_are_not() -> None:
    grey = bytearray(b"\xff" * 40_000)
    for at in range(20, 180):
        grey[30 * 200 + at] = grey[at * 200 + 50] = 0
    for y in range(100, 110):
        grey[y * 200 + 90] = 0
    found = Picture.of(bytes(grey), 200, 200, 1.0).lines()
    assert sorted((box.left, box.top, box.right, box.bottom) for box in found) == [(20, 30, 180, 31), (50, 20, 51, 180)]


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        pytest.param("+ ouvrir le soir", ["•", "ouvrir", "le", "soir"], id="un signe avant le texte"),
        pytest.param("*ouvrir le soir", ["• ouvrir", "le", "soir"], id="un signe collé au mot"),
        pytest.param("» : ce sont les mairies", ["»", ":", "ce", "sont", "les", "mairies"], id="un guillemet qui ferme"),
        pytest.param("ouvrir | le soir", ["ouvrir", "le", "soir"], id="le trait d'un tableau"),
    ],
)
def test_a_bullet_is_told_from_a_word(line: str, texts: list[str]) -> None:
    assert [word.text for word in words_of(_hocr((300, 300, 45, line, 95)), _DOTS)] == texts


def test_sizes_that_are_one_for_the_eye_are_made_one() -> None:
    said = _hocr(
        (300, 200, 60, "Compte rendu de la réunion", 95), (300, 400, 45, "La salle du haut est libre", 95),
        (300, 460, 47, "le mardi soir, et l'on y entre", 95), (300, 520, 38, "en 2026.", 95),
    )  # fmt: skip
    found = sized([words_of(said, _DOTS)])[0]
    assert len({word.size for word in found if word.box.top * _DOTS > 300}) == 1
    assert found[0].size > 1.2 * found[-1].size


def test_a_page_that_is_a_picture_becomes_a_draft_whose_doubtful_words_are_marked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Path(shutil.copytree(CONTENT, tmp_path / "content"))
    said = _hocr(
        (300, 200, 75, "Comité local", 95), (300, 320, 75, "Réunion du 8 octobre 2026", 95), (300, 500, 45, "Participants", 95),
        (300, 560, 45, "Mme Vasseur (UDM)", 95), (300, 760, 45, "Mme Vasseur rappelle que la salle du haut", 95),
        (300, 820, 45, "est lîbre le mardi soir.", 30),
    )  # fmt: skip
    (tmp_path / "said.html").write_text(said, encoding="utf-8")
    program = tmp_path / "bin" / "tesseract"
    program.parent.mkdir()
    program.write_text(
        f"#!{sys.executable}\nimport sys\nprint('fra') if '--list-langs' in sys.argv else sys.stdout.buffer.write(open({str(tmp_path / 'said.html')!r}, 'rb').read())\n",
        encoding="utf-8", newline="\n",
    )  # fmt: skip
    program.chmod(program.stat().st_mode | stat.S_IEXEC)
    monkeypatch.setenv("PATH", str(program.parent), prepend=":")
    path = tmp_path / "scan.pdf"
    path.write_bytes(pdf([[]], rulings=[(0, 0, WIDTH, HEIGHT)]))
    assert run(str(path), str(folder)) == 0
    text = next((folder / "reunions").glob("2026-10-08*")).read_text(encoding="utf-8")
    assert "la salle du haut est lîbre le mardi soir." in text
    assert "mal reconnu" in text
    assert "page 1, cadre 72,183 à" in text
    assert "Vasseur" not in text
    assert "à relire mot à mot" in capsys.readouterr().err
