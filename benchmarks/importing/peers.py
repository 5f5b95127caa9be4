"""A file → what other libraries read of it, as blocks: paragraphs where they find some, else the parts between blank lines."""

from __future__ import annotations

import html
import io
import re
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from benchmarks.importing.measures import Kinds


def _parts(text: str) -> Kinds:
    """Parts between blank lines, each item of a list by itself; the signs of tables are no words."""
    parts = re.split(r"\n\s*\n|\n(?=\s*(?:[-*]|\d+\.)\s)", text)
    return [("heading" if part.startswith("#") else "paragraph", html.unescape(part)) for part in parts if part.strip()]


def _pypdfium2(data: bytes) -> Kinds | None:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    # It marks no paragraphs: each line is one.
    return [("paragraph", line) for line in text.split("\n") if line.strip()]


def _pypdf(data: bytes) -> Kinds | None:
    from pypdf import PdfReader

    return _parts("\n\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages))


def _pdf_oxide(data: bytes) -> Kinds | None:
    try:
        from pdf_oxide import PdfDocument
    except ImportError:
        return None
    document = PdfDocument.from_bytes(data)
    return _parts("\n\n".join(document.to_markdown(rank) for rank in range(document.page_count())))


def _pdfplumber(data: bytes) -> Kinds | None:
    try:
        import pdfplumber
    except ImportError:
        return None
    with pdfplumber.open(io.BytesIO(data)) as document:
        return [("paragraph", line) for page in document.pages for line in (page.extract_text() or "").split("\n")]


def _opendataloader(data: bytes) -> Kinds | None:
    """Java; its own rules, no model."""
    try:
        import opendataloader_pdf
    except ImportError:
        return None
    if shutil.which("java") is None:
        return None
    with tempfile.TemporaryDirectory() as scratch:
        (Path(scratch) / "minutes.pdf").write_bytes(data)
        opendataloader_pdf.convert(input_path=[f"{scratch}/minutes.pdf"], output_dir=scratch, format="markdown", quiet=True)
        return _parts((Path(scratch) / "minutes.md").read_text(encoding="utf-8"))


def _mammoth(data: bytes) -> Kinds | None:
    import mammoth

    return _parts(mammoth.extract_raw_text(io.BytesIO(data)).value)


# By the ending of the files that they read.
PEERS: Mapping[str, Mapping[str, Callable[[bytes], Kinds | None]]] = {
    "pdf": {
        "pypdfium2": _pypdfium2, "pypdf": _pypdf, "pdf-oxide": _pdf_oxide, "pdfplumber": _pdfplumber,
        "opendataloader-pdf": _opendataloader,
    },
    "docx": {"mammoth, texte brut": _mammoth},
}  # fmt: skip
