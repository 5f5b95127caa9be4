"""The examples of servers in docs/hosting serve a published site as its pages promise; nginx is a real one, on this machine."""

import gzip
import json
import re
import shutil
from collections.abc import Callable, Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from benchmarks.serving import nginx
from benchmarks.serving.ports import free_ports
from plugins.building.compressing import compress
from plugins.exports.headers import PAGE_POLICY, headers

HOSTING = Path(__file__).parents[2] / "docs/hosting"


@pytest.fixture(scope="module")
def folder(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = tmp_path_factory.mktemp("served") / "site"
    shutil.copytree(published, copy)
    (copy / "admin").mkdir()
    (copy / "admin/index.html").write_text("<!doctype html><title>Éditeur</title>", encoding="utf-8")
    assert compress(copy) > 10
    return copy


@pytest.fixture(scope="module")
def address(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site behind nginx, as the example says but for port and folder."""
    program = nginx.program()
    (port,) = free_ports(1)
    home = tmp_path_factory.mktemp("nginx")
    with nginx.served(nginx.example(folder, port, program), port, home, program) as address:
        yield address


Get = Callable[..., tuple[HTTPResponse, bytes]]


@pytest.fixture
def get(address: str) -> Iterator[Get]:
    connection = HTTPConnection(urlsplit(address).netloc)

    def ask(path: str, **named: str) -> tuple[HTTPResponse, bytes]:
        connection.request("GET", path, headers=named)
        response = connection.getresponse()
        return response, response.read()

    yield ask
    connection.close()


def promised() -> dict[str, str]:
    """The headers of every page, as the site's own `_headers` gives them to other hosts."""
    block = headers("theme-0").split("\n/", 1)[0]
    return dict(line.strip().split(": ", 1) for line in block.split("\n")[1:])


@pytest.mark.site
def test_every_answer_bears_the_headers_of_the_site(get: Get) -> None:
    assert promised()["Content-Security-Policy"] == f"{PAGE_POLICY}; frame-ancestors 'none'"
    for path in ("/", "/acteurs/", "/service-worker.js", "/absent/"):
        response, _ = get(path)
        assert {name: response.headers[name] for name in promised()} == promised(), path


@pytest.mark.site
def test_pages_of_other_sites_may_read_the_open_data_alone(get: Get, folder: Path) -> None:
    data = sorted((folder / "donnees-ouvertes").rglob("*.json"))
    assert data
    for path in data:
        assert get(f"/{path.relative_to(folder).as_posix()}")[0].headers["Access-Control-Allow-Origin"] == "*"
    assert get("/")[0].headers["Access-Control-Allow-Origin"] is None


@pytest.mark.site
def test_addresses_lead_where_links_and_people_expect(get: Get) -> None:
    response, body = get("/acteurs/")
    assert (response.status, response.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    response, _ = get("/acteurs")
    assert (response.status, response.headers["Location"]) == (301, "/acteurs/")
    response, body = get("/absent/")
    assert response.status == 404
    assert b"<main" in body
    for path in ("/_headers", "/.construit"):
        assert get(path)[0].status == 404, path


@pytest.mark.site
def test_what_never_changes_is_kept_and_the_rest_asked_for_again(get: Get, folder: Path) -> None:
    theme = next(folder.glob("theme-*"))
    style = next(theme.rglob("*.css")).relative_to(folder).as_posix()
    response, _ = get(f"/{style}")
    assert (response.headers["Cache-Control"], response.headers["Content-Type"]) == (
        "public, max-age=31536000, immutable",
        "text/css; charset=utf-8",
    )
    for path in ("/", "/service-worker.js"):
        response, _ = get(path)
        assert response.headers["Cache-Control"] == "no-cache"
        assert get(path, **{"If-None-Match": str(response.headers["ETag"])})[0].status == 304
    response, _ = get("/manifest.webmanifest")
    assert response.headers["Content-Type"].startswith("application/manifest+json")


@pytest.mark.site
def test_texts_travel_compressed_and_arrive_to_the_letter(get: Get, folder: Path) -> None:
    for path, name in (("/", "index.html"), ("/service-worker.js", "service-worker.js"), ("/a-z/", "a-z/index.html")):
        response, body = get(path, **{"Accept-Encoding": "gzip"})
        assert response.headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(body) == get(path)[1] == (folder / name).read_bytes()
        assert gzip.decompress((folder / f"{name}.gz").read_bytes()) == (folder / name).read_bytes()


@pytest.mark.site
@pytest.mark.browser
def test_a_browser_sees_no_violation(chromium: Browser, address: str) -> None:
    context = chromium.new_context(service_workers="allow")
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    for path in ("/", "/acteurs/", "/besoins/", "/reunions/", "/recherche/?q=formation", "/qui-peut-aider/", "/suivi/"):
        response = page.goto(address + path, wait_until="load")
        assert response is not None
        assert response.status == 200, path
    assert page.evaluate("navigator.serviceWorker.ready.then(one => one.active !== null)")
    context.close()
    assert complaints == []


def test_the_two_examples_say_the_same_policy_and_leave_that_of_the_editor_to_its_page() -> None:
    for name in ("nginx.conf", "Caddyfile"):
        text = (HOSTING / name).read_text(encoding="utf-8")
        for header, value in promised().items():
            assert header in text, name
            assert json.dumps(value, ensure_ascii=False) in text or f"{header} {value}" in text, name
        assert "/admin/" in text
        assert json.dumps("frame-ancestors 'none'") in text


def test_no_header_of_caddy_is_said_twice_of_one_answer() -> None:
    """A `header` without a matcher is applied after the others: what it says would take the place of what they say."""
    text = (HOSTING / "Caddyfile").read_text(encoding="utf-8")
    [everywhere] = re.findall(r"^\theader \{\n(.*?)^\t\}", text, re.MULTILINE | re.DOTALL)
    matched = re.findall(r"^\theader [@/]\S+ (\S+)", text, re.MULTILINE)
    assert {"Cache-Control", "Content-Security-Policy", "Content-Type"} <= set(matched)
    assert set(re.findall(r"^\t\t(\S+)", everywhere, re.MULTILINE)) & set(matched) == set()
    kept, changing = (re.search(rf"^\t@{name} (.+)$", text, re.MULTILINE) for name in ("theme", "changing"))
    assert kept
    assert changing
    assert changing[1] == f"not {kept[1]}"


@pytest.mark.site
def test_the_page_of_the_editor_is_held_by_its_own_policy_alone(get: Get) -> None:
    assert get("/admin/")[0].headers["Content-Security-Policy"] == "frame-ancestors 'none'"


def test_equal_texts_are_compressed_to_equal_bytes_and_pictures_are_left(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "page.html").write_text("<p>Bonjour.</p>" * 200, encoding="utf-8")
        (tmp_path / folder / "small.html").write_text("<p>Bonjour.</p>", encoding="utf-8")
        (tmp_path / folder / "picture.png").write_bytes(b"\0" * 4_000)
        assert compress(tmp_path / folder) == 1
    one, two = ((tmp_path / folder / "page.html.gz").read_bytes() for folder in ("one", "two"))
    assert one == two
    assert gzip.decompress(one) == (tmp_path / "one/page.html").read_bytes()
