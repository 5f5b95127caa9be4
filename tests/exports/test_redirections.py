from pathlib import Path

import pytest

from plugins.diagnostics import Place
from plugins.exports.addresses import Identity
from plugins.exports.redirections import Redirection, redirections
from plugins.exports.writing import write_redirections
from plugins.model.old_addresses import check_old_addresses, file_of
from plugins.text.output import Output
from tests.exports.sample import AT_WORK, PUBLISHED, actor, content

OLD = content(actor("france-travail", titre="France <b>Travail</b>", redirections=["/acteurs/pole-emploi/"]))


def html_of(site: Identity) -> str:
    (page,) = redirections(OLD, site)
    assert page.file == "acteurs/pole-emploi/index.html"
    return page.html


def test_an_old_address_leads_to_the_page_under_any_prefix() -> None:
    html = html_of(AT_WORK)
    assert '<meta http-equiv="refresh" content="0; url=../../acteurs/france-travail/">' in html
    assert '<link rel="canonical" href="../../acteurs/france-travail/">' in html
    assert '<body data-template="redirection">' in html
    assert 'content="noindex"' in html


def test_the_canonical_address_is_public_when_there_is_one() -> None:
    html = html_of(PUBLISHED)
    assert '<link rel="canonical" href="https://exemple.fr/alliance/acteurs/france-travail/">' in html


def test_a_title_stays_text() -> None:
    html = html_of(AT_WORK)
    assert "<b>" not in html
    assert "France &lt;b&gt;Travail" in html


@pytest.mark.parametrize(
    ("address", "file"),
    [
        pytest.param("/acteurs/pole-emploi/", "acteurs/pole-emploi/index.html", id="dossier"),
        pytest.param("acteurs/pole-emploi", "acteurs/pole-emploi/index.html", id="sans barres obliques"),
        pytest.param("/ancien.html", "ancien.html", id="fichier"),
        pytest.param("/%C3%A9quipes/", "équipes/index.html", id="adresse codée"),
    ],
)
def test_an_address_is_a_file(address: str, file: str) -> None:
    assert file_of(address) == file


PLACE = Place("contenu/acteurs/a.md", 9)


def old(*addresses: str) -> list[Redirection]:
    return [Redirection(PLACE, address, file_of(address), "nouveau") for address in addresses]


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("/glossaire/", id="une page"),
        pytest.param("/Glossaire/", id="une page, aux capitales près"),
        pytest.param("/glossaire/index.html", id="une page, par son fichier"),
        pytest.param("/robots.txt/", id="un fichier pour les machines"),
        pytest.param("/robots.txt/ancien/", id="sous un fichier"),
        pytest.param("/service-worker.js/", id="un fichier à venir"),
        pytest.param("/dossier.html", id="un dossier"),
        pytest.param("/" + "x" * 300, id="un nom trop long"),
        pytest.param("/a%00b/", id="un caractère nul"),
    ],
)
def test_an_old_address_that_no_page_can_have_is_told_where_it_is_written(tmp_path: Path, address: str) -> None:
    for name in ("glossaire/index.html", "robots.txt", "dossier.html/index.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("avant")
    (found,) = write_redirections(Output(tmp_path), old(address), later=("service-worker.js",))
    assert str(found).startswith("contenu/acteurs/a.md:9: l'ancienne adresse « ")
    assert {path.read_text() for path in tmp_path.rglob("*") if path.is_file()} == {"avant"}


def test_others_are_written(tmp_path: Path) -> None:
    assert list(write_redirections(Output(tmp_path), old("/ancien/", "/ancien.html", "/2021.10/x/"))) == []
    assert (tmp_path / "ancien/index.html").read_text() == "nouveau"
    assert (tmp_path / "ancien.html").read_text() == "nouveau"


def test_two_old_addresses_of_which_one_is_under_the_other_are_told(tmp_path: Path) -> None:
    (found,) = write_redirections(Output(tmp_path), old("/ancien.html", "/ancien.html/x/"))
    assert "tombe sur « ancien.html »" in found.message


@pytest.mark.parametrize(
    "address",
    [
        "/", "", "/.construit/", "/.git/x/", "/../x/", "/a/../b/", "/%2e%2e/x/", "/a//b/", "https://exemple.fr/x/", "//exemple.fr/x/",
        "/a?b=1", "/a#b", "/a\\b/", "/a%00b/", "/a%0Ab/", "/%ff/", "/con/", "/a:b/", "/" + "é" * 120 + "/",
    ],
)  # fmt: skip
def test_what_is_no_address_of_a_site_is_refused_at_its_line(address: str) -> None:
    wrong = content(actor("france-travail", redirections=["/acteurs/ancien/", address]))
    (found,) = check_old_addresses(wrong)
    assert "n'est pas une ancienne adresse du site — écrire par exemple /acteurs/ancien-nom/" in found.message


@pytest.mark.parametrize("address", ["/acteurs/cgt/", "/Acteurs/CGT", "/acteurs/cgt/index.html"])
def test_an_old_address_is_not_that_of_a_page_of_the_content(address: str) -> None:
    (found,) = check_old_addresses(content(actor("cgt"), actor("dreets", redirections=[address])))
    assert f"l'ancienne adresse « {address} » est celle de " in found.message


def test_an_old_address_belongs_to_one_page() -> None:
    (found,) = check_old_addresses(content(actor("cgt", redirections=["/a/"]), actor("dreets", redirections=["/A/index.html"])))
    assert "est déjà prise par" in found.message
