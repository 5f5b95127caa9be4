"""What engines are given is what the site itself searches, read back from the files that it publishes."""

import json
from dataclasses import asdict
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from plugins.search.analysis import Analyser
from plugins.search.built_index import UnreadableIndexError, built_index
from plugins.search.documents import BOOSTS, documents, name_term
from plugins.search.engine_records import SCHEMA, VERSION, Export, export, json_text, placed_fields
from plugins.search.files import index_files, write
from plugins.search.postings import code_places, decoded_places, fields_of, places_of
from plugins.search.transport import FOLDER
from tests.search.corpus import PAGES, PAIRS


def site_of(folder: Path, budget: int) -> Path:
    write(index_files(PAGES, PAIRS, budget=budget), folder)
    return folder


@pytest.fixture(scope="module", params=[10**9, 0], ids=["index en un fichier", "index en morceaux"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return site_of(tmp_path_factory.mktemp("site"), request.param)


@pytest.fixture(scope="module")
def exported(site: Path) -> Export:
    return export(built_index(site))


def test_each_document_is_read_back_with_its_words_and_their_places(site: Path) -> None:
    read, written = built_index(site).entries(), list(documents(PAGES))
    assert len(read) == len(written)
    for back, document in zip(read, written, strict=True):
        counts = {name: {term: len(places) for term, places in terms.items()} for _, name, _, terms in fields_of(document)}
        assert dict(back.fields) == counts
        assert back.places == {term: sorted(places) for term, places in places_of(document).items()}


def test_each_field_has_its_own_words_in_the_order_in_which_they_stand(site: Path) -> None:
    for back, document in zip(built_index(site).entries(), documents(PAGES), strict=True):
        for name, placed in placed_fields(back).items():
            own = document.fields[name]
            assert placed == sorted((place, term) for term, places in own.items() for place in places)


def test_what_people_say_is_folded_and_stands_in_a_field_of_its_own(exported: Export) -> None:
    said = [one.champs["mots"] for one in exported.records if "mots" in one.champs]
    spoken = [page.spoken for page in PAGES if page.spoken]
    assert len(said) >= len(spoken)
    analyser = Analyser()
    for words in spoken:
        stems = [token.stem for word in words for token in analyser(word) if token.kind != "stop"]
        assert any(sorted(text.split()) == sorted(stems) for text in said)


def test_every_record_is_as_its_schema_says(exported: Export) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    head, *records = map(json.loads, json_text(exported).splitlines())
    assert head["documents"] == len(records) > len(PAGES)
    assert (head["version"], head["construction"]) == (VERSION, exported.build)
    faults = [fault.message for one in records for fault in Draft202012Validator(SCHEMA).iter_errors(one)]
    assert faults == []
    assert list(Draft202012Validator(SCHEMA).iter_errors({**records[0], "titre": ""}))


def test_a_record_names_its_page_and_its_section_once(exported: Export) -> None:
    ids = [one.id for one in exported.records]
    assert len(set(ids)) == len(ids)
    assert [one.page for one in exported.records if one.section == 0] == list(range(len(PAGES)))
    titles = {page.url: page.title for page in PAGES}
    assert all(titles[one.url] == one.titre for one in exported.records)
    assert all(len(one.longueurs) == len(BOOSTS) for one in exported.records)


def test_the_acronyms_of_the_site_are_told_both_ways(exported: Export) -> None:
    short, _ = PAIRS[0]
    expansions = exported.head["sigles"][short.lower()]
    assert short.lower() in exported.head["sigles"][name_term(expansions[0])]


@pytest.mark.parametrize("places", [[[0]], [[3, 5], [1]], [[0, 1, 900], [7], [2, 4]]], ids=["une", "deux", "plusieurs"])
def test_places_are_read_back_as_they_were_written(places: list[list[int]]) -> None:
    assert list(decoded_places([code for some in places for code in code_places(some)])) == places


def spoilt(folder: Path, site: Path, name: str) -> None:
    index = site / FOLDER
    first, piece = index / "entree.js", next(iter(sorted(index.glob("*/termes-*.js"))), None)
    assert piece is not None
    if name == "aucun":
        first.unlink()
    elif name == "tronqué":
        first.write_text(first.read_text(encoding="utf-8")[:40], encoding="utf-8")
    elif name == "incomplet":
        piece.unlink()
    else:
        piece.write_text(piece.read_text(encoding="utf-8").replace(piece.parent.name, "0" * 12), encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        pytest.param("aucun", "n'a pas d'index de recherche", id="aucun index"),
        pytest.param("tronqué", "entree.js est abîmé", id="un fichier tronqué"),
        pytest.param("incomplet", "il manque « termes/0 »", id="un morceau qui manque"),
        pytest.param("mêlé", "est d'une autre construction", id="un morceau d'une autre construction"),
    ],
)
def test_an_index_that_is_not_whole_is_told_in_a_sentence(tmp_path: Path, name: str, said: str) -> None:
    site = site_of(tmp_path, 0)
    spoilt(tmp_path, site, name)
    with pytest.raises(UnreadableIndexError, match=said) as told:
        built_index(site)
    assert "inv build" in str(told.value)


def test_records_hold_nothing_but_what_json_can_say(exported: Export) -> None:
    assert [json.loads(json.dumps(asdict(one))) for one in exported.records[:5]] == [asdict(one) for one in exported.records[:5]]
