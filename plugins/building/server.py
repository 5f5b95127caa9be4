"""A folder → a local web server that compresses, serves the 404 page, and can reload open pages after a build."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar
from urllib.parse import parse_qs, urlsplit

RELOAD = "/__rechargement.js"
_COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".ics", ".txt", ".webmanifest"}
# Asked again by the script itself, so that a page left open keeps listening.
_PATIENCE = 25.0


class Builds:
    """Counts builds, so that an open page can wait for the next one."""

    def __init__(self) -> None:
        self._count = 0
        self._changed = threading.Condition()

    def done(self) -> None:
        """Tell all pages that wait."""
        with self._changed:
            self._count += 1
            self._changed.notify_all()

    def script(self, seen: int | None) -> str:
        """What an open page runs next: wait again, or reload.

        It is fetched by a script element and not by EventSource: the site's security policy allows that as it is.
        """
        with self._changed:
            if seen is not None:
                self._changed.wait_for(lambda: self._count != seen, timeout=_PATIENCE)
            if seen is not None and self._count != seen:
                return "location.reload();"
            again = f"{RELOAD}?vu={self._count}"
        return f'(() => {{ const s = document.createElement("script"); s.src = "{again}"; document.body.append(s); }})();'


class Handler(SimpleHTTPRequestHandler):
    """Serves files as a host of static sites would; `builds` adds the reload script to pages."""

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
        address = urlsplit(self.path)
        if self.builds and address.path == RELOAD:
            seen = parse_qs(address.query).get("vu")
            self._send(HTTPStatus.OK, self.builds.script(int(seen[0]) if seen else None).encode(), ".js")
            return
        path = Path(self.translate_path(address.path))
        if path.is_dir() and not address.path.endswith("/"):
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", address.path + "/" + ("?" + address.query if address.query else ""))
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        path = path / "index.html" if path.is_dir() else path
        if path.is_file():
            self._send(HTTPStatus.OK, path.read_bytes(), path.suffix)
        else:
            missing = Path(self.directory) / "404.html"
            self._send(HTTPStatus.NOT_FOUND, missing.read_bytes() if missing.is_file() else b"404", ".html")

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 — the base class names it
        """Say nothing: the terminal is for diagnostics."""

    def _send(self, status: HTTPStatus, body: bytes, suffix: str) -> None:
        if self.builds and suffix == ".html":
            body = body.replace(b"</body>", f'<script src="{RELOAD}"></script></body>'.encode())
        kind = self.extensions_map.get(suffix) or self.guess_type("x" + suffix)
        self.send_response(status)
        self.send_header("Content-Type", kind + ("; charset=utf-8" if suffix in _COMPRESSED else ""))
        if suffix in _COMPRESSED and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)


def start(folder: Path, port: int = 0, builds: Builds | None = None) -> tuple[ThreadingHTTPServer, str]:
    """Serve a folder on this machine alone, in a thread that ends with the process.

    Args:
        folder: what to serve; it may be replaced while it is served.
        port: 0 takes a free one.
        builds: reloads pages when told.

    Returns:
        The server, and its address without a final slash.

    Raises:
        OSError: when the port is taken.
    """
    server = ThreadingHTTPServer(("127.0.0.1", port), _handler(folder, builds))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_address[1]}"


def _handler(folder: Path, builds: Builds | None) -> Callable[..., Handler]:
    return partial(Handler, directory=str(folder), builds=builds)
