"""Measures → one section of benchmarks/README.md; each bench owns the section of its name."""

from __future__ import annotations

import platform
import re
from pathlib import Path

README = Path(__file__).with_name("README.md")

HEAD = """# Mesures

Chaque tableau est écrit par `inv bench NOM` ; aucun chiffre n'est saisi à la main. Les rapports comptent plus que les durées, qui dépendent de la machine.
"""


def write_section(name: str, title: str, text: str) -> None:
    """Replace the section `name`, or add it at the end.

    Args:
        name: of the bench.
        title: a French heading.
        text: Markdown.
    """
    current = README.read_text(encoding="utf-8") if README.exists() else HEAD
    section = f"<!-- {name} -->\n## {title}\n\n{text.strip()}\n<!-- /{name} -->"
    pattern = re.compile(rf"<!-- {name} -->.*?<!-- /{name} -->", re.DOTALL)
    current = pattern.sub(lambda _: section, current) if pattern.search(current) else current.rstrip() + "\n\n" + section + "\n"
    README.write_text(current, encoding="utf-8")


def machine() -> str:
    """What the measures ran on, without its name."""
    return f"Python {platform.python_version()}, {platform.system()} {platform.machine()}"
