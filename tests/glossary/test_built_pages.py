"""What the pages of the site show of the glossary."""

import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.site

MEETING = "reunions/2026-09-17-comite"


def read(site: Path, key: str) -> str:
    return (site / key / "index.html").read_text(encoding="utf-8")


def test_a_section_explains_an_acronym_once_and_leads_to_its_entry(built_site: Path) -> None:
    body = re.search(r'<article class="prose.*?</article>', read(built_site, MEETING), re.DOTALL)
    assert body
    sections = re.split(r"<h[2-6] ", body[0])
    marks = [section.count('href="../../glossaire/#qpv"') for section in sections]
    assert max(marks) == 1
    assert sum(marks) == sum(bool(re.search(r"\bQPV\b", section.partition("</h")[2])) for section in sections[1:])
    assert 'id="qpv"' in read(built_site, "glossaire")


def test_an_actors_acronym_is_explained_in_its_link_and_its_page_leads_to_the_entry(built_site: Path) -> None:
    link = re.search(r'<a class="actor" href="../../acteurs/caisse-de-soutien/"[^>]*>(<abbr.*?)</a>', read(built_site, MEETING))
    assert link
    assert link[1] == '<abbr title="Caisse de soutien aux familles">CSF</abbr>'
    assert 'href="../../glossaire/#csf"' in read(built_site, "acteurs/caisse-de-soutien")


def test_no_link_of_the_glossary_stands_in_another_link_or_in_a_heading(built_site: Path) -> None:
    for page in built_site.rglob("index.html"):
        for inside in re.findall(r"<(a|h[1-6])\b[^>]*>(.*?)</\1>", page.read_text(encoding="utf-8"), re.DOTALL):
            assert 'class="glossary"' not in inside[1], page
