from datetime import date
from html import unescape
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.exports.feed import LATEST, WHOLE, FeedEntry, absolute_links, feed
from tests.exports.sample import PUBLISHED

ATOM = "{http://www.w3.org/2005/Atom}"
TODAY = date(2026, 11, 25)
PAGE = "https://exemple.fr/alliance/reunions/octobre/"


def entry(
    day: date = date(2021, 10, 15), html: str = "<p>…</p>", title: str = "Réunion d'octobre", url: str = "reunions/octobre/"
) -> FeedEntry:
    return FeedEntry(url, title, day, "Une phrase.", html)


def test_a_reader_gets_what_atom_requires_of_a_feed_and_of_its_entries() -> None:
    root = ET.fromstring(feed(PUBLISHED, [entry()], TODAY))
    for element in (root, *root.iter(ATOM + "entry")):
        for name in ("id", "title", "updated"):
            assert element.findtext(ATOM + name), f"{element.tag} sans {name} (RFC 4287 § 4.1)"
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "Le site"
    assert {link.get("rel"): link.get("href") for link in root.findall(ATOM + "link")} == {
        "self": "https://exemple.fr/alliance/reunions/atom.xml",
        "alternate": "https://exemple.fr/alliance/reunions/",
    }
    assert root.findtext(ATOM + "id") == "https://exemple.fr/alliance/reunions/atom.xml"
    assert root.findtext(ATOM + "rights") == "Licence Ouverte 2.0"


def test_a_summary_is_read_as_it_was_written() -> None:
    told = FeedEntry("reunions/x/", "T", TODAY, "« A < B » & l'élan", "<p>a</p>")
    summary = ET.fromstring(feed(PUBLISHED, [told], TODAY)).find(f"{ATOM}entry/{ATOM}summary")
    assert summary is not None
    assert (summary.get("type"), unescape(summary.text or "")) == ("html", "« A < B » & l'élan")


def test_dates_are_those_of_france_with_their_offset() -> None:
    root = ET.fromstring(feed(PUBLISHED, [entry(date(2021, 10, 15)), entry(date(2021, 12, 17), url="reunions/decembre/")], TODAY))
    assert [one.findtext(ATOM + "updated") for one in root.iter(ATOM + "entry")] == [
        "2021-12-17T00:00:00+01:00",
        "2021-10-15T00:00:00+02:00",
    ]
    assert root.findtext(ATOM + "updated") == "2021-12-17T00:00:00+01:00"


def test_only_the_latest_meetings_are_kept() -> None:
    many = [entry(date(2000 + number, 1, 1), url=f"reunions/{number}/") for number in range(LATEST + 5)]
    ids = [one.findtext(ATOM + "id") for one in ET.fromstring(feed(PUBLISHED, many, TODAY)).iter(ATOM + "entry")]
    assert len(ids) == LATEST
    assert ids[0] == f"https://exemple.fr/alliance/reunions/{LATEST + 4}/"


def test_a_feed_without_meetings_is_still_a_feed() -> None:
    assert ET.fromstring(feed(PUBLISHED, [], TODAY)).findtext(ATOM + "updated") == "2026-11-25T00:00:00+01:00"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        pytest.param("../../acteurs/cgt/", "https://exemple.fr/alliance/acteurs/cgt/", id="page du site"),
        pytest.param("#p-12345678", PAGE + "#p-12345678", id="ancre de la page"),
        pytest.param("../../glossaire/#qpv", "https://exemple.fr/alliance/glossaire/#qpv", id="ancre d'une autre page"),
        pytest.param("https://ailleurs.fr/x?a=1&amp;b=2", "https://ailleurs.fr/x?a=1&amp;b=2", id="autre site, tel quel"),
        pytest.param("mailto:contact@exemple.fr", "mailto:contact@exemple.fr", id="courriel, tel quel"),
    ],
)
def test_links_lead_from_the_page_not_from_the_feed(written: str, read: str) -> None:
    assert (
        absolute_links(f'<p><a class="actor" href="{written}">CGT</a></p>', PAGE)
        == f'<p><a class="actor" href="{read}">CGT</a></p>'
    )


def test_text_that_looks_like_a_link_is_left_alone() -> None:
    html = '<p>écrire href=&quot;../x/&quot; &lt;a href="../x/"&gt;</p>'
    assert absolute_links(html, PAGE) == html


@given(st.text())
def test_any_title_and_body_make_well_formed_xml(text: str) -> None:
    root = ET.fromstring(feed(PUBLISHED, [entry(title=text, html=text)], TODAY))
    assert root.find(f"{ATOM}entry/{ATOM}content").get("type") == "html"


def test_minutes_that_were_corrected_come_back_first_with_the_day_of_the_correction() -> None:
    corrected = FeedEntry("reunions/mai/", "Mai", date(2021, 5, 2), "", "<p>a</p>", changed=date(2022, 1, 10))
    entries = list(ET.fromstring(feed(PUBLISHED, [entry(), corrected], TODAY)).iter(ATOM + "entry"))
    assert [(one.findtext(ATOM + "published"), one.findtext(ATOM + "updated")) for one in entries] == [
        ("2021-05-02T00:00:00+02:00", "2022-01-10T00:00:00+01:00"),
        ("2021-10-15T00:00:00+02:00", "2021-10-15T00:00:00+02:00"),
    ]


def test_the_newest_entries_are_whole_and_the_others_lead_to_their_page() -> None:
    many = [entry(date(2000 + number, 1, 1), url=f"reunions/{number}/") for number in range(WHOLE + 3)]
    entries = ET.fromstring(feed(PUBLISHED, many, TODAY)).findall(f"{ATOM}entry")
    assert [one.find(f"{ATOM}content") is not None for one in entries] == [True] * WHOLE + [False] * 3
    assert all(one.find(f"{ATOM}link") is not None for one in entries)
