"""A page of the site → the same page for a folder opened without a server: every link ends with a file's name."""

from __future__ import annotations

import re
from html import escape, unescape

# A tag, as our templates and our Markdown write it: attributes in double quotes.
_TAG = re.compile(r"<(?P<name>[a-z][a-z0-9]*)(?P<attributes>(?:\s[^<>\"]*(?:\"[^\"]*\"[^<>\"]*)*)?)>", re.IGNORECASE)
_ADDRESS = re.compile(r"(?P<before>\s(?P<name>href|action)=\")(?P<address>[^\"]*)\"")
_REFRESH = re.compile(r"(\scontent=\"\d+;\s*url=)([^\"]*)\"", re.IGNORECASE)
_POLICY = re.compile(r"(<meta http-equiv=\"Content-Security-Policy\" content=\")([^\"]*)\"")
# What a page opened from a disk cannot use: browsers refuse a manifest, and a font asked for ahead of its style sheet.
_USELESS = re.compile(r"\s*<link rel=\"(?:manifest|preload)\"[^>]*>")
_WITH_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def for_a_folder(html: str) -> str:
    """Rewrite the links of one page; its text, its data and its scripts stay as they are."""
    html = _POLICY.sub(lambda match: f'{match[1]}{for_files(match[2])}"', _USELESS.sub("", html))
    return _TAG.sub(_tag, html)


def with_file_name(address: str) -> str:
    """`../acteurs/cgt/#offre` → `../acteurs/cgt/index.html#offre`; what leads out of the site, or to a file, stays."""
    if not address or address[0] in "#?" or _WITH_SCHEME.match(address):
        return address
    path, mark, rest = address.partition("#")
    path, question, query = path.partition("?")
    last = path.rpartition("/")[2]
    if last in {".", ".."}:
        path += "/"
    elif last:
        return address
    return f"{path}index.html{question}{query}{mark}{rest}"


def for_files(policy: str) -> str:
    """The page's policy, where « the same site » also is any file: browsers do not agree on what 'self' is on a disk."""
    return policy.replace("&#39;", "'").replace("'self'", "'self' file:")


def _tag(match: re.Match[str]) -> str:
    attributes = match["attributes"]
    if match["name"] == "meta":
        if 'http-equiv="refresh"' not in attributes:
            return match[0]
        attributes = _REFRESH.sub(lambda found: f'{found[1]}{_rewritten(found[2])}"', attributes)
    else:
        attributes = _ADDRESS.sub(lambda found: f'{found["before"]}{_rewritten(found["address"])}"', attributes)
    return f"<{match['name']}{attributes}>" if attributes != match["attributes"] else match[0]


def _rewritten(address: str) -> str:
    return escape(with_file_name(unescape(address)))
