"""A PDF → what other libraries read of it, as blocks: paragraphs where they find some, else the parts between blank lines."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping

from benchmarks.importing.measures import Kinds


def _parts(text: str) -> Kinds:
    return [("paragraph", part) for part in re.split(r"\n\s*\n", text) if part.strip()]


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


PEERS: Mapping[str, Callable[[bytes], Kinds | None]] = {
    "pypdfium2": _pypdfium2, "pypdf": _pypdf, "pdf-oxide": _pdf_oxide, "pdfplumber": _pdfplumber,
}  # fmt: skip
