"""Lines in reading order → blocks: which lines go on, and where one ends.

A line that had room for the next word ended on purpose; so did one before a mark of a list, a wider gap, another look.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

from plugins.importing.continued import parts
from plugins.importing.flows import ENDED, INDENT, MARK, SAME_END, Flow, flows_of
from plugins.importing.hyphens import is_cut, mended
from plugins.importing.openings import OPENS
from plugins.importing.pieces import CELL_LINE, Block, Piece
from plugins.text.folding import fold_word
from plugins.text.inflection import GRAMMAR

# « Excusés : … », « Rédaction : … » after a whole sentence.
_LABEL = re.compile(r"[A-ZÀ-Ý][^\s:.,;]*(?:\s+[^\s:.,;]+){0,4}\s*:")
_SENTENCE_ENDED = re.compile(r"[.!?…»)][\s\u00a0]*$")
_ROOM = 1.5  # signs: what must be left beside the next word for a line to have ended on purpose
_ROOM_AS_SET = 0.075  # of the measure of a plain text, whose letters are only guessed at
_LARGE = 1.2  # times the letters of the text
_MOST_ROOM_BELOW = 5  # lines that a page may leave empty in the middle of a paragraph
_FAINT = "un mot est mal reconnu dans cette image : le comparer à l'original"
_MOST_LEADING = 1.15  # times the usual gap between two lines of one paragraph


def blocks(pieces: Sequence[Piece], known: Collection[str]) -> list[Block]:
    """Paragraphs, items, headings that the format declares, and tables.

    Args:
        pieces: in reading order, running heads dropped.
        known: words by which hyphens at the ends of lines are judged.
    """
    flows = flows_of(pieces)
    found: list[Block] = []
    for own in parts(pieces):
        if own[0].style.cell:
            found.append(_table(own, known))
            continue
        lines: list[Piece] = []
        for piece in own:
            if lines and not _goes_on(lines, piece, flows):
                found.append(_block(lines, known))
                lines = []
            lines.append(piece)
        if lines:
            found.append(_block(lines, known))
    return found


def _goes_on(lines: Sequence[Piece], piece: Piece, flows: dict[int, Flow]) -> bool:
    """Whether a line belongs to the same block as those before it."""
    last = lines[-1]
    if last.whole or piece.whole or last.spot.box is None or piece.spot.box is None or "\t" in piece.text:
        return False
    flow, beside = flows[last.flow], last.flow == piece.flow
    if beside and piece.spot.box.top - last.spot.box.top > _MOST_LEADING * flow.leading * last.spot.box.height:
        return False
    if "\t" in last.text:  # the second line of a cell
        return beside and piece.spot.box.left > last.spot.box.left + 3 * last.spot.box.height
    open_end = not ENDED.search(last.text) and piece.text[:1].islower()
    if (not open_end and (_looks_other(lines, piece) or _is_another_title(last, piece, flow))) or (
        last.ends and not piece.text[:1].islower()
    ):
        return False
    if MARK.match(piece.text) and not _is_aside(lines, piece, flow):
        return False
    if beside and _shifts(lines, piece, flow):
        return False
    if is_cut(last.text) and piece.text[:1].islower():
        return True
    if _LABEL.match(piece.text) and _SENTENCE_ENDED.search(last.text):
        return False
    if (
        beside
        and not ENDED.search(last.text)
        and (piece.text[:1].islower() or (piece.text[:1].isdigit() and len(last.text) > 30))
    ):
        return True
    return not _had_room(lines, piece, flow) and ((beside and flow.spaced) or not _opens(last, piece, flow))


def _is_another_title(last: Piece, piece: Piece, flow: Flow) -> bool:
    """« Comité local ⏎ Réunion du 8 octobre »: in the large letters of a title, a line that opens as minutes do is a line of its own."""
    large = bool(flow.size) and piece.style.size > _LARGE * flow.size
    before = re.split(r"[\s\u00a0’']", last.text.strip())[-1]
    return (
        large
        and piece.text[:1].isupper()
        and bool(OPENS.match(piece.text))
        and not is_cut(last.text)
        and fold_word(before) not in GRAMMAR
    )


def _is_aside(lines: Sequence[Piece], piece: Piece, flow: Flow) -> bool:
    """« le périmètre - l'accueil ⏎ - l'évaluation »: a dash of the sentence that came to stand at the beginning of a line."""
    dash = piece.text[0]
    said = any(f" {dash} " in line.text.lstrip("-–—• ") for line in lines)
    return dash in "-–—" and said and not _had_room(lines, piece, flow) and not _SENTENCE_ENDED.search(lines[-1].text)


def _shifts(lines: Sequence[Piece], piece: Piece, flow: Flow) -> bool:
    """Whether a line begins elsewhere than the block before it goes on."""
    first, last, box = lines[0].spot.box, lines[-1].spot.box, piece.spot.box
    assert first is not None
    assert last is not None
    assert box is not None
    unit = INDENT if not piece.spot.unit else 0.7
    if not piece.spot.unit and abs(last.left + last.right - box.left - box.right) < unit and last.left > flow.left + unit:
        return False  # both lines are centred
    if len(lines) > 1:
        return abs(box.left - last.left) > unit
    if MARK.match(lines[0].text):
        return box.left < first.left - unit or (flow.hangs and box.left < first.left + unit / 2)
    # The first line of a paragraph may stand in; what stands in after a whole line opens another.
    return box.left > first.left + unit


def _looks_other(lines: Sequence[Piece], piece: Piece) -> bool:
    last = lines[-1]
    if piece.style.bold != last.style.bold and not (len(lines) > 1 and lines[0].style.bold != last.style.bold):
        return True
    size = last.style.size
    return bool(size) and abs(piece.style.size - size) > 0.09 * size


def _had_room(lines: Sequence[Piece], piece: Piece, flow: Flow) -> bool:
    """Whether the next line's first word would have stood on this one."""
    last = lines[-1]
    assert last.spot.box is not None
    box = last.spot.box
    sign = (box.right - box.left) / max(len(last.text), 1)
    word = re.split(r"[\s\u00a0]", piece.text, maxsplit=1)[0]
    if last.spot.unit:  # letters are guessed, and so is the side
        side = max(flow.right - flow.left, 1.0)
        return box.right + sign * (len(word) + 1) < flow.right - _ROOM_AS_SET * side
    if flow.justified and not last.style.bold:
        return box.right < flow.right - SAME_END
    return box.right + sign * (len(word) + _ROOM) < flow.right


