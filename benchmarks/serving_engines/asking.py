"""Questions, a built site and an engine come in; what each question found goes out, and what became of those asked while a server fell."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.search.engines import AskedEngine
from plugins.search.transport import FOLDER

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "benchmarks/searching/engine_questions.js"
SHOWN = 10
# As a page waits, by the settings.
PATIENCE = 2_000


@dataclass(frozen=True)
class Fall:
    """Questions asked while a server fell.

    Attributes:
        asked: how many.
        failed: of them, those that had no answer.
        by_engine, by_site: who answered the others.
        different: of those, how many had another first page than the site alone gives.
        seconds: how long it took, from the first to the last.
    """

    asked: int
    failed: int
    by_engine: int
    by_site: int
    different: int
    seconds: float


def answers(
    site: Path,
    queries: Sequence[str],
    engine: AskedEngine | None = None,
    *,
    at_once: int = 2,
    halfway: Callable[[], None] | None = None,
) -> list[dict[str, Any]]:
    """What each question found, `{by, urls}` or `{error}`, each asked as by a new visitor.

    Args:
        site: built.
        queries: in order.
        engine: as the settings name it; None asks the site alone.
        at_once: how many visitors ask.
        halfway: called when a third of the questions was answered.
    """
    command = [
        "node",
        str(SCRIPT),
        str(site / FOLDER),
        "entree.js",
        engine.shown["moteur"] if engine else "-",
        str(SHOWN),
        str(at_once),
    ]
    found: list[dict[str, Any]] = [{} for _ in queries]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps(list(queries)))
        process.stdin.close()
        for count, line in enumerate(process.stdout, 1):
            told = json.loads(line)
            found[told.pop("rank")] = told
            if halfway is not None and count == len(queries) // 3:
                halfway()
    if process.returncode or {} in found:
        raise SystemExit(f"{SCRIPT.name} s'est arrêté")
    return found


def fall(site: Path, queries: Sequence[str], count: int, engine: AskedEngine, lose: Callable[[], None]) -> Fall:
    """Ask `count` questions, each of `queries` in turn, and lose a server when a third of them was answered."""
    own = {query: one["urls"][:1] for query, one in zip(queries, answers(site, queries), strict=True)}
    asked = [queries[rank % len(queries)] for rank in range(count)]
    began = time.monotonic()
    found = answers(site, asked, engine, at_once=4, halfway=lose)
    seconds = time.monotonic() - began
    sound = [(query, one) for query, one in zip(asked, found, strict=True) if "urls" in one]
    by = [one["by"] for _, one in sound]
    different = sum(one["urls"][:1] != own[query] for query, one in sound)
    return Fall(count, count - len(sound), by.count("moteur"), by.count("site"), different, seconds)
