"""Plurals, slugs, anchors, French spaces, sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.text.anchors import paragraph_anchor
from plugins.text.inflection import singular
from plugins.text.nearest import nearest
from plugins.text.sentences import sentences
from plugins.text.slugs import slugify
from plugins.text.typography import french_spaces


@pytest.mark.parametrize(
    ("one", "many"),
    [("association", "associations"), ("reseau", "reseaux"), ("social", "sociaux"), ("tuyau", "tuyaux"), ("relais", "relais")],
)
def test_a_word_and_its_regular_plural_share_a_key(one: str, many: str) -> None:
    assert singular(one) == singular(many)


@pytest.mark.parametrize(("one", "other"), [("de", "des"), ("le", "les"), ("au", "aux"), ("eau", "al"), ("travail", "travaux")])
def test_other_pairs_do_not_share_one(one: str, other: str) -> None:
    assert singular(one) != singular(other)


def test_slugs_are_ascii() -> None:
    assert slugify("Œuvre d’Été : n° 2") == "oeuvre-d-ete-n-2"
    assert slugify("«»") == ""


def test_an_anchor_survives_case_accents_spaces_and_emphasis() -> None:
    assert paragraph_anchor("L’Été, à Caen !") == paragraph_anchor("l'ete a\u00a0caen\u202f!")


def test_published_anchors_never_change() -> None:
    assert paragraph_anchor("Le « aller vers » est une méthode.") == "p-a21ba02e"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        pytest.param("Dreet", "dreets", id="une lettre oubliée, une capitale"),
        pytest.param("verifié_le", "verifie_le", id="un accent"),
        pytest.param("title", "titre", id="une lettre pour une autre"),
        pytest.param("france-travial", "france-travail", id="deux lettres échangées"),
        pytest.param("francetravail", "france-travail", id="un tiret oublié"),
        pytest.param("normandie-region", "region-normandie", id="deux mots échangés"),
        pytest.param("regoin-normandei", "region-normandie", id="une faute par mot"),
        pytest.param("2021-10-15-comission-4", "2021-10-15-commission-4", id="une faute après une date"),
    ],
)
def test_a_slip_of_the_hand_is_put_right(written: str, meant: str) -> None:
    assert nearest(written, ["autre-chose", meant, "caf"]) == meant


@pytest.mark.parametrize(
    ("written", "known"),
    [
        pytest.param("xyz", "cgt", id="rien de commun"),
        pytest.param("departement-manche", "departement-seine-maritime", id="un autre département"),
        pytest.param("departement-aude", "departement-aube", id="un autre département, à une lettre près"),
        pytest.param("mission-locale-caen", "mission-locale-rouen", id="une autre ville"),
        pytest.param("commission-4", "commission-5", id="un autre numéro"),
        pytest.param("cap", "caf", id="un autre sigle"),
        pytest.param("caf", "caf-de-la-manche", id="un nom plus long"),
        pytest.param("a" * 5000, "a" * 5001, id="un texte sans mesure"),
    ],
)
def test_a_neighbour_is_no_advice(written: str, known: str) -> None:
    assert nearest(written, [known]) is None


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        pytest.param("Qui ? Quoi !", "Qui\u202f? Quoi\u202f!", id="ponctuation haute"),
        pytest.param("« aller vers »", "«\u00a0aller vers\u00a0»", id="guillemets"),
        pytest.param("«aller»", "«\u00a0aller\u00a0»", id="guillemets collés"),
        pytest.param(" !", "\u202f!", id="le morceau commence après une balise"),
        pytest.param(" »", "\u00a0»", id="guillemet fermant après une balise"),
        pytest.param("« note : »", "«\u00a0note\u00a0:\u00a0»", id="deux-points à la fin d'une citation"),
        pytest.param("note : a", "note\u00a0: a", id="deux-points"),
        pytest.param("voir https://exemple.fr/?a=b;c", "voir https://exemple.fr/?a=b;c", id="adresse"),
        pytest.param("à 9h30", "à 9h30", id="rien à faire"),
    ],
)
def test_french_spaces(written: str, shown: str) -> None:
    assert french_spaces(written) == shown


@given(st.text(alphabet=st.sampled_from("ab «»;:!?\u00a0\u202f\n")))
def test_french_spaces_twice_is_once_and_keeps_the_words(text: str) -> None:
    once = french_spaces(text)
    assert french_spaces(once) == once
    assert [c for c in once if not c.isspace()] == [c for c in text if not c.isspace()]


def test_spaces_by_the_million_are_no_trap() -> None:
    assert french_spaces(" " * 1_000_000 + "a;").endswith("a;")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Le foyer, avec la S.A.R.L. Tilleuls, reçoit.", id="société"),
        pytest.param("Le foyer, avec la S.A. Les Ormes, reçoit.", id="société dont le nom commence par un article"),
        pytest.param("Le foyer et la Z.A.F. Rivages reçoivent.", id="sigle à points, puis un nom"),
        pytest.param("Chez les Ets. Tilleuls, on embauche.", id="Ets."),
        pytest.param("Selon l’art. L. 263-1 du code, oui.", id="art. L."),
        pytest.param("La salle n°. 4 et le n° 5 sont prêts.", id="n°"),
        pytest.param("Le 3 sept. Tilleuls ouvre.", id="mois"),
        pytest.param("L’assoc. Tilleuls et Mgr. Vasseur parlent.", id="assoc., Mgr."),
        pytest.param("Au 12 bd. Tilleuls, bât. B, esc. C.", id="adresse"),
    ],
)
def test_a_sentence_goes_on_after_an_abbreviation(text: str) -> None:
    assert [text[start:end] for start, end in sentences(text)] == [text]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("On écrit à la Z.A.F. Elle répond.", id="sigle à points, puis un pronom"),
        pytest.param("C’est écrit dans le doc. Il est court.", id="mot abrégé"),
        pytest.param("On a l’info. Tilleuls la donne.", id="info"),
        pytest.param("Tout, etc. La suite vient.", id="etc."),
    ],
)
def test_an_abbreviation_ends_a_sentence_where_another_opens(text: str) -> None:
    assert len(sentences(text)) == 2


def test_abbreviations_do_not_end_a_sentence() -> None:
    text = "M. Brunel fait passer l’info. par ex. ici (Ex. : un support). Mme C. Vasseur répond « non ! » Fin"
    assert [text[start:end] for start, end in sentences(text)] == [
        "M. Brunel fait passer l’info. par ex. ici (Ex. : un support).",
        "Mme C. Vasseur répond « non ! »",
        "Fin",
    ]
