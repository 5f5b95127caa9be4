"""A folded word → the key that it shares with its regular plural (-s, -x, -al/-aux) and with its abbreviations."""

from __future__ import annotations

import re

# Short words of grammar have no plural: « de » is not « des », « la » is not « las ».
GRAMMAR = frozenset(
    "a au aux ce ces d de des du en es est et l la le les leur leurs mais mes nos ou par pas pour plus sans ses "
    "sous sur tes un une uns vers vos dans".split()
)
# As signs, names and addresses write them; a full stop may follow.
ABBREVIATIONS = {
    "st": "saint", "ste": "sainte", "sts": "saint", "stes": "sainte", "asso": "association", "assoc": "association",
    "assos": "association", "ets": "etablissement", "dept": "departement", "dpt": "departement", "cie": "compagnie",
    "ctre": "centre", "fed": "federation", "soc": "societe", "univ": "universite",
}  # fmt: skip
_RANK = re.compile(r"(\d+)(?:(e|es|eme|emes|ieme|iemes|nd|nde|nds|ndes)|(er|ers|re|res|ere|eres))")
_RANKS = {
    "premier": "1er", "premiere": "1er", "deuxieme": "2e", "troisieme": "3e", "quatrieme": "4e", "cinquieme": "5e",
}  # fmt: skip


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


def key_of(word: str) -> str:
    """The key of a folded word as names write it: « st » is « saint », « 2ème » and « deuxième » are « 2e »."""
    whole = ABBREVIATIONS.get(word)
    if whole:
        return singular(whole)
    if word[:1].isdigit() and (rank := _RANK.fullmatch(word)):
        return rank[1] + ("e" if rank[2] else "er")
    key = singular(word)
    return _RANKS.get(key, key)
