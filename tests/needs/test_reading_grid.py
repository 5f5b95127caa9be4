"""The first reading grid, the training page and the self-check, as they are built."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdf
import pytest

pytestmark = pytest.mark.site

ROOT = Path(__file__).parents[2]
SELF_CHECK = "demarche/aller-vers-ou-aller-dehors/"


def body(site: Path, path: str) -> str:
    page = (site / path / "index.html").read_text(encoding="utf-8")
    return page[page.index('<article class="corps"') : page.index("</article>")]


def test_the_grid_says_what_to_hear_to_say_not_to_promise_and_whom_to_call(built_site: Path) -> None:
    grid = body(built_site, "demarche/grille-de-lecture")
    headings = [re.sub(r"<[^>]+>", "", text).replace("\u2019", "'") for text in re.findall(r"<h2[^>]*>(.*?)</h2>", grid)]
    assert headings[:4] == ["Ce que l'on écoute", "Ce que l'on peut dire", "Ce que l'on ne promet pas", "Qui appeler"]
    assert 'href="../../qui-peut-aider/"' in grid
    assert len(set(re.findall(r'href="\.\./\.\./besoins/([a-z-]+)/"', grid))) >= 8


def test_every_line_of_the_grid_says_whether_it_is_ours_or_the_meeting_s() -> None:
    text = (ROOT / "content/demarche/grille-de-lecture.md").read_text(encoding="utf-8")
    for title in ("Ce que l'on peut dire", "Ce que l'on ne promet pas", "Après la conversation"):
        part = text.partition(f"## {title}\n")[2].partition("\n## ")[0]
        lines = re.findall(r"^- .*$", part, re.MULTILINE)
        assert len(lines) >= 3
        assert [line for line in lines if "éunion*" not in line and "éunion.*" not in line and "nous" not in line.lower()] == []


def test_each_module_has_its_idea_from_the_minutes_its_exercise_and_what_one_takes_away(built_site: Path) -> None:
    training = body(built_site, "demarche/se-former")
    modules = [part.partition("<h2")[0] for part in re.split(r"<h2[^>]*>Module ", training)[1:]]
    assert len(modules) == 5
    for module in modules:
        idea = module[module.index("L’idée.") : module.index("L’exercice.")]
        assert re.search(r'href="\.\./(?:\.\./reunions/2021-10-15-commission-4/#[a-z]\d+|message-unique/)"', idea)
        assert "On repart avec" in module


def test_every_situation_has_an_answer_that_begins_by_taking_sides(built_site: Path) -> None:
    answers = re.findall(r'<details class="question">(.*?)</details>', body(built_site, SELF_CHECK), re.DOTALL)
    assert len(answers) == 7
    for answer in answers:
        assert re.search(r"</summary>\s*<p[^>]*><strong>", answer)


@pytest.mark.browser
def test_the_self_check_unfolds_without_a_script_and_keeps_nothing(visit: Callable[..., Any]) -> None:
    page = visit(java_script_enabled=False, viewport={"width": 320, "height": 640}).open(SELF_CHECK)
    first = page.locator(".question").first
    answer = first.locator("p").first
    assert not answer.is_visible()
    first.locator("summary").focus()
    page.keyboard.press("Enter")
    assert answer.is_visible()
    assert page.url.endswith(SELF_CHECK)
    page.reload()
    assert not answer.is_visible()


@pytest.mark.browser
def test_on_paper_every_answer_is_read(visit: Callable[..., Any], tmp_path: Path) -> None:
    page = visit().open(SELF_CHECK)
    page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    text = " ".join(" ".join(sheet.extract_text() for sheet in pypdf.PdfReader(tmp_path / "page.pdf").pages).split())
    assert "Aller vers, presque aller dans." in text
