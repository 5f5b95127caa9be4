"""A federation file → the sites of its committees, each built apart, and their common site; what did not change is not built again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from plugins.assets.command import prepare
from plugins.building.build import Check, build
from plugins.building.joining import Joining, Part, older
from plugins.building.made_of import at_address, plain, state_of
from plugins.building.order import BuildOutcome, Order
from plugins.building.settings import settings_of
from plugins.cache.store import Store, key_of
from plugins.diagnostics import Diagnostic, Place, errors
from plugins.diagnostics.system import told
from plugins.exports.committees import committees_of, given, proposals
from plugins.model.committees import written_committees
from plugins.model.federation_file import Federation, read_federation
from plugins.model.site_settings import settings_of as said_by
from plugins.publishing.exchange import alone
from plugins.publishing.marks import MARK, Product
from plugins.publishing.swap import check_target
from plugins.search.built_index import UnreadableIndexError
from plugins.search.committee import Committee, share_of
from plugins.text.files import name_of_all

_BUILT, _KEY, _INDEX, _FACTS = "site", "cle", "recherche", "comites.json"
# Under the project's folder: where built sites wait from one run to the next.
STAGES = ".build/federations"
T = TypeVar("T")
# The common site stands at the root; a committee is never called so.
ROOT_ID = ""


@dataclass(frozen=True)
class Joined:
    """What came of it.

    Attributes:
        diagnostics: all that is to be told.
        published: the folder that now is the common site; empty when nothing was published.
        built: ids of the committees that were built again, or taken anew.
        proposed: names that several committees bear, and their sheets.
    """

    diagnostics: list[Diagnostic] = field(default_factory=list)
    published: str = ""
    built: tuple[str, ...] = ()
    proposed: tuple[tuple[str, Mapping[str, str]], ...] = ()

    def sentences(self, seconds: float) -> Iterator[str]:
        """What a person reads of what was published."""
        if self.proposed:
            yield "Un même acteur ? Si oui, l'ajouter à « acteurs » :"
        for name, sheets in self.proposed:
            own = ", ".join(f"{committee}: {sheet}" for committee, sheet in sheets.items())
            yield f"  - {{nom: {json.dumps(name, ensure_ascii=False)}, fiches: {{{own}}}}}"
        took = f"{seconds:.1f} s".replace(".", ",")
        yield f"{', '.join(self.built) or 'aucun comité n’a changé'} : en place en {took} dans {self.published}"


def federate(order: Order, file: Path, check: Check) -> Joined:
    """Build every committee that changed and the common site, and publish them together when nothing is wrong.

    Args:
        order: of the common site; its content is what the file names.
        file: which committees.
        check: the checks of a built folder.
    """
    federation, wrong = read_federation(file)
    if federation is None or errors(wrong):
        return Joined(wrong)
    said = _Told(wrong)
    try:
        return _Run(order, federation, check).joined(said)
    except _RefusedError:
        return Joined(said.diagnostics)
    except UnreadableIndexError as fault:
        return Joined([*said.diagnostics, federation.place.error(str(fault))])
    except OSError as error:
        return Joined([*said.diagnostics, told(error)])


class _RefusedError(Exception):
    """What was told has errors: nothing further is done."""


@dataclass(frozen=True)
class _Told:
    """All that is to be told, step by step."""

    diagnostics: list[Diagnostic]

    def sure(self, made: T, found: Iterable[Diagnostic]) -> T:
        """What a step made, once what it found was added.

        Raises:
            _RefusedError: there are errors.
        """
        self.diagnostics.extend(found)
        if errors(self.diagnostics):
            raise _RefusedError
        return made


@dataclass(frozen=True)
class _Run:
    order: Order
    federation: Federation
    check: Check
    themes: dict[Path, tuple[str, list[Diagnostic]]] = field(default_factory=dict)

    def joined(self, said: _Told) -> Joined:
        target, record = self.order.output or Path("output"), self.federation.record
        folders = [self.federation.folder(one.contenu or one.site or "") for one in record.comites]
        common = self.federation.folder(record.commun)
        said.sure(target, check_target(target, Product.SITE, common, [self.order.root, *folders]))
        (self._stage / _INDEX).mkdir(parents=True, exist_ok=True)
        with alone(self._stage / _INDEX):  # two runs would take each other's sites
            return self._joined(said, target)

    def _joined(self, said: _Told, target: Path) -> Joined:
        parts = said.sure(*self._committees())
        data = said.sure(*given(self.federation, {part.id: part.site for part in parts}))
        committees = said.sure(*committees_of(self.federation, data))
        root = said.sure(*self._common(written_committees(committees)))
        shares = [share_of(Committee(part.id, part.name, part.site)) for part in (root, *parts)]
        moved, found = self._joining.join(root, parts, shares)
        said.sure(moved, [*found, *self._joining.store.close()])
        return Joined(said.diagnostics, str(target), moved, tuple(proposals(committees)))

    @cached_property
    def _joining(self) -> Joining:
        folder = self._stage / _INDEX
        return Joining(self.order.output or Path("output"), folder / "avant", Store(folder / _KEY))

    @cached_property
    def _published(self) -> Mapping[str, str]:
        return self._joining.published()

    @property
    def _stage(self) -> Path:
        """Where the sites of this federation wait from one run to the next."""
        mark = hashlib.sha256(str(Path(self.federation.place.path).resolve()).encode()).hexdigest()[:12]
        return self.order.root / STAGES / mark

    def _committees(self) -> tuple[list[Part], list[Diagnostic]]:
        """The built site of each committee; all that is wrong with all of them."""
        record, parts, wrong = self.federation.record, list[Part](), list[Diagnostic]()
        whole = said_by(self.federation.folder(record.commun), {})["SITENAME"]
        for rank, one in enumerate(record.comites):
            if one.contenu is None:
                site = self.federation.folder(one.site or "")
                key = state_of(site)
                if not key:
                    place = self.federation.at("comites", rank, "site")
                    wrong.append(
                        place.error(f"« {one.site} » n'est pas un site construit — lancer « .venv/bin/inv build » là-bas")
                    )
                parts.append(Part(one.id, one.nom, site, key, ours=False))
                continue
            about = {"SITENAME": one.nom, "WHOLE_NAME": whole, "WHOLE_ADDRESS": record.adresse or ""}
            order = self._order(
                one.contenu, self._stage / f"{one.id}-{_BUILT}", {**about, **at_address(record.adresse, f"/{one.id}")}
            )
            site, key, found = self._built(order, one.id)
            parts.append(Part(one.id, one.nom, site, key))
            wrong += found
        return parts, wrong

    def _common(self, facts: str) -> tuple[Part, list[Diagnostic]]:
        """The site of what is common, which tells who is there."""
        record, path = self.federation.record, self._stage / _FACTS
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(facts, encoding="utf-8", newline="")
        about = {"FEDERATION": str(path), **at_address(record.adresse, "")}
        site, key, wrong = self._built(self._order(record.commun, self._stage / _BUILT, about), ROOT_ID, facts)
        name = said_by(self.federation.folder(record.commun), {})["SITENAME"]
        return Part(ROOT_ID, name, site, key), wrong

    def _theme(self, folder: Path) -> tuple[str, list[Diagnostic]]:
        """A name for a theme and what is prepared of it, or why nothing is; asked once for all committees."""
        if folder not in self.themes:
            assets, wrong = prepare(self.order.root, folder)
            self.themes[folder] = ("" if assets is None else f"{name_of_all(folder)} {assets.name}", wrong)
        return self.themes[folder]

    def _order(self, content: str, output: Path, about: Mapping[str, str]) -> Order:
        given_too = tuple(f"{name}={value}" for name, value in about.items() if value)
        shown = str(self.federation.folder(content))
        return replace(self.order, content=shown, output=output, assignments=(*self.order.assignments, *given_too))

    def _built(self, order: Order, own: str, facts: str = "") -> tuple[Path, str, list[Diagnostic]]:
        """The site of a content, built unless the last one was made of the same; a name for what it was made of."""
        output = order.output or Path()
        settings, wrong = settings_of(order)
        theme, more = ("", []) if wrong else self._theme(Path(settings["THEME"]))
        if not theme:
            return output, "", [*wrong, *more]
        made_of = (name_of_all(Path(settings["PATH"])), theme, plain(settings), facts)
        key = key_of("committee", *made_of).decode()
        kept = Store(output.with_name(f"{output.name}-{_KEY}") / _KEY)  # a store forgets what is too old in its folder
        remarks = kept.get(key.encode(), lambda told: [Place(path, line).warning(message) for path, line, message in told])
        place = output if output.is_dir() else self._joining.target / own
        if remarks is not None and (place is output or (own and self._published.get(own) == key and (place / MARK).is_file())):
            return place, key, remarks  # what an editor was told is told again, as long as it is so
        if not output.is_dir() and older(output).is_dir():
            (output.with_name(f"{output.name}-{_KEY}") / _KEY).unlink(missing_ok=True)  # what is known is not of this one
            older(output).rename(output)
        outcome: BuildOutcome = build(order, self.check)
        if outcome.published:
            kept.put(key.encode(), [[one.path, one.line, one.message] for one in outcome.diagnostics])
        return output, key, [*outcome.diagnostics, *kept.close()]
