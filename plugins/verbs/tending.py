"""The verbs of those who change the software, as `tasks.py` collects them."""

from __future__ import annotations

from invoke import Context

from plugins.diagnostics.command import ROOT, verb
from plugins.publishing.command import put_back


@verb(
    positional=["name"],
    iterable=["content"],
    help={
        "name": "la mesure : un fichier de benchmarks/",
        "gold": "questions jugées (mesure search)",
        "content": "dossier de contenu mesuré, autant de fois qu'il faut (mesure search)",
        "options": "autres options de la mesure, par exemple « --counts 100,1000 --runs 1 » pour build",
    },
)
def bench(_: Context, name: str, gold: str | None = None, content: list[str] | None = None, options: str = "") -> int:
    """Mesure, et écrit le tableau dans benchmarks/README.md."""
    from plugins.building.command import run_bench

    given = [*(("--gold", gold) if gold else ()), *(part for folder in content or () for part in ("--content", folder))]
    return run_bench(name, [*given, *options.split()])


@verb(
    help={
        "output": "dossier à écrire, qui n'existe pas encore",
        "content": "dossier de contenu à vieillir, qui reste tel qu'il est (PATH des réglages : content)",
        "years": "combien d'années de réunions ajouter, de 1 à 20 (5)",
        "seed": "le même nombre écrit toujours la même chose (5)",
        "date": "jour où finissent ces années, AAAA-MM-JJ (aujourd'hui)",
    }
)
def age(_: Context, output: str, content: str | None = None, years: int = 5, seed: int = 5, date: str = "") -> int:
    """Vieillit un dossier de contenu avec des réunions inventées, pour regarder le site d'ici quelques années."""
    from plugins.building.command import run_module
    from plugins.verbs.folders import content_of

    return run_module("benchmarks.ageing", [content_of(content), output, f"--years={years}", f"--seed={seed}", f"--date={date}"])


@verb()
def lint(_: Context) -> int:
    """Vérifie le style et les types du code."""
    from plugins.building.verification import run_lint

    return run_lint(ROOT)


@verb()
def format(_: Context) -> int:  # noqa: A001 (the verb's name)
    """Récrit, d'après le schéma, les tableaux de CONTRIBUTING.md et les fichiers de schemas/ ; met en forme JavaScript et CSS."""
    from plugins.building.verification import run_format
    from plugins.model.command import write_reference

    write_reference(ROOT)
    return run_format(ROOT)


@verb(help={"site": "dossier du site construit (output)", "target": "dossier des images (screenshots)"})
def screenshots(_: Context, site: str = "output", target: str = "screenshots") -> int:
    """Photographie une page par gabarit, à trois largeurs, en clair et en sombre."""
    from plugins.building.command import run_screenshots

    return run_screenshots(put_back(site), target)


@verb()
def browser(_: Context) -> int:
    """Trouve le navigateur des tests, ou l'installe."""
    from plugins.building.command import run_browser

    return run_browser()


@verb()
def version(_: Context) -> int:
    """Dit la version du logiciel, et celle du format de contenu qu'il lit."""
    from plugins.building.verification import run_version
    from plugins.model.command import tell_format

    return run_version(ROOT) or tell_format()


@verb(help={"output": "fichier à écrire (sbom.cdx.json)"})
def sbom(_: Context, output: str = "sbom.cdx.json") -> int:
    """Écrit la liste de ce dont le site est fait (CycloneDX), d'après les versions épinglées."""
    from pelicanconf import BUILD_DATE
    from plugins.building.verification import run_sbom

    return run_sbom(ROOT, output, BUILD_DATE)


@verb()
def audit(_: Context) -> int:
    """Dit les paquets installés dont la licence ne convient pas, ou dont une faille est connue."""
    from plugins.building.verification import run_audit

    return run_audit(ROOT)
