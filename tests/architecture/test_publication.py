"""What a forge is told before it publishes: the variables are all there and right, or one sentence says which are not."""

import itertools
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
GOOD = {
    "ALLIANCE_ADRESSE": "https://alliance.example/base/",
    "ALLIANCE_EDITEUR": "Association du Fil",
    "ALLIANCE_DIRECTION": "La présidence",
    "ALLIANCE_HEBERGEUR": "Hébergeur Essai",
    "ALLIANCE_CONTACT": "mailto:base@exemple.fr",
}


def asked(**given: str) -> "subprocess.CompletedProcess[str]":
    """`python publishconf.py`, as a job runs it before anything is installed: -S hides the installed packages."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ALLIANCE_")}
    environ = kept | GOOD | given | {"PYTHONUTF8": "1"}
    command = [sys.executable, "-S", "publishconf.py"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False, env=environ)


def test_a_publication_that_has_all_it_needs_is_told_where_it_goes() -> None:
    ended = asked()
    assert (ended.returncode, ended.stdout) == (0, "Tout est prêt pour publier sur https://alliance.example/base/\n")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        pytest.param("ALLIANCE_ADRESSE", "http://alliance.example/", id="an address that is not encrypted"),
        pytest.param("ALLIANCE_ADRESSE", "https://alliance.example/\nX-EVIL: 1", id="an address with a line break"),
        pytest.param("ALLIANCE_ADRESSE", "https://[::1", id="an address that cannot be read"),
        pytest.param("ALLIANCE_ADRESSE", "https://camille:secret@alliance.example/", id="an address with credentials"),
        pytest.param("ALLIANCE_CONTACT", "base@exemple.fr", id="a contact that opens nothing"),
        pytest.param("ALLIANCE_EDITEUR", "Association\nX-EVIL: 1", id="a publisher on two lines"),
        pytest.param("ALLIANCE_DIRECTION", "La\u2028présidence", id="a director on two lines"),
        pytest.param("ALLIANCE_HEBERGEUR", "Hébergeur\x1b[31m", id="a host with a control character"),
    ],
)
def test_what_cannot_be_published_is_refused_in_one_sentence(name: str, value: str) -> None:
    ended = asked(**{name: value})
    assert ended.returncode == 1
    assert ended.stderr.count("\n") == 1
    assert [other for other in GOOD if other in ended.stderr] == [name]
    assert "secret" not in ended.stderr


def test_all_that_is_wrong_is_told_at_once() -> None:
    ended = asked(ALLIANCE_ADRESSE="http://alliance.example/", ALLIANCE_CONTACT="x", ALLIANCE_HEBERGEUR="")
    assert [name for name in GOOD if name in ended.stderr] == ["ALLIANCE_ADRESSE", "ALLIANCE_HEBERGEUR", "ALLIANCE_CONTACT"]


def holds(condition: str, variables: dict[str, str]) -> bool:
    """A condition of GitLab's rules: `$A && $B == $C`, where an empty variable is false."""

    def one(term: str) -> bool:
        left, equals, right = term.partition(" == ")
        values = [variables.get(name.strip().removeprefix("$"), "") for name in (left, right)]
        assert re.fullmatch(r"\$\w+", left.strip()), term
        return values[0] == values[1] if equals else bool(values[0])

    assert "(" not in condition
    assert "|" not in condition
    return all(one(term) for term in condition.split("&&"))


def runs(job: dict[str, Any], variables: dict[str, str]) -> bool:
    """Whether a job is part of a pipeline: its first rule that holds says so; without any, it is not."""
    for rule in job["rules"]:
        if holds(rule["if"], variables):
            return rule.get("when") != "never"
    return False


@pytest.mark.parametrize("branch", ["main", "essai"], ids=["the default branch", "another branch"])
def test_whatever_the_variables_the_forge_publishes_or_says_why_it_does_not(branch: str) -> None:
    jobs = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    for values in itertools.product(["x", "", None], repeat=len(GOOD)):
        given = {name: value for name, value in zip(GOOD, values, strict=True) if value is not None}
        variables = given | {"CI_COMMIT_BRANCH": branch, "CI_DEFAULT_BRANCH": "main"}
        found = [name for name in ("pages", "not-published") if runs(jobs[name], variables)]
        expected = [] if branch == "essai" else ["pages"] if all(values) else ["not-published"]
        assert found == expected, values
