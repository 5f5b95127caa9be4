"""A text → the spans of its web addresses, e-mail addresses and file names, whose letters are no words."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from plugins.text.words import OBJECT

_FILES = (
    "pdf|docx?|odt|ods|odp|xlsx?|pptx?|csv|tsv|txt|md|html?|zip|gz|7z|rar|png|jpe?g|gif|svg|webp|json|xml|ya?ml|ics|rtf|epub|eml|msg|"
    "mp[34]|avi|mov|wav|css|js|py|log|sql|bak"
)
_DOMAINS = "fr|com|org|net|eu|info|io|bzh|paris|asso|gouv|edu|gov|coop|tv|app|dev|be|ch|ca"
_ANCHOR = re.compile(rf"://|@|\bwww\.|\bmailto:|\.(?:{_FILES}|{_DOMAINS})(?![\w-])", re.IGNORECASE)
# A text without any of these has no anchor; most have none.
_DOTTED = re.compile(r"\.\w")
_STOPS = frozenset(' \t\n\r\u00a0\u202f\u2009«»"“”()[]{}<>,;|' + OBJECT)
_URL_STOPS = frozenset(' \t\n\r\u00a0\u202f\u2009«»"“”<>' + OBJECT)


def addresses(text: str) -> list[tuple[int, int]]:
    """Start and end of each, in order, without overlap; linear in the length of the text."""
    spans: list[tuple[int, int]] = []
    done = 0
    if not _may_hold_one(text):
        return spans
    for anchor in _ANCHOR.finditer(text):
        if anchor.start() < done:
            continue
        start, end = anchor.span()
        while start > done and text[start - 1] not in _STOPS:
            start -= 1
        web = (
            anchor.group() == "://"
            or anchor.group().lower() in ("www.", "mailto:")
            or text[end : end + 1] in ("/", "?", "#", ":")
        )
        stops = _URL_STOPS if web else _STOPS
        while end < len(text) and text[end] not in stops:
            end += 1
        spans.append((start, end))
        done = end
    return spans


def _may_hold_one(text: str) -> bool:
    if "@" in text or "://" in text or _DOTTED.search(text):
        return True
    lower = text.lower()
    return "w." in lower or "o:" in lower


def host_of(url: str) -> str:
    """The part of a web address that people say: `https://www.exemple.fr/x` → « exemple.fr »; a text that is none is given back."""
    return (urlsplit(url).hostname or url).removeprefix("www.")
