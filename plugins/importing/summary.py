"""A draft → what its editor reads in the terminal: recognised, unsure, missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from plugins.diagnostics import counted
from plugins.importing.drafting import Draft
from plugins.importing.writing import unknown
from plugins.model.entries import ENTRIES
from plugins.text.dates import full_date, hour
from plugins.text.typesetting import enumeration

_QUALITIES = {"participant": "présent", "invite": "invité", "excuse": "excusé"}


def summary(draft: Draft, root: str) -> Iterator[str]:
    """The lines, in three parts.

    Args:
        draft: what was read.
        root: the content folder, as commands name it.
    """
    yield "Reconnu :"
    yield from (f"  {line}" for line in _recognised(draft))
    unsure = list(_unsure(draft))
    yield f"À relire ({len(unsure)}) :" if unsure else "À relire : rien de douteux n'est signalé ; le texte reste à relire."
    yield from (f"  {line}" for line in unsure)
    missing = list(_missing(draft, root))
    if missing:
        yield "Manque :"
        yield from (f"  {line}" for line in missing)


def _recognised(draft: Draft) -> Iterator[str]:
    head = draft.heading
    yield f"réunion du {full_date(head.day)}, {head.instance or head.body}"
    qualities = Counter(one.quality for one in draft.people)
    if draft.people:
        said = enumeration([counted(count, _QUALITIES[quality]) for quality, count in qualities.items()])
        resolved = sum(bool(one.entry.organisation and one.entry.organisation.slug) for one in draft.people)
        yield f"{said} ; {resolved} sur {len(draft.people)} rattachés à une fiche"
    kinds: Counter[str] = Counter(block.kind for block, _ in draft.blocks)
    names = {"heading": "titre", "paragraph": "paragraphe", "item": "élément de liste", "table": "tableau"}
    yield enumeration(
        [
            counted(kinds[kind], name).replace("éléments des listes", "éléments de liste").replace("tableaus", "tableaux")
            for kind, name in names.items()
            if kinds[kind]
        ]
    )
    if draft.planned or draft.followed:
        yield f"ordre du jour : {counted(len(draft.planned) + len(draft.followed), 'point')}"
    for key, entries in draft.lists.items():
        yield f"{len(entries)} {ENTRIES[key].one if len(entries) < 2 else ENTRIES[key].many}"
    if draft.steps:
        yield f"axes : {', '.join(draft.steps)}"
    if draft.next:
        yield f"prochaine réunion : {full_date(draft.next.day)}" + (f" à {hour(draft.next.hour)}" if draft.next.hour else "")
    if draft.dropped:
        yield f"{counted(draft.dropped, 'ligne')} d'en-tête ou de pied de page laissée{'s' if draft.dropped > 1 else ''} de côté"


def _unsure(draft: Draft) -> Iterator[str]:
    yield from (f"{draft.heading.where} : {doubt}" for doubt in draft.heading.doubts)
    for one in draft.people:
        organisation = one.entry.organisation
        if organisation is None:
            yield f"{one.where} : quelqu'un sans organisation"
        elif organisation.others:
            yield f"{one.where} : « {organisation.written} » peut être {', '.join(organisation.others)}"
        elif not organisation.sure:
            yield f"{one.where} : « {organisation.written} » est pris pour « {organisation.slug} »"
    yield from (f"{block.where} : {doubt}" for block, doubts in draft.blocks for doubt in doubts)
    if draft.next and not draft.next.sure:
        yield f"{draft.next.where} : la date de la prochaine réunion est à vérifier"


def _missing(draft: Draft, root: str) -> Iterator[str]:
    if not draft.people:
        yield "aucune liste de participants n'est lue : compléter « participants »"
    yield from (f"« {one.written} » n'a pas de fiche — {one.command}" for one in unknown(draft, root))
    if draft.next is None:
        yield "aucune date de prochaine réunion"
    if not draft.planned and not draft.followed:
        yield "aucun ordre du jour"
