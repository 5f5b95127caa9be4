import gzip
import json
import socket
import struct
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from plugins.building.last_build import SCRIPT, STATE, STYLE, WORKER, Builds
from plugins.building.local_server import start

SAID = """acteurs/fable.md:3: « aller-ver » n'est pas un rôle — écrire « aller-vers » & pas autre chose
acteurs/fable.md:4: avertissement : phrase longue
1 erreur ; rien n'est publié.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    (site / "acteurs").mkdir(parents=True)
    (site / "acteurs/index.html").write_text("<body>acteurs</body>")
    (site / "404.html").write_text("<body>absente</body>")
    (site / "font.woff2").write_bytes(b"\0\1")
    (tmp_path / "secret.txt").write_text("secret")
    return site


@pytest.fixture
def builds() -> Builds:
    return Builds()


@pytest.fixture
def address(folder: Path, builds: Builds) -> Iterator[str]:
    """The folder as `inv serve` serves it."""
    server, address = start(folder, builds=builds)
    yield address
    server.shutdown()
    server.server_close()


def get(address: str, path: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection(urlsplit(address).netloc)
    connection.request(method, path, headers=headers)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


def raw(address: str, request: bytes) -> bytes:
    """All that is answered to bytes that no client library would send."""
    where = urlsplit(address)
    with socket.create_connection((where.hostname, where.port), 10) as one:
        one.sendall(request)
        return b"".join(iter(lambda: one.recv(65536), b""))


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
        response, body = get(address, "/acteurs/", method="HEAD")
        assert (response.status, response.headers["Content-Length"], body) == (200, "20", b"")
        assert get(address, STATE)[0].status == 404
    finally:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize(
    ("line", "status"),
    [
        pytest.param(f"GET {SCRIPT}?vu=abc HTTP/1.1", 200, id="a query that is not read"),
        pytest.param(f"GET {STATE}?{'&' * 5000} HTTP/1.1", 200, id="a query of separators"),
        pytest.param("GET /" + "a" * 60000 + " HTTP/1.1", 404, id="a name too long for a file"),
        pytest.param("HEAD /" + "a" * 60000 + " HTTP/1.1", 404, id="a name too long, and no body wanted"),
        pytest.param("GET /" + "a/" * 30000 + " HTTP/1.1", 404, id="a path that no file system takes"),
        pytest.param("GET /" + "a" * 70000 + " HTTP/1.1", 414, id="a line over the limit"),
        pytest.param("GET /%00 HTTP/1.1", 404, id="a null byte"),
        pytest.param("GET /acteurs%00/ HTTP/1.1", 404, id="a folder and a null byte"),
        pytest.param("GET /%ff%fe%zz% HTTP/1.1", 404, id="bad percent-encoding"),
        pytest.param("GET /%ed%a0%80/ HTTP/1.1", 404, id="half a surrogate pair"),
        pytest.param("GET http://[ HTTP/1.1", 400, id="an address cut short"),
        pytest.param("HEAD http://[::1/ HTTP/1.1", 400, id="an address cut short, and no body wanted"),
        pytest.param("GET /../secret.txt HTTP/1.1", 404, id="a way out"),
        pytest.param("GET /%2e%2e/secret.txt HTTP/1.1", 404, id="a way out, encoded"),
        pytest.param("GET /..%2f..%2fsecret.txt HTTP/1.1", 404, id="a way out, its slash encoded"),
        pytest.param("GET //secret.txt HTTP/1.1", 404, id="two slashes"),
        pytest.param("POST /acteurs/ HTTP/1.1", 501, id="a method for other servers"),
        pytest.param("BREW /acteurs/ HTTP/1.1", 501, id="a method that is none"),
        pytest.param("GET /acteurs/ HTTP/9.9", 505, id="a version that is none"),
        pytest.param("GET", 400, id="half a line"),
        pytest.param("\x16\x03\x01 \x00", 400, id="the first bytes of an encrypted connection"),
    ],
)
def test_a_request_without_sense_has_an_answer_and_says_nothing_in_the_terminal(
    address: str, line: str, status: int, capfd: pytest.CaptureFixture[str]
) -> None:
    answer = raw(address, f"{line}\r\nHost: x\r\nConnection: close\r\n\r\n".encode("latin-1"))
    first, _, rest = answer.partition(b"\r\n")
    # A line that tells no version is answered as by the first servers: without a status.
    assert (first.split()[1] == str(status).encode()) if first.startswith(b"HTTP/") else f"{status}".encode() in answer
    assert b"secret" not in rest.partition(b"\r\n\r\n")[2]
    assert capfd.readouterr() == ("", "")


def test_a_tab_closed_before_the_end_says_nothing_in_the_terminal(
    address: str, folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (folder / "gros.bin").write_bytes(bytes(30_000_000))
    where = urlsplit(address)
    for _ in range(3):
        with socket.create_connection((where.hostname, where.port), 10) as one:
            # Closed with data on the way: the server sees a connection reset.
            one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            one.sendall(b"GET /gros.bin HTTP/1.1\r\nHost: x\r\n\r\n")
            one.recv(1000)
    assert get(address, "/acteurs/")[0].status == 200
    assert capfd.readouterr() == ("", "")


def test_what_goes_wrong_in_an_answer_is_one_sentence_in_the_terminal(
    address: str, builds: Builds, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(builds, "answer", lambda path, query: 1 / 0)
    assert raw(address, b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n") == b""
    assert capfd.readouterr().err == "Une demande est restée sans réponse (ZeroDivisionError) : division by zero\n"


def state(address: str) -> dict[str, object]:
    return json.loads(get(address, STATE)[1])


def test_an_open_page_can_see_each_build_that_replaced_the_site_and_no_other(address: str, builds: Builds) -> None:
    assert b"?publie=0" in get(address, "/acteurs/")[1]
    assert state(address) == {"publie": 0, "avance": [], "alerte": "", "rang": 0}
    builds.done()
    assert state(address) == {"publie": 1, "avance": [], "alerte": "", "rang": 1}
    builds.failed(SAID)
    assert (state(address)["publie"], state(address)["rang"]) == (1, 2)
    assert b"?publie=1" in get(address, "/acteurs/")[1]


def test_who_knows_the_last_outcome_is_answered_when_there_is_another(address: str, builds: Builds) -> None:
    with ThreadPoolExecutor() as asking:
        one = asking.submit(get, address, f"{STATE}?apres=0")
        assert state(address)["rang"] == 0  # others are answered meanwhile
        assert not one.done()
        builds.done()
        assert json.loads(one.result(10)[1])["publie"] == 1
    assert json.loads(get(address, f"{STATE}?apres=0")[1])["publie"] == 1


def test_a_page_that_is_ahead_of_its_site_is_shown_until_the_build_ends(address: str, builds: Builds) -> None:
    builds.ahead("/acteurs/", b"<body>neuve</body>")
    page = get(address, "/acteurs/")[1]
    assert b"neuve" in page
    assert b"?publie=1" in page  # as the one that follows: it is not loaded again for it
    assert b"?publie=0" in get(address, "/absent/")[1]
    assert state(address) == {"publie": 0, "avance": ["/acteurs/"], "alerte": "", "rang": 1}
    builds.done()
    assert state(address) == {"publie": 1, "avance": [], "alerte": "", "rang": 2}
    assert b"neuve" not in get(address, "/acteurs/")[1]


def test_a_page_that_was_ahead_of_a_build_that_failed_is_that_of_the_site_again(address: str, builds: Builds) -> None:
    builds.ahead("/acteurs/", b"<body>neuve</body>")
    builds.failed(SAID)
    page = get(address, "/acteurs/")[1]
    assert b"neuve" not in page
    assert b"?publie=0" in page
    assert "aller-ver" in page.decode()


def test_a_page_that_waits_in_vain_is_answered_too(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plugins.building.last_build.PATIENCE", 0.01)
    assert json.loads(get(address, f"{STATE}?apres=0")[1])["rang"] == 0


def test_every_page_says_the_errors_of_the_last_build_until_they_are_mended(address: str, builds: Builds) -> None:
    builds.failed(SAID)
    alert = state(address)["alerte"]
    assert isinstance(alert, str)
    assert 'role="alert"' in alert
    assert "acteurs/fable.md:3: « aller-ver » n&#x27;est pas un rôle — écrire « aller-vers » &amp; pas" in alert
    assert "1 erreur ; rien" in alert
    assert "phrase longue" not in alert
    for path in ("/acteurs/", "/absent/"):
        page = get(address, path)[1].decode()
        assert alert in page
        assert page.index(STYLE) < page.index(alert) < page.index("</body>")
    builds.done()
    assert state(address)["alerte"] == ""
    assert b"alert" not in get(address, "/acteurs/")[1]


def test_a_build_that_ends_without_a_word_is_an_error_too(address: str, builds: Builds) -> None:
    builds.failed("\n")
    assert "sans dire pourquoi" in str(state(address)["alerte"])


def test_without_a_site_every_address_says_the_errors(folder: Path, address: str, builds: Builds) -> None:
    (folder / "404.html").unlink()
    assert get(address, "/absent/")[1] == b"404"
    builds.failed(SAID)
    response, body = get(address, "/absent/")
    assert (response.status, response.headers["Content-Type"]) == (503, "text/html; charset=utf-8")
    assert "aller-ver" in body.decode()
    assert "<h1>Pas encore de site</h1>" in body.decode()


def test_the_alert_goes_before_the_last_end_of_body_alone(builds: Builds) -> None:
    page = builds.in_page(b"<body><script>const fin = '</body>';</script>fin</body>")
    assert page.count(SCRIPT.encode()) == 1
    assert page.startswith(b"<body><script>const fin = '</body>';</script>fin<link")


def test_the_page_of_the_editor_does_not_follow_builds_for_each_form_that_is_saved_starts_one(folder: Path, address: str) -> None:
    (folder / "admin").mkdir()
    (folder / "admin/index.html").write_text("<body>Éditeur</body>", encoding="utf-8")
    assert SCRIPT.encode() not in get(address, "/admin/")[1]
    assert SCRIPT.encode() in get(address, "/")[1]


def test_while_working_no_worker_keeps_pages(folder: Path, address: str) -> None:
    (folder / "service-worker.js").write_text("self.addEventListener('fetch', () => {});")
    assert b"fetch" not in get(address, WORKER)[1]
    assert b"skipWaiting" in get(address, WORKER)[1]
