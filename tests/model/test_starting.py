"""`inv init`: the three files with which another alliance begins."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from plugins.model.command import start
from plugins.model.loading import load
from plugins.model.starting import FORGES

ROOT = Path(__file__).parents[2]
SOFTWARE = "https://forge.example/logiciel.git"


@pytest.mark.parametrize("forge", FORGES)
def test_three_files_at_most_are_written_and_the_content_has_no_error(tmp_path: Path, forge: str) -> None:
    folder = tmp_path / "deux-rives"
    assert start(str(folder), "", forge, SOFTWARE, ROOT) == 0
    written = sorted(one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file())
    assert written == sorted([FORGES[forge], "pages/a-propos.md", "site.yml"])
    content, found = load(folder, "c", date(2026, 11, 25))
    assert found == []
    assert content.site.record.nom == "Deux rives"


@pytest.mark.parametrize("name", ['Alliance : « Les "Rives" »', "L'alliance # 1", "2026"])
def test_any_name_is_written_as_it_was_typed(tmp_path: Path, name: str) -> None:
    assert start(str(tmp_path / "a"), name, "github", SOFTWARE, ROOT) == 0
    assert load(tmp_path / "a")[0].site.record.nom == name


@pytest.mark.parametrize("forge", FORGES)
def test_what_the_forge_runs_takes_the_software_in_one_version(tmp_path: Path, forge: str) -> None:
    start(str(tmp_path / "a"), "A", forge, SOFTWARE, ROOT)
    read = yaml.safe_load((tmp_path / "a" / FORGES[forge]).read_text(encoding="utf-8"))
    given = read["env"] if forge == "github" else read["variables"]
    assert given["LOGICIEL"] == SOFTWARE
    assert set(given) == {"LOGICIEL", "VERSION"}


@pytest.mark.parametrize(
    "software", ["../logiciel", "git@forge.example:logiciel.git", "https://jeton:secret@forge.example/l.git"]
)
def test_an_address_of_one_person_is_not_written(tmp_path: Path, capsys: pytest.CaptureFixture[str], software: str) -> None:
    assert start(str(tmp_path / "a"), "A", "github", software, ROOT) == 0
    assert software not in (tmp_path / "a" / FORGES["github"]).read_text(encoding="utf-8")
    assert "écrire l'adresse de ce logiciel à la place de" in capsys.readouterr().out


def test_an_example_that_nobody_changed_is_told_at_its_line_before_it_is_published(tmp_path: Path) -> None:
    folder = tmp_path / "a"
    start(str(folder), "A", "github", SOFTWARE, ROOT)
    site = folder / "site.yml"
    lines = site.read_text(encoding="utf-8").splitlines()
    asked = [f"# {key}: " for key in ("adresse", "editeur", "direction", "hebergeur", "contact")]
    freed = [line.removeprefix("# ") if line.startswith(tuple(asked)) else line for line in lines]
    site.write_text("\n".join(freed) + "\n", encoding="utf-8")
    told = {one.line: one.message for one in load(folder, "c")[1]}
    assert sorted(told) == [rank for rank, (one, other) in enumerate(zip(lines, freed, strict=True), 1) if one != other]
    assert len(told) == len(asked)
    assert all("est encore l'exemple" in message for message in told.values())
    said = site.read_text(encoding="utf-8").replace("exemple.fr", "rives.example").replace("Nom", "Le nom")
    site.write_text(said, encoding="utf-8")
    assert load(folder, "c")[1] == []


def refused_file(root: Path) -> tuple[str, str, str]:
    (root / "a").write_text("x", encoding="utf-8")
    return str(root / "a"), "A", "github"


def there_already(root: Path) -> tuple[str, str, str]:
    (root / "a").mkdir()
    (root / "a/site.yml").write_text("nom: À garder\n", encoding="utf-8")
    return str(root / "a"), "A", "github"


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        pytest.param(refused_file, "est un fichier — donner le nom d'un dossier", id="a file"),
        pytest.param(there_already, "site.yml existe déjà", id="a site that is there"),
        pytest.param(lambda _: (str(ROOT / "nouveau"), "A", "github"), "est dans le logiciel", id="inside the software"),
        pytest.param(
            lambda root: (str(root / "a"), "A", "gitlub"), "« gitlub » n'est pas connu — écrire plutôt « github »", id="a forge"
        ),
        pytest.param(lambda root: (str(root / "a"), "…", "github"), "n'est pas un nom de site", id="a name without a letter"),
    ],
)
def test_nothing_is_written_where_something_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], asked: object, message: str
) -> None:
    assert callable(asked)
    folder, name, forge = asked(tmp_path)
    before = {one: one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()}
    assert start(folder, name, forge, SOFTWARE, ROOT) == 1
    assert message in capsys.readouterr().err
    assert {one: one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()} == before
    assert not (ROOT / "nouveau").exists()
