"""The lines of a list of those who were there → persons and their organisations."""

from datetime import date

import pytest

from plugins.importing import plain
from plugins.importing.attendance import attendance, merged
from plugins.importing.entries import entries_of
from plugins.importing.pieces import Block, Spot
from plugins.importing.reading import blocks_of
from plugins.model.loading import load
from plugins.registry.building import build
from plugins.registry.registry import Registry
from plugins.text.written_days import dates, hour_after
from tests.sample import CONTENT


@pytest.fixture(scope="module")
def registry() -> Registry:
    return build(load(CONTENT, "c")[0])[0]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("VASSEUR Claire\tAgence du travail", [("VASSEUR", "Claire", "agence-du-travail")], id="colonnes"),
        pytest.param("VASSEUR Claire Union des Métiers", [("VASSEUR", "Claire", "union-des-metiers")], id="majuscules partout"),
        pytest.param("VASSEUR Claire UDM", [("VASSEUR", "Claire", "union-des-metiers")], id="colonnes réduites à une espace"),
        pytest.param(
            "LE QUINIOU Anne-Laure\tCSF", [("LE QUINIOU", "Anne-Laure", "caisse-de-soutien")], id="article et prénom double"
        ),
        pytest.param("Mme Vasseur (UDM)", [("Vasseur", "", "union-des-metiers")], id="parenthèse"),
        pytest.param(
            "M. Brunel et Mme Corvin (UDM), Mme Vasseur (Agence du travail)",
            [("Brunel", "", "union-des-metiers"), ("Corvin", "", "union-des-metiers"), ("Vasseur", "", "agence-du-travail")],
            id="deux personnes d'un organisme, puis une autre",
        ),
        pytest.param(
            "Claire VASSEUR, directrice, Agence du travail", [("VASSEUR", "Claire", "agence-du-travail")], id="fonction"
        ),
        pytest.param("Claire VASSEUR – Agence du travail", [("VASSEUR", "Claire", "agence-du-travail")], id="tiret"),
        pytest.param(
            "Agence du travail : Mme Vasseur, M. Brunel",
            [("Vasseur", "", "agence-du-travail"), ("Brunel", "", "agence-du-travail")],
            id="organisme d'abord",
        ),
        pytest.param("Mme Vasseur (Cap rivages)", [("Vasseur", "", "")], id="organisme sans fiche"),
        pytest.param("Union des métiers", [("", "", "union-des-metiers")], id="organisme seul"),
        pytest.param("Mme Vasseur rappelle que l'UDM tient un café.", [], id="une phrase"),
    ],
)
def test_a_line_is_read_however_it_is_written(line: str, expected: list[tuple[str, str, str]], registry: Registry) -> None:
    found = [
        (
            one.person.surname if one.person else "",
            one.person.given if one.person else "",
            one.organisation.slug if one.organisation else "",
        )
        for one in entries_of(line, registry)
    ]
    assert found == expected


def test_who_takes_another_s_place_is_told_from_them(registry: Registry) -> None:
    (one,) = entries_of("CORVIN Maud\tUDM (représente Thibaud Sarrelongue)", registry)
    assert (one.person.surname if one.person else "", one.represents) == ("CORVIN", "Thibaud Sarrelongue")


def test_an_organisation_that_names_another_is_not_it(registry: Registry) -> None:
    (one,) = entries_of("Mme Vasseur (Amis de l'Union des métiers)", registry)
    assert one.organisation is not None
    assert (one.organisation.slug, one.organisation.others) == ("", ("union-des-metiers",))


def test_lists_of_guests_and_excused_are_told_apart(registry: Registry) -> None:
    said = [
        "Étaient présents : Mme Vasseur (UDM).",
        "Invitée : Mme Corvin (CSF).",
        "Absents excusés : M. Brunel (Agence du travail).",
    ]
    blocks = [Block("paragraph", text, (Spot(1),)) for text in [*said, "Mme Vasseur ouvre la séance, et rappelle le calendrier."]]
    found = attendance(blocks, registry)
    assert [(one.entry.person.surname if one.entry.person else "", one.quality) for one in found.people] == [
        ("Vasseur", "participant"), ("Corvin", "invite"), ("Brunel", "excuse"),
    ]  # fmt: skip
    assert found.used == {0, 1, 2}


