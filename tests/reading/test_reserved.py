"""A heading of an editor never takes the id of a part of the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.diagnostics import Place
from plugins.reading.dialect import parser
from plugins.reading.markdown import read
from plugins.reading.reserved import Reserved, of_theme, reserved

THEME = Path(__file__).parents[2] / "theme"


def ids(text: str, taken: Reserved) -> list[str]:
    return [heading.id for heading in read(text, Place("x.md"), {}, parser(), taken).anchors.headings]


@pytest.mark.parametrize(
    ("template", "title"),
    [
        pytest.param('<h2 id="responsable">', "Responsable", id="écrit"),
        pytest.param("<h2 id='responsable'>", "Responsable", id="apostrophes"),
        pytest.param('<h2 id="lettre-{{ letter|slug }}">', "Lettre A", id="calculé en partie"),
        pytest.param("", "Plus tard", id="liste d'une réunion"),
        pytest.param("", "Q1", id="élément d'une liste"),
        pytest.param("", "fn1", id="note"),
    ],
)
def test_an_id_of_the_page_is_left_to_it(template: str, title: str) -> None:
    (name,) = ids(f"## {title}", reserved([template]))
    assert name.startswith("titre-")


def test_other_titles_keep_their_words() -> None:
    assert ids("## Responsables\n\n## Lettres", reserved(['<p id="responsable"><p id="lettre-{{ x }}">'])) == [
        "responsables",
        "lettres",
    ]


def test_the_theme_is_read_with_all_that_its_pages_take_in(tmp_path: Path) -> None:
    texts = {
        "base.html": '<main id="contenu">',
        "page.html": '{% extends "base.html" %}<article class="prose">{% include "partials/" ~ slug ~ ".html" ignore missing %}',
        "partials/donnees.html": '{% from "macros/titres.html" import titre %}<h2 id="responsable">',
        "macros/titres.html": '<h2 id="macro">',
        "autre.html": '<h2 id="ailleurs">',
    }
    for name, text in texts.items():
        (tmp_path / "templates" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "templates" / name).write_text(text, encoding="utf-8")
    found = of_theme(tmp_path)
    assert [name in found for name in ("contenu", "responsable", "macro", "ailleurs")] == [True, True, True, False]


def test_every_id_of_our_own_pages_is_known() -> None:
    found = of_theme(THEME)
    assert "responsable" in found
    assert "participants" in found
