"""The table of needs, damaged in each way that a file can be: no error, no need that nothing says, pages found as without it."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plugins.search.files import index_files, write
from plugins.search.transport import ENTRY, FOLDER
from tests.search.conftest import node
from tests.search.corpus import PAIRS
from tests.search.test_needs import TOLD, WITH_NEEDS

QUESTIONS = ["où emprunter un bouquin", "peur de l'eau", "formation emploi", "accompagnement", "quelqu'un coule"]
PIECE, TABLE = "besoins-*.js", ENTRY
DAMAGES: dict[str, tuple[str, Callable[[str], str | None]]] = {
    "absente": (PIECE, lambda text: None),
    "tronquée": (PIECE, lambda text: text[: len(text) // 2]),
    "vide": (PIECE, lambda text: ""),
    "une page d'erreur": (PIECE, lambda text: "<!doctype html><title>404</title>"),
    "d'une autre construction": (PIECE, lambda text: re.sub(r'recevoir\("\w+"', 'recevoir("000000000000"', text)),
    "sans ses lignes": (PIECE, lambda text: re.sub(r":\[\[.*\]\]", ":[null,0]", text)),
    "d'une autre version": (TABLE, lambda text: re.sub(r'("besoins":\{"version":)2', r"\g<1>1", text)),
    "sans le début de ses plages": (TABLE, lambda text: re.sub(r'("besoins":\{.*?)"termes":\[[^]]*\]', r'\1"termes":null', text)),
    "annoncée nulle part": (TABLE, lambda text: text.replace('"besoins":{', '"autre":{')),
}


@pytest.fixture(scope="module")
def lexical(ask: Any) -> list[Any]:
    """What the same pages answer where no need says anything."""
    answers: list[Any] = ask(QUESTIONS, pages=WITH_NEEDS, budget=0)
    return answers


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_table_of_needs_leaves_the_search_as_without_it(
    tmp_path: Path, lexical: list[Any], damage: tuple[str, Callable[[str], str | None]]
) -> None:
    files = index_files(WITH_NEEDS, PAIRS, TOLD, budget=0)
    write(files, tmp_path)
    pattern, change = damage
    found = list((tmp_path / FOLDER).rglob(pattern))
    assert found
    for path in found:
        text = path.read_text(encoding="utf-8")
        changed = change(text)
        assert changed != text
        path.unlink() if changed is None else path.write_text(changed, encoding="utf-8")
    answers = node("engine_answers.js", tmp_path / FOLDER, files.entry, given=QUESTIONS)
    for answered, without in zip(answers, lexical, strict=True):
        assert "error" not in answered
        assert (answered["urls"], answered["sure"]) == (without["urls"], without["sure"])
        assert answered["needs"] == without["needs"]


@pytest.mark.parametrize("piece", ["places-*.js", "mots-*.js", "temps.js"])
def test_what_is_missing_beside_the_words_leaves_them_findable(tmp_path: Path, lexical: list[Any], piece: str) -> None:
    files = index_files(WITH_NEEDS, PAIRS, budget=0)
    write(files, tmp_path)
    found = list((tmp_path / FOLDER).rglob(piece))
    for path in found:
        path.unlink()
    answers = node("engine_answers.js", tmp_path / FOLDER, files.entry, given=QUESTIONS)
    for answered, whole in zip(answers, lexical, strict=True):
        assert "error" not in answered
        assert set(whole["urls"][:1]) <= set(answered["urls"])


@pytest.mark.parametrize("damage", ["absente", "tronquée", "une page d'erreur", "d'une autre construction"])
def test_a_need_whose_head_did_not_arrive_is_proposed_from_its_page(tmp_path: Path, damage: str) -> None:
    files = index_files(WITH_NEEDS, PAIRS, TOLD, budget=0)
    write(files, tmp_path)
    whole = node("engine_answers.js", tmp_path / FOLDER, files.entry, given=QUESTIONS)
    assert any(answer["needs"] for answer in whole)
    for path in list((tmp_path / FOLDER).rglob("tetes-*.js")):
        changed = DAMAGES[damage][1](path.read_text(encoding="utf-8"))
        path.unlink() if changed is None else path.write_text(changed, encoding="utf-8")
    assert node("engine_answers.js", tmp_path / FOLDER, files.entry, given=QUESTIONS) == whole


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("bouquin " * 12_500, id="cent mille caractères"),
        pytest.param("أين أجد عملا", id="un autre alphabet, de droite à gauche"),
        pytest.param("我想找工作", id="sans espaces"),
        pytest.param("espèce d'abruti va te faire voir", id="une insulte"),
        pytest.param("et le la les de du", id="rien que de petits mots"),
        pytest.param("je ne sais pas quoi faire", id="rien que des mots qui disent peu"),
        pytest.param("😀🏊‍♀️💧", id="rien que des dessins"),
        pytest.param("\ud83d bouquin".encode("utf-8", "replace").decode(), id="un demi-caractère"),
    ],
)
def test_whatever_is_asked_is_answered_without_an_error(ask: Any, question: str) -> None:
    (answered,) = ask([question], pages=WITH_NEEDS, told=TOLD)
    assert "error" not in answered
    assert all(need["url"] == "besoins/lire/" for need in answered["needs"])
