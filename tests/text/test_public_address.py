"""An address that a person typed is fit to be written in every page, or a reason says why not."""

import pytest

from plugins.text.public_address import contact_fault, one_line, shown, site_fault


@pytest.mark.parametrize(
    "address",
    [
        "https://exemple.fr",
        "https://exemple.fr/alliance/",
        "https://WWW.Exemple.fr:8443/alliance/base",
        "https://xn--mtiers-bva.exemple.fr/",
        "https://exemple.fr/une%20base/",
    ],
)
def test_the_address_of_a_site_is_accepted(address: str) -> None:
    assert site_fault(address) == ""


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        pytest.param("http://exemple.fr/", "commence par https://", id="not encrypted"),
        pytest.param("HTTPS://exemple.fr/", "commence par https://", id="a scheme in capitals, which all pages would repeat"),
        pytest.param("exemple.fr", "commence par https://", id="no scheme"),
        pytest.param("https:exemple.fr", "commence par https://", id="no bars"),
        pytest.param("https://exemple.fr/\nX-EVIL: 1", "une seule ligne", id="a line break"),
        pytest.param("https://exemple.fr/\u2028x", "une seule ligne", id="a line break of Unicode"),
        pytest.param("https://exemple.fr/\tx", "une seule ligne", id="a tab, which urllib drops"),
        pytest.param("https://exemple.fr/a b", "pas d'espace", id="a space"),
        pytest.param("https://exemple.fr/\u00a0", "pas d'espace", id="a no-break space"),
        pytest.param("https://camille:secret@exemple.fr/", "ni nom ni mot de passe", id="credentials"),
        pytest.param("https://camille@exemple.fr/", "ni nom ni mot de passe", id="a user alone"),
        pytest.param("https://exemple.fr:abc/", "le port", id="a port in letters"),
        pytest.param("https://exemple.fr:/", "le port", id="an empty port"),
        pytest.param("https://exemple.fr:0/", "le port", id="port 0"),
        pytest.param("https://exemple.fr:65536/", "le port", id="a port too high"),
        pytest.param("https://exemple.fr:٣/", "le port", id="digits of another script"),
        pytest.param("https://", "nom de domaine", id="no host"),
        pytest.param("https:///x", "nom de domaine", id="a path alone"),
        pytest.param("https://.fr", "nom de domaine", id="an empty label"),
        pytest.param("https://exemple..fr", "nom de domaine", id="two dots"),
        pytest.param("https://exemple", "nom de domaine", id="a single label"),
        pytest.param("https://-exemple.fr", "nom de domaine", id="a hyphen first"),
        pytest.param("https://ex_emple.fr", "nom de domaine", id="an underscore"),
        pytest.param("https://192.168.1.1/", "nom de domaine", id="an address of a machine"),
        pytest.param("https://[::1", "nom de domaine", id="half an IPv6 address"),
        pytest.param("https://[::1]/", "nom de domaine", id="an IPv6 address"),
        pytest.param("https://exemple.fr\\x", "nom de domaine", id="a backslash in the host"),
        pytest.param("https://" + "a." * 127 + "fr", "nom de domaine", id="longer than a name may be"),
        pytest.param("https://métiers.fr/", "« xn--mtiers-bva.fr »", id="accents, with what to write instead"),
        pytest.param("https://exemple.fr/a\\b", "« \\ »", id="a backslash"),
        pytest.param('https://exemple.fr/"onload=', '« " »', id="a quotation mark"),
        pytest.param("https://exemple.fr/'x", "« ' »", id="an apostrophe"),
        pytest.param("https://exemple.fr/<script>", "« < »", id="a tag"),
        pytest.param("https://exemple.fr/%zz", "« % »", id="half an escape"),
        pytest.param("https://exemple.fr/é", "« é »", id="an accent in the path"),
        pytest.param("https://exemple.fr/?x=1", "« ? »", id="a query"),
        pytest.param("https://exemple.fr/#x", "« # »", id="a fragment"),
        pytest.param("https://exemple.fr//a//", "deux barres", id="empty folders"),
        pytest.param("https://exemple.fr/../x", "« .. »", id="a folder above"),
        pytest.param("https://exemple.fr/a/.", "« .. »", id="the same folder"),
        pytest.param("https://exemple.fr/%2E%2e/x", "« .. »", id="a folder above, in disguise"),
    ],
)
def test_what_is_no_address_of_a_site_is_refused_with_its_reason(address: str, reason: str) -> None:
    assert reason in site_fault(address)


@pytest.mark.parametrize(
    "address",
    [
        "mailto:base@exemple.fr",
        "mailto:base@exemple.fr,aide@exemple.fr?subject=Une%20erreur",
        "https://exemple.fr/formulaire?page=1#champ",
        "https://forge.exemple.fr/a/b/-/issues/new?issue[title]=x",
    ],
)
def test_a_contact_that_opens_something_is_accepted(address: str) -> None:
    assert contact_fault(address) == ""


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("", id="nothing"),
        pytest.param("base@exemple.fr", id="no scheme"),
        pytest.param("mailto:", id="no mailbox"),
        pytest.param("mailto://base@exemple.fr", id="written as a page"),
        pytest.param("mailto:base..x@exemple.fr", id="two dots"),
        pytest.param("mailto:base@exemple", id="half a domain"),
        pytest.param("mailto:base@exemple.fr\nBcc: x@exemple.fr", id="a forged header"),
        pytest.param("mailto:a b@exemple.fr", id="a space"),
        pytest.param('mailto:base@exemple.fr?subject="x', id="a quotation mark"),
        pytest.param("mailto:a%zz@exemple.fr", id="half an escape"),
        pytest.param("http://exemple.fr/", id="not encrypted"),
        pytest.param("javascript:alert(1)", id="a script"),
        pytest.param("https://camille:secret@exemple.fr/", id="credentials"),
        pytest.param("https://[::1", id="half an IPv6 address"),
    ],
)
def test_a_contact_that_opens_nothing_is_refused(address: str) -> None:
    assert contact_fault(address) != ""


def test_a_message_never_shows_a_password_nor_a_second_line() -> None:
    assert shown("https://camille:secret@exemple.fr/x") == "https://…@exemple.fr/x"
    assert shown("https://exemple.fr/\r\n::error::x") == "https://exemple.fr/\\r\\n::error::x"
    assert one_line("L'éditeur, une association")
    assert not one_line("L'éditeur\nX-EVIL: 1")
