"""A slip in YAML is told at the line where it was made, with its own cause; what the text holds is bounded."""

from __future__ import annotations

import pytest

from plugins.diagnostics import Place
from plugins.model.front_matter import parse


def said(text: str, most: int = 20_000) -> list[tuple[int, str]]:
    return [(d.line, d.message) for d in parse(text, Place("c/a.md"), 2, most)[2]]


@pytest.mark.parametrize(
    ("text", "line", "cause"),
    [
        pytest.param('a: x\nb: "ouvert\nc: y\nd: "z"\n', 3, "n'est pas fermé", id="refermé par le guillemet d'une autre clé"),
        pytest.param('a: x\nb: "ouvert\nc: y\nd: [{t: "z"}]\n', 3, "n'est pas fermé", id="dans une accolade"),
        pytest.param("a: x\nb: 'ouvert\nc: y\nd: l'été\n", 3, "n'est pas fermé", id="guillemet simple"),
        pytest.param('a: "ouvert\nb: x\n', 2, "n'est pas fermé", id="jusqu'à la fin"),
        pytest.param('l:\n  - t: "ouvert\n    u: x\n  - t: "z"\n', 3, "n'est pas fermé", id="dans une liste"),
        pytest.param('a: "ouvert\nb: x\nc: fin"\nd: y\n', 2, "n'est pas fermé", id="que YAML accepte, avalant des clés"),
        pytest.param("a: x\nb: fermé\"\n", 3, "sans avoir été ouvert", id="ouvrant oublié"),
        pytest.param("a: 'L'accueil'\n", 2, "une apostrophe ferme la valeur", id="apostrophe entre apostrophes"),
        pytest.param("a: 'L'accueil: le guide'\n", 2, "une apostrophe ferme la valeur", id="et deux-points"),
        pytest.param('a: "Le "cœur" de ville"\n', 2, "un guillemet droit ferme la valeur", id="guillemets dans des guillemets"),
        pytest.param('a: "C:\\été"\n', 2, "« \\ » a un sens", id="barre oblique inverse"),
        pytest.param("a: “Relais”\n", 2, "guillemets typographiques", id="guillemets courbes"),
        pytest.param("a: „Relais“\n", 2, "guillemets typographiques", id="guillemets bas"),
        pytest.param("a: ‘Relais’\n", 2, "guillemets typographiques", id="apostrophes courbes"),
        pytest.param("a: “Relais : le guide\n", 2, "guillemets typographiques", id="courbe sans fermant"),
        pytest.param("a: “Relais: le guide”\n", 2, "guillemets typographiques", id="courbes et deux-points"),
        pytest.param("a: x\nl: [“b, c”]\n", 3, "guillemets typographiques", id="courbes dans une liste"),
        pytest.param('a: x\nb: "\\U00110000"\n', 3, "ne désigne aucun caractère", id="hors d'Unicode"),
        pytest.param('a: "\\UFFFFFFFF"\n', 2, "ne désigne aucun caractère", id="très hors d'Unicode"),
        pytest.param('a: "\\ud83d\\ude00"\n', 2, "ne désigne aucun caractère", id="moitiés de caractère"),
        pytest.param('a: "\\U0000D83D"\n', 2, "ne désigne aucun caractère", id="moitié de caractère"),
        pytest.param('a: "\\e[31m"\n', 2, "U+001B", id="échappement de terminal"),
        pytest.param('a: "\\0"\n', 2, "U+0000", id="nul"),
        pytest.param('a: "\\L"\n', 2, "U+2028", id="fin de ligne cachée"),
        pytest.param("a: x\u2028y\nb: “z”\n", 2, "fin de ligne invisible (U+2028)", id="fin de ligne d'un traitement de texte"),
        pytest.param("a: x\n...\nb: y\n", 4, "coupe le texte", id="texte coupé"),
        pytest.param("a: x\nl: [b, c\nd: y\ne: z\n", 3, "crochets n'est pas fermée", id="crochet ouvert"),
        pytest.param("a: x\nl: {b: c\nd: y\ne: z\n", 3, "accolade n'est pas fermée", id="accolade ouverte"),
        pytest.param("a: x\nb y\nc: z\n", 3, "il manque « : »", id="deux-points oublié"),
        pytest.param("a: x\nb: !vite y\n", 3, "« ! » au début", id="point d'exclamation qui avale un mot"),
        pytest.param("a: x\nb: &co y\n", 3, "« & » au début", id="et commercial qui avale un mot"),
        pytest.param("a: x\nb: le lot #3 et la suite\n", 3, "ce qui suit « # »", id="dièse qui avale la suite"),
    ],
)  # fmt: skip
def test_a_slip_is_told_at_its_line_with_its_cause(text: str, line: int, cause: str) -> None:
    found = said(text)
    assert found[0][0] == line
    assert cause in found[0][1]


def test_the_slip_that_swallows_keys_is_told_alone() -> None:
    data, _, found = parse('a: "ouvert\nb: x\nc: fin"\nd: y\n', Place("c/a.md"), 2)
    assert (data, len(found)) == (None, 1)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('a: "une phrase\n  sur deux lignes"\n', id="valeur de deux lignes"),
        pytest.param('a: "une phrase\n  note: en retrait"\n', id="deux-points en retrait"),
        pytest.param("a: “Oui”, dit la CGT.\n", id="citation qui n'est pas toute la valeur"),
        pytest.param("a: « Aller vers »\n", id="guillemets français"),
        pytest.param("a: ’tit bout\n", id="apostrophe en tête"),
        pytest.param('a: un écran de 15"\n', id="pouces"),
        pytest.param('a: le "cœur" de ville\n', id="guillemets à l'intérieur"),
        pytest.param("a: |\n  “Oui”\n", id="bloc littéral"),
        pytest.param("a: l'été\n", id="apostrophe"),
        pytest.param('a: "\\tx\\ny"\n', id="tabulation et saut écrits"),
        pytest.param("a: &x [b]\nc: *x\n", id="un renvoi"),
    ],
)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert said(text) == []


def test_aliases_that_multiply_are_told_without_being_followed() -> None:
    text = "a: &a0 [x,x,x,x,x,x,x,x,x]\n" + "".join(f"k{n}: &a{n + 1} [{','.join([f'*a{n}'] * 9)}]\n" for n in range(30))
    assert said(text) == [
        (2, "plus de 20000 valeurs, une fois suivis les renvois de YAML (« &nom », « *nom ») — en écrire moins")
    ]


def test_an_alias_of_itself_is_told() -> None:
    for text in ("&a [*a]", "a: &a {b: *a}", "&a [*a,*a,*a,*a,*a,*a,*a,*a,*a]"):
        assert any("emboîtées" in message or "plus de" in message for _, message in said(text))


@pytest.mark.parametrize("text", ["[" * 50_000, "{a: " * 50_000, "- " * 50_000, "a: " + "[" * 3_000 + "]" * 3_000])
def test_values_nested_without_end_are_told(text: str) -> None:
    assert len(said(text)) >= 1


def test_a_long_list_is_read_whole() -> None:
    data, lines, found = parse("".join(f"- {{n: {rank}}}\n" for rank in range(5_000)), Place("c/t.yml"), 1, most=20_000)
    assert found == []
    assert isinstance(data, list)
    assert (len(data), lines[(4_999, "n")]) == (5_000, 5_000)


def test_a_remark_and_a_name_that_is_called_are_read_in_silence() -> None:
    assert said("a: x # une remarque\nb: le lot n°3, C#, page#4\nc: &d y\ne: *d\nf: 'un #3'\n") == []
