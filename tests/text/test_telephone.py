"""A telephone dials what is written, or is no telephone."""

import pytest

from plugins.text.telephone import numbers, pieces


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        pytest.param("02 61 91 00 01", ["0261910001"], id="dix chiffres"),
        pytest.param("02.61.91.00.01", ["0261910001"], id="points"),
        pytest.param("02-61-91-00-01", ["0261910001"], id="tirets"),
        pytest.param("02\u00a061\u202f91\u00a000\u00a001", ["0261910001"], id="espaces insécables"),
        pytest.param("０２ ６１ ９１ ００ ０１", ["0261910001"], id="chiffres pleine chasse"),
        pytest.param("(02) 61 91 00 01", ["0261910001"], id="parenthèses"),
        pytest.param("0 800 910 001 (appel gratuit, 24h/24, 7j/7)", ["0800910001"], id="numéro vert"),
        pytest.param("39 19", ["3919"], id="numéro court"),
        pytest.param("115", ["115"], id="trois chiffres"),
        pytest.param("116 006", ["116006"], id="numéro européen"),
        pytest.param("118 712", ["118712"], id="renseignements"),
        pytest.param("+33 2 61 91 00 01", ["+33261910001"], id="international"),
        pytest.param("+33 (0)2 61 91 00 01", ["+33261910001"], id="zéro entre parenthèses"),
        pytest.param("+33 02 61 91 00 01", ["+33261910001"], id="zéro de trop"),
        pytest.param("0033 2 61 91 00 01", ["+33261910001"], id="00 à la place de +"),
        pytest.param("+262 262 91 00 01", ["+262262910001"], id="outre-mer"),
        pytest.param("02 61 91 00 01 ou 39 19", ["0261910001", "3919"], id="deux numéros"),
        pytest.param("02 61 91 00 01 / 06 39 98 00 01", ["0261910001", "0639980001"], id="barre"),
        pytest.param("02 61 91 00 01, 02 61 91 00 02 et 115", ["0261910001", "0261910002", "115"], id="trois numéros"),
        pytest.param("02 61 91 00 01 poste 12", ["0261910001"], id="poste"),
        pytest.param("02 61 91 00 01 (taper 2)", ["0261910001"], id="touche"),
        pytest.param("02 61 91 00 01 #12", ["0261910001"], id="dièse"),
        pytest.param("02 61 91 00 01 9h-12h", ["0261910001"], id="horaires collés"),
        pytest.param("de 9 h 30 à 17 heures : 02 61 91 00 01", ["0261910001"], id="horaires devant"),
        pytest.param("02 61 91 00 01 (14:00-16:00)", ["0261910001"], id="horaires à deux-points"),
        pytest.param("0 892 91 00 01 (0,35 €/min)", ["0892910001"], id="prix"),
        pytest.param("Tél. : 02 61 91 00 01", ["0261910001"], id="mot devant"),
    ],
)
def test_each_number_is_dialled_as_it_is_written(written: str, dialled: list[str]) -> None:
    assert numbers(written) == dialled
    assert "".join(piece.text for piece in pieces(written) or ()) == written, "nothing of the text is lost"


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("02 61 91 00 01 39 19", id="deux numéros sans rien entre eux"),
        pytest.param("02 61 91 00 01 - 02 61 91 00 02", id="deux numéros et un tiret"),
        pytest.param("02 61 91 00 01, 02", id="la fin d'un second"),
        pytest.param("02 61 91 00 01 à 05", id="une suite de numéros"),
        pytest.param("02 61 91 00", id="trop court"),
        pytest.param("02 61 91 00 012", id="trop long"),
        pytest.param("00 61 91 00 01", id="indicatif qui n'existe pas"),
        pytest.param("+33 61 91 00 01", id="international trop court"),
        pytest.param("O2 61 91 00 01", id="une lettre pour un chiffre"),
        pytest.param("0800 BON JOUR", id="des lettres à composer"),
        pytest.param("02 61 91 00 01, 15 rue du Port", id="une adresse"),
        pytest.param("voir le site", id="aucun numéro"),
        pytest.param("", id="rien"),
    ],
)
def test_what_would_dial_something_else_is_no_telephone(written: str) -> None:
    assert pieces(written) is None
