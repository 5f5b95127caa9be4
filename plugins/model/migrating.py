"""The texts of a content of an older shape → the same in the shape of today, and what a person must do by hand.

Every content since the first day is of format 1, and is still read: nothing was renamed. Three things moved meanwhile: the
format came to be written (`site.yml`); `depot`, a key that opened nothing, went; what became of a question after its meeting
came to stand beside the minutes, in `suivi.yml`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import yaml

from plugins.diagnostics import Diagnostic, Place, shortened
from plugins.model.draft import quoted
from plugins.model.front_matter import Data, parse
from plugins.model.kinds import SITE_FILE, Kind
from plugins.model.loading import MOST_LIST_VALUES
from plugins.model.site_file import FIRST_FORMAT, SiteFile, declared
from plugins.model.source_text import conflicts
from plugins.model.yaml_edits import Cut, composed, edited, end_of, without_keys

_OUTCOMES = "suivi.yml"
_FRONT = re.compile(r"(\ufeff?---[ \t]*\r?\n)(.*?\r?\n)---[ \t]*(?:\r?\n|$)", re.DOTALL)
_PLAIN = re.compile(r"[a-z0-9-]+")
_ANSWER = ("statut", "repondue_par", "passage")
_NEW_SITE_FILE = "# À qui est ce site. Chaque clé est expliquée dans CONTRIBUTING.md, à « site.yml ».\n"


@dataclass
class Folder:
    """The texts of a content while they change: pages and lists, by path under its folder."""

    texts: dict[str, str]
    shown: str
    faults: list[Diagnostic] = field(default_factory=list)

    def place(self, path: str, line: int = 1) -> Place:
        """Of a file, as messages name it."""
        return Place(f"{self.shown}/{path}", line)

    def set(self, path: str, text: str, meant: object) -> None:
        """Keep a new text, if it says what is meant and nothing else; else say that this is to be done by hand."""
        if _data(path, text, self.place(path)) == meant:
            self.texts[path] = text
        else:
            self.faults.append(
                self.place(path).error("ce fichier ne peut être changé sans le récrire — une clé par ligne, puis recommencer")
            )

    @cached_property
    def days(self) -> Mapping[str, str]:
        """By meeting, its day as it is written."""
        folder = f"{Kind.MEETING.folder}/"
        read = {path: _data(path, text, self.place(path)) for path, text in self.texts.items() if path.startswith(folder)}
        return {
            path.removeprefix(folder).removesuffix(".md"): str(data["date"])
            for path, data in read.items()
            if isinstance(data, dict) and re.fullmatch(r"\d{4}-\d\d-\d\d", str(data.get("date")))
        }


def migrated(texts: Mapping[str, str], shown: str) -> Folder:
    """The texts in the shape of today.

    Args:
        texts: of pages (`.md`) and of the files at the top (`.yml`), by path under the content folder, line ends as they are.
        shown: how messages name the folder.

    Returns:
        All texts, changed or not; with faults, nothing is to be written.
    """
    folder = Folder(dict(texts), shown)
    folder.faults += [fault for path, text in texts.items() for fault in _unreadable(path, text, folder.place(path))]
    if folder.faults:
        return folder
    since = declared(texts.get(SITE_FILE, "")) or FIRST_FORMAT
    for number, move in _MOVES:
        if number >= since:  # its own number too: a content of that format may be older than the move
            move(folder)
    return folder


def _format_written(folder: Folder) -> None:
    text = folder.texts.get(SITE_FILE, _NEW_SITE_FILE)
    if declared(text):
        return
    end, line = _line_end(text), f"format: {FIRST_FORMAT}"
    data = _data(SITE_FILE, text, folder.place(SITE_FILE)) or {}
    first = re.search(r"^[^\s#%-]", text.removeprefix("\ufeff"), re.MULTILINE)
    at = first.start() + text.startswith("\ufeff") if first else len(text)
    before = text[:at] + (end if text[:at] and not text[:at].endswith(("\n", "\ufeff")) else "")
    folder.set(
        SITE_FILE, f"{before}{line}{end}{text[at:]}", {"format": str(FIRST_FORMAT)} | data if isinstance(data, dict) else None
    )


def _retired_keys(folder: Folder) -> None:
    """What they said stays, as a comment."""
    text = folder.texts.get(SITE_FILE, "")
    node = composed(text)
    if not isinstance(node, yaml.MappingNode):
        return
    gone = [(key, value) for key, value in node.value if key.value in SiteFile.RETIRED]
    if not gone:
        return
    cuts = [_commented(text, int(key.start_mark.index), end_of(text, value)) for key, value in gone]
    data = _data(SITE_FILE, text, folder.place(SITE_FILE))
    meant = {key: value for key, value in data.items() if key not in SiteFile.RETIRED} if isinstance(data, dict) else None
    folder.set(SITE_FILE, edited(text, cuts), meant or None)


def _commented(text: str, start: int, end: int) -> Cut:
    lines = text[start:end].split("\n")
    return start, end, "\n".join(f"# {line}" for line in lines)


def _answers_beside_the_minutes(folder: Folder) -> None:
    """A question that a later meeting answers: the minutes say again that it was asked, `suivi.yml` what became of it."""
    told = _data(_OUTCOMES, folder.texts.get(_OUTCOMES, ""), folder.place(_OUTCOMES)) or []
    known = {(one.get("reunion"), one.get("id")) for one in told if isinstance(one, dict)} if isinstance(told, list) else set()
    entries: list[dict[str, Any]] = []
    for path, text in sorted(folder.texts.items()):
        front = _FRONT.match(text) if path.startswith(f"{Kind.MEETING.folder}/") else None
        if front is None:
            continue
        moved = [one for one in _answered(path, front[2], folder) if (one.entry["reunion"], one.entry["id"]) not in known]
        if moved:
            meant = _data(path, text, folder.place(path))
            assert isinstance(meant, dict)
            for one in moved:
                for key in _ANSWER:
                    meant["questions"][one.rank].pop(key, None)  # type: ignore[index, union-attr, arg-type, call-arg]
            new = edited(front[2], [cut for one in moved for cut in without_keys(front[2], one.node, _ANSWER)])
            folder.set(path, text[: front.start(2)] + new + text[front.end(2) :], meant)
            entries += [one.entry for one in moved]
    if entries:
        _add(folder, entries, told)


@dataclass(frozen=True)
class _Answered:
    """A question of a meeting that another answers: its rank, where it is written, what `suivi.yml` is to say."""

    rank: int
    node: yaml.MappingNode
    entry: dict[str, Any]


def _answered(path: str, front: str, folder: Folder) -> Iterator[_Answered]:
    slug = path.split("/")[1].removesuffix(".md")
    node = composed(front)
    lists = [value for key, value in node.value if key.value == "questions"] if isinstance(node, yaml.MappingNode) else []
    for rank, one in enumerate(lists[0].value if lists and isinstance(lists[0], yaml.SequenceNode) else ()):
        said = {key.value: value.value for key, value in one.value} if isinstance(one, yaml.MappingNode) else {}
        by = said.get("repondue_par") or slug
        if said.get("statut") != "repondue" or not said.get("id") or by == slug:
            continue
        if by not in folder.days:
            fault = f"« repondue_par » : la réunion « {shortened(by)} » n'est pas là, ou n'a pas de date — la corriger, puis recommencer"
            folder.faults.append(folder.place(path, one.start_mark.line + 2).error(fault))
            continue
        where = {"reunion": by} | ({"passage": said["passage"]} if said.get("passage") else {})
        yield _Answered(
            rank, one, {"reunion": slug, "id": said["id"], "date": folder.days[by], "devient": "repondue", "par": where}
        )


def _add(folder: Folder, entries: list[dict[str, Any]], told: object) -> None:
    text = folder.texts.get(_OUTCOMES, "")
    end = _line_end(text)
    before = text + (end if text.rstrip("\ufeff") and not text.endswith("\n") else "")
    added = "".join(f"- {_flow(one)}{end}" for one in entries)
    folder.set(_OUTCOMES, before + added, [*told, *entries] if isinstance(told, list) else None)


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(one)}" for key, one in value.items()) + "}"
    return value if _PLAIN.fullmatch(value) else quoted(value)


def _unreadable(path: str, text: str, place: Place) -> Iterator[Diagnostic]:
    """Why a file cannot be changed: what YAML cannot read, an unfinished merge."""
    found = conflicts(text, place)
    yield from found
    front = _FRONT.match(text) if path.endswith(".md") else None
    if path.endswith(".md") and front is None:
        return  # without front matter: nothing moves in it, and the check tells it
    if not found:
        yaml_text, first = _yaml_of(path, text)
        data, _, wrong = parse(yaml_text, place, first, MOST_LIST_VALUES)
        if data is None:
            yield from wrong


def _data(path: str, text: str, place: Place) -> Data | None:
    yaml_text, first = _yaml_of(path, text)
    return parse(yaml_text, place, first, MOST_LIST_VALUES)[0]


def _yaml_of(path: str, text: str) -> tuple[str, int]:
    """The YAML of a file, and its line there."""
    front = _FRONT.match(text) if path.endswith(".md") else None
    found, first = (front[2], 2) if front else ("", 1) if path.endswith(".md") else (text.removeprefix("\ufeff"), 1)
    return found.replace("\r\n", "\n"), first


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


_MOVES: tuple[tuple[int, Callable[[Folder], None]], ...] = (
    (1, _format_written),
    (1, _retired_keys),
    (1, _answers_beside_the_minutes),
)
