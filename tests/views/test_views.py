"""Each template of the theme has its view, and asks for nothing else."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from jinja2 import Environment, FileSystemLoader, Template, nodes

from pelicanconf import DIRECT_TEMPLATES
from plugins.building.build import Order, build
from plugins.cache.store import Store
from plugins.checks.command import check
from plugins.model.content import Document
from plugins.model.kinds import Kind
from plugins.presentation.filters import FILTERS
from plugins.views import around, built, content, lists
from plugins.views.making import MAKERS
from plugins.views.theme import Theme
from tests.sample import DAY
from tests.years import write_years

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "theme/templates"
# They include a part of the theme by the name of their page: any of them, as far as their text tells.
ANY_PART = {"page.html", "legale.html"}
# Names that a macro reads which these templates import beside another one, and never call.
NOT_CALLED = {"alliance.html": {"next_meetings"}, "trace.html": {"next_meetings"}}
VIEWS = {
    view.__name__: view
    for module in (around, built, content, lists)
    for view in vars(module).values()
    if isinstance(view, type) and issubclass(view, around.View)
}


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS.keys())
def test_no_part_of_a_view_is_of_any_type(view: type) -> None:
    types = get_type_hints(view)
    assert types
    assert [name for name, kind in types.items() if kind in (Any, object)] == []
    with pytest.raises(FrozenInstanceError):
        view.__new__(view).around = None  # type: ignore[attr-defined]


def test_every_template_with_a_view_exists() -> None:
    assert [name for name in MAKERS if not (TEMPLATES / name).is_file()] == []
    assert {f"{kind.template}.html" for kind in Kind} <= MAKERS.keys()


def set_by_themselves(env: Environment) -> set[str]:
    """Names that templates of the theme give themselves: variables, macros and what they import."""
    names: set[str] = set()
    for path in TEMPLATES.rglob("*.html"):
        read = env.parse(path.read_text(encoding="utf-8"))
        names |= {node.name for node in read.find_all(nodes.Name) if node.ctx == "store"}
        names |= {node.name for node in read.find_all(nodes.Macro)}
        names |= {one[1] if isinstance(one, tuple) else one for node in read.find_all(nodes.FromImport) for one in node.names}
    return names


@pytest.mark.site
def test_a_second_build_of_the_same_content_renders_no_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And the first one shows of a document no more than its front matter, which is all that counts in a view.

    Every name that a template reads is in its view: what nothing gives would be shown as nothing, without a word.
    """
    rendered, missing = list[str](), dict[str, set[str]]()
    env = Environment(loader=FileSystemLoader(TEMPLATES))
    env.filters |= dict.fromkeys((*FILTERS, "linked", "report", "reports"), str)
    theme, own = Theme(env), set_by_themselves(env)

    def asked(name: str) -> set[str]:
        return {one for one in theme.reads(name, env, Store(None)) if not one.isupper()} - own

    writing: list[str] = []
    render, read = Template.render, object.__getattribute__

    def told(self: Template, given: dict[str, Any]) -> str:
        name = str(self.name)
        # Minutes are an article, other pages of the content a page, the others neither: the base asks for both.
        missing[name] = asked(name) - given.keys() - {"article", "page"}
        rendered.append(name)
        writing.append(str(self.name))
        try:
            return render(self, given)
        finally:
            writing.pop()

    def guarded(self: Document[Any], name: str) -> Any:
        assert not (writing and name in {"body", "body_line", "lines", "place", "path"}), (writing, name)
        return read(self, name)

    monkeypatch.setattr(Template, "render", told)
    monkeypatch.setattr(Document, "__getattribute__", guarded)
    write_years(tmp_path / "content", 2)  # some pages come with years
    order = Order(
        ROOT, str(tmp_path / "content"), tmp_path / "site", ROOT / "pelicanconf.py", (f"BUILD_CACHE={tmp_path}/cache",), day=DAY
    )
    assert build(order, check).published
    direct = {f"{name}.html" for name in DIRECT_TEMPLATES}
    assert {f"{kind.template}.html" for kind in Kind} | direct <= set(rendered) <= MAKERS.keys() | direct
    assert {name: names for name, names in missing.items() if names and name not in ANY_PART} == NOT_CALLED
    rendered.clear()
    assert build(order, check).published
    assert rendered == []
