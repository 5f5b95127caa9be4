import json
import random
import subprocess
from pathlib import Path

import pytest

from plugins.search.analysis import analyse
from tests.sample import CONTENT

ROOT = Path(__file__).resolve().parents[2]
CASES = json.loads((ROOT / "tests/contracts/analysis.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_a_text_is_cut_and_stemmed_as_the_contract_says(case):
    found = [[token.stem, token.position, token.kind] for token in analyse(case["text"]) if token.kind != "stop"]
    assert found == case["tokens"]


def test_python_and_javascript_agree_on_whole_pages_and_on_fifteen_thousand_made_up_texts():
    texts = [*made_up(15_000), *whole_texts()]
    ended = subprocess.run(
        ["node", "tests/js/analysis_texts.js"], cwd=ROOT, input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    theirs = json.loads(ended.stdout)
    differences = [
        (text, ours, their)
        for text, their in zip(texts, theirs, strict=True)
        if (ours := [list(token) for token in analyse(text)]) != their
    ]
    assert differences == []


def whole_texts():
    return [path.read_text(encoding="utf-8") for path in sorted(CONTENT.rglob("*.*"))]


def made_up(number):
    """Words of French stuck together with every link, ending and case that the analyser knows, and strays of Unicode."""
    chance = random.Random(20211015)
    words = "emploi qu aujourd hui sociaux bureaux éducation cœur QPV I.A.E l d acteur élu R D HistoVec e s es rice gov".split()
    links = [
        "'",
        "’",
        "-",
        "‑",
        "–",
        "·",
        ".",
        "_",
        "&",
        " ",
        "\u00a0",
        "\u202f",
        "\u00ad",
        "\ufeff",
        "(",
        ")",
        "(e)s",
        "·e·s",
        ".",
        ",",
    ]
    strays = [
        chr(code)
        for code in [*range(0x80, 0x2FF), *range(0x370, 0x52F), *range(0x5D0, 0x6FF), 0x1E9E, 0xFB01, 0x1F600, 0x4E2D, 0xAC00]
    ]
    letters = "abcdeéèêfghijlmnoôœpqrstuùvxzABCEÉQRS0129"
    for _ in range(number):
        parts = []
        for _ in range(chance.randint(1, 5)):
            pick = chance.random()
            if pick < 0.45:
                parts.append("".join(chance.choices(letters, k=chance.randint(1, 12))))
            elif pick < 0.9:
                parts.append(chance.choice(words))
            else:
                parts.append("".join(chance.choices(strays, k=chance.randint(1, 4))))
            parts.append(chance.choice(links))
        yield "".join(parts)
