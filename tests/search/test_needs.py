"""A question in anybody's words, and the needs that it asks for."""

import math
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from plugins.cache.store import Store
from plugins.search import needs
from plugins.search.analysis import Analyser
from plugins.search.asking import asked, units
from plugins.search.danger import Danger, told_danger
from plugins.search.needs import LEAST_DANGER
from plugins.search.weighing import Told, weigh
from tests.search.corpus import PAGES, page

NEEDS = {
    "besoins/nager/": ("Je veux apprendre à nager", ["piscine", "bassin", "brasse", "peur de l'eau", "maillot", "bébé nageur"]),
    "besoins/lire/": ("Je veux lire des livres", ["bouquin", "bibliothèque", "roman", "emprunter", "peur du silence"]),
    "besoins/jardiner/": ("Je cherche un bout de jardin", ["potager", "graines", "bêche", "arrosoir", "jardin partagé"]),
    "besoins/noyade/": ("Quelqu'un se noie", ["noyade", "coule dans l'eau", "ne remonte pas"]),
}
TOLD = tuple(Told(url, (title,), tuple(words), urgent=url.endswith("noyade/")) for url, (title, words) in NEEDS.items())
TOLD_ELSEWHERE = (*TOLD, Told("", spoken=("recette de cuisine", "score du match", "horaires du bassin")))
WITH_NEEDS = [*PAGES, *(page(url, title, kind="Besoin", spoken=tuple(words)) for url, (title, words) in NEEDS.items())]


@pytest.fixture(scope="module")
def answer(ask: Any) -> Any:
    def answered(question: str) -> Any:
        return ask([question], pages=WITH_NEEDS, told=TOLD)[0]

    return answered


@pytest.mark.parametrize(
    ("question", "need"),
    [
        pytest.param("j'ai peur de l'eau", "besoins/nager/", id="une expression"),
        pytest.param("où emprunter un bouquin", "besoins/lire/", id="un mot de la rue"),
        pytest.param("il me faudrait un arrosoir et des graines", "besoins/jardiner/", id="deux mots d'un même besoin"),
        pytest.param("quelqu'un coule", "besoins/noyade/", id="un mot d'une expression"),
    ],
)
def test_a_question_in_words_of_the_street_finds_its_need_first(answer: Any, question: str, need: str) -> None:
    assert answer(question)["needs"][0]["url"] == need
    assert answer(question)["sure"][0] == need


@pytest.mark.parametrize("question", ["quel âge a la tour Eiffel", "je ne sais pas", "?", "", "سباحة", "potager" + "x" * 100_000])
def test_what_no_need_says_suggests_none(answer: Any, question: str) -> None:
    assert answer(question)["needs"] == []


def test_the_reasons_are_the_words_without_which_it_would_not_be_suggested(answer: Any) -> None:
    question = "mon voisin voudrait une bêche pour son potager"
    (need,) = [one for one in answer(question)["needs"] if one["url"] == "besoins/jardiner/"]
    assert need["words"] == ["bêche", "potager"]
    without = " ".join(word for word in question.split() if word not in need["words"])
    assert "besoins/jardiner/" not in [one["url"] for one in answer(without)["needs"]]


def terms(*texts: str) -> set[str]:
    return {one.term for text in texts for one in units(text, Analyser()) if one.kind != "stop"}


def test_each_reason_shown_is_a_word_of_the_question_that_its_need_says(ask: Any) -> None:
    """Whatever is asked: each word of a need between others, alone, beside one of another need, badly spelt."""
    words = [word for _, words in NEEDS.values() for word in words]
    frames = ("{}", "où trouver {} dans le quartier", "ma voisine n'a pas de {} depuis deux ans", "{} ou roman", "recette de {}")
    questions = [frame.format(word) for word in words for frame in frames] + [
        "arozoir et grenes",
        "jveux un boukin",
        "d'la piscine",
    ]
    shown = 0
    for question, answered in zip(questions, ask(questions, pages=WITH_NEEDS, told=TOLD_ELSEWHERE), strict=True):
        read = answered["suggestion"]
        for need in answered["needs"]:
            title, spoken = NEEDS[need["url"]]
            held = terms(title, *spoken)
            for word in need["words"]:
                assert word in question
                # A word that the need does not say as it was typed was read as one that it says.
                assert held & terms(word) or (read and word not in read.split() and held & terms(read)), (question, word)
                shown += 1
    assert shown > len(questions) // 2


def test_a_danger_is_told_even_beside_another_need(answer: Any) -> None:
    assert answer("quelqu'un coule dans l'eau de la piscine")["danger"]
    assert not answer("aller à la piscine")["danger"]


DANGERS = (
    Told(
        "besoins/danger/",
        ("Quelqu'un est en danger",),
        ("frapper", "il me frappe", "coups", "menacer", "il me suit"),
        urgent=True,
    ),
    Told("besoins/travail/", ("Je cherche un travail",), ("boulot", "CV", "emploi", "suivre une formation", "entretien")),
)
WITH_DANGERS = [*PAGES, *(page(one.url, one.titles[0], kind="Besoin", spoken=tuple(one.spoken)) for one in DANGERS)]
TELLING = ["il me frappe", "il me frappe hier", "on me frappe", "il me suit"]
HARMLESS = ["frapper à la porte", "un coup de main pour mon CV", "suivre une formation", "être suivi par un conseiller", "boulot"]


