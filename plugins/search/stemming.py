"""A folded French word comes in, its stem goes out."""

from __future__ import annotations

SHORT = 6


def stem(word: str) -> str:
    """The stem of a folded word (lower case, without accents).

    The minimal French stemmer of Jacques Savoy, read on folded letters: « Light stemming
    approaches for the French, Portuguese, German and Hungarian languages », ACM SAC 2006,
    p. 1031-1035. Two additions: the plural of words of four and five letters (*aides*,
    *taxis*), and *-eaux*, which does not come from *-al*.

    The twin of `theme/static/js/recherche/racine.js`.
    """
    if len(word) < SHORT:
        return word[:-1] if len(word) > 3 and word[-1] in "sx" and word[-2] != "s" else word
    if word.endswith("x"):
        return word[:-2] + "l" if word.endswith("aux") and word[-4] != "e" else word[:-1]
    for ending in ("s", "r", "e", "e"):
        if word.endswith(ending):
            word = word[:-1]
    return word[:-1] if word[-1] == word[-2] and word[-1] not in "0123456789" else word
