"""Plain French: how sentences are counted, and what is told of those that are not plain."""

import pytest

from plugins.model.lists import Term
from plugins.registry.building import build
from plugins.sheets.names import SheetNames, names_of
from plugins.sheets.plain_french import MOST_WORDS, remarks, word_count
from tests.needs.sample import actor, content

TERMS = (
    Term(terme="Caisse d'allocations familiales", sigle="CAF", definition="Elle verse des aides.", acteur="caf"),
    Term(terme="Quartier prioritaire de la politique de la ville", sigle="QPV", definition="Un quartier."),
    Term(terme="Service régional de l'État", sigle="Dreets", definition="Un service."),
)


@pytest.fixture(scope="module")
def names() -> SheetNames:
    site = content(
        actor("caf", titre="Caisse d'allocations familiales", sigle="CAF", alias=["CAF"]),
        actor("ceser", titre="Conseil économique, social et environnemental régional"),
        actor("agence", titre="France Travail", alias=["Pôle emploi"], jamais=["pôle emploi-formation"]),
        terms=TERMS,
    )
    return names_of(site, build(site)[0])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Elle aide les familles.", 4, id="des mots"),
        pytest.param("L'emploi n'est pas là.", 6, id="un mot élidé compte"),
        pytest.param("L’emploi n’est pas là.", 6, id="apostrophes courbes"),
        pytest.param("Prenez rendez-vous demain.", 4, id="un mot composé compte ses parties"),
        pytest.param("France Travail aide.", 2, id="un nom enregistré compte pour un"),
        pytest.param("Pôle emploi aide.", 2, id="un ancien nom aussi"),
        pytest.param("La Caisse d'allocations familiales aide.", 3, id="un nom long aussi"),
        pytest.param("Les caisses d'allocations familiales aident.", 3, id="au pluriel aussi"),
        pytest.param("La CAF (Caisse d'allocations familiales) aide.", 3, id="un sigle et son développement"),
        pytest.param("La Caisse d'allocations familiales (CAF) aide.", 3, id="un développement et son sigle"),
        pytest.param("En QPV (Quartier prioritaire de la politique de la ville), elle aide.", 4, id="un sigle du glossaire"),
        pytest.param("La CAF (France Travail) aide.", 4, id="deux noms différents en comptent deux"),
        pytest.param("Le pôle emploi-formation aide.", 5, id="ce qui n'est jamais l'acteur compte tous ses mots"),
        pytest.param("Venez en 2026.", 3, id="un nombre est un mot"),
        pytest.param("", 0, id="rien"),
    ],
)
def test_words_are_counted(names: SheetNames, text: str, expected: int) -> None:
    assert word_count(text, names) == expected


def told(text: str, names: SheetNames) -> list[str]:
    return [remark.message for remark in remarks(text, names)]


PLAIN = [
    "Elle verse des aides pour la famille et le logement.",
    "On peut entrer. On peut poser sa question.",
    "Le Conseil économique, social et environnemental régional donne son avis.",
    "Ils écoutent, renseignent et accompagnent les habitants.",
    "Elle aide les personnes qui cherchent un emploi.",
    "La CAF aide les habitants d'un QPV.",
    "La CAF (Caisse d'allocations familiales) aide les habitants.",
    "La MDPH (Maison des personnes handicapées) aide.",
    "Je ne sais pas à qui parler de travail",
    "Prenez rendez-vous à 9 h 30.",
]


@pytest.mark.parametrize("text", PLAIN)
def test_a_plain_text_is_left_alone(names: SheetNames, text: str) -> None:
    assert told(text, names) == []


def test_fifteen_words_pass_and_sixteen_do_not(names: SheetNames) -> None:
    assert told(" ".join(["mot"] * MOST_WORDS) + ".", names) == []
    assert told(" ".join(["mot"] * (MOST_WORDS + 1)) + ".", names) == ["16 mots — 15 au plus, en faire deux phrases"]


def test_each_sentence_is_counted_alone_and_named(names: SheetNames) -> None:
    long = "Elle " + "très " * 15 + "bien fait."
    found = list(remarks(f"Elle aide. {long} Venez.", names))
    assert [(remark.sentence, remark.words) for remark in found] == [(long, 18)]


@pytest.mark.parametrize(
    ("text", "joint"),
    [
        pytest.param("Elle aide ; elle écoute.", ";", id="point-virgule"),
        pytest.param("Elle aide\u202f; elle écoute.", ";", id="point-virgule, espace fine"),
        pytest.param("Elle aide : elle écoute.", ":", id="deux-points"),
        pytest.param("Elle aide, et elle écoute.", ", et", id="virgule et"),
        pytest.param("Elle aide, mais elle écoute.", ", mais", id="mais"),
        pytest.param("Elle aide parce qu’elle écoute.", "parce qu", id="cause, apostrophe courbe"),
        pytest.param("Elle aide alors que tout va bien.", "alors qu", id="opposition"),
        pytest.param("Elle aide (sans rendez-vous).", "(", id="parenthèse"),
        pytest.param("Elle aide ceux qui cherchent ce que tous veulent.", "qui… que", id="deux relatives"),
    ],
)
def test_two_ideas_in_a_sentence_are_told(names: SheetNames, text: str, joint: str) -> None:
    assert told(text, names) == [f"deux idées (« {joint} ») — en faire deux phrases"]


@pytest.mark.parametrize(
    ("text", "acronym"),
    [
        pytest.param("La MDPH aide.", "MDPH", id="un sigle inconnu"),
        pytest.param("Les MDPHs aident.", "MDPHs", id="au pluriel"),
        pytest.param("Le F.S.E. aide.", "F.S.E.", id="avec des points"),
    ],
)
def test_an_acronym_that_nothing_explains_is_told(names: SheetNames, text: str, acronym: str) -> None:
    assert told(text, names) == [f"sigle « {acronym} » sans explication — l'ajouter à glossaire.yml, ou l'écrire en entier"]


def test_acronyms_of_a_text_are_found_in_its_order(names: SheetNames) -> None:
    assert [term.sigle for term in names.defined("La Dreets, un QPV, la CAF, un autre QPV, pas la caf.")] == [
        "Dreets",
        "QPV",
        "CAF",
    ]
