"""A word that a line's end cut in two → one word, or a compound that keeps its hyphen, by what the text itself writes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from plugins.text.everyday import is_everyday
from plugins.text.folding import fold_word

_CUT = re.compile(r"([^\W\d_][\w'’.-]*)[-\u2010\u00ad]$")
_NEXT = re.compile(r"[\w'’-]+")
_COMPOUND = re.compile(r"[^\W\d_]\w*(?:[-\u2010][^\W\d_]\w*)*")
# The first part of compounds, and what follows the hyphen of an inversion or of a phrase: « peut-être », « est-ce », « a-t-il ».
_FIRST = frozenset(
    "apres arriere au avant bien celle celles celui ceux chef ci contre demi elle elles eux ex grand grande haut haute la lui meme mi moi "
    "non nous nouveau outre par peut porte post pre presque quasi quelques rendez saint sainte sans semi soi sous sur toi trans vice vis "
    "vous socio medico inter pluri".split()
)
_LAST = frozenset(
    "ce ci dela dessous dessus dire elle elles en etre il ils je la le les leur lui meme memes midi moi nous on parole parolier recours "
    "t temps toi tu vis vous y".split()
)
# Among the first parts, those that are syllables too: alone they prove nothing.
_SYLLABLES = frozenset("au inter la mi non par post pre sur trans la sous contre lui avant".split())
# Each is made of two words, and is one.
_WELDED = frozenset(
    "pourquoi toutefois longtemps quelquefois autrefois parfois surtout lorsque puisque quoique pourtant partout entreprise entreprises "
    "entretien entretiens entretenir entrevue bienvenue bienveillance malentendu contretemps portefeuille passeport maintenir soutenir "
    "lesquels lesquelles desquels desquelles auxquels auxquelles auquel duquel laquelle davantage cependant neanmoins dorenavant".split()
)
_VOWELS = frozenset("aeiouyh")


def vocabulary(lines: Iterable[str]) -> frozenset[str]:
    """Every word and compound of some lines in their order, folded; neither half of a word cut at the end of one is among them."""
    found: set[str] = set()
    cut = False
    for line in lines:
        whole = _CUT.sub("", line)
        if cut:
            whole = re.sub(r"^[\w'’-]+", "", whole)
        cut = whole != line and is_cut(line)
        for word in _COMPOUND.findall(whole):
            found.add(_key(word))
            found.update(_key(part) for part in re.split(r"[-\u2010]", word))
    return frozenset(found)


def is_cut(line: str) -> bool:
    """Whether a line ends in the middle of a word, or at the hyphen of a compound."""
    return bool(_CUT.search(line))


def mended(line: str, following: str, known: Collection[str]) -> str:
    """Two lines, of which the first ends with a hyphen, as one.

    Args:
        line: ends as `is_cut` says.
        following: the next line.
        known: words that the text and the site write, as `vocabulary` gives them.
    """
    cut, after = _CUT.search(line), _NEXT.match(following)
    if cut is None or after is None:
        return f"{line} {following}"
    hyphen = line[-1]
    if hyphen == "\u00ad" or not _keeps(cut[1], after[0], known):
        return line[:-1] + following
    return line[:-1] + "-" + following


def _keeps(before: str, after: str, known: Collection[str]) -> bool:
    """Whether the hyphen is a part of the word."""
    left = re.split(r"['’]", before)[-1]
    right = re.split(r"['’]", after)[0]
    first, last = _key(left), _key(right)
    whole, compound = _key(left + right), f"{first}-{last}"
    if compound in known and whole not in known:
        return True
    if whole in known or whole in _WELDED or is_everyday(left + right):
        return False
    if right[:1].isupper() or left.isupper():
        return True
    # Syllables begin with a consonant: « sud-est », « pourront-elles » are no word cut in two.
    if first[-1:] not in _VOWELS and last[:1] in _VOWELS and _is_word(last, known) and len(last) > 1 and first not in _SYLLABLES:
        return True
    if "-" in first:  # « c'est-à-dire », « qu'en-dira-t-on »
        return True
    end = first.rpartition("-")[2]
    if last.partition("-")[0] in _LAST and (end in known or end in _FIRST or is_everyday(left)):
        return True
    if end in _FIRST and end not in _SYLLABLES:
        return _is_word(last, known)
    return len(first) > 3 and len(last) > 3 and first in known and last in known


def _is_word(word: str, known: Collection[str]) -> bool:
    return word in known or is_everyday(word)


def _key(word: str) -> str:
    return "-".join(fold_word(part) for part in re.split(r"[-\u2010]", word))
