"""The walls of the house: who may import whom."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLUGINS = ROOT / "plugins"

# Rooms may import these rooms, themselves, and diagnostics.
MAY_IMPORT = {
    "text": "",
    "diagnostics": "",
    "cache": "",
    "markup": "text",
    "model": "cache text",
    "reading": "cache model markup text",
    "persons": "cache model text",
    "registry": "cache model persons text",
    "crosslinks": "cache model persons registry text markup",
    "glossary": "cache model registry text markup",
    "search": "cache markup model text",
    "presentation": "model text",
    "needs": "model text",
    "followup": "cache markup model text",
    "alliance": "crosslinks followup markup model text",
    "drawings": "alliance crosslinks model needs text",
    "sheets": "model registry needs text",
    "exports": "cache crosslinks followup model text",
    "offline": "model publishing text",
    "views": "cache crosslinks drawings exports followup glossary model needs alliance presentation reading registry sheets",
    "importing": "markup model persons registry text",
    "checks": "cache model text markup",
    "publishing": "text",
    "assets": "text",
    "building": "assets cache checks exports model offline publishing search text",
    "verbs": "alliance building crosslinks importing model publishing reading registry search",
}

# One library, one room.
OWNERS = {
    "bs4": "markup",
    "nh3": "markup",
    "lunr": "search",
    "feedgenerator": "exports",
    "yaml": "model",
    "pydantic": "model",
    "markdown_it": "reading",
    "pypdfium2": "importing",
    "mammoth": "importing",
    "typesense": "search",
    "psycopg": "search",
}

MODULES = sorted(PLUGINS.rglob("*.py"))
ROOMS = sorted({path.relative_to(PLUGINS).parts[0] for path in MODULES if path.parent != PLUGINS})


def name(path: Path) -> str:
    return path.relative_to(PLUGINS).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports(path: Path) -> set[str]:
    """Every module that a file imports, wherever in it, with the names taken from packages of ours."""
    found = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name(path)}: relative import"
            found |= {f"{node.module}.{alias.name}" for alias in node.names} | {str(node.module)}
    return found


def test_the_rooms_were_found() -> None:
    assert {"assets", "building", "checks", "model"} <= set(ROOMS)


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_has_its_walls(room: str) -> None:
    assert room in MAY_IMPORT, "say in MAY_IMPORT what this new room may import"
    assert (PLUGINS / room / "__init__.py").is_file()


def test_the_developers_guide_tells_what_goes_in_and_comes_out_of_every_room() -> None:
    told = re.findall(r"^\| `([a-z]+)` \| \S", (ROOT / "docs/developing.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(told) == ROOMS
    assert set(MAY_IMPORT) == set(ROOMS)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_room_imports_only_the_rooms_that_its_walls_allow(path: Path) -> None:
    if path.parent == PLUGINS:  # the table of contents knows every room
        return
    room = path.relative_to(PLUGINS).parts[0]
    allowed = {room, "diagnostics", *MAY_IMPORT[room].split()}
    reached = {module.split(".")[1] for module in imports(path) if module.startswith("plugins.")}
    assert reached <= allowed


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_library_is_known_to_its_room_alone(path: Path) -> None:
    room = path.relative_to(PLUGINS).parts[0]
    for module in imports(path):
        owner = OWNERS.get(module.split(".")[0], room)
        assert owner == room, f"{module} belongs to {owner}"
        if module.split(".")[0] == "pelican":
            assert name(path) in {"plugin.py", "building/plugin.py"}, "the glue alone knows Pelican, and what runs it"


def test_no_room_knows_the_table_of_contents() -> None:
    """`site.py` and what it hands along know every room; nothing of theirs is imported but by the glue."""
    known = {"plugins.site", "plugins.parts", "plugins.plugin"}
    assert [name(path) for path in MODULES if path.parent != PLUGINS and imports(path) & known] == []


def test_the_glue_fits_on_one_screen() -> None:
    assert {path.name for path in PLUGINS.glob("*.py")} == {"__init__.py", "parts.py", "plugin.py", "site.py"}
    assert len((PLUGINS / "plugin.py").read_text(encoding="utf-8").splitlines()) <= 100


def test_no_part_of_a_site_is_of_any_type() -> None:
    """What rooms hand along is typed, so that mypy sees all of it; Pelican's settings are read in one place."""
    for cls in (node for node in tree(PLUGINS / "parts.py").body if isinstance(node, ast.ClassDef)):
        types = [ast.unparse(node.annotation) for node in cls.body if isinstance(node, ast.AnnAssign)]
        assert types
        assert not [one for one in types if "Any" in one or "object" in one], cls.name


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_is_one_thing_and_says_which(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= 250, "over 250 lines it is two rooms"
    assert path.stem not in {"utils", "helpers", "manager", "common", "misc"}
    if path.parent != PLUGINS:
        assert ast.get_docstring(tree(path)), "a module opens with one sentence: what comes in, what goes out"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_module_keeps_state_or_reads_the_clock(path: Path) -> None:
    for node in ast.walk(tree(path)):
        assert not isinstance(node, ast.Global), "no state in module globals"
        if isinstance(node, ast.Attribute):
            assert node.attr not in {"today", "utcnow"}, "the day is an argument"
            assert not (node.attr == "now" and isinstance(node.value, ast.Name)), "the day is an argument"


VERBS = sorted((PLUGINS / "verbs").glob("[!_]*.py"))


@pytest.mark.parametrize("path", [ROOT / "tasks.py", *VERBS], ids=lambda path: path.name)
def test_verbs_open_only_the_doors(path: Path) -> None:
    opened = [module.split(".") for module in imports(path) if module.startswith("plugins.")]
    assert {names[2] for names in opened if len(names) == 3 and names[1] != "verbs"} <= {"command", "verification"}


def test_the_list_of_verbs_can_be_read_at_a_glance() -> None:
    assert len((ROOT / "tasks.py").read_text(encoding="utf-8").splitlines()) < 250


@pytest.mark.parametrize("path", [*MODULES, ROOT / "tasks.py"], ids=lambda path: path.relative_to(ROOT).as_posix())
def test_texts_are_read_and_written_in_utf8_whatever_the_machine(path: Path) -> None:
    for node in ast.walk(tree(path)):
        if not isinstance(node, ast.Call):
            continue
        named = {keyword.arg for keyword in node.keywords}
        given = {one.value for one in node.args if isinstance(one, ast.Constant)}
        called = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        if called in {"read_text", "write_text"} or (called in {"run", "Popen"} and "text" in named):
            assert "encoding" in named or "utf-8" in given, f"line {node.lineno}: say encoding"
