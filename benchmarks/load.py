"""A crowd at the published site: requests a second and the slowest hundredth, behind nginx as docs/hosting says.

    inv bench load [--options "--site output --seconds 10 --runs 3"]

wrk (a program of distributions) asks for every page, then for every file of the search, over 64 kept connections on
this machine. The peer is nginx without a line of ours, which serves the same compressed bytes as plain files: what our
headers and addresses cost is the ratio of the two, taken in turn. Exit code 1 when an answer is missing or the ratio
falls below what is promised.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.report import machine, write_section  # noqa: E402 — the line above makes ours importable
from benchmarks.serving import nginx  # noqa: E402
from benchmarks.serving.ports import free_ports  # noqa: E402
from plugins.building.compressing import compress  # noqa: E402

CONNECTIONS, THREADS = 64, 1
# Two measures of one program in turn differ by some hundredths here: below, ours is slower.
LEAST_RATIO = 0.9
ASKED = ROOT / "benchmarks/serving/asked.lua"


@dataclass(frozen=True)
class Rate:
    """What one crowd was given.

    Attributes:
        requests: a second.
        slowest: milliseconds below which 99 answers of 100 came.
        size: megabytes a second.
        errors: answers that are no 200, and connections that broke.
    """

    requests: float
    slowest: float
    size: float
    errors: int


def pages(site: Path) -> list[str]:
    """The address of each page, as a link writes it."""
    found = sorted(path.parent.relative_to(site).as_posix() for path in site.rglob("index.html"))
    return [f"/{folder}/" if folder != "." else "/" for folder in found]


def shards(site: Path) -> list[str]:
    """The address of each file that the search reads."""
    return [f"/{path.relative_to(site).as_posix()}" for path in sorted((site / "recherche").rglob("*.js"))]


def as_files(site: Path, addresses: list[str]) -> list[str]:
    """The same bytes as plain files: `x.gz` where it was written, for an nginx that knows nothing of ours."""
    named = [f"{one}index.html" if one.endswith("/") else one for one in addresses]
    return [f"{one}.gz" if (site / f"{one}.gz".lstrip("/")).is_file() else one for one in named]


def crowd(address: str, asked: list[str], scratch: Path, seconds: int, seed: int) -> Rate:
    """Let wrk ask for these addresses, over and over.

    Raises:
        subprocess.CalledProcessError: when wrk stops.
    """
    asking = scratch / "asked"
    asking.write_text("\n".join(asked), encoding="utf-8")
    command = [
        "wrk",
        f"-c{CONNECTIONS}",
        f"-t{THREADS}",
        f"-d{seconds}s",
        "-s",
        str(ASKED),
        address,
        "--",
        str(asking),
        str(seed),
    ]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    told = json.loads(said.splitlines()[-1])
    elapsed = told["microseconds"] / 1e6
    return Rate(
        told["requests"] / elapsed,
        told["p99"] / 1e3,
        told["bytes"] / elapsed / 1e6,
        told["refused"] + told["broken"],
    )


def middle(rates: list[Rate]) -> Rate:
    """The median of each measure; errors are added."""
    return Rate(
        statistics.median(rate.requests for rate in rates),
        statistics.median(rate.slowest for rate in rates),
        statistics.median(rate.size for rate in rates),
        sum(rate.errors for rate in rates),
    )


def measure(site: Path, asked: list[str], scratch: Path, seconds: int, runs: int) -> tuple[Rate, Rate]:
    """Ours and the peer, in turn, several times."""
    program = nginx.program()
    ports = free_ports(2)
    homes = [scratch / name for name in ("ours", "bare")]
    for home in homes:
        home.mkdir(exist_ok=True)
    files = as_files(site, asked)
    ours: list[Rate] = []
    peer: list[Rate] = []
    with (
        nginx.served(nginx.example(site, ports[0], program), ports[0], homes[0], program) as our,
        nginx.served(nginx.bare(site, ports[1]), ports[1], homes[1], program) as other,
    ):
        for run in range(runs):
            ours.append(crowd(our, asked, scratch, seconds, run))
            peer.append(crowd(other, files, scratch, seconds, run))
    return middle(ours), middle(peer)


def french(number: float, digits: int = 0) -> str:
    """A number as it is written in French."""
    return f"{number:,.{digits}f}".replace(",", "\N{NARROW NO-BREAK SPACE}").replace(".", ",")


def report(found: dict[str, tuple[int, Rate, Rate]], seconds: int, runs: int, static: bool) -> str:
    """The section of the table."""
    sends = "qui envoie les `.gz` écrits à la publication" if static else "qui compresse à chaque requête, faute de `gzip_static`"
    how = (
        f"nginx avec [docs/hosting/nginx.conf](../docs/hosting/nginx.conf), {sends}, sur la boucle locale ; wrk demande chaque "
        f"adresse à son tour, {CONNECTIONS} connexions gardées, médianes de {runs} fois {seconds} s. En face, le même nginx sans "
        f"une ligne de nous, qui sert les mêmes octets comme de simples fichiers ; wrk et nginx se partagent {os.cpu_count()} cœurs ; "
        f"{machine()}."
    )
    rows = [
        f"| {name} ({count}) | {french(ours.requests)} | {french(ours.slowest, 1)} ms | {french(ours.size)} Mo/s | {ours.errors} | "
        f"{french(peer.requests)} | {french(peer.slowest, 1)} ms | {french(ours.requests / peer.requests, 2)} |"
        for name, (count, ours, peer) in found.items()
    ]
    head = "| demandé | requêtes par seconde | 99 sur 100 sous | débit | erreurs | sans nous, par seconde | 99 sur 100 sous | rapport |"
    return "\n".join([how, "", head, "|---|---|---|---|---|---|---|---|", *rows])


def main() -> None:
    """Measure and write the section `load`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", help="a built site; without it, the project's own content is built aside")
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    if not shutil.which("wrk"):
        raise SystemExit("wrk manque — l'installer (paquet « wrk » de la distribution)")
    with tempfile.TemporaryDirectory() as folder:
        scratch, site = Path(folder), Path(folder) / "site"
        if options.site:
            shutil.copytree(options.site, site)
        else:
            subprocess.run([sys.executable, "-m", "invoke", "build", "--output", str(site)], cwd=ROOT, check=True)
        compress(site)
        lists = {"pages": pages(site), "fichiers de la recherche": shards(site)}
        found = {
            name: (len(asked), *measure(site, asked, scratch, options.seconds, options.runs)) for name, asked in lists.items()
        }
    text = report(found, options.seconds, options.runs, nginx.sends_what_is_compressed(nginx.program()))
    print(text)
    if not options.site:
        write_section("load", "Une foule sur le site publié", text)
    faults = [
        f"{name} : {ours.errors} erreurs, rapport {french(ours.requests / peer.requests, 2)}"
        for name, (_, ours, peer) in found.items()
        if ours.errors or peer.errors or ours.requests < LEAST_RATIO * peer.requests
    ]
    if faults:
        raise SystemExit("objectif manqué — " + " ; ".join(faults))


if __name__ == "__main__":
    main()
