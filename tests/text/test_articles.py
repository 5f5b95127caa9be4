"""The article of an organisation's name, and how it joins with the small word before it."""

import pytest

from plugins.text.articles import article_of, with_article


@pytest.mark.parametrize(
    ("name", "article"),
    [
        ("Union des métiers", "l'"), ("Caisse d’aide", "la"), ("Comité local", "le"), ("Missions locales", "les"), ("Hôpital", "l'"),
        ("Haut conseil", "le"), ("Fonds social", "le"), ("Éducateurs de rue", "les"), ("France Avenir", ""), ("Zedic", ""), ("", ""),
    ],
)  # fmt: skip
def test_the_first_word_of_a_name_tells_its_article(name: str, article: str) -> None:
    assert article_of(name) == article


@pytest.mark.parametrize(
    ("name", "article", "before", "written"),
    [
        ("Comité", "le", "de", "du Comité"), ("Comité", "le", "À", "Au Comité"), ("Clubs", "les", "de", "des Clubs"),
        ("Clubs", "les", "à", "aux Clubs"), ("Caisse", "la", "de", "de la Caisse"), ("Union", "l'", "à", "à l'Union"),
        ("Emploi Avenir", "", "de", "d'Emploi Avenir"), ("Emploi Avenir", "", "que", "qu'Emploi Avenir"),
        ("France Avenir", "", "de", "de France Avenir"), ("Caisse", "la", "", "la Caisse"), ("Zedic", "", "", "Zedic"),
    ],
)  # fmt: skip
def test_an_article_joins_with_the_word_before_it(name: str, article: str, before: str, written: str) -> None:
    assert with_article(name, article, before) == written
