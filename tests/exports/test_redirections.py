from pathlib import Path

import pytest

from plugins.exports.redirections import file_of, redirections
from plugins.exports.writing import write_redirections
from tests.exports.sample import AT_WORK, PUBLISHED, actor, content

OLD = content(actor("france-travail", titre="France <b>Travail</b>", redirections=["/acteurs/pole-emploi/"]))


def test_an_old_address_leads_to_the_page_under_any_prefix() -> None:
    html = redirections(OLD, AT_WORK)["acteurs/pole-emploi/index.html"]
    assert '<meta http-equiv="refresh" content="0; url=../france-travail/">' in html
    assert '<link rel="canonical" href="../france-travail/">' in html
    assert '<body data-gabarit="redirection">' in html
    assert 'content="noindex"' in html


def test_the_canonical_address_is_public_when_there_is_one() -> None:
    html = redirections(OLD, PUBLISHED)["acteurs/pole-emploi/index.html"]
    assert '<link rel="canonical" href="https://exemple.fr/alliance/acteurs/france-travail/">' in html


def test_a_title_stays_text() -> None:
    html = redirections(OLD, AT_WORK)["acteurs/pole-emploi/index.html"]
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


def test_a_redirection_never_hides_a_page(tmp_path: Path) -> None:
    (tmp_path / "glossaire").mkdir()
    (tmp_path / "glossaire/index.html").write_text("le glossaire")
    found = list(write_redirections(tmp_path, {"glossaire/index.html": "…", "ancien/index.html": "nouveau"}))
    assert [str(one) for one in found] == [
        "glossaire/index.html: une ancienne adresse (« redirections ») est celle d'une page du site — l'enlever"
    ]
    assert (tmp_path / "glossaire/index.html").read_text() == "le glossaire"
    assert (tmp_path / "ancien/index.html").read_text() == "nouveau"


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("/page.html/x/", id="sous un fichier"),
        pytest.param("/a%00b/", id="caractère nul"),
        pytest.param("/" + "x" * 300, id="nom trop long"),
        pytest.param("/%2e%2e/%2e%2e/ailleurs/", id="hors du site"),
    ],
)
def test_an_address_that_no_file_can_have_is_told_not_raised(tmp_path: Path, address: str) -> None:
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    (folder / "page.html").write_text("…")
    (found,) = write_redirections(folder, {file_of(address): "…"})
    assert "ne peut pas être un fichier" in found.message
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["page.html"]
