"""Where the addresses of a text stand: their letters are no words."""

import pytest

from plugins.text.addresses import addresses


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("voir https://exemple.fr/a,b et la suite", ["https://exemple.fr/a,b"], id="a web address"),
        pytest.param("voir WWW.exemple puis", ["WWW.exemple"], id="without its scheme, in capitals"),
        pytest.param("écrire à MailTo:accueil", ["MailTo:accueil"], id="a mail address that says so"),
        pytest.param("écrire à accueil@exemple", ["accueil@exemple"], id="a mail address"),
        pytest.param("lire plan.PDF ; puis", ["plan.PDF"], id="a file"),
        pytest.param("lire exemple.org.", ["exemple.org."], id="a domain"),
        pytest.param("Le plan. Puis : la suite, à 9.30 h, n°2.", [], id="full stops and colons alone are none"),
    ],
)
def test_an_address_is_found_by_what_no_word_has(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in addresses(text)] == found
