"""Small files made for a test: a PDF of lines at chosen places, a DOCX and an ODT of paragraphs."""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

WIDTH, HEIGHT = 595, 842
LETTER = 0.6  # of its size: the width of each letter of Courier


@dataclass(frozen=True)
class At:
    """A line of a page, at a distance from its left side and its top, in points."""

    left: float
    top: float
    text: str
    size: float = 10
    bold: bool = False


Box = tuple[float, float, float, float]


def pdf(pages: Sequence[Sequence[At]], rulings: Sequence[Box] = (), kids: str | None = None) -> bytes:
    """A PDF in Courier; `rulings` are lines drawn on each page (from x, y to x, y, from the top)."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", *(_font(name) for name in ("Courier", "Courier-Bold"))]
    shown = []
    for page in pages:
        body = "\n".join([*(_line(line) for line in page), *(_ruling(*box) for box in rulings)]).encode("cp1252")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(body), body))
        own = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {len(objects)} 0 R "
        objects.append((own + "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>").encode())
        shown.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Count {len(shown)} /Kids [{kids or ' '.join(shown)}] >>".encode()
    return _written(objects)


def _font(name: str) -> bytes:
    return f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode()


def _line(line: At) -> str:
    text = line.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{'F2' if line.bold else 'F1'} {line.size} Tf {line.left} {HEIGHT - line.top} Td ({text}) Tj ET"


def _ruling(x1: float, y1: float, x2: float, y2: float) -> str:
    return f"{x1} {HEIGHT - y1} m {x2} {HEIGHT - y2} l S"


def _written(objects: Sequence[bytes]) -> bytes:
    out, places = io.BytesIO(), []
    out.write(b"%PDF-1.4\n")
    for number, data in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, data))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return out.getvalue()


def lines(text: str, left: float, top: float, columns: int, leading: float = 14, **look: float) -> list[At]:
    """A text laid out in lines of at most so many letters, each put from `left` on."""
    found: list[str] = [""]
    for word in text.split():
        if found[-1] and len(found[-1]) + 1 + len(word) > columns:
            found.append("")
        found[-1] = f"{found[-1]} {word}".strip()
    return [At(left, top + rank * leading, line, **look) for rank, line in enumerate(found)]


def archive(parts: dict[str, str | bytes]) -> bytes:
    """A zip of some parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return out.getvalue()


# (style, text): `h1` to `h3`, `u` for an underlined paragraph (Word), `-` for an item, `|` for a row of a table with tabs between its cells, else a paragraph.
Blocks = Sequence[tuple[str, str]]
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
    'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)


def docx(blocks: Blocks, more: dict[str, str | bytes] | None = None) -> bytes:
    """A Word document."""
    body = "".join(_docx_block(style, text) for style, text in blocks)
    document = f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    return archive({"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS, "word/document.xml": document, **(more or {})})


def _docx_block(style: str, text: str) -> str:
    if style == "|":
        cells = "".join(f"<w:tc>{_docx_block('p', cell)}</w:tc>" for cell in text.split("\t"))
        return f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    look = f'<w:pPr><w:pStyle w:val="Heading{style[1]}"/></w:pPr>' if style.startswith("h") else ""
    shown = f"• {text}" if style == "-" else text
    underlined = '<w:rPr><w:u w:val="single"/></w:rPr>' if style == "u" else ""
    runs = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in shown.split("\t"))
    return f"<w:p>{look}<w:r>{underlined}{runs}</w:r></w:p>"


_NAMES = "".join(
    f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"' for short in ("office", "text", "table", "style")
)


def odt(blocks: Blocks, more: dict[str, str | bytes] | None = None) -> bytes:
    """A text of OpenDocument."""
    body = "".join(_odt_block(style, text) for style, text in blocks)
    content = (
        f"<office:document-content{_NAMES}><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, **(more or {})})


def _odt_block(style: str, text: str) -> str:
    shown = "<text:tab/>".join(escape(part) for part in text.split("\t"))
    if style == "|":
        cells = "".join(f"<table:table-cell><text:p>{escape(cell)}</text:p></table:table-cell>" for cell in text.split("\t"))
        return f"<table:table><table:table-row>{cells}</table:table-row></table:table>"
    if style == "-":
        return f"<text:list><text:list-item><text:p>{shown}</text:p></text:list-item></text:list>"
    if style.startswith("h"):
        return f'<text:h text:outline-level="{style[1]}">{shown}</text:h>'
    return f"<text:p>{shown}</text:p>"
