from typing import Any

import pytest

from plugins.crosslinks.attributing import attributed
from tests.crosslinks.sample import MARCH, content, meeting


def told(actor: str, **lists: Any) -> list[tuple[str, list[tuple[str | None, bool]]]]:
    found = attributed(content(meeting("octobre", "2021-10-15", **lists))).get(f"acteurs/{actor}", ())
    return [(key, [(one.item, one.associated) for one in own]) for meeting in found for key, own in meeting.lists]


@pytest.mark.parametrize(
    ("key", "entry"),
    [
        pytest.param("constats", {"acteurs": ["union", "agence"]}, id="constaté à plusieurs"),
        pytest.param("vigilance", {"acteur": "union"}, id="alerte"),
        pytest.param("pratiques", {"acteur": "union"}, id="pratique"),
        pytest.param("interventions_passees", {"acteur": "union"}, id="entendu avant"),
        pytest.param("suites", {"porteurs": ["union"]}, id="chargé d'une suite"),
        pytest.param("plus_tard", {"acteur": "union"}, id="remis à plus tard"),
        pytest.param("questions", {"acteur": "union"}, id="demandé"),
        pytest.param("propositions", {"acteurs": ["agence", "union"]}, id="proposé à plusieurs"),
        pytest.param("chiffres", {"acteur": "union", "valeur": "11"}, id="chiffre"),
    ],
)
def test_every_list_says_whose_its_entries_are(key: str, entry: dict[str, Any]) -> None:
    assert told("union", **{key: [{"id": "x1", "texte": "T."} | entry]}) == [(key, [("x1", False)])]


def test_who_only_takes_part_is_told_from_who_is_charged() -> None:
    suites = [{"id": "s1", "texte": "T.", "porteurs": ["agence"], "avec": ["union", "agence"]}]
    assert told("union", suites=suites) == [("suites", [("s1", True)])]
    assert told("agence", suites=suites) == [("suites", [("s1", False)])]


def test_what_nobody_is_named_for_is_nobodys() -> None:
    assert attributed(content(meeting("octobre", "2021-10-15", questions=[{"id": "q1", "texte": "Qui ?"}]))) == {}


def test_meetings_come_newest_first_with_the_address_of_the_entry() -> None:
    old = meeting("octobre", "2021-10-15", constats=[{"id": "c1", "texte": "Vu.", "acteurs": ["union"]}])
    new = meeting("mars", "2024-03-01", questions=[{"texte": "Et après ?", "acteur": "union"}])
    found = attributed(content(old, new))["acteurs/union"]
    assert [(one.page_key, one.url) for one in found] == [
        ("reunions/mars", "reunions/mars/"),
        ("reunions/octobre", "reunions/octobre/"),
    ]
    assert found[0].lists[0][1][0].item is None
    assert (found[1].lists[0][1][0].item, found[1].lists[0][1][0].text) == ("c1", "Vu.")
    assert MARCH.record.date == found[0].date
