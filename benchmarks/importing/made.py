"""Judged minutes → the same as TXT, HTML, PDF, DOCX and ODT; what a machine lacks is left out, and said."""

from __future__ import annotations

import html
import io
import shutil
import subprocess
import tempfile
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.importing.gold import Gold, GoldBlock

_STYLE = """
@page {{ size: A4; margin: 22mm 20mm 24mm; {edges} }}
body {{ font: 11pt/1.35 {font}; }}
h1 {{ font-size: 17pt; margin: 0 0 4pt }} h2 {{ font-size: 13pt; margin: 12pt 0 4pt }} h3 {{ font-size: 12pt; margin: 10pt 0 3pt }}
p {{ margin: 0 0 {gap} }} ul {{ margin: 0 0 4pt; padding-left: 16pt; list-style-type: {mark} }}
.corps {{ {columns} }} p, li {{ {justified} }}
table {{ border-collapse: collapse; width: 100%; margin: 4pt 0 8pt }} td {{ border: 1px solid #444; padding: 2pt 4pt; vertical-align: top }}
.qui td {{ border: 0; padding: 1pt 0 }} .qui td:first-child {{ width: 55% }}
"""
_JUSTIFIED = "text-align: justify; hyphens: auto"
# How headings are told from the text, by the word that the front matter of judged minutes has for it.
_HEADINGS = {
    "taille": "", "gras": "h2, h3 { font-size: 11pt }",
    "capitales": "h1, h2, h3 { font-size: 11pt; text-transform: uppercase }",
    "soulignes": "h2, h3 { font-size: 11pt; font-weight: normal; text-decoration: underline }",
}  # fmt: skip


@dataclass(frozen=True)
class Look:
    """How minutes are set, beside what a maker decides; the front matter calls it `apparence`.

    Attributes:
        titres: how headings look: `taille`, `gras`, `capitales` or `soulignes`.
        puce: the mark of items.
        tete, pied: running head and foot; `{n}` and `{N}` stand for the page and the number of pages.
        police: `sans` for letters without serifs.
        alinea: whether the first line of a paragraph stands in, without a gap above.
        serre: whether no gap parts paragraphs.
    """

    titres: str = "taille"
    puce: str = "•"
    tete: str = ""
    pied: str = ""
    police: str = ""
    alinea: bool = False
    serre: bool = False

    @classmethod
    def of(cls, gold: Gold) -> Look:
        """What the front matter says."""
        return cls(**gold.expected.get("apparence", {}))


def page(gold: Gold, *, columns: int = 1, justified: bool = True, soft: bool = False) -> str:
    """The minutes as a page.

    Args:
        gold: the minutes.
        columns: of the text itself.
        justified: whether lines are of one width, words cut at their ends.
        soft: whether the places where a word may be cut are written into it, for a browser without a dictionary.
    """
    look = Look.of(gold)
    font = '"DejaVu Sans", sans-serif' if look.police == "sans" else '"DejaVu Serif", serif'
    style = _STYLE.format(
        edges=_edge("top", look.tete) + _edge("bottom", look.pied), font=font, mark=f'"{look.puce} "',
        gap="0; text-indent: 14pt" if look.alinea else "0" if look.serre else "5pt",
        justified=_JUSTIFIED if justified else "", columns=f"column-count: {columns}; column-gap: 8mm" if columns > 1 else "",
    ) + _HEADINGS[look.titres]  # fmt: skip
    start = len(gold.blocks) - len(gold.body)
    cut = _cutter() if soft and justified else str
    before, after = _html(gold.blocks[:start], cut), _html(gold.body, cut)
    return f'<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>{gold.name}</title><style>{style}</style></head><body>{before}<div class="corps">{after}</div></body></html>'


def _edge(side: str, text: str) -> str:
    """A running head or foot, in CSS's page margin boxes."""
    shown = '"' + text.replace("{n}", '" counter(page) "').replace("{N}", '" counter(pages) "') + '"'
    return f"@{side}-center {{ content: {shown}; font-size: 9pt }} " if text else ""


