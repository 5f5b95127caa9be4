"""What holds for any page, however broken: one linking is enough, no letter changes, no character is cut."""

import re
import unicodedata
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.markup.body import Body
from plugins.markup.reading import read
from tests.crosslinks.test_linking import linked
from tests.markup.sample import guarded

MARKS = [
    *("<strong>", "</strong>", "<em>", "</em>", "<B>", "</B>", "<a href='x'>", "</a>", '<a class="actor" href="x">', "<code>"),
    *(
        "</code>",
        "<p>",
        "</p>",
        "<h2>",
        "</h2>",
        "<h3 id=UDM>",
        "</h3>",
        "<br>",
        "<br/>",
        "<ul><li>",
        "</li></ul>",
        "<td>",
        "</td>",
    ),
    *(
        "<div class='speech' data-actors='union'>",
        "</div>",
        "<!-- x -->",
        "<img alt='UDM'>",
        "&amp;",
        "&nbsp;",
        "&shy;",
        "&#233;",
    ),
]
WORDS = [
    *(
        "UDM",
        "Agence",
        "Avenir",
        "la CAF",
        "C.A.F.",
        "Mme Vasseur",
        "MM. Marchal et Le Maire",
        "MM. ",
        "Mmes ",
        "M. P. Brunel",
        ", ",
    ),
    *(
        " et ",
        "Brunel",
        "l’Éducation partagée",
        "médiateur(e)s socio culturel(le)s",
        "Le Relais",
        "caf.fr",
        "http://caf.fr/",
        "@",
        ".pdf",
    ),
]
LETTERS = st.text(
    alphabet=st.sampled_from("UDMCAF aeé\u0301œ’'‑-.,()&;<>/\"=\n\u00a0\u00ad\u200b\U0001f600Vasur0\u2028"), max_size=12
)
PAGES = st.lists(st.sampled_from(WORDS + MARKS) | LETTERS, max_size=30).map("".join)
POLICIES = st.sampled_from(["mention", "section", "page"])


def text_of(body: Body) -> str:
    """The text of all blocks, without the spaces before each."""
    return re.sub(r"(^|\ufffc)\s+", r"\1", body.text)


@settings(max_examples=400, deadline=None)
@given(PAGES, POLICIES)
def test_linking_twice_is_linking_once(html: str, policy: Any) -> None:
    once = linked(html, policy)
    twice = linked(read(once.html), policy)
    assert twice.html == once.html
    assert [(m.surface, m.target) for m in twice.mentions if m.counts] == [
        (m.surface, m.target) for m in once.mentions if m.counts
    ]


@settings(max_examples=400, deadline=None)
@given(PAGES, POLICIES)
def test_taking_the_links_away_gives_the_text_back_to_the_letter(html: str, policy: Any) -> None:
    body = guarded(html)
    assert text_of(read(linked(body, policy).html)) == text_of(body)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(WORDS + MARKS), max_size=30).map("".join), POLICIES)
def test_nothing_but_tags_is_added_to_a_page(html: str, policy: Any) -> None:
    body = guarded(html)
    assert re.sub(r"<[^<>]+>", "", linked(body, policy).html) == re.sub(r"<[^<>]+>", "", body.html)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(WORDS) | LETTERS, max_size=20).map("".join))
def test_offsets_fall_on_whole_characters(text: str) -> None:
    found = linked(f"<p>{text}</p>")
    for mention in found.mentions:
        assert mention.block[mention.start : mention.end] == mention.surface
        following = mention.block[mention.end : mention.end + 1]
        assert not (following and unicodedata.combining(following))
