"""A DOCX → its paragraphs, by mammoth, which knows Word's styles and numbering; pictures, comments, headers and hidden text are left out."""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET
import zipfile

from plugins.importing.containers import parts
from plugins.importing.pieces import Piece, RefusedError
from plugins.importing.web import paragraphs

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BODY = "word/document.xml"
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Titre'] => h1:fresh
p[style-name='Subtitle'] => h2:fresh
p[style-name='Sous-titre'] => h2:fresh
p[style-name='Titre 1'] => h1:fresh
p[style-name='Titre 2'] => h2:fresh
p[style-name='Titre 3'] => h3:fresh
p[style-name='header'] => !
p[style-name='footer'] => !
comment-reference => !
u => strong
"""


def read(data: bytes) -> list[Piece]:
    """Every paragraph of the body.

    Raises:
        RefusedError: what `containers.parts` refuses, and an archive that is no document.
    """
    found = parts(data)
    if "[Content_Types].xml" not in found or not any(name.startswith("word/") for name in found):
        raise RefusedError("ce fichier n'est pas un document Word (.docx) — l'enregistrer en .docx ou en PDF")
    if b"macroEnabled" in found["[Content_Types].xml"]:
        raise RefusedError("ce fichier contient des macros — l'enregistrer sans macros (.docx), puis recommencer")
    import mammoth

    shown = _without_hidden(data, found) if b"vanish" in found.get(_BODY, b"") + found.get("word/styles.xml", b"") else data
    no_picture = mammoth.images.img_element(lambda _: {})
    try:
        html = mammoth.convert_to_html(io.BytesIO(shown), style_map=_STYLES, convert_image=no_picture).value
    except (KeyError, ValueError, IndexError, AttributeError, TypeError, SyntaxError):
        raise RefusedError(
            "ce document Word ne se lit pas — l'ouvrir, l'enregistrer de nouveau, ou l'enregistrer en PDF"
        ) from None
    # What mammoth gives is on one line: spaces in a row were typed, to part two cells.
    return paragraphs(re.sub(r"[ \u00a0]{3,}", "\t", str(html)))


def _without_hidden(data: bytes, found: dict[str, bytes]) -> bytes:
    """The same document without what Word hides (« texte masqué »): mammoth reads it as any other text."""
    try:
        # Entities were refused by `containers.parts`.
        root = ET.fromstring(found[_BODY])  # noqa: S314
        styles = ET.fromstring(found["word/styles.xml"]) if "word/styles.xml" in found else ET.Element("none")  # noqa: S314
    except (KeyError, ET.ParseError):
        return data  # mammoth says why it cannot be read
    hidden = {style.get(_WORD + "styleId") for style in styles.iter(_WORD + "style") if _hides(style.find(_WORD + "rPr"))}
    for paragraph in root.iter(_WORD + "p"):
        own = paragraph.find(f"{_WORD}pPr/{_WORD}pStyle")
        whole = own is not None and own.get(_WORD + "val") in hidden
        for parent in list(paragraph.iter()):
            for run in parent.findall(_WORD + "r"):
                if _is_hidden(run.find(_WORD + "rPr"), hidden, whole=whole):
                    parent.remove(run)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as written:
        for entry in source.infolist():
            written.writestr(entry.filename, ET.tostring(root) if entry.filename == _BODY else source.read(entry))
    return out.getvalue()


def _is_hidden(look: ET.Element | None, hidden: set[str | None], *, whole: bool) -> bool:
    """By what a run says itself, else by its style, else by that of its paragraph."""
    if look is not None and look.find(_WORD + "vanish") is not None:
        return _hides(look)
    style = look.find(_WORD + "rStyle") if look is not None else None
    return whole or (style is not None and style.get(_WORD + "val") in hidden)


def _hides(look: ET.Element | None) -> bool:
    mark = look.find(_WORD + "vanish") if look is not None else None
    return mark is not None and mark.get(_WORD + "val", "1") not in {"0", "false", "off"}
