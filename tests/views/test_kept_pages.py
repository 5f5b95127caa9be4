"""A page is made once of its template, its view and the settings that it names; what asks for more is made each time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from jinja2 import DictLoader, Environment, FileSystemBytecodeCache, Template

from plugins.cache.digests import Digests
from plugins.cache.store import Store
from plugins.views.around import NotShown
from plugins.views.stored import KeptPages

THEME = {
    "base.html": "{% block page %}{% endblock %} — {{ SITENAME }}, {{ output_file }}",
    "acteur.html": '{% extends "base.html" %}{% block page %}{{ page.name }} {% include "pied/" ~ page.name ~ ".html" ignore missing %}{% endblock %}',
    "pied/caf.html": "{{ note }}",
}


@dataclass(frozen=True)
class Shown:
    """What the view holds of a page."""

    name: str

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        raise NotShown(name)


@dataclass(frozen=True)
class Given:
    """The same page, as Pelican knows it."""

    name: str
    author: str = "Camille"


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that were rendered."""
    seen: list[str] = []
    render = Template.render

    def told(self: Template, *given: Any, **named: Any) -> str:
        seen.append(str(self.name))
        return render(self, *given, **named)

    monkeypatch.setattr(Template, "render", told)
    return seen


class Site:
    """Builds one page, as often as one likes, with what the builds before left."""

    def __init__(self, folder: Path) -> None:
        self.store, self.theme = folder / "pages", dict(THEME)
        self.view: dict[str, Any] = {"page": Shown("caf"), "note": "une note"}
        self.given: dict[str, Any] = {"page": Given("caf"), "SITENAME": "Site", "PATH": "ici", "articles": [1, 2]}
        self.address, self.prepare = "caf/index.html", lambda env: None
        self.told: list[str] = []

    def build(self) -> str:
        pages = KeptPages(lambda name, given: self.view, Digests({}), Store(self.store))
        env = Environment(loader=DictLoader(self.theme), autoescape=True)
        self.prepare(env)
        pages.take(env)
        page = env.get_template("acteur.html").render({**self.given, "output_file": self.address})
        self.told = [str(one) for one in pages.close()]
        return page


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path)


def test_the_same_page_is_made_once(site: Site, rendered: list[str]) -> None:
    assert [site.build() for _ in range(3)] == ["caf une note — Site, caf/index.html"] * 3
    assert rendered == ["acteur.html"]


def test_what_compiled_templates_name_is_known_with_them_whatever_else_was_kept(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "compiled").mkdir()
    site.prepare = lambda env: setattr(env, "bytecode_cache", FileSystemBytecodeCache(str(tmp_path / "compiled")))
    page, read = site.build(), Environment.parse
    site.store = tmp_path / "other"
    parsed: list[str] = []
    monkeypatch.setattr(Environment, "parse", lambda env, source, *more: parsed.append(source) or read(env, source, *more))
    assert site.build() == page
    assert parsed == []


def edit(change: Callable[[Site], Any], after: str) -> Any:
    return change, after


EDITS: Mapping[str, Any] = {
    "another view": edit(lambda site: site.view.update(note="une autre"), "caf une autre — Site, caf/index.html"),
    "a setting that its templates name": edit(lambda site: site.given.update(SITENAME="Fil"), "caf une note — Fil, caf/index.html"),
    "another address": edit(lambda site: setattr(site, "address", "x/index.html"), "caf une note — Site, x/index.html"),
    "its template": edit(
        lambda site: site.theme.update({"acteur.html": "{{ page.name }}, seule"}), "caf, seule"
    ),
    "the template under it": edit(lambda site: site.theme.update({"base.html": "{{ SITENAME }}"}), "Site"),
    "a template that it includes by a name which it makes": edit(
        lambda site: site.theme.update({"pied/caf.html": "({{ note }})"}), "caf (une note) — Site, caf/index.html"
    ),
    "the options of Jinja": edit(
        lambda site: setattr(site, "prepare", lambda env: setattr(env, "autoescape", False)), "caf une note — Site, caf/index.html"
    ),
}  # fmt: skip


