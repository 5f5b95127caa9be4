"""Packages that the locks pin → the list of what the site is made of (CycloneDX), and what may not be used: licence, known fault.

All that a lock pins is looked at, tools of tests included; the list tells what is served or runs when a site is built.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from plugins.building.locks import Package, of_npm, of_python
from plugins.diagnostics import Diagnostic, Place
from plugins.diagnostics.system import beside_python
from plugins.diagnostics.version import version

NO_TOOL = "pip-audit et cyclonedx-python-lib ne sont pas installés — lancer « make setup-test »"
_MOST_SECONDS = 300
# Free licences that ask nothing of who reads the site, as packages write them.
ALLOWED = frozenset(
    (
        "MIT|MIT License|MIT-0|0BSD|BSD License|BSD-2-Clause|BSD-3-Clause|Apache-2.0|Apache 2.0|Apache License|Apache Software License"
        "|ISC|ISC License (ISCL)|PSF-2.0|Python Software Foundation License|Python-2.0|MPL-2.0|Mozilla Public License 2.0 (MPL 2.0)"
        "|MIT-CMU|OFL-1.1|Unlicense|The Unlicense (Unlicense)|BlueOak-1.0.0|Zlib|CC0-1.0|Public-Domain|DFSG approved"
    ).split("|")
)
# Others, one by one: how the package says its licence, and why it may be here.
ADMITTED = {
    "pelican": ("GNU Affero General Public License v3 or later (AGPLv3+)", "imposé ; il construit les pages et n'est pas servi"),
    "unidecode": ("GNU General Public License v2 or later (GPLv2+)", "Pelican le demande ; il n'est pas servi"),
    "docutils": ("BSD License ; GNU General Public License (GPL) ; Public Domain", "Pelican le demande ; la GPL n'y vaut que pour un outil d'Emacs"),
    "pypdfium2": ("BSD-3-Clause, Apache-2.0, dependency licenses", "licences de PDFium et de ce qu'il contient, toutes de ce genre"),
    **dict.fromkeys(("psycopg", "psycopg-binary", "psycopg-pool"), ("LGPL-3.0-only", "il charge un moteur, quand on en nomme un ; il n'est ni changé ni servi")),
    "cobalt": (
        "GNU Lesser General Public License v3 or later (LGPLv3+)", "elle porte le schéma d'Akoma Ntoso ; elle ne sert qu'aux tests",
    ),
    "fpdf2": ("LGPL-3.0-only", "il fait un des PDF sur lesquels l'import est mesuré"),
    "pyphen": (
        "GNU General Public License v2 or later (GPLv2+) ; GNU Lesser General Public License v2 or later (LGPLv2+) ; Mozilla Public License 1.1 (MPL 1.1)",
        "trois licences au choix ; WeasyPrint, qui fait un des PDF sur lesquels l'import est mesuré, le demande",
    ),
    "data-inclusion-schema": ("", "Licence Ouverte 2.0, dans son fichier LICENSE.md ; elle ne sert qu'aux tests"),
}  # fmt: skip


def served(root: Path) -> list[Package]:
    """What is served, or runs when a site is built."""
    return [*of_python(root / "requirements/site.txt"), *of_npm(root / "package-lock.json", development=False)]


def python_locks(root: Path) -> list[Path]:
    """Every lock of Python."""
    return sorted((root / "requirements").glob("*.txt"))


def pinned(root: Path) -> list[Package]:
    """All that a lock pins: of what is not installed here, nothing is known of the licence."""
    return sorted(
        {*(one for lock in python_locks(root) for one in of_python(lock)), *of_npm(root / "package-lock.json", development=True)}
    )


def check_licences(packages: Iterable[Package]) -> Iterator[Diagnostic]:
    """Tell each package whose licence is neither of `ALLOWED` nor admitted by name; those of other systems say theirs there."""
    for one in packages:
        admitted = ADMITTED.get(one.name)
        if _is_free(one.licence) or (one.kind == "pypi" and not one.installed) or (admitted and admitted[0] == one.licence):
            continue
        lock = "package-lock.json" if one.kind == "npm" else "requirements"
        said = f"la licence « {one.licence} »" if one.licence else "aucune licence"
        yield Place(lock, 0).error(
            f"{one.name} {one.version} dit {said} — prendre un autre paquet, ou l'admettre, avec la raison, dans plugins/building/supply.py"
        )


def _is_free(licence: str) -> bool:
    """« A OR B »: one is enough; « A AND B », « A ; B »: all are needed."""
    choices = [re.split(r"\s+(?:AND|and)\s+|\s;\s", choice) for choice in re.split(r"\s+OR\s+", licence)]
    return any(all(part.strip() in ALLOWED for part in choice) for choice in choices)


def bill(root: Path, day: date) -> str:
    """The list of what the site is made of: CycloneDX 1.6, as JSON; the same for the same locks and day.

    Raises:
        ImportError: without cyclonedx-python-lib.
    """
    from cyclonedx.model.bom import Bom, BomMetaData
    from cyclonedx.model.component import Component, ComponentType
    from cyclonedx.output.json import JsonV1Dot6

    packages = served(root)
    project = Component(
        name="alliance-base-de-connaissances", version=version(root), type=ComponentType.APPLICATION, bom_ref="site",
        licenses=[_licence("EUPL-1.2")],
    )  # fmt: skip
    made = [(one, _component(one)) for one in packages]
    named = defaultdict(list)  # a lock may pin two versions, each for some versions of Python
    for one, component in made:
        named[one.kind, one.name].append(component)
    lock = "\n".join(f"{one.kind} {one.name} {one.version}" for one in packages)
    bom = Bom(
        components=[component for _, component in made], serial_number=uuid.uuid5(uuid.NAMESPACE_URL, lock),
        metadata=BomMetaData(component=project, timestamp=datetime.combine(day, time(), UTC)),
    )  # fmt: skip
    asked = {(one.kind, need) for one in packages for need in one.needs}
    bom.register_dependency(project, [component for one, component in made if (one.kind, one.name) not in asked])
    for one, component in made:
        bom.register_dependency(component, [needed for need in sorted(one.needs) for needed in named[one.kind, need]])
    return JsonV1Dot6(bom).output_as_string(indent=1) + "\n"


def _component(one: Package) -> Any:
    from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, XsUri
    from cyclonedx.model.component import Component, ComponentType
    from packageurl import PackageURL

    namespace, _, name = one.name.rpartition("/")
    purl = PackageURL(one.kind, namespace or None, name, one.version)
    hashes = [HashType(alg=HashAlgorithm(algorithm), content=digest) for algorithm, digest in one.hashes]
    # Any of several files may be installed: each is where the package is given away, not what it is.
    given = ExternalReference(type=ExternalReferenceType.DISTRIBUTION, url=XsUri(str(purl)), hashes=hashes)
    return Component(
        name=name, group=namespace or None, version=one.version, type=ComponentType.LIBRARY, purl=purl, bom_ref=str(purl),
        licenses=[_licence(one.licence)] if one.licence else [], external_references=[given],
    )  # fmt: skip


def _licence(said: str) -> Any:
    from cyclonedx.contrib.license.factories import LicenseFactory

    return LicenseFactory().make_from_string(said)


def known_faults(root: Path) -> Iterator[Diagnostic]:
    """Ask the registries which faults are known in what the locks pin; what cannot be asked is a warning.

    Raises:
        ImportError: without pip-audit.
    """
    import pip_audit  # noqa: F401 — asked for here, run below: it has no other door than its command

    for path in python_locks(root):
        lock = path.relative_to(root).as_posix()
        said = _answer(
            [
                sys.executable,
                "-m",
                "pip_audit",
                "--requirement",
                lock,
                "--disable-pip",
                "--no-deps",
                "--format",
                "json",
                "--progress-spinner",
                "off",
            ],
            root,
        )
        if said is None:
            yield Place(lock, 0).warning("pip-audit n'a pas eu de réponse — recommencer avec un réseau")
            return
        for package in said.get("dependencies", []):
            for fault in package.get("vulns", []):
                mended = ", ".join(fault.get("fix_versions") or []) or "aucune version ne la corrige encore"
                yield Place(lock, 0).error(f"{package['name']} {package['version']} : {fault['id']} — {mended}")
    said = _answer([beside_python("npm"), "audit", "--json", "--package-lock-only"], root)
    if said is None or "vulnerabilities" not in said:
        yield Place("package-lock.json", 0).warning("npm audit n'a pas eu de réponse — recommencer avec un réseau")
        return
    for name, fault in said["vulnerabilities"].items():
        yield Place("package-lock.json", 0).error(
            f"{name} {fault.get('range', '')} : {fault.get('severity', '')} — « npm audit » dit quelle version prendre"
        )


def _answer(command: list[str], root: Path) -> dict[str, Any] | None:
    """What a program says as JSON, whatever its exit code; None when it says nothing that can be read."""
    try:
        ended = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", check=False, timeout=_MOST_SECONDS)
        said = json.loads(ended.stdout)
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None
    return said if isinstance(said, dict) else None
