"""What a drawing shows, read from its geometry, is what its text tells: no more, no less."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest
from bs4 import Tag

from plugins.drawings.threads import Thread, levels
from plugins.model.content import Content
from tests.alliance.sample import actor, content, family, meeting, need
from tests.drawings.sample import EMPTY, ONE, SMALL, TOGETHER, crowd, crowded, drawn, numbers, parsed, plain, shown, slug

PARTIALS = ("relay", "cited-together", "needs", "time", "freshness")
SITES = [
    pytest.param(SMALL, TOGETHER, id="every case, hostile and long names"),
    pytest.param(crowd(), crowded(), id="eight hundred actors"),
    pytest.param(ONE, {}, id="one actor"),
    pytest.param(EMPTY, {}, id="nothing"),
]

Ties = dict[tuple[str, str], int]


def joined(text: str) -> str:
    """Without spaces: a word wider than its room is cut."""
    return re.sub(r"\s+", "", text).casefold()


def knots(svg: Tag) -> dict[tuple[float, float], str]:
    """Where each actor's knots are."""
    return {
        (float(str(knot["cx"])), float(str(knot["cy"]))): slug(link)
        for link in svg.find_all("a")
        for knot in link.find_all("circle")
    }


def threads(svg: Tag, kind: str) -> dict[tuple[str, str], int]:
    """(one end, other end) → thickness; a thread that ends beside every knot is a mistake."""
    ends, found = knots(svg), {}
    for path in svg.find_all("path", class_=kind):
        points = numbers(str(path["d"]))
        thickness = re.search(r"drawing-stroke--(\d)", " ".join(path["class"]))
        assert thickness
        found[ends[points[0], points[1]], ends[points[-2], points[-1]]] = int(thickness[1])
    return found


def told(text: Tag) -> dict[tuple[str, str], int]:
    """(actor, other) → the number in brackets."""
    return {
        (str(line["data-actor"]), str(other["data-to"])): int(numbers(other.get_text().rpartition("(")[2])[0])
        for line in text.find_all("li", attrs={"data-actor": True})
        for other in line.find_all("span", attrs={"data-to": True})
    }


@pytest.mark.parametrize("partial", PARTIALS)
@pytest.mark.parametrize(("site", "ties"), SITES)
def test_every_word_of_a_drawing_stands_in_its_text(partial: str, site: Content, ties: Ties) -> None:
    drawings, text = parsed(shown(partial, site, ties))
    said = joined(text.get_text())
    for svg in drawings:
        for words in svg.find_all("text"):
            whole = words.parent.find("title") if words.parent and words.parent.name == "a" else None
            assert joined((whole or words).get_text()) in said


@pytest.mark.parametrize("partial", PARTIALS)
@pytest.mark.parametrize(("site", "ties"), SITES)
def test_every_link_of_a_drawing_leads_to_a_page_of_the_site(partial: str, site: Content, ties: Ties) -> None:
    pages = {f"../{document.url}" for document in site.documents()} | {"../feuille-de-route/"}
    for svg in parsed(shown(partial, site, ties))[0]:
        assert {link["href"] for link in svg.find_all("a")} <= pages


@pytest.mark.parametrize(("site", "ties"), SITES[:2])
def test_the_relay_ties_whom_its_text_ties(site: Content, ties: Ties) -> None:
    (narrow, large), text = parsed(shown("relay", site, ties))
    wanted = told(text)
    thickness = levels([Thread(*pair, weight) for pair, weight in wanted.items()])
    assert wanted
    for svg in (narrow, large):
        assert threads(svg, "drawing-thread") == {pair: thickness[weight] for pair, weight in wanted.items()}
        waiting = {slug(link) for link in svg.find_all("a") if link.find("circle", class_="drawing-knot--empty")}
        lines = text.find_all("li", attrs={"data-actor": True})
        assert waiting == {line["data-actor"] for line in lines if "ne répond encore à aucun besoin" in plain(line.get_text())}
        assert {slug(link) for link in svg.find_all("a")} == {line["data-actor"] for line in lines}


