"""Keys and values of one room → a file that the next build reads: it changes the time that a build takes, and nothing else.

One entry a line: key, digest, JSON. The key is the SHA-256 of all that the value comes from, the code and the libraries
included, so a date never decides of anything; the digest covers key and value, so what was cut, damaged or moved is not
read. What a build did not ask for is not written again.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
import sysconfig
import tempfile
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

from plugins.diagnostics import Diagnostic, Place
from plugins.diagnostics.system import sentence

T = TypeVar("T")
PLUGINS = Path(__file__).resolve().parents[1]
# Files of other content folders and rooms; the oldest are forgotten.
MOST_FILES = 40
_A_DAY = 86_400  # seconds; what a killed build left behind
_AT_ONCE = 1 << 20  # bytes
# What a system has not got, it is not asked for: Windows knows neither pipes in folders nor links that it would follow unasked.
_READ = os.O_RDONLY
for _flag in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"):
    _READ |= getattr(os, _flag, 0)
_KEY = 64  # hexadecimal digits of a SHA-256
_ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))  # nothing kept holds itself


class Store:
    """What one room keeps of one content folder.

    Args:
        path: the file; None keeps nothing. `asked` has the keys of all that was known or put, in order.
    """

    def __init__(self, path: Path | None) -> None:
        self._path, self._name = path, ""
        self._old: BinaryIO | None = None
        self._new: BinaryIO | None = None
        self._places: dict[bytes, tuple[int, int]] = {}
        self._used: dict[bytes, None] = {}
        self._fault, self._stopped, self.asked = "", False, list[bytes]()
        if path is not None:
            self._read(path)

    def get(self, key: bytes, made: Callable[[Any], T], *, last: bool = False) -> T | None:
        """The value of a key, None when it is not known.

        Args:
            key: from `key_of`.
            made: JSON → the value.
            last: whether it is asked for the last time: it is not kept any longer.
        """
        if key not in self._places:
            return None
        digest, _, text = self._line(key).rstrip(b"\n").partition(b" ")
        if digest == _digest(key, text):
            with suppress(TypeError, ValueError, KeyError, AttributeError):
                value = made(json.loads(text.decode("utf-8", "surrogatepass")))
                if not last:
                    self.keep(key)
                return value
        self._fault = "il est abîmé"
        return None

    def keep(self, key: bytes) -> bool:
        """Whether a key is known; its value, which nobody reads now, stays."""
        if key in self._places:
            self._used[key] = None
            self.asked.append(key)
        return key in self._places

    def put(self, key: bytes, value: Any) -> None:
        """Keep a value, as JSON, in the place of the one that was known."""
        if self._path is None or self._stopped:
            return
        text = _ENCODER.encode(value).encode("utf-8", "surrogatepass")
        self._used.pop(key, None)
        self.asked.append(key)
        try:
            self._beside(self._path).write(b"%s %s %s\n" % (key, _digest(key, text), text))
        except OSError as error:
            self._stop(error)

    def close(self) -> list[Diagnostic]:
        """Replace the file at once, if anything changed; warn once when it could not be read or written."""
        if self._path is not None and not self._stopped and (self._new or len(self._used) < len(self._places)):
            try:
                self._write(self._path)
            except OSError as error:
                self._stop(error)
        if self._old:
            self._old.close()
        if self._path is None or not self._fault:
            return []
        name = os.path.relpath(self._path)
        return [
            Place(name, 0).warning(f"ce cache n'a pas tout gardé : {self._fault} ; le site est juste, sa construction plus lente")
        ]

    def _line(self, key: bytes) -> bytes:
        """What stands after a key that is known."""
        if self._old is None:
            return b""
        start, size = self._places[key]
        return _part(self._old, start, size)

    def _read(self, path: Path) -> None:
        try:
            # Neither a link nor a pipe: nothing of ours is one.
            handle = os.open(path, _READ)
            about = os.fstat(handle)
            if path.is_symlink() or not stat.S_ISREG(about.st_mode) or about.st_uid != _user(about):
                os.close(handle)
                self._fault = "ce n'est pas un fichier de cet utilisateur"
                return
            self._old = os.fdopen(handle, "rb")
            self._index(self._old)
        except FileNotFoundError:
            return
        except OSError as error:
            self._fault = sentence(error)

    def _index(self, file: BinaryIO) -> None:
        """Where the value of each key stands."""
        start = 0
        for line in file:
            if line[_KEY : _KEY + 1] == b" " and line.endswith(b"\n"):
                self._places[line[:_KEY]] = (start + _KEY + 1, len(line) - _KEY - 1)
            else:
                self._fault = "il est abîmé"
            start += len(line)

    def _beside(self, path: Path) -> BinaryIO:
        """The file that will take the place of the old one."""
        if self._new is None:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, self._name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
            self._new = os.fdopen(handle, "wb")
        return self._new

    def _write(self, path: Path) -> None:
        with self._beside(path) as file:
            for start, end in self._stretches():
                for place in range(start, end, _AT_ONCE):
                    file.write(_part(self._old, place, min(_AT_ONCE, end - place)) if self._old else b"")
        if self._old:
            self._old.close()  # Windows replaces no file that is open
        Path(self._name).replace(path)
        self._new = None
        files = sorted(path.parent.glob("[!.]*"), key=lambda one: one.stat().st_mtime_ns)
        killed = [one for one in path.parent.glob(".*-*") if one.stat().st_mtime < files[-1].stat().st_mtime - _A_DAY]
        for forgotten in (*files[:-MOST_FILES], *killed):
            forgotten.unlink(missing_ok=True)

    def _stretches(self) -> Iterator[tuple[int, int]]:
        """Where the lines of the used keys stand; what is asked for in the order of the file is one stretch."""
        first = last = 0
        for start, size in (self._places[key] for key in self._used):
            if start - _KEY - 1 != last:
                yield first, last
                first = start - _KEY - 1
            last = start + size
        yield first, last

    def _stop(self, error: OSError) -> None:
        """The disk refuses: nothing more is kept."""
        self._fault, self._stopped = sentence(error), True
        self._drop()

    def _drop(self) -> None:
        """What was to take the place of the old file does not."""
        if self._new is not None:
            with suppress(OSError):
                self._new.close()
            with suppress(OSError):
                Path(self._name).unlink(missing_ok=True)
            self._new = None

    def __del__(self) -> None:
        """A build that stopped on its way leaves nothing."""
        self._drop()
        if self._old is not None:
            self._old.close()


def _part(file: BinaryIO, start: int, size: int) -> bytes:
    """A part of a file, in one call where the system can."""
    if hasattr(os, "pread"):
        return os.pread(file.fileno(), size, start)
    file.seek(start)
    return file.read(size)


def _user(about: os.stat_result) -> int:
    """Whose files are believed; a system without users believes all that may be read."""
    return os.geteuid() if hasattr(os, "geteuid") else about.st_uid


def key_of(*parts: str | bytes) -> bytes:
    """The key of what comes from these parts, by this code.

    Args:
        parts: all that decides of the value; each is told from the next.
    """
    digest = hashlib.sha256(code())
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(b"%d:" % len(data))
        digest.update(data)
    return digest.hexdigest().encode()


@cache
def code() -> bytes:
    """Changes with any module of ours, with the version of any library, of Python and of Unicode."""
    digest = hashlib.sha256(f"{sys.version} {unicodedata.unidata_version}".encode())
    libraries = sorted(path.name for path in Path(sysconfig.get_paths()["purelib"]).glob("*.dist-info"))
    digest.update(" ".join(libraries).encode())
    for path in sorted(PLUGINS.rglob("*.py")):
        digest.update(path.relative_to(PLUGINS).as_posix().encode() + path.read_bytes())
    return digest.digest()


def file_of(folder: str, content: str, room: str) -> Path | None:
    """The file of a room for a content folder: building another folder does not forget this one.

    Args:
        folder: where all are kept; empty keeps nothing.
        content: path of the content folder.
        room: whose values they are.
    """
    return Path(folder, f"{hashlib.sha256(content.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}-{room}") if folder else None


def _digest(key: bytes, text: bytes) -> bytes:
    return hashlib.sha256(key + b" " + text).hexdigest().encode()
