"""What builds came to → what the pages of `inv serve` show: reload, or the errors of the last one until they are mended."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from html import escape
from pathlib import Path
from threading import Condition

IN_PAGE = Path(__file__).with_name("in_page")
SCRIPT, STYLE, STATE = "/__rechargement.js", "/__rechargement.css", "/__rechargement.json"
# Seconds that an open page waits for an answer before it asks again.
PATIENCE = 20
WORKER = "/service-worker.js"  # the site's own, which would keep pages from one build to the next
_FILES = {SCRIPT: "reloading.js", STYLE: "reloading.css", WORKER: "nothing-kept.js"}
_NO_SITE = """<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Pas encore de site</title>
</head>
<body>
<main>
<h1>Pas encore de site</h1>
<p>Il s’affichera ici dès que les erreurs seront corrigées.</p>
</main>
</body>
</html>
"""


@dataclass(frozen=True)
class _Last:
    """What the last build came to.

    Attributes:
        published: how many builds replaced the site.
        said: what it objected to, one a line, its conclusion last; empty when nothing was wrong.
        ahead: by address, pages of the build that is under way, which differ from those of the site by their bodies alone.
        rank: of this outcome among all of them.
    """

    published: int = 0
    said: tuple[str, ...] = ()
    ahead: Mapping[str, bytes] = field(default_factory=dict)
    rank: int = 0


class Builds:
    """Keeps what the last build came to, for open pages that ask; written by one thread, read by those of requests."""

    def __init__(self) -> None:
        self._last, self._changed = _Last(), Condition()

    def done(self) -> None:
        """A build replaced the site."""
        self._become(_Last(self._last.published + 1))

    def ahead(self, address: str, html: bytes) -> None:
        """A page of the build that is under way: it is shown before the others are there."""
        self._become(replace(self._last, ahead={**self._last.ahead, address: html}))

    def page(self, address: str) -> bytes | None:
        """The page of an address, when it is ahead of the site."""
        return self._last.ahead.get(address)

    def failed(self, said: str) -> None:
        """A build published nothing.

        Args:
            said: what it wrote in the terminal; warnings, which forbid nothing, are left there.
        """
        lines = [line for line in said.splitlines() if line.strip() and ": avertissement : " not in line]
        self._become(replace(self._last, ahead={}, said=tuple(lines) or ("La construction a échoué, sans dire pourquoi.",)))

    def answer(self, path: str, query: str = "") -> tuple[bytes, str] | None:
        """What is served at an address that is no file of the site: its bytes and its suffix; None at any other one.

        Args:
            path: of the address.
            query: `apres=RANK` waits for another outcome than the one of this rank, some seconds at most.
        """
        if path == STATE:
            with self._changed:
                self._changed.wait_for(lambda: query != f"apres={self._last.rank}", PATIENCE)
                last = self._last
            state = {"publie": last.published, "avance": list(last.ahead), "alerte": _alert(last.said), "rang": last.rank}
            return json.dumps(state).encode(), ".json"
        return ((IN_PAGE / _FILES[path]).read_bytes(), Path(path).suffix) if path in _FILES else None

    def _become(self, last: _Last) -> None:
        with self._changed:
            self._last = replace(last, rank=self._last.rank + 1)
            self._changed.notify_all()

    def in_page(self, html: bytes, address: str = "") -> bytes:
        """A page with the alert and the script that keeps it true, before the end of its body; one that is ahead is of the next build."""
        last = self._last
        script = f'<script type="module" src="{SCRIPT}?publie={last.published + (address in last.ahead)}"></script>'
        added = f'<link rel="stylesheet" href="{STYLE}">{_alert(last.said)}{script}'.encode()
        before, end, after = html.rpartition(b"</body>")
        return before + added + end + after if end else html + added

    def without_site(self) -> bytes | None:
        """The page for any address when no build has succeeded yet; None when the last one objected to nothing."""
        return self.in_page(_NO_SITE.encode()) if self._last.said else None


def _alert(said: tuple[str, ...]) -> str:
    """Empty, or one element that a screen reader reads out when it arrives (WAI-ARIA, `alert`)."""
    if not said:
        return ""
    *messages, conclusion = said
    items = "".join(f"<li>{escape(message)}</li>" for message in messages)
    return (
        '<div id="erreurs-de-construction" role="alert" aria-label="Erreurs de construction" tabindex="0">'
        f"<p><strong>{escape(conclusion)}</strong></p>{f'<ul>{items}</ul>' if items else ''}</div>"
    )
