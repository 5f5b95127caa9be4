"""A real PostgreSQL, its streaming replica and the door of docs/engines: loaded by the verb, asked as pages ask, and losing the primary."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from benchmarks.serving_engines.postgres import DOOR, Pair, pair, sql
from plugins.search.engine_postgres import load, vector
from plugins.search.engine_records import Export
from plugins.search.engines import AskedEngine, Engine, EngineError
from tests.engines.conftest import COLLECTION, PATIENCE, QUESTIONS, answers, same

pytestmark = pytest.mark.engines


@pytest.fixture(scope="module")
def servers(records: Export) -> Iterator[Pair]:
    with pair() as made:
        list(load(records, Engine(made.dsn(), COLLECTION)))
        # As docs/engines.md says to do once.
        sql(made, f"GRANT USAGE ON SCHEMA {COLLECTION} TO porte; GRANT SELECT ON ALL TABLES IN SCHEMA {COLLECTION} TO porte")
        yield made
    assert made.doorkeeper is not None
    assert [one.process.poll() is None for one in (made.primary, made.replica, made.doorkeeper)] == [False] * 3
    assert not made.folder.exists()


@pytest.fixture
def asked(servers: Pair) -> AskedEngine:
    return AskedEngine("postgres", servers.door, COLLECTION, "", PATIENCE)


def test_pages_get_the_same_answers_as_from_their_own_index(site: Path, asked: AskedEngine) -> None:
    found = answers(site, QUESTIONS, asked)
    assert {one["by"] for one in found} == {"moteur"}
    assert same(found, answers(site, QUESTIONS))


def test_what_is_there_is_not_loaded_again(servers: Pair, records: Export) -> None:
    assert list(load(records, Engine(servers.dsn(), COLLECTION))) == [
        f"{COLLECTION} : les {len(records.records)} sections y sont déjà"
    ]


def test_the_replica_follows(servers: Pair, records: Export) -> None:
    count = f"SELECT count(*) FROM {COLLECTION}.sections WHERE construction = '{records.build}'"
    assert sql(servers, count, port=servers.ports[1]) == str(len(records.records))
    assert sql(servers, "SELECT pg_is_in_recovery()", port=servers.ports[1]) == "t"


def test_every_word_of_a_record_is_one_word_of_its_vector(servers: Pair, records: Export) -> None:
    for one in records.records[:10]:
        words = {word for text in one.champs.values() for word in text.split()}
        literal = vector(one).replace("'", "''")
        assert sql(servers, f"SELECT length('{literal}'::tsvector)") == str(len(words))


def test_a_load_is_whole_or_is_not(servers: Pair, records: Export, site: Path, asked: AskedEngine) -> None:
    sound = records.records[0]
    broken = replace(records, build="1" * 12, records=[sound, sound])
    with pytest.raises(EngineError, match="PostgreSQL"):
        list(load(broken, Engine(servers.dsn(), COLLECTION)))
    assert sql(servers, f"SELECT count(*) FROM {COLLECTION}.constructions WHERE construction = '{broken.build}'") == "0"
    assert {one["by"] for one in answers(site, QUESTIONS[:2], asked)} == {"moteur"}


def test_pages_do_without_what_was_never_loaded_or_is_not_all_there(
    site: Path, asked: AskedEngine, servers: Pair, records: Export
) -> None:
    head = json.dumps({**records.head, "documents": 1}).replace("'", "''")
    whole = json.dumps(dict(records.head)).replace("'", "''")
    try:
        sql(servers, f"UPDATE {COLLECTION}.constructions SET tete = '{head}' WHERE construction = '{records.build}'")
        assert {one["by"] for one in answers(site, QUESTIONS[:2], asked)} == {"site"}
    finally:
        sql(servers, f"UPDATE {COLLECTION}.constructions SET tete = '{whole}' WHERE construction = '{records.build}'")
    assert {one["by"] for one in answers(site, QUESTIONS[:2], replace(asked, collection="autre"))} == {"site"}


def test_three_builds_are_kept_and_the_oldest_goes(servers: Pair, records: Export) -> None:
    said = [
        sentence
        for build in ("1" * 12, "2" * 12, "3" * 12, "4" * 12)
        for sentence in load(replace(records, build=build), Engine(servers.dsn(), "autre"))
    ]
    assert [one for one in said if "retirée" in one] == ["autre : construction 111111111111, trop ancienne, retirée"]


@pytest.mark.parametrize(
    ("base", "told"),
    [
        pytest.param("host=127.0.0.1 port=1 user=postgres", "PostgreSQL ne répond pas", id="moteur arrêté"),
        pytest.param("ceci n'est pas une base", "ne se lit pas", id="chaîne qui ne se lit pas"),
    ],
)
def test_what_cannot_be_reached_is_told_in_a_sentence(records: Export, base: str, told: str) -> None:
    with pytest.raises(EngineError, match=told):
        list(load(records, Engine(base, COLLECTION, patience=3)))


def test_who_may_not_write_is_told_so(servers: Pair, records: Export) -> None:
    with pytest.raises(EngineError, match="refuse ce compte"):
        list(load(records, Engine(servers.dsn(secret="faux"), COLLECTION)))
    with pytest.raises(EngineError, match="ne permet pas d'écrire"):
        list(load(replace(records, build="9" * 12), Engine(servers.dsn("porte", DOOR), COLLECTION)))
    only_replica = f"host=127.0.0.1 port={servers.ports[1]} user=postgres password=owner-says dbname=postgres"
    with pytest.raises(EngineError, match="ne permet pas d'écrire"):
        list(load(replace(records, build="9" * 12), Engine(only_replica, COLLECTION)))


def test_a_schema_that_holds_something_else_is_left_alone(servers: Pair, records: Export) -> None:
    sql(servers, "CREATE SCHEMA ailleurs; CREATE TABLE ailleurs.sections (titre text)")
    with pytest.raises(EngineError, match="contient autre chose"):
        list(load(records, Engine(servers.dsn(), "ailleurs")))
    assert sql(servers, "SELECT count(*) FROM ailleurs.sections") == "0"


def test_a_load_that_takes_too_long_is_given_up(servers: Pair, records: Export) -> None:
    holds = "BEGIN; LOCK TABLE alliance.constructions; SELECT pg_sleep(8)"
    import threading

    held = threading.Thread(target=sql, args=(servers, holds))
    held.start()
    waiting = "SELECT count(*) FROM pg_locks WHERE mode = 'AccessExclusiveLock' AND relation = 'alliance.constructions'::regclass"
    while sql(servers, waiting) == "0":
        assert held.is_alive()
    try:
        with pytest.raises(EngineError, match="n'a pas répondu en 2 s"):
            list(load(replace(records, build="8" * 12), Engine(servers.dsn(), COLLECTION, patience=2)))
    finally:
        held.join()


QUESTION = {"mots": ["emploi"], "limite": 5, "sections": []}


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        pytest.param("alliance/x/mots", json.dumps(QUESTION), 200, id="une question"),
        pytest.param("alliance/x/tables", json.dumps(QUESTION), 404, id="autre chose"),
        pytest.param("pg_catalog/x/mots", json.dumps(QUESTION), 404, id="un autre schéma"),
        pytest.param("alliance/x/mots", "{", 400, id="ce qui n'est pas du JSON"),
        pytest.param("alliance/x/mots", json.dumps({"mots": [["x"]], "limite": 5}), 400, id="des mots qui n'en sont pas"),
        pytest.param("alliance/x/mots", json.dumps({"mots": ["x"] * 501, "limite": 5}), 400, id="trop de mots"),
        pytest.param("alliance/x/mots", json.dumps({"mots": ["x"], "limite": 10**9}), 400, id="trop de réponses"),
        pytest.param("alliance/x/mots", json.dumps({"mots": ["x" * 40_000], "limite": 5}), 413, id="une question trop longue"),
        pytest.param("alliance/x';DROP SCHEMA alliance;--/mots", json.dumps(QUESTION), 200, id="du SQL dans l'adresse"),
        pytest.param(
            "alliance/x/mots", json.dumps({"mots": ["'|!&:*\\ ", ""], "limite": 5}), 200, id="des signes que PostgreSQL lit"
        ),
    ],
)
def test_the_door_opens_to_three_questions_only(servers: Pair, path: str, body: str, status: int) -> None:
    assert told(servers, path, body) == status
    assert told(servers, f"{COLLECTION}/x/mots", json.dumps(QUESTION)) == 200


def test_the_door_cannot_write(servers: Pair) -> None:
    with pytest.raises(RuntimeError, match="permission denied"):
        sql_as_door(servers, f"DELETE FROM {COLLECTION}.constructions")


def test_pages_see_nothing_when_the_primary_is_lost_and_the_replica_takes_its_place(
    servers: Pair, site: Path, asked: AskedEngine, records: Export
) -> None:
    servers.promote()
    found = answers(site, QUESTIONS, asked)
    assert {one["by"] for one in found} == {"moteur"}
    assert same(found, answers(site, QUESTIONS))
    assert any("chargées" in one for one in load(replace(records, build="7" * 12), Engine(servers.dsn(), COLLECTION)))


def told(servers: Pair, path: str, body: str) -> int:
    from urllib.parse import quote

    request = urllib.request.Request(f"{servers.door}/{quote(path)}", body.encode(), {"Content-Type": "text/plain"})
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            found: Any = json.load(answer)
            assert isinstance(found, list)
            return int(answer.status)
    except urllib.error.HTTPError as refused:
        refused.close()
        return refused.code


def sql_as_door(servers: Pair, statement: str) -> str:
    from benchmarks.serving_engines.postgres import run

    where = ("-h", "127.0.0.1", "-p", str(servers.ports[0]), "-U", "porte", "-d", "postgres")
    return run("psql", *where, "-X", "-q", "-v", "ON_ERROR_STOP=1", "-c", statement, PGPASSWORD=DOOR)
