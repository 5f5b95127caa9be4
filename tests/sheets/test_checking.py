"""What an editor is told of texts that sheets take up."""

from plugins.model.content import Content
from plugins.registry.building import build
from plugins.sheets.checking import check_sheets
from plugins.sheets.names import names_of
from tests.needs.sample import actor, content, need

LONG = "Elle aide " + "encore " * 14 + "ici."


def told(site: Content) -> list[str]:
    return [str(diagnostic) for diagnostic in check_sheets(site, names_of(site, build(site)[0]))]


def test_plain_texts_say_nothing() -> None:
    assert told(content(actor("a"), need("n", "a", resume="Voici qui aide."))) == []


def test_a_long_sentence_is_a_warning_with_the_sentence_and_its_count() -> None:
    message = f"fiche relais : 17 mots — 15 au plus, en faire deux phrases : « {LONG} »"
    assert told(content(actor("a", resume=f"Elle aide. {LONG}"))) == [f"content/acteurs/a.md:1: avertissement : {message}"]


def test_every_text_of_a_need_is_looked_at() -> None:
    answer = {"acteur": "a", "texte": "Oui ; non.", "conditions": "Ici ; là.", "contact": "Le jour ; la nuit.", "source": "x"}
    found = told(content(actor("a"), need("n", titre="Je cherche ; je trouve", resume="Un ; deux.", reponses=[answer])))
    assert [line.rpartition("« ")[2] for line in found] == [
        "Je cherche ; je trouve »",
        "Un ; deux. »",
        "Oui ; non. »",
        "Ici ; là. »",
        "Le jour ; la nuit. »",
    ]


def test_a_sentence_without_end_is_cut_in_the_message_not_in_the_count() -> None:
    (line,) = told(content(actor("a", resume="mot " * 149)))
    assert "149 mots" in line
    assert len(line) < 400, "a sentence of 600 signs is cut"
