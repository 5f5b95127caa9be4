"""Of the forms that share words of a text, the longest name that was written is meant."""

import pytest

from plugins.text.forms import Form
from plugins.text.overlaps import inside_one_of, longest_first
from plugins.text.phrases import Phrases
from plugins.text.tokens import Tokens


def meant(text: str, *forms: str, never: tuple[str, ...] = ()) -> list[str]:
    tokens = Tokens(text)
    phrases = Phrases([*((Form(form), form) for form in forms), *((Form(form), "") for form in never)])
    return [value for one in longest_first(phrases.longest(tokens), tokens, "") for value in one.values]


@pytest.mark.parametrize(
    ("text", "forms", "expected"),
    [
        pytest.param("la Rive scolaire", ("la Rive", "Rive scolaire"), ["Rive scolaire"], id="l'article n'allonge rien"),
        pytest.param("l'Étape Nord", ("l'Étape", "Étape Nord"), ["Étape Nord"], id="article élidé"),
        pytest.param("la Mission verte", ("la Mission", "Mission verte"), ["Mission verte"], id="un mot avant"),
        pytest.param("club social des jeunes actifs", ("club social", "social des jeunes actifs"), ["social des jeunes actifs"], id="sans article"),
        pytest.param("foyer de la Rive claire", ("foyer de la Rive", "la Rive claire"), ["foyer de la Rive"], id="le premier est le plus long"),
        pytest.param("la Rive, la Rive scolaire", ("la Rive", "Rive scolaire"), ["la Rive", "Rive scolaire"], id="chacun à sa place"),
        pytest.param("a bb ccc dddd", ("a bb", "bb ccc", "ccc dddd"), ["a bb", "ccc dddd"], id="une chaîne"),
        pytest.param("la Rive", ("la Rive", "Rive"), ["la Rive"], id="aussi longs : le plus à gauche"),
    ],
)  # fmt: skip
def test_the_longest_is_meant(text: str, forms: tuple[str, ...], expected: list[str]) -> None:
    assert meant(text, *forms) == expected


def test_an_exclusion_hides_what_it_contains_and_no_name_as_long() -> None:
    assert meant("fromage de Rive", "Rive", never=("fromage de Rive",)) == [""]
    assert meant("la Rive scolaire", "Rive scolaire", "Rive", never=("la Rive scolaire",)) == ["Rive scolaire"]


@pytest.mark.parametrize(
    ("span", "inside"),
    [
        pytest.param((4, 6), True, id="dans le premier"),
        pytest.param((3, 9), True, id="le premier lui-même"),
        pytest.param((20, 24), True, id="dans le plus long, que d'autres suivent"),
        pytest.param((8, 10), False, id="à cheval sur la fin"),
        pytest.param((0, 2), False, id="avant tous"),
        pytest.param((41, 43), False, id="après tous"),
    ],
)
def test_a_span_stands_inside_one_of_several(span: tuple[int, int], inside: bool) -> None:
    assert inside_one_of([(12, 40), (3, 9), (13, 15)])(*span) is inside
    assert not inside_one_of([])(*span)
