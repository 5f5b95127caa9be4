"""Pages come in, an index goes out, ours or Pagefind's, each in a process of its own: processor seconds, memory.

    python -m benchmarks.searching.building COUNT FOLDER [CONTENT FRENCH]

writes our index of COUNT made-up pages; reading their HTML is counted, making them up is not. With the needs of the content
folder CONTENT among them, and French words under the address FRENCH, when they are given.
"""

from __future__ import annotations

import json
import os
import re
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.searching.corpus import Made, pages
from plugins.markup.reading import read
from plugins.model.content import Content
from plugins.model.kinds import Kind
from plugins.model.loading import load
from plugins.search.documents import Page
from plugins.search.files import index_files, write
from plugins.search.needs import needs_told
from plugins.search.sections import sections
from plugins.search.transport import FOLDER

ROOT = Path(__file__).resolve().parents[2]
SHELL = '<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>{title}</title></head><body><main>{body}</main></body></html>'
# One page a file of content; what the templates build beside them is left out.
PAGES = "{" + ",".join(kind.folder for kind in Kind if kind is not Kind.PAGE) + "}/*/index.html"


@dataclass(frozen=True)
class Built:
    """What an index cost.

    Attributes:
        processor: seconds, of all cores together.
        memory: the most bytes at once.
        entry: the first file to load, under the index's folder; empty when it is not ours.
    """

    processor: float
    memory: int
    entry: str = ""


def ours(count: int, folder: Path, *needs: str) -> Built:
    """Our index of made-up pages, written under `folder` as in a site; `needs` a content folder and where French words are."""
    command = [sys.executable, "-m", "benchmarks.searching.building", str(count), str(folder), *needs]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return Built(**json.loads(ended.stdout))


def pagefind(site: Path) -> Built:
    """Pagefind's index of the pages of a site, written in it.

    Raises:
        SystemExit: it failed.
    """
    import pagefind_bin  # type: ignore[import-untyped]

    command = [str(pagefind_bin.get_executable()), "--site", str(site), "--root-selector", "main", "--glob", PAGES]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"Pagefind s'est arrêté ({status})")
    return Built(used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)


def build_site(content: Path | None, site: Path, *settings: str) -> None:
    """The site of a content folder, the project's own when there is none, with some settings, each `NAME=VALUE`."""
    command = [sys.executable, "-m", "invoke", "build", "--output", str(site), *(["--content", str(content)] if content else [])]
    command += [part for one in settings for part in ("--set", one)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if ended.returncode:
        raise SystemExit(ended.stderr or ended.stdout)


def dress(shell: Path, site: Path, entry: str) -> None:
    """Around an index that stands in `site`, the search page of a site that is built already, `shell`."""
    shutil.copytree(
        shell, site, dirs_exist_ok=True, ignore=lambda folder, names: [FOLDER.rpartition("/")[2]] if "recherche" in folder else []
    )
    page = site / "recherche" / "index.html"
    html = page.read_text(encoding="utf-8")
    page.write_text(re.sub(rf"{FOLDER}/\w+\.js", f"{FOLDER}/{entry}", html), encoding="utf-8")


def write_html(made: Iterable[Made], site: Path) -> None:
    """The pages as plain HTML."""
    for page in made:
        path = site / "acteurs" / page.slug / "index.html"
        path.parent.mkdir(parents=True)
        body = f"<h1>{page.title}</h1><p>{page.summary}</p>{page.html}"
        path.write_text(SHELL.format(title=page.title, body=body), encoding="utf-8")
    (site / "index.html").write_text(SHELL.format(title="Accueil", body=""), encoding="utf-8")


def main(count: int, folder: Path, content: str = "", french: str = "") -> None:
    """Index and say what it cost."""
    made = list(pages(count))
    before = time.process_time()
    found = [
        Page(
            url=f"acteurs/{page.slug}/",
            title=page.title,
            summary=page.summary,
            kind="Acteur",
            sections=tuple(sections(read(page.html))),
        )
        for page in made
    ]
    site = load(Path(content))[0] if content else Content()
    found += [
        Page(url=one.url, title=one.record.titre, spoken=one.record.mots, summary=one.record.resume or "", kind="Besoin")
        for one in site.needs.values()
    ]
    files = index_files(found, told=tuple(needs_told(site, {})), french=french)
    write(files, folder)
    spent = time.process_time() - before
    print(json.dumps(asdict(Built(spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024, files.entry))))


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:])
