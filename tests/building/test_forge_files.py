"""What forges run is written as they read it: each file against the schema that its forge publishes."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GITHUB = [*sorted((ROOT / ".github/workflows").glob("*.yml")), ROOT / "plugins/model/new_site/github.yml"]
GITLAB = [ROOT / ".gitlab-ci.yml", ROOT / "plugins/model/new_site/gitlab.yml"]
CHECK = [sys.executable, "-m", "check_jsonschema", "--builtin-schema"]


def checked(path: Path) -> subprocess.CompletedProcess[str]:
    of_github = "github" in path.as_posix().removeprefix(ROOT.as_posix())
    schema = ["vendor.github-workflows"] if of_github else ["vendor.gitlab-ci", "--data-transform", "gitlab-ci"]
    return subprocess.run([*CHECK, *schema, str(path)], capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.mark.parametrize("path", [*GITHUB, *GITLAB], ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_file_that_a_forge_runs_is_one_that_it_reads(path: Path) -> None:
    ended = checked(path)
    assert ended.returncode == 0, ended.stdout


def test_a_key_that_no_forge_knows_is_told(tmp_path: Path) -> None:
    for name, path in (("github.yml", GITHUB[0]), ("gitlab.yml", GITLAB[0])):
        text = (
            path.read_text(encoding="utf-8")
            .replace("    timeout-minutes:", "    delai-minutes:")
            .replace("  stage: test", "  etape: 1", 1)
        )
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert checked(tmp_path / name).returncode == 1


def test_every_script_that_a_forge_runs_is_there() -> None:
    for path in [*GITHUB, *GITLAB]:
        for script in re.findall(r"(?:ba)?sh (\.ci/[a-z]+)", path.read_text(encoding="utf-8")):
            assert (ROOT / script).is_file(), script
