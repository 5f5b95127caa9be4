"""The answers that a page keeps (`homonymes`) → what was said of a word that may name a person."""

from __future__ import annotations

from collections.abc import Sequence

from plugins.model.records import Homonym
from plugins.persons.residue import letters_of
from plugins.text.folding import fold_word
from plugins.text.tokens import Tokens


class Answers:
    """What an editor answered on one page."""

    def __init__(self, homonyms: Sequence[Homonym] = ()) -> None:
        answers = [(tuple(map(fold_word, Tokens(one.mot).words)), one.personne) for one in homonyms]
        # « selon Petit » says more than « Petit ».
        self._answers = sorted(answers, key=lambda answer: -len(answer[0]))
        self._words = [letters_of(one.mot) for one in homonyms if not one.personne]

    def said(self, tokens: Tokens, first: int, last: int) -> bool | None:
        """Whether words `first` to `last` name a person; None when nobody said."""
        for words, person in self._answers:
            for start in range(max(0, last + 1 - len(words)), first + 1):
                if tuple(map(fold_word, tokens.words[start : start + len(words)])) == words:
                    return person
        return None

    def is_word(self, written: str, around: str) -> bool:
        """Whether letters found in a text are a word, or a part of an expression, said to name nobody."""
        letters, text = letters_of(written), letters_of(around)
        return any(letters in word and word in text for word in self._words)
