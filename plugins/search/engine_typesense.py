"""Records come in, a collection of Typesense that holds them goes out, with the key by which pages search it."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any, TypeVar

import httpx
import typesense
from typesense import exceptions

from plugins.search.documents import BOOSTS
from plugins.search.engine_records import Export, Record
from plugins.search.engines import KEPT, Engine, EngineError, half_loaded

T = TypeVar("T")
HEAD = "index"
_FIELDS: list[dict[str, Any]] = [
    {"name": f"champ_{name}", "type": "string[]" if name == "nom" else "string", "optional": True} for name in BOOSTS
]
# A whole name is one word: « mission_locale= ».
_SYMBOLS = ["=", "_", "#"]
_AT_ONCE = 200
_PAUSE = 0.1


class _Client:
    """The client of the library, which is closed through one of its parts."""

    def __init__(self, engine: Engine, nodes: str) -> None:
        self._all = typesense.Client(
            {
                "nodes": [one.strip() for one in nodes.split(",")],
                "api_key": engine.secret,
                "connection_timeout_seconds": engine.patience,
                "num_retries": 3,
                "retry_interval_seconds": 0.2,
            }
        )
        self.collections: Any = self._all.collections
        self.keys: Any = self._all.keys

    def close(self) -> None:
        """Leave no connection behind."""
        self._all.api_call.close()


def load(found: Export, engine: Engine) -> Iterator[str]:
    """Load the records of a build, unless they are all there; says what was done, in French.

    Raises:
        EngineError: it could not be done; pages go on without.
    """
    with closing(_Client(engine, engine.address)) as client:
        yield from _loaded(client, found, engine)


def _loaded(client: _Client, found: Export, engine: Engine) -> Iterator[str]:
    name = f"{engine.collection}_{found.build}"
    there = _asked(lambda: _state(client, name, len(found.records)), engine)
    if there == len(found.records) + 1:
        yield f"{name} : les {there - 1} sections y sont déjà"
    else:
        if there is not None:
            yield half_loaded(name, there, len(found.records))
            _asked(client.collections[name].delete, engine)
        _asked(lambda: _fill(client, name, found, engine), engine)
        yield f"{name} : {len(found.records)} sections chargées"
    yield from _asked(lambda: _keys(client, engine), engine)
    yield from _asked(lambda: _tidy(client, engine.collection, name), engine)


def _state(client: _Client, name: str, wanted: int) -> int | None:
    """How many documents a collection has; None when there is none."""
    try:
        told = client.collections[name].retrieve()
    except exceptions.ObjectNotFound:
        return None
    if {one["name"] for one in told["fields"]} != {one["name"] for one in _FIELDS}:
        raise EngineError(f"la collection {name} n'a pas les champs attendus — la supprimer, ou changer SEARCH_ENGINE_COLLECTION")
    return min(int(told["num_documents"]), wanted + 1)


def _create(client: _Client, name: str, engine: Engine) -> None:
    """A node that has not heard yet of a collection says that there is none: then another one refuses to make it again."""
    ends = time.monotonic() + engine.patience
    schema = {"name": name, "fields": _FIELDS, "symbols_to_index": _SYMBOLS}
    while True:
        try:
            client.collections.create(schema)
        except exceptions.ObjectAlreadyExists:
            if _state(client, name, 0) is not None:
                client.collections[name].delete()
            elif time.monotonic() > ends:
                raise
            time.sleep(_PAUSE)
        else:
            return


def _fill(client: _Client, name: str, found: Export, engine: Engine) -> None:
    _create(client, name, engine)
    documents = client.collections[name].documents
    every = [_document(one) for one in found.records]
    for first in range(0, len(every), _AT_ONCE):
        wrong = [one for one in documents.import_(every[first : first + _AT_ONCE], {"action": "create"}) if not one["success"]]
        if wrong:
            raise EngineError(f"Typesense a refusé {len(wrong)} sections, la première pour « {wrong[0].get('error')} »")
    _wait(engine, name, len(every))
    documents.create({"id": HEAD, "tete": json.dumps(found.head, ensure_ascii=False)})
    _wait(engine, name, len(every) + 1)


def _wait(engine: Engine, name: str, wanted: int) -> None:
    """What one node took, the others take a moment later: wait until each that answers has it all."""
    ends = time.monotonic() + engine.patience
    for address in engine.address.split(","):
        with closing(_Client(engine, address)) as node:
            while (there := _count(node, name, wanted)) != wanted:
                if time.monotonic() > ends:
                    raise EngineError(f"{name} n'a que {there} sections sur {wanted} à {address} — lancer la commande de nouveau")
                time.sleep(_PAUSE)


def _count(node: _Client, name: str, wanted: int) -> int:
    """How many documents a node has; a node that is down takes them all when it comes back."""
    try:
        return int(node.collections[name].retrieve()["num_documents"])
    except exceptions.ObjectNotFound:
        return 0
    except (exceptions.ServiceUnavailable, exceptions.HTTPStatus0Error, httpx.TransportError):
        return wanted


def _document(record: Record) -> dict[str, Any]:
    """What is searched are the folded words; what is read of a record is kept beside, and not searched."""
    champs = {f"champ_{name}": text.split() if name == "nom" else text for name, text in record.champs.items()}
    told = {
        "id": record.id,
        "page": record.page,
        "section": record.section,
        "url": record.url,
        "titre": record.titre,
        "intertitre": record.intertitre,
        "texte": record.texte,
        "longueurs": record.longueurs,
        "occurrences": json.dumps(record.occurrences, ensure_ascii=False),
    }
    return {**champs, **told}


def _keys(client: _Client, engine: Engine) -> Iterator[str]:
    """The key of the pages may search, and nothing else; one is made where there is none."""
    if not engine.page_key:
        rule = {"description": "pages", "actions": ["documents:search"], "collections": [f"{engine.collection}_.*"]}
        made = client.keys.create(rule)["value"]
        return iter((f"clé des pages, qui ne permet que de chercher ; l'écrire dans SEARCH_ENGINE_KEY : {made}",))
    address = engine.address.split(",")[0].strip()
    answer = httpx.get(f"{address}/collections", headers={"x-typesense-api-key": engine.page_key}, timeout=engine.patience)
    if answer.status_code == httpx.codes.OK:
        raise EngineError(
            "SEARCH_ENGINE_KEY permet plus que de chercher : toute personne qui lit le site l'aurait — vider ce réglage, une clé sera faite"
        )
    return iter(())


def _tidy(client: _Client, collection: str, name: str) -> Iterator[str]:
    """Collections of builds that are older than those that may be open somewhere go away."""
    own = [one for one in client.collections.retrieve() if one["name"].startswith(f"{collection}_") and one["name"] != name]
    own.sort(key=lambda one: one["created_at"], reverse=True)
    for one in own[KEPT:]:
        client.collections[one["name"]].delete()
    return iter([f"{one['name']} : construction trop ancienne, retirée" for one in own[KEPT:]])


def _asked(ask: Callable[[], T], engine: Engine) -> T:
    try:
        return ask()
    except (exceptions.RequestUnauthorized, exceptions.RequestForbidden):
        raise EngineError("Typesense refuse la clé — vérifier ALLIANCE_MOTEUR_CLE, celle qui permet d'écrire") from None
    except (exceptions.Timeout, httpx.TimeoutException):
        raise EngineError(
            f"Typesense n'a pas répondu en {engine.patience:g} s ({engine.address}) — recommencer plus tard"
        ) from None
    except (exceptions.ServiceUnavailable, httpx.TransportError, exceptions.HTTPStatus0Error):
        raise EngineError(f"personne ne répond à {engine.address} — vérifier l'adresse, et que Typesense est lancé") from None
    except exceptions.TypesenseClientError as error:
        raise EngineError(f"Typesense a refusé : {error}") from None
