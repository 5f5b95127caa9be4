"""What is kept from one build to the next: it saves time, and changes nothing."""

import os
from pathlib import Path
from typing import Any

import pytest

from plugins.cache import store as module
from plugins.cache.store import MOST_FILES, Store, file_of, key_of

VALUES = {key_of("page", str(rank)): {"rang": rank, "mots": ["été", "\u2028", "\ud800"]} for rank in range(9)}


def same(value: Any) -> Any:
    return value


def kept(path: Path) -> Path:
    store = Store(path)
    for key, value in VALUES.items():
        store.put(key, value)
    assert store.close() == []
    return path


def asked(path: Path) -> tuple[dict[bytes, Any], list[str]]:
    """What the file still knows, and what is told of it, once each unknown value was put again."""
    store = Store(path)
    found = {key: value for key in VALUES if (value := store.get(key, same)) is not None}
    for key in VALUES.keys() - found.keys():
        store.put(key, VALUES[key])
    return found, [str(one) for one in store.close()]


def test_a_value_comes_back_as_it_was(tmp_path: Path) -> None:
    assert asked(kept(tmp_path / "new" / "file")) == (VALUES, [])


def test_what_a_build_does_not_ask_for_is_forgotten(tmp_path: Path) -> None:
    path = kept(tmp_path / "file")
    first, *others = VALUES
    store = Store(path)
    assert store.get(first, same) == VALUES[first]
    store.close()
    store = Store(path)
    assert store.get(first, same) == VALUES[first]
    assert [store.get(key, same) for key in others] == [None] * len(others)
    store.close()


def test_a_key_tells_its_parts_apart() -> None:
    assert len({key_of("a", "bc"), key_of("ab", "c"), key_of("abc"), key_of("a", "b", "c"), key_of("a", b"bc", "")}) == 5


def test_another_version_of_the_code_has_other_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    before = key_of("a")
    monkeypatch.setattr(module, "code", lambda: b"another")
    assert key_of("a") != before


DAMAGES = {
    "empty": lambda data: b"",
    "cut": lambda data: data[: len(data) * 5 // 8],
    "noise": lambda data: bytes(range(256)) * 40,
    "one figure changed on each line": lambda data: data.replace(b'"rang":', b'"rang":1'),
    "values of other keys": lambda data: b"\n".join(
        key + rest
        for key, rest in zip(
            (line[:64] for line in data.split(b"\n")), (line[64:] for line in reversed(data.split(b"\n"))), strict=True
        )
    ),
    "without digests": lambda data: b"\n".join(line[:65] + line[130:] for line in data.split(b"\n")),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_file_is_never_believed_and_is_mended(tmp_path: Path, damage: Any) -> None:
    path = kept(tmp_path / "file")
    path.write_bytes(damage(path.read_bytes()))
    found, told = asked(path)
    assert found.items() <= VALUES.items()
    assert len(found) < len(VALUES)
    assert len(told) == (damage is not DAMAGES["empty"])
    assert asked(path) == (VALUES, [])
    assert [one.name for one in tmp_path.iterdir()] == ["file"]


def test_a_value_that_has_not_the_shape_of_its_key_is_not_believed(tmp_path: Path) -> None:
    path, key = tmp_path / "file", key_of("a")
    store = Store(path)
    store.put(key, ["x"])
    store.close()
    store = Store(path)
    assert store.get(key, lambda value: value["titre"]) is None
    assert len(store.close()) == 1


def refused(path: Path) -> str:
    found, told = asked(path)
    assert found == {}
    assert len(told) == 1
    return told[0]


def test_a_place_where_nothing_can_be_written_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    assert "n'a pas tout gardé" in refused(tmp_path / "taken" / "file")
    (tmp_path / "folder").mkdir()
    assert "n'a pas tout gardé" in refused(tmp_path / "folder")
    assert list(tmp_path.glob(".folder-*")) == []


def test_the_file_of_another_user_and_what_is_no_file_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = kept(tmp_path / "file")
    (tmp_path / "link").symlink_to(path)
    assert refused(tmp_path / "link")
    os.mkfifo(tmp_path / "pipe")
    assert refused(tmp_path / "pipe")
    owner = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: owner + 1)
    assert "pas un fichier de cet utilisateur" in refused(path)


def test_a_full_disk_is_told_once_and_leaves_nothing(tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.fail("this system has no /dev/full")
    store = Store(tmp_path / "file")
    store.put(key_of("a"), "x" * 10)
    full = Path("/dev/full").open("wb", buffering=0)  # noqa: SIM115 — closed by the store
    store._new.close()  # type: ignore[union-attr]
    store._new = full
    store.put(key_of("b"), "y")
    assert "il n'y a plus de place" in str(*store.close())
    assert list(tmp_path.iterdir()) == []


def test_a_build_that_stops_on_its_way_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = kept(tmp_path / "file")
    before, store = path.read_bytes(), Store(path)
    store.put(key_of("new"), "x")
    del store
    assert [one.name for one in tmp_path.iterdir()] == ["file"]
    assert path.read_bytes() == before


def test_files_of_many_folders_do_not_pile_up(tmp_path: Path) -> None:
    for rank in range(MOST_FILES + 3):
        path = file_of(str(tmp_path), f"/content-{rank}", "reading")
        assert path is not None
        kept(path)
    assert len(list(tmp_path.iterdir())) == MOST_FILES


def test_without_a_folder_nothing_is_kept() -> None:
    assert file_of("", "/content", "reading") is None
    store = Store(None)
    store.put(key_of("a"), 1)
    assert store.get(key_of("a"), same) is None
    assert store.close() == []


def test_what_is_kept_unread_stays_and_what_is_read_for_the_last_time_goes(tmp_path: Path) -> None:
    path = kept(tmp_path / "file")
    first, second, *others = VALUES
    store = Store(path)
    assert store.get(first, same, last=True) == VALUES[first]
    assert [store.keep(key) for key in (second, key_of("unknown"))] == [True, False]
    store.close()
    store = Store(path)
    assert [store.get(key, same) for key in (first, second, *others)] == [None, VALUES[second]] + [None] * len(others)
    store.close()


def test_a_new_value_takes_the_place_of_the_one_that_was_read(tmp_path: Path) -> None:
    path = kept(tmp_path / "file")
    key = next(iter(VALUES))
    store = Store(path)
    assert store.get(key, same) == VALUES[key]
    store.put(key, "new")
    store.close()
    store = Store(path)
    assert store.get(key, same) == "new"
    store.close()
