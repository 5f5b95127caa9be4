"""What stays the same is not written again, and what was published is never written through."""

from pathlib import Path

import pytest

from plugins.text.output import Output


@pytest.fixture
def before(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    Output(folder).write("acteurs/fable/index.html", b"fable")
    return folder


def written(tmp_path: Path, before: Path, data: bytes) -> Path:
    """A page that was written where this folder stood before."""
    Output(tmp_path / "neuf", before).write("acteurs/fable/index.html", data)
    return tmp_path / "neuf/acteurs/fable/index.html"


def test_a_file_that_stays_the_same_is_the_same_file(tmp_path: Path, before: Path) -> None:
    assert written(tmp_path, before, b"fable").samefile(before / "acteurs/fable/index.html")


@pytest.mark.parametrize("data", [pytest.param(b"conte", id="of the same length"), pytest.param(b"", id="empty")])
def test_one_that_changes_leaves_the_one_before_as_it_was(tmp_path: Path, before: Path, data: bytes) -> None:
    assert written(tmp_path, before, data).read_bytes() == data
    assert (before / "acteurs/fable/index.html").read_bytes() == b"fable"


def test_a_file_that_is_written_twice_is_not_written_through(tmp_path: Path, before: Path) -> None:
    output = Output(tmp_path / "neuf", before)
    for data in (b"fable", b"conte"):
        output.write("acteurs/fable/index.html", data)
    assert (tmp_path / "neuf/acteurs/fable/index.html").read_bytes() == b"conte"
    assert (before / "acteurs/fable/index.html").read_bytes() == b"fable"


def test_a_link_that_somebody_put_there_is_not_taken(tmp_path: Path, before: Path) -> None:
    (tmp_path / "à moi.html").write_bytes(b"fable")
    (before / "acteurs/fable/index.html").unlink()
    (before / "acteurs/fable/index.html").symlink_to(tmp_path / "à moi.html")
    page = written(tmp_path, before, b"fable")
    assert not page.is_symlink()
    assert not page.samefile(tmp_path / "à moi.html")
    assert page.read_bytes() == b"fable"


@pytest.mark.parametrize("name", ["link", "geteuid"])
def test_a_system_without_second_names_or_users_gets_copies(
    tmp_path: Path, before: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.delattr(f"os.{name}")
    assert written(tmp_path, before, b"fable").read_bytes() == b"fable"


def test_a_disk_without_links_gets_copies(tmp_path: Path, before: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise OSError

    monkeypatch.setattr("os.link", refused)
    page = written(tmp_path, before, b"fable")
    assert page.read_bytes() == b"fable"
    assert not page.samefile(before / "acteurs/fable/index.html")
