"""What the site is made of is told, free, and asked about; a version has a number."""

import json
import subprocess
from datetime import date
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from plugins.building import supply
from plugins.building.locks import Package, of_npm, of_python
from plugins.building.verification import run_audit
from plugins.diagnostics.version import version

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 25)


@pytest.fixture(scope="module")
def bill() -> str:
    return supply.bill(ROOT, DAY)


def test_the_list_is_valid_and_the_same_for_the_same_locks(bill: str) -> None:
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(bill) is None
    assert supply.bill(ROOT, DAY) == bill


def test_the_list_tells_each_package_of_the_locks_with_its_version_its_hashes_and_its_licence(bill: str) -> None:
    said = json.loads(bill)
    told = {one["purl"]: one for one in said["components"]}
    assert len(told) == len(supply.served(ROOT)) == len(said["components"])
    for one in (*of_python(ROOT / "requirements/site.txt"), *of_npm(ROOT / "package-lock.json", development=False)):
        purl = f"pkg:{one.kind}/{one.name.replace('@', '%40')}@{one.version}"
        assert {(hash_["alg"], hash_["content"]) for hash_ in told[purl]["externalReferences"][0]["hashes"]} == set(one.hashes)
        assert one.hashes
        assert "licenses" in told[purl] or not one.installed
    assert "pkg:npm/axe-core" not in bill, "a tool of tests is not served"
    asked = {one["ref"]: one.get("dependsOn", []) for one in said["dependencies"]}
    assert any(
        one.startswith("pkg:pypi/markupsafe@") for one in asked[next(ref for ref in asked if ref.startswith("pkg:pypi/jinja2@"))]
    )
    assert any(one.startswith("pkg:npm/lunr@") for one in asked["site"])


def test_nothing_that_is_installed_has_a_licence_that_may_not_be() -> None:
    packages = supply.pinned(ROOT)
    assert [str(one) for one in supply.check_licences(packages)] == []
    assert {"pelican", "pytest", "pip-audit", "esbuild", "axe-core"} <= {one.name for one in packages}


def package(name: str, licence: str, kind: str = "pypi", *, installed: bool = True) -> Package:
    return Package("npm" if kind == "npm" else "pypi", name, "1.0", licence, installed, ())


@pytest.mark.parametrize(
    ("one", "faults"),
    [
        pytest.param(package("a", "MIT"), 0, id="free"),
        pytest.param(package("a", "Mozilla Public License 2.0 (MPL 2.0)"), 0, id="free, in words"),
        pytest.param(package("a", "GPL-3.0-only OR MIT"), 0, id="a choice"),
        pytest.param(package("a", "MIT AND AGPL-3.0-or-later"), 1, id="both at once"),
        pytest.param(package("a", "MIT License ; GNU Affero General Public License v3"), 1, id="several classifiers"),
        pytest.param(package("a", "AGPL-3.0-or-later"), 1, id="AGPL beside Pelican"),
        pytest.param(package("a", ""), 1, id="none said"),
        pytest.param(package("a", "", installed=False), 0, id="of another system"),
        pytest.param(package("a", "", "npm", installed=False), 1, id="npm's lock says it for all systems"),
        pytest.param(package("pelican", supply.ADMITTED["pelican"][0]), 0, id="admitted"),
        pytest.param(package("pelican", "SSPL-1.0"), 1, id="admitted under another licence"),
    ],
)
def test_a_licence_is_free_or_admitted_by_name(one: Package, faults: int) -> None:
    found = list(supply.check_licences([one]))
    assert len(found) == faults
    assert all("prendre un autre paquet" in fault.message for fault in found)


ANSWERS = {
    "sound": ({"dependencies": [{"name": "a", "version": "1", "vulns": []}]}, {"vulnerabilities": {}}, 0, []),
    "a known fault": (
        {"dependencies": [{"name": "a", "version": "1", "vulns": [{"id": "PYSEC-1", "fix_versions": ["2"]}]}]},
        {"vulnerabilities": {"b": {"range": "<3", "severity": "high"}}},
        1,
        ["requirements/site.txt: a 1 : PYSEC-1 — 2", "package-lock.json: b <3 : high"],
    ),
    "no network": (None, None, 0, ["pip-audit n'a pas eu de réponse — recommencer avec un réseau"]),
    "a registry that answers something else": (
        {"dependencies": []},
        {"error": {}},
        0,
        ["npm audit n'a pas eu de réponse — recommencer avec un réseau"],
    ),
}


@pytest.mark.parametrize("case", ANSWERS.values(), ids=ANSWERS)
def test_known_faults_stop_and_a_missing_network_does_not(
    case: tuple[object, object, int, list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    python, npm, code, told = case
    monkeypatch.setattr(supply, "_answer", lambda command, root: npm if command[1] == "audit" else python)
    assert run_audit(ROOT) == code
    said = capsys.readouterr()
    assert all(one in said.err for one in told), said.err
    assert "faute" in said.out


def test_a_version_is_that_of_its_tag_else_the_number_that_comes_and_the_commit(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[project]\nversion = "1.3.0"\n', encoding="utf-8")
    assert version(tmp_path) == "1.3.0"
    who = ["-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false"]
    for words in (["init", "-q"], ["add", "."], [*who, "commit", "-qm", "Un"]):
        subprocess.run(["git", *words], cwd=tmp_path, check=True)
    assert version(tmp_path).startswith("1.3.0-dev+")
    subprocess.run(["git", "tag", "v1.3.0"], cwd=tmp_path, check=True)
    assert version(tmp_path) == "1.3.0"


def test_one_number_stands_everywhere() -> None:
    numbers = {
        json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["version"],
        json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["version"],
    }
    assert f'version = "{numbers.pop()}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert not numbers
