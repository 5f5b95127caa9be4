"""The answers to a need side by side, on its page."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from plugins.model.content import Content
from plugins.needs.relay import relays

pytestmark = pytest.mark.site


def plain(fragment: str) -> str:
    text = unescape(re.sub(r"<[^>]+>", " ", fragment)).replace("\u2019", "'")
    return " ".join(text.split())


def test_every_need_has_a_column_for_each_actor_in_the_order_of_the_relay(built_site: Path, content: Content) -> None:
    compared = 0
    for slug, relay in relays(content).items():
        page = (built_site / f"besoins/{slug}/index.html").read_text(encoding="utf-8")
        if len(relay.steps) < 2:
            assert "side-by-side" not in page
            continue
        compared += 1
        rows = re.findall(r"<tr>(.*?)</tr>", page[page.index("side-by-side-table") :], re.DOTALL)
        heads = [plain(cell) for cell in re.findall(r'<th scope="col".*?</th>', rows[0], re.DOTALL)]
        assert len(heads) == len(relay.steps)
        assert all(head.startswith(step.actor.record.titre) for head, step in zip(heads, relay.steps, strict=True))
        answers = [plain(cell) for cell in re.findall(r"<td>(.*?)</td>", rows[1], re.DOTALL)]
        expected = [step.answer.texte if step.answer else "Manquant. Réponse attendue" for step in relay.steps]
        assert answers == [plain(text) for text in expected]
    assert compared == 5


@pytest.mark.browser
def test_unfolded_it_scrolls_by_itself_and_never_widens_the_page(visit: Callable[..., Any]) -> None:
    page = visit(viewport={"width": 320, "height": 640}).open("besoins/emploi/")
    page.get_by_text("Comparer les réponses côte à côte").click()
    table = page.get_by_role("region", name="Réponses côte à côte")
    assert table.evaluate("element => element.scrollWidth > element.clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    table.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(500)  # the browser scrolls smoothly
    assert table.evaluate("element => element.scrollLeft") > 0
