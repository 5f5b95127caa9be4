"""A read-only door between the pages of a site and its sections in PostgreSQL: three questions, and nothing else.

    ALLIANCE_PORTE_BASE="host=10.0.0.1,10.0.0.2 user=porte dbname=alliance" .venv/bin/uvicorn --app-dir docs/engines door:app

Several hosts are tried in turn, replicas included, so that the door stays open when the primary is lost. `ALLIANCE_PORTE_SCHEMA`
is the SEARCH_ENGINE_COLLECTION of the site (« alliance » without it).
"""

import json
import os
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import psycopg
from psycopg_pool import AsyncConnectionPool, PoolTimeout
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

SCHEMA = os.environ.get("ALLIANCE_PORTE_SCHEMA", "alliance")
if not re.fullmatch(r"[a-z][a-z0-9_]{0,40}", SCHEMA):  # it stands in the questions
    raise SystemExit(f"ALLIANCE_PORTE_SCHEMA : « {SCHEMA} » — écrire des lettres minuscules, des chiffres ou _")
QUESTIONS = {
    "index": f"SELECT {SCHEMA}.tete(%(construction)s)::text",
    "mots": f"SELECT {SCHEMA}.mots(%(construction)s, %(mots)s::text[], %(limite)s::integer)::text",
    "sections": f"SELECT {SCHEMA}.sections(%(construction)s, %(sections)s::text[], %(mots)s::text[])::text",
}
LONGEST, MOST, BEST = 32_000, 500, 200  # bytes of a question, words in it, sections of one word
READ_ONLY = "-c default_transaction_read_only=on -c statement_timeout=1500"
pool = AsyncConnectionPool(
    os.environ["ALLIANCE_PORTE_BASE"],
    kwargs={"autocommit": True, "options": READ_ONLY, "connect_timeout": 2},
    min_size=1,
    max_size=8,
    timeout=3,
    check=AsyncConnectionPool.check_connection,
    open=False,
)


@asynccontextmanager
async def opened(_: Starlette) -> AsyncIterator[None]:
    """Connections are kept for as long as the door is open."""
    async with pool:
        yield


def texts(value: object) -> bool:
    """Whether a value is a list of texts, not too long."""
    return isinstance(value, list) and len(value) <= MOST and all(isinstance(one, str) for one in value)


async def ask(request: Request) -> Response:
    """One question, handed on as it is: what it may be stands in `QUESTIONS`."""
    question, body = QUESTIONS.get(request.path_params["question"]), await request.body()
    if question is None or request.path_params["schema"] != SCHEMA or len(body) > LONGEST:
        return Response(status_code=404 if len(body) <= LONGEST else 413)
    try:
        given = {"mots": [], "sections": [], "limite": 0, **json.loads(body)}
        sound = texts(given["mots"]) and texts(given["sections"]) and 0 <= given["limite"] <= BEST
    except (ValueError, TypeError):
        sound = False
    if not sound:
        return Response(status_code=400)
    try:
        async with pool.connection() as connection:
            found = await (await connection.execute(question, {**given, **request.path_params})).fetchone()
    except (psycopg.Error, PoolTimeout):
        return Response(status_code=503)
    return Response((found and found[0]) or "null", media_type="application/json")


app = Starlette(
    routes=[Route("/{schema}/{construction}/{question}", ask, methods=["POST"])],
    middleware=[Middleware(CORSMiddleware, allow_origins=["*"], allow_methods=["POST"]), Middleware(GZipMiddleware)],
    lifespan=opened,
)
