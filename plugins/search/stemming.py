"""A folded French word comes in, its stem goes out."""

from __future__ import annotations

import re

from plugins.search.irregular import REGULAR

SHORT = 6
CONJUGATED = ("nt", "it", "ez")
# « choisissent » is « choisir », but « laissent » and « puissent » are not of the second group.
SECOND_GROUP = re.compile("(?<=[^aeou])iss(?:ent|aient|ait|ez)$")
# « formatrice » is « formateur », « vendeuse » is « vendeur », « infirmière » is « infirmier »: one trade has one stem.
# Ending of the feminine, of the masculine, letters before it at least: « bière » and « tueuse » are no such words.
FEMININES = (("trice", "teur", 2), ("euse", "eur", 3), ("iere", "ier", 3))
# « empêchaient », « orientait », « accompagnez »; « retrait », « bienfait », « souhait » are nouns.
VERBAL = re.compile("(?<=....)(?:aient|(?<=[^rf])(?<!souh)ait|eront)$|(?<=.....)ez$")


def stem(word: str) -> str:
    """The stem of a folded word (lower case, without accents).

    The minimal French stemmer of Jacques Savoy, read on folded letters: « Light stemming
    approaches for the French, Portuguese, German and Hungarian languages », ACM SAC 2006,
    p. 1031-1035. Additions: the plural of words of four to six letters (*aides*, *taxis*, *stages*),
    the ending of those of five (*garde*, *payer*), *-eaux*, which does not come from *-al*,
    irregular forms (see `irregular`), the feminine of trades (*formatrice*, *vendeuse*), and the
    endings that only verbs have (*empêchaient*, *choisissent*).

    The twin of `theme/static/js/search/stem.js`.
    """
    word = masculine(REGULAR.get(word, word))
    if len(word) < SHORT or (len(word) == SHORT and word[-1] == "s" and word[-2] != "s"):
        return short(word[:-1] if len(word) > 3 and word[-1] in "sx" and word[-2] != "s" else word)
    if word.endswith("x"):
        return word[:-2] + "l" if word.endswith("aux") and word[-4] != "e" else word[:-1]
    word = VERBAL.sub("", SECOND_GROUP.sub("ir", word)) if word.endswith(CONJUGATED) else word
    for ending in ("s", "r", "e", "e"):
        if word.endswith(ending):
            word = word[:-1]
    return single(word)


def short(word: str) -> str:
    """A singular of five letters without its ending: « garde » is « garder », « viré » is « virer », « stages » is « stage »."""
    return single(word[:-1]) if len(word) == SHORT - 1 and word.endswith(("e", "er")) else word


def single(word: str) -> str:
    """A double consonant at the end, once."""
    return word[:-1] if word[-1:] == word[-2:-1] and word[-1] not in "0123456789" else word


def masculine(word: str) -> str:
    """A trade in the masculine singular; any other word as it is."""
    if word.endswith(("e", "es")):
        bare = word.removesuffix("s")
        for feminine, ending, least in FEMININES:
            if bare.endswith(feminine) and len(bare) >= len(feminine) + least:
                return bare.removesuffix(feminine) + ending
    return word
