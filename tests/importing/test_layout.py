"""A file → its blocks, whatever its format: columns, lines, words cut in two, running heads, tables."""

import pytest

from plugins.importing.drawn import bullets
from plugins.importing.gutters import Word
from plugins.importing.hyphens import mended, vocabulary
from plugins.importing.pieces import CELL_LINE, Block, Box
from plugins.importing.reading import blocks_of, pieces_of
from tests.importing.files import At, docx, lines, odt, pdf

FIRST = "Les permanences du soir reçoivent des habitants qui ne viennent jamais le matin, et la salle est déjà trop petite."
SECOND = "Le bureau de la rue haute ouvrira donc une seconde salle, que les médiateurs tiendront à deux chaque mardi soir."
THIRD = "Une affiche dira les heures, les lieux et les noms des organismes, dans les halls et devant les écoles du quartier."


def read(data: bytes, name: str) -> list[Block]:
    return blocks_of(pieces_of(data, name), [])[0]


def texts(data: bytes, name: str) -> list[str]:
    return [block.text for block in read(data, name)]


def test_lines_of_a_page_make_paragraphs_again() -> None:
    page = [*lines(FIRST, 60, 100, 70), *lines(SECOND, 60, 128, 70)]
    assert texts(pdf([page]), "x.pdf") == [FIRST, SECOND]


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [*lines(FIRST, 60, 100, 34), *lines(SECOND, 60, 180, 34)]
    right = [*lines(THIRD, 320, 100, 34), *lines(FIRST, 320, 180, 34)]
    assert texts(pdf([[*left, *right]]), "x.pdf") == [FIRST, SECOND, THIRD, FIRST]


def test_columns_that_a_file_writes_row_by_row_are_read_one_after_the_other() -> None:
    rows = zip(lines(f"{FIRST} {SECOND}", 60, 100, 34), lines(f"{THIRD} {FIRST}", 320, 100, 34), strict=True)
    assert texts(pdf([[line for row in rows for line in row]]), "x.pdf") == [f"{FIRST} {SECOND}", f"{THIRD} {FIRST}"]


def test_a_paragraph_goes_on_on_the_next_page() -> None:
    whole = lines(FIRST, 60, 700, 60)
    second = [At(60, 100, whole[1].text), *lines(SECOND, 60, 140, 60)]
    assert texts(pdf([[whole[0]], second]), "x.pdf") == [FIRST, SECOND]


def test_running_heads_and_page_numbers_are_left_out() -> None:
    pages = [
        [At(60, 40, "Comité des Rives - document de travail"), *lines(text, 60, 100, 50), At(280, 800, f"Page {rank} / 3")]
        for rank, text in enumerate((FIRST, SECOND, THIRD), start=1)
    ]
    blocks, dropped = blocks_of(pieces_of(pdf(pages), "x.pdf"), [])
    assert ([block.text for block in blocks], len(dropped)) == ([FIRST, SECOND, THIRD], 6)


def test_a_text_is_rid_of_the_lines_that_say_a_page() -> None:
    rows = [f"Comité des Rives\nPage {rank}/3\n\n{text}\n" for rank, text in enumerate((FIRST, SECOND, THIRD), start=1)]
    assert texts("\n".join(rows).encode(), "x.txt") == [FIRST, SECOND, THIRD]


def test_a_ruled_table_is_read_cell_by_cell() -> None:
    across, down = [100, 140, 180], [60, 200, 400]
    rulings = [*((60, y, 400, y) for y in across), *((x, 100, x, 180) for x in down)]
    page = [
        At(65, 115, "Qui"),
        At(205, 115, "Quoi"),
        At(65, 155, "L'atelier"),
        At(205, 155, "Deux soirs"),
        At(205, 168, "par mois"),
    ]
    (table,) = read(pdf([page], rulings), "x.pdf")
    assert table.kind == "table"
    assert table.rows[0] == ("Qui", "Quoi")
    assert table.rows[1][1].replace(CELL_LINE, " ") == "Deux soirs par mois"


