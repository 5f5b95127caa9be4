"""What the repository says about itself is true."""

import ast
import re
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path

import invoke
import invoke.parser
import pytest

import tasks

ROOT = Path(__file__).parents[2]
TASKS = {name: tasks.namespace[name] for name in tasks.namespace.task_names}


@pytest.mark.parametrize("name", TASKS)
def test_every_verb_says_in_one_french_sentence_what_it_does(name: str) -> None:
    sentence = (TASKS[name].__doc__ or "").strip()
    assert re.fullmatch(r"[A-ZÉÀ][^\n]*\.", sentence), "one sentence, one line"


@pytest.mark.parametrize("name", TASKS)
def test_every_option_of_a_verb_is_explained(name: str) -> None:
    task: invoke.Task = TASKS[name]
    for argument in task.get_arguments():
        assert argument.help, f"--{argument.name}"


def test_every_verb_that_the_documents_name_exists() -> None:
    for document in ("README.md", "CONTRIBUTING.md", "docs/developing.md"):
        text = (ROOT / document).read_text(encoding="utf-8")
        named = set(re.findall(r"(?<![\w-])inv ([a-z][a-z-]*)", text))
        assert named <= set(tasks.namespace.task_names), document


def test_every_command_can_be_pasted_as_it_is_written() -> None:
    bare = re.compile(r"(?<![\w./-])inv [a-z]")
    sources = [*(ROOT / "plugins").rglob("*.py"), *(ROOT / "theme/templates").rglob("*.html"), ROOT / "tasks.py"]
    for path in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "docs/developing.md"):
        assert not bare.search(path.read_text(encoding="utf-8")), path.name
    for path in sources:
        # Docstrings and comments speak of verbs; what a person reads is between guillemets, in a template, or after a colon.
        said = re.sub(r"#.*|`[^`]*`", "", path.read_text(encoding="utf-8"))
        assert not re.search(r"(?:« |<code>| : |[\"'])inv [a-z]", said), path.relative_to(ROOT).as_posix()


def test_every_target_of_make_that_is_named_somewhere_has_one_rule() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    rules = re.findall(r"^([a-z-]+):(?!=)", makefile, re.MULTILINE)
    phony = re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    assert phony
    named = set(phony[1].split())
    for path in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")):
        named |= set(re.findall(r"(?:`|^ *)make ([a-z-]+)", path.read_text(encoding="utf-8"), re.MULTILINE))
    workflows = (ROOT / ".github/workflows/site.yml", ROOT / ".gitlab-ci.yml")
    for path in workflows:
        named |= set(re.findall(r"(?:verb: |gate )(test[a-z-]*)", path.read_text(encoding="utf-8")))
    assert "test-without-browser" in named
    assert {name: rules.count(name) for name in sorted(named)} == dict.fromkeys(sorted(named), 1)


def anchors(text: str) -> set[str]:
    """The anchors that forges give to headings: lower case, hyphens for spaces, no other sign."""
    headings = re.findall(r"^#+ (.+)$", re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "SECURITY.md", "docs/developing.md", "docs/exemple.md"])
def test_a_link_to_a_heading_leads_to_one(name: str) -> None:
    text = re.sub(r"`[^`\n]*`", "", (ROOT / name).read_text(encoding="utf-8"))  # examples lead nowhere
    for file, anchor in re.findall(r"\]\(([^)#:\s]*)#([^)\s]+)\)", text):
        target = (ROOT / name).parent / file if file else ROOT / name
        assert anchor in anchors(target.read_text(encoding="utf-8")), anchor


GUIDES = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
    *sorted((ROOT / "content").rglob("*.md")),
    *sorted((ROOT / "plugins/model/new_site").rglob("*.*")),
]
FORGES = [
    *sorted((ROOT / ".github/workflows").glob("*.yml")),
    ROOT / ".gitlab-ci.yml",
    *sorted((ROOT / ".ci").iterdir()),
    ROOT / "Makefile",
]
SAYING = [*sorted((ROOT / "plugins").rglob("*.py")), *sorted((ROOT / "theme/templates").rglob("*.html")), ROOT / "tasks.py"]


# A number: an option may want one.
HOLE = "1"


