from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from plugins.exports.addresses import Identity, check_identity
from plugins.exports.headers import PAGE_POLICY, headers, page_policy
from plugins.exports.indexing import indexable, robots, sitemap
from plugins.text.site_addresses import relative
from tests.exports.sample import AT_WORK, PUBLISHED

ROOT = Path(__file__).resolve().parents[2]


def test_the_sitemap_lists_what_was_built_except_what_asks_to_be_left_out(tmp_path: Path) -> None:
    for name, head in {"": "", "acteurs/cgt": "", "redaction": '<meta name="robots" content="noindex, nofollow">'}.items():
        (tmp_path / name).mkdir(parents=True, exist_ok=True)
        (tmp_path / name / "index.html").write_text(f"<!doctype html><head>{head}</head>")
    (tmp_path / "404.html").write_text("…")
    assert list(indexable(tmp_path)) == ["acteurs/cgt/", ""]


def test_the_sitemap_is_well_formed_and_absolute() -> None:
    root = ET.fromstring(sitemap(PUBLISHED, ["", "acteurs/a&b/"]))
    assert [element.text for element in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")] == [
        "https://exemple.fr/alliance/",
        "https://exemple.fr/alliance/acteurs/a&b/",
    ]


def test_robots_keep_out_of_the_pages_for_editors() -> None:
    assert robots(AT_WORK) == "User-agent: *\nDisallow: /redaction/\nDisallow: /admin/\n"
    assert robots(PUBLISHED).splitlines() == [
        "User-agent: *",
        "Disallow: /alliance/redaction/",
        "Disallow: /alliance/admin/",
        "Sitemap: https://exemple.fr/alliance/sitemap.xml",
    ]


def test_the_pages_and_the_header_file_have_one_policy() -> None:
    base = (ROOT / "theme/templates/base.html").read_text(encoding="utf-8")
    with_engine = "connect-src 'self'{{ ' ' ~ search.origin if search.origin }};"
    assert base.count(with_engine) == 1
    assert f'http-equiv="Content-Security-Policy" content="{PAGE_POLICY}"' in base.replace(with_engine, "connect-src 'self';")
    assert f"  Content-Security-Policy: {PAGE_POLICY}; frame-ancestors 'none'\n" in headers("theme-1234")


def test_where_the_editor_is_served_the_header_says_what_every_page_says() -> None:
    """A host adds up the headers that fit an address, and a browser obeys them all: that of the pages would stop the editor."""
    assert "  Content-Security-Policy: base-uri 'none'; frame-ancestors 'none'\n" in headers("theme-1234", editor=True)


def test_a_page_may_ask_the_engine_that_is_named_and_nobody_else() -> None:
    asked = page_policy("https://recherche.exemple.fr")
    assert asked == PAGE_POLICY.replace("connect-src 'self';", "connect-src 'self' https://recherche.exemple.fr;") != PAGE_POLICY
    assert asked in headers("theme-1234", "https://recherche.exemple.fr")


def test_the_policy_lets_a_page_load_from_its_own_site_alone() -> None:
    assert dict(rule.split(" ", 1) for rule in PAGE_POLICY.split("; ")) == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "font-src": "'self'",
        "img-src": "'self' data:",
        "connect-src": "'self'",
        "manifest-src": "'self'",
        "worker-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'self'",
    }


def test_the_themes_files_are_kept_because_their_folder_changes_with_them() -> None:
    assert "/theme-1234/*\n  Cache-Control: public, max-age=31536000, immutable\n" in headers("theme-1234")


@pytest.mark.parametrize(
    ("url", "page", "link"),
    [
        pytest.param("acteurs/cgt/", "reunions/x/", "../../acteurs/cgt/", id="d'une page à l'autre"),
        pytest.param("acteurs/cgt/", "", "acteurs/cgt/", id="depuis l'accueil"),
        pytest.param("", "acteurs/cgt/", "../../", id="vers l'accueil"),
        pytest.param("", "", "./", id="de l'accueil à lui-même"),
        pytest.param("acteurs/cgt/", "acteurs/cgt/", "../../acteurs/cgt/", id="vers soi"),
        pytest.param("acteurs/cgt/", "ancien.html", "acteurs/cgt/", id="depuis un fichier"),
        pytest.param("reunions/atom.xml", "reunions/x/", "../../reunions/atom.xml", id="vers un fichier"),
    ],
)
def test_a_relative_link_works_under_any_prefix(url: str, page: str, link: str) -> None:
    assert relative(url, page) == link


@pytest.mark.parametrize("address", ["", "https://exemple.fr/alliance"])
def test_a_copy_for_work_and_a_public_address_are_fine(address: str) -> None:
    assert list(check_identity(Identity("Site", "", address), address)) == []


def test_an_address_that_is_none_forbids_publication_and_is_shown_on_one_line() -> None:
    (found,) = check_identity(Identity("Site", "", "https://exemple.fr/\nX-EVIL: 1"), "")
    assert str(found).startswith("SITE_ADDRESS: « https://exemple.fr/\\nX-EVIL: 1 » : elle tient sur une seule ligne")


def test_what_pelican_writes_before_links_is_an_address_too() -> None:
    (found,) = check_identity(Identity("Site"), "ftp://exemple.fr")
    assert str(found).startswith("SITEURL: « ftp://exemple.fr » : elle commence par https://")


def test_a_site_has_a_name() -> None:
    (found,) = check_identity(Identity(" "), "")
    assert str(found).startswith("SITENAME: le nom du site est vide")
