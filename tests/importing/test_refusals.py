"""Files that no draft can come from: each is refused in one French sentence, and nothing is written."""

import io
import shutil
import zipfile
from pathlib import Path

import pytest

from plugins.importing import scans
from plugins.importing.command import run
from plugins.model.loading import load
from tests.importing.files import WIDTH, At, archive, docx, odt, pdf
from tests.sample import CONTENT

MINUTES = (
    "Comité <local> & associés\n\nRéunion du 8 octobre 2026\n\nParticipants\n\nMme Vasseur (UDM)\n\n"
    "Mme Vasseur rappelle que la salle du haut est libre le mardi soir, et que l'on y entre sans rendez-vous.\n"
)
BOMB = docx([("p", "x")], {"word/comments.xml": b" " * 3_000_000})
ENCRYPTED = pdf([[At(60, 60, "secret")]]).replace(
    b"trailer <<",
    b"trailer << /ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <"
    + b"11" * 32
    + b"> /U <"
    + b"22" * 32
    + b"> >>",
)
ENGLISH = (
    "Committee\n\nMeeting of 2026-10-08\n\nThe committee met in the hall and it was said that this is the work of the year, "
    "with the schools and for the families. They are to be told by the end of the month which of them will be there.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        pytest.param("x.pdf", ENCRYPTED, "mot de passe", id="PDF chiffré"),
        pytest.param("x.pdf", pdf([[At(60, 60, "x")]])[:120], "abîmé", id="PDF tronqué"),
        pytest.param("x.pdf", pdf([[At(60, 60, "x")]] * 500), "500 pages, 100 au plus", id="500 pages"),
        pytest.param(
            "x.pdf", pdf([[At(60, 60, "x")]], kids="2 0 R 2 0 R"), "ne se lit pas|aucune page", id="arbre de pages en boucle"
        ),
        pytest.param("x.docx", BOMB, "se déplie plus de 100 fois", id="bombe"),
        pytest.param("x.docx", docx([("p", "x")], {"word/vbaProject.bin": b"x"}), "macros", id="macros"),
        pytest.param("x.odt", odt([("p", "x")], {"Basic/script.xml": b"x"}), "macros", id="macros OpenDocument"),
        pytest.param(
            "x.docx",
            docx([], {"word/document.xml": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><x>&e;</x>'}),
            "entités XML",
            id="entité externe",
        ),
        pytest.param("x.docx", docx([("p", "x")])[:200], "abîmé", id="DOCX tronqué"),
        pytest.param(
            "x.docx", pdf([[At(60, 60, "x")]]), "son nom annonce un document Word et c'est un PDF", id="un PDF nommé .docx"
        ),
        pytest.param("x.pdf", MINUTES.encode(), "c'est un texte", id="un texte nommé .pdf"),
        pytest.param("x.docx", archive({"a.txt": "x"}), "n'est ni un document Word", id="une autre archive"),
        pytest.param("x.txt", b"\x00\x01\x02" * 50 + b"\xff", "n'est pas un texte", id="des octets"),
        pytest.param("x.doc", b"\xd0\xcf\x11\xe0" + bytes(600), "ancien Office", id="un .doc"),
        pytest.param("x.txt", b"  \n", "vide", id="vide"),
        pytest.param("x.txt", ENGLISH.encode(), "anglais", id="en anglais"),
        pytest.param("x.txt", MINUTES.replace("du 8 octobre 2026", "").encode(), "--date AAAA-MM-JJ", id="sans date"),
        pytest.param(
            "x.txt", (MINUTES + "\n" + MINUTES.replace("8 octobre", "5 novembre")).encode(), "2 réunions", id="deux réunions"
        ),
        pytest.param("x.html", b"<html><body>" + b"<p>" * 150_000, "balises", id="trop de balises"),
        pytest.param("x.txt", (MINUTES + "mot " * 60_000).encode(), "200000 au plus", id="plus long qu'une page du contenu"),
        pytest.param("x.txt", (MINUTES + "mot " * 6_000).encode(), "20000 au plus", id="un paragraphe sans fin"),
        pytest.param("x.txt", MINUTES.replace("2026", "9999").encode(), "aucune date", id="une année que rien n'atteint"),
        pytest.param("x.txt", MINUTES.replace("8 octobre", "31 février").encode(), "aucune date", id="un jour qui n'existe pas"),
        pytest.param("x.pdf", b"%PDF-1.7\n", "abîmé", id="un PDF d'une ligne"),
        pytest.param("x.pdf", b"II*\0" + bytes(900), "son nom annonce un PDF", id="une image nommée .pdf"),
        pytest.param("x.docx", docx([], {"word/document.xml": "<w:p>"}), "ne se lit pas", id="un XML qui ne se ferme pas"),
        pytest.param(
            "x.docx", archive({"mimetype": "application/epub+zip"}), "n'est ni un document Word", id="un livre nommé .docx"
        ),
        pytest.param(
            "x.odt",
            archive({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}),
            "n'est pas un texte OpenDocument",
            id="un tableur nommé .odt",
        ),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(
    name: str, data: bytes, said: str, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    before = sorted(folder.rglob("*"))
    assert run(str(path), str(folder)) == 1
    message = capsys.readouterr().err
    assert any(part in message for part in said.split("|")), message
    assert message.count("\n") == 1
    assert sorted(folder.rglob("*")) == before


def test_a_scan_says_what_reads_it_when_nothing_here_does(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scans.shutil, "which", lambda _: None)
    path = tmp_path / "scan.pdf"
    path.write_bytes(pdf([[]], rulings=[(0, 0, WIDTH, 100)]))
    assert run(str(path), str(folder)) == 1
    assert "installer Tesseract et son français" in capsys.readouterr().err


def test_a_part_that_lies_about_its_size_is_not_unfolded(folder: Path, tmp_path: Path) -> None:
    out = io.BytesIO(docx([("p", "x")]))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as made:
        made.writestr("word/footnotes.xml", b" " * 40_000_000)
    data = out.getvalue().replace((40_000_000).to_bytes(4, "little"), (1_000).to_bytes(4, "little"))
    path = tmp_path / "x.docx"
    path.write_bytes(data)
    assert run(str(path), str(folder)) == 1


def test_a_name_that_fits_two_persons_is_marked(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    both = "Mme Vasseur (UDM)\n\nMme Vasseur (Caisse de soutien)"
    path.write_text(MINUTES.replace("Mme Vasseur (UDM)", both), encoding="utf-8")
    assert run(str(path), str(folder)) == 0
    text = next((folder / "reunions").glob("2026-10-08*")).read_text(encoding="utf-8")
    assert "peut nommer plusieurs personnes" in text
    assert "Vasseur" not in text


def _among(data: bytes, name: str, hidden: str) -> bytes:
    """The same document with more at the end of its text."""
    parts = {entry: zipfile.ZipFile(io.BytesIO(data)).read(entry) for entry in zipfile.ZipFile(io.BytesIO(data)).namelist()}
    end = b"</w:body>" if name.startswith("word/") else b"</office:text>"
    return archive({**parts, name: parts[name].replace(end, hidden.encode() + end)})


@pytest.mark.parametrize(
    "hidden",
    [
        pytest.param("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Secret.</w:t></w:r></w:p>", id="Word, texte masqué"),
        pytest.param(
            '<w:p><w:r><w:rPr><w:rStyle w:val="cache"/></w:rPr><w:t>Secret.</w:t></w:r></w:p>', id="Word, par son style"
        ),
        pytest.param("<w:p><w:del><w:r><w:delText>Secret.</w:delText></w:r></w:del></w:p>", id="Word, texte ôté"),
        pytest.param('<text:p><text:span text:style-name="cache">Secret.</text:span></text:p>', id="OpenDocument, par son style"),
        pytest.param(
            '<text:p><text:hidden-text text:string-value="x">Secret.</text:hidden-text></text:p>', id="OpenDocument, texte masqué"
        ),
        pytest.param(
            '<text:p><text:hidden-paragraph text:is-hidden="true"/>Secret.</text:p>', id="OpenDocument, paragraphe masqué"
        ),
        pytest.param(
            '<text:section text:display="none"><text:p>Secret.</text:p></text:section>', id="OpenDocument, section masquée"
        ),
    ],
)
def test_what_a_document_hides_is_not_read(hidden: str, folder: Path, tmp_path: Path) -> None:
    blocks = [("p", line) for line in MINUTES.split("\n") if line]
    word = hidden.startswith("<w:")
    styles = (
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:style w:type="character" w:styleId="cache"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'
    )
    data = docx(blocks, {"word/styles.xml": styles}) if word else odt(blocks)
    if not word:
        look = b'<office:automatic-styles><style:style style:name="cache"><style:text-properties text:display="none"/></style:style></office:automatic-styles>'
        content = zipfile.ZipFile(io.BytesIO(data)).read("content.xml")
        data = odt(blocks, {"content.xml": content.replace(b"<office:body>", look + b"<office:body>")})
    path = tmp_path / ("x.docx" if word else "x.odt")
    path.write_bytes(_among(data, "word/document.xml" if word else "content.xml", hidden))
    assert run(str(path), str(folder)) == 0
    text = next((folder / "reunions").glob("2026-10-08*")).read_text(encoding="utf-8")
    assert "Secret" not in text
    assert "libre le mardi soir" in text


HIDDEN = MINUTES.replace("libre", "li\u202ebre \x1b[31mrouge\x1b[0m")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("x.txt", HIDDEN.encode(), id="sens de lecture retourné, couleurs d'un terminal"),
        pytest.param(
            "x.html",
            f"<html><body>{''.join(f'<p>{line}</p>' for line in MINUTES.split(chr(10)))}<p style='display: none'>Secret.</p></body></html>".encode(),
            id="ce qu'un navigateur ne montre pas",
        ),
        pytest.param(
            "x.docx",
            docx([("p", line) for line in MINUTES.split("\n") if line], {"../../x.txt": "Secret."}),
            id="un chemin qui sort",
        ),
        pytest.param(
            "x.PDF",
            b"\0" * 900 + pdf([[At(60, 60 + 20 * rank, line) for rank, line in enumerate(MINUTES.split("\n")) if line]]),
            id="du bruit avant le PDF",
        ),
        pytest.param("-x.txt", MINUTES.replace("\n", "\r").encode("utf-16"), id="UTF-16, fins de ligne d'un vieux Mac"),
    ],
)
def test_what_is_odd_and_can_be_read_makes_a_draft_that_the_check_accepts(
    folder: Path, tmp_path: Path, name: str, data: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert run(str(path), str(folder)) == 0
    text = next((folder / "reunions").glob("2026-10-08*")).read_text(encoding="utf-8")
    assert "Secret" not in text
    assert "\x1b" not in text
    assert load(folder, "c")[1] == load(CONTENT, "c")[1]
