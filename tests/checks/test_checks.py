from pathlib import Path

import pytest

from plugins.checks.safety import check_style_sheet, style_sheet_addresses
from plugins.checks.site import check_site
from plugins.checks.tags import read

PAGE = """<!doctype html>
<html lang="fr"><head><title>{title}</title>{head}</head>
<body data-template="page"><main><h1>Titre</h1>{body}</main></body></html>
"""


def page(body: str = "", *, title: str = "Titre", head: str = "") -> str:
    return PAGE.format(title=title, head=head, body=body)


def site(folder: Path, pages: dict[str, str]) -> list[str]:
    for name, text in {"index.html": page(title="Accueil"), **pages}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return [str(diagnostic) for diagnostic in check_site(folder, "https://alliance.example/base")]


def test_a_sound_site_raises_nothing(tmp_path: Path) -> None:
    body = (
        '<h2 id="a">A</h2><p id="p-1"><a href="#a">ici</a> <a href="../../">accueil</a> <a href="../cgt/">soi</a>'
        ' <a href="../../index.html?q=1#">fichier</a> <a href="mailto:a@b.example">écrire</a> <a href="https://x.example">ailleurs</a>'
        '<svg><title>Un dessin</title></svg><script type="application/ld+json">{"a": "<b>"}</script></p>'
    )
    canonical = '<link rel="canonical" href="https://alliance.example/base/acteurs/cgt/">'
    pages = {
        "acteurs/cgt/index.html": page(body, title="CGT", head=canonical),
        "acteurs/ancien/index.html": '<meta http-equiv="refresh" content="0; url=../cgt/">',
        "404.html": page('<a href="/base/">Accueil</a><a href="/base/acteurs/cgt/">CGT</a>', title="Page absente"),
    }
    assert site(tmp_path, pages) == []


@pytest.mark.parametrize(
    ("body", "message"),
    [
        pytest.param('<a href="../b/">b</a>', "lien « ../b/ » : b/index.html n'existe pas", id="no such page"),
        pytest.param(
            '<a href="..">up</a><a href="#x">x</a>', "lien « #x » : l'ancre « x » n'existe pas dans a/index.html", id="own anchor"
        ),
        pytest.param(
            '<a href="../#x">x</a>', "lien « ../#x » : l'ancre « x » n'existe pas dans index.html", id="anchor elsewhere"
        ),
        pytest.param('<a href="../../x">x</a>', "lien « ../../x » : il sort du site", id="outside the site"),
        pytest.param('<a href="/">x</a>', "il part de la racine", id="from the root"),
        pytest.param('<a href="https://alliance.example/base/b/">x</a>', "b/index.html n'existe pas", id="own address"),
        pytest.param(
            '<a href=" JavaScript:x".strip()>x</a><a href="javascript:x">x</a>', "un script n'est pas une adresse", id="script"
        ),
        pytest.param('<img alt="" src="x.png">', "lien « x.png » : a/x.png n'existe pas", id="picture"),
        pytest.param('<img alt="" srcset="x.png 2x">', "lien « x.png » : a/x.png n'existe pas", id="picture in a set"),
        pytest.param(
            '<p id="a"></p>\n<p id="a"></p>', "a/index.html:4: l'identifiant « a » est employé 2 fois", id="twin identifiers"
        ),
        pytest.param("<h1>Encore</h1>", "2 titres <h1>", id="two titles"),
        pytest.param("<h2>A</h2><h4>B</h4>", "<h4> suit h2 — un niveau de titre est sauté", id="heading jump"),
        pytest.param("<main></main>", "2 éléments <main>", id="two main parts"),
        pytest.param('<p style="color: red">x</p>', "l'attribut style de <p>", id="style attribute"),
        pytest.param("<style>p{}</style>", "un élément <style>", id="style element"),
        pytest.param("<script>alert(1)</script>", "un script écrit dans la page", id="inline script"),
        pytest.param('<p onclick="x()">x</p>', "l'attribut onclick de <p>", id="handler"),
        pytest.param('<img alt="" onerror="x()">', "l'attribut onerror de <img>", id="handler of what does not load"),
        pytest.param('<a href="#" ONMOUSEOVER="x()">x</a>', "l'attribut onmouseover de <a>", id="handler in capitals"),
        pytest.param(
            '<img alt="" src="https://x.example/a.png">',
            "<img> charge « https://x.example/a.png » chez un tiers",
            id="third party",
        ),
        pytest.param(
            '<script src="//x.example/a.js"></script>', "<script> charge « //x.example/a.js »", id="third party, any scheme"
        ),
        pytest.param('<link rel="stylesheet" href="https://x.example/a.css">', "<link> charge", id="third-party style sheet"),
        pytest.param("x" * 100_001, "avertissement : cette page pèse 101 ko", id="heavy"),
        pytest.param(
            "".join(f'<img alt="" src="{n}.png">' for n in range(10)), "cette page demande 11 fichiers", id="many requests"
        ),
    ],
)
def test_a_fault_in_a_page_is_told_with_its_place(tmp_path: Path, body: str, message: str) -> None:
    found = site(tmp_path, {"a/index.html": page(body)})
    assert any(message in line and line.startswith("a/index.html:") for line in found), found


def test_a_dead_link_proposes_the_nearest_page(tmp_path: Path) -> None:
    pages = {"acteurs/caf/index.html": page(title="Caf"), "a/index.html": page('<a href="../acteurs/caff/">x</a>')}
    assert site(tmp_path, pages) == [
        "a/index.html:3: lien « ../acteurs/caff/ » : acteurs/caff/index.html n'existe pas — le plus proche est acteurs/caf"
    ]


