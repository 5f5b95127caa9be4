"""The names of the files in a folder, and of the folders that they stand in."""

from pathlib import Path

import pytest

from plugins.text.files import files_in, folders_above


def made(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    return folder


def test_files_come_folder_by_folder_as_paths_are_sorted(tmp_path: Path) -> None:
    names = ("index.html", "a/index.html", "a/b/x", "a.txt", "a-b/index.html", ".cache/y")
    found = files_in(made(tmp_path, *names))
    assert found == [path.relative_to(tmp_path).as_posix() for path in sorted(tmp_path.rglob("*")) if path.is_file()]
    assert len(found) == len(names)


def test_a_link_to_a_file_is_a_file_and_one_to_a_folder_or_to_nothing_is_not_followed(tmp_path: Path) -> None:
    site = made(tmp_path / "site", "index.html")
    made(tmp_path / "else", "secret")
    (site / "file").symlink_to(tmp_path / "else" / "secret")
    (site / "folder").symlink_to(tmp_path / "else")
    (site / "nothing").symlink_to(tmp_path / "missing")
    assert files_in(site) == ["file", "index.html"]


@pytest.mark.parametrize(
    ("name", "above"),
    [
        pytest.param("a/b/c.html", ["a/b", "a"], id="the nearest first"),
        pytest.param("c.html", [], id="the root is no folder of the site"),
        pytest.param("a/", ["a"], id="an empty folder ends with a bar"),
    ],
)
def test_a_file_stands_in_every_folder_of_its_name(name: str, above: list[str]) -> None:
    assert folders_above(name) == above
