"""The bytes of an SVG or an XML file → what a browser would run or fetch in it, at its line.

Read by expat, as browsers read XML; nothing is expanded, nothing is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.parsers import expat

from plugins.diagnostics import Diagnostic, Place

_SVG, _XHTML = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml"
_SHOWN_AS_PAGES = frozenset((_SVG, _XHTML, "http://www.w3.org/1998/Math/MathML"))
_RUNNING = frozenset("script handler listener foreignobject iframe frame object embed applet audio video link meta base".split())
_ADDRESSES = frozenset(("href", "src", "data", "action", "formaction", "base"))
_ANIMATED = frozenset(("animate", "set", "animatetransform", "animatemotion", "discard"))
_SCHEME = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//|\\)", re.IGNORECASE)
_INERT_DATA = re.compile(
    r"data:(?:image/(?:png|jpe?g|gif|webp|avif)|(?:application/(?:x-)?)?font[/-][\w.+-]*)[;,]", re.IGNORECASE
)
_LINK = re.compile(r"(?:https?://|mailto:|tel:)", re.IGNORECASE)
_STYLE_FETCHES = re.compile(r"url\(\s*[\"']?([^\"')]*)|(@import|expression\s*\(|-moz-binding|behavior\s*:)", re.IGNORECASE)
_STYLE_ESCAPE = re.compile(r"\\([0-9a-f]{1,6})\s?|/\*.*?\*/|\\", re.IGNORECASE | re.DOTALL)
_BLANKS = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029]+")
_MOST_FAULTS = 20


class _Enough(Exception):  # noqa: N818 — it ends the reading, it is no error
    pass


def markup_faults(data: bytes, place: Place) -> Iterator[Diagnostic]:
    """What would run, or be asked of a third party, when the file is opened by its address.

    Args:
        data: the file.
        place: its place, at line 1.
    """
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
    except _Enough:
        pass
    except (expat.ExpatError, ValueError, LookupError):
        reader.fault(
            "ce fichier n'est pas du XML bien formé : ce qu'un navigateur en ferait n'est pas sûr — l'exporter à nouveau"
        )
    for line, message in dict.fromkeys(reader.faults):
        yield place.at(line).error(message)


class _Reader:
    def __init__(self) -> None:
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.ProcessingInstructionHandler = self._instruction
        self.parser.EntityDeclHandler = self._entity
        self.parser.buffer_text = True
        self.faults: list[tuple[int, str]] = []
        self.is_drawing: bool | None = None
        self.style: list[str] | None = None

    def fault(self, message: str) -> None:
        self.faults.append((self.parser.CurrentLineNumber, message))
        if len(self.faults) >= _MOST_FAULTS:
            raise _Enough

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        if self.is_drawing is None:
            self.is_drawing = local.lower() == "svg"
        if not self.is_drawing:
            if space in _SHOWN_AS_PAGES:
                self.fault(f"ces données contiennent une page ou un dessin (<{local}>) qu'un navigateur exécuterait — l'enlever")
            return
        if local.lower() in _RUNNING or space == _XHTML:
            self.fault(f"<{local}> peut exécuter un script ou montrer une autre page — l'enlever du dessin, ou joindre un .png")
        if local.lower() == "style":
            self.style = []
        for attribute, value in attributes.items():
            self._attribute(local.lower(), attribute.rpartition(" ")[2].lower(), value)

    def _attribute(self, element: str, name: str, value: str) -> None:
        flat = _BLANKS.sub("", value)
        if name.startswith("on"):
            self.fault(f"l'attribut {name} exécute un script — l'enlever du dessin, ou joindre un .png")
        elif element in _ANIMATED and name == "attributename" and re.search(r"(?:^|:)(?:href|on\w+)$", flat, re.IGNORECASE):
            self.fault(f"<{element}> change une adresse ou un script — l'enlever du dessin, ou joindre un .png")
        elif re.match(r"(?:javascript|vbscript):", flat, re.IGNORECASE):
            self.fault("une adresse « javascript: » exécute un script — l'enlever du dessin")
        elif name in _ADDRESSES:
            if _SCHEME.match(flat) and not _INERT_DATA.match(flat) and not (element == "a" and _LINK.match(flat)):
                self.fault(f"<{element}> charge « {flat[:60]} » hors du site — l'inclure dans le dessin, ou l'enlever")
        else:
            self._styled(value)

    def _styled(self, text: str) -> None:
        plain = _STYLE_ESCAPE.sub(_unescaped, text)
        for match in _STYLE_FETCHES.finditer(plain):
            address = _BLANKS.sub("", match[1] or "")
            if match[2] or (_SCHEME.match(address) and not _INERT_DATA.match(address)):
                self.fault(f"le style charge « {(match[2] or address)[:60]} » — l'inclure dans le dessin, ou l'enlever")

    def _end(self, name: str) -> None:
        if self.style is not None and name.rpartition(" ")[2].lower() == "style":
            text, self.style = "".join(self.style), None
            self._styled(text)

    def _text(self, text: str) -> None:
        if self.style is not None:
            self.style.append(text)

    def _instruction(self, target: str, _: str) -> None:
        if target.lower() == "xml-stylesheet":
            self.fault("une feuille de style (« xml-stylesheet ») peut exécuter un script — l'enlever")

    def _entity(self, name: str, *_: object) -> None:
        # What follows may be made of entities: it is not read.
        self.faults.append(
            (self.parser.CurrentLineNumber, f"l'entité « {name} » (<!ENTITY>) cache ce qui est écrit — exporter en SVG simple")
        )
        raise _Enough


def _unescaped(match: re.Match[str]) -> str:
    return chr(min(int(match[1], 16), 0x10FFFF)) if match[1] else ""
