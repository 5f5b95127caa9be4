"""Who speaks in a block: the participants that open it (« Mme X et M. Y … », « Selon la Région … »), or whom it quotes.

Where the words leave a doubt (a passive, an absence, a quotation that nobody signs), nobody speaks: words given to an
organisation that did not say them do more harm than words given to nobody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from plugins.crosslinks.mention import Sitting, Skip
from plugins.crosslinks.occurrences import Occurrence
from plugins.text.sentences import sentences

# Stand in the text for whoever is named: one who may speak here, and any other.
_ONE, _OTHER = "\ue000", "\ue001"
_ARTICLE = r"(?:(?:la|le|les)\s+|l['’]\s?)?"
_ADVERB = r"(?:(?:\w+ment|pas|plus|jamais|très|bien|déjà|aussi|souvent|toujours|encore|parfois|vivement)\s+)*"
_SAYS = (
    "(?:a |ont |avait |avaient )?(?:dit|disent|dixit|ajout|précis|expliqu|affirm|répond|conclu|rappell?|estim|indiqu|soulign|not|observ|déclar|"
    "insist|lanc|reconna[iî]|assur|confirm|poursui|repren|repri|rétorqu|résum|s['’]inquièt|s['’]étonn|s['’]interrog|regrett|déplor|témoign|"
    "racont|jug|tranch|souti|plaid|avanc|admet|constat|remarqu|signal|protest|demand|propos|critiqu|dénonc|écri|martel|nuanc|glis|pens)"
    r"(?:es?|ent|é|ée|u|us|t|s|n|ne|nent|nt|ève|èvent|end|it|is|d|dent|ssent|se|vent|ait|aient|a)?"
).replace(" ", r"\s+")
# Nobody that the page names: « …, affirme un habitant ».
_PEOPLE = (
    "habitant|maire|élue?s?|participant|président|direct|conseill|jeune|médiat|responsable|représentant|personne|parent|mère|père|femme|homme|"
    "animat|bénévole|agent|salarié|préf|délégu|voisin|éducat|travaill|profession|adjoint|ministre|député|journaliste|usag|locataire"
)
_SOURCES = (
    rf"(?:selon|suivant|d['’]\s?après|à\s+en\s+croire|comme\s+(?:l['’]\s?|l['’]a\s+|le\s+)?{_SAYS})\s+{_ARTICLE}"
    r"|(?:aux\s+yeux|du\s+point\s+de\s+vue|de\s+l['’]avis|aux?\s+dires?)\s+(?:de\s+la\s+|de\s+l['’]\s?|du\s+|des\s+|de\s+|d['’])"
)
_SOURCE = rf"(?:{_SOURCES}|pour\s+{_ARTICLE})"


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


_OPENING = _pattern(rf"[\s(–—-]*(?:et\s+)?(?:(?P<source>{_SOURCE})|{_ARTICLE})")
_QUOTE = _pattern(r"[\s–—-]*(?:[«“\"])(?P<said>[^»”\"]*)(?:[»”\"]|$)")
_NAME_ALONE = _pattern(rf"\s*{_ARTICLE}[{_ONE}{_OTHER}]\s*")
_SIGNED = _pattern(
    rf"\s*(?:,|[—–:(-])?\s*(?:(?:{_SAYS}|selon|pour|d['’]\s?après)\s+{_ARTICLE}|(?<=[—–:(-])\s*{_ARTICLE}|(?<=[—–:(-]\s){_ARTICLE})(?P<who>[{_ONE}{_OTHER}])"
)
# « …, regrette la CGT », « … : c'est ce que dit la CGT »; « s'indigne la CGT », whatever the verb.
_SAYS_IT = rf"(?:(?:(?:c['’]est\s+)?ce\s+qu(?:e\s+|['’]\s?))?{_SAYS}|s['’]\s?\w+(?:e|t|d|nt))\s+{_ARTICLE}"
_ASIDE = _pattern(
    rf"[,:]\s+(?:(?:{_SAYS_IT}|{_SOURCES})(?P<who>[{_ONE}{_OTHER}])(?=\s*(?:[,.;:!?…)»”\"]|$))"
    rf"|{_SAYS}(?:-t)?-(?:il|elle|on|ils|elles)\b|(?:{_SAYS})\s+(?:une?|des|les?|la|l['’]|plusieurs|quelques)\s*(?:{_PEOPLE})\w*)"
)
_AND = _pattern(rf"\s*(?:,\s*)?(?:et|ainsi\s+que|comme)\s+(?:{_SOURCE}|{_ARTICLE})(?={_ONE})")
_COMMA = _pattern(rf"\s*,\s+{_ARTICLE}(?=[{_ONE}{_OTHER}])")
_BRACKETS = _pattern(r"\s*\([^)]*\)")
_NEXT_SUBJECT = _pattern(rf"[^,.;:!?]*,\s+(?={_ARTICLE}[{_ONE}{_OTHER}])")
# « La CAF étant absente, … », « La CAF prévenue, … »
# « La CAF étant absente, … »; « La CAF prévenue, la Région … »: what only looks so (« La CAF évoque … ») has no subject after it.
_ABSOLUTE = _pattern(r"\s+(?:n['’]|ne\s+)?(?:étant|ayant|(?:absent|présent)e?s?)\b")
_PARTICIPIAL = _pattern(
    rf"\s+(?:\w+ant|\w+ée?s?|(?:\w+(?:ie|ue)s?)(?=\s*,))\b[^,.;:!?{_ONE}{_OTHER}]*,\s+(?={_ARTICLE}[{_ONE}{_OTHER}])"
)
_PARTICIPLE = r"\w+(?:ée?s?|ie?s?|ue?s?|ite?s?|erte?s?|inte?s?|ises?)\b"
# What an organisation is of itself: « est intervenue », « est convaincue ».
_STATES = (
    r"(?:inter|re|par|de|con)?venue?s?|convaincue?s?|opposée?s?|inquiète?s?|satisfaite?s?|ravie?s?|mobilisée?s?|engagée?s?|attachée?s?|"
    r"persuadée?s?|déterminée?s?|déçue?s?|étonnée?s?|surprises?|préoccupée?s?|arrivée?s?|allée?s?|restée?s?|entrée?s?|disposée?s?|intéressée?s?"
)
_ACTED_UPON = _pattern(
    rf"\s+(?:n['’]|ne\s+)?(?:(?:a|ont|avait|avaient|aura|auront|aurait|auraient|eut)\s+{_ADVERB}été\s+{_ADVERB}{_PARTICIPLE}"
    rf"|(?:est|sont|était|étaient|fut|furent|sera|seront|serait|seraient)\s+{_ADVERB}(?!(?:{_STATES})\b){_PARTICIPLE}"
    rf"|(?:vien\w+\s+d['’]|doi\w+\s+|dev\w+\s+|v(?:a|ont)\s+|p(?:eu|ou)\w+\s+)être\s+{_ADVERB}{_PARTICIPLE}"
    r"|(?:se\s+(?:fait|font|voit|voient|faisait|voyait|laisse)|s['’](?:est|étai\w+|ét\w+)\s+(?:fait|vue?s?|laissée?s?))\s+\w+(?:er|ir|re)\b"
    r"|(?:est|sont|était|étaient|fut|fait|font|faisait)\s+(?:l['’]objet|la\s+cible)|subi\w*\b)"
)
# « La CAF ou la Région répondra », « La CAF, pour la Région, ment »: one of two.
_EITHER = _pattern(rf"\s*,?\s+ou\s+{_ARTICLE}[{_ONE}{_OTHER}]|\s*,\s+pour\s+{_ARTICLE}[{_ONE}{_OTHER}]\s*,")
_ABSENT = _pattern(
    r"(?:\s*[,:–—]|\s+-)?\s+(?:(?:n['’]|ne\s+)?(?:est|sont|était|étaient)\s+)?(?:absent|excusé|empêché|représenté)e?s?\b"
    r"|\s+n['’](?:est|étai\w+|a|ont|avai\w+)\s+pas\s+(?:là|présente?s?|venue?s?|pu\s+(?:venir|être))\b|\s+(?:s['’]est\s+excus|manqu)"
)


def speakers(block: str, occurrences: Sequence[Occurrence], offset: int, meeting: Sitting) -> tuple[str, ...]:
    """Slugs of who speaks in the block; nobody when it leaves a doubt.

    Args:
        block: its text.
        occurrences: what the block names, in order.
        offset: where the block starts in the text that the occurrences count from.
        meeting: whose participants may speak.
    """
    text, slugs = _marked(block, occurrences, offset, meeting)
    return tuple(dict.fromkeys(_speaking(text, slugs)))


def _marked(block: str, occurrences: Sequence[Occurrence], offset: int, meeting: Sitting) -> tuple[str, list[str]]:
    """The block with one sign for each name, and the slug of each name that may speak, in order."""
    parts: list[str] = []
    slugs: list[str] = []
    position = 0
    for occurrence in occurrences:
        start, end = occurrence.outer - offset, occurrence.end - offset
        slug = occurrence.target.removeprefix("acteurs/")
        if start < position or occurrence.skipped in (Skip.CODE, Skip.ADDRESS):
            continue
        known = slug in meeting.participants and occurrence.skipped in (None, Skip.LINK)
        slugs += [slug] if known else []
        parts += [block[position:start], _ONE if known else _OTHER]
        position = end
    return "".join([*parts, block[position:]]), slugs


def _speaking(text: str, slugs: list[str]) -> list[str]:
    quote = _QUOTE.match(text)
    if quote and not _NAME_ALONE.fullmatch(quote["said"]):
        signed = _SIGNED.match(text, quote.end()) or _ASIDE.search(text, 0, quote.end())
        return _who(text, signed, slugs) if signed else []
    first = sentences(text)[:1]
    aside = _ASIDE.search(text, 0, first[0][1] if first else len(text))
    opening = _OPENING.match(text.translate(_NO_QUOTES) if quote else text)
    if opening is None or text[opening.end() : opening.end() + 1] != _ONE:
        return []
    if aside:
        return _who(text, aside, slugs)
    end, count, closed = _listed(text, opening.end(), source=bool(opening["source"]))
    return [] if not closed else _subject(text, end, slugs, count, source=bool(opening["source"]))


_NO_QUOTES = {ord(sign): " " for sign in '«»“”"'}


def _who(text: str, said: re.Match[str], slugs: list[str]) -> list[str]:
    """Who says it, when that is one who may speak here."""
    return [slugs[text.count(_ONE, 0, said.start("who"))]] if said["who"] == _ONE else []


def _listed(text: str, position: int, *, source: bool) -> tuple[int, int, bool]:
    """A list of names: where it ends, how many names it has, whether it is one (« la CAF, la Région la critique » is none)."""
    first_comma: tuple[int, int] | None = None
    joined = True
    end, count = position + 1, 1
    while following := (_AND.match(text, end) or _COMMA.match(text, end)):
        if text[following.end()] == _OTHER:
            joined = False
            first_comma = first_comma or (end, count)
            break
        joined = "," not in following.group() or len(following.group().split()) > 2
        if not _AND.match(text, end):
            joined = False
            first_comma = first_comma or (end, count)
        end, count = following.end() + 1, count + 1
    if first_comma is None:
        return end, count, True
    if source:  # « Selon A, B et C, … » has three sources, « Selon A, B et C refusent » one
        return (end, count, True) if joined and text[end:].lstrip()[:1] == "," else (*first_comma, True)
    return end, count, joined or text[end:].lstrip()[:1] == ":"


def _subject(text: str, end: int, slugs: list[str], count: int, *, source: bool) -> list[str]:
    """The names that a text opens with, unless its verb says that they do not speak."""
    names = slugs[:count]
    if source:
        return names
    while brackets := _BRACKETS.match(text, end):
        end = brackets.end()
    if (subject := _PARTICIPIAL.match(text, end)) or _ABSOLUTE.match(text, end):
        subject = subject or _NEXT_SUBJECT.match(text, end)
        return _speaking(text[subject.end() :], slugs[text.count(_ONE, 0, subject.end()) :]) if subject else []
    silent = (
        _EITHER.match(text, end) or _ABSENT.match(text, end) or _ACTED_UPON.match(text, end) or text[end:].lstrip()[:1] == "?"
    )
    return [] if silent else names
