"""What the pages of the site show of the backlinks."""

import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.site

MEETING = "reunions/2021-10-15-commission-4"


def read(site: Path, key: str) -> str:
    return (site / key / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("key", ["acteurs/cgt", "demarche/aller-vers", "familles/protection-et-action-sociale"])
def test_each_passage_leads_to_a_paragraph_that_holds_the_words_shown(built_site: Path, key: str) -> None:
    shown = re.findall(
        rf'<mark>([^<]+)</mark>[^<]*<a class="mention-lien" href="\.\./\.\./{MEETING}/#([\w-]+)"', read(built_site, key)
    )
    meeting = read(built_site, MEETING)
    assert len(shown) > 3
    for words, anchor in shown:
        block = meeting[meeting.index(f'id="{anchor}"') :]
        assert words in re.sub(r"<[^>]+>", "", block[:6000]), anchor


def test_the_meeting_and_the_actor_give_the_same_count(built_site: Path) -> None:
    cited = re.search(r'href="\.\./\.\./acteurs/cgt/"[^>]*>CGT</a> <span class="cites-compte">(\d+)', read(built_site, MEETING))
    told = re.search(r"15\xa0octobre\xa02021</time>, (\d+)\xa0mentions", read(built_site, "acteurs/cgt"))
    assert cited
    assert told
    assert cited[1] == told[1]


def test_what_a_meeting_attributes_leads_to_its_entries(built_site: Path) -> None:
    entries = re.findall(rf'href="\.\./\.\./{MEETING}/#([a-z]\d+)">Lire', read(built_site, "acteurs/cgt"))
    meeting = read(built_site, MEETING)
    assert {"c3", "q2", "p2"} <= set(entries)
    assert all(f'id="{name}"' in meeting for name in entries)