def sayings(path: Path) -> Iterator[str]:
    """The texts of a file that a person reads; of code, its literals, with a hole for what is put in."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        yield re.sub(r"\{\{.*?\}\}|\{%.*?%\}", HOLE, text)
        return
    tree = ast.parse(text)
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else HOLE for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside:
            yield node.value


def commands(path: Path) -> list[str]:
    """The command lines of a file: between accents graves, guillemets or tags, or to the end of the line and its comment."""
    found = [one for text in sayings(path) for one in re.findall(r"\.venv/bin/inv( [a-z-][^`»<\n]*)", text)]
    return [re.split(r"\s#|[;|>&…]|\s[—:→(]|, ou |\\\\$|\s{3}", one)[0].strip().rstrip(".,:") for one in found]


@pytest.mark.parametrize("path", [*GUIDES, *FORGES, *SAYING], ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_command_line_that_is_written_anywhere_is_understood(path: Path) -> None:
    parser = invoke.parser.Parser(contexts=tasks.namespace.to_contexts(), initial=invoke.Program().initial_context)
    for command in commands(path):
        words = [word for word in shlex.split(command) if word != "--help"]
        if len(words) == 1 and "-" not in words[0][:1]:  # a verb that is spoken of, or the list of verbs
            assert words[0] in TASKS, command
        elif words[0] not in {HOLE, "--list"}:
            assert parser.parse_argv(words)[1].name in TASKS, command


def test_command_lines_are_found() -> None:
    assert sum(len(commands(path)) for path in GUIDES) > 40
    assert sum(len(commands(path)) for path in SAYING) > 10


def test_every_verb_stands_in_the_documents() -> None:
    text = "".join(
        (ROOT / document).read_text(encoding="utf-8") for document in ("README.md", "CONTRIBUTING.md", "docs/developing.md")
    )
    missing = [name for name in TASKS if f"inv {name}" not in text]
    assert missing == []


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


# Written in pieces, so that this file does not find itself.
FORBIDDEN = {
    "a path of one machine": re.compile(
        r"(?<![\w.])/(?:" + "|".join(["wo" + "rk/", "ro" + "ot/", "home/[a-z]", "Users/[A-Za-z]"]) + ")"
    ),
    "the host of a package index": re.compile(
        "|".join(["registry" + r"\.npmjs", "pypi" + r"\.org", "files" + r"\.pythonhosted"])
    ),
    "something left to do": re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b"),
}


def test_no_tracked_text_names_a_machine_or_an_index_or_leaves_something_to_do() -> None:
    found = []
    for path in tracked():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{path.relative_to(ROOT)}: {why}" for why, pattern in FORBIDDEN.items() if pattern.search(text)]
    assert found == []


def test_nothing_that_others_wrote_or_that_a_verb_makes_is_tracked() -> None:
    third_party = re.compile(r"\.min\.(?:js|css)$|\.(?:woff2?|ttf|otf)$|(?:^|/)node_modules/|^(?:output|\.build|screenshots)/")
    assert [name for name in (path.relative_to(ROOT).as_posix() for path in tracked()) if third_party.search(name)] == []


def test_every_dependency_is_pinned_with_a_hash() -> None:
    for path in (ROOT / "requirements").glob("*.txt"):
        for requirement in re.split(
            r"\n(?=[a-z0-9])", re.sub(r"^\s*#.*\n", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        ):
            assert re.match(r"[a-z0-9-]+==\S+", requirement), requirement
            assert "--hash=sha256:" in requirement, requirement


def test_actions_are_pinned_by_commit() -> None:
    files = [*(ROOT / ".github/workflows").glob("*.yml"), ROOT / "plugins/model/new_site/github.yml"]
    used = [action for path in files for action in re.findall(r"uses: (\S+)", path.read_text(encoding="utf-8"))]
    assert used
    assert [action for action in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", action)] == []


def test_both_forges_annotate_the_lines_of_a_change() -> None:
    for path, form in ((".github/workflows/site.yml", "github"), (".gitlab-ci.yml", "gitlab")):
        assert f"inv mentions --format {form}" in (ROOT / path).read_text(encoding="utf-8")


def test_every_module_and_page_that_the_developers_guide_names_exists() -> None:
    text = (ROOT / "docs/developing.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:plugins|theme|tests)/[\w./-]+)`", text))
    assert "plugins/site.py" in named
    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []
    linked = re.findall(r"\]\(([^)#:]+)\)", text)
    assert linked
    assert [path for path in linked if not (ROOT / "docs" / path).is_file()] == []
