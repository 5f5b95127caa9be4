"""The site after years: what a page costs to build, what passes its limits, who is still sent to somebody that closed.

    inv bench years [--content FOLDER] [--options "--ages 1,5,10 --seeds 5"]

Each folder is aged by `inv age` and asked what its years may be asked; `--old FOLDER`, as often as wanted, measures one that was aged
elsewhere, and asks it `--questions FILE`, a list of {query, first}. Chromium counts the screens
of a telephone (360 × 720) and asks axe about the richest page of each template, in light on a telephone, in dark on a desk. Exit code 1
when a limit is passed.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import yaml  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402 — the line above makes ours importable

from benchmarks.ageing import age  # noqa: E402
from benchmarks.ageing.looking import TELEPHONE, faults, screens  # noqa: E402
from benchmarks.ageing.questions import questions, wrong_first  # noqa: E402
from benchmarks.report import machine, write_section  # noqa: E402
from plugins.building.chromium import launch_options  # noqa: E402
from plugins.model.command import load  # noqa: E402
from plugins.search.command import ranked  # noqa: E402

MOST_BYTES, MOST_BYTES_AT_TEN, MOST_SCREENS, MOST_TIMES, LEAST_RIGHT = 100_000, 130_000, 15.0, 2.0, 0.85
_TEN = 10  # years
Questions = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Built:
    """A site: seconds of processor to build it, its pages, bytes of each."""

    seconds: float
    sizes: dict[str, int]

    @property
    def a_page(self) -> float:
        """Milliseconds of processor."""
        return 1000 * self.seconds / len(self.sizes)


@dataclass(frozen=True)
class Row:
    """What was found of one folder.

    Attributes:
        name: of it.
        most: bytes that a page may have.
        site: the build.
        times: what a page costs, by what it costs on the young site.
        screens, longest: of the longest page but minutes.
        closed, sent: organisations that closed, and pages that still send residents to one.
        faults: what axe objects to.
        asked, wrong: questions in time, and those that another page answers first; 0 where nobody knows the answers.
    """

    name: str
    most: int
    site: Built
    times: float
    screens: float
    longest: str
    closed: int
    sent: int
    faults: int
    asked: int
    wrong: int

    @property
    def heavy(self) -> list[str]:
        """Pages over the limit."""
        return [page for page, size in self.site.sizes.items() if size > self.most]

    @property
    def missed(self) -> bool:
        """Whether one of the limits is passed."""
        passed = self.screens > MOST_SCREENS or self.times > MOST_TIMES or self.wrong > (1 - LEAST_RIGHT) * self.asked
        return passed or bool(self.heavy or self.sent or self.faults)


def build(content: Path, site: Path, day: str) -> Built:
    """From nothing: no cache is read."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    order = ["--content", str(content), "--output", str(site), "--date", day, "--set", "BUILD_CACHE="]
    ended = subprocess.run(
        [sys.executable, "-m", "invoke", "build", *order], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if ended.returncode:
        raise SystemExit(ended.stderr[-2000:])
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    sizes = {page.relative_to(site).as_posix(): page.stat().st_size for page in site.rglob("*.html")}
    return Built(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, sizes)


def sent(site: Path, slugs: list[str]) -> int:
    """Pages and files by which a resident is led to somebody who closed: needs, the finder, comparisons, drawings, sheets."""
    pages = [
        site / "index.html",
        *(page for folder in ("besoins", "qui-peut-aider", "comparer", "reseau") for page in site.glob(f"{folder}/**/*.*")),
    ]
    texts = [page.read_text(encoding="utf-8") for page in pages if page.suffix in {".html", ".js"}]
    found = sum(1 for text in texts for slug in slugs if f"acteurs/{slug}/" in text or f'"{slug}"' in text)
    return found + sum(1 for slug in slugs if (site / "acteurs" / slug / "fiche").exists())


def in_browser(site: Path) -> tuple[float, str, int]:
    """Screens of the longest page but minutes, which it is, and how many faults axe finds."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        heights = screens(site, browser)
        found = [
            f"{scheme}, {width} : {template} : {fault}"
            for scheme, width in (("light", 320), ("dark", 1280))
            for template, told in faults(site, browser, scheme, width).items()
            for fault in told
        ]
        browser.close()
    for fault in found:
        print(f"axe : {fault}", file=sys.stderr)
    longest = max(heights, key=lambda one: heights[one])
    return heights[longest], longest, len(found)


def measured(name: str, old: Path, young: Built, asked: Questions, most: int, day: str, scratch: Path) -> Row:
    """Build one folder, look at it, ask it."""
    site = scratch / name.replace(" ", "-")
    built = build(old, site, day)
    closed = sorted(load(old)[0].closed)
    long, longest, objected = in_browser(site)
    wrong = wrong_first(ranked(site, list(asked)), asked)
    for question, pages in wrong.items():
        print(f"{name} : « {question} » : {', '.join(pages) or 'rien'}", file=sys.stderr)
    print(f"{name} : {built.seconds:.1f} s, {len(built.sizes)} pages", file=sys.stderr)
    return Row(
        name,
        most,
        built,
        built.a_page / young.a_page,
        long,
        longest,
        len(closed),
        sent(site, closed),
        objected,
        len(asked),
        len(wrong),
    )


def asked_elsewhere(path: Path | None) -> Questions:
    """The questions of a file: a list of {query, first}."""
    listed = yaml.safe_load(path.read_text(encoding="utf-8")) if path else []
    return {one["query"]: one["first"] for one in listed}


def rows(
    content: Path, folders: list[Path], known: Questions, ages: list[int], seeds: list[int], day: str, scratch: Path
) -> Iterator[Row]:
    """The young site first, then each age and seed, then the folders that were aged elsewhere."""
    young = build(content, scratch / "young", day)
    for years in ages:
        for seed in seeds:
            old = scratch / f"content-{years}-{seed}"
            life = age(content, old, years=years, day=date.fromisoformat(day), seed=seed)
            yield measured(
                f"{years} ans, graine {seed}",
                old,
                young,
                questions(life),
                MOST_BYTES_AT_TEN if years >= _TEN else MOST_BYTES,
                day,
                scratch,
            )
    for folder in folders:
        yield measured(folder.name, folder, young, known, MOST_BYTES, day, scratch)


def table(found: list[Row]) -> str:
    """One line a folder."""
    lines = [
        (
            f"| âge | pages | une page, par rapport au site d'aujourd'hui (au plus {MOST_TIMES:.0f}) | pages trop lourdes (0 ; 100 ko, 130 à dix ans) | la plus lourde "
            f"| la plus longue, hors comptes rendus (au plus {MOST_SCREENS:.0f} écrans) | acteurs fermés, et pages qui y envoient (0) | fautes selon axe (0) "
            "| questions posées dans le temps, bonne page en premier (au moins 0,85) |"
        ),
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for row in found:
        heaviest = max(row.site.sizes, key=lambda page: row.site.sizes[page])
        lines.append(
            f"| {row.name} | {len(row.site.sizes)} | {row.times:.2f} ({row.site.a_page:.0f} ms) | {len(row.heavy)} "
            f"| {row.site.sizes[heaviest] / 1000:.0f} ko (`{heaviest.removesuffix('index.html')}`) "
            f"| {row.screens:.1f} (`{row.longest.removesuffix('index.html')}`) | {row.closed}, {row.sent} | {row.faults} | {_right(row)} |".replace(
                ".", ","
            ).replace("index,html", "index.html")
        )
    return "\n".join(lines)


def _right(row: Row) -> str:
    return f"{(row.asked - row.wrong) / row.asked:.2f} ({row.asked - row.wrong} de {row.asked})" if row.asked else ""


def main() -> int:
    """Measure and write the section `years`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--content", type=Path, default=ROOT / "content")
    parser.add_argument("--old", type=Path, action="append", default=[])
    parser.add_argument("--questions", type=Path, help="asked of the folders of --old")
    parser.add_argument("--ages", default="1,5,10")
    parser.add_argument("--seeds", default="5")
    parser.add_argument("--date", default=date.today().isoformat())  # noqa: DTZ011 — the day of the person who measures
    asked = parser.parse_args()
    ages, seeds = ([int(one) for one in text.split(",") if one] for text in (asked.ages, asked.seeds))
    with tempfile.TemporaryDirectory() as scratch:
        found = list(rows(asked.content, asked.old, asked_elsewhere(asked.questions), ages, seeds, asked.date, Path(scratch)))
    head = (
        "Le contenu du projet, vieilli par `inv age` de réunions, d'acteurs et de besoins inventés ; chaque site est construit sans réserve, "
        f"en temps de processeur ; Chromium, écrans de {TELEPHONE['width']} × {TELEPHONE['height']} ; axe sur la page la plus riche de chaque gabarit, "
        f"en clair à 320 pixels, en sombre à 1280. {machine()}."
    )
    text = f"{head}\n\n{table(found)}"
    print(text)
    write_section("years", "Le site dans quelques années", text)
    return int(any(row.missed for row in found))


if __name__ == "__main__":
    sys.exit(main())
