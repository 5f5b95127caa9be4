"""What is typed is what is read: nothing of a body is lost, renumbered or turned into code in silence."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plugins.diagnostics import Place, Severity
from plugins.reading.markdown import Rendered, render


def rendered(text: str) -> Rendered:
    return render(text, Place("contenu/reunions/x.md"), 10, {"cgt": "CGT"})


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        pytest.param("[CAF]: https://caf.example/", 10, "aucun lien ne l'emploie", id="adresse que rien n'emploie"),
        pytest.param("[//]: # (à relire)", 10, "aucun lien ne l'emploie", id="commentaire déguisé"),
        pytest.param("[a]\n\n[a]: b/\n[a]: c/", 13, "déjà écrit ligne 12", id="adresse écrite deux fois"),
        pytest.param("Bilan.\n\n[^1]: Non signé.", 12, "rien ne l'appelle", id="note jamais appelée"),
        pytest.param("Bilan[^1].\n\n[^1]: Un.\n\n[^1]: Deux.", 14, "déjà écrite ligne 12", id="note écrite deux fois"),
        pytest.param("Un[^1] et deux[^2].\n\n[^1]: Un.", 10, "aucune note ne porte ce nom", id="note appelée, jamais écrite"),
        pytest.param("Un[^1].\n\n[^1]: - Un.\n\n        [^2]: Deux.", 14, "est écrite dans une autre", id="note dans une note"),
        pytest.param("## \n\nTexte", 10, "« ## » : un titre vide", id="titre vide"),
        pytest.param("- a\n- ##\n", 11, "« ## » : un titre vide", id="titre vide dans une liste"),
        pytest.param("| a | b |\n|---|---|\n| c | d | e f |", 12, "« e f » se perdrait", id="case de trop"),
        pytest.param("> | a |\n> |---|\n> | b | c |", 12, "« c » se perdrait", id="case de trop dans une citation"),
        pytest.param("- x\n\n  | a |\n  |---|\n  | b | c |", 14, "« c » se perdrait", id="case de trop dans une liste"),
        pytest.param("Avant.\n\n```\nLa suite", 12, "bloc de code jamais fermé", id="code jamais fermé"),
        pytest.param("~~~\nLa suite\n```", 10, "bloc de code jamais fermé", id="code fermé par un autre signe"),
        pytest.param("<!-- à relire -->", 10, "commentaire", id="commentaire"),
        pytest.param("Du texte %%à relire%% ici.", 10, "commentaire", id="commentaire d'un autre logiciel"),
    ],
)
def test_what_would_be_lost_is_an_error_at_its_line(text: str, line: int, message: str) -> None:
    (found,) = rendered(text).diagnostics
    assert (found.line, found.severity) == (line, Severity.ERROR)
    assert message in found.message


@pytest.mark.parametrize(
    ("text", "html"),
    [
        pytest.param(
            "Tour de table.\n\n[Mission locale]: excusée", "[Mission locale]: excusée", id="une réponse n'est pas une adresse"
        ),
        pytest.param("[CAF]: présente.", "[CAF]: présente.", id="suivie d'un point"),
        pytest.param("Texte.\n\n\tLa CAF parle.", ">La CAF parle.</p>", id="retrait d'une tabulation"),
        pytest.param("    La CAF parle.", ">La CAF parle.</p>", id="retrait de quatre espaces"),
        pytest.param("- a\n\n          La CAF parle.", ">La CAF parle.</p>", id="retrait dans une liste"),
        pytest.param("usager*e*s et 3*4*5", "usager*e*s et 3*4*5", id="étoile dans un mot"),
        pytest.param("[a]\n\n[a]: ../b/", '<a href="../b/">a</a>', id="adresse employée"),
        pytest.param("Un[^1].\n\n[^1]: Sa source.", "Sa source.", id="note appelée"),
        pytest.param("| a | b |\n|---|---|\n| c | d | |", "<td>d</td>", id="case de trop, vide"),
        pytest.param("| a |\n|---|\n| c \\| d |", "<td>c | d</td>", id="barre du texte"),
        pytest.param("```\nLa suite\n```", "La suite", id="code fermé"),
    ],
)
def test_what_can_be_shown_as_typed_is(text: str, html: str) -> None:
    page = rendered(text)
    assert html in page.html
    assert page.diagnostics == ()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        pytest.param("15. décembre\n\n20. janvier", [15, 20], id="dates"),
        pytest.param("3. Bilan\n7. Suites", [3, 7], id="points d'un ordre du jour"),
        pytest.param("2021. Un\n\n2022. Deux", [2021, 2022], id="années"),
        pytest.param("4) Un\n2) Deux", [4, 2], id="à rebours, parenthèses"),
        pytest.param("1. Un\n1. Deux", [1, 1], id="deux fois le même"),
        pytest.param("1. Un\n   5. Dedans\n   7. Dedans\n2. Deux", [1, 5, 7, 2], id="listes l'une dans l'autre"),
        pytest.param("0. Un\n1. Deux", [0, 1], id="zéro"),
    ],
)
def test_a_list_shows_the_numbers_that_were_typed(text: str, numbers: list[int]) -> None:
    page = rendered(text)
    assert [int(word) for words, _ in page.words for word in words.split() if word.isdigit()] == numbers
    assert page.diagnostics == ()


def test_the_browser_is_told_the_numbers_that_it_would_count_otherwise() -> None:
    html = rendered("15. décembre\n\n20. janvier\n\n21. février").html
    assert re.findall(r"<(ol|li)(?: (start|value)=\"(\d+)\")?", html) == [
        ("ol", "start", "15"),
        ("li", "", ""),
        ("li", "value", "20"),
        ("li", "", ""),
    ]


def test_numbers_keep_their_form() -> None:
    assert '<ol class="parenthesis">' in rendered("1) Un\n2) Deux").html
    assert '<ol class="zero">' in rendered("01. Un\n02. Deux").html


def test_a_sign_that_opens_a_list_is_told() -> None:
    (found,) = rendered("Effectifs :\n\n+ 12 % en un an").diagnostics
    assert (found.line, found.message) == (12, "« + 12 % en un an » : le signe sera lu comme une puce — écrire « \\+ »")


PIECES = st.sampled_from(
    [
        "mot", "CAF", "15. ", "3) ", "- ", "* ", "+ ", "> ", "# ", "## ", "    ", "\t", "\n", "\n\n", "|", "|---|", "| a | b |\n|---|---|\n",
        ": ", ":::", "::: parole cgt\n", "::: question Où ?\n", "\n:::\n", "```", "~~~", "`", "**", "*", "_", "~~", "[", "]", "[^1]", "[^1]: ",
        "[a]: b/", "[a]", "(b)", "![", "<b>", "<!--", "&amp;", "\\", "===", "---", "https://a.example/b", "x@a.example", "{#p-0123abcd}", "é", "1",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=14).map("".join))
def test_each_word_typed_is_shown_or_told(text: str) -> None:
    page = rendered(text)
    told = {one.line for one in page.diagnostics}
    typed = re.findall(r"mot|CAF", text)
    shown = re.findall(r"mot|CAF", re.sub(r"<[^>]*>", "", page.html))
    # A note goes to the end of the page, an address under its text, and a word in the name of a block is not read.
    assert sorted(typed) == sorted(shown) or told or "[" in text or ":::" in text or "```" in text or "~~~" in text


@example("[^1]: - [^1]: ")
@example("[^1]: 15. [^1]: ")
@example("[^1]: [a]: b/")
@given(st.lists(PIECES, max_size=14).map("".join))
def test_no_text_is_told_to_lose_a_word_for_a_reason_that_nobody_foresaw(text: str) -> None:
    assert not [one for one in rendered(text).diagnostics if "ne serait pas lu sur la page" in one.message]


@pytest.mark.parametrize(
    "text",
    ["    - un\n    - deux", "Texte.\n\n      1. un\n      2. deux", "> a\n>\n>     - un\n>     - deux"],
    ids=["puces", "numéros", "citation"],
)
def test_a_list_pasted_with_an_indentation_keeps_its_items(text: str) -> None:
    assert re.sub(r"<li[^>]*>", "<li>", rendered(text).html).count("<li>") == 2
    assert rendered(text).diagnostics == ()
