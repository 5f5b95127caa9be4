"""What is wrong with a built page is told at the file and line of the content that it shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.checks.origins import ContentOrigin, Origins
from plugins.checks.reading import check_words, read_text
from plugins.checks.site import check_site
from plugins.checks.tags import read
from plugins.diagnostics import Place
from tests.checks.test_checks import page

ORIGIN = ContentOrigin(Place("contenu/acteurs/a.md", 2), {"p-1": 12, "p-2": 15}, {"../b/": [13, 15]})


def found(
    folder: Path, body: str, *, path: str = "acteurs/a/index.html", title: str = "Titre", origin: ContentOrigin = ORIGIN
) -> list[str]:
    pages = {"index.html": page(title="Accueil"), path: page(body, title=title)}
    for name, text in pages.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return [str(one) for one in check_site(folder, "", Origins({"acteurs/a": origin}))]


def corps(html: str) -> str:
    return f'<article class="prose">{html}</article>'


def test_a_dead_link_is_told_at_each_line_on_which_it_was_typed(tmp_path: Path) -> None:
    body = corps('<p id="p-1">x</p><p id="p-2"><a href="../b/">b</a></p>')
    assert found(tmp_path, body) == [
        f"contenu/acteurs/a.md:{line}: lien « ../b/ » : acteurs/b/index.html n'existe pas" for line in (13, 15)
    ]


@pytest.mark.parametrize(
    ("body", "line", "message"),
    [
        pytest.param('<p id="p-1"></p><p id="p-2"><a href="#non">x</a></p>', 15, "l'ancre « non » n'existe pas", id="ancre"),
        pytest.param('<p id="p-1"><img alt="" src="x.png"></p>', 12, "acteurs/a/x.png n'existe pas", id="image"),
        pytest.param('<p id="p-1"><img alt="" src="//x.example/a.png"></p>', 12, "chez un tiers", id="chez un tiers"),
        pytest.param('<p id="p-1"></p><h2 id="p-2">x</h2><h4>y</h4>', 15, "un niveau de titre est sauté", id="titres"),
        pytest.param('<p id="p-1" style="x"></p>', 12, "l'attribut style", id="style"),
        pytest.param("x" * 100_001, 2, "cette page pèse", id="poids"),
    ],
)
def test_a_fault_of_the_body_is_told_at_its_line(tmp_path: Path, body: str, line: int, message: str) -> None:
    (said,) = found(tmp_path, corps(body))
    assert said.startswith(f"contenu/acteurs/a.md:{line}: ")
    assert message in said


def test_of_two_equal_ids_the_one_of_the_body_is_told(tmp_path: Path) -> None:
    (said,) = found(tmp_path, corps('<p id="p-2">x</p>') + '<p id="p-2"></p>')
    assert said.startswith("contenu/acteurs/a.md:15: l'identifiant « p-2 » est employé 2 fois")


def test_a_fault_beside_the_body_is_told_at_the_title(tmp_path: Path) -> None:
    (said,) = found(tmp_path, '<a href="../c/">x</a>')
    assert said.startswith("contenu/acteurs/a.md:2: lien « ../c/ »")


def test_a_title_that_two_pages_have_is_told_at_the_title(tmp_path: Path) -> None:
    (said,) = found(tmp_path, "", title="Accueil")
    assert said.startswith("contenu/acteurs/a.md:2: le titre « Accueil » est déjà celui de index.html")


def test_a_page_under_another_shows_the_same_file(tmp_path: Path) -> None:
    (said,) = found(tmp_path, '<a href="../c/">x</a>', path="acteurs/a/trace/index.html")
    assert said.startswith("contenu/acteurs/a.md:2: ")


def test_a_page_of_the_theme_alone_is_named_itself(tmp_path: Path) -> None:
    (said,) = found(tmp_path, '<a href="../c/">x</a>', path="acteurs/index.html")
    assert said.startswith("acteurs/index.html:3: ")


@pytest.mark.parametrize(
    ("html", "line"),
    [
        pytest.param("<p>un deux trois</p>", None, id="tout"),
        pytest.param("<p>un <a>de</a>ux, en plus</p><p>trois</p>", None, id="un mot coupé par une balise, un mot de plus"),
        pytest.param("<p>un trois</p>", 13, id="un mot de moins"),
        pytest.param("<p>un</p><p>trois deux</p>", 14, id="un mot déplacé"),
        pytest.param("<p>un</p>deux<!-- trois -->", 14, id="un mot dans un commentaire"),
        pytest.param('<p title="deux">un trois</p>', 13, id="un mot dans un attribut"),
    ],
)
def test_the_words_of_the_body_are_on_the_page_in_order(html: str, line: int | None) -> None:
    origin = ContentOrigin(Place("a.md"), words=(("un", 12), ("deux", 13), ("trois", 14)))
    said = [one.line for one in check_words(read("a/index.html", page(corps(html)), origin))]
    assert said == ([line] if line else [])


def test_lists_are_read_with_their_numbers() -> None:
    html = '<ol start="15"><li>a</li><li value="20">b<ul><li>c</li></ul></li><li>d</li></ol><ol><li>e</li></ol>'
    assert read_text(html).split() == ["15", "a", "20", "b", "c", "21", "d", "1", "e"]
