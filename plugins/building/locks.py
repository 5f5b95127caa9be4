"""The locks of Python and npm → each package that they pin: version, hashes, who asks for it, licence as it says it itself."""

from __future__ import annotations

import base64
import importlib.metadata
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from pathlib import Path
from typing import Literal, cast

_PINNED = re.compile(r"^([a-z0-9][a-z0-9-]*)==([^\s;\\]+)", re.MULTILINE)
_VIA = re.compile(r"^ +#(?: {3}| via) ([a-z0-9-]+)$", re.MULTILINE)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
# Beyond, a package gave the text of its licence instead of its name.
_LONGEST_NAME = 80


@dataclass(frozen=True, order=True)
class Package:
    """A package that a lock pins.

    Attributes:
        kind: whose registry names it so.
        name, version: as the lock writes them.
        licence: an SPDX expression, or what the package says; empty where it says none, or is not installed here.
        installed: whether this machine has it; locks hold those of other systems too.
        hashes: (algorithm, hexadecimal digest), one a file that may be installed.
        needs: names of the packages that it asks for.
    """

    kind: Literal["pypi", "npm"]
    name: str
    version: str
    licence: str
    installed: bool
    hashes: tuple[tuple[str, str], ...]
    needs: frozenset[str] = frozenset()


def of_python(lock: Path) -> list[Package]:
    """What `requirements/*.txt` pins, with who asks for what, as its comments « via » say."""
    text = lock.read_text(encoding="utf-8")
    pinned = list(_PINNED.finditer(text))
    ends = [*(one.start() for one in pinned[1:]), len(text)]
    parts = [text[one.start() : end] for one, end in zip(pinned, ends, strict=True)]
    askers = {one[1]: set(_VIA.findall(part)) for one, part in zip(pinned, parts, strict=True)}
    return [_of_python(one, part, askers) for one, part in zip(pinned, parts, strict=True)]


def _of_python(pinned: re.Match[str], part: str, askers: dict[str, set[str]]) -> Package:
    name = pinned[1]
    try:
        licence, there = _said(cast(Message, importlib.metadata.metadata(name))), True
    except importlib.metadata.PackageNotFoundError:
        licence, there = "", False
    hashes = tuple(("SHA-256", one) for one in _HASH.findall(part))
    return Package("pypi", name, pinned[2], licence, there, hashes, frozenset(one for one in askers if name in askers[one]))


def _said(metadata: Message) -> str:
    """PEP 639's expression, else the classifiers of a licence, else the field of that name when it is one."""
    classifiers = [one.split(" :: ")[-1] for one in metadata.get_all("Classifier") or [] if one.startswith("License ::")]
    field = str(metadata["License"] or "").strip()
    short = field if len(field) <= _LONGEST_NAME and "\n" not in field else ""
    return str(metadata["License-Expression"] or "") or " ; ".join(sorted(classifiers)) or short


def of_npm(lock: Path, *, development: bool) -> list[Package]:
    """What `package-lock.json` pins.

    Args:
        lock: the file.
        development: whether those that only tests need are told too.
    """
    there = lock.parent / "node_modules"
    packages = json.loads(lock.read_text(encoding="utf-8"))["packages"]
    return sorted(_of_npm(path, said, there) for path, said in packages.items() if path and (development or not said.get("dev")))


def _of_npm(path: str, said: dict[str, object], there: Path) -> Package:
    name = path.rpartition("node_modules/")[2]
    needs = [one for key in ("dependencies", "optionalDependencies") for one in _keys(said.get(key))]
    hashes = tuple(_digests(str(said.get("integrity", ""))))
    return Package(
        "npm", name, str(said["version"]), str(said.get("license", "")), (there.parent / path).is_dir(), hashes, frozenset(needs)
    )


def _keys(value: object) -> list[str]:
    return list(value) if isinstance(value, dict) else []


def _digests(integrity: str) -> Iterator[tuple[str, str]]:
    """« sha512-… » in base 64 → (« SHA-512 », hexadecimal)."""
    for one in integrity.split():
        algorithm, _, digest = one.partition("-")
        yield f"SHA-{algorithm.removeprefix('sha')}", base64.b64decode(digest.split("?")[0]).hex()
