"""Judged minutes → a flat OpenDocument text, which LibreOffice sets itself: justified, hyphenated by its dictionary, in columns."""

from __future__ import annotations

from xml.sax.saxutils import escape

from benchmarks.importing.gold import Gold, GoldBlock
from benchmarks.importing.made import Look, libreoffice

_SPACES = "".join(
    f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (
        ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"), ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"),
    )
)  # fmt: skip
_STYLES = """
<office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties fo:margin-bottom="5pt" fo:text-align="justify" fo:orphans="2" fo:widows="2"/>
<style:text-properties fo:font-family="'{font}'" fo:font-size="11pt" fo:language="fr" fo:country="FR" fo:hyphenate="true" fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="2"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"/>
<style:style style:name="Qui" style:family="paragraph"><style:paragraph-properties fo:text-align="start"><style:tab-stops><style:tab-stop style:position="9cm"/></style:tab-stops></style:paragraph-properties></style:style>
<style:style style:name="T1" style:family="paragraph"><style:paragraph-properties fo:text-align="start"/><style:text-properties fo:font-size="17pt" fo:font-weight="bold"/></style:style>
<style:style style:name="T2" style:family="paragraph"><style:paragraph-properties fo:text-align="start" fo:margin-top="12pt" fo:keep-with-next="always"/><style:text-properties fo:font-size="13pt" fo:font-weight="bold"/></style:style>
<style:style style:name="T3" style:family="paragraph"><style:paragraph-properties fo:text-align="start" fo:margin-top="10pt" fo:keep-with-next="always"/><style:text-properties fo:font-size="12pt" fo:font-weight="bold"/></style:style>
<text:list-style style:name="L"><text:list-level-style-bullet text:level="1" text:bullet-char="{mark}"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-14pt" fo:margin-left="18pt"/></style:list-level-properties></text:list-level-style-bullet></text:list-style>
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm" fo:margin="21mm"/></style:page-layout>
<style:style style:name="S" style:family="section"><style:section-properties text:dont-balance-text-columns="false"><style:columns fo:column-count="{columns}" fo:column-gap="8mm"/></style:section-properties></style:style>
<style:style style:name="C" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #444444" fo:padding="2pt"/></style:style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"/></office:master-styles>
"""


def flat(gold: Gold, columns: int = 1) -> bytes:
    """The minutes as a flat OpenDocument text, their own text in so many columns."""
    look = Look.of(gold)
    font = "Liberation Sans" if look.police == "sans" else "Liberation Serif"
    start = len(gold.blocks) - len(gold.body)
    before, after = ("".join(map(_block, blocks)) for blocks in (gold.blocks[:start], gold.body))
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document{_SPACES} office:version="1.3" '
        f'office:mimetype="application/vnd.oasis.opendocument.text">{_STYLES.format(font=font, mark=look.puce, columns=columns)}'
        f'<office:body><office:text>{before}<text:section text:style-name="S" text:name="corps">{after}</text:section></office:text></office:body></office:document>'
    ).encode()


def pdf(gold: Gold, columns: int = 1) -> bytes:
    """The same, printed by LibreOffice.

    Raises:
        FileNotFoundError: without it.
    """
    return libreoffice(flat(gold, columns), "fodt", "pdf")


def _block(block: GoldBlock) -> str:
    text = "<text:tab/>".join(escape(part) for part in block.text.split("\t"))
    if block.kind == "table":
        rows = "".join(
            "<table:table-row>"
            + "".join(
                f'<table:table-cell table:style-name="C"><text:p>{escape(cell)}</text:p></table:table-cell>' for cell in row
            )
            + "</table:table-row>"
            for row in block.rows
        )
        return f'<table:table><table:table-column table:number-columns-repeated="{len(block.rows[0])}"/>{rows}</table:table>'
    if block.kind == "item":
        return f'<text:list text:style-name="L"><text:list-item><text:p>{text}</text:p></text:list-item></text:list>'
    if block.level:
        return f'<text:h text:style-name="T{block.level}" text:outline-level="{block.level}">{text}</text:h>'
    return f'<text:p text:style-name="{"Qui" if "<text:tab/>" in text else "Standard"}">{text}</text:p>'
