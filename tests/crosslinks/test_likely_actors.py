"""Likely actors that have no page, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.crosslinks.likely_actors import name_key, sightings
from plugins.text.tokens import Tokens
from tests.markup.sample import guarded

KNOWN = frozenset(map(name_key, ["ZUP", "Val de Rive", "Plan Soleil"]))


def names(text: str, taken: tuple[tuple[int, int], ...] = ()) -> list[str]:
    found = list(sightings(Tokens(text), taken, KNOWN))
    assert [one.start for one in found] == sorted(one.start for one in found)
    return [one.name for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("avec la MDA et le P.L.I.E. de Rive", ["MDA", "P.L.I.E."], id="sigles"),
        pytest.param("l’AFPA-GRETA", ["AFPA-GRETA"], id="sigles liés"),
        pytest.param("chez Horizon Avenir aussi", ["Horizon Avenir"], id="deux capitales"),
        pytest.param("Horizon Avenir dit", ["Horizon Avenir"], id="deux capitales en tête de phrase"),
        pytest.param("la Maison des Ados de Rive", ["Maison des Ados de Rive"], id="petits mots dans le nom"),
        pytest.param(
            "la Maison de l’Emploi et de la Formation et de l’Étang",
            ["Maison de l’Emploi et de la Formation"],
            id="et, une fois",
        ),
        pytest.param("l’association Les Cimes", ["association Les Cimes"], id="association, nom"),
        pytest.param("l'association « Les Cimes » dit", ["association Les Cimes"], id="nom entre guillemets"),
        pytest.param("la mission locale de Rive", ["mission locale de Rive"], id="mission locale d'un lieu"),
        pytest.param("les missions locales", ["missions locales"], id="sans nom, au pluriel"),
        pytest.param("un conseil citoyen, une maison sociale", ["conseil citoyen", "maison sociale"], id="genres d'organisation"),
        pytest.param("La Commission 7 siège", ["Commission 7"], id="numéro"),
        pytest.param("le centre\nsocial Jean\u00a0Moulin", ["centre social Jean Moulin"], id="fin de ligne, insécable"),
        pytest.param("le LYCÉE Jean-Moulin", ["LYCÉE Jean-Moulin"], id="trait d'union"),
        pytest.param("le C\u0327entre, l’E\u0301cole Bleue", ["E\u0301cole Bleue"], id="accents décomposés"),
    ],
)
def test_what_is_likely_an_actor(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Les habitants viennent. Pourtant rien. Selon eux, oui", id="capitale de début de phrase"),
        pytest.param("à Rive, en Normandie", id="un seul mot"),
        pytest.param("ORDRE DU JOUR DE LA RÉUNION", id="ligne en capitales"),
        pytest.param("M. Horizon Avenir, Mme P. BRUNEL, MM. Roux Martin", id="personnes"),
        pytest.param("avec Claire VASSEUR", id="prénom et nom"),
        pytest.param("un CV en PDF, le RDV, le XIX siècle, Louis XIV", id="sigles qui ne nomment personne"),
        pytest.param("la ZUP, le Plan Soleil, les Plans Soleils, le Val de Rive", id="déjà au glossaire, lieu"),
        pytest.param("l’association, le conseil d’administration, la mission consiste", id="mot générique seul"),
        pytest.param("le service public, le réseau local", id="genre sans nom"),
        pytest.param("voir www.MDA.fr et plan-MDA.pdf", id="adresse, fichier"),
        pytest.param("l'association. Les Cimes, le centre (Jean)", id="par-dessus la ponctuation"),
        pytest.param("Création de Rive", id="mot de début de phrase suivi d'un lieu"),
    ],
)
def test_what_only_looks_like_one(text: str) -> None:
    assert names(text) == []


def test_what_is_already_named_ends_a_name_and_is_none() -> None:
    text = "l’association Agence Avenir et la MDA"
    start = text.index("Agence")
    assert names(text, ((start, start + len("Agence Avenir")),)) == ["MDA"]


def test_names_do_not_cross_from_a_paragraph_to_the_next() -> None:
    assert names(guarded("<ul><li>Horizon</li><li>Avenir</li></ul><p>Horizon <code>x</code> Avenir</p>").searched) == []


@given(st.text(alphabet=st.sampled_from("AbéE\u0301 .'’-«»\n4MDA")), st.integers(0, 9), st.integers(0, 9))
def test_any_text_is_read_and_names_come_from_it(text: str, one: int, other: int) -> None:
    for name in names(text, ((min(one, other), max(one, other)),)):
        assert name.split()[0] in text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("A" * 1_000_000, [], id="un million de capitales"),
        pytest.param("’" * 100_000, [], id="cent mille apostrophes"),
        pytest.param("Aa " * 30_000, ["Aa Aa Aa Aa Aa Aa Aa Aa Aa Aa"] * 3_000, id="un nom sans fin, coupé tous les dix mots"),
        pytest.param("association " * 30_000, [], id="un mot qui annonce un nom, et rien après"),
        pytest.param("MDA " * 30_000, [], id="un titre en capitales"),
    ],
)
def test_texts_made_to_hurt_are_read_in_time(text: str, found: list[str]) -> None:
    assert names(text) == found
