"""A name found in a text → mask it, leave it, or ask the editor.

A civility, a whole name, a name that is nothing but a name make sure. A name that is also a word is left where the
sentence uses it as one, and asked about where a person could stand.
"""

from __future__ import annotations

import re
from enum import Enum

from plugins.persons.civilities import NOT_NAMES
from plugins.persons.homonyms import Homonyms, Sort
from plugins.persons.naming import capitalised
from plugins.persons.people import Named
from plugins.persons.person import PARTICLES
from plugins.persons.strangers import begins_a_line, other_halves
from plugins.text.folding import fold_separator, fold_word
from plugins.text.tokens import Tokens
from plugins.text.words import HYPHENS


class Verdict(Enum):
    """What becomes of a name."""

    MASK = "mask"
    LEAVE = "leave"
    ASK = "ask"


_DETERMINERS = frozenset(
    "le la les l un une des du au aux ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs ni chaque".split()
)
_ARTICLES = frozenset("un une des le la les l".split())
_IS = frozenset(("est", "sont", "était", "étaient"))
_SAINTS = frozenset("saint sainte saints saintes st ste sts sancta notre".split())
# After them stands somebody, whatever else the word means …
_WHO = frozenset("selon dixit chez avec par sauf hormis".split())
# … or somebody, unless the word is a place too.
_WHOSE = frozenset("de d pour contre".split())
_WHOSE_TOO = frozenset(("avec", "par"))  # « avec Paris et Lyon »
# What persons do in minutes.
_ACTS = frozenset(
    "dit demande propose rappelle repond presente souligne precise estime pense indique explique ajoute insiste alerte remercie conclut "
    "ouvre clot anime intervient confirme note regrette souhaite annonce informe evoque observe declare affirme prend parle relance "
    "relit lit accepte refuse hesite approuve suggere repete signale expose resume remarque craint espere doute interroge questionne "
    "reprend poursuit salue felicite deplore invite".split()
)
_OF = frozenset("de d du des".split())
_COMPLEMENTS = _OF | {"aux", "a", "pour", "envers", "en"}
_DESCRIBES = re.compile(r"[a-zà-ÿ]+(?:és?|ées?|eux|euses?|als?|ales?|ifs?|ives?|ibles?|ables?|onnes?)")
_IN_TOWNS = frozenset("sur sous en les lez le la pres du de des aux au d l et devant".split())
_LANDS = frozenset(
    "pays ville villes commune communes region vallee foret canton departement parc plaine cap lac ile port baie cote bassin agglomeration "
    "communaute gare station arret ligne marche fete foire etang mer bois massif col pointe bourg village hameau secteur".split()
)
_CLAIMS = frozenset("dit demande raison propose rappele repondu presente precise indique explique ajoute insiste annonce".split())


_NO_GIVEN = _WHO | _WHOSE | _DETERMINERS | _SAINTS | _ACTS | NOT_NAMES
_SUREST: tuple[Sort, ...] = ("rare", "glued", "used", "given", "word")