def _html(blocks: tuple[GoldBlock, ...], cut: Callable[[str], str]) -> str:
    parts: list[str] = []
    for rank, block in enumerate(blocks):
        text = html.escape(cut(block.text))
        if block.kind == "item":
            opens = not rank or blocks[rank - 1].kind != "item"
            closes = rank + 1 == len(blocks) or blocks[rank + 1].kind != "item"
            parts.append(("<ul>" if opens else "") + f"<li>{text}</li>" + ("</ul>" if closes else ""))
        elif block.kind == "table":
            rows = "".join("<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>" for row in block.rows)
            parts.append(f'<table border="1">{rows}</table>')
        elif "\t" in block.text:
            cells = "".join(f"<td>{html.escape(cell)}</td>" for cell in block.text.split("\t"))
            opens = not rank or "\t" not in blocks[rank - 1].text
            closes = rank + 1 == len(blocks) or "\t" not in blocks[rank + 1].text
            parts.append(('<table class="qui">' if opens else "") + f"<tr>{cells}</tr>" + ("</table>" if closes else ""))
        else:
            tag = {"title": "h1", "heading": f"h{block.level}"}.get(block.kind, "p")
            parts.append(f"<{tag}>{text}</{tag}>")
    return "\n".join(parts)


def _cutter() -> Callable[[str], str]:
    """French hyphenation, by LibreOffice's patterns."""
    from pyphen import Pyphen

    dictionary = Pyphen(lang="fr_FR")
    return lambda text: " ".join(
        dictionary.inserted(word, "\u00ad") if len(word) > 5 and word.isalpha() else word for word in text.split(" ")
    )


def text(gold: Gold) -> bytes:
    """Lines of 90 signs, a blank one before a heading."""
    lines: list[str] = []
    for block in gold.blocks:
        if block.kind in {"title", "heading"}:
            lines += ["", block.text, ""]
        elif block.kind == "table":
            lines += [" | ".join(row) for row in block.rows]
        elif "\t" in block.text:
            lines.append(block.text.replace("\t", "   "))
        else:
            prefix = "- " if block.kind == "item" else ""
            lines += textwrap.wrap(prefix + block.text, 90, subsequent_indent="  " if prefix else "", break_long_words=False)
            lines += [] if prefix else [""]
    return "\n".join(lines).encode()


def chromium(source: str) -> bytes:
    """Printed by Chromium."""
    from playwright.sync_api import sync_playwright

    from plugins.building.chromium import launch_options

    with sync_playwright() as playwright, playwright.chromium.launch(**launch_options()) as browser:
        shown = browser.new_page()
        shown.set_content(source)
        return shown.pdf(prefer_css_page_size=True)


def weasyprint(source: str) -> bytes:
    """Printed by WeasyPrint, which has a dictionary of French hyphenation.

    Raises:
        ImportError, OSError: where it, or what it stands on, is missing.
    """
    from weasyprint import HTML

    return bytes(HTML(string=source).write_pdf())


def libreoffice(source: bytes, ending: str, to: str) -> bytes:
    """Converted by LibreOffice.

    Args:
        source: the file: a page, or a document.
        ending: of its name.
        to: `docx`, `odt` or `pdf`.

    Raises:
        FileNotFoundError: without it.
    """
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise FileNotFoundError("LibreOffice")
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / f"page.{ending}"
        path.write_bytes(source)
        kind = {"docx": "docx:MS Word 2007 XML", "odt": "odt:writer8", "pdf": "pdf:writer_pdf_Export"}[to]
        convert = [program, f"-env:UserInstallation=file://{scratch}/profile", "--headless", "--convert-to", kind]
        subprocess.run([*convert, "--outdir", scratch, path], check=True, capture_output=True, timeout=120)
        return (Path(scratch) / f"page.{to}").read_bytes()


def scanned(pdf: bytes, turn: float = 0.0) -> bytes:
    """The same pages as pictures, at 200 points an inch, without a word of text.

    Args:
        pdf: the pages.
        turn: by how many degrees each was laid askew.
    """
    import pypdfium2

    document, scan = pypdfium2.PdfDocument(pdf), pypdfium2.PdfDocument.new()
    for page in document:
        picture = pypdfium2.PdfImage.new(scan)
        picture.set_bitmap(page.render(scale=200 / 72))
        width, height = page.get_size()
        picture.set_matrix(pypdfium2.PdfMatrix().scale(width, height).rotate(turn))
        sheet = scan.new_page(width, height)
        sheet.insert_obj(picture)
        sheet.gen_content()
    buffer = io.BytesIO()
    scan.save(buffer)
    return buffer.getvalue()
