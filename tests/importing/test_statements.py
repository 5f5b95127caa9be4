"""What the text says besides: the next meeting."""

from datetime import date

import pytest

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
