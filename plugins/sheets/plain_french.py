"""A text → the sentences that are not plain: too long, two ideas, an acronym that nothing explains.

The rules are those of the European guidelines for easy-to-read text (« L'information pour tous », Inclusion Europe, 2009)
that a machine can check. A text that passes is plainer; only concerned readers can say that it is easy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.sheets.names import SheetNames
from plugins.text.sentences import sentences
from plugins.text.tokens import Tokens

MOST_WORDS = 15
_APOSTROPHE = str.maketrans("\u2019\u00a0\u202f", "'  ")
# What joins a second idea to a first one.
_JOINTS = re.compile(
    r"\s?;|\s?:|, et\b|,? mais\b|,? car\b|,? donc\b|,? or\b|\balors qu|\btandis qu|\bbien qu|\bpuisqu|\bparce qu|\btoutefois\b|"
    r"\bcependant\b|\bpourtant\b|\bainsi que\b",
    re.IGNORECASE,
)
_RELATIVES = re.compile(r"\b(?:qui|que|dont|où|lesquels|lesquelles|duquel|auquel|laquelle)\b|\bqu'", re.IGNORECASE)
_BRACKET = re.compile(r"[(\[]")


@dataclass(frozen=True)
class HardSentence:
    """One thing that is not plain.

    Attributes:
        sentence: the sentence, or the acronym's.
        words: how many words it has, a registered name counting as one.
        message: what is wrong and what to write instead, in French.
    """

    sentence: str
    words: int
    message: str


def remarks(text: str, names: SheetNames) -> Iterator[HardSentence]:
    """Everything in a text that is not plain, sentence by sentence."""
    text = text.translate(_APOSTROPHE)
    for start, end in sentences(text):
        sentence = text[start:end]
        count = word_count(sentence, names)
        if count > MOST_WORDS:
            yield HardSentence(sentence, count, f"{count} mots — {MOST_WORDS} au plus, en faire deux phrases")
        joint = _second_idea(sentence, names)
        if joint:
            yield HardSentence(sentence, count, f"deux idées (« {joint} ») — en faire deux phrases")
        for acronym in names.undefined(sentence):
            yield HardSentence(
                sentence, count, f"sigle « {acronym} » sans explication — l'ajouter à glossaire.yml, ou l'écrire en entier"
            )


def word_count(sentence: str, names: SheetNames) -> int:
    """Words of a sentence; an elided one counts (« l'emploi » has two), a registered name is one whatever its length.

    An acronym and its expansion in brackets are one too.
    """
    tokens = Tokens(sentence.translate(_APOSTROPHE))
    return len(tokens.words) - sum(span.last - span.first for span in names.spans(tokens))


def _second_idea(sentence: str, names: SheetNames) -> str:
    """What joins a second idea to the first; empty when there is one idea."""
    bare = _without_names(sentence, names)
    joint = _JOINTS.search(bare)
    if joint:
        return joint[0].strip()
    if _BRACKET.search(bare):
        return "("
    relatives = _RELATIVES.findall(bare)
    return "… ".join(relatives[:2]) if len(relatives) > 1 else ""


def _without_names(sentence: str, names: SheetNames) -> str:
    """A name may hold what would join two ideas: « Conseil économique, social et environnemental »."""
    tokens = Tokens(sentence)
    pieces, end = [], 0
    for span in names.spans(tokens):
        closing = tokens.end(span.last)
        bracket = "(" in sentence[tokens.start(span.first) : closing]
        pieces.append(sentence[end : tokens.start(span.first)] + "X")
        end = closing + (1 if bracket and sentence[closing : closing + 1] == ")" else 0)
    return "".join(pieces) + sentence[end:]
