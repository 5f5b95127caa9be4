"""Importing minutes: what of judged minutes the draft holds, in every format, and what peers read of the same files.

    inv bench import [--gold MINUTES.md] [--content DIR]

Minutes are written in a small Markdown (benchmarks/importing/gold.py); without --gold, those of tests/importing/minutes.
Each is made into a file by every program that this machine has (requirements/bench-import.txt; LibreOffice; OCRmyPDF), then
imported into a copy of the content folder.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import shutil
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import mean

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.importing import libraries, made
from benchmarks.importing.drafts import names_left, next_is_exact, parts_of, people
from benchmarks.importing.gold import Gold, read
from benchmarks.importing.measures import ends, headings, words_in_order
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
    "LibreOffice, PDF": ("pdf", lambda gold: made.libreoffice(libraries.docx(gold), "docx", "pdf")),
    "Word (LibreOffice)": ("docx", lambda gold: made.libreoffice(made.page(gold).encode(), "html", "docx")),
    "OpenDocument (LibreOffice)": ("odt", lambda gold: made.libreoffice(made.page(gold).encode(), "html", "odt")),
    "ReportLab": ("pdf", libraries.reportlab),
    "fpdf2": ("pdf", libraries.fpdf),
    "Word (python-docx)": ("docx", libraries.docx),
    "image (WeasyPrint)": ("pdf", lambda gold: made.scanned(made.weasyprint(made.page(gold)))),
}


def main() -> int:
    """Measure all, print each row, keep the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--gold", type=Path, action="append")
    parser.add_argument("--content", type=Path, default=ROOT / "tests/theme/content")
    parser.add_argument("--only", default="", help="makers whose name holds this")
    parser.add_argument("--print", action="store_true", help="leave benchmarks/README.md as it is")
    options = parser.parse_args()
    golds = [read(path) for path in options.gold or sorted((ROOT / "tests/importing/minutes").glob("*.md"))]
    lines = [
        "| compte rendu | fait par | mots dans l'ordre | fins de blocs (F1) | titres (F1) | personnes | date | prochaine | noms laissés | accepté | durée |",
        "|---|---|---|---|---|---|---|---|---|---|---|",
    ]
    others: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for gold in golds:
        for maker, (ending, make) in MAKERS.items():
            if options.only.lower() in maker.lower():
                try:
                    data = make(gold)
                except (ImportError, OSError) as error:
                    lines.append(f"| {gold.name} | {maker} | non mesuré : {type(error).__name__} ({error}) |" + " |" * 8)
                    continue
                lines.append("| " + " | ".join([gold.name, maker, *_row(gold, ending, data, options.content)]) + " |")
                print(lines[-1], flush=True)
                if "image" not in maker:
                    for name, words, blocks in _peers(gold, data, ending):
                        others[name].append((words, blocks))
                        print(f"    {name} : {words:.4f} ; {blocks:.3f}", flush=True)
    if not options.print and not options.only:
        text = f"{machine()}. Les mots et les blocs sont ceux du texte, sans la liste des participants."
        beside = "Ce que d'autres bibliothèques lisent des mêmes fichiers, en moyenne ; les mots et les blocs sont ceux du document entier."
        table = ["| bibliothèque | fichiers | mots dans l'ordre | fins de blocs (F1) |", "|---|---|---|---|"]
        table += [
            f"| {name} | {len(own)} | {mean(words for words, _ in own):.4f} | {mean(blocks for _, blocks in own):.3f} |"
            for name, own in others.items()
        ]
        write_section("import", "Importer un compte rendu", "\n\n".join([text, "\n".join(lines), beside, "\n".join(table)]))
    return 0


def _row(gold: Gold, ending: str, data: bytes, content: Path) -> Iterator[str]:
    judged = [("heading" if block.kind in {"title", "heading"} else block.kind, block.text) for block in gold.body]
    kept = _imported(gold, data, ending, content, keep_names=True)
    if not kept:
        yield "refusé"
        return
    front, found = parts_of(kept[0])
    resolved, wanted = people(front, gold)
    hidden = _imported(gold, data, ending, content, keep_names=False)
    left = names_left(hidden[0], gold) if hidden else ["?"]
    yield f"{words_in_order(found, judged):.4f}"
    yield f"{ends(found, judged):.3f}"
    yield f"{headings(found, judged):.3f}"
    yield f"{resolved} sur {wanted}"
    yield (
        "exacte"
        if str(front.get("date")) == str(gold.expected["date"]) and front.get("instance") == gold.expected["instance"]
        else "**fausse**"
    )
    yield "exacte" if next_is_exact(front, gold) else "**fausse**"
    yield str(len(left))
    yield "oui" if kept[1] and hidden and hidden[1] else "**non**"
    yield f"{kept[2]:.1f} s".replace(".", ",")


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
