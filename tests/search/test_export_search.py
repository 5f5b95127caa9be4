"""`inv export-search` writes what it was asked for, or says in a sentence why it cannot."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from plugins.search.command import export_search
from plugins.search.engines import AskedEngine
from plugins.search.files import index_files, write
from tests.search.corpus import PAGES

Said = Callable[..., tuple[int, str, str]]


@pytest.fixture
def said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Said:
    write(index_files(PAGES), tmp_path)

    def run(engine: str, site: str = "", **named: str) -> tuple[int, str, str]:
        where, keys = (named.get("address", ""), "alliance"), (named.get("secret", ""), "")
        code = export_search(engine, site or str(tmp_path), str(tmp_path / "recherche.jsonl"), where, keys, patience=2)
        told = capsys.readouterr()
        return code, told.out, told.err

    return run


def test_for_any_other_engine_a_file_and_its_schema_are_written(said: Said, tmp_path: Path) -> None:
    code, out, _ = said("json")
    assert code == 0
    schema = json.loads((tmp_path / "recherche.schema.json").read_text(encoding="utf-8"))
    head, *records = map(json.loads, (tmp_path / "recherche.jsonl").read_text(encoding="utf-8").splitlines())
    assert f"{head['documents']} sections" in out
    assert all(Draft202012Validator(schema).is_valid(one) for one in records)


@pytest.mark.parametrize(
    ("engine", "named", "told"),
    [
        pytest.param("tipesense", {}, "choisir parmi : typesense, postgres, json", id="moteur inconnu"),
        pytest.param("json", {"site": "/nulle-part"}, "n'a pas d'index de recherche", id="pas de site"),
        pytest.param("typesense", {"secret": "x"}, "SEARCH_ENGINE_ADDRESS", id="sans adresse"),
        pytest.param("typesense", {"address": "http://127.0.0.1:1"}, "ALLIANCE_MOTEUR_CLE", id="sans clé"),
        pytest.param("postgres", {}, "ALLIANCE_MOTEUR_BASE", id="sans base"),
    ],
)
def test_what_is_lacking_is_told_in_a_sentence(said: Said, engine: str, named: dict[str, str], told: str) -> None:
    code, out, err = said(engine, **named)
    assert code == 1
    assert told in err
    assert not out


def test_pages_are_told_of_no_engine_when_none_is_named() -> None:
    none = AskedEngine.by({"SEARCH_ENGINE": "", "SEARCH_ENGINE_ADDRESS": "https://reste.exemple"})
    assert (none.origin, dict(none.shown)) == ("", {"engine": "", "origin": ""})


def test_the_policy_names_the_origin_of_the_engine_and_not_its_path() -> None:
    assert AskedEngine("postgres", "https://exemple.fr:8443/recherche", "alliance", "", 2000).origin == "https://exemple.fr:8443"