@pytest.mark.parametrize(
    "address",
    [
        "http:x.example/a.png",
        "HTTPS://x.example/a.png",
        "\\\\x.example\\a.png",
        "/\\x.example/a.png",
        "&#9;https://x.example/a.png",
        "ht&#10;tps://x.example/a.png",
    ],
)
def test_every_spelling_of_a_third_party_s_address_is_known(tmp_path: Path, address: str) -> None:
    found = site(tmp_path, {"a/index.html": page(f'<img alt="" src="{address}">')})
    assert any("chez un tiers" in line for line in found), found


def test_a_file_that_a_check_does_not_write_is_there_for_those_that_lead_to_it(tmp_path: Path) -> None:
    site(tmp_path, {"a/index.html": page('<a href="../donnees/x.csv">x</a>')})
    assert check_site(tmp_path, promised=["donnees/x.csv"]) == []
    assert [str(one) for one in check_site(tmp_path, promised=["donnees/y.csv"])] == [
        "a/index.html:3: lien « ../donnees/x.csv » : donnees/x.csv n'existe pas"
    ]


def test_a_page_of_pelican_s_own_theme_is_recognised_by_the_missing_mark(tmp_path: Path) -> None:
    found = site(tmp_path, {"a/index.html": "<html lang=en><title>A</title><body><main><h1>A</h1></main></body></html>"})
    assert any("ne vient pas du thème du site" in line for line in found)
    assert any("la langue manque" in line for line in found)


def test_two_pages_may_not_have_the_same_title(tmp_path: Path) -> None:
    found = site(tmp_path, {"a/index.html": page(title="Même"), "b/index.html": page(title="Même")})
    assert found == ["b/index.html:1: le titre « Même » est déjà celui de a/index.html — préciser l'un des deux"]


def test_a_page_without_a_title_is_told(tmp_path: Path) -> None:
    assert site(tmp_path, {"a/index.html": page(title=" ")}) == [
        "a/index.html:1: 1 éléments <title> — il en faut un seul, qui ne soit pas vide"
    ]


def test_a_redirection_must_lead_to_a_page_that_exists(tmp_path: Path) -> None:
    found = site(tmp_path, {"a/index.html": '<meta http-equiv="refresh" content="0; url=../absent/">'})
    assert found == ["a/index.html:1: lien « ../absent/ » : absent/index.html n'existe pas"]


def test_a_drawing_taken_from_the_page_itself_is_no_request(tmp_path: Path) -> None:
    signs = "".join(f'<svg id="s{n}"><use href="#s{n}"></use></svg>' for n in range(12))
    assert site(tmp_path, {"a/index.html": page(signs)}) == []


def test_a_site_without_a_home_page_is_no_site(tmp_path: Path) -> None:
    assert [str(diagnostic) for diagnostic in check_site(tmp_path)] == ["index.html: la page d'accueil n'a pas été construite"]


def test_tags_in_comments_and_scripts_are_none() -> None:
    names = [tag.name for tag in read("x", '<!-- <b> --><script src=a>"<i id=b>"</script><em><p title="a > b">').tags]
    assert names == ["script", "p"]


@pytest.mark.parametrize(
    ("html", "tags"),
    [
        pytest.param('<p title="a>b"><a href="x">', ["p a>b", "a"], id="a bracket between quotation marks ends no tag"),
        pytest.param("<a title='<b id=1>' href=x>", ["a <b id=1>"], id="what looks like a tag in an attribute is none"),
        pytest.param('</p><!-- <a id="1"> --><i id="2"></i>', ["i"], id="closing tags and comments are none"),
        pytest.param("<TITLE lang=fr><b id=1></TITLE><b id=2>", ["title", "b"], id="a title holds text"),
        pytest.param("<title><b id=1>", ["title", "b"], id="one that is never closed holds none"),
        pytest.param('<a title="<b id=1>', ["b"], id="a quotation mark that is never closed opens nothing"),
    ],
)
def test_a_tag_is_read_as_it_is_written_wherever_it_was_met_before(html: str, tags: list[str]) -> None:
    for source in (html, html):
        found = read("x.html", source).tags
        assert [" ".join(filter(None, (tag.name, tag.attributes.get("title", "")))) for tag in found] == tags
        assert all(source[tag.offset + 1 :].lower().startswith(tag.name) for tag in found)


def test_entities_in_addresses_are_decoded() -> None:
    assert read("x", '<a href="?a=1&amp;b=2">').tags[0].attributes == {"href": "?a=1&b=2"}


def test_a_style_sheet_loads_nothing_from_elsewhere() -> None:
    css = '@import "https://x.example/a.css";\n@font-face { src: url(//x.example/f.woff2) }'
    assert [diagnostic.line for diagnostic in check_style_sheet("a.css", css)] == [1, 2]


def test_addresses_of_a_style_sheet_leave_data_out() -> None:
    assert style_sheet_addresses("a{b:url(data:x)} c{d:url('../fonts/f.woff2')} e{f:url(#g)}") == ["../fonts/f.woff2"]


def test_a_font_that_a_style_sheet_names_must_exist(tmp_path: Path) -> None:
    (tmp_path / "t/css").mkdir(parents=True)
    (tmp_path / "t/css/site.css").write_text("@font-face{src:url(../fonts/f.woff2)}")
    assert site(tmp_path, {}) == ["t/css/site.css:1: « ../fonts/f.woff2 » : t/fonts/f.woff2 n'existe pas"]