def test_a_block_knows_its_page_and_its_box() -> None:
    page = lines(FIRST, 60, 100, 60)
    (block,) = read(pdf([[At(60, 100, "Rien ici.", 10)], page]), "x.pdf")[1:]
    assert block.where == "page 2, cadre 60,91 à 414,116"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("x.docx", docx([("h1", "Le lieu"), ("p", FIRST), ("-", "un"), ("-", "deux"), ("|", "a\tb")]), id="Word"),
        pytest.param(
            "x.odt", odt([("h1", "Le lieu"), ("p", FIRST), ("-", "un"), ("-", "deux"), ("|", "a\tb")]), id="OpenDocument"
        ),
        pytest.param(
            "x.html",
            f"<html><h1>Le lieu</h1><script>x()</script><p>{FIRST}<ul><li>un<li>deux</ul><table><tr><td>a<td>b</table>".encode(),
            id="HTML, balises non fermées",
        ),
        pytest.param(
            "x.txt", f"Introduction\n\nLe lieu\n\n{FIRST}\n\n- un\n- deux\n\na | b | c\n".encode("cp1252"), id="texte Windows"
        ),
    ],
)
def test_every_format_gives_the_same_blocks(name: str, data: bytes) -> None:
    found = [(block.kind, block.text) for block in read(data, name) if block.text != "Introduction"]
    assert found[:4] == [("heading", "Le lieu"), ("paragraph", FIRST), ("item", "un"), ("item", "deux")]
    assert found[4][0] == "table"


@pytest.mark.parametrize(
    ("line", "following", "whole", "known"),
    [
        pytest.param("une forma-", "tion courte", "une formation courte", [], id="mot coupé"),
        pytest.param("qu’est-", "ce qui", "qu’est-ce qui", [], id="est-ce"),
        pytest.param("parle-t-", "il", "parle-t-il", [], id="inversion"),
        pytest.param("c’est-à-", "dire", "c’est-à-dire", [], id="locution"),
        pytest.param("le Carif-", "Oref", "le Carif-Oref", [], id="nom propre"),
        pytest.param("peut-", "être", "peut-être", [], id="peut-être"),
        pytest.param("égale-", "ment", "également", [], id="deux parties qui sont des mots"),
        pytest.param("mari-", "time", "maritime", [], id="une première partie qui est un mot"),
        pytest.param(
            "un socio-",
            "culturel fort",
            "un socio-culturel fort",
            ["le culturel", "un socio-culturel"],
            id="écrit ainsi ailleurs",
        ),
        pytest.param(
            "le sud-", "est du territoire", "le sud-est du territoire", ["sud est"], id="une syllabe ne commence pas ainsi"
        ),
        pytest.param("pour-", "quoi venir", "pourquoi venir", ["pour quoi"], id="deux mots soudés"),
        pytest.param("rele-\u00ad".replace("-", ""), "ver", "relever", [], id="trait conditionnel"),
    ],
)
def test_a_word_cut_at_the_end_of_a_line_is_mended(line: str, following: str, whole: str, known: list[str]) -> None:
    assert mended(line, following, vocabulary(known)) == whole


def test_a_bullet_that_is_drawn_opens_the_line_beside_it_and_no_other() -> None:
    word = Word("ouvrir", Box(80, 100, 120, 112), 11, bold=False)
    found = bullets([Box(68, 105, 72, 109), Box(68, 305, 72, 309)], [word])
    assert [(one.text, one.box, one.size) for one in found] == [("•", Box(68, 100, 72, 112), 11)]


def test_the_lines_of_a_title_that_open_as_minutes_do_are_lines_of_their_own() -> None:
    """Written without a gap between them, and too long to stand on one line."""
    title = ["Comité local des rives", "Réunion du 8 octobre 2026", "Compte rendu de la", "commission des permanences"]
    page = [At(60, 80 + 31 * rank, text, size=26) for rank, text in enumerate(title)]
    text = lines("Mme Vasseur rappelle que la salle du haut est libre le mardi soir, et que l'on y entre. " * 3, 60, 260, 70)
    found = [block.text for block in read(pdf([[*page, *text]]), "x.pdf") if block.kind == "heading"]
    assert found == ["Comité local des rives", "Réunion du 8 octobre 2026", "Compte rendu de la commission des permanences"]


def test_a_hyphen_set_a_little_apart_at_the_end_of_a_line_cuts_its_word() -> None:
    page = [
        At(60, 60, "Les permanences du soir"),
        At(206, 60, "reçoi"),
        At(237.5, 60, "-"),
        At(60, 74, "vent des habitants - peu le matin."),
    ]
    assert texts(pdf([page]), "x.pdf") == ["Les permanences du soir reçoivent des habitants - peu le matin."]
