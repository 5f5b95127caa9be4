"""Which files of a built site a browser keeps, and under which names."""

import json
import re
from hashlib import sha256
from pathlib import Path

import pytest

from plugins.offline.inventory import address_of, take_inventory
from plugins.offline.worker import worker

STABLE = ("theme-abc/", "recherche/index/0a1b/")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in (
        "index.html", "404.html", "acteurs/cgt/index.html", "hors-ligne/index.html", "_headers", "robots.txt", "sitemap.xml",
        ".construit", "reunions/atom.xml", "acteurs/cgt/index.json", "donnees-ouvertes/acteurs.csv", "reunions/prochaine.ics", "theme-abc/css/site.css", "theme-abc/js/site.js",
        "theme-abc/fonts/a-latin-wght-normal.woff2", "theme-abc/fonts/a-latin-ext-wght-italic.woff2",
        "recherche/index/entree.js", "recherche/index/0a1b/mots-a.js",
    ):  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "address"),
    [
        pytest.param("index.html", "", id="the home page is the root"),
        pytest.param("acteurs/cgt/index.html", "acteurs/cgt/", id="a page is its folder"),
        pytest.param("404.html", "404.html", id="another file is itself"),
        pytest.param("xindex.html", "xindex.html", id="a name that only ends the same"),
    ],
)
def test_a_file_has_the_address_that_pages_link_to(name: str, address: str) -> None:
    assert address_of(name) == address


def test_what_only_hosts_and_robots_read_is_not_kept(site: Path) -> None:
    addresses = {file.address for file in take_inventory(site, STABLE, 10_000, {}).files}
    assert {"", "acteurs/cgt/", "reunions/prochaine.ics"} < addresses
    assert not addresses & {"404.html", "_headers", "robots.txt", "sitemap.xml", ".construit", "reunions/atom.xml"}


def test_what_every_page_needs_comes_first_and_other_fonts_when_asked_for(site: Path) -> None:
    core = take_inventory(site, STABLE, 10_000, {}).core
    assert core[:2] == ("", "hors-ligne/")
    assert set(core[2:]) == {
        "recherche/index/entree.js", "theme-abc/css/site.css", "theme-abc/js/site.js", "theme-abc/fonts/a-latin-wght-normal.woff2",
    }  # fmt: skip


@pytest.mark.parametrize(("spare", "whole"), [(0, True), (-1, False)], ids=["exactly the budget", "one byte over it"])
def test_a_site_over_the_budget_is_not_kept_whole(site: Path, spare: int, whole: bool) -> None:
    size = sum(file.size for file in take_inventory(site, STABLE, 0, {}).files)
    assert take_inventory(site, STABLE, size + spare, {}).whole is whole


def test_another_byte_is_another_version_and_the_same_site_the_same(site: Path) -> None:
    before = take_inventory(site, STABLE, 0, {})
    assert take_inventory(site, STABLE, 0, {}).version == before.version
    (site / "acteurs/cgt/index.html").write_text("autre", encoding="utf-8")
    after = take_inventory(site, STABLE, 0, {})
    assert after.version != before.version
    changed = {file.address for file in set(after.files) - set(before.files)}
    assert changed == {"acteurs/cgt/"}


def test_a_mark_is_what_a_browser_computes_again_long_enough_that_no_one_makes_other_bytes_for_it(site: Path) -> None:
    marks = {file.address: file.mark for file in take_inventory(site, STABLE, 0, {}).files}
    assert sha256((site / "acteurs/cgt/index.html").read_bytes()).hexdigest().startswith(marks["acteurs/cgt/"])
    assert {len(mark) for mark in marks.values()} == {32}


def test_the_worker_says_what_to_keep_before_what_to_do(site: Path) -> None:
    inventory = take_inventory(site, STABLE, 10_000, {})
    text = worker(inventory, "travail();")
    found = re.fullmatch(r"self\.inventory=(\{.*\});\ntravail\(\);", text)
    assert found
    listing = json.loads(found[1])
    assert listing["version"] == inventory.version
    assert listing["whole"] is True
    assert listing["files"]["acteurs/cgt/"] == next(file.mark for file in inventory.files if file.address == "acteurs/cgt/")


NEEDED = {
    "les besoins": ("besoins/", "acteurs/cgt/", "besoins/absent/"),
    "les suites": ("reunions/prochaine.ics", "", "acteurs/cgt/"),
}


def test_of_a_site_over_the_budget_what_is_needed_is_kept_group_by_group_while_it_fits(site: Path) -> None:
    everything = take_inventory(site, STABLE, 0, {}).files
    sizes = {file.address: file.size for file in everything}
    core = sum(sizes[address] for address in take_inventory(site, STABLE, 0, {}).core)
    first = core + sizes["acteurs/cgt/"]
    assert "les besoins" not in take_inventory(site, STABLE, first - 1, NEEDED).needed
    assert take_inventory(site, STABLE, first, NEEDED).needed == {"les besoins": ("acteurs/cgt/",)}
    both = first + sizes["reunions/prochaine.ics"]
    assert take_inventory(site, STABLE, both, NEEDED).needed == {
        "les besoins": ("acteurs/cgt/",),
        "les suites": ("reunions/prochaine.ics",),
    }


def test_a_site_that_is_kept_whole_needs_nothing_apart(site: Path) -> None:
    assert take_inventory(site, STABLE, 10_000, NEEDED).needed == {}
