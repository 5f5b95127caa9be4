"""Questions whose words an engine looks up: the same answers, in the same order; and the site's own whatever the engine does."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from plugins.search.built_index import built_index
from plugins.search.engine_records import export
from plugins.search.engines import AskedEngine
from plugins.search.files import index_files, write
from plugins.search.transport import FOLDER
from tests.search.conftest import node
from tests.search.corpus import PAGES, PAIRS
from tests.search.little_engine import FAULTS, LATE, LittleEngine, little_engine
from tests.search.test_engine import QUERIES

COMPARED = ("urls", "anchors", "sure", "needs", "suggestion", "danger")
FEW = ["service emploi", "aprentissage", "chantiers insert", "IAE", "delegue prefet"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    write(index_files(PAGES, PAIRS, budget=0), folder)
    return folder


@pytest.fixture
def engine(site: Path) -> Iterator[LittleEngine]:
    with little_engine(export(built_index(site))) as one:
        yield one


def asked(site: Path, queries: list[str], address: str = "", patience: int = 20_000) -> list[dict[str, Any]]:
    named = [AskedEngine("postgres", address, "alliance", "", patience).shown["engine"]] if address else []
    found: list[dict[str, Any]] = node("engine_answers.js", site / FOLDER, "entree.js", *named, given=queries)
    return found


def told(answers: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{name: one[name] for name in COMPARED} for one in answers]


def test_an_engine_gives_the_same_pages_in_the_same_order(site: Path, engine: LittleEngine) -> None:
    own, other = asked(site, QUERIES), asked(site, QUERIES, engine.address)
    assert {one["by"] for one in other} == {"moteur"}
    assert told(other) == told(own)
    for mine, theirs in zip(own, other, strict=True):
        assert theirs["scores"] == pytest.approx(mine["scores"], rel=1e-6)


def test_the_head_is_read_once_and_a_word_is_asked_for_once(site: Path, engine: LittleEngine) -> None:
    asked(site, ["service emploi", "service emploi"], engine.address)
    assert engine.asked.count("index") == 1
    once = engine.asked.count("mots")
    asked(site, ["service emploi"], engine.address)
    assert engine.asked.count("mots") == 2 * once


@pytest.mark.parametrize("fault", FAULTS)
def test_the_site_answers_when_the_engine_does_not(site: Path, engine: LittleEngine, fault: str) -> None:
    engine.fault = fault
    answers = asked(site, FEW, engine.address)
    assert {one["by"] for one in answers} == {"site"}
    assert told(answers) == told(asked(site, FEW))
    # It is left alone for a while, not asked again at each key.
    assert len(engine.asked) == 1


@pytest.mark.parametrize("fault", LATE)
def test_the_site_answers_when_the_engine_is_slow(site: Path, engine: LittleEngine, fault: str) -> None:
    engine.fault = fault
    answers = asked(site, FEW, engine.address, patience=200)
    assert {one["by"] for one in answers} == {"site"}
    assert told(answers) == told(asked(site, FEW))


def test_the_site_answers_when_there_is_no_engine_at_the_address(site: Path) -> None:
    answers = asked(site, FEW, "http://127.0.0.1:1")
    assert {one["by"] for one in answers} == {"site"}
    assert told(answers) == told(asked(site, FEW))


def test_an_engine_of_another_build_is_not_believed(site: Path, engine: LittleEngine) -> None:
    engine.found = replace(engine.found, build="0" * 12)
    assert {one["by"] for one in asked(site, FEW, engine.address)} == {"site"}


def test_an_engine_that_names_pages_that_are_not_there_is_not_believed(site: Path, engine: LittleEngine) -> None:
    engine.found = replace(engine.found, records=[replace(one, page=one.page + 10_000) for one in engine.found.records])
    answers = asked(site, FEW, engine.address)
    assert {one["by"] for one in answers} == {"site"}
    assert told(answers) == told(asked(site, FEW))


def test_what_a_page_is_told_of_the_engine_is_what_its_script_reads() -> None:
    told = json.loads(AskedEngine("typesense", "https://exemple.fr", "alliance", "abc", 1500).shown["engine"])
    assert told == {"type": "typesense", "adresse": "https://exemple.fr", "collection": "alliance", "cle": "abc", "limite": 1500}
