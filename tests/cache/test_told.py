"""What was told of the same thing is told again, in the same words."""

from pathlib import Path

from plugins.cache.store import Store, key_of
from plugins.cache.told import told_once
from plugins.diagnostics import Diagnostic, Place

SAID = [Place("a.md", 3).error("« x » — écrire y"), Place("b.md", 0).warning("à relire")]


def test_what_was_told_is_told_again_and_not_looked_for(tmp_path: Path) -> None:
    asked: list[int] = []

    def find() -> list[Diagnostic]:
        asked.append(1)
        return SAID

    for _ in range(3):
        store = Store(tmp_path / "file")
        assert told_once(store, key_of("a"), find) == SAID
        assert store.close() == []
    assert len(asked) == 1
    store = Store(tmp_path / "file")
    assert told_once(store, key_of("b"), list) == []
