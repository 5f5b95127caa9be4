"""A folded word → the key that it shares with its regular plural: -s, -x, -al/-aux."""

from __future__ import annotations

# Short words of grammar have no plural: « de » is not « des », « la » is not « las ».
GRAMMAR = frozenset(
    "a au aux ce ces d de des du en es est et l la le les leur leurs mais mes nos ou par pas pour plus sans ses "
    "sous sur tes un une uns vers vos dans".split()
)


def singular(word: str) -> str:
    """The key of a folded word; a word and its regular plurals have the same key, which need not be a word.

    « réseaux » and « réseau », « sociaux » and « social », « relais » and « relai », « tuyaux » and « tuyau » meet.
    """
    if len(word) < 3 or word in GRAMMAR:
        return word
    if word.endswith("aux"):
        return word[:-1] if word.endswith("eaux") else word[:-3] + "al"
    if word.endswith("au") and not word.endswith("eau"):
        return word[:-2] + "al"
    return word[:-1] if word[-1] in "sx" else word
