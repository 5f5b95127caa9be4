"""Records come in, a schema of PostgreSQL that holds them goes out, with the functions that pages ask through a door."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import psycopg

from plugins.search.documents import BOOSTS
from plugins.search.engine_records import Export, Record
from plugins.search.engines import KEPT, Engine, EngineError

_SQL = Path(__file__).with_name("engine_postgres.sql")
# As `setweight` of PostgreSQL: names weigh most, then what people say, headings, text.
_WEIGHTS = {"titre": "A", "alias": "A", "nom": "A", "mots": "B", "resume": "B", "intertitre": "C", "corps": "D"}
# The last place, and the most places of one word, that a tsvector tells.
_LAST, _MOST = 16_383, 255
_NAME = re.compile(r"[a-z][a-z0-9_]{0,40}")


def load(found: Export, engine: Engine) -> Iterator[str]:
    """Load the records of a build in one transaction, unless they are there; says what was done, in French.

    Raises:
        EngineError: it could not be done; nothing changed, and pages go on without.
    """
    try:
        with psycopg.connect(engine.address, connect_timeout=int(engine.patience)) as connection:
            connection.execute(f"SET statement_timeout = {int(engine.patience * 1000)}")
            said = list(_load(connection, found, engine.collection))
    except psycopg.errors.InvalidPassword:
        raise EngineError("PostgreSQL refuse ce compte — vérifier ALLIANCE_MOTEUR_BASE") from None
    except (psycopg.errors.InsufficientPrivilege, psycopg.errors.ReadOnlySqlTransaction):
        raise EngineError(
            "ce compte, ou ce serveur, ne permet pas d'écrire — donner celui du serveur principal dans ALLIANCE_MOTEUR_BASE"
        ) from None
    except (psycopg.errors.QueryCanceled, psycopg.errors.ConnectionTimeout):
        raise EngineError(f"PostgreSQL n'a pas répondu en {engine.patience:g} s — recommencer plus tard") from None
    except (
        psycopg.errors.UndefinedColumn,
        psycopg.errors.WrongObjectType,
        psycopg.errors.UndefinedTable,
        psycopg.errors.DuplicateObject,
    ):
        raise EngineError(
            f"le schéma {engine.collection} contient autre chose — le supprimer, ou changer SEARCH_ENGINE_COLLECTION"
        ) from None
    except psycopg.OperationalError as error:
        if "authentication" in str(error) or "password" in str(error):
            raise EngineError("PostgreSQL refuse ce compte — vérifier ALLIANCE_MOTEUR_BASE") from None
        raise EngineError("PostgreSQL ne répond pas — vérifier ALLIANCE_MOTEUR_BASE, et que le serveur est lancé") from None
    except psycopg.ProgrammingError as error:
        raise EngineError(f"ALLIANCE_MOTEUR_BASE ne se lit pas, ou PostgreSQL a refusé : {str(error).splitlines()[0]}") from None
    except psycopg.Error as error:
        raise EngineError(f"PostgreSQL a refusé, et n'a rien gardé : {str(error).splitlines()[0]}") from None
    yield from said


def _load(connection: Any, found: Export, schema: str) -> Iterator[str]:
    assert _NAME.fullmatch(schema)  # the settings were checked: it stands in SQL
    connection.execute(_SQL.read_text(encoding="utf-8").format(schema=schema))
    count = len(found.records)
    there = connection.execute(f"SELECT count(*) FROM {schema}.sections WHERE construction = %s", [found.build]).fetchone()[0]  # noqa: S608
    if there == count:
        yield f"{schema} : les {count} sections y sont déjà"
        return
    connection.execute(f"DELETE FROM {schema}.constructions WHERE construction = %s", [found.build])  # noqa: S608
    connection.execute(
        f"INSERT INTO {schema}.constructions (construction, tete) VALUES (%s, %s)",  # noqa: S608
        [found.build, json.dumps(found.head, ensure_ascii=False)],
    )
    connection.execute("SET LOCAL statement_timeout = 0")  # what is written takes the time that the size of the site asks
    columns = "construction, id, page, section, mots, occurrences, longueurs, fiche"
    with connection.cursor().copy(f"COPY {schema}.sections ({columns}) FROM STDIN") as copy:
        for one in found.records:
            copy.write_row([found.build, *_row(one)])
    yield f"{schema} : {count} sections chargées"
    old = connection.execute(
        f"DELETE FROM {schema}.constructions WHERE construction IN (SELECT construction FROM {schema}.constructions"  # noqa: S608
        " WHERE construction <> %s ORDER BY chargee DESC OFFSET %s) RETURNING construction",
        [found.build, KEPT],
    ).fetchall()
    for (name,) in old:
        yield f"{schema} : construction {name}, trop ancienne, retirée"


def _row(record: Record) -> list[Any]:
    told = {name: value for name, value in asdict(record).items() if name not in {"champs", "occurrences", "longueurs"}}
    kept = (json.dumps(value, ensure_ascii=False) for value in (record.occurrences, record.longueurs, told))
    return [record.id, record.page, record.section, vector(record), *kept]


def vector(record: Record) -> str:
    """The words of a record as a tsvector is written, each place with the weight of its field: nothing is left to a parser."""
    placed: dict[str, list[str]] = {}
    place = 0
    for name in BOOSTS:
        for word in record.champs.get(name, "").split():
            place += 1
            placed.setdefault(word, []).append(f"{min(place, _LAST)}{_WEIGHTS[name]}")
    return " ".join(f"'{_quoted(word)}':{','.join(places[:_MOST])}" for word, places in placed.items())


def _quoted(word: str) -> str:
    return word.replace("\\", "\\\\").replace("'", "''")
