"""The letters of a text, however they are written, and the declared names that they still spell."""

from itertools import product

import pytest

from plugins.persons.homonyms import Homonyms
from plugins.persons.person import Person, declared
from plugins.persons.residue import Residues


def persons(*surnames: str) -> list[Person]:
    return [one for name in surnames if (one := declared("m", None, None, name, None, 1, None))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Brélanque, Brélanquet, Brélanquetier", ["Brélanque", "Brélanquet", "Brélanquetier"], id="côte à côte"),
        pytest.param("Brélanquetiers", ["Brélanquetier"], id="le plus long de ceux qui commencent là"),
        pytest.param("B-r-é-l-a-n-q-u-e-t", ["B-r-é-l-a-n-q-u-e-t"], id="en morceaux"),
        pytest.param("la grélanque, les quets", [], id="une fin seule"),
    ],
)
def test_of_names_that_begin_alike_the_longest_is_told(text: str, found: list[str]) -> None:
    known = Residues(persons("Brélanquet", "Brélanquetier", "Brélanque"), Homonyms())
    assert [one.written for one in known.find(text)] == found


def test_a_name_is_found_inside_another_word_that_begins_like_a_longer_one() -> None:
    known = Residues(persons("Torvignacel", "Vignacourt"), Homonyms())
    assert [one.written for one in known.find("TorVignacourt")] == ["Vignacourt"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("https://exemple.fr/Mme-Petit", ["Mme-Petit"], id="un tiret"),
        pytest.param("[son bilan](../fichiers/madame_petit.pdf)", ["madame_petit"], id="le nom d'un fichier"),
        pytest.param("https://exemple.fr/equipe/monsieur/petit/", ["monsieur/petit"], id="deux parties du chemin"),
        pytest.param("https://exemple.fr/Mme%20Petit", ["Mme%20Petit"], id="une espace codée"),
        pytest.param("https://exemple.fr/mmepetit", ["mmepetit"], id="collé"),
        pytest.param("https://exemple.fr/le-petit-journal", [], id="un mot"),
        pytest.param("https://exemple.fr/femme-petit", [], id="la fin d'un autre mot"),
        pytest.param("https://exemple.fr/madame-petite-enfance", [], id="le début d'un autre mot"),
        pytest.param("Mme Petit arrive", [], id="dans un texte, la règle des noms décide"),
    ],
)
def test_a_civility_in_an_address_makes_a_name_of_the_word_that_follows(text: str, found: list[str]) -> None:
    assert [one.written for one in Residues(persons("Petit"), Homonyms()).find(text)] == found


def test_nobody_declared_is_found_nowhere() -> None:
    assert Residues([], Homonyms()).find("Brélanquet & <b>x</b>") == []


def test_hundreds_of_names_are_looked_for_in_a_long_text_in_time() -> None:
    beginnings, ends = (
        ("Bré", "Tor", "Quis", "Var", "Dra", "Mél", "Zal", "Oz"),
        ("quet", "gnac", "bert", "zet", "val", "dine", "linde"),
    )
    names = ["".join(parts) for parts in product(beginnings, ("lan", "vi", "sem", "lou", "ci"), ("o", "a", "u"), ends)]
    known = Residues(persons(*names), Homonyms())
    assert known.find("le quartier des tilleuls avance & ses braves torrents vont bien " * 40_000) == []
