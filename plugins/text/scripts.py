"""Data → a classic script of the site: pages that are opened from a folder can load it as well."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass


@dataclass(frozen=True)
class Script:
    """A file of the site.

    Attributes:
        name: its path under the site's root, which changes with its text.
        text: its text.
    """

    name: str
    text: str


def script(variable: str, data: object, path: str) -> Script:
    """`window.<variable>=…;`, in a file called `<path>-<hash>.js`.

    Args:
        variable: where the browser finds the data.
        data: what JSON can say.
        path: under the site's root, without the hash, such as `comparer/offres`.
    """
    text = f"window.{variable}={harmless(json.dumps(data, ensure_ascii=False, separators=(',', ':')))};\n"
    return Script(f"{path}-{hashlib.sha256(text.encode()).hexdigest()[:10]}.js", text)


def harmless(text: str) -> str:
    """JSON in which « </ » and the two line ends that old scripts do not know are written as escapes."""
    return text.replace("</", "<\\/").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
