"""Judged minutes → files by libraries that write them from scratch: ReportLab and fpdf2 (PDF), python-docx (Word's own styles)."""

from __future__ import annotations

import io
from html import escape
from typing import Any

from benchmarks.importing.gold import Gold
from benchmarks.importing.made import Look

_DEJAVU = "/usr/share/fonts/truetype/dejavu/DejaVuSans"


def reportlab(gold: Gold) -> bytes:
    """Justified, one column, tables ruled, standard fonts.

    Raises:
        ImportError: without it.
    """
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    look = Look.of(gold)
    text = ParagraphStyle("text", fontName="Times-Roman", fontSize=11, leading=14, alignment=4, spaceAfter=0 if look.serre else 5)
    item = ParagraphStyle("item", text, leftIndent=18, bulletIndent=6)
    large = ParagraphStyle("large", text, fontName="Times-Bold", fontSize=15, leading=19, alignment=1)
    small = ParagraphStyle("small", large, fontSize=11 if look.titres != "taille" else 13, leading=16, alignment=0, spaceBefore=8)
    styles = {"title": large, "heading": small, "item": item}
    ruled = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    flow: list[Any] = []
    for block in gold.blocks:
        rows = block.rows or ((tuple(block.text.split("\t")),) if "\t" in block.text else ())
        if rows:
            cells = [
                [Paragraph(escape(cell), ParagraphStyle("cell", text, alignment=0, spaceAfter=0)) for cell in row] for row in rows
            ]
            flow.append(Table(cells, colWidths=[460 / len(rows[0])] * len(rows[0]), style=ruled if block.rows else []))
        else:
            shown = escape(block.text.upper() if look.titres == "capitales" and block.kind == "heading" else block.text)
            flow.append(Paragraph(shown, styles.get(block.kind, text), bulletText=look.puce if block.kind == "item" else None))

    def edges(canvas: Any, document: Any) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(60, A4[1] - 35, look.tete)
        canvas.drawRightString(
            A4[0] - 60, 30, look.pied.replace("{n}", str(document.page)).replace(" sur {N}", "").replace("/{N}", "")
        )

    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A4, leftMargin=60, rightMargin=60, topMargin=60, bottomMargin=60).build(flow, edges, edges)
    return out.getvalue()


def fpdf(gold: Gold) -> bytes:
    """Not justified, marks of items written in the text, no rulings but those of tables.

    Raises:
        ImportError: without it.
        OSError: without its font.
    """
    from fpdf import FPDF

    look = Look.of(gold)

    class Page(FPDF):
        def header(self) -> None:
            self.set_font("serif", size=8)
            self.cell(0, 6, look.tete, align="R", new_x="LMARGIN", new_y="NEXT")
            self.ln(4)

        def footer(self) -> None:
            self.set_y(-15)
            self.set_font("serif", size=8)
            self.cell(0, 6, look.pied.replace("{n}", str(self.page_no())).replace("{N}", "{nb}"), align="C")

    document = Page()
    document.add_font("serif", "", f"{_DEJAVU}.ttf")
    document.add_font("serif", "B", f"{_DEJAVU}-Bold.ttf")
    document.set_margin(20)
    document.add_page()
    sizes = {"title": 15, "heading": 13 if look.titres == "taille" else 10.5}
    for block in gold.blocks:
        document.set_font("serif", "B" if block.kind in sizes else "", sizes.get(block.kind, 10.5))
        if block.rows:
            with document.table() as table:
                for cells in block.rows:
                    row = table.row()
                    for cell in cells:
                        row.cell(cell)
        elif "\t" in block.text:
            for cell in block.text.split("\t"):
                document.cell(85, 6, cell)
            document.ln(6)
        else:
            document.multi_cell(
                0,
                5.5,
                f"{look.puce} {block.text}" if block.kind == "item" else block.text,
                align="L",
                new_x="LMARGIN",
                new_y="NEXT",
            )
        document.ln(0 if look.serre or "\t" in block.text else 2)
    return bytes(document.output())


def docx(gold: Gold) -> bytes:
    """Word's own styles of headings and lists, tables, head and foot; headings that are only bold where the minutes say so.

    Raises:
        ImportError: without it.
    """
    from docx import Document
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    look = Look.of(gold)
    document = Document()
    document.styles["Normal"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    document.sections[0].header.paragraphs[0].text = look.tete
    document.sections[0].footer.paragraphs[0].text = look.pied
    for block in gold.blocks:
        if block.rows:
            table = document.add_table(rows=0, cols=len(block.rows[0]), style="Table Grid")
            for cells in block.rows:
                for cell, text in zip(table.add_row().cells, cells, strict=True):
                    cell.text = text
        elif block.kind == "title":
            document.add_paragraph(block.text, style="Title")
        elif block.kind == "heading" and look.titres == "taille":
            document.add_heading(block.text, block.level - 1)
        elif block.kind == "heading":
            run = document.add_paragraph().add_run(block.text)
            run.bold, run.underline = look.titres != "soulignes", look.titres == "soulignes"
        elif block.kind == "item" and look.puce == "•":
            document.add_paragraph(block.text, style="List Bullet")
        else:
            document.add_paragraph(f"{look.puce} {block.text}" if block.kind == "item" else block.text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