@pytest.mark.parametrize(("change", "after"), EDITS.values(), ids=EDITS.keys())
def test_a_page_is_made_again_when_anything_that_it_shows_changes(
    site: Site, rendered: list[str], change: Callable[[Site], Any], after: str
) -> None:
    site.build()
    change(site)
    assert [site.build(), site.build()] == [after, after]
    assert len(rendered) == 2


def test_pages_of_one_build_show_each_their_own(site: Site) -> None:
    pages = KeptPages(lambda name, given: site.view, Digests({}), Store(site.store))
    env = Environment(loader=DictLoader({**site.theme, "base.html": "{% block page %}{% endblock %} {{ MENU[0] }}"}))
    pages.take(env)
    template, menu = env.get_template("acteur.html"), ["un"]

    def page() -> str:
        return template.render(**{**site.given, "MENU": menu, "output_file": site.address})

    first = page()
    site.view = {**site.view, "note": "une autre"}
    other, again = page(), page()
    menu[0] = "deux"  # a setting, which anybody may change
    assert [first, other, again, page()] == ["caf une note un", "caf une autre un", "caf une autre un", "caf une autre deux"]


def test_a_setting_that_no_template_of_the_page_names_changes_nothing(site: Site, rendered: list[str]) -> None:
    site.build()
    site.given["PATH"] = "ailleurs"
    site.build()
    assert len(rendered) == 1


BEYOND = {
    "what Pelican gives to all pages": "{{ articles|length }}",
    "what Pelican knows of a page": "{{ page.author }}",
    "what only an included template asks for": '{% include "liste.html" %}',
}


@pytest.mark.parametrize("template", BEYOND.values(), ids=BEYOND.keys())
def test_a_theme_that_asks_for_more_is_given_it_anew_each_time(site: Site, rendered: list[str], template: str) -> None:
    site.theme |= {"acteur.html": template + " {{ note }}", "liste.html": "{{ articles|length }}"}
    first = site.build()
    site.given |= {"articles": [1, 2, 3], "page": Given("caf", "Dominique")}
    second = site.build()
    assert (first, second) == (
        ("Camille une note", "Dominique une note") if "author" in template else ("2 une note", "3 une note")
    )


def test_what_others_wrote_may_say_another_thing_at_each_build(site: Site) -> None:
    count = iter(range(9))
    site.theme["acteur.html"] = "{{ note|rang }}"
    site.prepare = lambda env: env.filters.update(rang=lambda text: f"{text} {next(count)}")
    assert [site.build(), site.build()] == ["une note 0", "une note 1"]


def test_a_view_that_is_no_plain_data_is_shown_and_not_kept(site: Site, rendered: list[str]) -> None:
    site.view["note"] = Path("note")
    assert [site.build(), site.build()] == ["caf note — Site, caf/index.html"] * 2
    assert len(rendered) == 2


def test_templates_are_those_of_the_beginning_whoever_edits_them_meanwhile(site: Site) -> None:
    pages = KeptPages(lambda name, given: site.view, Digests({}), Store(site.store))
    env = Environment(loader=DictLoader(site.theme))
    pages.take(env)
    site.theme["acteur.html"] = "trop tard"
    assert env.get_template("acteur.html").render(site.given | {"output_file": ""}) == "caf une note — Site, "
    pages.close()
    site.theme["acteur.html"] = THEME["acteur.html"]
    site.address = ""
    assert site.build() == "caf une note — Site, "


def test_a_faulty_template_is_told_when_a_page_needs_it(site: Site) -> None:
    site.theme["pied/caf.html"] = "{% if %}"
    with pytest.raises(Exception, match="Expected an expression"):
        site.build()


@pytest.mark.parametrize(
    "damage",
    [lambda data: data[: len(data) // 2], lambda data: data.replace(b"note", b"faux"), lambda data: b"\xff" * 99],
    ids=["cut", "forged", "noise"],
)
def test_a_damaged_store_never_gives_a_wrong_page(site: Site, damage: Callable[[bytes], bytes]) -> None:
    right = site.build()
    site.store.write_bytes(damage(site.store.read_bytes()))
    assert site.build() == right
    assert len(site.told) == 1
    assert site.build() == right
    assert site.told == []
