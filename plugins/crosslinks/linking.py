"""A body + registry → the same body with its mentions linked, and every mention found."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from plugins.crosslinks.excerpts import Sentences
from plugins.crosslinks.mention import Kind, Linked, Mention, Policy, Sitting, Skip
from plugins.crosslinks.occurrences import Occurrence, find
from plugins.crosslinks.speaking import speakers
from plugins.markup.body import Block, Body
from plugins.markup.elements import CODE, OURS
from plugins.markup.rewriting import AddedAttribute, Marked, Wrap
from plugins.registry.registry import Registry, Target
from plugins.text.folding import fold
from plugins.text.tokens import Tokens

_SPEAKING = frozenset(("p", "li"))


def link(
    body: Body,
    registry: Registry,
    page_key: str,
    url_for: Callable[[str], str],
    meeting: Sitting | None = None,
    policy: Policy = "section",
) -> Linked:
    """Link the mentions of a page.

    Linking a linked page changes nothing; taking the links away gives back the text to the letter.

    Args:
        body: as it was read.
        registry: what mentions lead to.
        page_key: the page, which never links to itself.
        url_for: address of a page key, as this page must write it.
        meeting: the meeting whose minutes the page is; persons are known there only.
        policy: link every `mention`, the first of each `section` (a section starts at any heading), or of the `page`.
    """
    run = _Run(body, registry, page_key, url_for, meeting, policy)
    occurrences = find(body.tokens, registry, meeting)
    told, found = Sentences(), run.mentions(sorted([*occurrences, *run.closed_occurrences()], key=lambda o: o.start))
    mentions = [replace(one, sentence=told.of(one)) if one.counts else one for one in found]
    taken = tuple((one.outer, one.end) for one in occurrences)
    return Linked(Marked(body, tuple(run.wraps), tuple(run.marks)), tuple(mentions), taken)


@dataclass
class _Run:
    body: Body
    registry: Registry
    page_key: str
    url_for: Callable[[str], str]
    meeting: Sitting | None
    policy: Policy
    wraps: list[Wrap] = field(default_factory=list)
    marks: list[AddedAttribute] = field(default_factory=list)
    seen: set[tuple[object, ...]] = field(default_factory=set)

    def closed_occurrences(self) -> Iterator[Occurrence]:
        """What stands in the author's own links and in code: never linked, shown to the editor."""
        for one in self.body.closed:
            if one.why == OURS:
                continue
            skip = Skip.CODE if one.why == CODE else Skip.LINK
            for o in find(Tokens(self.body.text[one.start : one.end]), self.registry, self.meeting):
                if o.target:
                    yield replace(o, start=o.start + one.start, end=o.end + one.start, outer=o.outer + one.start, skipped=skip)

    def mentions(self, occurrences: list[Occurrence]) -> Iterator[Mention]:
        """Judge each occurrence, block by block."""
        rank = 0
        ours = [(one.start, one.end) for one in self.body.closed if one.why == OURS]
        for block in self.body.blocks:
            inside: list[Occurrence] = []
            while rank < len(occurrences) and occurrences[rank].start < block.end:
                inside.append(occurrences[rank])
                rank += 1
            if not inside:
                continue
            text = self.body.text[block.start : block.end]
            speaking = block.speech or self._speakers(block, text, inside)
            breaks = [place for place, char in enumerate(text) if char == "\n"] if "\n" in text else []
            for occurrence in inside:
                line = bisect_left(breaks, occurrence.start - block.start)
                yield self._mention(occurrence, block, text, line, speaking, ours)

    def _speakers(self, block: Block, text: str, inside: list[Occurrence]) -> tuple[str, ...]:
        if self.meeting is None or block.element is None or block.element.name not in _SPEAKING:
            return ()
        slugs = speakers(text, inside, block.start, self.meeting)
        if slugs:
            names = ", ".join(self.registry.name_at(slug, self.meeting.day) for slug in slugs)
            self.marks.append(AddedAttribute(block.element, "data-qui", names))
        return slugs

    def _mention(
        self, o: Occurrence, block: Block, text: str, line: int, speaking: tuple[str, ...], ours: list[tuple[int, int]]
    ) -> Mention:
        target = self.registry.targets.get(o.target)
        surface = self.body.text[o.start : o.end]
        skipped = self._skip(o, block, surface)
        if skipped is None and target:
            written = any(start < o.end and o.start < end for start, end in ours)
            if not written:
                found = attributes(target, surface, o, self.url_for, self.meeting)
                self.wraps.append(Wrap(o.start, o.end, "a", tuple(found), to=o.target))
        return Mention(
            o.target, self._kind(o, target), surface, block.anchor, o.start - block.start, o.end - block.start,
            line, text, block.section, block.section_id, speaking, skipped, o.candidates, o.form,
        )  # fmt: skip

    def _kind(self, o: Occurrence, target: Target | None) -> Kind:
        if o.person or o.skipped is Skip.UNKNOWN:
            return "person"
        return target.kind if target else "actor"

    def _skip(self, o: Occurrence, block: Block, surface: str) -> Skip | None:
        if o.skipped:
            return o.skipped
        if o.target not in self.registry.targets:
            return Skip.UNKNOWN
        if o.target == self.page_key:
            return Skip.ITSELF
        if block.heading:
            return Skip.HEADING
        if self.policy == "mention":
            return None
        # Each actor by name and each distinct person: « Mme Vasseur » is linked although « la CGT » was.
        who = (*o.person.identity, fold(surface)) if o.person else ()
        key = (block.section if self.policy == "section" else 0, o.target, who)
        if key in self.seen:
            return Skip.REPEATED
        self.seen.add(key)
        return None


def attributes(
    target: Target, surface: str, o: Occurrence, url_for: Callable[[str], str], meeting: Sitting | None
) -> Iterator[tuple[str, str]]:
    """Those of the link of an occurrence, in the order in which they are written.

    Args:
        target: what it leads to.
        surface: its words.
        o: the occurrence.
        url_for: address of a page key.
        meeting: the one that names it: what had another name that day says so.
    """
    yield "class", target.kind
    yield "href", url_for(target.key)
    if target.kind != "actor":
        return
    if target.hue:
        yield "data-hue", str(target.hue)
    day = meeting.day if meeting else None
    if o.person:
        name = target.name_at(day)
        yield "title", name if name == target.name else f"{name}, aujourd'hui {target.name}"
    else:
        then = target.then(surface, day)
        if then:
            yield "title", f"{then}, aujourd'hui {target.name}"
