"""Declared aliases and the mentions of all pages → the aliases that lead nobody anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plugins.crosslinks.mention import Mention
from plugins.diagnostics import Diagnostic, Place
from plugins.model.content import Content, Document
from plugins.model.records import Alias, Page
from plugins.registry.building import form_of
from plugins.registry.registry import Registry
from plugins.text.folding import fold_word
from plugins.text.forms import Form
from plugins.text.inflection import key_of


@dataclass(frozen=True)
class Unused:
    """An alias that no text uses.

    Attributes:
        key: the page that declares it.
        name: that page's name.
        form: the alias.
        twin: another form of the same page that is read in the same way; empty when texts simply never use it.
        place: where it is declared.
    """

    key: str
    name: str
    form: str
    twin: str
    place: Place

    @property
    def diagnostic(self) -> Diagnostic:
        """The same as a warning."""
        if self.twin:
            return self.place.warning(
                f"l'alias « {self.form} » se lit comme « {self.twin} » — l'enlever : les flexions sont déduites"
            )
        return self.place.warning(
            f"l'alias « {self.form} » n'est employé par aucun texte — le corriger, ou le garder pour la recherche"
        )


def unused(mentions: Iterable[tuple[str, Mention]], content: Content, registry: Registry) -> Iterator[Unused]:
    """Aliases of actors, approach pages and families that only their own page uses, if any does.

    Args:
        mentions: each with the key of the page that it stands on.
        content: what was declared.
        registry: the same, as forms.
    """
    used = {
        (target, mention.form)
        for page, mention in mentions
        if mention.form
        for target in ([mention.target] if mention.target else mention.candidates)
        if target != page
    }
    declared: list[tuple[Document[Page], list[Alias]]] = [
        *((document, document.record.alias) for document in content.actors.values()),
        *((document, document.record.alias) for document in content.approaches.values()),
        *((document, document.record.alias) for document in content.families.values()),
    ]
    for document, aliases in declared:
        target = registry.targets[document.key]
        first: dict[object, str] = {}
        for form, _ in target.forms:
            first.setdefault(_reading(form), form.text)
        for rank, alias in enumerate(aliases):
            form = form_of(alias)
            if (document.key, form.text) in used or not form.words:
                continue
            twin = first.get(_reading(form), form.text)
            shown = twin if twin != form.text else ""
            yield Unused(document.key, target.name, form.text, shown, document.place("alias", rank))


def _reading(form: Form) -> object:
    keys = tuple(key_of(fold_word(word)) for word in form.words)
    return keys, form.flags, form.signs, form.text if any(form.flags) else ""
