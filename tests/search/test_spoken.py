"""What an editor is told of the words that people say."""

from dataclasses import replace

import pytest

from plugins.diagnostics import Place
from plugins.model.content import Content
from plugins.model.lists import Term
from plugins.search.spoken import check_spoken
from tests.needs.sample import actor, content, need


def told(site: Content) -> list[str]:
    return [str(diagnostic) for diagnostic in check_spoken(site)]


def test_words_that_say_one_thing_each_are_not_told() -> None:
    own = need("travail", titre="Je cherche un travail", mots=["boulot", "taf", "plus de boulot", "115"])
    assert told(content(own, need("papiers", mots="carte de séjour"), actor("a", mots=["boulot"]))) == []


@pytest.mark.parametrize("word", ["comment faire", "je ne sais pas", "à", "?!", "d", "…"])
def test_what_any_question_may_hold_means_nothing_alone(word: str) -> None:
    said = f"« {word} » ne veut rien dire seul : toutes les questions peuvent le contenir — y ajouter un mot qui la distingue"
    assert told(content(need("n", mots=[word]))) == [f"content/besoins/n.md:1: « mots » : {said}"]


def test_a_sentence_is_no_word() -> None:
    (message,) = told(content(actor("a", mots=["mon fils ne veut plus jamais aller en cours"])))
    assert message.endswith("est une phrase — en garder 6 mots au plus, ceux qui la distinguent")


@pytest.mark.parametrize(
    ("mots", "owner"),
    [
        pytest.param(["boulot", "Boulots"], "« boulot » le dit déjà", id="un pluriel, une majuscule"),
        pytest.param(["je cherche un travail"], "« Je cherche un travail » le dit déjà", id="le titre"),
    ],
)
def test_what_is_said_twice_is_told(mots: list[str], owner: str) -> None:
    (message,) = told(content(need("n", titre="Je cherche un travail", mots=mots)))
    assert message == f"content/besoins/n.md:1: avertissement : « mots » : « {mots[-1]} » est de trop, {owner} — l'enlever"


def test_a_name_of_an_actor_need_not_be_said_again() -> None:
    (message,) = told(content(actor("a", titre="Bureau des métiers", alias=["le bureau vert"], mots=["le bureau vert"])))
    assert "« le bureau vert » est de trop" in message


def test_a_word_that_two_needs_claim_is_told_to_the_second_one() -> None:
    site = content(need("a", titre="Je cours", mots=["basket"]), need("b", titre="Je saute", mots=["baskets"]))
    (message,) = told(site)
    assert message.startswith(
        "content/besoins/b.md:1: avertissement : « mots » : « baskets » mène aussi à « Je cours » (content/besoins/a.md"
    )
    assert message.endswith(", ligne 1) — le laisser à un seul des deux, ou préciser chacun")


def test_words_of_the_glossary_are_read_too() -> None:
    term = Term(terme="zone bleue", sigle="ZB", definition="Une zone.", mots=["zone bleue", "stationner"])
    site = replace(Content(), glossary=(term,), glossary_places=(Place("content/glossaire.yml", 4),))
    assert told(site) == [
        "content/glossaire.yml:4: avertissement : « mots » : « zone bleue » est de trop, « zone bleue » le dit déjà — l'enlever"
    ]
