"""Errors are reported by a letter or an issue that is already begun."""

from urllib.parse import parse_qs, urlsplit

import pytest

from plugins.presentation.reporting import REASONS, Reporting, check_address

PAGE, TITLE = "acteurs/maison/", "La Maison & l'Atelier"
SITE = "https://exemple.fr/base"


def asked(address: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(address).query, strict_parsing=True)


def test_a_letter_is_begun_with_the_page_and_the_reason() -> None:
    link = Reporting("mailto:base@exemple.fr", SITE).link(TITLE, PAGE, "contact")
    assert link.startswith("mailto:base@exemple.fr?subject=")
    found = asked(link)
    assert found["subject"] == ["La Maison & l'Atelier : les coordonnées ne sont plus bonnes"]
    assert "https://exemple.fr/base/acteurs/maison/" in found["body"][0]
    assert "\r\n" in found["body"][0]
    assert "+" not in link, "a mail program shows a plus sign as it is (RFC 6068, § 5)"


@pytest.mark.parametrize(
    ("address", "names"),
    [
        pytest.param("https://github.com/a/b/issues/new", {"title", "body"}, id="GitHub, Forgejo"),
        pytest.param("https://github.com/a/b/issues/new?labels=fiche", {"labels", "title", "body"}, id="with a label already"),
        pytest.param("https://gitlab.com/a/b/-/issues/new", {"issue[title]", "issue[description]"}, id="GitLab"),
    ],
)
def test_an_issue_is_begun_as_its_forge_wants_it(address: str, names: set[str]) -> None:
    assert asked(Reporting(address, SITE).link(TITLE, PAGE, "offre")).keys() == names


def test_every_reason_has_its_link() -> None:
    links = Reporting("mailto:base@exemple.fr", SITE).links(TITLE, PAGE)
    assert [one.reason for one in links] == list(REASONS.values())
    assert len({one.address for one in links}) == len(REASONS)


def test_a_form_that_takes_no_text_is_one_link() -> None:
    (only,) = Reporting("https://exemple.fr/formulaire", SITE).links(TITLE, PAGE)
    assert (only.reason, only.address) == ("Signaler une erreur", "https://exemple.fr/formulaire")


def test_without_an_address_nothing_is_promised() -> None:
    assert Reporting("").links(TITLE, PAGE) == ()
    assert Reporting("").link(TITLE, PAGE, "manque") == ""


@pytest.mark.parametrize("address", ["", "mailto:base@exemple.fr", "https://exemple.fr/x"])
def test_an_address_that_opens_something_is_accepted(address: str) -> None:
    assert list(check_address(address)) == []


@pytest.mark.parametrize("address", ["base@exemple.fr", "mailto:", "javascript:alert(1)", "http:", "exemple.fr"])
def test_an_address_that_opens_nothing_is_refused_with_an_example(address: str) -> None:
    (found,) = check_address(address)
    assert "mailto:base@exemple.fr" in found.message
