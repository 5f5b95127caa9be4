"""What tests on real servers share: a site of invented pages, and how its questions are asked through an engine."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from plugins.search.built_index import built_index
from plugins.search.engine_records import Export, export
from plugins.search.engines import AskedEngine
from plugins.search.files import index_files, write
from plugins.search.transport import FOLDER
from tests.search.conftest import node
from tests.search.corpus import PAGES, PAIRS
from tests.search.test_engine import FIRST, NONSENSE

QUESTIONS = [case[0] for case in FIRST] + NONSENSE
COLLECTION = "alliance"
PATIENCE = 10_000


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    write(index_files(PAGES, PAIRS, budget=0), folder)
    return folder


@pytest.fixture(scope="session")
def records(site: Path) -> Export:
    return export(built_index(site))


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """For the data of servers; gone afterwards."""
    made = Path(tempfile.mkdtemp(prefix="engines-"))
    yield made
    shutil.rmtree(made)


def answers(site: Path, queries: list[str], engine: AskedEngine | None = None) -> list[dict[str, Any]]:
    """What a page would show, each need and page in order, and who answered."""
    named = [engine.shown["engine"]] if engine else []
    found: list[dict[str, Any]] = node("engine_answers.js", site / FOLDER, "entree.js", *named, given=queries)
    return found


def same(one: list[dict[str, Any]], other: list[dict[str, Any]]) -> bool:
    """Whether the same pages are sure, in the same order, with the same needs before them."""
    told = [json.dumps([[answer[name] for name in ("sure", "needs", "suggestion")] for answer in some]) for some in (one, other)]
    return told[0] == told[1]
