"""Three real nodes of Typesense behind a real nginx: loaded by the verb, asked as pages ask, and losing their leader."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.serving_engines.typesense import SECRET, Cluster, cluster
from plugins.search.command import export_search
from plugins.search.engine_records import Export
from plugins.search.engine_typesense import load
from plugins.search.engines import AskedEngine, Engine, EngineError
from tests.engines.conftest import COLLECTION, PATIENCE, QUESTIONS, answers, same

pytestmark = [
    pytest.mark.engines,
    # The client warns of a part of itself that nobody asked for.
    pytest.mark.filterwarnings(r"ignore:Sync\w+ is deprecated on v30:DeprecationWarning"),
]


@pytest.fixture(scope="module")
def nodes(folder: Path) -> Iterator[Cluster]:
    with cluster(folder) as made:
        yield made
    assert [node.running.process.poll() is None for node in made.nodes] == [False] * 3


@pytest.fixture(scope="module")
def key(nodes: Cluster, records: Export) -> str:
    """That of the pages, which loading gives."""
    *_, told = load(records, Engine(nodes.writable, COLLECTION, SECRET))
    return told.rpartition(" ")[2]


@pytest.fixture
def asked(nodes: Cluster, key: str) -> AskedEngine:
    return AskedEngine("typesense", nodes.address, COLLECTION, key, PATIENCE)


def test_pages_get_the_same_answers_as_from_their_own_index(site: Path, asked: AskedEngine) -> None:
    found = answers(site, QUESTIONS, asked)
    assert {one["by"] for one in found} == {"moteur"}
    assert same(found, answers(site, QUESTIONS))


def test_what_is_there_is_not_loaded_again(nodes: Cluster, key: str, records: Export) -> None:
    assert list(load(records, Engine(nodes.writable, COLLECTION, SECRET, key))) == [
        f"{COLLECTION}_{records.build} : les {len(records.records)} sections y sont déjà"
    ]


def test_a_load_that_stopped_on_its_way_is_told_and_begun_again_and_pages_do_without(
    nodes: Cluster, key: str, records: Export, site: Path, asked: AskedEngine
) -> None:
    delete(nodes, f"/collections/{COLLECTION}_{records.build}/documents/index")
    delete(nodes, f"/collections/{COLLECTION}_{records.build}/documents/0.0")
    assert {one["by"] for one in answers(site, QUESTIONS[:3], asked)} == {"site"}
    first, second = load(records, Engine(nodes.writable, COLLECTION, SECRET, key))
    count = len(records.records)
    assert f"que {count - 1} sections sur {count}" in first
    assert f"{count} sections chargées" in second
    assert {one["by"] for one in answers(site, QUESTIONS[:3], asked)} == {"moteur"}


def test_three_builds_are_kept_and_the_oldest_goes(nodes: Cluster, key: str, records: Export) -> None:
    """`key` first: the build of the site is the oldest here, and is loaded again by whoever needs it."""
    said = [
        sentence
        for build in ("1" * 12, "2" * 12, "3" * 12)
        for sentence in load(replace(records, build=build), Engine(nodes.writable, "autre", SECRET, key))
    ]
    assert not [one for one in said if "retirée" in one]
    assert any(
        "autre_111111111111" in one and "retirée" in one
        for one in load(replace(records, build="4" * 12), Engine(nodes.writable, "autre", SECRET, key))
    )


Fault = Callable[[Cluster, str, Export], Engine]


def other_schema(nodes: Cluster, key: str, _: Export) -> Engine:
    post(nodes, "/collections", {"name": f"ailleurs_{'5' * 12}", "fields": [{"name": "titre", "type": "string"}]})
    return Engine(nodes.writable, "ailleurs", SECRET, key)


@pytest.mark.parametrize(
    ("engine", "told"),
    [
        pytest.param(lambda nodes, key, _: Engine(nodes.writable, COLLECTION, "faux", key), "ALLIANCE_MOTEUR_CLE", id="clé refusée"),
        pytest.param(lambda nodes, key, _: Engine(nodes.writable, COLLECTION, key, key), "ALLIANCE_MOTEUR_CLE", id="clé qui ne fait que chercher"),
        pytest.param(lambda *_: Engine("http://127.0.0.1:1", COLLECTION, SECRET), "personne ne répond", id="moteur arrêté"),
        pytest.param(lambda nodes, *_: Engine(nodes.writable, COLLECTION, SECRET, SECRET), "permet plus que de chercher", id="clé des pages qui écrit"),
        pytest.param(other_schema, "n'a pas les champs attendus", id="autre schéma"),
    ],
)  # fmt: skip
def test_what_goes_wrong_is_told_in_a_sentence(nodes: Cluster, key: str, records: Export, engine: Fault, told: str) -> None:
    with pytest.raises(EngineError, match=told):
        list(load(replace(records, build="5" * 12), engine(nodes, key, records)))


def test_the_verb_says_so_and_ends_with_an_error(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert export_search("typesense", str(site), "", ("http://127.0.0.1:1", COLLECTION), (SECRET, ""), patience=2) == 1
    assert "personne ne répond" in capsys.readouterr().err


def test_the_door_of_the_pages_lets_them_search_and_nothing_else(nodes: Cluster, key: str) -> None:
    for path in ("/collections", "/keys", f"/collections/{COLLECTION}/documents/export", "/health"):
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(
                urllib.request.Request(f"{nodes.address}{path}", headers={"x-typesense-api-key": SECRET}), timeout=5
            )
        refused.value.close()
        assert refused.value.code == 404
    own = urllib.request.Request(f"{nodes.nodes[0].address}/collections", headers={"x-typesense-api-key": key})
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(own, timeout=5)
    refused.value.close()
    assert refused.value.code in {401, 403}


def test_a_refused_key_leaves_the_pages_to_themselves(site: Path, asked: AskedEngine) -> None:
    found = answers(site, QUESTIONS[:3], replace(asked, key="faux"))
    assert {one["by"] for one in found} == {"site"}
    assert same(found, answers(site, QUESTIONS[:3]))


def test_the_others_elect_again_and_pages_see_nothing_when_the_leader_is_lost(
    nodes: Cluster, site: Path, asked: AskedEngine, records: Export, key: str
) -> None:
    lost = nodes.kill_leader()
    found = answers(site, QUESTIONS, asked)
    assert same(found, answers(site, QUESTIONS))
    assert nodes.leader().port != lost.port
    assert {one["by"] for one in answers(site, QUESTIONS, asked)} == {"moteur"}
    # Two of three still take what is written.
    assert any("chargées" in one for one in load(replace(records, build="6" * 12), Engine(nodes.writable, "apres", SECRET, key)))


def delete(nodes: Cluster, path: str) -> None:
    call(nodes, path, "DELETE")


def post(nodes: Cluster, path: str, body: dict[str, object]) -> None:
    call(nodes, path, "POST", json.dumps(body).encode())


def call(nodes: Cluster, path: str, method: str, body: bytes | None = None) -> None:
    headers = {"x-typesense-api-key": SECRET, "Content-Type": "application/json"}
    with urllib.request.urlopen(
        urllib.request.Request(f"{nodes.leader().address}{path}", body, headers, method=method), timeout=10
    ) as answer:
        answer.read()
