"""The tokens of the theme and the colours of a content → the palette of each scheme, its style sheet, what cannot be read in it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plugins.diagnostics import Diagnostic
from plugins.model.colours import Colours, Palette, derived, faults
from plugins.model.site_file import SiteSettings

# The keys of `site.yml`, and the custom properties that they fill.
_TOKENS = {"papier": "paper", "encre": "ink", "fil": "thread"}
# Of a theme without tokens of these names.
_PLAIN = (Palette(papier="#ffffff", encre="#000000", fil="#000000"), Palette(papier="#000000", encre="#ffffff", fil="#ffffff"))


@dataclass(frozen=True)
class Palettes:
    """The colours of a site.

    Attributes:
        light: by day.
        dark: by night.
        given: whether the content changes those of the theme.
    """

    light: Palette
    dark: Palette
    given: bool = False

    @property
    def sheet(self) -> str:
        """The style sheet that takes the place of the theme's colours; empty when they stay."""
        if not self.given:
            return ""
        # Beside the tokens, and after them: what printing and forced colours decide stays theirs.
        schemes = (("not (prefers-color-scheme: dark)", self.light), ("(prefers-color-scheme: dark)", self.dark))
        rules = (
            f"@media {query} {{@media not (forced-colors: active) {{:root {{{_values(one)}}}}}}}\n" for query, one in schemes
        )
        return f"@layer tokens {{\n{''.join(rules)}}}\n"

    @property
    def file(self) -> str:
        """Its name, which changes with what it says; empty when there is none."""
        return f"couleurs-{hashlib.sha256(self.sheet.encode()).hexdigest()[:10]}.css" if self.sheet else ""


def palettes(theme: Path, colours: Colours | None) -> Palettes:
    """The colours of the theme, and those that the content gives.

    Args:
        theme: the theme's folder; its tokens stand in `static/css/tokens.css`.
        colours: of `site.yml`.
    """
    light, dark = _of_theme(theme)
    if colours is None or not any(getattr(one, key) for one in (colours.clair, colours.sombre) for key in _TOKENS):
        return Palettes(light, dark)
    return Palettes(_over(light, colours.clair), _over(dark, colours.sombre), given=True)


def check_colours(settings: SiteSettings, found: Palettes) -> Iterator[Diagnostic]:
    """Every text can be read on its paper, by day and by night."""
    if found.given:
        for scheme, palette in (("clair", found.light), ("sombre", found.dark)):
            for key, fault in faults(palette, dark=scheme == "sombre"):
                near = [loc for loc in (("couleurs", scheme, key), ("couleurs", scheme), ("couleurs",)) if loc in settings.lines]
                yield settings.at(*near[0]).error(f"couleurs.{scheme}.{key} : {fault}")


def _of_theme(theme: Path) -> tuple[Palette, Palette]:
    try:
        text = (theme / "static/css/tokens.css").read_text(encoding="utf-8")
    except OSError:
        return _PLAIN
    day, _, rest = text.partition("@media (prefers-color-scheme: dark)")
    written = (dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", part)) for part in (day, rest))
    both = ({key: one[name] for key, name in _TOKENS.items() if name in one} for one in written)
    light, dark = (Palette(**one) if len(one) == len(_TOKENS) else None for one in both)
    return light or _PLAIN[0], dark or _PLAIN[1]


def _over(theirs: Palette, given: Palette) -> Palette:
    return Palette(**{key: getattr(given, key) or getattr(theirs, key) for key in _TOKENS})


def _values(one: Palette) -> str:
    paper, ink, thread = str(one.papier), str(one.encre), str(one.fil)
    _, second, pale, line = derived(paper, ink)
    made = {"paper": paper, "paper-2": second, "ink": ink, "ink-2": pale, "rule": line, "thread": thread}
    return "".join(f"--{name}: {value};" for name, value in made.items())
