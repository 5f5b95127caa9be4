"""What a process that waits keeps from one build to the next: what was made of the same, and nothing that nobody asks for."""

from pathlib import Path

import pytest

from plugins.cache.memory import Memory
from plugins.cache.store import Store, key_of


@pytest.fixture
def memory() -> Memory:
    memory = Memory()
    memory.keeps = True
    return memory


def length(of: list[int], more: int) -> list[int]:
    return [len(of) + more]


def test_a_process_that_builds_once_keeps_nothing() -> None:
    memory, part = Memory(), [1, 2]
    assert memory.call(length, part, 1) is not memory.call(length, part, 1)


def test_of_the_same_object_it_is_the_same_and_of_an_equal_one_another(memory: Memory) -> None:
    part = [1, 2]
    first = memory.call(length, part, 1)
    assert first == [3]
    assert memory.call(length, part, 1) is first
    assert memory.call(length, part, 2) == [4]
    assert memory.call(length, list(part), 1) is not first


def test_objects_that_are_gone_are_not_taken_for_new_ones(memory: Memory) -> None:
    for size in range(100):
        assert memory.call(length, [0] * size, 0) == [size]


def test_what_a_build_did_not_ask_for_goes_and_what_it_asked_for_through_another_stays(memory: Memory) -> None:
    def outer() -> list[object]:
        return [memory.of("inner", object)]

    kept, gone = memory.of("outer", outer), memory.of("gone", object)
    memory.turn()
    assert memory.of("outer", outer) is kept
    memory.turn()
    assert memory.of("inner", object) is kept[0]
    assert memory.of("gone", object) is not gone


def test_what_is_kept_here_is_not_lost_on_disk(memory: Memory, tmp_path: Path) -> None:
    def built(*names: str) -> None:
        store = Store(tmp_path / "room")
        for name in names:
            key = key_of(name)

            def made(key: bytes = key, store: Store = store) -> str:
                store.put(key, "value")
                return "value"

            memory.of(key, made, stores=(store,))
        store.close()
        memory.turn()

    built("one")
    built("one", "two")
    after = Store(tmp_path / "room")
    assert (after.get(key_of("one"), str), after.get(key_of("two"), str)) == ("value", "value")
