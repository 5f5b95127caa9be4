"""A content and a person, or a page → its files without them, and where something is left for a person to settle."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from plugins.model.content import Content, Document
from plugins.model.kinds import Kind
from plugins.model.meeting import Meeting
from plugins.model.records import Page, PlainPage
from plugins.model.unnaming import Who, is_person, is_yaml, without_person
from plugins.persons.masked_content import mask
from plugins.registry.building import build
from plugins.text.folding import fold

_FRONT = re.compile(r"(\ufeff?---[ \t]*\n)(.*?\n)(---[ \t]*\n)", re.DOTALL)
# Files of a content that are texts.
_READ = frozenset((".md", ".yml", ".yaml", ".txt", ".csv", ".json", ".svg", ".html"))


@dataclass(frozen=True)
class Left:
    """A place where the name still stands: the file, the line (0: the name of the file itself), what is written there."""

    path: str
    line: int
    text: str


def unnamed(content: Content, texts: Mapping[str, str], person: str) -> dict[str, str]:
    """The files that change when a person's name is taken out of them.

    Entries that declare the person lose the keys that name them; where a text names them, the organisation that they
    represent takes their place, as the site shows it. What is not sure stays: `left` finds it.

    Args:
        content: what was read.
        texts: of its pages and lists, by path.
        person: first name and surname, or the surname alone.
    """
    who, bare = is_person(person), dict[str, str]()
    for path, text in texts.items():
        found = _FRONT.match(text)
        bare[path] = text if found is None else found[1] + without_person(found[2], who) + found[3] + text[found.end() :]
    # The whole file is read as a text: its front matter too says what people said, and so does a list.
    whole: list[Document[Page]] = [replace(one, body=bare[one.path]) for one in content.documents() if one.path in bare]
    lists = bare.keys() - {one.path for one in whole}
    whole += [Document(Kind.PAGE, path, path, PlainPage(titre=path), bare[path], 1, {}) for path in sorted(lists)]
    places = {"territories": content.territories, "territory_places": content.territory_places}
    site = Content.holding([_alone(one, who) for one in whole], day=content.day, **places)
    masked, _ = mask(site, build(site)[0], "organisations")
    words = surnames(content, person)
    changed = {}
    for document in masked.documents():
        path, lines, told = document.path, bare[document.path].split("\n"), document.body.split("\n")
        if len(lines) == len(told):
            lines = [new if _says(old, words) else old for old, new in zip(lines, told, strict=True)]
        text = "\n".join(lines)
        # An apostrophe may end a value: then the words are left to a person.
        text = text if is_yaml(_front(text) if path.endswith(".md") else text) else bare[path]
        if text != texts[path]:
            changed[path] = text
    return changed


def _front(text: str) -> str:
    found = _FRONT.match(text)
    return found[2] if found else ""


def surnames(content: Content, person: str) -> set[str]:
    """The last word of the surname, as the meetings declare it; that of what was asked when none does."""
    who = is_person(person)
    found = {
        words[-1]
        for meeting in content.meetings.values()
        for one in (*meeting.record.participants, *meeting.record.personnes_citees)
        for given, name in ((one.prenom or "", one.nom or ""), ("", getattr(one, "represente", "") or ""))
        if who(given, name) and (words := fold(name).split())
    }
    return found or set(fold(person).split()[-1:])


def _alone(document: Document[Page], who: Who) -> Document[Page]:
    """A meeting that declares nobody else: nobody else is masked."""
    record = document.record
    if not isinstance(record, Meeting):
        return document
    bare = {"nom": None, "prenom": None}
    kept = [
        one.model_copy(
            update=({} if who(one.prenom or "", one.nom or "") else bare)
            | ({} if who("", one.represente or "") else {"represente": None})
        )
        for one in record.participants
    ]
    cited = [one for one in record.personnes_citees if who(one.prenom or "", one.nom or "")]
    return replace(document, record=record.model_copy(update={"participants": kept, "personnes_citees": cited}))


def left(folder: Path, shown: str, words: set[str]) -> Iterator[Left]:
    """Where the surname still stands in the files of a content, their names included.

    Args:
        folder: of the content.
        shown: how messages name it.
        words: last words of the surname, folded.
    """
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if path.is_dir() or any(part.startswith(".") for part in inside.parts):
            continue
        name = f"{shown}/{inside.as_posix()}"
        if _says(path.stem.replace("-", " "), words):
            yield Left(name, 0, path.name)
        if path.suffix.lower() in _READ:
            for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
                if _says(line, words):
                    yield Left(name, number, " ".join(line.split())[:120])


def unread(folder: Path) -> list[str]:
    """Files to be copied that are no text: an image, a PDF may show a name, and nobody looked into them.

    Args:
        folder: of the content.
    """
    copied = (path for inside in ("fichiers", "images") for path in (folder / inside).rglob("*") if path.is_file())
    return sorted(path.relative_to(folder).as_posix() for path in copied if path.suffix.lower() not in _READ)


def _says(text: str, words: set[str]) -> bool:
    """Whether a text holds one of these words."""
    return not words.isdisjoint(re.findall(r"\w+", fold(text)))


def retired(text: str, address: str) -> str | None:
    """The text of `site.yml` with one address more that answers that its page was withdrawn; None when it must be done by hand.

    Args:
        text: of the file; empty without one.
        address: such as `/acteurs/caf/`.
    """
    found = re.search(r"^retirees:[ \t]*(.*)\n?", text, re.MULTILINE)
    line = f"  - {address}\n"
    if found is None:
        return text + ("" if text.endswith("\n") or not text else "\n") + f"retirees:\n{line}"
    if found[1].strip():
        return None
    return text[: found.end()] + line + text[found.end() :]