@pytest.mark.parametrize("site", [SMALL, crowd()], ids=["every case", "eight hundred actors"])
def test_the_relay_never_runs_back_towards_the_street(site: Content) -> None:
    order = ["aller-vers", "les-deux", "aller-dans", "coordination", "ressource"]
    narrow = parsed(shown("relay", site))[0][0]
    for giver, taker in threads(narrow, "drawing-thread"):
        assert order.index(site.actors[giver].record.role) < order.index(site.actors[taker].record.role)
    for path in narrow.find_all("path", class_="drawing-thread"):
        points = numbers(str(path["d"]))
        assert points[-1] > points[1]


def test_who_is_drawn_together_is_told_together() -> None:
    (narrow, middle), text = parsed(shown("cited-together", SMALL, TOGETHER))
    assert told(text) == TOGETHER | {pair[::-1]: count for pair, count in TOGETHER.items()}
    for svg in (narrow, middle):
        lines = threads(svg, "drawing-link")
        assert {frozenset(pair) for pair in lines} == {frozenset(pair) for pair in TOGETHER}
        thickest = max(lines, key=lines.__getitem__)
        assert set(thickest) == {"mediatrices", "educateurs"}


def test_nobody_is_drawn_beside_an_actor_that_closed() -> None:
    site = content(
        family("rue"), actor("relais"), actor("maison"), actor("atelier", fin={"date": "2025-06-30", "motif": "Fin des crédits."})
    )
    found = drawn(site, {("relais", "maison"): 1, ("atelier", "relais"): 9}).together.facts
    assert {one.slug for one in found.actors} == {"relais", "maison"}
    assert [(pair.one, pair.other) for pair in (*found.pairs, *found.others) if "atelier" in {pair.one, pair.other}] == []


def test_of_more_needs_than_a_page_holds_those_of_which_a_meeting_spoke_last_are_drawn() -> None:
    needs = [need(f"besoin-{rank:02}", ordre=rank, origine=[{"reunion": f"r{rank % 3}", "id": "c1"}]) for rank in range(30)]
    meetings = [meeting(f"r{rank}", f"202{4 + rank}-01-10") for rank in range(3)]
    found = drawn(content(family("rue"), *needs, *meetings)).matrix.facts
    shown = [line.need.slug for line in found.lines]
    assert len(shown) + found.hidden_needs == 30
    assert shown == sorted(shown), "in the editors' order"
    assert {f"besoin-{rank:02}" for rank in range(30) if rank % 3 == 2} <= set(shown)
    assert {f"besoin-{rank:02}" for rank in range(30) if rank % 3 == 0} & set(shown) == set()


def test_of_a_crowd_the_strongest_are_drawn_and_the_text_says_how_many_are_not() -> None:
    drawings, text = parsed(shown("cited-together", crowd(), crowded()))
    lines, wanted = threads(drawings[0], "drawing-link"), told(text)
    assert len(knots(drawings[0])) == 24
    assert len(lines) == 40
    assert set(lines) <= set(wanted)
    said = plain(text.get_text())
    assert "Ce sont les 24 que l’on cite le plus souvent ensemble" in said
    assert re.search(r"les plus forts de tous : 40 sur \d+\.", said)


@pytest.mark.parametrize(("site", "ties"), SITES[:3])
def test_each_cell_of_the_matrix_is_told(site: Content, ties: Ties) -> None:
    (narrow, large), text = parsed(shown("needs", site, ties))
    wanted = {}
    for line in text.find_all("div", attrs={"data-need": True}):
        for cell in line.find_all(["dd", "span"], attrs={"data-family": True}):
            said = plain(cell.get_text())
            answers, awaited = re.search(r"(\d+) réponses?(?! attendue)", said), re.search(r"(\d+) réponses? attendue", said)
            counts = (int(answers[1]) if answers else 0, int(awaited[1]) if awaited else 0)
            assert cell.name == "dd" or counts == (0, 0)
            wanted[line["data-need"], cell["data-family"]] = counts
    assert cells(narrow, 0) == wanted
    assert cells(large, 330) == wanted