class Policy:
    """The decisions of one run."""

    def __init__(self, homonyms: Homonyms) -> None:
        self._homonyms = homonyms

    def sort(self, one: Named, tokens: Tokens) -> Sort:
        """What the name found is besides a name: of a whole name, its rarest half."""
        person = one.persons[0]
        if one.part == "given":
            return self._homonyms.sort(person.given[:1])
        if one.part == "surname":  # as it is written: of « Petit-Brélanquet », « Petit » alone is a word
            return self._homonyms.sort(tuple(map(fold_word, tokens.words[one.name : one.last + 1])))
        sorts = {self._homonyms.sort(person.surname)}
        if person.given and self._written(one):
            sorts.add(self._homonyms.sort(person.given[:1]))
        return next((sort for sort in _SUREST if sort in sorts), "place")

    @staticmethod
    def _written(one: Named) -> bool:
        return one.last - one.name >= len(one.persons[0].surname)

    def strangers(self, one: Named, tokens: Tokens) -> list[int]:
        """Ranks of the words that make a surname somebody else's: « Julie Brélanquet », where only another one is declared."""
        if one.civil or one.place or one.part != "surname" or self.sort(one, tokens) != "rare":
            return []
        if not capitalised(tokens, one.name, one.last):
            return []
        ranks = other_halves(tokens, one.name, one.last)
        # « Hélas Brélanquet viendra » is asked about.
        return [r for r in ranks if self._may_be_given(tokens.words[r], sure=r > one.last or not _opens(tokens, r))]

    def _may_be_given(self, word: str, *, sure: bool) -> bool:
        folded = fold_word(word)
        sort = self._homonyms.sort((folded,))
        return sort == "given" or (sort == "rare" and sure and folded not in _NO_GIVEN)

    def verdict(self, one: Named, tokens: Tokens, *, at_home: bool) -> Verdict:
        """What to do with a name.

        Args:
            one: the name, of somebody known.
            tokens: the text.
            at_home: whether the text is of the meeting that declares them.
        """
        if one.civil:
            return Verdict.MASK
        sort = self.sort(one, tokens)
        proper = capitalised(tokens, one.name, one.last)
        if one.part == "full":
            return self._whole(one, tokens, sort, proper=proper)
        if sort == "rare" or (sort in {"glued", "used"} and (not proper or self._acts(tokens, one.last + 1))):
            return self._rare(one, tokens, proper=proper)
        if not proper:
            return Verdict.LEAVE
        if sort == "given" and one.part == "given" and not self._is_name_of_else(one, tokens):
            return Verdict.MASK if at_home and not self._has_a_complement(one, tokens) else Verdict.ASK
        return self._homonym(one, tokens, sort)

    def _whole(self, one: Named, tokens: Tokens, sort: Sort, *, proper: bool) -> Verdict:
        if sort == "rare":
            return Verdict.ASK if one.place else Verdict.MASK
        if not proper or one.place or self._is_a_sentence_word(one, tokens):
            return Verdict.LEAVE
        return Verdict.MASK

    @staticmethod
    def _is_a_sentence_word(one: Named, tokens: Tokens) -> bool:
        """« À PETIT », « Y Grand »: a word of one letter, and no initial."""
        first = tokens.words[one.name]
        return len(first) == 1 and "." not in tokens.before(one.name + 1) and fold_word(first) in {"a", "y", "o"}

    def _rare(self, one: Named, tokens: Tokens, *, proper: bool) -> Verdict:
        # In lower case, or where a street, a land, a thing or a family is named, it may be something else after all.
        before = self._before(one, tokens)
        land = self._follows_a_land(one, tokens)
        # « Auguste Perret » is not the Perret that is declared; « Anne », at the end of a line or of a cell, is no part of the name.
        joined = bool(before) and tokens.before(one.name) in {" ", "\u00a0"} and tokens.words[one.name - 1][0].isupper()
        other = joined and before not in _NO_GIVEN and self._homonyms.sort((before,)) in {"given", "rare"}
        described = self._has_a_complement(one, tokens) or self._is_described(one, tokens)
        doubtful = one.place or not proper or land or described or other or before in _DETERMINERS | _SAINTS
        doubtful = doubtful or self._is_defined(one, tokens) or _is_a_town(one, tokens)
        return Verdict.ASK if doubtful else Verdict.MASK

    def _follows_a_land(self, one: Named, tokens: Tokens) -> bool:
        """« le lac de Côme »."""
        return self._before(one, tokens) in _OF and one.name > 1 and fold_word(tokens.words[one.name - 2]) in _LANDS

    @staticmethod
    def _has_a_complement(one: Named, tokens: Tokens) -> bool:
        """« Poisson d'avril », « Charlotte aux fraises », at the beginning of a sentence."""
        return fold_word(_goes_on_with(one, tokens)) in _COMPLEMENTS

    @staticmethod
    def _is_described(one: Named, tokens: Tokens) -> bool:
        """« Plage surveillée », « Ruelle piétonne » at the beginning of a sentence: a participle, an adjective."""
        word = _goes_on_with(one, tokens)
        return bool(_DESCRIBES.fullmatch(word)) and fold_word(word) not in _ACTS

    @staticmethod
    def _is_defined(one: Named, tokens: Tokens) -> bool:
        """« Hamel est un hameau », at the beginning of a sentence: what it is, not what somebody does."""
        after = tokens.words[one.last + 1 : one.last + 3]
        return _opens(tokens, one.name) and len(after) == 2 and after[0] in _IS and fold_word(after[1]) in _ARTICLES

    @staticmethod
    def _before(one: Named, tokens: Tokens) -> str:
        if not one.name or fold_separator(tokens.before(one.name)) not in {" ", "'"}:
            return ""
        return fold_word(tokens.words[one.name - 1])

    def _is_name_of_else(self, one: Named, tokens: Tokens) -> bool:
        """« Saint-Denis », « rue Denis », « Jean Moulin », « Marie-Claire », « Jean XXIII »: another name."""
        before, after = one.name - 1, one.last + 1
        if one.place or self._before(one, tokens) in _SAINTS | _DETERMINERS:
            return True
        if before >= 0 and self._touches(tokens, one.name) and tokens.words[before][0].isupper():
            opens = _opens(tokens, before)
            return not (opens and fold_word(tokens.words[before]) in NOT_NAMES | _WHO | _WHOSE | PARTICLES)
        if after < len(tokens.words) and self._touches(tokens, after):
            return tokens.words[after][0].isupper() or tokens.words[after][0].isdigit() or _is_a_town(one, tokens)
        return False

    @staticmethod
    def _touches(tokens: Tokens, rank: int) -> bool:
        gap = tokens.before(rank)
        return fold_separator(gap) in {" ", "'"} or gap in HYPHENS

    def _homonym(self, one: Named, tokens: Tokens, sort: Sort) -> Verdict:
        """Asked about only where a person could stand: « Petit demande … », « selon Petit », « Petit : oui »."""
        opening = fold_word(tokens.words[one.name])
        land = self._follows_a_land(one, tokens)
        if land or self._is_name_of_else(one, tokens) or (opening in _DETERMINERS and one.last > one.name):  # « Le Maire parle »
            return Verdict.LEAVE
        before, after = self._before(one, tokens), one.last + 1
        who = (
            before in (_WHO - _WHOSE_TOO if sort == "place" else _WHO)
            or (before in _WHOSE and sort != "place")
            or self._acts(tokens, after)
        )
        speaks = _opens(tokens, one.name) and fold_separator(tokens.before(after)).startswith(":")
        unsure = sort == "used" or (sort == "glued" and not self._is_word(tokens, after))
        return Verdict.ASK if who or unsure or (speaks and begins_a_line(tokens, one.name)) else Verdict.LEAVE

    def _is_word(self, tokens: Tokens, rank: int) -> bool:
        """« Lheureux gagnant »: what follows is a noun or an adjective, no verb."""
        word = tokens.words[rank] if rank < len(tokens.words) and tokens.before(rank) == " " else ""
        return len(word) > 3 and word.islower() and self._homonyms.sort((fold_word(word),)) == "word"

    @staticmethod
    def _acts(tokens: Tokens, rank: int) -> bool:
        if rank >= len(tokens.words) or fold_separator(tokens.before(rank)) != " ":
            return False
        word = fold_word(tokens.words[rank])
        if word in {"a", "avait"}:
            return rank + 1 < len(tokens.words) and fold_word(tokens.words[rank + 1]) in _CLAIMS
        return word in _ACTS


def _is_a_town(one: Named, tokens: Tokens) -> bool:
    """« Luc-sur-Mer », « Martin-en-Caux »: hyphens and a small word make a town of a name."""
    small, after = one.last + 1, one.last + 2
    if after >= len(tokens.words) or not {tokens.before(small), tokens.before(after)} <= HYPHENS:
        return False
    return fold_word(tokens.words[small]) in _IN_TOWNS and tokens.words[after][0].isupper()


def _opens(tokens: Tokens, rank: int) -> bool:
    """Whether a word opens a sentence, a line or a cell."""
    return rank == 0 or any(mark in tokens.before(rank) for mark in ".!?…:|\n«(–—")


def _goes_on_with(one: Named, tokens: Tokens) -> str:
    """The word after a name that opens a sentence; empty when more than a space stands between them."""
    after = one.last + 1
    goes_on = after < len(tokens.words) and _opens(tokens, one.name) and tokens.before(after) == " "
    return tokens.words[after] if goes_on else ""
