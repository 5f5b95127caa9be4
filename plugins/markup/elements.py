"""What the elements of HTML mean to a reader of text: which ones break a line of thought, which ones are left alone."""

from __future__ import annotations

import re

BLOCKS = frozenset(
    "address article aside blockquote body caption dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 "
    "h5 h6 head header hgroup hr html legend li main menu nav ol option p pre search section summary table tbody td tfoot th "
    "thead title tr ul".split()
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
VOIDS = frozenset("area base br col embed hr img input link meta source track wbr".split())

LINK, CODE, OURS = "lien", "code", "lien du site"
# Classes of the links that we write.
OUR_LINKS = frozenset(("actor", "approach", "family"))

# Elements whose text no mention may touch, and why.
CLOSED = {
    "a": LINK,
    **dict.fromkeys(
        ("code", "kbd", "pre", "samp", "script", "style", "var", "textarea", "template", "svg", "math", "button"), CODE
    ),
}

# Quoted values are bounded so that a stray quotation mark cannot make every tag read to the end of the file.
TAG = re.compile(
    r"<!--.{0,9999}?-->|<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9-]*)(?P<attributes>(?:[^<>\"']|\"[^\"]*+\"|'[^']*+')*+)>",
    re.DOTALL,
)
ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
