"""What the text says besides: the next meeting, what was decided, who does what until when."""

from datetime import date

import pytest

from plugins.importing.outcomes import Decided, ToDo, decisions, to_do
from plugins.importing.pieces import Block, Spot
from plugins.importing.statements import next_meeting

DAY = date(2025, 5, 22)


def block(text: str, kind: str = "paragraph") -> Block:
    return Block(kind, text, (Spot(1),))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        pytest.param(
            [block("Chacun écrit avant le 13 juin. L'atelier se réunira le jeudi 3 juillet 2025 à 13 h 30.")],
            (date(2025, 7, 3), "13:30", ""),
            id="une autre date, dans la phrase d'avant",
        ),
        pytest.param(
            [block("Prochaine réunion : le mardi 8 juillet 2025 à 14 h, salle des Falaises.")],
            (date(2025, 7, 8), "14:00", "Salle des Falaises"),
            id="le lieu",
        ),
        pytest.param(
            [block("Prochaine réunion : mardi 8 juillet 2025, de 14 h 30 à 16 h 30, au Lycée des métiers.")],
            (date(2025, 7, 8), "14:30", "Lycée des métiers"),
            id="du début à la fin",
        ),
        pytest.param(
            [block("Prochaine réunion", "heading"), block("Mardi 8 juillet 2025 à 16 h, Maison de quartier.")],
            (date(2025, 7, 8), "16:00", "Maison de quartier"),
            id="sous son titre",
        ),
        pytest.param(
            [block("Le 8 juillet 2025 aura lieu la prochaine réunion.")], (date(2025, 7, 8), "", ""), id="la date d'abord"
        ),
    ],
)
def test_the_next_meeting_is_the_one_that_its_sentence_says(blocks: list[Block], expected: tuple[date, str, str]) -> None:
    found = next_meeting(blocks, DAY)
    assert found is not None
    assert (found.day, found.hour, found.place) == expected


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        pytest.param([block("Décision n° 2 : une ligne est créée.")], [Decided("une ligne est créée.", 0)], id="sous son nom"),
        pytest.param(
            [block("Décisions", "heading"), block("L'affiche est tirée en deux versions.", "item"), block("Suite", "heading")],
            [Decided("L'affiche est tirée en deux versions.", 1)],
            id="une liste sous son titre",
        ),
        pytest.param(
            [block("Décision 1 – Le carnet", "heading"), block("Le comité décide d'en imprimer cent. La Région paie.")],
            [Decided("Le carnet : Le comité décide d'en imprimer cent.", 0)],
            id="un titre, et sa première phrase",
        ),
        pytest.param(
            [block("La charte est mise aux voix : 9 voix pour, 1 contre, 2 abstentions. Elle est adoptée.")],
            [
                Decided(
                    "La charte est mise aux voix : 9 voix pour, 1 contre, 2 abstentions. Elle est adoptée.",
                    0,
                    (("pour", 9), ("contre", 1), ("abstentions", 2)),
                )
            ],
            id="un vote",
        ),
        pytest.param(
            [block("Le compte rendu est approuvé à l'unanimité.")],
            [Decided("Le compte rendu est approuvé à l'unanimité.", 0, (), True)],
            id="à l'unanimité",
        ),
        pytest.param([block("Mme Vasseur demande qui décidera de la suite.")], [], id="personne ne décide"),
    ],
)
def test_what_was_decided_is_found_with_its_votes(blocks: list[Block], expected: list[Decided]) -> None:
    assert list(decisions(blocks)) == expected


def test_a_table_says_who_does_what_until_when() -> None:
    rows = (("Qui", "Quoi", "Pour quand"), ("Union des métiers", "Refaire l'affiche", "15 décembre 2025"), ("CSF", "", ""))
    table = Block("table", "", (Spot(1),), rows=rows)
    assert list(to_do([table])) == [ToDo("Refaire l'affiche", "Union des métiers", "15 décembre 2025", 0)]


def test_a_table_that_says_no_doer_is_left_alone() -> None:
    assert not list(to_do([Block("table", "", (Spot(1),), rows=(("Lieu", "Heure"), ("Salle A", "9 h")))]))
