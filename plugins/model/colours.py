"""Colours that a content gives its site → checked: each text can be read on its paper (WCAG 2.2, 1.4.3 and 1.4.11)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from plugins.diagnostics import shortened
from plugins.model.records import Record

COLOUR = re.compile(r"#[0-9a-f]{6}")
# WCAG 2.2, success criterion 1.4.3: text of any size.
READABLE = 4.5
# Family colours, links that were visited, marks are made for a paper at least so light, or so dark (relative luminance).
_LIGHTEST, _DARKEST = 0.8, 0.03
# How much ink there is in the second paper and in the fine lines, how much paper in the second ink.
_SECOND_PAPER, _LINE, _SECOND_INK = 0.04, 0.16, 0.26


def _colour(value: Any) -> str:
    text = str(value).strip().lower()
    text = "#" + "".join(2 * sign for sign in text[1:]) if re.fullmatch(r"#[0-9a-f]{3}", text) else text
    if not COLOUR.fullmatch(text):
        raise PydanticCustomError(
            "couleur_fr",
            "« {value} » n'est pas une couleur ; l'écrire entre guillemets, avec six chiffres : \"#b4361c\"",
            {"value": shortened(text)},
        )
    return text


Colour = Annotated[str, BeforeValidator(_colour)]


class Palette(Record):
    """The colours of one scheme."""

    papier: Colour | None = Field(None, description="Le fond.")
    encre: Colour | None = Field(None, description="Le texte.")
    fil: Colour | None = Field(None, description="Les liens, le trait, le dessin de l'en-tête.")


class Colours(Record):
    """The colours of a site, by day and by night."""

    clair: Palette = Field(
        Palette(), description="De jour. L'encre et le fil se lisent sur le papier (contraste de 4,5 au moins)."
    )
    sombre: Palette = Field(Palette(), description="De nuit : un papier sombre, une encre et un fil clairs.")


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb`, from 0 (black) to 1 (WCAG 2.2, « relative luminance »)."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, from 1 to 21 (WCAG 2.2, « contrast ratio »)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def faults(palette: Palette, dark: bool) -> Iterator[tuple[str, str]]:
    """(key, French sentence) of each colour that cannot be read.

    Args:
        palette: complete: its three colours are given.
        dark: whether it is the one of the night.
    """
    paper, ink, thread = str(palette.papier), str(palette.encre), str(palette.fil)
    if (luminance(paper) > _DARKEST) if dark else (luminance(paper) < _LIGHTEST):
        much = "clair : les couleurs des familles ne s'y liraient pas — prendre un papier presque noir, comme #14171a"
        less = "sombre : les couleurs des familles ne s'y liraient pas — prendre un papier presque blanc, comme #fbfaf7"
        yield "papier", f"« {paper} » est trop {much if dark else less}"
        return
    _, second, pale, _ = derived(paper, ink)
    for key, colour, found in (
        ("encre", ink, min(contrast(ink, paper), contrast(pale, second))),
        ("fil", thread, min(contrast(thread, paper), contrast(thread, second))),
    ):
        if found < READABLE:
            ratio = f"{int(found * 10) / 10}".replace(".", ",")
            way = "plus claire" if dark else "plus foncée"
            yield (
                key,
                f"« {colour} » se lit mal sur « {paper} » (contraste de {ratio}, il en faut 4,5) — prendre une couleur {way}",
            )


def derived(paper: str, ink: str) -> tuple[str, str, str, str]:
    """Paper, second paper, second ink, fine lines."""
    return paper, _mixed(paper, ink, _SECOND_PAPER), _mixed(ink, paper, _SECOND_INK), _mixed(paper, ink, _LINE)


def _mixed(colour: str, other: str, share: float) -> str:
    """`colour` with a share of `other`, from 0 to 1, channel by channel."""
    pairs = ((int(colour[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)
