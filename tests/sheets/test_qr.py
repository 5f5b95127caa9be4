"""QR codes of sheets."""

import re

import pytest

from plugins.sheets.qr import qr_code
from tests.sheets.reader import read_code

ADDRESS = "https://alliance.example/acteurs/caf/"


def test_a_code_is_svg_without_style_and_with_its_quiet_zone() -> None:
    drawing = qr_code(ADDRESS)
    assert drawing is not None
    assert drawing.startswith("<svg")
    assert "style" not in drawing
    assert re.search(r'd="M4 4\.5h7', drawing), "the first finder pattern, four modules from the edge"


@pytest.mark.parametrize("address", [ADDRESS, "https://alliance.example/" + "a" * 1000], ids=["short", "long"])
def test_a_telephone_reads_the_address_in_the_code(address: str) -> None:
    drawing = qr_code(address)
    assert drawing is not None
    assert read_code(drawing) == address


def test_an_address_has_one_code() -> None:
    assert qr_code(ADDRESS) == qr_code(ADDRESS)


def test_an_address_longer_than_a_code_holds_has_none() -> None:
    assert qr_code("https://alliance.example/" + "a" * 2000) is not None
    assert qr_code("https://alliance.example/" + "a" * 3000) is None
