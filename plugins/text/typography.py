"""French spaces: U+202F before ; ! ? and U+00A0 before : and inside « », where French typography wants them."""

from __future__ import annotations

import re

NARROW = "\u202f"
NO_BREAK = "\u00a0"
# The look-behinds keep a long run of spaces from being tried again at each of its characters.
_ANY = r"[ \t\u00a0\u202f\u2009]"
_BEFORE_HIGH = re.compile(rf"(?<!{_ANY}){_ANY}+(?=[;!?])")
_BEFORE_COLON = re.compile(rf"(?<!{_ANY}){_ANY}+(?=:(?:[\s\u00a0\u202f»]|$))")
_OPENING = re.compile(rf"«{_ANY}*(?=[^\s«]|$)")
_CLOSING = re.compile(rf"(^|[^\s»]){_ANY}*»")


def french_spaces(text: str) -> str:
    """The same text with French no-break spaces; idempotent.

    Spaces are replaced, and added inside « »; nothing is added before : ; ! ? so that addresses (`https://`, `?a=b`) stay
    as they are. Never call it on code.
    """
    if ";" in text or "!" in text or "?" in text:
        text = _BEFORE_HIGH.sub(NARROW, text)
    if ":" in text:
        text = _BEFORE_COLON.sub(NO_BREAK, text)
    if "«" in text:
        text = _OPENING.sub("«" + NO_BREAK, text)
    return _CLOSING.sub(rf"\1{NO_BREAK}»", text) if "»" in text else text
