"""What a built site offers to machines, at work and published."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from icalendar import Calendar

from tests.sample import ADDRESS

pytestmark = pytest.mark.site


def test_an_old_address_leads_to_the_page(built_site: Path) -> None:
    html = (built_site / "acteurs/bureau-de-placement/index.html").read_text(encoding="utf-8")
    (link,) = re.findall(r'content="0; url=([^"]+)"', html)
    assert (built_site / "acteurs/bureau-de-placement" / link / "index.html").resolve() == (
        (built_site / "acteurs/agence-du-travail/index.html").resolve()
    )


def test_the_open_data_are_there_and_lead_to_the_pages(built_site: Path) -> None:
    folder = built_site / "donnees-ouvertes"
    for name, key in (("acteurs.json", "acteurs"), ("glossaire.json", "termes"), ("mentions.json", "mentions")):
        rows = json.loads((folder / name).read_text(encoding="utf-8"))[key]
        assert rows
        assert all((folder / row["page"].partition("#")[0] / "index.html").is_file() for row in rows)
    assert len((folder / "acteurs.csv").read_text(encoding="utf-8").splitlines()) == 1 + len(
        json.loads((folder / "acteurs.json").read_text(encoding="utf-8"))["acteurs"]
    )


def test_the_page_about_data_leads_to_every_file_that_it_serves(built_site: Path) -> None:
    html = (built_site / "donnees/index.html").read_text(encoding="utf-8")
    told = {link.removeprefix("../") for link in re.findall(r'href="([^"#]+)"', html) if "donnees-ouvertes/" in link}
    served = {one.relative_to(built_site).as_posix() for one in (built_site / "donnees-ouvertes").rglob("*") if one.is_file()}
    assert told == served


def test_a_page_of_the_content_leads_to_its_data(built_site: Path) -> None:
    page = built_site / "acteurs/agence-du-travail/index.html"
    (link,) = re.findall(r'<link rel="alternate" type="application/json" [^>]*href="([^"]+)"', page.read_text(encoding="utf-8"))
    assert json.loads((page.parent / link).read_text(encoding="utf-8"))["acteurs"][0]["slug"] == "agence-du-travail"


def test_without_a_public_address_nothing_pretends_to_have_one(built_site: Path) -> None:
    assert not (built_site / "sitemap.xml").exists()
    assert not (built_site / "reunions/atom.xml").exists()
    assert "Sitemap" not in (built_site / "robots.txt").read_text(encoding="utf-8")
    assert 'rel="canonical"' not in (built_site / "index.html").read_text(encoding="utf-8")


def test_the_structured_data_of_every_page_are_json(built_site: Path) -> None:
    kinds = set()
    for page in built_site.rglob("index.html"):
        for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.read_text(encoding="utf-8")):
            kinds.add(json.loads(block)["@type"])
    assert {"WebSite", "Organization", "Event", "FAQPage", "DefinedTermSet", "Occupation"} <= kinds


def test_the_sitemap_lists_the_pages_that_exist_and_no_other(published: Path) -> None:
    root = ET.fromstring((published / "sitemap.xml").read_text(encoding="utf-8"))
    listed = {
        (one.text or "").removeprefix(ADDRESS + "/") for one in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    }
    assert all((published / url / "index.html").is_file() for url in listed)
    assert {"", "acteurs/union-des-metiers/", "reunions/2026-09-17-comite/"} <= listed
    assert not {"acteurs/bureau-de-placement/", "redaction/", "404.html"} & listed


def test_the_canonical_address_of_a_page_is_its_own(published: Path) -> None:
    for url in ("", "acteurs/union-des-metiers/", "glossaire/", "reunions/2026-09-17-comite/"):
        html = (published / url / "index.html").read_text(encoding="utf-8")
        assert re.findall(r'<link rel="canonical" href="([^"]+)">', html) == [f"{ADDRESS}/{url}"]
        assert f'href="{ADDRESS}/reunions/atom.xml"' in html


def test_every_link_of_the_feed_is_absolute(published: Path) -> None:
    root = ET.fromstring((published / "reunions/atom.xml").read_text(encoding="utf-8"))
    html = "".join(one.text or "" for one in root.iter("{http://www.w3.org/2005/Atom}content"))
    links = re.findall(r'href="([^"]*)"', html) + [one.get("href", "") for one in root.iter("{http://www.w3.org/2005/Atom}link")]
    assert len(links) >= 15
    assert all(link.startswith("https://") for link in links)


def test_the_next_meeting_goes_into_a_diary(published: Path) -> None:
    assert {one.relative_to(published).as_posix() for one in published.rglob("*.ics")} == {
        "reunions/prochaine.ics",
        "reunions/toutes.ics",
        "acteurs/comite-local/prochaine.ics",
    }
    file = published / "acteurs/comite-local/prochaine.ics"
    event = Calendar.from_ical(file.read_text(encoding="utf-8")).walk("VEVENT")[0]
    assert str(event.decoded("DTSTART")) == "2026-12-17 09:30:00+01:00"
    assert event["URL"].startswith(ADDRESS + "/")
    assert 'data-module="annonce"' in (published / "index.html").read_text(encoding="utf-8")
