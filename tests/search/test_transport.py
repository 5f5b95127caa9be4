"""Whole or in pieces: decided by weight, read by the same code, with the same answers."""

import gzip
import json
import re

import pytest

from plugins.search.files import index_files, write
from plugins.search.transport import FOLDER, LEVEL, WHOLE_BUDGET, file_name, pack
from tests.search.conftest import node
from tests.search.corpus import PAGES, PAIRS

WEIGHT = index_files(PAGES, PAIRS).compressed


def pieces_of(script: str) -> dict:
    return json.loads(re.fullmatch(r'window\.recherche\.recevoir\("\w+",(.*)\);\n', script, re.DOTALL)[1])


@pytest.mark.parametrize(
    ("budget", "whole"), [(WEIGHT, True), (WEIGHT - 1, False), (0, False)], ids=["pile", "un de trop", "rien"]
)
def test_an_index_is_one_file_up_to_its_budget_and_pieces_above(budget, whole):
    files = index_files(PAGES, PAIRS, budget=budget)
    assert files.whole is whole
    assert (len(files.contents) == 1) is whole
    assert pieces_of(files.contents[files.entry])["manifeste"]["entier"] is whole


def test_the_weight_is_that_of_the_file_compressed():
    files = index_files(PAGES, PAIRS)
    assert files.compressed == len(gzip.compress(files.contents[files.entry].encode(), LEVEL)) < WHOLE_BUDGET


def test_both_forms_hold_the_same_pieces():
    whole = index_files(PAGES, PAIRS)
    cut = index_files(PAGES, PAIRS, budget=0)
    one = pieces_of(whole.contents[whole.entry])
    many = {name: piece for script in cut.contents.values() for name, piece in pieces_of(script).items()}
    assert {name: one[name] for name in one if name != "manifeste"} == {name: many[name] for name in many if name != "manifeste"}
    assert len(many) == len(cut.contents)


def test_the_pieces_of_an_index_are_named_by_its_content_and_its_first_file_is_not():
    first, same, other = (set(index_files(pages, PAIRS, budget=0).contents) for pages in (PAGES, PAGES, PAGES[1:]))
    assert first == same
    assert first & other == {"entree.js"}


def test_no_text_can_end_the_script_that_carries_it():
    files = pack({}, {"fiches/0": json.dumps(["</script><script>alert(1)</script>\u2028"], ensure_ascii=False)})
    script = files.contents[files.entry]
    assert "</" not in script
    assert "\u2028" not in script
    assert pieces_of(script)["fiches/0"] == ["</script><script>alert(1)</script>\u2028"]


def test_a_file_s_name_is_plain_letters_whatever_its_piece():
    assert [file_name(piece) for piece in ("facettes", "termes/12")] == ["facettes", "termes-12"]
    names = list(index_files(PAGES, PAIRS, budget=0).contents)
    assert [name for name in names if not re.fullmatch(r"entree\.js|[0-9a-f]{12}/[a-z]+(-\d+)?\.js", name)] == []


@pytest.fixture
def spoilt(tmp_path):
    """Answers to a query after one kind of file was spoilt: by `change`, text → text, or None to take it away."""

    def answer(kind, change, query="formation emploi"):
        files = index_files(PAGES, PAIRS, budget=0)
        write(files, tmp_path)
        found = [path for path in (tmp_path / FOLDER).rglob("*.js") if path.name.startswith(kind)]
        assert found
        for path in found:
            text = change(path.read_text(encoding="utf-8"))
            path.unlink() if text is None else path.write_text(text, encoding="utf-8")
        return node("engine_answers.js", tmp_path / FOLDER, files.entry, given=[query])[0]

    return answer


SPOILT = {
    "absent": lambda text: None,
    "tronqué": lambda text: text[: len(text) // 2],
    "vide": lambda text: "",
    "d'une autre construction": lambda text: re.sub(r'recevoir\("\w+"', 'recevoir("000000000000"', text),
    "sans le morceau attendu": lambda text: re.sub(r'\{"[a-z]+/', '{"autre/', text),
}


@pytest.mark.parametrize("change", SPOILT.values(), ids=SPOILT.keys())
@pytest.mark.parametrize("kind", ["termes", "fiches"])
def test_a_piece_that_is_missing_or_wrong_is_told_and_never_a_wrong_answer(spoilt, kind, change):
    assert set(spoilt(kind, change)) == {"error"}


@pytest.mark.parametrize("change", SPOILT.values(), ids=SPOILT.keys())
@pytest.mark.parametrize("kind", ["places", "mots"])
def test_without_what_only_orders_or_corrects_the_words_are_found_all_the_same(spoilt, kind, change):
    assert spoilt(kind, change)["urls"]
