"""A text → its sentences, as French ends them."""

from __future__ import annotations

import re

from plugins.text.folding import fold_word

_END = re.compile(r"(?<![.!?…])[.!?…]+(?:[\u00a0\u202f ]?[»”\"')\]]){0,3}\s+")
_LAST_WORD = re.compile(r"[\w.°]+$")
_NEXT_WORD = re.compile(r"[^\w]*(\w+)")
# What they stand for goes on, whatever follows: titles, references, addresses.
_ABBREVIATIONS = frozenset(
    "m mm mr mme mmes mlle mlles dr drs pr me mgr st ste sts stes cf ex par p pp art al av bd bld blvd fbg rte ets cie réf ref resp env "
    "tél tel vol chap fig fasc n no n° éd ed coll dir sec min max approx adm dép dep dpt dept rég reg bât esc apt arr circ préf".split()
)
# These may also end a sentence, when a word that opens one follows.
_SHORTENED = frozenset(
    "sté soc doc intro assoc asso féd conf prof adj délég prés secr trés hab rés univ janv févr fév avr juil sept oct nov déc".split()
)
# These end one as soon as a capital follows.
_ENDS = frozenset("etc info infos".split())
# Companies: their name follows.
_COMPANIES = frozenset("sarl sa sas sasu sci scop scic eurl earl snc gie selarl spl sem gip ei".split())
# Words that open a sentence and are no part of a name.
OPENERS = frozenset(
    "a afin ailleurs ainsi alors apres as au aucun aucune aujourd aupres aussi autant autour autre autres aux avant avec beaucoup bien "
    "bref bonjour car ce ceci cela celle celles celui cependant certains certaines ces cet cette ceux chacun chacune chaque comme "
    "comment concernant contre d dans de depuis des desormais deux dont du durant elle elles en enfin ensuite entre est et etant eux "
    "face faire faut grace hors il ils j je jusqu l la le les leur leurs lors lorsqu lui ma mais malgre me meme mes mieux moins mon n "
    "ne ni non nos notre nous on or ou outre oui par parce parfois parmi pas pendant personne peu peut plus plusieurs plutot point "
    "pour pourquoi pourtant puis puisqu qu quand quant que quel quelle quelles quels quelques qui quoi rien s sa sans sauf se selon "
    "ses si soit son sont sous souvent sur ta tant tel telle telles tels toujours tous tout toute toutefois toutes tres trois trop un "
    "une vers via voici voila vos votre vous y".split()
)


def sentences(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence (code points), spaces between them left out."""
    spans: list[tuple[int, int]] = []
    start = 0
    for mark in _END.finditer(text):
        if _goes_on(text, start, mark):
            continue
        end = mark.start() + len(mark.group().rstrip())
        if end > start:
            spans.append((start, end))
        start = mark.end()
    end = len(text.rstrip())
    if end > start:
        spans.append((start, end))
    return spans


def _goes_on(text: str, start: int, mark: re.Match[str]) -> bool:
    """Whether the mark belongs to an abbreviation, an initial or an aside, so that the sentence goes on."""
    following = text[mark.end() : mark.end() + 2].lstrip("«“\"'([–—- ")[:1]
    if following and following.islower():
        return True
    if not mark.group().startswith(".") or mark.group().startswith(".."):
        return False
    word = _LAST_WORD.search(text, max(start, mark.start() - 24), mark.start())
    last = word.group().lower() if word else ""
    if last in _ENDS:
        return False
    if last in _ABBREVIATIONS or (word is not None and len(last) == 1 and word.group().isupper()):
        return True
    if last not in _SHORTENED and "." not in last.strip("."):
        return False
    # « la S.A.R.L. Tilleuls », « la C.A.F. Rivages », but « à la C.A.F. Elle répond »
    following_word = _NEXT_WORD.match(text, mark.end())
    opens = following_word is not None and fold_word(following_word.group(1)) in OPENERS
    return last.replace(".", "") in _COMPANIES or not opens
