"""What the pages of the site show of the backlinks."""

import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.site

MEETING = "reunions/2026-09-17-comite"


def read(site: Path, key: str) -> str:
    return (site / key / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("key", ["acteurs/union-des-metiers", "demarche/aller-vers", "familles/soutien"])
def test_each_passage_leads_to_a_paragraph_that_holds_the_words_shown(built_site: Path, key: str) -> None:
    shown = re.findall(
        rf'<mark>([^<]+)</mark>[^<]*<a class="mention-link" href="\.\./\.\./{MEETING}/#([\w-]+)"', read(built_site, key)
    )
    meeting = read(built_site, MEETING)
    assert len(shown) >= 3
    for words, anchor in shown:
        block = meeting[meeting.index(f'id="{anchor}"') :]
        assert words in re.sub(r"<[^>]+>", "", block[:6000]), anchor


def test_the_meeting_and_the_actor_give_the_same_count(built_site: Path) -> None:
    cited = re.search(
        r'href="\.\./\.\./acteurs/union-des-metiers/"[^>]*>Union des métiers</a> <span class="cited-count">(\d+)',
        read(built_site, MEETING),
    )
    told = re.search(r"17\xa0septembre\xa02026</time>, (\d+)\xa0mentions", read(built_site, "acteurs/union-des-metiers"))
    assert cited
    assert told
    assert cited[1] == told[1]


def test_what_a_meeting_attributes_leads_to_its_entries(built_site: Path) -> None:
    entries = re.findall(rf'href="\.\./\.\./{MEETING}/#([a-z]\d+)">Lire', read(built_site, "acteurs/union-des-metiers"))
    meeting = read(built_site, MEETING)
    assert {"c3", "q2", "p1"} <= set(entries)
    assert all(f'id="{name}"' in meeting for name in entries)
