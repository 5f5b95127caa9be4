"""What was found in a body ↔ plain lists, that a store keeps from one build to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from plugins.crosslinks.mention import Mention, Skip


@dataclass(frozen=True)
class Found:
    """What was found in the body of one page.

    Attributes:
        mentions: in the order of the text.
        likely: actors that it may name and that have no page: name, key of its spellings, anchor, line of the file.
    """

    mentions: tuple[Mention, ...]
    likely: tuple[tuple[str, tuple[str, ...], str, int], ...] = field(repr=False)

    @property
    def kept(self) -> list[Any]:
        """As lists; a block that has ten mentions stands there once."""
        blocks = list(dict.fromkeys(one.block for one in self.mentions))
        ranks = {block: rank for rank, block in enumerate(blocks)}
        mentions = [
            [
                *(one.target, one.kind, one.surface, one.anchor, one.start, one.end, one.line, ranks[one.block], one.section),
                *(one.section_id, one.speaker, one.skipped and one.skipped.name, one.candidates, one.form, one.sentence),
            ]
            for one in self.mentions
        ]
        return [blocks, mentions, self.likely]

    @classmethod
    def of(cls, kept: Any) -> Found:
        """What `kept` made lists of."""
        blocks, mentions, likely = kept
        return cls(
            tuple(_mention(blocks, *one) for one in mentions),
            tuple((name, tuple(words), anchor, line) for name, words, anchor, line in likely),
        )


def _mention(blocks: Sequence[str], *of: Any) -> Mention:
    target, kind, surface, anchor, start, end, line, block, section, section_id, speaker, skipped, candidates, form, sentence = of
    return Mention(
        target=target,
        kind=kind,
        surface=surface,
        anchor=anchor,
        start=start,
        end=end,
        line=line,
        block=blocks[block],
        section=section,
        section_id=section_id,
        speaker=tuple(speaker),
        skipped=Skip[skipped] if skipped else None,
        candidates=tuple(candidates),
        form=form,
        sentence=tuple(sentence),
    )
