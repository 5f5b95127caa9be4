import json
import random

from lunr.builder import Builder

from plugins.search.documents import BOOSTS, documents
from plugins.search.files import index_files, write
from plugins.search.index import build
from plugins.search.postings import LENGTHS, bucket
from plugins.search.transport import FOLDER
from tests.search.conftest import node
from tests.search.corpus import PAGES, PAIRS


def test_our_builder_fills_the_same_index_as_lunr_s_own_add():
    entries = list(documents(PAGES))
    ours = build(entries)
    theirs = Builder()
    for name, boost in BOOSTS.items():
        theirs.field(name, boost)
    for number, entry in enumerate(entries):
        fields = {name: [term for term, places in entry.fields.get(name, {}).items() for _ in places] for name in theirs._fields}
        theirs.add({"id": number, **fields})
    theirs.field_lengths = {key: LENGTHS[bucket(length)] for key, length in theirs.field_lengths.items() if length}
    theirs.field_term_frequencies = {key: found for key, found in theirs.field_term_frequencies.items() if found}
    assert as_plain(ours.build()) == as_plain(theirs.build())


def as_plain(index):
    """Fields, vectors and inverted index, whatever the order in which they were filled."""
    found = index.serialize()
    terms = {
        term: {name: sorted(refs) for name, refs in entry.items() if name != "_index"} for term, entry in found["invertedIndex"]
    }
    numbers = {entry["_index"]: term for term, entry in found["invertedIndex"]}
    vectors = {
        ref: {numbers[number]: score for number, score in zip(vector[::2], vector[1::2], strict=True)}
        for ref, vector in found["fieldVectors"]
    }
    return terms, vectors


def test_a_whole_index_of_lunr_py_and_our_partial_ones_give_lunr_js_the_same_scores(tmp_path):
    files = index_files(PAGES, PAIRS, budget=0)
    write(files, tmp_path)
    builder = build(documents(PAGES))
    terms = builder.terms()
    chance = random.Random(4)
    queries = [[term] for term in terms] + [chance.sample(terms, chance.randint(2, 5)) for _ in range(200)]
    whole = json.loads(json.dumps(builder.build().serialize()))
    compared = node("whole_lunr.js", tmp_path / FOLDER, files.entry, given={"index": whole, "queries": queries})
    assert len(compared) == len(queries)
    assert [(query, pair) for query, pair in zip(queries, compared, strict=True) if pair[0] != pair[1]] == []


def test_a_length_is_kept_within_a_tenth():
    assert [length for length in range(1, 50_000) if abs(LENGTHS[bucket(length)] - length) > max(1, length / 10)] == []
