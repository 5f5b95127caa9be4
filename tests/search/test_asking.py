"""What a question asks by is the same in both languages."""

import json
from pathlib import Path

import pytest

from plugins.search.analysis import Analyser
from plugins.search.asking import asked, units
from tests.sample import CONTENT
from tests.search.conftest import node

CASES = json.loads((Path(__file__).parents[1] / "contracts" / "asking.json").read_text(encoding="utf-8"))


def python(text: str) -> dict[str, float]:
    return dict(asked(units(text, Analyser())))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_a_text_asks_by_its_words_its_pairs_and_its_ages(case: dict) -> None:
    assert python(case["text"]) == case["asked"]


def test_the_browser_reads_the_contract_too() -> None:
    assert node("asking_texts.js", given=[case["text"] for case in CASES]) == [case["asked"] for case in CASES]


def test_both_read_alike_every_sentence_of_a_content_and_what_is_typed_badly() -> None:
    written = [
        line for page in sorted(CONTENT.rglob("*.md")) for line in page.read_text(encoding="utf-8").splitlines() if line.strip()
    ]
    typed = [
        "jai 17ans",
        "c koi 3eme 12 ans",
        "depuis 2 ans à 40 ans",
        "l'ÉCOLE d’été 2·ans",
        "٣ ans",
        "x" * 500,
        "\u200b 18 ans",
        "ß ſ ans",
    ]
    texts = written + typed
    assert len(texts) > 300
    assert node("asking_texts.js", given=texts) == [python(text) for text in texts]
