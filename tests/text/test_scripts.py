"""Data in a script: the browser reads what was given, and no text ends the script that holds it."""

import json

import pytest

from plugins.text.scripts import harmless, script


def test_a_script_is_named_after_its_text() -> None:
    file = script("offres", {"é": 1}, "comparer/offres")
    assert file.text == 'window.offres={"é":1};\n'
    assert file == script("offres", {"é": 1}, "comparer/offres")
    assert file.name.startswith("comparer/offres-")
    assert script("offres", {"é": 2}, "comparer/offres").name != file.name


@pytest.mark.parametrize("hostile", ["</script><script>alert(1)", "a\u2028b", "a\u2029b", '"];alert(1)//'])
def test_a_hostile_text_stays_a_text(hostile: str) -> None:
    written = harmless(json.dumps([hostile], ensure_ascii=False))
    assert not any(mark in written for mark in ("</", "\u2028", "\u2029"))
    assert json.loads(written) == [hostile]
