"""The door of the search: `inv search`, `inv export-search` and `inv bench search` come in here."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from plugins.diagnostics import listing
from plugins.diagnostics.choices import check_choice
from plugins.diagnostics.system import beside_python
from plugins.search.built_index import UnreadableIndexError, built_index
from plugins.search.engine_records import SCHEMA, Export, export, json_text
from plugins.search.engines import PATIENCE, Engine, EngineError
from plugins.search.transport import FOLDER

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "theme" / "static" / "js" / "search" / "terminal.js"


def run(words: str, site: str = "output", limit: int = 10) -> int:
    """Search a built site with its own engine, and print its results with the reasons of their rank.

    Args:
        words: the query.
        site: the folder of a built site.
        limit: the most results that are printed.

    Returns:
        The exit code: 1 when there is no index or no Node.js.
    """
    entry = index_entry(Path(site))
    if entry is None:
        print(f"{site} n'a pas d'index de recherche — lancer « .venv/bin/inv build » d'abord", file=sys.stderr)
        return 1
    try:
        command = [beside_python("node"), str(SCRIPT), str(entry.parent), entry.name, str(limit), words]
        return subprocess.run(command, check=False).returncode
    except FileNotFoundError:
        print("Node.js n'est pas installé — lancer « make setup »", file=sys.stderr)
        return 1


def ranked(site: Path, queries: list[str], limit: int = 20) -> dict[str, list[str]]:
    """Query → the addresses of the best pages of a built site, such as `acteurs/cgt/`.

    Raises:
        FileNotFoundError: the site has no index, or Node.js is missing.
        subprocess.CalledProcessError: the engine failed.
    """
    found: dict[str, list[str]] = told_by(SCRIPT, site, queries, str(limit))
    return found


def told_by(script: Path, site: Path, queries: Sequence[str], *options: str) -> Any:
    """What a script of Node.js answers, in JSON, to the questions that it is given, with the index of a built site.

    Raises:
        FileNotFoundError: the site has no index, or Node.js is missing.
        subprocess.CalledProcessError: the engine failed.
    """
    entry = index_entry(site)
    if entry is None:
        raise FileNotFoundError(f"{site} n'a pas d'index de recherche")
    command = [beside_python("node"), str(script), str(entry.parent), entry.name, *options]
    ended = subprocess.run(command, input=json.dumps(list(queries)), capture_output=True, text=True, check=True, encoding="utf-8")
    return json.loads(ended.stdout)


def index_entry(site: Path) -> Path | None:
    """The first file of the index of a built site."""
    found = sorted((site / FOLDER).glob("*.js"))
    return found[0] if found else None


def export_search(
    engine: str, site: str, output: str, where: tuple[str, str], keys: tuple[str, str] = ("", ""), patience: float = PATIENCE
) -> int:
    """Give the sections of a built site to a search engine, and say what was done.

    Args:
        engine: `typesense`, `postgres` or `json`.
        site: the folder of a built site.
        output: the file to write, for `json`.
        where: the engine's address, and the name of its collections.
        keys: the one that may write, and that of the pages.
        patience: seconds for one answer of the engine.

    Returns:
        The exit code: 1 when the site or the engine was not fit.
    """
    named = Engine(*where, *keys, patience)
    wrong = list(check_choice("--engine", engine, ("typesense", "postgres", "json")))
    if wrong:
        return _refused(listing(wrong))
    try:
        found = export(built_index(Path(site)))
        said = _written(found, Path(output)) if engine == "json" else _loaded(engine, found, named)
        for sentence in said:
            print(sentence)
    except (UnreadableIndexError, EngineError) as fault:
        return _refused(str(fault))
    return 0


def _written(found: Export, output: Path) -> Iterator[str]:
    output.write_text(json_text(found), encoding="utf-8", newline="\n")
    schema = output.with_suffix(".schema.json")
    schema.write_text(json.dumps(SCHEMA, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
    yield f"{output} : {len(found.records)} sections, une par ligne, décrites par {schema}"


def _loaded(engine: str, found: Export, named: Engine) -> Iterator[str]:
    lacking = _LACKING[engine](named)
    if lacking:
        raise EngineError(lacking)
    try:
        load = importlib.import_module(f"plugins.search.engine_{engine}").load
    except ModuleNotFoundError as error:
        asked = ".venv/bin/python -m pip install --require-hashes -r requirements/engines.txt"
        raise EngineError(f"il manque {error.name} — lancer « {asked} »") from None
    return load(found, named)  # type: ignore[no-any-return]


def _no_typesense(named: Engine) -> str:
    if not named.address:
        return "où est Typesense ? Donner --address, ou SEARCH_ENGINE_ADDRESS dans les réglages"
    return "" if named.secret else "la clé qui permet d'écrire manque — la donner dans l'environnement : ALLIANCE_MOTEUR_CLE"


def _no_postgres(named: Engine) -> str:
    example = "postgresql://ecrit@base.exemple.fr/alliance"
    return "" if named.address else f"où est PostgreSQL ? Le dire dans l'environnement : ALLIANCE_MOTEUR_BASE={example}"


_LACKING = {"typesense": _no_typesense, "postgres": _no_postgres}


def _refused(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1
