"""From a paragraph of the minutes to what came of it, and back."""

from functools import partial
from pathlib import Path

import pytest

from plugins.cache.store import Store
from plugins.followup.passages import excerpt, passages
from plugins.followup.stored import kept_passages
from plugins.followup.trace import born, trace
from plugins.model.content import Content
from plugins.reading.rendering import render_all
from tests.alliance.sample import content, meeting, need, step
from tests.markup.sample import guarded

BODY = """<h2 id="rue">Dans la rue</h2>
<div class="speech" data-actors="mediateurs"><p id="p-1">Les médiateurs manquent d'outils pour parler d'emploi ;</p></div>
<div class="speech" data-actors="ecole"><p id="p-2">L'école pourrait former des médiateurs à l'emploi.</p></div>
<h2 id="apres">Après</h2>
<ul><li id="p-3">Se revoir au printemps avec la mairie.</li></ul>"""
MARCH = meeting(
    "2026-03-12-comite",
    "2026-03-12",
    constats=[{"id": "c1", "texte": "Des outils manquent pour parler d'emploi.", "acteurs": ["mediateurs"]}],
    questions=[{"id": "q1", "texte": "Qui formerait les médiateurs ?", "acteur": "ecole", "repondue_par": "2026-06-01-comite"}],
    suites=[{"id": "s1", "texte": "Se revoir au printemps, avec la mairie."}, {"texte": "Acheter un gâteau d'anniversaire."}],
)
ORIGIN = {"reunion": "2026-03-12-comite", "id": "c1"}


def test_what_rests_on_an_entry_is_found_from_the_entry() -> None:
    outils = need("outils", origine=[ORIGIN])
    former = step("former", origine=[ORIGIN, {"reunion": "2026-03-12-comite", "id": "q1"}, ORIGIN])
    found = born(content(MARCH, outils, former))
    assert [one.key for one in found["2026-03-12-comite", "c1"]] == ["besoins/outils", "feuille-de-route/former"]
    assert [one.key for one in found["2026-03-12-comite", "q1"]] == ["feuille-de-route/former"]
    assert ("2026-03-12-comite", "s1") not in found


def test_the_trace_follows_the_order_of_the_minutes() -> None:
    site = content(MARCH, need("outils", origine=[ORIGIN]))
    traced = trace(MARCH, partial(passages, guarded(BODY)), born(site))
    told = [
        (stretch.passage.anchor if stretch.passage else None, [entry.item.id for entry in stretch.entries])
        for stretch in traced.stretches
    ]
    assert told == [("p-1", ["c1"]), ("p-2", ["q1"]), ("p-3", ["s1"]), (None, [None])]
    assert traced.stretches[0].passage is not None
    assert traced.stretches[0].passage.section == "Dans la rue"
    assert (len(traced.entries), traced.followed) == (4, 1)
    assert traced.url == "reunions/2026-03-12-comite/trace/"


def test_an_entry_says_which_meeting_answered_it() -> None:
    answered = {entry.item.id: entry.answered_by for entry in trace(MARCH, partial(passages, guarded(BODY)), {}).entries}
    assert answered["q1"] == "2026-06-01-comite"
    assert answered["c1"] is None


@pytest.mark.parametrize(
    ("text", "actors", "anchor"),
    [
        pytest.param("Des outils manquent pour parler d'emploi", (), "p-1", id="the words alone"),
        pytest.param("Parler d'emploi, former les médiateurs", ("ecole",), "p-2", id="who speaks decides between two"),
        pytest.param("Un gâteau d'anniversaire", (), None, id="words that nobody said"),
        pytest.param("L'emploi, la météo, les trains, le budget, la cantine", (), None, id="one word in common is too little"),
        pytest.param("", (), None, id="no word"),
    ],
)
def test_a_paragraph_is_found_by_its_words(text: str, actors: tuple[str, ...], anchor: str | None) -> None:
    (found,) = passages(guarded(BODY), [(text, actors)])
    assert (found.anchor if found else None) == anchor


def test_without_a_body_nothing_is_found_and_nothing_breaks() -> None:
    assert passages(guarded(""), [("Des outils manquent", ())]) == [None]


def test_an_excerpt_ends_between_two_words_and_leaves_a_list_out() -> None:
    assert excerpt("Normanvilles, à propos des QPV\u202f;") == "Normanvilles, à propos des QPV"
    long = excerpt("mot " * 100)
    assert long.endswith("mot …")
    assert len(long) < 180


def test_on_whole_minutes_every_entry_that_a_paragraph_tells_finds_it(content: Content) -> None:
    bodies, _ = render_all(content)
    document = content.meetings["2026-09-17-comite"]
    html = bodies[document.key].html
    traced = trace(document, partial(passages, guarded(html)), born(content))
    lost = [entry.item.id for stretch in traced.stretches if stretch.passage is None for entry in stretch.entries]
    assert lost == ["v1"], "no paragraph says it"
    assert len(traced.entries) == 13
    anchors = [stretch.passage.anchor for stretch in traced.stretches if stretch.passage]
    assert [anchor for anchor in anchors if f'id="{anchor}"' not in html] == []


def test_passages_that_were_found_once_are_found_again_without_reading_the_minutes(tmp_path: Path) -> None:
    entries = [("Des outils manquent pour parler d'emploi.", ("mediateurs",)), ("Acheter un gâteau d'anniversaire.", ())]
    first = Store(tmp_path / "cache")
    found = kept_passages(first, BODY, lambda: guarded(BODY))(entries)
    assert first.close() == []
    again = Store(tmp_path / "cache")
    assert kept_passages(again, BODY, pytest.fail)(entries) == found == passages(guarded(BODY), entries)
    with pytest.raises(ZeroDivisionError):  # other minutes, or other entries, are read
        kept_passages(again, BODY, lambda: guarded(BODY[: 1 // 0]))(entries[:1])
    again.close()
