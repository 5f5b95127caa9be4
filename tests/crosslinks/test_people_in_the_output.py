"""PEOPLE_DISPLAY over a whole built site: what is left of persons in every file; what editors alone are shown."""

import html
import re
import subprocess
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.crosslinks.marker_site import NAMES, write

pytestmark = pytest.mark.site

Inv = Callable[..., "subprocess.CompletedProcess[str]"]
MEETING = "reunions/2022-03-01-premiere/index.html"


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory, inv: Inv) -> Callable[..., Path]:
    content = write(tmp_path_factory.mktemp("marked") / "content")

    def made(display: str, linking: str = "section") -> Path:
        output = tmp_path_factory.mktemp(display) / "site"
        settings = [f"PEOPLE_DISPLAY={display}", f"CROSSLINKS={linking}", "SITE_ADDRESS=https://exemple.fr"]
        options = [word for value in settings for word in ("--set", value)]
        ended = inv("build", "--content", content, "--output", output, "--date", "2026-11-25", *options)
        assert ended.returncode == 0, ended.stderr
        return output

    return made


@pytest.fixture(scope="module")
def masked(build: Callable[..., Path]) -> Path:
    return build("organisations")


def folded(text: str) -> str:
    """Without case, accents, entities, escapes of JSON, invisible characters and tags inside a word."""
    text = re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), html.unescape(text))
    flat = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in flat if not unicodedata.combining(c) and c not in "\u00ad\u200b")


def texts(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): folded(path.read_bytes().decode("utf-8", "replace"))
        for path in sorted(site.rglob("*"))
        if path.is_file() and path.suffix not in {".woff2", ".png", ".svg", ".css"}
    }


def body(site: Path, page: str = MEETING) -> str:
    found = re.search(r'<article class="prose[^"]*"[^>]*>(.*?)</article>', (site / page).read_text(encoding="utf-8"), re.DOTALL)
    assert found
    return found[1]


def test_no_declared_name_is_left_in_any_file_nor_in_its_name(masked: Path) -> None:
    found = texts(masked)
    kinds = {name.rpartition(".")[2] for name in found}
    assert {"html", "js", "json", "xml", "csv", "ics"} <= kinds, "the site writes all that a name could hide in"
    left = [f"{name}: {word}" for name, text in found.items() for word in NAMES if word in text or word in name]
    assert left == []


def test_a_person_is_shown_as_the_organisation_of_that_meeting(masked: Path) -> None:
    assert re.search(r'id="le-point-de-vue-de-la-maison"', body(masked))
    later = body(masked, "reunions/2023-05-04-seconde/index.html")
    assert re.search(r'href="../../acteurs/relais/"[^>]*>Relais du Val</a> a changé de maison', later)


def test_initials_leave_no_whole_name_and_link_nobody_by_name(build: Callable[..., Path]) -> None:
    site = build("initiales")
    left = [f"{name}: {word}" for name, text in texts(site).items() for word in NAMES if word in text or word in name]
    assert left == []
    assert "Mme Q. parle ici, M. B. se tait." in re.sub(r"<[^>]+>", "", body(site)).replace("\u00a0", " ")


def test_whole_names_are_shown_and_linked_when_asked_for(build: Callable[..., Path]) -> None:
    site = build("complets", "mention")
    written = texts(site)
    everything = " ".join(written.values())
    assert [word for word in NAMES if word not in everything] == [], "the markers of the other tests do reach the output"
    # What others take away and keep names nobody, whatever the pages show.
    taken = {name for name in written if name.startswith(("donnees-ouvertes/", "changements/")) or name.endswith("/index.json")}
    taken |= {name for name in written if name.startswith("acteurs/") and name.endswith("atom.xml")}
    assert {"donnees-ouvertes/elements.json", "changements/atom.xml", "reunions/2022-03-01-premiere/index.json"} <= taken
    assert [(name, word) for name in taken for word in NAMES if word in written[name]] == []
    page = body(site)
    assert re.search(r'<a class="actor"[^>]*href="../../acteurs/maison/"[^>]*>Mme <strong>Quintarbel</strong></a>', page)
    assert re.search(r'href="../../acteurs/agence/"[^>]*>Brunolet.Vasquerive</a>', page)
    assert re.search(r'href="../../acteurs/relais/"[^>]*>Brunolet</a>', page)
    later = body(site, "reunions/2023-05-04-seconde/index.html")
    assert re.search(r'href="../../acteurs/relais/"[^>]*>Mme Quintarbel</a>', later)


@pytest.mark.parametrize("display", ["organisations", "initiales"])
def test_an_undeclared_person_in_a_meeting_stops_everything_and_says_where_to_declare_it(
    tmp_path: Path, inv: Inv, display: str
) -> None:
    content = write(tmp_path / "content", undeclared=True)
    ended = inv("build", "--content", content, "--output", tmp_path / "site", "--set", f"PEOPLE_DISPLAY={display}")
    assert ended.returncode == 1
    assert not (tmp_path / "site").exists()
    line = (content / "reunions/2023-05-04-seconde.md").read_text(encoding="utf-8").count("\n")
    assert (
        f"reunions/2023-05-04-seconde.md:{line}: « M. Persanval » ne correspond à aucune personne déclarée — "
        "l'ajouter à « participants » ou à « personnes_citees »"
    ) in ended.stderr


def test_the_editors_page_is_kept_from_search_engines_and_from_the_search(masked: Path) -> None:
    page = (masked / "redaction/index.html").read_text(encoding="utf-8")
    assert '<meta name="robots" content="noindex">' in page
    assert "redaction" not in (masked / "sitemap.xml").read_text(encoding="utf-8")
    assert "Disallow: /redaction/" in (masked / "robots.txt").read_text(encoding="utf-8")
    index = "".join(path.read_text(encoding="utf-8") for path in (masked / "recherche").rglob("*.js"))
    assert index
    assert "redaction/" not in index


def test_the_editors_page_leads_to_paragraphs_that_exist(masked: Path) -> None:
    page = (masked / "redaction/index.html").read_text(encoding="utf-8")
    links = re.findall(r'href="\.\./(reunions/2022-03-01-premiere/)#([^"]+)"', page)
    assert len(links) >= 10
    identifiers = set(re.findall(r'\sid="([^"]+)"', (masked / MEETING).read_text(encoding="utf-8")))
    assert {anchor for _, anchor in links} <= identifiers
