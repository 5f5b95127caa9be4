"""A text of a page (Markdown or plain) → the same without names of persons, and what its editor must be told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.persons.neutral import neutral
from plugins.persons.replacing import Replacing
from plugins.persons.residue import Residue, letters_of
from plugins.persons.scene import Remark, Scene
from plugins.text.tokens import Tokens

_AROUND = 40  # characters on each side of a name, in which an expression said to name nobody may stand


def mask(text: str, scene: Scene, *, prose: bool = True) -> tuple[str, list[Remark]]:
    """The text without names, and what must be told.

    Lines stay lines: a name broken over two leaves its line break behind, so that every message finds its line.

    Args:
        text: Markdown or plain text.
        scene: the page.
        prose: whether words may take the place of an e-mail address; where an address is due, one is an error.
    """
    tokens = Tokens(neutral(text))
    named = scene.finders.people.find(tokens)
    left = scene.finders.residues.find(text)
    if not named and not left:
        return text, []
    masked, remarks = Replacing(scene, text, tokens, prose).masked(named, left)
    shown = Tokens(masked)
    actors = [(shown.start(found.first), shown.end(found.last)) for found in scene.registry.forms.longest(shown)]
    told = {(remark.line, letters_of(remark.name)) for remark in remarks}
    remarks += _untold(masked, scene.finders.residues.find(masked, actors), scene, told)
    return masked, remarks


def _untold(masked: str, residues: Iterable[Residue], scene: Scene, told: set[tuple[int, str]]) -> Iterator[Remark]:
    """What can still be read, and was not told of its line in another way."""
    for one in residues:
        line, letters = masked.count("\n", 0, one.offset), letters_of(one.written)
        around = masked[max(0, one.offset - _AROUND) : one.offset + len(one.written) + _AROUND]
        known = any(line == other and (letters in name or name in letters) for other, name in told)
        if not known and not scene.answers.is_word(one.written, around):
            yield Remark(line, one.written, "disguised", (one.person,))