def cells(svg: Tag, left: int) -> dict[tuple[str, str], tuple[int, int]]:
    """(need, family) → (answers, expected answers), from where the marks stand."""
    families = [slug(link) for link in svg.find_all("a") if "/familles/" in str(link["href"])]
    step = (numbers(str(svg["viewbox"]))[2] - left) / len(families)
    found: dict[tuple[str, str], list[int]] = {}
    need, full = "", 0

    def cell(x: float) -> list[int]:
        return found.setdefault((need, families[int((x - left) // step)]), [0, 0])

    for one in svg.find_all(recursive=False):
        kind = " ".join(one.get("class", []))
        if one.name == "a" and "/besoins/" in str(one["href"]):
            need = slug(one)
        elif one.name == "circle":
            full = "drawing-answered" in kind
        elif one.name == "text":
            cell(float(str(one["x"])))[0 if full else 1] = int(one.get_text())
        elif kind == "drawing-empty":
            for x in re.findall(r"M(-?[\d.]+)", str(one["d"])):
                assert cell(float(x) + 9) == [0, 0]
    return {key: (counts[0], counts[1]) for key, counts in found.items()}


def test_the_time_line_has_the_days_of_its_text_in_order() -> None:
    (svg,), text = parsed(shown("time", SMALL))
    days = [plain(one.get_text()).removeprefix("Aujourd’hui, ") for one in svg.find_all("text", class_="drawing-title")]
    assert days == [plain(one.find("time").get_text()) for one in text.find_all("li", attrs={"data-day": True})]
    assert days == ["10 janvier 2027", "25 novembre 2026", "2 juin 2026", "1er mars 2026", "17 décembre 2025", "15 octobre 2025"]
    announced = svg.find_all("circle", class_="drawing-milestone--announced")
    assert len(announced) == text.get_text().count("Réunion annoncée") == 2


def test_the_thread_of_time_is_solid_only_towards_what_is_known() -> None:
    (svg,), _ = parsed(shown("time", SMALL))
    dashed = ["drawing-time--uncertain" in path["class"] for path in svg.find_all("path", class_="drawing-time")]
    assert dashed == [True, True, False, False, True]


@pytest.mark.parametrize(("site", "ties"), SITES[:3])
def test_each_sign_of_freshness_is_told(site: Content, ties: Ties) -> None:
    (svg,), text = parsed(shown("freshness", site, ties))
    assert svg["role"] == "img"
    assert not svg.find_all("a")
    said = re.search(r"groupe de (\d+) fiches", plain(text.get_text()))
    each = int(said[1]) if said else 1
    wanted: Counter[tuple[str, str]] = Counter()
    for line in text.find_all("li", attrs={"data-status": True}):
        wanted[str(line["data-network"]), str(line["data-status"])] += -(-int(numbers(line.get_text())[0]) // each)
    signs: Counter[tuple[str, str]] = Counter()
    for sign in svg.find_all(class_="drawing-sheet"):
        status = next(name for name in sign["class"] if name.startswith("drawing-sheet--"))
        signs["oui" if sign.name == "circle" else "non", status.removeprefix("drawing-sheet--")] += 1
    assert signs == wanted
    counts = sum(int(one.get_text()) for one in svg.find_all("text", class_="drawing-count"))
    assert counts == len(site.actors)


@pytest.mark.parametrize("partial", PARTIALS)
def test_what_editors_write_is_never_markup(partial: str) -> None:
    html = shown(partial, SMALL, TOGETHER)
    assert "<script" not in html
    assert ' onload="' not in html
    for tag in parsed(html)[1].find_all(True):
        assert "onload" not in tag.attrs


@pytest.mark.parametrize("partial", PARTIALS)
@pytest.mark.parametrize(("site", "ties"), SITES)
def test_a_drawing_carries_no_style_nor_identifier_and_is_named_by_its_heading(partial: str, site: Content, ties: Ties) -> None:
    html = shown(partial, site, ties)
    assert "style=" not in html
    drawings, text = parsed(html)
    for svg in drawings:
        assert not svg.find_all(id=True)
        heading: Any = text.find(id=svg["aria-labelledby"])
        assert heading.name == "h2"


@pytest.mark.parametrize("partial", PARTIALS)
def test_a_section_of_a_crowd_leaves_room_for_the_rest_of_its_page(partial: str) -> None:
    assert len(shown(partial, crowd(), crowded()).encode()) < 75_000


@pytest.mark.parametrize("partial", ["relay", "cited-together", "freshness", "needs", "time"])
def test_nothing_to_draw_is_no_section(partial: str) -> None:
    assert shown(partial, EMPTY).strip() == ""
