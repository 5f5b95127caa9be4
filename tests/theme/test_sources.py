"""Rules of the theme's sources: sizes, tokens, contrasts, no inline style."""

import math
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEMPLATES = sorted((ROOT / "theme/templates").rglob("*.html"))
STYLES = sorted((ROOT / "theme/static/css").rglob("*.css"))
TOKENS = (ROOT / "theme/static/css/tokens.css").read_text(encoding="utf-8")
LIGHT, DARK = TOKENS.split("@media (prefers-color-scheme: dark)")


def names(paths: list[Path]) -> list[str]:
    return [path.relative_to(ROOT / "theme").as_posix() for path in paths]


@pytest.mark.parametrize("path", TEMPLATES, ids=names(TEMPLATES))
def test_a_template_is_short_and_writes_no_style(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) < 120
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=", text)


@pytest.mark.parametrize("path", TEMPLATES, ids=names(TEMPLATES))
def test_a_macro_opens_with_its_contract(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        if line.startswith("{% macro"):
            name = line.split("macro ")[1].split("(")[0]
            assert lines[number - 1].startswith(f"{{# {name}("), f"{path.name}:{number + 1}"


@pytest.mark.parametrize("path", STYLES, ids=names(STYLES))
def test_a_style_sheet_is_short_and_takes_its_colours_from_the_tokens(path: Path) -> None:
    text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert len(text.splitlines()) < 150
    if path.name not in {"tokens.css", "paper.css", "print.css"}:
        assert not re.findall(r"#[0-9a-f]{3,8}\b|\brgba?\(|\bhsl|\boklch\(", text)


@pytest.mark.parametrize("path", [path for path in STYLES if path.parent.name == "components"], ids=lambda path: path.stem)
def test_a_component_is_imported_once(path: Path) -> None:
    sheets = [(ROOT / "theme/static/css" / name).read_text(encoding="utf-8") for name in ("site.css", "tools.css")]
    assert sum(sheet.count(f'"components/{path.name}"') for sheet in sheets) == 1


def token(name: str, dark: bool) -> str:
    found = re.search(rf"--{name}: ([^;]+);", DARK if dark else LIGHT)
    assert found, name
    return found[1]


def of_hex(text: str) -> tuple[float, float, float]:
    red, green, blue = (int(text[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return linear(red), linear(green), linear(blue)


def linear(value: float) -> float:
    """sRGB → linear light (IEC 61966-2-1)."""
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def of_oklch(lightness: float, chroma: float, hue: float) -> tuple[float, float, float]:
    """OKLCH → linear sRGB, clipped (https://bottosson.github.io/posts/oklab/)."""
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    rows = (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
    red, green, blue = (min(1.0, max(0.0, value)) for value in rows)
    return red, green, blue


def contrast(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """WCAG 2 contrast of two colours in linear light."""
    first, second = sorted(0.2126 * red + 0.7152 * green + 0.0722 * blue for red, green, blue in (one, other))
    return (second + 0.05) / (first + 0.05)


@pytest.mark.parametrize("dark", [False, True], ids=["clair", "sombre"])
@pytest.mark.parametrize("paper", ["paper", "paper-2", "mark"])
@pytest.mark.parametrize(("ink", "least"), [("ink", 7.0), ("ink-2", 4.5), ("thread", 4.5)])
def test_inks_stand_out_from_every_ground(dark: bool, paper: str, ink: str, least: float) -> None:
    assert contrast(of_hex(token(ink, dark)), of_hex(token(paper, dark))) >= least


@pytest.mark.parametrize("hue", [int(angle) for angle in re.findall(r"--angle: (\d+)", TOKENS)])
@pytest.mark.parametrize(("dark", "least"), [(False, 6.0), (True, 9.0)], ids=["clair", "sombre"])
def test_no_family_shouts_or_whispers(hue: int, dark: bool, least: float) -> None:
    colour = of_oklch(float(token("hue-l", dark)), float(token("hue-c", dark)), hue)
    assert contrast(colour, of_hex(token("paper", dark))) >= least
