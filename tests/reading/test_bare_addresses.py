"""A bare address can be followed, and ends where the sentence goes on."""

from __future__ import annotations

import re

import pytest

from plugins.diagnostics import Place
from plugins.reading.markdown import render


def followed(text: str) -> list[tuple[str, str]]:
    return re.findall(r'<a href="([^"]*)">([^<]*)</a>', render(text, Place("x.md"), 1, {}).html)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        pytest.param("Voir https://exemple.invalid/aide pour la suite.", "https://exemple.invalid/aide", id="dans une phrase"),
        pytest.param("Voir https://exemple.invalid/aide.", "https://exemple.invalid/aide", id="en fin de phrase"),
        pytest.param("(https://exemple.invalid/a_(b))", "https://exemple.invalid/a_(b)", id="parenthèses"),
        pytest.param("«\u00a0https://exemple.invalid/a\u00a0»", "https://exemple.invalid/a", id="guillemets, espaces insécables"),
        pytest.param("«https://exemple.invalid/a»", "https://exemple.invalid/a", id="guillemets collés"),
        pytest.param("https://exemple.invalid/a\u00a0: oui", "https://exemple.invalid/a", id="deux-points à la française"),
        pytest.param("| a |\n|---|\n| https://exemple.invalid/?a=1 |", "https://exemple.invalid/?a=1", id="dans une case"),
        pytest.param("**https://exemple.invalid/**", "https://exemple.invalid/", id="en gras"),
        pytest.param("HTTP://exemple.invalid", "HTTP://exemple.invalid", id="majuscules"),
    ],
)
def test_a_web_address(text: str, address: str) -> None:
    assert followed(text) == [(address, address)]


def test_an_address_without_its_scheme() -> None:
    assert followed("Sur www.exemple.invalid/aide, ici") == [("https://www.exemple.invalid/aide", "www.exemple.invalid/aide")]


def test_an_e_mail_address() -> None:
    assert followed("Écrire à accueil@exemple.invalid.") == [("mailto:accueil@exemple.invalid", "accueil@exemple.invalid")]


@pytest.mark.parametrize(
    "text",
    [
        "`https://a.example`",
        "```\nhttps://a.example\n```",
        "https://",
        "www.",
        "www. a",
        "a@b",
        "@a.example",
        "data.inclusion, Service-public.fr",
    ],
)
def test_what_is_no_address_or_stands_in_code_is_left(text: str) -> None:
    assert followed(text) == []


def test_a_link_is_not_put_in_a_link() -> None:
    assert followed("[https://a.example](https://b.example)") == [("https://b.example", "https://a.example")]
