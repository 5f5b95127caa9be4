"""A folder → a local web server that compresses, serves the 404 page, and can follow builds in open pages."""

from __future__ import annotations

import gzip
import sys
import threading
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar
from urllib.parse import urlsplit

from plugins.building.compressing import TEXTS
from plugins.building.last_build import Builds
from plugins.text.files import EDITOR_PAGE

# Seconds between two looks at whether the server must stop.
_POLL = 0.05
_UNREADABLE = "Cette adresse ne peut pas être lue.".encode()

# Status, body, and the suffix that tells its type.
Answer = tuple[HTTPStatus, bytes, str]


class Handler(SimpleHTTPRequestHandler):
    """Serves files as a host of static sites would; `builds` adds to pages what lets them follow builds."""

    protocol_version = "HTTP/1.1"
    # typeshed calls it an instance variable
    extensions_map: ClassVar[dict[str, str]] = {  # type: ignore[misc]
        **SimpleHTTPRequestHandler.extensions_map,
        ".woff2": "font/woff2",
        ".js": "text/javascript",
        ".ics": "text/calendar",
        ".webmanifest": "application/manifest+json",
    }

    def __init__(self, *arguments: object, builds: Builds | None = None, **named: object) -> None:
        self.builds = builds
        super().__init__(*arguments, **named)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer one request."""
        try:
            address = urlsplit(self.path)
        except ValueError:  # http://[
            self._send(HTTPStatus.BAD_REQUEST, _UNREADABLE, ".txt")
            return
        ours = self.builds and self.builds.answer(address.path, address.query)
        if ours:
            self._send(HTTPStatus.OK, *ours)
        elif not address.path.endswith("/") and _is(Path.is_dir, self._path(address.path)):
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", address.path + "/" + ("?" + address.query if address.query else ""))
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            self._send(*self._page(address.path))

    def do_HEAD(self) -> None:
        """Answer one request that wants no body."""
        self.do_GET()

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 — the base class names it
        """Say nothing: the terminal is for diagnostics."""

    def _path(self, address: str) -> Path:
        return Path(self.translate_path(address))

    def _page(self, address: str) -> Answer:
        """The file of an address; else the page that says that there is none."""
        ahead = self.builds and self.builds.page(address)
        if self.builds and ahead:
            return HTTPStatus.OK, self.builds.in_page(ahead, address), ".html"
        path = self._path(address)
        path = path / "index.html" if _is(Path.is_dir, path) else path
        if _is(Path.is_file, path):
            status, suffix = HTTPStatus.OK, path.suffix
        else:
            status, path, suffix = HTTPStatus.NOT_FOUND, Path(self.directory) / "404.html", ".html"
        try:
            body = path.read_bytes()
        except OSError:  # there is no page for it, or the folder is being replaced
            alone = self.builds and self.builds.without_site()
            return (HTTPStatus.SERVICE_UNAVAILABLE, alone, ".html") if alone else (HTTPStatus.NOT_FOUND, b"404", ".html")
        # The editor writes the content: a page of its own that followed builds would close the form that was saved.
        follows = self.builds and suffix == ".html" and not address.startswith(f"/{EDITOR_PAGE}")
        return status, self.builds.in_page(body, address) if self.builds and follows else body, suffix

    def _send(self, status: HTTPStatus, body: bytes, suffix: str) -> None:
        kind = self.extensions_map.get(suffix) or self.guess_type("x" + suffix)
        self.send_response(status)
        self.send_header("Content-Type", kind + ("; charset=utf-8" if suffix in TEXTS else ""))
        if suffix in TEXTS and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """One sentence for what no answer was found for; nothing for a browser that left before the end."""
        error = sys.exception()
        if not isinstance(error, ConnectionError):
            sys.stderr.write(f"Une demande est restée sans réponse ({type(error).__name__}) : {error}\n")


def start(folder: Path, port: int = 0, builds: Builds | None = None) -> tuple[ThreadingHTTPServer, str]:
    """Serve a folder on this machine alone, in a thread that ends with the process.

    Args:
        folder: what to serve; it may be replaced while it is served.
        port: 0 takes a free one.
        builds: what pages follow.

    Returns:
        The server, and its address without a final slash.

    Raises:
        OSError: when the port is taken.
    """
    server = _Server(("127.0.0.1", port), _handler(folder, builds))
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": _POLL}, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_address[1]}"


def _handler(folder: Path, builds: Builds | None) -> Callable[..., Handler]:
    return partial(Handler, directory=str(folder), builds=builds)


def _is(kind: Callable[[Path], bool], path: Path) -> bool:
    """`Path.is_file` and the like, where a name that no file system takes is the name of nothing."""
    try:
        return kind(path)
    except (OSError, ValueError):
        return False
