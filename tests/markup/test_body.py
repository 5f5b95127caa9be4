"""HTML read block by block and written again with additions, all else to the byte."""

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.markup.reading import read
from plugins.markup.rewriting import AddedAttribute, Wrap, rewrite
from plugins.text.words import OBJECT
from tests.markup.sample import guarded


@pytest.mark.parametrize(
    ("html", "text"),
    [
        pytest.param("<p>a <b>b</b></p><p>c</p>", f"a b{OBJECT}c{OBJECT}", id="deux paragraphes"),
        pytest.param("<ul>\n<li>a</li>\n<li>b</li>\n</ul>", f"a{OBJECT}b{OBJECT}", id="puces, blancs entre elles"),
        pytest.param("a&nbsp;b &amp;c &nope;", f"a\u00a0b &c &nope;{OBJECT}", id="entités"),
        pytest.param("a<br>\nb<br>c<wbr>d", f"a\nb\ncd{OBJECT}", id="retours à la ligne"),
        pytest.param("a<img alt='x'>b", f"a{OBJECT}b{OBJECT}", id="image"),
        pytest.param("<!-- <p>x</p> -->a", f"a{OBJECT}", id="commentaire"),
        pytest.param("a < b > c", f"a < b > c{OBJECT}", id="chevrons qui ne sont pas des balises"),
        pytest.param("</p>a</b>", f"a{OBJECT}", id="balises fermantes de trop"),
        pytest.param(f'<p><a title="{"x" * 20_000}" href="y">a</a> b</p>', f"a b{OBJECT}", id="attribut très long"),
        pytest.param("", "", id="rien"),
    ],
)
def test_the_text_of_a_page(html: str, text: str) -> None:
    assert guarded(html).text == text


def test_links_and_code_are_no_text_to_search_but_our_links_are() -> None:
    page = read('<p>a <a href="x">b</a> <code>c</code> <a class="actor" href="y">d</a></p>')
    assert page.searched == f"a {OBJECT} {OBJECT} d{OBJECT}"
    assert [one.why for one in page.closed] == ["lien", "code", "lien du site"]


def test_a_block_knows_its_anchor_its_section_and_who_speaks() -> None:
    page = read('<h2 id="t">T</h2><div class="speech" data-actors="a b"><p id="p-1">x</p><ul><li>y</li></ul></div>')
    assert [(b.anchor, b.section, b.section_id, b.heading, b.speech) for b in page.blocks] == [
        ("t", 1, "t", True, ()),
        ("p-1", 1, "t", False, ("a", "b")),
        ("", 1, "t", False, ("a", "b")),
    ]


@pytest.mark.parametrize(
    ("html", "span", "written"),
    [
        pytest.param("<p>a b c</p>", (2, 3), "<p>a <i>b</i> c</p>", id="un mot"),
        pytest.param("<p>a &amp; b</p>", (2, 3), "<p>a <i>&amp;</i> b</p>", id="une entité entière"),
        pytest.param("<p><b>a</b> c</p>", (0, 3), "<p><i><b>a</b> c</i></p>", id="une balise entière"),
        pytest.param("<p><b>a b</b> c</p>", (2, 5), "<p><b>a </b><i><b>b</b> c</i></p>", id="une balise entamée"),
        pytest.param("<p>a <b>b c</b></p>", (0, 3), "<p><i>a <b>b</b></i><b> c</b></p>", id="une balise quittée"),
    ],
)
def test_an_element_is_put_around_a_span(html: str, span: tuple[int, int], written: str) -> None:
    assert rewrite(read(html), [Wrap(*span, "i", ())]) == written


def test_a_page_without_additions_is_the_page() -> None:
    html = '<p class="x">é&amp;<br></p>'
    assert rewrite(read(html), []) is html


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<p>a", id="une balise ouverte"),
        pytest.param("a</p>", id="une balise fermante de trop"),
        pytest.param("<b><i>a</b></i>", id="des balises croisées"),
        pytest.param("<!-- a --><p>b</p>", id="un commentaire"),
        pytest.param("<P>a</P>", id="des capitales"),
    ],
)
def test_html_that_the_guard_would_not_write_is_refused(html: str) -> None:
    with pytest.raises(ValueError, match="guard"):
        read(html)


MARKS = "<p> </p> <ul><li> </li></ul> <b> </b> <em> </em> <code> </code> <a> </a> <h2> </h2> <br> <img> <div> &amp; &shy; < & é \n".split(
    " "
)


@given(st.lists(st.sampled_from(MARKS) | st.text(max_size=5), max_size=30).map("".join))
def test_each_character_of_the_text_stands_where_the_source_has_it(html: str) -> None:
    body = guarded(html)
    for at, char in enumerate(body.text):
        if char not in (OBJECT, "\n"):
            assert unescape(body.html[body.source_start(at) : body.source_end(at + 1)]) == char


def test_lines_end_where_a_person_sees_them_end() -> None:
    body = read("<p>a\nb<br>\nc<br>d &amp; <b>e</b><img>f</p><p>g</p>")
    assert [body.lines(block) for block in body.blocks] == ["a b\nc\nd & e\nf", "g"]


def test_elements_stand_one_in_another_and_end_in_their_order() -> None:
    link, abbr, next_one = (Wrap(0, 5, "a", ()), Wrap(2, 5, "abbr", ()), Wrap(5, 6, "i", ()))
    assert rewrite(read("<p>laCAF.</p>"), [abbr, next_one, link]) == "<p><a>la<abbr>CAF</abbr></a><i>.</i></p>"


def test_an_attribute_is_added_once_and_escaped() -> None:
    page = read("<p>a</p>")
    element = page.blocks[0].element
    assert element
    once = rewrite(page, [], [AddedAttribute(element, "data-qui", '"A" & B')])
    assert once == '<p data-qui="&quot;A&quot; &amp; B">a</p>'
    again = read(once)
    assert again.blocks[0].element
    assert rewrite(again, [], [AddedAttribute(again.blocks[0].element, "data-qui", "C")]) == once
