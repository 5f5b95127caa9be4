"""What is typed in one form finds what is written in another; all pages are invented."""

import pytest

from tests.search.corpus import page

PAGES = [
    page("acteurs/a/", "Foyer des Ormes", "Des formateur-trice-s et des conseiller·ère·s accueillent. Tél. 02 61 91 00 01."),
    page("acteurs/b/", "Atelier des Saules", "On signe des baux, on refait les vitraux ; des voisins empêchaient le bruit. 02.61.91.00.02"),
    page("acteurs/d/", "Relais des Charmes", "Un stage pour les élèves de troisième, avant le lycée."),
    page("acteurs/c/", "Halte des Tilleuls", "Pour s’inscrire : 0261910003. Une travailleuse sociale y reçoit 15 000 personnes."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        pytest.param("formatrice", "acteurs/a/", id="féminin d'une forme inclusive"),
        pytest.param("formateurs", "acteurs/a/", id="masculin d'une forme inclusive"),
        pytest.param("conseillère", "acteurs/a/", id="féminin en -ère"),
        pytest.param("travailleur·euse·s", "acteurs/c/", id="forme inclusive pour un féminin"),
        pytest.param("bail", "acteurs/b/", id="pluriel en -aux"),
        pytest.param("vitrail", "acteurs/b/", id="autre pluriel en -aux"),
        pytest.param("empêcher", "acteurs/b/", id="imparfait"),
        pytest.param("inscription", "acteurs/c/", id="nom d'un verbe"),
        pytest.param("recevoir", "acteurs/c/", id="verbe irrégulier"),
        pytest.param("0261910001", "acteurs/a/", id="téléphone d'un trait, écrit avec des espaces"),
        pytest.param("0261910002", "acteurs/b/", id="téléphone d'un trait, écrit avec des points"),
        pytest.param("02 61 91 00 03", "acteurs/c/", id="téléphone à espaces, écrit d'un trait"),
        pytest.param("stage de 3eme", "acteurs/d/", id="rang en chiffres"),
        pytest.param("stage de 3 ème", "acteurs/d/", id="rang en chiffres, coupé"),
        pytest.param("15000", "acteurs/c/", id="nombre d'un trait"),
    ],
)
def test_another_form_is_found_first(ask, typed: str, url: str) -> None:
    assert ask([typed], pages=PAGES)[0]["urls"][:1] == [url]


NEAR = [
    page("acteurs/loin/", "Maison des Ormes", "Une aide. " + "Rien de plus ici. " * 12 + "Le logement. " + "Rien de plus ici. " * 3),
    page("acteurs/pres/", "Maison des Aulnes", "Une aide logement. " + "Rien de plus ici. " * 15),
]  # fmt: skip


def test_of_two_pages_with_the_same_words_the_one_where_they_are_neighbours_comes_first(ask) -> None:
    near, far = ask(["aide logement"], pages=NEAR)[0]["scores"]
    assert ask(["aide logement"], pages=NEAR)[0]["urls"] == ["acteurs/pres/", "acteurs/loin/"]
    assert near > 1.2 * far


def test_the_fourth_word_of_a_question_counts(ask) -> None:
    pages = [page(f"acteurs/{name}/", f"Maison {name}", f"Aide, garde, transport et {name}.") for name in ("cuisine", "lecture")]
    assert ask(["aide garde transport lecture"], pages=pages)[0]["urls"][0] == "acteurs/lecture/"
