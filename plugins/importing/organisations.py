"""The name of an organisation, as minutes write it → its sheet, under the names of that day; or none."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plugins.registry.registry import NEVER, Registry
from plugins.text.folding import fold_word
from plugins.text.inflection import GRAMMAR
from plugins.text.overlaps import longest_first
from plugins.text.tokens import Tokens

# Words that say no more than where or what an organisation is: « CGT de Normandie », « le réseau Carif-Oref ».
_LIGHT = frozenset("association reseau service direction antenne representant representante representants pour".split())


@dataclass(frozen=True)
class Organisation:
    """What was read.

    Attributes:
        written: as in the minutes.
        slug: of its sheet; empty when it has none, or when several are called so.
        sure: whether all of its words are a form of that sheet.
        others: slugs of the sheets among which a person must choose.
    """

    written: str
    slug: str = ""
    sure: bool = True
    others: tuple[str, ...] = ()


def resolve(written: str, registry: Registry) -> Organisation:
    """Find the sheet of an organisation: one form that is all of its name, else the longest one in it, to be checked."""
    name = " ".join(re.sub(r"[\s\u2028]+", " ", written).strip(" ,;:.–—-•*/").split())
    tokens = Tokens(name)
    found = [
        one
        for one in longest_first(registry.forms.longest(tokens), tokens, NEVER)
        if any(value.startswith("acteurs/") for value in one.values)
    ]
    if not found:
        return Organisation(name)
    best = max(found, key=lambda one: sum(map(len, tokens.words[one.first : one.last + 1])))
    slugs = tuple(value.removeprefix("acteurs/") for value in best.values if value.startswith("acteurs/"))
    outside = [*tokens.words[: best.first], *tokens.words[best.last + 1 :]]
    whole = all(fold_word(word) in GRAMMAR or fold_word(word) in _LIGHT for word in outside)
    if len(slugs) > 1:
        return Organisation(name, sure=False, others=slugs)
    before, after = tokens.words[: best.first], tokens.words[best.last + 1 :]
    common = not any(word.isupper() for word in tokens.words[best.first : best.last + 1])
    if not whole and (any(word[0].isupper() for word in before) or (common and any(word[0].isupper() for word in after))):
        # « Fédération des Amis de la CAF » is not the CAF, nor « Région Sud » the Region of the site.
        return Organisation(name, sure=False, others=slugs)
    return Organisation(name, slugs[0], sure=whole)


def is_known(written: str, registry: Registry) -> bool:
    """Whether a text is, whole, the name of an organisation that has a sheet."""
    found = resolve(written, registry)
    return bool(found.slug and found.sure) or len(found.others) > 1