def _opens(last: Piece, piece: Piece, flow: Flow) -> bool:
    """Where no gap is seen: whether the page before had room, or a sentence ends and someone begins to speak."""
    assert last.spot.box is not None
    if piece.spot.page != last.spot.page and last.spot.box.bottom < flow.bottom - _MOST_ROOM_BELOW * last.spot.box.height:
        return True
    speaks = re.match(r"(?:Selon |Pour )?(?:M\.|Mme|Mmes|MM\.)\s", piece.text)
    return bool(_SENTENCE_ENDED.search(last.text) and speaks)


def _block(lines: Sequence[Piece], known: Collection[str]) -> Block:
    text = ""
    for piece in lines:
        if not text:
            text = piece.text
        elif is_cut(text):
            text = mended(text, piece.text, known)
        else:
            text = f"{text} {piece.text}"
    spots = tuple(piece.spot for piece in lines)
    doubts = _doubts(lines)
    first, bold = lines[0], all(piece.style.bold for piece in lines)
    text = text.replace("\u00ad", "")
    if first.style.level:
        return Block("heading", text, spots, level=first.style.level, bold=bold, doubts=doubts)
    if first.style.marker:
        return Block("item", text, spots, marker=first.style.marker, depth=first.style.depth, bold=bold, doubts=doubts)
    mark = MARK.match(text)
    if mark and not (mark["number"] and bold):
        number = mark["number"]
        marker = "-" if not number or number[0].isalpha() else f"{number[:-1]}."
        rest = text if number and number[0].isalpha() else text[mark.end() :]
        return Block("item", rest, spots, marker=marker, bold=bold, doubts=doubts)
    return Block("paragraph", text, spots, bold=bold, doubts=doubts)


def _doubts(pieces: Sequence[Piece]) -> tuple[str, ...]:
    return (_FAINT,) if any(piece.faint for piece in pieces) else ()


def _table(pieces: Sequence[Piece], known: Collection[str]) -> Block:
    cells: dict[tuple[int, int], list[Piece]] = defaultdict(list)
    for piece in pieces:
        assert piece.style.cell is not None
        cells[piece.style.cell[1:]].append(piece)
    down, across = 1 + max(row for row, _ in cells), 1 + max(column for _, column in cells)
    rows = [tuple(_cell(cells.get((row, column), []), known) for column in range(across)) for row in range(down)]
    kept = tuple(row for row in rows if any(row))
    text = " ".join(cell for row in kept for cell in row if cell).replace(CELL_LINE, " ")
    return Block("table", text, tuple(piece.spot for piece in pieces), rows=kept, doubts=_doubts(pieces))


def _cell(pieces: list[Piece], known: Collection[str]) -> str:
    """The lines of a cell, those that go on joined."""
    flows = flows_of(pieces)
    whole: list[list[Piece]] = []
    for piece in pieces:
        plain = replace(piece, text=piece.text.replace("\t", " "))
        if whole and _goes_on(whole[-1], plain, flows):
            whole[-1].append(plain)
        else:
            whole.append([plain])
    return CELL_LINE.join(_raw(_block(lines, known)) for lines in whole)


def _raw(block: Block) -> str:
    return f"{block.marker} {block.text}" if block.marker and block.marker != "-" else block.text
