"""Importing minutes: what of judged minutes the draft holds, in every format, and what peers read of the same files.

    inv bench import [--gold MINUTES.md] [--content DIR]

Minutes are written in a small Markdown (benchmarks/importing/gold.py); without --gold, those of tests/importing/minutes.
Each is made into a file by every program that this machine has (requirements/bench-import.txt; LibreOffice), pictures of
pages included (read by Tesseract), then imported into a copy of the content folder. A maker or a reader that this machine
lacks is named under the table.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.importing import libraries, made, office
from benchmarks.importing.drafts import names_left, next_is_exact, parts_of, people
from benchmarks.importing.gold import Gold, read
from benchmarks.importing.measures import corrections, ends, headings, pages, words_in_order
from benchmarks.importing.peers import PEERS
from benchmarks.report import machine, write_section

ROOT = Path(__file__).resolve().parents[1]
MAKERS: dict[str, tuple[str, Callable[[Gold], bytes]]] = {
    "texte": ("txt", made.text),
    "HTML": ("html", lambda gold: made.page(gold).encode()),
    "Chromium, une colonne": ("pdf", lambda gold: made.chromium(made.page(gold, soft=True))),
    "Chromium, deux colonnes": ("pdf", lambda gold: made.chromium(made.page(gold, columns=2, soft=True))),
    "WeasyPrint, une colonne": ("pdf", lambda gold: made.weasyprint(made.page(gold))),
    "WeasyPrint, deux colonnes": ("pdf", lambda gold: made.weasyprint(made.page(gold, columns=2))),
    "WeasyPrint, sans justification": ("pdf", lambda gold: made.weasyprint(made.page(gold, justified=False))),
    "LibreOffice, une colonne": ("pdf", office.pdf),
    "LibreOffice, deux colonnes": ("pdf", lambda gold: office.pdf(gold, columns=2)),
    "LibreOffice, d'un document Word": ("pdf", lambda gold: made.libreoffice(libraries.docx(gold), "docx", "pdf")),
    "Word (LibreOffice)": ("docx", lambda gold: made.libreoffice(made.page(gold).encode(), "html", "docx")),
    "OpenDocument (LibreOffice)": ("odt", lambda gold: made.libreoffice(made.page(gold).encode(), "html", "odt")),
    "ReportLab": ("pdf", libraries.reportlab),
    "fpdf2": ("pdf", libraries.fpdf),
    "Word (python-docx)": ("docx", libraries.docx),
    "image (WeasyPrint)": ("pdf", lambda gold: made.scanned(made.weasyprint(made.page(gold)))),
    "image de travers, deux colonnes (WeasyPrint)": (
        "pdf",
        lambda gold: made.scanned(made.weasyprint(made.page(gold, columns=2)), turn=0.8),
    ),
}


TITLES = (
    "fait par", "comptes rendus", "mots dans l'ordre", "fins de blocs (F1)", "titres (F1)", "personnes", "date et instance",
    "prochaine réunion", "noms laissés", "corrections à la page", "acceptés", "au plus",
)  # fmt: skip


@dataclass(frozen=True)
class Read:
    """What one draft holds of one file: parts of 1, counts (of how many), seconds."""

    words: float
    ends: float
    headings: float
    people: int
    wanted: int
    dated: bool
    next: bool
    left: int
    corrections: int
    pages: float
    accepted: bool
    seconds: float


def main() -> int:
    """Measure all, print each file, keep one row a maker."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--gold", type=Path, action="append")
    parser.add_argument("--content", type=Path, default=ROOT / "tests/theme/content")
    parser.add_argument("--only", default="", help="makers whose name holds this")
    parser.add_argument("--print", action="store_true", help="leave benchmarks/README.md as it is")
    options = parser.parse_args()
    golds = [read(path) for path in options.gold or sorted((ROOT / "tests/importing/minutes").glob("*.md"))]
    rows, lacking = list[str](), list[str]()
    others: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for maker, (ending, make) in MAKERS.items():
        if options.only.lower() not in maker.lower():
            continue
        found: list[Read | None] = []
        for gold in golds:
            try:
                data = make(gold)
            except (ImportError, OSError, subprocess.SubprocessError) as error:
                lacking.append(f"{maker} ({error})")
                break
            found.append(_read(gold, ending, data, options.content))
            print(f"{gold.name} | {maker} | {found[-1]}", flush=True)
            for name, words, blocks in _peers(gold, data, ending) if "image" not in maker else ():
                others[maker, name].append((words, blocks))
                print(f"    {name} : {words:.4f} ; {blocks:.3f}", flush=True)
        if found:
            rows.append(_row(maker, found))
            print(rows[-1], flush=True)
    _kept("\n\n".join(_told(rows, lacking, others)), written=not options.print and not options.only)
    return 0


