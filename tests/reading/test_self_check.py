"""A page of questions whose answers unfold, in a browser and on paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdf
import pytest

pytestmark = [pytest.mark.site, pytest.mark.browser]

SELF_CHECK = "demarche/situations/"


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


def test_on_paper_every_answer_is_read(visit: Callable[..., Any], tmp_path: Path) -> None:
    page = visit().open(SELF_CHECK)
    page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    text = " ".join(" ".join(sheet.extract_text() for sheet in pypdf.PdfReader(tmp_path / "page.pdf").pages).split())
    assert "Aller vers, presque aller dans." in text
