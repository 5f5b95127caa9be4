"""Content → what is not in plain French among the texts that sheets take up, each at its line."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.diagnostics import Diagnostic, Place
from plugins.model.content import Content
from plugins.sheets.names import SheetNames
from plugins.sheets.plain_french import remarks


def check_sheets(content: Content, names: SheetNames) -> Iterator[Diagnostic]:
    """Warnings: a sheet that is not plain is published, and its editor is told the sentence and its count."""
    for place, text in _texts(content):
        for remark in remarks(text, names):
            yield place.warning(f"fiche relais : {remark.message} : « {_short(remark.sentence)} »")


def _texts(content: Content) -> Iterator[tuple[Place, str]]:
    for actor in content.living.values():
        yield actor.place("resume"), actor.record.resume
    for need in content.needs.values():
        yield need.place("titre"), need.record.titre
        yield need.place("resume"), need.record.resume or ""
        for index, answer in enumerate(need.record.reponses):
            yield need.place("reponses", index, "texte"), answer.texte
            yield need.place("reponses", index, "conditions"), answer.conditions or ""
            yield need.place("reponses", index, "contact"), answer.contact or ""


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= 200 else f"{sentence[:199].rstrip()}…"
