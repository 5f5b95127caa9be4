"""What a sheet's paper carries in its address: the same parts as the browser reads (tests/js/returned.test.js)."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from plugins.sheets.fingerprint import fingerprint, paper
from plugins.sheets.sheet import Fact, Sheet, SheetEntry

CASES = json.loads((Path(__file__).parents[1] / "contracts/paper.json").read_text(encoding="utf-8"))
DAY = date(2026, 11, 25)


def sheet(given: dict[str, Any]) -> Sheet:
    entries = tuple(SheetEntry(one["name"], tuple(one["texts"]), one["reach"], one["bring"]) for one in given["entries"])
    facts = tuple(Fact(*fact) for fact in given["facts"])
    return Sheet("k", "k/", given["kind"], given["title"], "", given["lead"], entries, facts, ("Il manque.",), "Lu.", None)


@pytest.mark.parametrize("side", ["paper", "today"])
@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_a_sheet_has_the_fingerprint_that_the_browser_is_told(case: dict[str, Any], side: str) -> None:
    given = case[side]
    assert fingerprint(sheet(given), date.fromisoformat(given["day"])).full == given["fingerprint"]


def test_each_part_has_its_name_in_the_same_order() -> None:
    given = sheet({"kind": "acteur", "title": "A", "lead": "", "entries": [{"name": "n", "texts": ["t"], "reach": "r", "bring": ""}],
                   "facts": [["Son rôle", "x", False], ["Téléphone", "39 00", True]]})  # fmt: skip
    assert paper(given, DAY).parts == (("n", "r"), ("Téléphone", "39 00"))
    assert re.fullmatch(r"[\w-]{2}[\w-]{6}\.[\w-]{4}", fingerprint(given, DAY).parts)


def test_it_says_its_day_and_the_short_one_has_no_capital_to_type() -> None:
    found = fingerprint(sheet(CASES[0]["today"]), DAY)
    assert re.fullmatch(r"20261125-[a-z2-7]{5}", found.short)
    assert found.full == f"{found.short}.{found.parts}"


def test_what_is_only_said_to_be_missing_is_no_change() -> None:
    import dataclasses

    one = sheet(CASES[0]["today"])
    assert fingerprint(dataclasses.replace(one, remarks=(), notice=""), DAY) == fingerprint(one, DAY)
