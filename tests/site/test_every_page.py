"""What the checks, the validator and the limits of size say of every page of a built site."""

import re
from pathlib import Path

import pytest

from plugins.checks.site import check_site
from plugins.checks.tags import read
from plugins.checks.validity import check_validity
from plugins.checks.weight import requests
from plugins.model.kinds import LEGAL_PAGES, RESERVED_SLUGS
from tests.sample import CONTENT

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.site


def test_no_check_objects_to_any_page_not_even_with_a_warning(built_site: Path) -> None:
    assert [str(diagnostic) for diagnostic in check_site(built_site)] == []


def test_every_page_is_valid_html(built_site: Path) -> None:
    assert [str(diagnostic) for diagnostic in check_validity(built_site, ROOT)] == []


def test_every_content_file_has_its_page(built_site: Path) -> None:
    sources = [path.relative_to(CONTENT) for path in CONTENT.rglob("*.md")]
    assert len(sources) > 40
    missing = []
    for source in sources:
        address = source.with_suffix("") if source.parts[0] != "pages" else Path(source.stem)
        if not (built_site / address / "index.html").is_file():
            missing.append(source.as_posix())
    assert missing == []


def classes_of(style: Path) -> set[str]:
    return set(re.findall(r"\.([a-z][a-z0-9-]*)", re.sub(r"url\([^)]*\)", "", style.read_text(encoding="utf-8"))))


def test_a_page_that_wears_what_only_some_wear_links_its_sheet(built_site: Path) -> None:
    tools, all_pages = (next(built_site.glob(f"theme-*/css/{name}.css")) for name in ("tools", "site"))
    only = classes_of(tools) - classes_of(all_pages)
    assert len(only) > 50
    without, linked = [], 0
    for path in built_site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        linked += "/css/tools.css" in text
        worn = {name for given in re.findall(r'class="([^"]*)"', text) for name in given.split()}
        if "/css/tools.css" not in text:
            without += [f"{path.relative_to(built_site)}: {name}" for name in worn & only]
    assert without == []
    assert linked > 5


def test_no_page_asks_for_more_than_ten_files_itself_included(built_site: Path) -> None:
    for path in built_site.rglob("*.html"):
        assert 1 + len(requests(read(path.name, path.read_text(encoding="utf-8")))) <= 10, path


def test_every_page_says_its_security_policy_without_unsafe_inline(built_site: Path) -> None:
    for path in built_site.rglob("*.html"):
        page = read(path.name, path.read_text(encoding="utf-8"))
        policies = [
            tag.attributes["content"]
            for tag in page.named("meta")
            if tag.attributes.get("http-equiv") == "Content-Security-Policy"
        ]
        if page.redirects_to is None:
            assert len(policies) == 1, path
            assert "unsafe-inline" not in policies[0]
            assert "default-src 'none'" in policies[0]


def test_the_licences_of_what_is_served_are_served_with_it(built_site: Path) -> None:
    page = (built_site / "licences/index.html").read_text(encoding="utf-8")
    assert "Atkinson" in page or "atkinson" in page
    assert "lunr" in page
    assert len(list(built_site.glob("theme-*/licences/*.txt"))) >= 2


def test_no_page_of_the_content_may_take_an_address_that_the_site_builds(built_site: Path) -> None:
    built = {path.relative_to(built_site).parts[0] for path in built_site.rglob("*/index.html")}
    of_content = {path.stem for path in (CONTENT / "pages").glob("*.md")}
    assert built - of_content - set(LEGAL_PAGES) <= RESERVED_SLUGS
