"""How pages are set: edges, underlined headings, tables that a page cuts or leaves open, marks without a letter."""

import pytest

from tests.importing.files import At, Box, docx, lines, pdf
from tests.importing.test_layout import FIRST, SECOND, THIRD, read, texts

ROWS, COLUMNS = [100, 140, 180], [60, 200, 400]


def ruled(rows: list[int], columns: list[int]) -> list[Box]:
    """Each line of a table, across and down."""
    across: list[Box] = [(columns[0], y, columns[-1], y) for y in rows]
    return [*across, *((x, rows[0], x, rows[-1]) for x in columns)]


@pytest.mark.parametrize(
    ("edge", "kept"),
    [
        pytest.param(At(60, 30, "Comité des Rives - document de travail", size=8), False, id="petites lettres en haut"),
        pytest.param(At(60, 810, "Comité des Rives - Page 1 sur 1"), False, id="un pied qui dit la page"),
        pytest.param(At(60, 810, "1. Source : l'enquête de l'été.", size=8), True, id="une note"),
        pytest.param(At(60, 30, "Comité des Rives"), True, id="un titre de la taille du texte"),
    ],
)
def test_a_page_alone_loses_its_edges_and_keeps_its_text(edge: At, *, kept: bool) -> None:
    page = [*lines(FIRST, 60, 100, 60), *lines(SECOND, 60, 160, 60), edge]
    text = edge.text.removeprefix("1. ")
    assert (text in texts(pdf([page]), "x.pdf")) is kept


def test_an_underlined_line_is_a_heading() -> None:
    page = [At(60, 100, "Ce que disent les voisins"), *lines(FIRST, 60, 120, 70)]
    found = read(pdf([page], [(60, 101, 210, 101)]), "x.pdf")
    assert [(block.kind, block.text) for block in found] == [("heading", "Ce que disent les voisins"), ("paragraph", FIRST)]


def test_a_heading_of_word_may_be_underlined() -> None:
    data = docx([("u", "Ce que disent les voisins"), ("p", FIRST)])
    assert [block.kind for block in read(data, "x.docx")] == ["heading", "paragraph"]


def test_a_table_whose_side_is_not_drawn_has_its_last_column() -> None:
    cells = [At(70, 120, "Qui"), At(210, 120, "Quand"), At(70, 160, "UDM"), At(210, 160, "en mai")]
    found = read(pdf([cells], [box for box in ruled(ROWS, COLUMNS) if box[0] != 400]), "x.pdf")
    assert [block.rows for block in found] == [(("Qui", "Quand"), ("UDM", "en mai"))]


def test_a_table_that_a_page_cuts_is_one_and_its_titles_stand_once() -> None:
    def page(name: str) -> list[At]:
        return [At(70, 120, "Qui"), At(210, 120, "Quand"), At(70, 160, name), At(210, 160, "en mai")]

    found = read(pdf([page("UDM"), page("CSF")], ruled(ROWS, COLUMNS)), "x.pdf")
    assert [block.rows for block in found] == [(("Qui", "Quand"), ("UDM", "en mai"), ("CSF", "en mai"))]


def test_two_tables_with_a_line_between_them_are_two() -> None:
    data = docx([("|", "Qui\tQuand"), ("|", "UDM\ten mai"), ("p", THIRD), ("|", "Quoi\tCombien"), ("|", "affiches\t12")])
    assert [block.kind for block in read(data, "x.docx") if block.kind != "table"] == ["paragraph"]


def test_a_centred_title_on_two_lines_is_one() -> None:
    rows = ["Synthèse de la rencontre du groupe des premiers pas et du jeudi", "15 juin des Rives"]
    title = [At(300 - 3.6 * len(row), 100 + 16 * rank, row, 12, bold=True) for rank, row in enumerate(rows)]
    page = [*title, *lines(FIRST, 60, 160, 75), *lines(SECOND, 60, 200, 75)]
    assert texts(pdf([page]), "x.pdf")[0] == " ".join(rows)
