"""The description by which a browser searches the site from its own bar."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from plugins.search.opensearch import description, short
from tests.sample import ADDRESS

SPACE = {"o": "http://a9.com/-/spec/opensearch/1.1/"}


def test_the_words_typed_go_to_the_search_page_at_the_public_address():
    found = ET.fromstring(description("L’alliance & <co>", "Qui aide ?", "https://exemple.fr/base?a&b"))
    texts = {
        name: found.findtext(f"o:{name}", namespaces=SPACE) for name in ("ShortName", "LongName", "Description", "InputEncoding")
    }
    assert texts == {
        "ShortName": "L’alliance &",
        "LongName": "L’alliance & <co>",
        "Description": "Qui aide ?",
        "InputEncoding": "UTF-8",
    }
    address = found.find("o:Url", SPACE)
    assert address.attrib == {
        "type": "text/html",
        "method": "get",
        "template": "https://exemple.fr/base?a&b/recherche/?q={searchTerms}",
    }


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Alliance", "Alliance"),
        ("Aller vers, aller dans", "Aller vers"),
        ("Alliance de Normandie pour l’emploi", "Alliance de"),
        ("Anticonstitutionnellement", "Anticonstitution"),
        ("", ""),
    ],
    ids=["entier", "sans virgule à la fin", "mots entiers", "un mot trop long", "vide"],
)
def test_a_short_name_holds_in_sixteen_letters(name, expected):
    assert short(name) == expected


@pytest.mark.site
def test_every_published_page_names_it_at_its_whole_address(published: Path) -> None:
    for page in (published / "index.html", published / "acteurs/union-des-metiers/index.html"):
        link = re.search(r'<link rel="search" [^>]*>', page.read_text(encoding="utf-8"))
        assert link is not None
        assert f'href="{ADDRESS}/opensearch.xml"' in link[0]
        assert 'type="application/opensearchdescription+xml"' in link[0]
    assert ET.parse(published / "opensearch.xml").getroot().find("o:Url", SPACE) is not None


@pytest.mark.site
def test_a_site_without_a_public_address_has_none(built_site: Path) -> None:
    assert not (built_site / "opensearch.xml").exists()
    assert 'rel="search"' not in (built_site / "index.html").read_text(encoding="utf-8")
