"""Blocks: who speaks (`::: parole`), a question whose answer unfolds (`::: question`)."""

import pytest

from plugins.crosslinks.linking import link
from plugins.crosslinks.mention import Skip
from plugins.diagnostics import Place, Severity
from plugins.reading.markdown import render
from plugins.registry.building import build
from tests.markup.sample import guarded
from tests.needs.sample import actor, content

PLACE = Place("contenu/demarche/x.md")


def test_the_browser_unfolds_it_without_a_script() -> None:
    page = render("::: question Est-ce « aller vers » ?\n**Oui.** Voici pourquoi.\n:::\n", PLACE, 5, {})
    opening, rest = page.html.split("</summary>\n")
    assert opening == '<details class="question">\n<summary>Est-ce «\u00a0aller vers\u00a0»\u202f?'
    assert rest.startswith('<p id="p-')
    assert rest.endswith("<strong>Oui.</strong> Voici pourquoi.</p>\n</details>\n")
    assert list(page.lines.values()) == [6]
    assert page.diagnostics == ()


@pytest.mark.parametrize("name", ["<b>gras</b>", "<script>alert(1)</script>", '" onclick="x'])
def test_its_words_are_text(name: str) -> None:
    html = render(f"::: question {name}\nTexte.\n:::\n", PLACE, 1, {}).html
    assert "<b>" not in html
    assert "<script" not in html
    assert html.count("<summary>") == 1
    assert '<details class="question">\n<summary>' in html


def test_one_without_words_is_told_at_its_line() -> None:
    page = render("Avant.\n\n::: question\nTexte.\n:::\n", PLACE, 10, {})
    assert [str(diagnostic) for diagnostic in page.diagnostics] == [
        "contenu/demarche/x.md:12: « ::: question » ne dit pas la question — écrire « ::: question Est-ce aller vers ? »"
    ]


def test_an_actor_is_linked_in_the_answer_and_not_in_the_question() -> None:
    registry = build(content(actor("maison", titre="Maison bleue")))[0]
    html = render("::: question La Maison bleue aide-t-elle ?\nOui, la Maison bleue aide.\n:::\n", PLACE, 1, {}).html
    linked = link(guarded(html), registry, "demarche/x", url_for=lambda key: f"../{key}/")
    assert linked.html.count("<a ") == 1
    assert "<a " in linked.html.partition("</summary>")[2]
    assert [mention.skipped for mention in linked.mentions] == [Skip.HEADING, None]


def test_a_speech_names_those_who_speak() -> None:
    page = render("::: parole cgt region-normandie\nTexte.\n:::", PLACE, 1, {"cgt": "CGT", "region-normandie": "Région"})
    assert '<div class="speech" data-actors="cgt region-normandie">' in page.html
    assert page.diagnostics == ()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("::::parole cgt\n::: question Quand ?\nTexte.\n:::\n::::", id="l'un dans l'autre, quatre signes dehors"),
        pytest.param("> ::: parole cgt\n> Texte.\n> :::", id="dans une citation"),
        pytest.param("- ::: question Quand ?\n  Texte.\n  :::", id="dans une liste"),
        pytest.param("Un ratio de 3 :: 1.\n\n15 h : début", id="deux-points dans une phrase"),
        pytest.param("`::: attention`\n\n```\n::: attention\n```", id="dans du code"),
        pytest.param("\\::: attention", id="précédé d'une barre inverse"),
    ],
)
def test_a_block_in_its_right_form_is_not_told(text: str) -> None:
    assert render(text, PLACE, 1, {"cgt": "CGT"}).diagnostics == ()


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        pytest.param("::: parole cgtt\nTexte.\n:::", 12, "acteur inconnu « cgtt » — écrire plutôt « cgt »", id="acteur inconnu"),
        pytest.param("::: parole\nTexte.\n:::", 12, "ne dit pas qui parle — écrire « ::: parole cgt »", id="personne"),
        pytest.param(
            "::: attention\nTexte.\n:::", 12, "« ::: attention » : bloc inconnu — choisir parmi : parole, question", id="inconnu"
        ),
        pytest.param(":::info\nTexte.\n:::", 12, "« :::info » : bloc inconnu", id="inconnu, sans espace"),
        pytest.param("::: questions Un ?\nTexte.\n:::", 12, "bloc inconnu — écrire plutôt « question »", id="presque"),
        pytest.param("::: Parole cgt\nTexte.\n:::", 12, "n'ouvre aucun bloc — écrire « ::: parole cgt »", id="majuscule"),
        pytest.param(":: parole cgt\nTexte.", 12, "n'ouvre aucun bloc — écrire « ::: parole cgt »", id="deux signes"),
        pytest.param("::: parole cgt\nTexte.\n\nSuite.", 12, "« ::: parole » n'est jamais fermé", id="jamais fermé"),
        pytest.param(
            "::: question Quand ?\nTexte.\n::: fin", 12, "« ::: question » n'est jamais fermé", id="fermé par une autre ligne"
        ),
        pytest.param(
            "::: parole cgt\n::: question Quand ?\nTexte.\n:::\nSuite.",
            13,
            "« ::: question » n'est jamais fermé",
            id="une fin pour deux",
        ),
        pytest.param(
            "> ::: parole cgt\n> Texte.\n\n:::", 12, "« ::: parole » n'est jamais fermé", id="fermé hors de la citation"
        ),
        pytest.param("Texte.\n\n:::", 14, "« ::: » ne ferme aucun bloc", id="ne ferme rien"),
        pytest.param("Texte.\n:::", 13, "« ::: » ne ferme aucun bloc", id="ne ferme rien, sous un texte"),
    ],
)
def test_a_block_that_would_be_read_or_swallow_the_page_is_an_error(text: str, line: int, message: str) -> None:
    found = render("Avant.\n\n" + text, PLACE, 10, {"cgt": "CGT"}).diagnostics
    assert any(one.line == line and message in one.message and one.severity is Severity.ERROR for one in found), found
