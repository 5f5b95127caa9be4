"""Words that are cut again where something changed are those that are cut all at once."""

import random
from collections.abc import Container
from pathlib import Path
from types import SimpleNamespace

import pytest

from plugins.cache.store import Store
from plugins.search.common_words import common_words
from plugins.search.ranges import in_order


class Share:
    """What a committee says of its words, in texts of a few each."""

    def __init__(self, name: str, build: str, words: dict[str, tuple[int, int]]) -> None:
        self.committee, self.build = SimpleNamespace(id=name), build
        ordered = in_order(words)
        self._said = {
            repr(part).encode(): part for part in ({w: words[w] for w in ordered[at : at + 5]} for at in range(0, len(words), 5))
        }
        self.texts = {"mots": list(self._said)}

    def said(self, _: str, without: Container[bytes] = ()) -> dict[str, tuple[int, int]]:
        return {word: count for text, part in self._said.items() if text not in without for word, count in part.items()}


def some_word(chance: random.Random) -> str:
    return "".join(chance.choice("abcdéz\U0001f600") for _ in range(chance.randrange(1, 9)))


@pytest.mark.parametrize("seed", range(3))
def test_words_are_cut_as_if_all_were_cut_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    monkeypatch.setattr("plugins.search.common_words.RANGE", 60)
    chance, store, kept = random.Random(seed), tmp_path / "store", 0
    own = [{some_word(chance): (chance.randrange(1, 200), chance.randrange(2)) for _ in range(80)} for _ in range(2)]
    then = [Share("a", "0", own[0]), Share("b", "0", own[1])]
    opened = Store(store)
    pieces = dict(common_words(then, [], opened).pieces())  # type: ignore[arg-type]
    opened.close()
    for turn in range(1, 30):
        for _ in range(chance.randrange(1, 6)):
            word = chance.choice([some_word(chance), *chance.sample(sorted(own[1]), 2)])
            if word in own[1] and chance.random() < 0.5:
                del own[1][word]
            else:
                own[1][word] = chance.randrange(1, 900), chance.randrange(2)
        now = [then[0], Share("b", str(turn), own[1])]
        opened = Store(store)
        mended, anew = common_words(now, then, opened), common_words(now, [], Store(None))  # type: ignore[arg-type]
        assert opened.close() == []
        assert mended.beginnings == anew.beginnings
        kept += sum(one.words is None for one in mended.ranges)
        pieces = {name: text for name, text in (pieces | dict(mended.pieces())).items() if int(name[5:]) < len(mended.ranges)}
        assert pieces == dict(anew.pieces())
        then = now
    assert kept > 0
