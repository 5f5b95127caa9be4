"""One broken folder, its complete list of messages."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.diagnostics import listing
from plugins.model.loading import load
from plugins.persons.masked_content import mask
from plugins.reading.rendering import render_all
from plugins.registry.building import build
from tests.model.broken import BROKEN, FOLDERS, RIGHT


@pytest.fixture(scope="module")
def messages(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder: Path = tmp_path_factory.mktemp("contenu")
    for file in RIGHT + BROKEN:
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data)
    content, found = load(folder, "contenu")
    registry, claims = build(content)
    content, names = mask(content, registry, "organisations")
    _, bodies = render_all(content)
    return listing(found + claims + names + bodies).splitlines()


@pytest.mark.parametrize("file", BROKEN, ids=lambda file: file.why)
def test_each_broken_file_gets_its_messages_and_no_other(file, messages: list[str]) -> None:
    prefix = f"contenu/{file.path}:"
    found = [message.removeprefix(prefix) for message in messages if message.startswith(prefix)]
    assert found == list(file.messages)


def test_all_messages_are_listed_once_in_the_order_of_files_and_lines(messages: list[str]) -> None:
    expected = [f"contenu/{file.path}:{line}" for file in BROKEN for line in file.messages] + list(FOLDERS)
    assert sorted(messages) == sorted(expected)
    assert len(BROKEN) >= 40
    places = [(path, int(line) if line.isdigit() else 0) for path, line in (message.split(":")[:2] for message in messages)]
    assert places == sorted(places)


@pytest.mark.parametrize("file", RIGHT, ids=lambda file: file.why)
def test_a_right_file_gets_no_message(file, messages: list[str]) -> None:
    assert not [message for message in messages if message.startswith(f"contenu/{file.path}:")]
