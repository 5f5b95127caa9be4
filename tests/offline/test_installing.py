"""What a telephone is told when it installs the site."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

from plugins.offline.installing import icons, manifest
from plugins.presentation.palette import palettes

THEME = Path(__file__).parents[2] / "theme"
TOKENS = (THEME / "static/css/tokens.css").read_text(encoding="utf-8")
PALETTE = palettes(THEME, None).light


def test_the_manifest_names_the_site_in_french_and_stays_under_any_prefix() -> None:
    read = json.loads(
        manifest("Aller vers, aller dans", "Aller vers", "Qui fait quoi.", [("Partir d’un besoin", "besoins/")], "#ffffff")
    )
    assert (read["name"], read["short_name"], read["lang"]) == ("Aller vers, aller dans", "Aller vers", "fr")
    addresses = [read["start_url"], read["scope"], read["id"], *(icon["src"] for icon in read["icons"])]
    addresses += [way["url"] for way in read["shortcuts"]]
    assert [address for address in addresses if address.startswith(("/", "http"))] == []


def test_every_icon_that_the_manifest_names_is_drawn() -> None:
    named = {icon["src"]: icon["purpose"] for icon in json.loads(manifest("a", "a", "a", [], "#ffffff"))["icons"]}
    assert named.keys() == icons(PALETTE).keys()
    assert set(named.values()) == {"any", "maskable"}


def test_icons_are_plain_drawings_in_the_colours_of_the_theme() -> None:
    light = TOKENS.split("@media (prefers-color-scheme: dark)")[0]
    for text in icons(PALETTE).values():
        assert ET.fromstring(text).tag == "{http://www.w3.org/2000/svg}svg"
        assert "style" not in text
        for colour in re.findall(r"#[0-9a-f]{6}", text):
            assert colour in light