def _told(rows: list[str], lacking: list[str], others: Mapping[tuple[str, str], list[tuple[float, float]]]) -> Iterator[str]:
    yield (
        f"{machine()} ; charge de la machine {os.getloadavg()[0]:.0f} pour {os.cpu_count()} cœurs. Les mots et les blocs sont ceux du texte, sans la liste des participants ; une page compte 450 mots. "
        "Une correction : un bloc à couper, à joindre, à récrire, à changer en titre ou en tableau, à ôter ou à ajouter."
    )
    yield "\n".join([f"| {' | '.join(TITLES)} |", "|---" * len(TITLES) + "|", *rows])
    if lacking:
        yield f"Non mesuré, faute de programme sur cette machine : {' ; '.join(lacking)}."
    yield "Ce que d'autres bibliothèques lisent des mêmes fichiers, dans le même passage (mots dans l'ordre / fins de blocs, document entier) :"
    names = list(dict.fromkeys(name for _, name in others))
    yield "\n".join(
        [f"| fait par | {' | '.join(names)} |", "|---" * (len(names) + 1) + "|"]
        + [
            f"| {maker} | " + " | ".join(_pair(others.get((maker, name), [])) for name in names) + " |"
            for maker in dict.fromkeys(maker for maker, _ in others)
        ]
    )


def _pair(read: list[tuple[float, float]]) -> str:
    return f"{mean(words for words, _ in read):.4f} / {mean(blocks for _, blocks in read):.3f}" if read else "—"


def _kept(text: str, *, written: bool) -> None:
    if written:
        write_section("import", "Importer un compte rendu", text)
    else:
        print(text)


def _row(maker: str, read: list[Read | None]) -> str:
    """One row a maker: means of what was read; a file that was refused counts as nothing read."""
    found = [one for one in read if one]
    if not found:
        return f"| {maker} | {len(read)} | refusé |" + " |" * (len(TITLES) - 3)
    many = len(read)
    return "| " + " | ".join((
        maker,
        str(many),
        f"{sum(one.words for one in found) / many:.4f}",
        f"{sum(one.ends for one in found) / many:.3f}",
        f"{sum(one.headings for one in found) / many:.3f}",
        f"{sum(one.people for one in found)} sur {sum(one.wanted for one in found)}",
        f"{sum(one.dated for one in found)} sur {many}",
        f"{sum(one.next for one in found)} sur {many}",
        str(sum(one.left for one in found)),
        f"{sum(one.corrections for one in found) / sum(one.pages for one in found):.2f}".replace(".", ","),
        f"{sum(one.accepted for one in found)} sur {many}",
        f"{max(one.seconds for one in found):.1f} s".replace(".", ","),
    )) + " |"  # fmt: skip


def _read(gold: Gold, ending: str, data: bytes, content: Path) -> Read | None:
    judged = [("heading" if block.kind in {"title", "heading"} else block.kind, block.text) for block in gold.body]
    kept = _imported(gold, data, ending, content, keep_names=True)
    hidden = _imported(gold, data, ending, content, keep_names=False)
    if not kept or not hidden:
        return None
    front, found = parts_of(kept[0])
    resolved, wanted = people(front, gold)
    dated = str(front.get("date")) == str(gold.expected["date"]) and front.get("instance") == gold.expected["instance"]
    next_one = next_is_exact(front, gold)
    return Read(
        words=words_in_order(found, judged), ends=ends(found, judged), headings=headings(found, judged),
        people=resolved, wanted=wanted, dated=dated, next=next_one, left=len(names_left(hidden[0], gold)),
        corrections=corrections(found, judged) + wanted - resolved + (not dated) + (not next_one), pages=pages(judged),
        accepted=kept[1] and hidden[1], seconds=kept[2],
    )  # fmt: skip


def _peers(gold: Gold, data: bytes, ending: str) -> Iterator[tuple[str, float, float]]:
    """What others read of the same file: words in order and ends of blocks, of all the minutes."""
    whole = [("heading" if block.kind in {"title", "heading"} else block.kind, block.text) for block in gold.blocks]
    for name, peer in PEERS.get(ending, {}).items():
        text = peer(data)
        if text is not None:
            yield name, words_in_order(text, whole), ends(text, whole)


def _imported(gold: Gold, data: bytes, ending: str, content: Path, *, keep_names: bool) -> tuple[str, bool, float] | None:
    """The draft, whether the content with it is accepted, and seconds of the import alone; None when nothing was written."""
    from plugins.building.command import run_check
    from plugins.importing.command import run

    with (
        tempfile.TemporaryDirectory() as scratch,
        contextlib.redirect_stdout(io.StringIO()),
        contextlib.redirect_stderr(io.StringIO()),
    ):
        folder = Path(scratch) / "content"
        shutil.copytree(content, folder)
        before = set(folder.rglob("*"))
        path = Path(scratch) / f"minutes.{ending}"
        path.write_bytes(data)
        started = time.monotonic()
        if run(str(path), str(folder), keep_names=keep_names):
            return None
        seconds = time.monotonic() - started
        drafts = [page for page in sorted(set(folder.rglob("*.md")) - before) if page.parent.name == "reunions"]
        accepted = run_check(str(folder)) == 0
        return drafts[0].read_text(encoding="utf-8"), accepted, seconds


if __name__ == "__main__":
    raise SystemExit(main())
