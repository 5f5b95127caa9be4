"""What a browser would run of an attached file is refused; a drawing, a document and data are not."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from plugins.diagnostics import Place
from plugins.model.attachments import check_attachment

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {0}>{1}</svg>'


def found(tmp_path: Path, name: str, data: str | bytes) -> list[str]:
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return [str(diagnostic) for diagnostic in check_attachment(path, Place(f"c/fichiers/{name}", 1))]


def svg(inside: str = "", attributes: str = "") -> str:
    return SVG.format(attributes, inside)


@pytest.mark.parametrize(
    "name",
    [
        "x.html", "x.HTM", "x.xhtml", "x.shtml", "x.mht", "x.js", "x.mjs", "x.MJS", "x.wasm", "x.hta", "x.xsl", "x.svgz", "x.php",
        "x.html.fr", "x.svg.gz", "x.html.bak", "rapport.js.pdf", "x. html",
    ],
)  # fmt: skip
def test_a_file_that_runs_by_its_name_is_refused(tmp_path: Path, name: str) -> None:
    (message,) = found(tmp_path, name, "rien")
    assert message.startswith(f"c/fichiers/{name}: ")


@pytest.mark.parametrize("name", ["x.png", "x.txt", "x", "x.pdf", "x.csv", "x.inconnu"])
@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"<!DOCTYPE html><p>Bonjour", id="doctype"),
        pytest.param(b"\xef\xbb\xbf \n\t<HTML><script>1</script>", id="marque d'ordre, blancs, capitales"),
        pytest.param(b"<script>alert(1)</script>", id="script"),
        pytest.param(b"<!-- note --><b>x</b>", id="commentaire"),
        pytest.param(svg().encode(), id="dessin"),
        pytest.param(b"<?xml version='1.0'?><x/>", id="XML"),
        pytest.param("<html>".encode("utf-16"), id="UTF-16"),
    ],
)
def test_a_page_under_another_name_is_refused(tmp_path: Path, name: str, data: bytes) -> None:
    (message,) = found(tmp_path, name, data)
    assert "sous un autre nom" in message


@pytest.mark.parametrize(
    ("inside", "attributes"),
    [
        pytest.param("<script>1</script>", "", id="script"),
        pytest.param("<SCRIPT>1</SCRIPT>", "", id="en capitales"),
        pytest.param('<x:script xmlns:x="http://www.w3.org/2000/svg">1</x:script>', "", id="sous un autre préfixe"),
        pytest.param("", 'onload="1"', id="gestionnaire"),
        pytest.param('<rect ONCLICK="1"/>', "", id="gestionnaire en capitales"),
        pytest.param('<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>', "", id="page dans le dessin"),
        pytest.param('<div xmlns="http://www.w3.org/1999/xhtml"/>', "", id="XHTML seul"),
        pytest.param('<a href="javascript:alert(1)"><text>x</text></a>', "", id="lien javascript"),
        pytest.param('<a xlink:href=" java&#10;script:alert(1)"><text>x</text></a>', "", id="lien javascript caché par un saut"),
        pytest.param('<a href="data:text/html,x"><text>x</text></a>', "", id="lien data"),
        pytest.param('<a href="x"><animate attributeName="href" values="javascript:alert(1)"/></a>', "", id="adresse animée"),
        pytest.param('<set attributeName="onmouseover" to="alert(1)"/>', "", id="gestionnaire animé"),
        pytest.param('<image href="https://tiers.exemple/p.png"/>', "", id="image d'un tiers"),
        pytest.param('<image href="//tiers.exemple/p.png"/>', "", id="image d'un tiers, sans schéma"),
        pytest.param('<use xlink:href="data:image/svg+xml;base64,AAAA"/>', "", id="dessin emboîté"),
        pytest.param("<style>@import 'x.css';</style>", "", id="feuille importée"),
        pytest.param("<style>rect { fill: url(https://tiers.exemple/f) }</style>", "", id="style qui charge"),
        pytest.param("<style>rect { fill: u\\72l(ht/**/tps://tiers.exemple/f) }</style>", "", id="style qui charge, caché"),
        pytest.param('<rect fill="url(//tiers.exemple/f#a)"/>', "", id="attribut qui charge"),
        pytest.param('<iframe src="x"/>', "", id="cadre"),
        pytest.param("<g>", "", id="mal formé"),
    ],
)
def test_an_active_drawing_is_refused_at_its_line(tmp_path: Path, inside: str, attributes: str) -> None:
    messages = found(tmp_path, "x.svg", "<?xml version='1.0'?>\n" + svg(inside, attributes))
    assert messages
    assert all(message.startswith("c/fichiers/x.svg:2: ") for message in messages)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param('<!DOCTYPE svg [<!ENTITY a "&#60;script/>">]>' + svg("&a;"), id="entité"),
        pytest.param("<?xml-stylesheet href='x.xsl' type='text/xsl'?>" + svg(), id="feuille de transformation"),
        pytest.param("<svg onload='1'><script/></svg>", id="sans espace de noms"),
        pytest.param(gzip.compress(svg().encode()), id="comprimé"),
        pytest.param((svg("<script/>")).encode("utf-16"), id="UTF-16"),
        pytest.param("", id="vide"),
    ],
)
def test_a_drawing_that_hides_what_it_does_is_refused(tmp_path: Path, data: str | bytes) -> None:
    assert found(tmp_path, "x.SVG", data)


def test_entities_that_multiply_are_never_expanded(tmp_path: Path) -> None:
    bomb = "".join(f'<!ENTITY e{rank} "{f"&e{rank - 1};" * 10}">' for rank in range(1, 30))
    (message,) = found(tmp_path, "x.svg", f'<!DOCTYPE svg [<!ENTITY e0 "x">{bomb}]>' + svg("&e29;"))
    assert "l'entité « e0 »" in message


def test_all_that_is_wrong_in_a_drawing_is_told_at_once(tmp_path: Path) -> None:
    messages = found(tmp_path, "x.svg", svg("\n<script/>\n<rect onclick='1'/>\n<iframe/>"))
    assert [message.split(":")[1] for message in messages] == ["2", "3", "4"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("logo.svg", svg('<style>rect{fill:url(#a)}</style><a href="https://exemple.fr/"><use href="#r"/></a>'), id="dessin"),
        pytest.param("logo.svg", '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">' + svg(), id="dessin ancien"),
        pytest.param("logo.svg", svg('<image href="data:image/png;base64,AAAA"/><rect style="font-family: \'on\'"/>'), id="image incluse"),
        pytest.param("data.xml", '<?xml version="1.0"?><a href="https://exemple.fr/"/>', id="données XML"),
        pytest.param("trace.gpx", '<gpx xmlns="http://www.topografix.com/GPX/1/1"><link href="https://exemple.fr/"/></gpx>', id="trace"),
        pytest.param("p.png", b"\x89PNG\r\n\x1a\n", id="image"),
        pytest.param("cr.v2.final.pdf", b"%PDF-1.7", id="document"),
        pytest.param("liste.csv", "nom;âge\n<10 ans;3\n", id="tableau"),
        pytest.param("note.txt", "< 3 > 2", id="texte"),
        pytest.param("sans-extension", "Texte.", id="sans extension"),
    ],
)  # fmt: skip
def test_what_no_browser_runs_is_accepted(tmp_path: Path, name: str, data: str | bytes) -> None:
    assert found(tmp_path, name, data) == []


def test_data_that_hold_a_page_are_refused(tmp_path: Path) -> None:
    (message,) = found(tmp_path, "fil.xml", '<feed>\n<div xmlns="http://www.w3.org/1999/xhtml">x</div></feed>')
    assert message.startswith("c/fichiers/fil.xml:2: ")
