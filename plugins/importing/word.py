"""A DOCX → its paragraphs, by mammoth, which knows Word's styles and numbering; pictures, comments and headers are left out."""

from __future__ import annotations

import io
import re

from plugins.importing.containers import parts
from plugins.importing.pieces import Piece, RefusedError
from plugins.importing.web import paragraphs

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

    no_picture = mammoth.images.img_element(lambda _: {})
    try:
        html = mammoth.convert_to_html(io.BytesIO(data), style_map=_STYLES, convert_image=no_picture).value
    except (KeyError, ValueError, IndexError, AttributeError, TypeError, SyntaxError):
        raise RefusedError(
            "ce document Word ne se lit pas — l'ouvrir, l'enregistrer de nouveau, ou l'enregistrer en PDF"
        ) from None
    # What mammoth gives is on one line: spaces in a row were typed, to part two cells.
    return paragraphs(re.sub(r"[ \u00a0]{3,}", "\t", str(html)))
