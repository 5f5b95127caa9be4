"""A draft and the content folder → the files to write, all at once or none; what is there already is compared, not replaced."""

from __future__ import annotations

import re
from collections import Counter

from plugins.importing.drafting import Draft
from plugins.importing.writing import page
from plugins.model.content import Content
from plugins.model.draft import draft_body
from plugins.model.kinds import Kind
from plugins.text.folding import fold
from plugins.text.slugs import slugify

_MOST_SHOWN = 60  # lines of a comparison


def known_page(draft: Draft, content: Content) -> str:
    """The slug of the page that was made from the same file, if there is one."""
    for slug, meeting in content.meetings.items():
        if meeting.record.source and meeting.record.source.sha256 == draft.sha256:
            return slug
    return ""


def same_meeting(draft: Draft, content: Content) -> str:
    """The slug of another page of the same body on the same day; empty without one."""
    for slug, meeting in content.meetings.items():
        if meeting.record.date == draft.heading.day and str(meeting.record.instance) == draft.heading.instance:
            return slug
    return ""


def files_of(draft: Draft, content: Content, root: str, attachment: bytes | None, ending: str) -> dict[str, bytes]:
    """Every file to write, by its path under the content folder.

    Args:
        draft: what was read.
        content: the site's.
        root: the folder, as commands name it.
        attachment: the original, to be attached; None leaves it out.
        ending: of its name.
    """
    files: dict[str, bytes] = {}
    instance = draft.heading.instance
    if not instance:
        instance = slugify(draft.heading.body)[:80].strip("-") or "instance"
        if instance not in content.actors:
            family = _family(content)
            if not family:
                family = "instances"
                files[f"{Kind.FAMILY.folder}/{family}.md"] = b"---\ntitre: Instances\n---\n"
            files[f"{Kind.ACTOR.folder}/{instance}.md"] = draft_body(draft.heading.body, family, draft.heading.day).encode()
    attached = f"fichiers/{draft.slug}.{ending}" if attachment is not None else ""
    if attachment is not None:
        files[attached] = attachment
    files[f"{Kind.MEETING.folder}/{draft.slug}.md"] = page(draft, instance, root, attached).encode()
    return files


def _family(content: Content) -> str:
    """The family of most bodies that meet; else the first; empty without any."""
    counted = Counter(str(actor.record.famille) for actor in content.actors.values() if actor.record.nature == "instance")
    return counted.most_common(1)[0][0] if counted else next(iter(content.families), "")


def differences(before: str, after: str) -> list[str]:
    """What a new reading has that the page lacks: facts, entries, paragraphs, each once, whatever their order and ids."""
    there = {_said(line) for line in before.splitlines()}
    new = [line.strip() for line in after.splitlines() if _said(line) and _said(line) not in there]
    shown = [f"+ {line}" for line in new[:_MOST_SHOWN]]
    more = len(new) - _MOST_SHOWN
    return [*shown, f"… et {more} autres lignes"] if more > 0 else shown


def _said(line: str) -> str:
    """A line without its place in the file, its id and its marks."""
    return fold(re.sub(r"\s#\s.*$|\bid: \w+,", "", line))
