"""The second guard: HTML that passed the parser is cleaned all the same."""

from __future__ import annotations

import pytest

from plugins.diagnostics import Place
from plugins.markup.guard import sanitize
from plugins.reading.dialect import parser
from plugins.reading.markdown import read, resolved, write
from plugins.reading.reserved import Reserved


@pytest.mark.parametrize(
    ("html", "clean"),
    [
        pytest.param('<a href="javascript:x">a</a>', "<a>a</a>", id="script pour adresse"),
        pytest.param('<a href="JaVaScRiPt:x">a</a>', "<a>a</a>", id="majuscules"),
        pytest.param('<a href="java&#10;script:x">a</a>', "<a>a</a>", id="saut de ligne"),
        pytest.param('<a href="vbscript:x">a</a>', "<a>a</a>", id="autre script"),
        pytest.param('<a href="data:text/html,x">a</a>', "<a>a</a>", id="données"),
        pytest.param('<img src="javascript:x" alt="">', '<img alt="">', id="image"),
        pytest.param("<script>x</script>a", "a", id="script"),
        pytest.param("<style>x</style>a", "a", id="style"),
        pytest.param('<p onclick="x" style="y">a</p>', "<p>a</p>", id="gestionnaire et style"),
        pytest.param("<iframe src='x'></iframe><object></object><form>a</form>", "a", id="éléments inconnus"),
        pytest.param("a<!-- b -->", "a", id="commentaire"),
        pytest.param('<a href="../b/" target="_top">a</a>', '<a href="../b/">a</a>', id="lien du site"),
        pytest.param('<a href="tel:+33100000000">a</a>', '<a href="tel:+33100000000">a</a>', id="téléphone"),
    ],
)
def test_what_a_browser_would_run_is_taken_away(html: str, clean: str) -> None:
    assert sanitize(html) == clean


def test_a_body_passes_through_it_even_if_the_parser_lets_something_through() -> None:
    careless = parser()
    careless.options["html"] = True
    careless.validateLink = lambda _: True  # type: ignore[method-assign]
    careless.enable(["html_inline", "html_block"])
    page = read("<b onclick=x>a</b> <script>y</script> [z](javascript:z)", Place("x.md"), {}, careless, Reserved())
    html = write(page, resolved((link.typed for link in page.links), page.place, str), careless).html
    assert "<b>a</b>" in html
    assert ">z</a>" in html
    assert not [bad for bad in ("onclick", "script", "javascript") if bad in html]
