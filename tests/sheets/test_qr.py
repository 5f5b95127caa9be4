"""QR codes of sheets."""

import re

from plugins.sheets.qr import qr_code

ADDRESS = "https://alliance.example/acteurs/caf/"


def test_a_code_is_svg_without_style_and_with_its_quiet_zone() -> None:
    drawing = qr_code(ADDRESS)
    assert drawing is not None
    assert drawing.startswith("<svg")
    assert "style" not in drawing
    assert re.search(r'd="M4 4\.5h7', drawing), "the first finder pattern, four modules from the edge"


def test_two_addresses_have_two_codes_and_one_address_has_one() -> None:
    assert qr_code(ADDRESS) == qr_code(ADDRESS)
    assert qr_code(ADDRESS) != qr_code(ADDRESS.replace("caf", "ccas"))


def test_an_address_longer_than_a_code_holds_has_none() -> None:
    assert qr_code("https://alliance.example/" + "a" * 2000) is not None
    assert qr_code("https://alliance.example/" + "a" * 3000) is None
