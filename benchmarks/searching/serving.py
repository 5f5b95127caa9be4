"""A folder comes in, a web server goes out that knows what it sent and can be as slow as a mobile link.

What a browser transferred is counted here, and slowness is made here, so that every search is treated alike whatever
it loads from: page, module or worker.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

from plugins.building.local_server import Handler


@dataclass
class Link:
    """The line between the server and the browser.

    Attributes:
        latency: seconds before each answer begins.
        rate: bytes a second, of all answers together; 0 as fast as it can.
        sent: (path, bytes of the body) of every answer, in order.
    """

    latency: float = 0
    rate: int = 0
    sent: list[tuple[str, int]] = field(default_factory=list)
    _line: threading.Lock = field(default_factory=threading.Lock)

    def carry(self, path: str, size: int) -> None:
        """Note one answer, and wait as long as it would take; the line carries one at a time."""
        self.sent.append((path, size))
        if self.latency:
            time.sleep(self.latency)
        if self.rate:
            with self._line:
                time.sleep(size / self.rate)


class _Measured(Handler):
    """Serves as `inv serve` does; the length of a body is known when its header is written."""

    def __init__(self, *arguments: object, link: Link, directory: str) -> None:
        self.link = link
        super().__init__(*arguments, directory=directory)

    def send_header(self, keyword: str, value: str) -> None:
        """Wait before the length is told, that is before anything is sent."""
        if keyword == "Content-Length":
            self.link.carry(self.path, int(value))
        super().send_header(keyword, value)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that left before the end is no error."""


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, Link]]:
    """The address of a folder on this machine, and its line."""
    link = Link()
    server = _Server(("127.0.0.1", 0), partial(_Measured, directory=str(folder), link=link))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}", link
    server.shutdown()
    server.server_close()
