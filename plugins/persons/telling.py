"""What must be told of a name → the message that an editor reads: what was read, and how to answer."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from plugins.diagnostics import Diagnostic, Place
from plugins.persons.person import Person, words_of
from plugins.persons.scene import Remark
from plugins.text.nearest import nearest


def diagnostic(remark: Remark, place: Place, surnames: Collection[str]) -> Diagnostic:
    """An error, or the warning that a name has two bearers.

    Args:
        remark: what is to be told.
        place: where.
        surnames: every declared surname, to propose the nearest one.
    """
    name = remark.name
    if remark.kind == "address":
        return place.error(
            f"cette adresse contient le nom d'une personne (« {name} ») — l'enlever, ou donner une adresse sans nom"
        )
    if remark.kind == "sought":
        return place.error(
            f"« {name} » nomme une personne — l'enlever de « mots » : on y met ce que l'on cherche, jamais quelqu'un"
        )
    if remark.kind == "ambiguous":
        return place.warning(
            f"« {name} » peut désigner plusieurs personnes de la réunion — préciser la civilité, le prénom ou l'initiale"
        )
    if remark.kind == "doubtful":
        return place.error(
            f"« {name} » : un mot, ou {_who(remark.persons)} ? — répondre dans l'en-tête : "
            f"« homonymes: [{{mot: {name}, personne: false}}] » si c'est un mot, « true » pour que le nom soit masqué"
        )
    if remark.kind == "disguised":
        return place.error(
            f"« {name} » laisse lire le nom d'une personne ({_who(remark.persons)}) — l'écrire d'une pièce et avec sa civilité, "
            f"l'enlever, ou, si ce n'est pas un nom, répondre dans l'en-tête : « homonymes: [{{mot: {name}, personne: false}}] »"
        )
    known = nearest((words_of(name) or [name])[-1], surnames)
    proposal = f" ; nom déclaré le plus proche : « {known} »" if known else ""
    return place.error(
        f"« {name} » ne correspond à aucune personne déclarée — l'ajouter à « participants » ou à « personnes_citees » d'une réunion, "
        "ou nommer plutôt l'organisation ; si ce n'est pas une personne, répondre dans l'en-tête : "
        f"« homonymes: [{{mot: {name}, personne: false}}] »{proposal}"
    )


def _who(persons: Sequence[Person]) -> str:
    meetings = sorted({person.meeting for person in persons})
    if len(meetings) > 1:
        return f"quelqu'un que déclarent reunions/{meetings[0]}.md et d'autres"
    return f"quelqu'un que déclare reunions/{meetings[0]}.md" if meetings else "quelqu'un"
