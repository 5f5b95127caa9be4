"""What a built site offers to machines, at work and published."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from html import unescape
from importlib import import_module
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from icalendar import Calendar

from tests.sample import ADDRESS

pytestmark = pytest.mark.site
Node = dict[str, Any]


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


def test_the_example_that_the_page_about_data_gives_can_be_run_as_it_is(published: Path) -> None:
    html = (published / "donnees/index.html").read_text(encoding="utf-8")
    (code,) = re.findall(r"<pre[^>]*><code>(.*?)</code></pre>", html, re.DOTALL)
    assert f"{ADDRESS}/donnees-ouvertes/acteurs.json" in code
    program = unescape(code).replace(ADDRESS, published.as_uri())
    run = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        env={"PYTHONIOENCODING": "utf-8"},
    )
    assert "Médiateurs de rue 02 00 00 00 00" in run.stdout


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
    assert {"WebSite", "WebPage", "Organization", "Event", "FAQPage", "DefinedTermSet", "Occupation", "DataCatalog"} <= kinds


def faults(node: Node) -> Iterator[str]:
    """What schema.org does not know in a node: its type, a property, a thing where that property wants another."""
    known = type_of(node["@type"])
    properties = {field.alias for field in known.__fields__.values()}
    for name, value in node.items():
        if name not in properties:
            yield f"{node['@type']} has no property {name}"
        elif not name.startswith("@"):
            wanted = next(one.__annotations__[name] for one in known.__mro__ if name in vars(one).get("__annotations__", {}))
            for inner in (one for one in (value if isinstance(value, list) else [value]) if isinstance(one, dict)):
                if not any(
                    f"{one.__name__!r}" in wanted or f'"{one.__name__}"' in wanted for one in type_of(inner["@type"]).__mro__
                ):
                    yield f"{node['@type']}.{name} is no {inner['@type']}"
                yield from faults(inner)


def type_of(name: str) -> Any:
    return getattr(import_module(f"pydantic2_schemaorg.{name}"), name)


def test_schema_org_knows_all_that_the_structured_data_say(published: Path) -> None:
    found = set()
    for page in published.rglob("index.html"):
        for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.read_text(encoding="utf-8")):
            found |= {(page.relative_to(published).as_posix(), fault) for fault in faults(json.loads(block))}
    assert found == set()


@pytest.mark.parametrize(
    "node",
    [
        pytest.param({"@type": "Event", "telephone": "3949"}, id="une propriété d'un autre type"),
        pytest.param({"@type": "Event", "organizer": {"@type": "Event"}}, id="une chose à la place d'une autre"),
    ],
)
def test_what_schema_org_does_not_know_is_found(node: Node) -> None:
    assert list(faults(node))


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
    assert 'data-module="banner"' in (published / "index.html").read_text(encoding="utf-8")
