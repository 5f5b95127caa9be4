"""The software says nothing of the alliance for which it was written first: its own words stand in its content."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# Its region, its body, its agenda, its pages.
OURS = re.compile(
    r"plénier|pleni[eè]r|huit points|crefop|normandi|normanvill|\brouen|seine[- ]maritime|commission 4|prévus? par la commission|la commission\b"
    r"|residents-qpv|socle[- ]commun|articuler-les-offres",
    re.IGNORECASE,
)
# Dictionaries of French: towns and provinces are first names' homonyms, codes of publics have their words.
DICTIONARIES = {"persons/homonyms.py", "text/labels.py", "model/inclusion_codes.py"}
THEME = [path for path in sorted((ROOT / "theme").rglob("*")) if path.suffix in {".html", ".js", ".css", ".svg"}]
CODE = [
    path for path in sorted((ROOT / "plugins").rglob("*.py")) if path.relative_to(ROOT / "plugins").as_posix() not in DICTIONARIES
]
SETTINGS = [ROOT / "pelicanconf.py", ROOT / "publishconf.py", ROOT / "tasks.py"]


def written(path: Path) -> Iterator[str]:
    """What a file of code can write: its texts, but for those that explain it; of a template and a script, all but comments."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        yield re.sub(r"\{#.*?#\}|/\*.*?\*/|^\s*//.*?$", "", text, flags=re.DOTALL | re.MULTILINE)
        return
    tree = ast.parse(text)
    explained = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    yield from (
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in explained
    )


@pytest.mark.parametrize("path", [*THEME, *CODE, *SETTINGS], ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_word_of_one_alliance_stands_in_the_software(path: Path) -> None:
    assert [found[0] for text in written(path) for found in OURS.finditer(text)] == []


def test_the_words_are_found_where_they_stand() -> None:
    content = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "content").rglob("*.md")))
    assert OURS.search(content), "a net without a mesh would catch nothing"