def test_a_danger_is_told_by_how_things_are_said_and_its_need_comes_first(ask: Any) -> None:
    for question, answered in zip(TELLING, ask(TELLING, pages=WITH_DANGERS, told=DANGERS), strict=True):
        assert answered["danger"], question
    told = ask(["il me frappe, et je cherche un travail"], pages=WITH_DANGERS, told=DANGERS)[0]
    assert told["danger"]
    assert told["needs"][0]["url"] == "besoins/danger/"


def test_words_of_danger_that_tell_of_none_lead_to_no_urgent_need(ask: Any) -> None:
    for question, answered in zip(HARMLESS, ask(HARMLESS, pages=WITH_DANGERS, told=DANGERS), strict=True):
        assert not answered["danger"], question
        assert "besoins/danger/" not in [one["url"] for one in answered["needs"]], question


def test_the_browser_tells_a_danger_as_the_weights_say(ask: Any) -> None:
    """The reference is the definition: the bias, and the weights of the terms of a question whose worth is one together, those
    that speak of nothing counting for six tenths.
    """
    danger = told_danger(DANGERS, Analyser())
    questions = [*TELLING, *HARMLESS, "emploi et coups", "il me suit au travail", "entretien"]
    for question, answered in zip(questions, ask(questions, pages=WITH_DANGERS, told=DANGERS), strict=True):
        terms = asked(units(question, Analyser()))
        speaking = {term: weight for term in terms if abs(weight := danger.terms.get(term, 0)) >= LEAST_DANGER}
        length = sum(worth**2 * (1 if term in speaking else 0.6) for term, worth in terms.items())
        told = sum(worth * speaking.get(term, 0) for term, worth in terms.items()) / math.sqrt(length)
        if abs(danger.bias + told) > 0.5:  # what is rounded, or left out, decides nothing
            assert answered["danger"] == (told > 0 and danger.bias + told >= 0), question


def test_a_content_without_urgent_needs_tells_of_no_danger(ask: Any) -> None:
    assert told_danger(DANGERS[1:], Analyser()) == Danger()
    assert not ask(["il me frappe"], pages=WITH_DANGERS, told=DANGERS[1:])[0]["danger"]


def test_the_browser_scores_as_the_table_says(ask: Any) -> None:
    """The reference is the definition: worth × rarity × weight, divided by the length of the question."""
    table = weigh(TOLD, Analyser())
    questions = [word for _, words in NEEDS.values() for word in words] + [title for title, _ in NEEDS.values()]
    questions += [f"{first} {second}" for first in questions for second in questions[:6]]
    for question, answered in zip(questions, ask(questions, pages=WITH_NEEDS, told=TOLD), strict=True):
        terms = asked(units(question, Analyser()))
        known = {term: worth * table.rarity[term] for term, worth in terms.items() if term in table.terms}
        others = [worth * 0.8 * table.unknown for term, worth in terms.items() if term not in table.terms and " " not in term]
        length = math.sqrt(sum(value**2 for value in [*known.values(), *others]))
        for need in answered["needs"]:
            rank = table.needs.index(need["url"])
            expected = sum(value * table.terms[term].get(rank, 0) for term, value in known.items()) / length
            assert need["score"] == pytest.approx(expected, rel=0.03, abs=0.02), question


def test_a_word_of_one_need_weighs_for_it_and_a_word_of_all_for_none() -> None:
    same = [Told(f"besoins/{rank}/", (), ("vélo", f"mot{rank}")) for rank in range(20)]
    table = weigh(same, Analyser())
    assert max(table.terms["mot3"].values()) > 8 * max(table.terms["velo"].values())


def test_a_content_without_needs_has_an_empty_table(ask: Any) -> None:
    assert ask(["accompagnement"])[0]["needs"] == []


def test_the_table_of_needs_that_say_the_same_comes_from_the_store_and_of_others_never(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    weighed: list[object] = []
    monkeypatch.setattr(needs, "weigh", lambda told, analyser: weighed.append(told) or weigh(told, analyser))
    urls = list(NEEDS)

    def pieces(told: Sequence[Told], pages: Sequence[str]) -> Any:
        store = Store(tmp_path / "file")
        found = needs.kept_pieces(told, pages, Analyser(), store)
        assert store.close() == []
        assert found == needs.need_pieces(weigh(told, Analyser()), told_danger(told, Analyser()), told, pages)
        return found

    first, same = pieces(TOLD, urls), pieces(TOLD, urls)
    assert first == same
    assert len(weighed) == 1
    first_of_all = replace(TOLD[0], spoken=("trampoline",))
    assert pieces((first_of_all, *TOLD[1:]), urls) != first
    assert pieces(TOLD, ["", *urls]) != first
    assert len(weighed) == 3


def test_what_is_asked_elsewhere_suggests_nothing(ask: Any) -> None:
    answers = ask(["une recette de cuisine", "le score du match", "un bouquin"], pages=WITH_NEEDS, told=TOLD_ELSEWHERE)
    assert [[need["url"] for need in one["needs"]] for one in answers] == [[], [], ["besoins/lire/"]]


def test_a_question_badly_spelt_finds_the_same_need_and_says_what_was_read(answer: Any) -> None:
    read = answer("c koi un arozoir")
    assert read["needs"][0]["url"] == "besoins/jardiner/"
    assert read["needs"][0]["words"] == ["arozoir"]
    assert read["suggestion"].endswith("arrosoir")
