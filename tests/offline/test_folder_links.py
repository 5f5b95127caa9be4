"""Links of a page that is opened from a folder."""

import pytest

from plugins.offline.folder_links import for_a_folder, with_file_name


@pytest.mark.parametrize(
    ("address", "written"),
    [
        pytest.param("../../acteurs/cgt/", "../../acteurs/cgt/index.html", id="a page"),
        pytest.param("../../acteurs/cgt/#offre", "../../acteurs/cgt/index.html#offre", id="a part of a page"),
        pytest.param("../comparer/?acteur=cgt&acteur=caf", "../comparer/index.html?acteur=cgt&acteur=caf", id="a state"),
        pytest.param("./", "./index.html", id="the same folder"),
        pytest.param("../..", "../../index.html", id="a folder above, without its slash"),
        pytest.param(".", "./index.html", id="this folder, without its slash"),
        pytest.param("#contenu", "#contenu", id="the same page"),
        pytest.param("?q=caf", "?q=caf", id="the same page, asked something"),
        pytest.param("", "", id="nothing"),
        pytest.param("../theme-a/css/site.css", "../theme-a/css/site.css", id="a file"),
        pytest.param("https://www.caf.fr/", "https://www.caf.fr/", id="another site"),
        pytest.param("//www.caf.fr/", "//www.caf.fr/", id="another site, without its scheme"),
        pytest.param("mailto:accueil@exemple.fr", "mailto:accueil@exemple.fr", id="a letter"),
        pytest.param("tel:+33200000000", "tel:+33200000000", id="a telephone"),
    ],
)
def test_an_address_ends_with_the_name_of_a_file(address: str, written: str) -> None:
    assert with_file_name(address) == written


@pytest.mark.parametrize(
    ("html", "written"),
    [
        pytest.param('<a class="x" href="../a/">A</a>', '<a class="x" href="../a/index.html">A</a>', id="a link"),
        pytest.param('<a href="../a/?x=1&amp;y=2">A</a>', '<a href="../a/index.html?x=1&amp;y=2">A</a>', id="an ampersand"),
        pytest.param('<form action="../a-z/" method="get">', '<form action="../a-z/index.html" method="get">', id="a form"),
        pytest.param(
            '<meta http-equiv="refresh" content="0; url=../b/">',
            '<meta http-equiv="refresh" content="0; url=../b/index.html">',
            id="a page that moved",
        ),
        pytest.param(
            '<code>&lt;a href="../a/"&gt;</code>', '<code>&lt;a href="../a/"&gt;</code>', id="a text that shows a link stays"
        ),
        pytest.param('<script src="../j/s.js" defer></script>', '<script src="../j/s.js" defer></script>', id="a script"),
        pytest.param('\n  <link rel="manifest" href="../m.webmanifest">', "", id="a manifest, which browsers refuse on a disk"),
        pytest.param('<form data-root="../" data-index="../i.js">', '<form data-root="../" data-index="../i.js">', id="data"),
    ],
)
def test_a_page_keeps_all_but_its_links(html: str, written: str) -> None:
    assert for_a_folder(html) == written


def test_the_policy_lets_files_of_the_folder_in_and_nothing_else() -> None:
    page = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'\">"
    written = for_a_folder(page)
    assert "default-src 'none'; script-src 'self' file:" in written
    assert "unsafe" not in written
