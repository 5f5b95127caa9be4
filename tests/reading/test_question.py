"""A question whose answer unfolds: `::: question`."""

import pytest

from plugins.crosslinks.linking import link
from plugins.crosslinks.mention import Skip
from plugins.diagnostics import Place
from plugins.reading.markdown import render
from plugins.registry.building import build
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


def test_another_word_is_no_question() -> None:
    assert "<details" not in render("::: questionnaire Un\nTexte.\n:::\n", PLACE, 1, {}).html


def test_an_actor_is_linked_in_the_answer_and_not_in_the_question() -> None:
    registry = build(content(actor("maison", titre="Maison bleue")))[0]
    html = render("::: question La Maison bleue aide-t-elle ?\nOui, la Maison bleue aide.\n:::\n", PLACE, 1, {}).html
    linked = link(html, registry, "demarche/x", url_for=lambda key: f"../{key}/")
    assert linked.html.count("<a ") == 1
    assert "<a " in linked.html.partition("</summary>")[2]
    assert [mention.skipped for mention in linked.mentions] == [Skip.HEADING, None]
