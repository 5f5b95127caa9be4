"""A territory, a public written twice: what agrees is one, what contradicts is told."""

from __future__ import annotations

from plugins.diagnostics import Place, Severity
from plugins.model.lists import Territory
from plugins.model.records import Need
from plugins.model.repeats import gathered

COAST = Territory.model_validate({"slug": "cote", "nom": "La Côte", "niveau": "departement"})
TOWN = Territory.model_validate({"slug": "port", "nom": "Port", "niveau": "commune", "dans": "cote"})
SHORT = Territory.model_validate({"slug": "port", "nom": "Port", "niveau": "commune"})


def gather(*entries: Territory) -> tuple[list[Territory], list[int], list[tuple[int, Severity, str]]]:
    found, places, told = gathered(entries, [Place("territoires.yml", line) for line in range(1, len(entries) + 1)])
    return found, [place.line for place in places], [(one.line, one.severity, one.message) for one in told]


def test_a_list_that_repeats_nothing_is_left_as_it_is() -> None:
    assert gather(COAST, TOWN) == ([COAST, TOWN], [1, 2], [])


def test_what_a_second_entry_does_not_contradict_is_one_territory_and_a_warning() -> None:
    found, lines, told = gather(TOWN, COAST, SHORT)
    assert (found, lines) == ([TOWN, COAST], [1, 2])
    assert told == [
        (
            3,
            Severity.WARNING,
            "territoire « port » : déjà à la ligne 1, que celle-ci ne contredit pas — n'en garder qu'une entrée",
        )
    ]


def test_a_second_entry_completes_the_first_one() -> None:
    assert gather(SHORT, TOWN)[0] == [TOWN]


def test_two_entries_that_contradict_each_other_are_an_error_that_says_in_what() -> None:
    other = Territory.model_validate({"slug": "port", "nom": "Le Port", "niveau": "quartier"})
    found, _, told = gather(TOWN, other)
    assert found == [TOWN]
    assert told == [
        (
            2,
            Severity.ERROR,
            "territoire « port » : déjà à la ligne 1, qui dit autre chose pour « nom », « niveau » — n'en garder qu'une entrée",
        )
    ]


def test_two_codes_that_are_read_alike_are_one_public() -> None:
    need = Need.model_validate(
        {"titre": "T", "publics": ["jeunes", "demandeurs-d-emploi", "demandeurs-emploi", "un-code-d-apres"]}
    )
    assert need.publics == ["jeunes", "demandeurs-emploi", "un-code-d-apres"]
