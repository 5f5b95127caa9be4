import gzip
import threading
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from plugins.building.server import RELOAD, Builds, start


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "acteurs").mkdir()
    (tmp_path / "acteurs/index.html").write_text("<body>acteurs</body>")
    (tmp_path / "404.html").write_text("<body>absente</body>")
    (tmp_path / "font.woff2").write_bytes(b"\0\1")
    return tmp_path


def get(address: str, path: str, **headers: str) -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection(urlsplit(address).netloc)
    connection.request("GET", path, headers=headers)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


def test_it_answers_as_a_host_of_static_sites_does(folder: Path) -> None:
    server, address = start(folder)
    try:
        response, body = get(address, "/acteurs/", **{"Accept-Encoding": "gzip"})
        assert (response.status, response.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
        assert gzip.decompress(body) == b"<body>acteurs</body>"
        response, _ = get(address, "/acteurs?q=1")
        assert (response.status, response.headers["Location"]) == (301, "/acteurs/?q=1")
        response, body = get(address, "/absent/")
        assert (response.status, body) == (404, b"<body>absente</body>")
        response, body = get(address, "/font.woff2", **{"Accept-Encoding": "gzip"})
        assert (response.headers["Content-Type"], body) == ("font/woff2", b"\0\1")
        response, _ = get(address, "/../../etc/passwd")
        assert response.status == 404
    finally:
        server.shutdown()
        server.server_close()


def test_an_open_page_reloads_after_the_next_build_and_not_before(folder: Path) -> None:
    builds = Builds()
    server, address = start(folder, builds=builds)
    try:
        assert f'<script src="{RELOAD}"></script></body>'.encode() in get(address, "/acteurs/")[1]
        assert b"vu=0" in get(address, RELOAD)[1]
        threading.Timer(0.05, builds.done).start()
        assert get(address, f"{RELOAD}?vu=0")[1] == b"location.reload();"
        assert b"vu=1" in get(address, RELOAD)[1]
    finally:
        server.shutdown()
        server.server_close()