UDM, AT, CSF = "union-des-metiers", "agence-du-travail", "caisse-de-soutien"


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        pytest.param(
            "Membres présents :\n• Mme Vasseur – UDM\nMembres excusés :\n• M. Brunel – CSF\n",
            [("Vasseur", UDM, "participant"), ("Brunel", CSF, "excuse")],
            id="puces",
        ),
        pytest.param("Excusées : CSF, Agence du travail.", [("", CSF, "excuse"), ("", AT, "excuse")], id="organismes seuls"),
        pytest.param(
            "Etaient présents : Mmes Vasseur et Corvin (UDM), MM. Brunel (Agence du travail) et Pesquet (CSF).",
            [
                ("Vasseur", UDM, "participant"),
                ("Corvin", UDM, "participant"),
                ("Brunel", AT, "participant"),
                ("Pesquet", CSF, "participant"),
            ],
            id="civilités au pluriel",
        ),
        pytest.param(
            "Participants\n\nAgence du travail\nMme Vasseur\nM. Brunel\nUDM\nMme Corvin\n",
            [("Vasseur", AT, "participant"), ("Brunel", AT, "participant"), ("Corvin", UDM, "participant")],
            id="sous le nom de leur organisme",
        ),
        pytest.param(
            "Participants :\nMme Vasseur (UDM)\nM. Brunel (Agence du travail) - excusé\nMme Corvin (CSF, invitée)\n",
            [("Vasseur", UDM, "participant"), ("Brunel", AT, "excuse"), ("Corvin", CSF, "invite")],
            id="qualité au bout de la ligne",
        ),
        pytest.param(
            "Structure | Représentant | Présent | Excusé\nUDM | Claire VASSEUR | X | \nCSF | Hadrien BRUNEL | | X\n",
            [("VASSEUR", UDM, "participant"), ("BRUNEL", CSF, "excuse")],
            id="tableau à cocher",
        ),
        pytest.param(
            "Membres présents\n\nUDM : M. Hadrien VASSEUR, Mme Maud BRUNEL\n\nMembres excusés\n\nCSF : M. Nadir CORVIN\n",
            [("VASSEUR", UDM, "participant"), ("BRUNEL", UDM, "participant"), ("CORVIN", CSF, "excuse")],
            id="des lignes à part, comme des titres",
        ),
        pytest.param(
            "Présents | Excusés | Invités\nMme Vasseur (UDM) | M. Brunel (CSF) | Mme Corvin (Agence du travail)\n",
            [("Vasseur", UDM, "participant"), ("Brunel", CSF, "excuse"), ("Corvin", AT, "invite")],
            id="une colonne par qualité",
        ),
    ],
)
def test_a_whole_list_is_read_however_it_is_laid_out(
    listed: str, expected: list[tuple[str, str, str]], registry: Registry
) -> None:
    text = f"Comité\n\nRéunion du 3 mars 2026\n\n{listed}\n\nOuverture\n\nLa séance commence par un tour de table, puis chacun lit ses notes.\n"
    blocks, _ = blocks_of(plain.read(text.encode()), [])
    found = [
        (
            one.entry.person.surname if one.entry.person else "",
            one.entry.organisation.slug if one.entry.organisation else "",
            one.quality,
        )
        for one in merged(attendance(blocks, registry).people)
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "day", "hour"),
    [
        pytest.param("le vendredi 17 décembre 2021 à 9h30", date(2021, 12, 17), "09:30", id="en lettres"),
        pytest.param("1er mars 2026, 14 h", date(2026, 3, 1), "14:00", id="premier du mois"),
        pytest.param("17/12/2021 à 9:05", date(2021, 12, 17), "09:05", id="en chiffres"),
        pytest.param("le jeudi 14 janvier à 9 h 30", date(2027, 1, 14), "09:30", id="sans l'année, après novembre 2026"),
    ],
)
def test_a_day_and_an_hour_are_read(text: str, day: date, hour: str) -> None:
    (found,) = dates(text, after=date(2026, 11, 5))
    assert (found.day, found.sure) == (day, True)
    assert (hour_after(text, found.end) or ("",))[0] == hour


def test_a_day_of_the_week_that_is_not_the_date_s_is_doubted() -> None:
    (found,) = dates("lundi 17 décembre 2021")
    assert not found.sure
