"""Records come in, a little server that answers as an engine does goes out: what the page does with its answers is tried on it."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from plugins.search.engine_records import Export

# What can be wrong with an engine → what it answers to everything: a status and a body.
FAULTS: dict[str, tuple[int, str]] = {
    "clé refusée": (403, '{"message": "Forbidden"}'),
    "en panne": (500, "Internal Server Error"),
    "construction jamais chargée": (404, '{"message": "Not found."}'),
    "réponse qui n'est pas du JSON": (200, "<html>Bienvenue</html>"),
    "chargé à moitié": (200, "null"),
    "autre schéma": (200, '{"version": 99, "construction": "", "documents": 0, "sigles": {}}'),
}
# What it does too late: answer, or end an answer that it began.
LATE = ("lent", "muet au milieu")
SLOW = 3.0


@dataclass
class LittleEngine:
    """An engine.

    Attributes:
        found: its records.
        fault: what is wrong with it now, one of `FAULTS` or of `LATE`; empty when all is well.
        asked: what it was asked for, in order.
    """

    found: Export
    fault: str = ""
    asked: list[str] = field(default_factory=list)
    address: str = ""

    def answer(self, what: str, body: dict[str, Any]) -> Any:
        if what == "index":
            return self.found.head
        if what == "mots":
            return [[word, len(ids := self._holding(word)), ids[: body["limite"]]] for word in body["mots"]]
        wanted = set(body["mots"])
        return [
            {
                "page": one.page,
                "section": one.section,
                "longueurs": one.longueurs,
                "occurrences": {word: told for word, told in one.occurrences.items() if word in wanted},
            }
            for one in self.found.records
            if one.id in body["sections"]
        ]

    def _holding(self, word: str) -> list[str]:
        return [one.id for one in self.found.records if word in one.occurrences]


@contextmanager
def little_engine(found: Export) -> Iterator[LittleEngine]:
    """An engine on this machine, for as long as it is asked."""
    engine = LittleEngine(found)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            name, build, what = self.path.strip("/").split("/")
            engine.asked.append(what)
            if engine.fault == "lent":
                time.sleep(SLOW)
            known = name == "alliance" and build == engine.found.build
            status, text = FAULTS.get(engine.fault) or (
                (200, json.dumps(engine.answer(what, body))) if known else FAULTS["construction jamais chargée"]
            )
            sent = text.encode()
            self.send_response(status)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(sent)))
            self.end_headers()
            try:
                if engine.fault == "muet au milieu":
                    self.wfile.write(sent[:1])
                    self.wfile.flush()
                    time.sleep(SLOW)
                self.wfile.write(sent)
            except OSError:  # nobody waits for a slow answer
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    engine.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield engine
    finally:
        server.shutdown()
        server.server_close()
